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

# Pearson's chi-square over its degrees of freedom; none where no count or no degree of freedom is there.
dispersion_of <- function(counts, expected, parameters) {
  df <- length(counts) - parameters
  if (df < 1) return(NULL)
  list(estimate = sum(ifelse(counts == 0, expected, (counts - expected)^2 / expected)) / df, df = df)
}

# Korn and Graubard (1998): counts divided by this carry the variance of the counts that vary more than Poisson counts.
inflation <- function(dispersion, level) {
  if (is.null(dispersion) || dispersion$estimate <= 1 + 1e-9) return(1)
  p <- (1 + level) / 2
  dispersion$estimate * (qt(p, dispersion$df) / qnorm(p))^2
}

mean_interval <- function(counts, level) {
  total <- sum(counts)
  poisson <- garwood(total, length(counts), level)
  found <- if (total > 0) dispersion_of(counts, rep(mean(counts), length(counts)), 1)
  f <- inflation(found, level)
  tail <- (1 - level) / 2
  upper <- qgamma(tail, total / f + 1, lower.tail = FALSE)
  wider <- if (f == 1) poisson else ends(f / length(counts) * c(qgamma(tail, total / f), upper))
  list(interval = wider, poisson = poisson, dispersion = found)
}

# The interval of poisson.test(), from the beta distribution of the complement too: the share near one that the test takes
# the odds of loses digits.
odds_interval <- function(counts, exposures, level) {
  tail <- (1 - level) / 2
  x <- counts[[1]]
  y <- counts[[2]]
  low <- if (x == 0) 0 else qbeta(tail, x, y + 1) / qbeta(tail, y + 1, x, lower.tail = FALSE)
  high <- if (y == 0) Inf else qbeta(tail, x + 1, y, lower.tail = FALSE) / qbeta(tail, y, x + 1)
  ends(c(low, high) * exposures[[2]] / exposures[[1]])
}

mean_ratio_interval <- function(a, b, level) {
  found <- dispersion_of(c(a, b), rep(c(mean(a), mean(b)), c(length(a), length(b))), 2)
  f <- inflation(found, level)
  ratio <- function(counts) odds_interval(counts, c(length(a), length(b)), level)
  list(interval = ratio(c(sum(a), sum(b)) / f), poisson = ratio(c(sum(a), sum(b))), dispersion = found)
}

# Rate of the first count over rate of the second; nothing to compute where both are zero.
rate_ratio <- function(counts, exposures, level) {
  if (sum(counts) == 0) return(NULL)
  test <- poisson.test(counts, exposures, conf.level = level)
  c(list(estimate = test$estimate[[1]]), odds_interval(counts, exposures, level), list(p_value = test$p.value))
}
