# The published CSV files as this script alone reads them, and the programs and records that an input lets through.

csv_folder <- "../../../dataset/csv"

# A text that a spreadsheet would run as a formula has one apostrophe before it.
unguarded <- function(text) sub("^'(?=[-=+@'\t\r])", "", text, perl = TRUE)

read_table <- function(name, numbers = character(0)) {
  file <- file.path(csv_folder, paste0(name, ".csv"))
  table <- read.csv(file, colClasses = "character", na.strings = "", encoding = "UTF-8", check.names = FALSE)
  table[] <- lapply(table, unguarded)
  table[numbers] <- lapply(table[numbers], as.numeric)
  table
}

# The values of a list field, one vector a record.
read_list <- function(name, ids, column = "value") {
  table <- read.csv(
    file.path(csv_folder, paste0(name, ".csv")),
    colClasses = "character", na.strings = "", encoding = "UTF-8"
  )
  unname(lapply(split(unguarded(table[[column]]), factor(table[[1]], levels = ids)), as.character))
}

read_programs <- function() {
  numbers <- c("year", "duration_days", "participants_value", "participants_low", "participants_high")
  programs <- read_table("programs", numbers)
  for (field in c("countries", "host_cities", "topics", "sources", "codings", "organisers", "funders")) {
    programs[[field]] <- I(read_list(paste0("programs_", field), programs$id))
  }
  programs$recipient_agencies <- I(read_list("programs_recipient_agencies", programs$id, "name"))
  programs$compilers <- I(lapply(programs$codings, function(ids) unique(sub("-.*", "", ids))))
  for (field in c("sector", "frame", "format", "venue", "trainees")) {
    programs[[field]][programs[[field]] %in% c("unknown", "not_shown")] <- NA
  }
  programs
}

programs <- read_programs()
sources <- read_table("sources")
partnerships <- read_table("partnerships", "rank")
transfers <- read_table("transfers", "value")
adoptions <- read_table("adoptions")
adoptions$supplier_countries <- I(read_list("adoptions_supplier_countries", adoptions$id))
indicators <- read_table("indicators", c("year", "value"))
codings <- read_table("codings", "round")
us_totals <- read_table("us_training_totals", c("rows", "trainees", "trainees_known_rows"))
borders <- read_table("borders", "length_km")
rights_events <- read_table("rights_events")

# The inputs of every statistic: the default, two scopes, one state at another level.
inputs <- list(
  structure(list(), names = character(0)),
  list(scope = "article"),
  list(scope = "all"),
  list(countries = I("KG"), level = 0.9),
  list(scope = "all", from = 2015, to = 2019, confidence = "medium", minimum_sources = 2)
)

given <- function(input, name, otherwise) if (is.null(input[[name]])) otherwise else input[[name]]

level_of <- function(input) given(input, "level", 0.95)

# The years of an input; other tables than the programs' bring years of their own.
years_of <- function(input, recorded = programs$year) {
  article <- identical(input$scope, "article")
  from <- given(input, "from", if (article) 2007 else min(recorded))
  to <- given(input, "to", if (article) 2020 else max(recorded))
  seq(from, to)
}

at_least <- function(confidence, input) {
  order <- c("low", "medium", "high")
  match(confidence, order) >= match(given(input, "confidence", "low"), order)
}

names_one_of <- function(lists, wanted) vapply(lists, function(list) length(wanted) == 0 || any(list %in% wanted), NA)

chosen <- function(input, years = years_of(input), among = programs) {
  scope <- given(input, "scope", "default")
  venues <- list(default = c("in_sender", "hybrid"), article = "in_sender", all = unique(among$venue))
  keep <- among$year %in% years & among$venue %in% venues[[scope]] & at_least(among$confidence, input) &
    names_one_of(among$countries, input$countries) & lengths(among$sources) >= given(input, "minimum_sources", 1) &
    (scope != "default" | among$recommended_for_aggregates == "true")
  among[keep, ]
}

year_of <- function(dates) as.numeric(substr(dates, 1, 4))

# Records of another table; those without a date only where the years take in every dated record.
chosen_records <- function(table, input) {
  years <- years_of(input, year_of(na.omit(table$date)))
  dated <- year_of(table$date)
  inside <- ifelse(is.na(dated), all(na.omit(dated) %in% years), dated %in% years)
  cited <- lengths(strsplit(table$sources, "; ", fixed = TRUE))
  wanted <- length(input$countries) == 0 | table$country %in% input$countries
  table[inside & wanted & at_least(table$confidence, input) & cited >= given(input, "minimum_sources", 1), ]
}

# Answers in the shape of the catalogue's. A missing or an infinite number is null there.

finite <- function(value) if (length(value) == 1 && is.finite(value)) value else NA

estimate <- function(value, limits, refusal = FALSE) {
  if (refusal) return(list(estimate = NA))
  list(estimate = finite(value), low = finite(limits$low), high = finite(limits$high))
}

exact_share <- function(part, whole, level) {
  if (whole == 0) return(list(estimate = NA))
  estimate(part / whole, clopper_pearson(part, whole, level))
}

rows_of <- function(values, row) I(unname(lapply(values, row)))

# The most frequent first; equally frequent ones in the order of the list, or by code unit.
by_frequency <- function(counts, order = sort(names(counts), method = "radix")) {
  if (length(counts) == 0) return(counts)
  counts <- counts[order]
  counts[order(-counts, seq_along(counts), method = "radix")]
}

count_values <- function(values) {
  table <- table(factor(values, levels = sort(unique(values), method = "radix")))
  setNames(as.numeric(table), names(table))
}

# Counts of one field of records, unknown last; lists count once for each value.
value_counts <- function(lists) {
  lists <- lapply(lists, function(list) list[!is.na(list)])
  rows <- rows_of(names(by_frequency(count_values(unlist(lists)))), function(value) {
    list(value = value, count = sum(unlist(lists) == value))
  })
  unknown <- sum(lengths(lists) == 0)
  if (unknown == 0) rows else I(c(rows, list(list(value = NULL, count = unknown))))
}

year_counts <- function(dates, years, level) {
  rows_of(years, function(year) {
    count <- sum(year_of(dates) == year, na.rm = TRUE)
    c(list(year = year, count = count), garwood(count, 1, level))
  })
}
