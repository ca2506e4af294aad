# Whole answers of the statistics that count programs: how often, of what kinds, and how much is known.

answer_overview <- function(input) {
  selected <- chosen(input)
  level <- level_of(input)
  cited <- sources[sources$id %in% unlist(selected$sources), ]
  languages <- by_frequency(count_values(cited$language))
  distinct <- function(values) length(unique(na.omit(unlist(values))))
  list(
    n = nrow(selected), first_year = min(selected$year), last_year = max(selected$year),
    years_with_programs = distinct(selected$year), countries = distinct(selected$countries),
    host_institutions = distinct(selected$host_institution), host_cities = distinct(selected$host_cities),
    host_provinces = distinct(selected$host_province), sectors = distinct(selected$sector), sources = nrow(cited),
    source_languages = rows_of(names(languages), function(name) list(language = name, sources = languages[[name]])),
    headline_shares = rows_of(attributes_of_programs, function(name) {
      c(list(attribute = name), share_of(selected[[name]], level))
    }),
    known_values = rows_of(known_fields, function(field) {
      column <- selected[[if (field == "participants") "participants_value" else field]]
      known <- if (is.list(column)) sum(lengths(column) > 0) else sum(!is.na(column))
      list(field = field, known = known, n = nrow(selected), share = exact_share(known, nrow(selected), level))
    })
  )
}

attributes_of_programs <- c("security_related", "technology_component", "equipment_transfer")

known_fields <- c(
  "end", "duration_days", "venue", "host_institution", "host_cities", "host_province", "organisers", "funders", "frame",
  "countries", "recipient_agencies", "sector", "topics", "participants", "security_related", "technology_component",
  "equipment_transfer", "format", "trainees"
)

share_of <- function(values, level) {
  yes <- sum(values %in% "true")
  no <- sum(values %in% "false")
  n <- length(values)
  list(
    n = n, yes = yes, no = no, unknown = n - yes - no,
    clopper_pearson = exact_share(yes, yes + no, level),
    wilson = if (yes + no == 0) list(estimate = NA) else estimate(yes / (yes + no), wilson(yes, yes + no, level)),
    if_unknown_are_no = exact_share(yes, n, level),
    if_unknown_are_yes = exact_share(n - no, n, level)
  )
}


# The values of a dimension, one vector a program; unknown is none.
dimension_values <- function(selected, name) {
  fields <- c(country = "countries", host_city = "host_cities", topic = "topics")
  column <- selected[[if (name %in% names(fields)) fields[[name]] else name]]
  lapply(column, function(values) values[!is.na(values)])
}

answer_share <- function(input) {
  selected <- chosen(input)
  level <- level_of(input)
  years <- years_of(input)
  told <- selected[[input$attribute]]
  counts_of <- function(held) {
    list(yes = sum(told[held] %in% "true"), no = sum(told[held] %in% "false"), unknown = sum(!told[held] %in% c("true", "false")))
  }
  known <- function(counts) counts$yes + counts$no
  early_years <- years[seq_len(length(years) %/% 2)]
  half <- function(own) c(list(from = min(own), to = max(own)), counts_of(selected$year %in% own))
  halves <- NULL
  if (length(years) > 1) {
    early <- half(early_years)
    late <- half(setdiff(years, early_years))
    empty <- known(early) < 10 || known(late) < 10
    found <- if (!empty) share_difference(c(late$yes, early$yes), c(known(late), known(early)), level)
    halves <- list(early = early, late = late, difference = estimate(found$estimate, found$interval, empty))
  }
  groups <- list()
  if (!is.null(input$by)) {
    values <- dimension_values(selected, input$by)
    order <- vocabularies[[input$by]]
    named <- names(by_frequency(count_values(unlist(values)), Filter(function(value) value %in% unlist(values), order)))
    counts <- lapply(named, function(value) counts_of(vapply(values, function(list) value %in% list, NA)))
    told_of <- which(vapply(counts, known, 0) > 0)
    pooled <- pooled_shares(vapply(counts[told_of], function(one) one$yes, 0), vapply(counts[told_of], known, 0))
    groups <- lapply(seq_along(named), function(place) {
      one <- counts[[place]]
      near <- if (is.null(pooled) || !place %in% told_of) NA else as.numeric(pooled$shares[match(place, told_of)])
      c(list(value = named[place]), one, list(share = exact_share(one$yes, known(one), level), pooled = near))
    })
    silent <- lengths(values) == 0
    if (any(silent)) {
      one <- counts_of(silent)
      groups <- c(groups, list(c(list(value = NULL), one, list(share = exact_share(one$yes, known(one), level), pooled = NULL))))
    }
  }
  all <- counts_of(rep(TRUE, length(told)))
  c(share_of(told, level), list(
    whatever_unknown = if (length(told) > 0) bounded_share(all$yes, all$unknown, length(told), level),
    halves = halves, groups = I(groups)
  ))
}

