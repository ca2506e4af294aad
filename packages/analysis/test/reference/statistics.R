# The statistics of the published records, read from the record files by this script alone.

data_folder <- "../../../dataset/data"

read_records <- function(folder) {
  files <- list.files(file.path(data_folder, folder), pattern = "[.]json$", full.names = TRUE)
  lapply(files, jsonlite::fromJSON, simplifyVector = FALSE)
}

# The values of packages/schema/src/program-vocabularies.ts and countries.ts, without `unknown`.
vocabularies <- list(
  domain = c("security", "justice", "civil"),
  sector = c(
    "police", "border", "customs", "military", "intelligence", "prosecution", "judiciary", "drug_control", "emergency",
    "prisons", "public_administration", "diplomacy", "media", "finance_tax", "trade", "ict", "transport", "energy",
    "agriculture", "health", "education", "culture", "meteorology", "labour", "social_policy", "other"
  ),
  country = c("KZ", "KG", "TJ", "TM", "UZ"),
  frame = c("bilateral", "sco", "belt_and_road", "multilateral"),
  format = c("seminar", "short_course", "long_course", "study_visit", "degree")
)

filters <- function(years) {
  whole <- list(from = min(years), to = max(years))
  default <- c(whole, list(venues = I(c("in_sender", "hybrid")), recommended_only = TRUE, countries = I(character(0))))
  list(
    default = default,
    article = modifyList(default, list(from = 2007, to = 2020, venues = I("in_sender"), recommended_only = FALSE)),
    all = modifyList(default, list(venues = I(character(0)), recommended_only = FALSE)),
    kg = modifyList(default, list(countries = I("KG"))),
    one_year = modifyList(default, list(from = 2017, to = 2017)),
    empty = modifyList(default, list(from = 1990, to = 1990))
  )
}

select_records <- function(programs, filter) {
  Filter(function(program) {
    program$year >= filter$from && program$year <= filter$to &&
      (length(filter$venues) == 0 || program$venue %in% filter$venues) &&
      (!filter$recommended_only || program$recommended_for_aggregates) &&
      (length(filter$countries) == 0 || any(unlist(program$countries) %in% filter$countries))
  }, programs)
}

pluck <- function(programs, field) unlist(lapply(programs, function(program) program[[field]]))

counts_a_year <- function(programs, years) {
  held <- pluck(programs, "year")
  vapply(years, function(year) sum(held == year), 0)
}

frequency <- function(counts, years, level) {
  list(
    counts = Map(function(year, count) c(list(year = year, count = count), garwood(count, 1, level)), years, counts),
    mean_rate = c(list(estimate = sum(counts) / length(years)), mean_interval(counts, level)$interval)
  )
}

share <- function(programs, field, level) {
  values <- lapply(programs, function(program) program[[field]])
  yes <- sum(vapply(values, isTRUE, NA))
  no <- sum(vapply(values, isFALSE, NA))
  unknown <- length(values) - yes - no
  exact <- function(successes, trials) {
    if (trials == 0) return(NULL)
    c(list(estimate = successes / trials), clopper_pearson(successes, trials, level))
  }
  list(
    yes = yes, no = no, unknown = unknown,
    clopper_pearson = exact(yes, yes + no),
    wilson = if (yes + no > 0) c(list(estimate = yes / (yes + no)), wilson(yes, yes + no, level)),
    unknown_as_no = exact(yes, length(values)),
    unknown_as_yes = exact(yes + unknown, length(values))
  )
}

