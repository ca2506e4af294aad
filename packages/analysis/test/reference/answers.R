# Whole answers of all statistics over the published CSV files. Base R and jsonlite alone.

source("answers-data.R")
source("answers-programs.R")
source("answers-drawn.R")
source("answers-relations.R")
source("answers-hosts.R")
source("answers-context.R")
source("answers-claims.R")

# What each statistic is asked beside the common inputs.
questions <- list(
  overview = list(list()),
  frequency = list(list(), list(by = "sector"), list(by = "country")),
  trend = list(list()),
  changepoint = list(list()),
  share = c(
    lapply(attributes_of_programs, function(name) list(attribute = name)),
    list(list(attribute = "security_related", by = "country"), list(attribute = "technology_component", by = "sector"))
  ),
  composition = lapply(names(vocabularies), function(name) list(dimension = name)),
  crosstab = list(list(), list(rows = "domain", columns = "format"), list(rows = "sector", columns = "format", drawn = TRUE)),
  scope = list(list(), list(split = 2018)),
  participants = list(list()),
  duration = list(list()),
  hosts = list(list(), list(host = "host_city", recipient = "country", top = 5), list(host = "host_province")),
  partnerships = list(list(), list(date = "2014-12-31"), list(date = "2022")),
  transfers = list(list()),
  adoptions = list(list()),
  indicators = list(list(), list(indicator = "aiddata_total_fd")),
  coverage = list(list(), list(independent_compilers = TRUE)),
  reliability = list(list()),
  sensitivity = lapply(names(headlines), function(name) list(statistic = name)),
  claims = list(list()),
  compare = list(list())
)

answers_of <- function(statistic) {
  answer <- get(paste0("answer_", statistic))
  within <- get0(paste0("within_", statistic), ifnotfound = function(input) list())
  unlist(lapply(questions[[statistic]], function(question) lapply(inputs, function(input) {
    asked <- c(input, question)
    expected <- answer(asked)
    asked_of <- asked[setdiff(names(asked), "drawn")]
    if (length(asked_of) == 0) asked_of <- structure(list(), names = character(0))
    list(statistic = statistic, input = asked_of, expected = expected, within = I(within(asked)))
  })), recursive = FALSE)
}

answers_reference <- function() {
  set.seed(20221124, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
  list(session = session(), answers = I(unlist(lapply(names(questions), answers_of), recursive = FALSE)))
}