series_of <- function(held, years, level) {
  counts <- vapply(years, function(year) sum(held == year), 0)
  list(
    n = sum(counts),
    rate = estimate(sum(counts) / length(years), mean_interval(counts, level)$interval),
    rate_poisson = estimate(sum(counts) / length(years), garwood(sum(counts), length(years), level)),
    dispersion = mean_interval(counts, level)$dispersion,
    years = rows_of(seq_along(years), function(place) {
      c(list(year = years[place], count = counts[place]), garwood(counts[place], 1, level))
    })
  )
}

answer_frequency <- function(input) {
  selected <- chosen(input)
  years <- years_of(input)
  level <- level_of(input)
  groups <- list()
  if (!is.null(input$by)) {
    values <- dimension_values(selected, input$by)
    order <- vocabularies[[input$by]]
    named <- by_frequency(count_values(unlist(values)), Filter(function(value) value %in% unlist(values), order))
    groups <- lapply(names(named), function(value) {
      c(list(value = value), series_of(selected$year[vapply(values, function(list) value %in% list, NA)], years, level))
    })
    silent <- selected$year[lengths(values) == 0]
    if (length(silent) > 0) groups <- c(groups, list(c(list(value = NULL), series_of(silent, years, level))))
  }
  list(
    n = nrow(selected), first_year = min(years), last_year = max(years),
    total = series_of(selected$year, years, level), groups = I(groups)
  )
}

answer_trend <- function(input) {
  years <- years_of(input)
  counts <- vapply(years, function(year) sum(chosen(input)$year == year), 0)
  level <- level_of(input)
  fit <- poisson_trend(years, counts, level)
  kendall <- mann_kendall(counts)
  early <- seq_len(length(years) %/% 2)
  halves <- list(early = early, late = setdiff(seq_along(years), early))
  half <- function(places) {
    list(from = min(years[places]), to = max(years[places]), years = length(places), count = sum(counts[places]))
  }
  ratio <- rate_ratio(c(sum(counts[halves$late]), sum(counts[early])), lengths(halves[c("late", "early")]), level)
  sen <- sen_slope(years, counts, level)
  wider <- mean_ratio_interval(counts[halves$late], counts[halves$early], level)
  list(
    n = sum(counts),
    years = rows_of(seq_along(years), function(place) {
      around <- fit$expected_intervals[[place]]
      c(
        list(year = years[place], count = counts[place]), garwood(counts[place], 1, level),
        list(expected = fit$expected[place], expected_low = around$low, expected_high = around$high)
      )
    }),
    rate_ratio = list(
      headline = estimate(fit$rate_ratio, fit$headline),
      wald = estimate(fit$rate_ratio, fit$wald), profile_likelihood = estimate(fit$rate_ratio, fit$profile),
      quasi_poisson = estimate(fit$rate_ratio, fit$quasi)
    ),
    tipping_point = local({
      span <- max(years) - min(years)
      estimate(fit$rate_ratio^span, list(low = fit$headline$low^span, high = fit$headline$high^span))
    }),
    detectable_growth = list(
      rate_ratio = detectable_growth(years, sum(counts), list(estimate = fit$dispersion, df = fit$residual_df), level, 0.8),
      power = 0.8
    ),
    likelihood_ratio_test = list(p_value = fit$p_value, statistic = fit$likelihood_ratio, df = 1),
    dispersion = list(estimate = fit$dispersion, df = fit$residual_df),
    mann_kendall = list(
      p_value = kendall$p_permutation, p_value_normal = kendall$p_normal, permutation = "exact",
      permutations = kendall$permutations, s = kendall$s, variance = kendall$variance, z = kendall$z, tau_b = kendall$tau_b
    ),
    sen_slope = sen$slope,
    sen_interval = if (sum(counts) < 3 * length(years)) list(estimate = NA) else estimate(sen$slope, sen$interval),
    halves = list(
      early = half(halves$early), late = half(halves$late), dispersion = wider$dispersion,
      rate_ratio = estimate(ratio$estimate, wider$interval), rate_ratio_poisson = estimate(ratio$estimate, ratio),
      p_value_poisson = ratio$p_value
    )
  )
}

