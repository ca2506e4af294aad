# Whole answers of the statistics of other records, and of those made of other statistics.

answer_partnerships <- function(input) {
  selected <- chosen(input)
  years <- years_of(input)
  steps <- partnerships[at_least(partnerships$confidence, input), ]
  if (!is.null(input$countries)) steps <- steps[steps$country %in% input$countries, ]
  cited <- lengths(strsplit(steps$sources, "; ", fixed = TRUE))
  steps <- steps[cited >= given(input, "minimum_sources", 1), ]
  steps <- steps[order(steps$date, steps$id, method = "radix"), ]
  date <- given(input, "date", paste0(max(years), "-12-31"))
  countries <- if (is.null(input$countries)) vocabularies$country else unclass(input$countries)
  levels <- lapply(countries, function(country) level_on(steps[steps$country == country, ], country, date))
  list(
    in_dataset = nrow(partnerships), date = date, countries = I(levels),
    comprehensive_or_above = sum(vapply(levels, function(level) level$rank %in% 3:5, NA)),
    steps = adjusted_steps(rows_of(seq_len(nrow(steps)), function(place) {
      step_at(steps, place, selected, years, level_of(input))
    }))
  )
}

# Dates are compared as far as both are known.
level_on <- function(steps, country, date) {
  known <- pmin(nchar(steps$date), nchar(date))
  last <- tail(steps[substr(steps$date, 1, known) <= substr(rep(date, nrow(steps)), 1, known), ], 1)
  if (nrow(last) == 0) return(list(country = country, level = NA, rank = NA, since = NA, certain = TRUE))
  coarse <- nchar(last$date) < nchar(date) && startsWith(date, last$date)
  list(country = country, level = last$level, rank = last$rank, since = last$date, certain = !coarse)
}

step_at <- function(steps, place, selected, years, level) {
  step <- steps[place, ]
  earlier <- steps[seq_len(place - 1), ]
  year <- year_of(step$date)
  own <- selected$year[names_one_of(selected$countries, step$country)]
  spans <- c(sum(years > year), sum(years < year))
  held <- c(sum(own > year), sum(own < year))
  counts <- vapply(years, function(one) sum(own == one), 0)
  fit <- trend_step(years, counts, year, level)
  free <- setdiff(years, year_of(steps$date[steps$country == step$country]))
  others <- abs(as.numeric(unlist(lapply(free, function(one) trend_step(years, counts, one, level)$statistic))))
  placebo <- if (!is.null(fit) && length(others) > 0) {
    large <- sum(others >= abs(fit$statistic))
    list(years = length(others), as_large = large, share = large / length(others))
  }
  list(
    id = step$id, country = step$country, date = step$date, level = step$level, rank = step$rank,
    kind = if (all(step$rank > earlier$rank[earlier$country == step$country])) "step" else "same_level",
    years_before = spans[2], programs_before = held[2], years_after = spans[1], programs_after = held[1],
    rate_ratio = estimate(fit$ratio, fit$interval, is.null(fit)), p_value = fit$p_value, placebo = placebo
  )
}

adjusted_steps <- function(steps) {
  p <- vapply(steps, function(step) if (is.null(step$p_value)) NA else step$p_value, 0)
  Map(function(step, holm) c(step, list(p_holm = holm)), steps, p.adjust(p, "holm"))
}

answer_transfers <- function(input) {
  selected <- chosen_records(transfers, input)
  stated <- selected[!is.na(selected$value) & !is.na(selected$currency), ]
  stated <- stated[order(stated$id, method = "radix"), ]
  currencies <- by_frequency(count_values(stated$currency))
  list(
    in_dataset = nrow(transfers), n = nrow(selected), undated = sum(is.na(selected$date)),
    years = year_counts(selected$date, years_of(input, year_of(na.omit(transfers$date))), level_of(input)),
    countries = value_counts(selected$country), kinds = value_counts(selected$kind),
    terms = value_counts(ifelse(selected$terms == "unknown", NA, selected$terms)),
    without_value = nrow(selected) - nrow(stated),
    money = rows_of(names(currencies), function(currency) {
      amounts <- stated$value[stated$currency == currency]
      list(currency = currency, records = length(amounts), sum = sum(amounts), largest = max(amounts))
    }),
    values = rows_of(seq_len(nrow(stated)), function(place) as.list(stated[place, stated_fields]))
  )
}

