# Whole answers of the statistics of change, relation and scope.

answer_changepoint <- function(input) {
  years <- years_of(input)
  counts <- vapply(years, function(year) sum(chosen(input)$year == year), 0)
  found <- change_point(counts)
  before <- seq_along(years) <= found$place
  places <- seq_len(length(years) - 1)
  # With the 5 degrees of freedom that the search needs.
  spread <- inflation(dispersion_of(counts, ifelse(before, found$before, found$after), 2), level_of(input))
  kept <- change_statistics(counts) >= found$statistic - qchisq(level_of(input), 5) * spread
  list(
    n = sum(counts),
    years = rows_of(seq_along(years), function(place) {
      rate <- if (before[place]) found$before else found$after
      c(list(year = years[place], count = counts[place]), garwood(counts[place], 1, level_of(input)), list(rate = rate))
    }),
    change = list(
      statistic = found$statistic, permutations = 9999, first_year = years[found$place + 1],
      earliest_year = min(years[-1][kept]), latest_year = max(years[-1][kept]),
      years_before = sum(before), count_before = sum(counts[before]), rate_before = found$before,
      years_after = sum(!before), count_after = sum(counts[!before]), rate_after = found$after
    ),
    profile = rows_of(places, function(place) {
      list(first_year = years[place + 1], statistic = change_statistics(counts)[place], kept = kept[place])
    })
  )
}

within_changepoint <- function(input) {
  counts <- vapply(years_of(input), function(year) sum(chosen(input)$year == year), 0)
  seen <- max(change_statistics(counts)) * (1 - 1e-9)
  draws <- R_DRAWS / 5
  large <- sum(replicate(draws, max(change_statistics(sample(counts))) >= seen))
  list(p_within("change.p_value", large, draws, 9999))
}

crosstab_table <- function(input) {
  selected <- chosen(input)
  side <- function(name) {
    values <- vapply(dimension_values(selected, name), function(values) c(values, NA)[1], "")
    list(name = name, values = values)
  }
  sides <- list(side(given(input, "rows", "domain")), side(given(input, "columns", "frame")))
  both <- !is.na(sides[[1]]$values) & !is.na(sides[[2]]$values)
  ordered <- lapply(sides, function(side) {
    listed <- vocabularies[[side$name]]
    counts <- count_values(side$values[both])
    if (is.null(listed)) names(by_frequency(counts)) else names(by_frequency(counts, intersect(listed, names(counts))))
  })
  coded <- lapply(1:2, function(place) pooled(sides[[place]]$values[both], ordered[[place]]))
  list(n = nrow(selected), known = sum(both), table = unclass(table(coded[[1]], coded[[2]])))
}

# Of more than twenty values those beyond the first nineteen are counted together.
pooled <- function(values, order) {
  if (length(order) <= 20) return(factor(values, order))
  shown <- order[1:19]
  factor(ifelse(values %in% shown, values, "other values"), c(shown, "other values"))
}

# Each cell against all others, adjusted to one another; both cells of a side of two are one test.
cell_tests <- function(table) {
  p <- table
  p[] <- vapply(seq_along(table), function(cell) {
    own <- table[cell]
    row <- sum(table[row(table)[cell], ]) - own
    column <- sum(table[, col(table)[cell]]) - own
    fisher.test(matrix(c(own, row, column, sum(table) - own - row - column), 2))$p.value
  }, 0)
  rows <- if (nrow(p) == 2) 1 else seq_len(nrow(p))
  columns <- if (ncol(p) == 2) 1 else seq_len(ncol(p))
  adjusted <- p[rows, columns, drop = FALSE]
  adjusted[] <- p.adjust(adjusted, "holm")
  p[] <- adjusted[pmin(row(p), length(rows)) + (pmin(col(p), length(columns)) - 1) * length(rows)]
  p
}

answer_crosstab <- function(input) {
  found <- crosstab_table(input)
  table <- matrix(as.numeric(found$table), nrow(found$table), dimnames = unname(dimnames(found$table)))
  test <- suppressWarnings(chisq.test(table, correct = FALSE))
  places <- expand.grid(column = seq_len(ncol(table)), row = seq_len(nrow(table)))
  adjusted <- cell_tests(table)
  answer <- list(
    n = found$n, known = found$known, unknown = found$n - found$known, pairs = found$known, multi_valued = FALSE,
    cells = rows_of(seq_len(nrow(places)), function(cell) {
      at <- cbind(places$row[cell], places$column[cell])
      list(
        row = rownames(table)[at[1]], column = colnames(table)[at[2]], observed = table[at], expected = test$expected[at],
        adjusted_residual = test$stdres[at], p_holm = adjusted[at]
      )
    }),
    chi_square = list(
      p_value = test$p.value, statistic = test$statistic[[1]], df = test$parameter[[1]],
      smallest_expected = min(test$expected)
    ),
    cramers_v = cramers_v(table)
  )
  if (!draws_tables(input)) answer$fisher <- list(p_value = fisher.test(table, workspace = 2e7)$p.value, method = "exact")
  if (all(dim(table) == 2)) {
    exact <- fisher_two_by_two(table, level_of(input))
    answer$odds_ratio <- estimate(exact$odds_ratio, exact)
  }
  answer
}