# Counts in random order of the years.
within_trend <- function(input) {
  years <- years_of(input)
  counts <- vapply(years, function(year) sum(chosen(input)$year == year), 0)
  early <- seq_along(years) <= length(years) %/% 2
  slope <- function(order) abs(sum((length(years) * years - sum(years)) * order))
  halves <- function(order) abs(sum(order[!early]) * sum(early) - sum(order[early]) * sum(!early))
  p_of <- function(place, statistic) {
    p_within(place, sum(replicate(R_DRAWS / 5, statistic(sample(counts)) >= statistic(counts))), R_DRAWS / 5, 9999)
  }
  list(p_of("slope_test.p_value", slope), p_of("halves.p_value", halves))
}

answer_composition <- function(input) {
  selected <- chosen(input)
  values <- dimension_values(selected, input$dimension)
  order <- vocabularies[[input$dimension]]
  counts <- vapply(order, function(value) sum(unlist(values) == value), 0)
  known <- sum(lengths(values) > 0)
  level <- level_of(input)
  # goodman() squares a count over the whole, which is zero for a count of zero whatever the rest.
  of_programs <- setNames(goodman(counts, level, length(order), known), order)
  of_pairs <- setNames(goodman(counts, level), order)
  list(
    n = nrow(selected), known = known, unknown = nrow(selected) - known, pairs = sum(counts),
    multi_valued = input$dimension == "country",
    rows = rows_of(names(by_frequency(counts, order)), function(value) {
      list(
        value = value, count = counts[[value]],
        share_of_programs = estimate(counts[[value]] / known, of_programs[[value]]),
        share_of_pairs = estimate(counts[[value]] / sum(counts), of_pairs[[value]])
      )
    })
  )
}

quantity <- function(values, level) {
  known <- values[!is.na(values)]
  at <- function(p) quantile(known, p, type = 7, names = FALSE)
  limits <- median_interval(known, level)
  if (is.null(limits)) limits <- list(low = NA, high = NA)
  list(
    n = length(values), known = length(known), unknown = sum(is.na(values)), sum = sum(known),
    least = if (length(known) > 0) min(known) else NA, lower_quartile = if (length(known) > 0) at(0.25) else NA,
    median = if (length(known) > 0) estimate(at(0.5), limits) else list(estimate = NA),
    upper_quartile = if (length(known) > 0) at(0.75) else NA, most = if (length(known) > 0) max(known) else NA
  )
}

answer_participants <- function(input) {
  selected <- chosen(input)
  level <- level_of(input)
  basis <- selected$participants_basis
  groups <- list(
    all = TRUE | selected$year, recipients_only = basis %in% c("exact", "rounded"),
    other_countries_too = basis == "includes_other_countries"
  )
  printed <- selected[basis != "unknown", ]
  lows <- ifelse(is.na(printed$participants_low), printed$participants_value, printed$participants_low)
  known <- sum(!is.na(selected$participants_value))
  list(
    n = nrow(selected), share_known = exact_share(known, nrow(selected), level),
    groups = rows_of(names(groups), function(name) {
      c(list(group = name), quantity(selected$participants_value[groups[[name]]], level))
    }),
    bounds = list(
      low_total = sum(lows, na.rm = TRUE), low_programs = sum(!is.na(lows)),
      high_total = sum(printed$participants_high, na.rm = TRUE), high_programs = sum(!is.na(printed$participants_high)),
      open_ended = sum(is.na(printed$participants_high))
    )
  )
}

answer_duration <- function(input) {
  selected <- chosen(input)
  level <- level_of(input)
  held <- Filter(function(format) any(selected$format %in% format), vocabularies$format)
  list(
    n = nrow(selected), share_known = exact_share(sum(!is.na(selected$duration_days)), nrow(selected), level),
    all = quantity(selected$duration_days, level),
    formats = rows_of(held, function(format) {
      c(list(format = format), quantity(selected$duration_days[selected$format %in% format], level))
    })
  )
}
