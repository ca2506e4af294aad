# Writes the reference values of the tests, one JSON file a topic, with base R and jsonlite alone.
# Run it in this folder: Rscript reference.R

source("json.R")
source("intervals.R")
source("numeric.R")
source("statistics.R")
source("tables.R")
source("diversity.R")
source("agreement.R")
source("series.R")
source("trends.R")
source("inference.R")
source("answers.R")

write_json(numeric_reference(), "numeric.json", lines = 2)
write_json(statistics_reference(), "statistics.json", lines = 4)
write_json(tables_reference(), "tables.json", lines = 2)
write_json(diversity_reference(), "diversity.json", lines = 2)
write_json(agreement_reference(), "agreement.json", lines = 2)
write_json(series_reference(), "series.json", lines = 2)
write_json(inference_reference(), "inference.json", lines = 2)
write_json(answers_reference(), "answers.json", lines = 3)
print(sessionInfo())