# The catalogue draws tables where there are too many to go through: of these questions, of more than 100 programs.
draws_tables <- function(input) !is.null(input$drawn) || nrow(chosen(input)) > 100

within_crosstab <- function(input) {
  if (!draws_tables(input)) return(list())
  table <- crosstab_table(input)$table
  p <- fisher.test(table, simulate.p.value = TRUE, B = R_DRAWS)$p.value
  list(p_within("fisher.p_value", p * (R_DRAWS + 1) - 1, R_DRAWS, 1e4))
}

scope_fields <- c(
  sector = "sector", host_institution = "host_institution", recipient_agency = "recipient_agencies", topic = "topics"
)

first_late_year <- function(input) {
  years <- years_of(input)
  given(input, "split", min(years) + length(years) %/% 2)
}

# What each program names of a kind, once.
namings <- function(selected, kind) lapply(selected[[scope_fields[[kind]]]], function(values) unique(values[!is.na(values)]))

# Late less early, in as many mentions as the smaller period has; a difference of the size of rounding is none.
scope_difference <- function(named, early) {
  kinds <- unique(unlist(named))
  half <- function(keep) tabulate(match(unlist(named[keep]), kinds), length(kinds))
  counts <- list(half(!early), half(early))
  size <- min(sum(counts[[1]]), sum(counts[[2]]))
  expected <- vapply(counts, function(count) sum(1 - dhyper(0, count, sum(count) - count, size)), 0)
  zapped <- expected[1] - expected[2]
  if (abs(zapped) < 1e-9) 0 else zapped
}

# Programs that name something move between the periods, each with all that it names.
within_scope <- function(input) {
  selected <- chosen(input)
  early <- selected$year < first_late_year(input)
  draws <- R_DRAWS / 10
  unlist(lapply(seq_along(scope_fields), function(place) {
    named <- namings(selected, names(scope_fields)[place])
    names_some <- lengths(named) > 0
    named <- named[names_some]
    period <- early[names_some]
    if (!any(period) || all(period)) return(list())
    seen <- abs(scope_difference(named, period)) - 1e-9
    large <- sum(replicate(draws, abs(scope_difference(named, sample(period))) >= seen))
    list(p_within(paste0("kinds.", place - 1, ".difference.p_value"), large, draws, 9999))
  }), recursive = FALSE)
}

answer_scope <- function(input) {
  selected <- chosen(input)
  years <- years_of(input)
  split <- first_late_year(input)
  early <- selected$year < split
  kind_of <- function(kind) {
    values <- namings(selected, kind)
    year <- rep(selected$year, lengths(values))
    named <- unlist(values)
    half <- function(keep) as.numeric(table(unlist(values[keep])))
    size <- min(sum(half(early)), sum(half(!early)))
    first <- tapply(year, named, min)
    first <- first[order(first, names(first), method = "radix")]
    all <- as.numeric(table(named))
    sizes <- seq_len(min(length(named), 40))
    list(
      kind = kind, rarefied_to = if (size > 0) size else list(p_value = NA),
      difference = if (size > 0) list(estimate = scope_difference(values, early)) else list(p_value = NA),
      periods = rows_of(c("early", "late"), function(period) {
        counts <- half(if (period == "early") early else !early)
        numbers <- hill(counts)
        list(
          period = period, mentions = sum(counts), distinct = length(counts), hill_1 = numbers$q1, hill_2 = numbers$q2,
          rarefied = if (size > 0) rarefied(counts, size)
        )
      }),
      first_years = rows_of(names(first), function(value) list(value = value, year = first[[value]])),
      curve = rows_of(sizes, function(place) {
        # Halves are rounded up, which round() of R does not do.
        mentions <- floor(place * length(named) / length(sizes) + 0.5)
        list(mentions = mentions, expected = sum(1 - dhyper(0, all, length(named) - all, mentions)))
      })
    )
  }
  list(
    n = nrow(selected),
    periods = I(list(
      list(period = "early", from = min(years), to = split - 1, programs = sum(early)),
      list(period = "late", from = split, to = max(years), programs = sum(!early))
    )),
    kinds = rows_of(names(scope_fields), kind_of)
  )
}
