# Contingency tables: methods and cases.

# Logarithms of the weights of the first cell given the margins, which tilt with the odds ratio. fisher.test() does the same
# and then lets uniroot() stop after four digits; here the roots are looked for among logarithms of the odds ratio, to the
# last digit, and fisher.test() is the check.
tilted <- function(table, log_odds) {
  row <- sum(table[1, ])
  column <- sum(table[, 1])
  rest <- sum(table) - column
  cells <- max(0, row - rest):min(row, column)
  logs <- dhyper(cells, column, rest, row, log = TRUE) + log_odds * (cells - table[1, 1])
  weights <- exp(logs - max(logs))
  list(cells = cells, weights = weights / sum(weights))
}

odds_at <- function(table, quantity) {
  fall <- function(log_odds) with(tilted(table, log_odds), quantity(cells, weights))
  if (fall(0) == 0) return(1)
  far <- sign(fall(0))
  while (sign(fall(far)) == sign(far)) far <- 2 * far
  exp(uniroot(fall, sort(c(0, far)), tol = .Machine$double.eps^1.2, maxiter = 10000)$root)
}

fisher_two_by_two <- function(table, level) {
  if (any(c(rowSums(table), colSums(table)) == 0)) return(list(odds_ratio = NA, low = 0, high = Inf, p_value = 1))
  test <- fisher.test(table, conf.level = level)
  seen <- table[1, 1]
  cells <- tilted(table, 0)$cells
  tail <- (1 - level) / 2
  # Sums over the part seen less often than the whole, so that no digits are lost near one.
  result <- list(
    odds_ratio = if (seen == min(cells)) 0 else if (seen == max(cells)) Inf else
      odds_at(table, function(cells, weights) -sum((cells - seen) * weights)),
    low = if (seen == min(cells)) 0 else odds_at(table, function(cells, weights) tail - sum(weights[cells >= seen])),
    high = if (seen == max(cells)) Inf else odds_at(table, function(cells, weights) sum(weights[cells <= seen]) - tail),
    p_value = test$p.value
  )
  roughly <- function(first, second) {
    if (!is.finite(first) || !is.finite(second)) return(identical(first, second))
    if (max(first, second) > 1) abs(1 / first - 1 / second) < 1e-3 else abs(first - second) < 1e-3
  }
  stopifnot(roughly(result$odds_ratio, test$estimate[[1]]))
  stopifnot(roughly(result$low, test$conf.int[1]), roughly(result$high, test$conf.int[2]))
  result
}

# A table as the tests read it: an array of arrays.
listed <- function(table) I(lapply(seq_len(nrow(table)), function(row) I(table[row, ])))

two_by_two_cases <- function() {
  awkward <- list(
    c(0, 0, 0, 0), c(0, 0, 3, 4), c(3, 0, 4, 0), c(5, 0, 0, 0), c(5, 0, 0, 5), c(0, 5, 5, 0), c(1, 0, 0, 1), c(1, 1, 1, 1),
    c(10, 0, 5, 1), c(0, 1, 1, 1), c(3, 1, 1, 3), c(10, 2, 3, 15), c(8, 8, 8, 8), c(2, 3, 4, 6), c(1000, 900, 950, 1000),
    c(10000, 9900, 9950, 10100), c(1, 10000, 10000, 12000), c(0, 10000, 3, 10000), c(59, 0, 1, 12), c(26, 26, 0, 20),
    c(20000, 20000, 20000, 20000), c(1, 99999, 5, 99995), c(13, 14, 2, 43)
  )
  drawn <- lapply(1:40, function(case) rpois(4, sample(c(0.7, 3, 12, 60, 400), 1) * exp(runif(4, -0.4, 0.4))))
  at_each_level(c(awkward, drawn), function(counts, level) {
    table <- matrix(counts, 2, byrow = TRUE)
    list(table = listed(table), level = level, expected = fisher_two_by_two(table, level))
  })
}

filled <- function(table) table[rowSums(table) > 0, colSums(table) > 0, drop = FALSE]

is_testable <- function(table) all(dim(filled(table)) > 1)

drawn_table <- function(total, most) {
  shape <- sample(2:most, 2, replace = TRUE)
  table <- matrix(0, shape[1], shape[2])
  places <- sample(length(table), total, replace = TRUE, prob = runif(length(table), 0.05, 1))
  table[] <- tabulate(places, length(table))
  table
}