stated_fields <- c("id", "country", "date", "kind", "title", "value", "currency", "notes")

answer_adoptions <- function(input) {
  selected <- chosen_records(adoptions, input)
  level <- level_of(input)
  used <- selected[selected$status %in% c("operating", "trial", "being_installed"), ]
  chinese <- function(among) {
    ifelse(lengths(among$supplier_countries) == 0, NA, ifelse(names_one_of(among$supplier_countries, "CN"), "true", "false"))
  }
  suppliers <- lapply(strsplit(selected$supplier, ";", fixed = TRUE), function(names) unique(trimws(names)))
  list(
    in_dataset = nrow(adoptions), n = nrow(selected), undated = sum(is.na(selected$date)),
    years = year_counts(selected$date, years_of(input, year_of(na.omit(adoptions$date))), level),
    countries = value_counts(selected$country), systems = value_counts(selected$system),
    statuses = value_counts(ifelse(selected$status == "unknown", NA, selected$status)),
    suppliers = value_counts(suppliers), supplier_countries = value_counts(selected$supplier_countries),
    chinese_supplier = share_of(chinese(selected), level), chinese_supplier_in_use = share_of(chinese(used), level),
    countries_in_use = length(unique(used$country[chinese(used) %in% "true"]))
  )
}

answer_indicators <- function(input) {
  selected <- indicators[indicators$year %in% years_of(input, indicators$year), ]
  if (!is.null(input$countries)) selected <- selected[selected$country %in% input$countries, ]
  wanted <- if (is.null(input$indicator)) selected$producer == "V-Dem Institute" else selected$indicator == input$indicator
  selected <- selected[wanted, ]
  keys <- unique(selected[c("indicator", "producer", "edition", "country")])
  keys <- keys[order(keys$indicator, keys$producer, keys$edition, keys$country, method = "radix"), ]
  list(
    in_dataset = nrow(indicators), available = I(sort(unique(indicators$indicator), method = "radix")),
    series = rows_of(seq_len(nrow(keys)), function(place) {
      rows <- merge(keys[place, ], selected)
      rows <- rows[order(rows$year), ]
      value_in <- function(row) list(year = rows$year[row], value = rows$value[row])
      c(
        as.list(rows[1, c("indicator", "indicator_name", "producer", "edition", "unit", "country")]),
        list(
          first = value_in(1), last = value_in(nrow(rows)), change = rows$value[nrow(rows)] - rows$value[1],
          values = rows_of(seq_len(nrow(rows)), value_in)
        )
      )
    })
  )
}

# A US fiscal year begins in October and is named by the year in which it ends.
fiscal_year <- function(dates) {
  month <- as.numeric(ifelse(nchar(dates) < 7, NA, substr(dates, 6, 7)))
  year_of(dates) + (month >= 10)
}

answer_compare <- function(input) {
  years <- years_of(input)
  selected <- chosen(input, c(min(years) - 1, years))
  countries <- if (is.null(input$countries)) vocabularies$country else unclass(input$countries)
  cells <- unlist(lapply(countries, function(country) lapply(years, function(year) {
    name <- paste0(year - 1, "-", year)
    own <- selected[fiscal_year(selected$start) %in% year & names_one_of(selected$countries, country), ]
    total <- us_totals[us_totals$fiscal_year == name & us_totals$country == country, ]
    list(
      fiscal_year = name, country = country, programs = nrow(own), participants = sum(own$participants_value, na.rm = TRUE),
      participants_known = sum(!is.na(own$participants_value)), course_lines = c(total$rows, NA)[1],
      trainees = c(total$trainees, NA)[1], trainees_known_lines = c(total$trainees_known_rows, NA)[1]
    )
  })), recursive = FALSE)
  list(
    in_dataset = nrow(us_totals), programs_without_month = sum(is.na(fiscal_year(selected$start))), cells = I(cells),
    countries = rows_of(c(countries, NA), function(country) {
      compared(cells, country, if (is.na(country)) selected, level_of(input))
    })
  )
}