composition <- function(programs, dimension, level) {
  field <- if (dimension == "country") "countries" else dimension
  values <- lapply(programs, function(program) setdiff(unlist(program[[field]]), "unknown"))
  listed <- vocabularies[[dimension]]
  stopifnot(unlist(values) %in% listed)
  counts <- vapply(listed, function(value) sum(unlist(values) == value), 0)
  known <- sum(lengths(values) > 0)
  table <- Map(function(value, count) list(value = value, count = count), listed, unname(counts))
  if (known > 0) {
    of_pairs <- goodman(counts, level)
    of_programs <- goodman(counts, level, length(listed), known)
    pair_shares <- Map(function(count, limits) c(list(estimate = count / sum(counts)), limits), counts, of_pairs)
    program_shares <- Map(function(count, limits) c(list(estimate = count / known), limits), counts, of_programs)
    table <- Map(function(row, share) c(row, list(of_pairs = share)), table, pair_shares)
    if (dimension == "country") {
      table <- Map(function(row, share) c(row, list(of_programs = share)), table, program_shares)
    }
  }
  list(
    categories = length(listed), pairs = sum(counts), known = known, unknown = length(values) - known,
    values = unname(table)
  )
}

trend <- function(counts, years, level) {
  if (length(years) < 2) return(list(poisson = NULL, mann_kendall = NULL, sen_slope = NULL, halves = NULL))
  early <- length(years) %/% 2
  late <- length(years) - early
  count_early <- sum(counts[seq_len(early)])
  count_late <- sum(counts) - count_early
  list(
    poisson = poisson_trend(years, counts, level),
    mann_kendall = mann_kendall(counts),
    sen_slope = sen_slope(years, counts, level)$slope,
    halves = c(
      list(count_early = count_early, years_early = early, count_late = count_late, years_late = late),
      list(late_over_early = rate_ratio(c(count_late, count_early), c(late, early), level))
    )
  )
}

overview <- function(programs, sources) {
  years <- pluck(programs, "year")
  distinct <- function(field) length(unique(pluck(programs, field)))
  cited <- unique(pluck(programs, "sources"))
  languages <- vapply(Filter(function(source) source$id %in% cited, sources), function(source) source$language, "")
  names_of_languages <- sort(unique(languages), method = "radix")
  list(
    n = length(programs),
    first_year = if (length(years) > 0) min(years) else NA,
    last_year = if (length(years) > 0) max(years) else NA,
    years_with_programs = length(unique(years)),
    countries = distinct("countries"),
    host_institutions = distinct("host_institution"),
    host_cities = distinct("host_cities"),
    host_provinces = distinct("host_province"),
    sectors = length(setdiff(pluck(programs, "sector"), "unknown")),
    sources = length(cited),
    languages = lapply(names_of_languages, function(name) list(language = name, sources = sum(languages == name))),
    known = known_values(programs)
  )
}

known_values <- function(programs) {
  known <- function(value) length(value) > 0 && !identical(value, "unknown") && !identical(value, "not_shown")
  fields <- c(
    "end", "duration_days", "host_institution", "host_cities", "host_province", "organisers", "funders", "countries",
    "recipient_agencies", "sector", "frame", "format", "venue", "trainees", "topics", "security_related",
    "technology_component", "equipment_transfer"
  )
  counts <- lapply(fields, function(field) sum(vapply(programs, function(program) known(program[[field]]), NA)))
  figures <- sum(vapply(programs, function(program) known(program$participants$value), NA))
  c(setNames(counts, fields), list("participants.value" = figures))
}

statistics_of <- function(filter, programs, sources, level) {
  years <- seq(filter$from, filter$to)
  selected <- select_records(programs, filter)
  counts <- counts_a_year(selected, years)
  attributes <- c("security_related", "technology_component", "equipment_transfer")
  list(
    filter = filter,
    n = length(selected),
    frequency = frequency(counts, years, level),
    shares = sapply(attributes, function(field) share(selected, field, level), simplify = FALSE),
    composition = sapply(names(vocabularies), function(name) composition(selected, name, level), simplify = FALSE),
    trend = trend(counts, years, level),
    overview = overview(selected, sources)
  )
}

statistics_reference <- function(level = 0.95) {
  programs <- read_records("programs")
  sources <- read_records("sources")
  chosen <- filters(pluck(programs, "year"))
  list(
    session = session(),
    level = level,
    filters = lapply(chosen, statistics_of, programs = programs, sources = sources, level = level)
  )
}