awkward_tables <- function() {
  list(
    matrix(0, 2, 3), matrix(7, 1, 1), matrix(c(1, 2, 3), 1), matrix(c(1, 2, 3), 3), matrix(c(0, 0, 4, 5), 2), diag(2),
    diag(4), diag(c(3, 2, 2)), diag(c(5, 5, 5)), matrix(1, 3, 3), matrix(2, 2, 4), matrix(c(4, 0, 0, 5, 0, 0, 0, 0, 6), 3),
    matrix(c(3, 0, 1, 0, 0, 0, 2, 0, 5), 3), matrix(c(10, 0, 0, 10, 5, 5), 2), matrix(c(1, 0, 0, 1, 1, 0), 2)
  )
}

larger_table_cases <- function() {
  drawn <- lapply(1:190, function(case) drawn_table(sample(3:14, 1), 4))
  tables <- c(awkward_tables(), drawn)
  lapply(tables, function(table) {
    p <- if (is_testable(table)) fisher.test(filled(table), workspace = 2e6)$p.value else 1
    list(table = listed(table), expected = list(p_value = p))
  })
}

# Too many tables to go through; FEXACT knows the exact value all the same.
drawn_test_cases <- function() {
  tables <- list(
    matrix(c(1, 3, 10, 6, 2, 3, 10, 7, 1, 6, 14, 12, 0, 1, 9, 11), 4),
    matrix(c(9, 2, 1, 3, 8, 2, 1, 3, 9, 2, 2, 2), 3), matrix(c(5, 5, 0, 0, 6, 2, 3, 1, 9, 3, 3, 2, 4, 0, 2), 3)
  )
  lapply(tables, function(table) list(table = listed(table), p_value = fisher.test(table, workspace = 2e8)$p.value))
}

chi_square <- function(table) {
  if (!is_testable(table)) return(NULL)
  kept <- filled(table)
  test <- suppressWarnings(chisq.test(kept, correct = FALSE))
  expected <- residuals <- 0 * table
  expected[rowSums(table) > 0, colSums(table) > 0] <- test$expected
  residuals[rowSums(table) > 0, colSums(table) > 0] <- test$stdres
  list(
    statistic = test$statistic[[1]], df = test$parameter[[1]], p_value = test$p.value, expected = listed(expected),
    adjusted_residuals = listed(residuals)
  )
}

# Bergsma (2013), equations 2 and following. An excess over chance of the size of rounding is none.
cramers_v <- function(table) {
  if (!is_testable(table)) return(NULL)
  kept <- filled(table)
  n <- sum(kept)
  r <- nrow(kept)
  k <- ncol(kept)
  phi_squared <- suppressWarnings(chisq.test(kept, correct = FALSE))$statistic[[1]] / n
  excess <- max(0, phi_squared - (r - 1) * (k - 1) / (n - 1))
  if (excess < 1e-12) excess <- 0
  r_corrected <- r - (r - 1)^2 / (n - 1)
  k_corrected <- k - (k - 1)^2 / (n - 1)
  list(
    v = sqrt(phi_squared / min(r - 1, k - 1)),
    corrected = if (excess == 0) 0 else sqrt(excess / min(r_corrected - 1, k_corrected - 1))
  )
}

chi_square_cases <- function() {
  huge <- list(
    matrix(c(1e6, 1e6, 1e6, 1e6), 2), matrix(c(1e6, 999000, 1001000, 1e6), 2), diag(c(1e6, 1e6, 1)), matrix(c(500, 1, 1, 300), 2)
  )
  drawn <- lapply(1:190, function(case) drawn_table(sample(c(3, 10, 40, 200, 5000), 1), 7))
  lapply(c(awkward_tables(), huge, drawn), function(table) {
    list(table = listed(table), expected = list(test = chi_square(table), v = cramers_v(table)))
  })
}

holm_cases <- function() {
  lists <- c(list(0.3, c(0.04, 0.04), c(0, 1, 0.5)), lapply(1:200, function(case) signif(rbeta(sample(8, 1), 0.3, 2), 4)))
  lapply(lists, function(p) list(p_values = I(p), expected = I(p.adjust(p, "holm"))))
}

tables_reference <- function() {
  set.seed(19350101, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
  list(
    session = session(),
    two_by_two = two_by_two_cases(),
    larger_table = larger_table_cases(),
    drawn_test = drawn_test_cases(),
    chi_square = chi_square_cases(),
    holm = holm_cases()
  )
}
