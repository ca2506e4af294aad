# Intervals and rate ratios, by base R wherever it has them, each as a list that becomes a JSON object.

ends <- function(interval) list(low = interval[1], high = interval[2])

garwood <- function(count, exposure, level) {
  ends(poisson.test(count, T = exposure, conf.level = level)$conf.int)
}

clopper_pearson <- function(successes, trials, level) {
  ends(binom.test(successes, trials, conf.level = level)$conf.int)
}

# prop.test() subtracts two nearly equal numbers where no (or every) trial is a success and leaves a rounding error of
# the end that is exactly 0 (or 1).
wilson <- function(successes, trials, level) {
  limits <- suppressWarnings(prop.test(successes, trials, conf.level = level, correct = FALSE))$conf.int
  if (successes == 0) {
    stopifnot(limits[1] < 1e-15)
    limits[1] <- 0
  }
  if (successes == trials) {
    stopifnot(1 - limits[2] < 1e-15)
    limits[2] <- 1
  }
  ends(limits)
}

# Goodman (1965), as DescTools::MultinomCI(method = "goodman") has it. The whole may differ from the sum of the counts:
# the counts of programs by country add up to more than the programs. The lower end is the product of the two roots over
# the upper one, because their difference would lose digits.
goodman <- function(counts, level, categories = length(counts), whole = sum(counts)) {
  q <- qchisq(1 - (1 - level) / categories, 1)
  lapply(counts, function(count) {
    upper <- (q + 2 * count + sqrt(q * (q + 4 * count * (whole - count) / whole))) / (2 * (whole + q))
    list(low = count^2 / (whole * (whole + q)) / upper, high = upper)
  })
}

# Rate of the first count over rate of the second; nothing to compute where both are zero.
rate_ratio <- function(counts, exposures, level) {
  if (sum(counts) == 0) return(NULL)
  test <- poisson.test(counts, exposures, conf.level = level)
  c(list(estimate = test$estimate[[1]]), ends(test$conf.int), list(p_value = test$p.value))
}
