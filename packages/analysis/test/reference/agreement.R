# Agreement of coders: Krippendorff's alpha by the coincidence matrix of his worked examples, and cases.

# Units are rows, coders are columns; NA is a missing value.
coincidences <- function(values) {
  kinds <- sort(unique(values[!is.na(values)]))
  matrix <- matrix(0, length(kinds), length(kinds))
  for (unit in seq_len(nrow(values))) {
    places <- match(values[unit, !is.na(values[unit, ])], kinds)
    for (first in seq_along(places)) for (second in seq_along(places)[-first]) {
      cell <- cbind(places[first], places[second])
      matrix[cell] <- matrix[cell] + 1 / (length(places) - 1)
    }
  }
  matrix
}

# alpha = 1 - (n - 1) * (n - sum(o_cc)) / (n^2 - sum(n_c^2)). A number of values is whole.
agreement <- function(values) {
  matrix <- coincidences(values)
  pairable <- rowSums(!is.na(values)) > 1
  n <- sum(!is.na(values[pairable, ]))
  totals <- round(rowSums(matrix))
  stopifnot(sum(totals) == n)
  apart <- sum(matrix) - sum(diag(matrix))
  if (abs(apart) < 1e-9) apart <- 0
  varies <- n^2 > sum(totals^2)
  list(
    alpha = if (!varies) NA else if (apart == 0) 1 else 1 - (n - 1) * apart / (n^2 - sum(totals^2)),
    pairable_units = sum(pairable),
    values = n,
    percent_agreement = if (n == 0) NA else 1 - apart / n
  )
}

# One less the ends of Clopper and Pearson for the share of pairs that differ over that by chance, for so many units as carry
# the variance of the linear terms of alpha.
alpha_interval <- function(values, level) {
  values <- values[rowSums(!is.na(values)) > 1, , drop = FALSE]
  units <- nrow(values)
  kinds <- sort(unique(values[!is.na(values)]))
  if (units < 2 || length(kinds) < 2) return(NULL)
  counts <- matrix(vapply(kinds, function(kind) rowSums(values == kind, na.rm = TRUE), numeric(units)), units)
  size <- rowSums(counts)
  apart <- (size^2 - rowSums(counts^2)) / (size - 1)
  n <- sum(size)
  totals <- colSums(counts)
  differing <- n^2 - sum(totals^2)
  seen <- sum(apart) / n
  chance <- differing / n / (n - 1)
  ratio <- seen / chance
  terms <- (apart * (n - 1) + sum(apart) * size - ratio * 2 * (n * size - counts %*% totals)) / differing
  variance <- units * var(c(terms))
  certain <- seen == 0 || seen == 1
  m <- if (certain || variance < 1e-25) units else min(units, seen * (1 - seen) / variance / chance^2)
  q <- (1 + level) / 2
  m <- m / (qt(q, units - 1) / qnorm(q))^2
  tail <- if (certain) 1 - level else 1 - q
  low <- if (seen == 0) 0 else qbeta(tail, seen * m, m - seen * m + 1)
  high <- if (seen == 1) 1 else qbeta(tail, seen * m + 1, m - seen * m, lower.tail = FALSE)
  list(low = 1 - high / chance, high = 1 - low / chance)
}

# Gwet (2008), over the kinds that occur.
gwet_ac1 <- function(values) {
  kinds <- sort(unique(values[!is.na(values)]))
  counts <- matrix(vapply(kinds, function(kind) rowSums(values == kind, na.rm = TRUE), numeric(nrow(values))), nrow(values))
  size <- rowSums(counts)
  if (!any(size > 1) || length(kinds) < 2) return(NA)
  pairs <- counts[size > 1, , drop = FALSE]
  agreeing <- mean(rowSums(pairs * (pairs - 1)) / (rowSums(pairs) * (rowSums(pairs) - 1)))
  shares <- colMeans((counts / size)[size > 0, , drop = FALSE])
  chance <- sum(shares * (1 - shares)) / (length(kinds) - 1)
  (agreeing - chance) / (1 - chance)
}

# Krippendorff (2011), examples A to C: his alphas to three digits.
worked_examples <- function() {
  columns <- function(...) cbind(...)
  split <- function(text) {
    values <- strsplit(text, " ")[[1]]
    ifelse(values == ".", NA, values)
  }
  list(
    list(columns(split("0 1 0 0 0 0 0 0 1 0"), split("1 1 1 0 0 1 0 0 0 0")), 0.095),
    list(columns(split("a a b b d c c c e d d a"), split("b a b b b c c c e d d d")), 0.692),
    list(
      columns(
        split("1 2 3 3 2 1 4 1 2 . . ."), split("1 2 3 3 2 2 4 1 2 5 . 3"), split(". 3 3 3 2 3 4 2 2 5 1 ."),
        split("1 2 3 3 2 4 4 1 2 5 1 .")
      ), 0.743
    )
  )
}

coded_units <- function() {
  awkward <- list(
    matrix(NA_character_, 0, 2), matrix(NA_character_, 4, 3), matrix("a", 1, 1), matrix("a", 1, 2), matrix("a", 5, 2),
    matrix(c("a", "b"), 1), matrix(c("a", "b", "a", "b"), 2), matrix(c("a", "b", "b", "a"), 2), matrix(letters[1:10], 5),
    matrix(c("a", NA, "b", NA, "a", "c"), 3), matrix(rep(c("a", "b"), c(99, 1)), 50), matrix(rep(letters[1:4], 1000), 1000)
  )
  published <- lapply(worked_examples(), function(example) example[[1]])
  drawn <- lapply(1:190, function(case) {
    units <- sample(2:30, 1)
    coders <- sample(2:5, 1)
    truth <- sample(letters[1:sample(2:6, 1)], units, replace = TRUE)
    values <- matrix(rep(truth, coders), units)
    noise <- runif(length(values)) < sample(c(0, 0.1, 0.5, 1), 1)
    values[noise] <- sample(letters[1:6], sum(noise), replace = TRUE)
    values[runif(length(values)) < sample(c(0, 0.2, 0.7), 1)] <- NA
    values
  })
  c(published, awkward, drawn)
}

json_values <- function(values) I(lapply(values, function(value) if (is.na(value)) NULL else value))

agreement_cases <- function() {
  for (example in worked_examples()) stopifnot(abs(agreement(example[[1]])$alpha - example[[2]]) < 0.0005)
  # Gwet's AC1 of the third example, as irrCAC documents it.
  stopifnot(abs(gwet_ac1(worked_examples()[[3]][[1]]) - 0.77544) < 5e-6)
  lapply(coded_units(), function(values) {
    units <- lapply(seq_len(nrow(values)), function(unit) json_values(values[unit, ]))
    intervals <- I(lapply(levels, function(level) alpha_interval(values, level)))
    list(units = I(units), expected = c(agreement(values), list(ac1 = gwet_ac1(values), intervals = intervals)))
  })
}

agreement_reference <- function() {
  set.seed(20110125, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
  list(session = session(), agreement = agreement_cases())
}
