# Writes the reference values of the tests, numeric.json and statistics.json, with base R and jsonlite alone.
# Run it in this folder: Rscript reference.R

source("json.R")
source("intervals.R")
source("numeric.R")
source("statistics.R")
source("trends.R")

write_json(numeric_reference(), "numeric.json", lines = 2)
write_json(statistics_reference(), "statistics.json", lines = 4)
print(sessionInfo())