# Of all states together, `selected` holds the programs, each of which counts once.
compared <- function(cells, country, selected, level) {
  own <- Filter(function(cell) is.na(country) || cell$country == country, cells)
  known <- Filter(function(cell) !is.na(cell$course_lines), own)
  total <- function(field) sum(vapply(known, function(cell) as.numeric(cell[[field]]), 0), na.rm = TRUE)
  own_total <- lapply(c("programs", "participants", "participants_known"), total)
  if (!is.null(selected)) {
    names_known <- function(place) {
      state_years <- paste0(fiscal_year(selected$start[place]), unlist(selected$countries[place]))
      any(state_years %in% vapply(known, function(cell) paste0(substr(cell$fiscal_year, 6, 9), cell$country), ""))
    }
    held <- selected[vapply(seq_len(nrow(selected)), names_known, NA), ]
    value <- held$participants_value
    own_total <- list(nrow(held), sum(value, na.rm = TRUE), sum(!is.na(value)))
  }
  ratio <- if (length(known) > 0) rate_ratio(c(own_total[[1]], total("course_lines")), rep(length(known), 2), level)
  list(
    country = country, fiscal_years = length(known), fiscal_years_missing = length(own) - length(known),
    programs = own_total[[1]], pairs = total("programs"), participants = own_total[[2]], participants_known = own_total[[3]],
    course_lines = total("course_lines"), trainees = total("trainees"), ratio = estimate(ratio$estimate, ratio, is.null(ratio))
  )
}

official <- c("government", "international_organisation", "training_institution")

# The programs that each rule of inclusion leaves.
inclusion_rules <- list(
  as_asked = function(among) among,
  high_confidence = function(among) among[among$confidence == "high", ],
  two_sources = function(among) among[lengths(among$sources) > 1, ],
  official_sources = function(among) {
    among[names_one_of(among$sources, sources$id[sources$publisher_type %in% official]), ]
  },
  bilateral = function(among) among[among$frame %in% "bilateral", ],
  exact_dates = function(among) among[nchar(among$start) == 10, ],
  article_scope = function(among) among,
  all_records = function(among) among
)

answer_sensitivity <- function(input) {
  statistic <- given(input, "statistic", "share")
  published <- programs
  on.exit(programs <<- published)
  rows <- lapply(names(inclusion_rules), function(rule) {
    changed <- input[setdiff(names(input), "statistic")]
    if (rule == "article_scope") changed[c("scope", "from", "to")] <- list("article", NULL, NULL)
    if (rule == "all_records") changed[c("scope", "from", "to")] <- list("all", NULL, NULL)
    years <- years_of(changed, published$year)
    changed[c("from", "to")] <- list(min(years), max(years))
    programs <<- inclusion_rules[[rule]](published)
    list(rule = rule, n = nrow(chosen(changed)), headline = headlines[[statistic]](changed))
  })
  list(statistic = statistic, rules = I(rows))
}

headlines <- list(
  share = function(input) answer_share(c(input, list(attribute = "security_related")))$clopper_pearson,
  frequency = function(input) answer_frequency(input)$total$rate,
  duration = function(input) answer_duration(input)$all$median,
  coverage = function(input) answer_coverage(input)$two_or_more,
  compare = function(input) tail(answer_compare(input)$countries, 1)[[1]]$ratio
)
