# Cases for every method of src/numeric, awkward ones first.

levels <- c(0.5, 0.9, 0.95, 0.999)

at_each_level <- function(cases, method) {
  unlist(lapply(cases, function(case) lapply(levels, function(level) method(case, level))), recursive = FALSE)
}

garwood_cases <- function() {
  counts <- c(0, 1, 2, 3, 5, 10, 26, 59, 72, 100, 1000, 12345, 1e5, 1e6)
  grid <- expand.grid(count = counts, exposure = c(1, 14, 0.1, 7.5))
  cases <- Map(function(count, exposure) list(count = count, exposure = exposure), grid$count, grid$exposure)
  at_each_level(cases, function(case, level) {
    c(case, list(level = level, expected = garwood(case$count, case$exposure, level)))
  })
}

share_cases <- function() {
  trials <- c(1, 2, 3, 7, 10, 26, 59, 72, 1000, 1e5, 1e6)
  awkward <- lapply(trials, function(n) unique(c(0, 1, n %/% 3, n %/% 2, n - 1, n)))
  cases <- unlist(
    Map(function(n, some) lapply(some, function(k) list(successes = k, trials = n)), trials, awkward),
    recursive = FALSE
  )
  at_each_level(cases, function(case, level) {
    expected <- list(
      clopper_pearson = clopper_pearson(case$successes, case$trials, level),
      wilson = wilson(case$successes, case$trials, level)
    )
    c(case, list(level = level, expected = expected))
  })
}

goodman_cases <- function() {
  awkward <- list(
    5, 1e6, c(5, 5), c(0, 1), c(1, 0), c(10, 0, 0, 0, 0), c(0, 0, 3), c(1, 1, 1), c(1e6, 1),
    c(1e6, 1e6, 0), c(1, 2, 3, 4), rep(1, 26), c(26, rep(0, 25)), c(999999, 0, 1), c(3, 5, 18), c(13, 17, 12, 8, 16)
  )
  drawn <- lapply(1:40, function(case) rpois(sample(2:12, 1), sample(c(0.5, 3, 40, 1e4), 1)))
  cases <- Filter(function(counts) sum(counts) > 0, c(awkward, drawn))
  at_each_level(cases, function(counts, level) {
    list(counts = I(counts), level = level, expected = I(goodman(counts, level)))
  })
}

rate_ratio_cases <- function() {
  awkward <- list(
    c(0, 0, 1, 1), c(0, 0, 3, 7), c(0, 1, 1, 1), c(1, 0, 1, 1), c(5, 0, 7, 7), c(0, 5, 7, 7),
    c(1, 1, 1, 1), c(4, 4, 10, 10), c(20, 6, 10, 10), c(12, 4, 7, 7), c(12, 4, 7, 8), c(3, 1, 6, 2), c(100, 100, 1, 3),
    c(1e6, 1e6, 1, 1), c(1e6, 999000, 1, 1),
    c(1e6, 0, 1, 1), c(1, 1e6, 1, 1e6), c(1e5, 50000, 2, 1), c(50, 10, 0.5, 12.25), c(2, 7, 13, 0.01)
  )
  drawn <- lapply(1:40, function(case) {
    c(rpois(2, sample(c(1, 6, 30, 400), 1)), round(runif(2, 0.5, 14), sample(0:2, 1)))
  })
  at_each_level(c(awkward, drawn), function(case, level) {
    names(case) <- c("count_a", "count_b", "exposure_a", "exposure_b")
    c(as.list(case), list(level = level, expected = rate_ratio(case[1:2], case[3:4], level)))
  })
}

trend_cases <- function() {
  awkward <- list(
    c(1, 2, 4), c(4, 2, 1), c(0, 1, 0), c(1, 0, 1), c(0, 5, 5), c(7, 7, 7, 7), c(1, 0, 0, 0, 1), c(0, 0, 1, 0, 0, 0),
    c(0, 0, 0, 1, 1), c(1, 1, 0, 0), c(5, 0, 0, 0, 0, 1), c(1, 10, 100, 1000, 10000), c(1e6, 990000, 1010000),
    c(1e6, 0, 0, 1e6), c(1, 1e6, 1), c(1e6, 1e6, 1e6, 1), c(0, 0, 0), c(0, 0, 9), c(9, 0, 0), c(2, 5)
  )
  in_order <- lapply(awkward, function(counts) list(years = 2006 + seq_along(counts), counts = counts))
  drawn <- lapply(1:40, function(case) {
    length <- sample(3:20, 1)
    years <- sample(1995:2025, length)
    means <- sample(c(0.7, 3, 40, 1e4), 1) * exp(runif(1, -0.2, 0.2) * (years - 2010))
    list(years = if (case %% 2 == 0) sort(years) else years, counts = rpois(length, means))
  })
  at_each_level(c(in_order, drawn), function(case, level) {
    c(case, list(level = level, expected = poisson_trend(case$years, case$counts, level)))
  })
}

# Shares and their odds up to a thousand million trials, where few successes or failures are the hard cases.
large_cases <- function() {
  few <- c(0, 1, 2, 5, 17, 123, 499, 501, 1e4, 3e6)
  pairs <- expand.grid(successes = few, failures = c(2e6, 5e7, 1e9 - 123, 5e8))
  pairs <- rbind(pairs, data.frame(successes = pairs$failures, failures = pairs$successes))
  at_each_level(unname(split(pairs, seq_len(nrow(pairs)))), function(pair, level) {
    tail <- (1 - level) / 2
    x <- pair$successes
    y <- pair$failures
    low <- if (x == 0) 0 else qbeta(tail, x, y + 1)
    high <- if (y == 0) 1 else qbeta(tail, x + 1, y, lower.tail = FALSE)
    list(
      successes = x, failures = y, level = level,
      expected = list(share = ends(c(low, high)), odds = odds_interval(c(x, y), c(1, 1), level), count = garwood(x, 1, level))
    )
  })
}

overdispersed_cases <- function() {
  awkward <- list(
    5, 0, c(0, 0), c(0, 5), c(5, 0), c(3, 3), c(1, 1, 9), c(0, 0, 0, 8), c(4, 0, 0, 0), rep(2, 14), c(1e6, 990000, 1010000),
    c(1e6, 1e6 + 5000), c(0, 1, 0, 2, 0, 1, 12)
  )
  drawn <- lapply(1:50, function(case) rnbinom(sample(2:30, 1), size = sample(c(0.3, 2, 1e3), 1), mu = sample(c(0.4, 3, 60), 1)))
  at_each_level(c(awkward, drawn), function(counts, level) {
    late <- seq_along(counts) > length(counts) %/% 2
    testable <- length(counts) > 1 && sum(counts) > 0
    list(
      counts = I(counts), level = level, mean = mean_interval(counts, level),
      ratio = if (testable) mean_ratio_interval(counts[late], counts[!late], level)
    )
  })
}

mann_kendall_cases <- function() {
  awkward <- list(
    5, c(1, 2), c(2, 1), c(3, 3), rep(0, 7), c(0, 0, 1), c(1, 0, 0), c(1, 2, 1), c(1, 2, 3, 4), c(4, 3, 2, 1),
    c(1, 1, 2, 2, 3, 3), c(0, 0, 0, 0, 0, 0, 1), c(0.1 + 0.2, 0.3, 0.1), c(-1, -2, -3, 5), c(1e6, 1, 1e6, 1, 0)
  )
  small <- lapply(1:90, function(case) sample(0:sample(1:6, 1), sample(2:7, 1), replace = TRUE))
  untied <- lapply(1:60, function(case) sample(sample(3:40, 1)))
  leaning <- lapply(8:30, function(n) order(seq_len(n) + runif(n, 0, 6)))
  tied <- lapply(1:40, function(case) rpois(sample(8:30, 1), sample(c(0.5, 2, 6), 1)))
  lapply(c(awkward, small, untied, leaning, tied), function(values) {
    list(values = I(values), expected = mann_kendall(values))
  })
}

sen_slope_cases <- function() {
  awkward <- list(
    list(x = 1, y = 5), list(x = c(1, 1), y = c(2, 3)), list(x = c(1, 2), y = c(3, 3)), list(x = c(2, 1), y = c(0, 0)),
    list(x = c(1, 1, 2), y = c(1, 2, 9)), list(x = c(5, 4, 3), y = c(1, 2, 4)), list(x = 1:4, y = c(0, 1e6, 0, 1e6))
  )
  drawn <- lapply(1:200, function(case) {
    length <- sample(2:25, 1)
    x <- if (case %% 3 == 0) sample(1:9, length, replace = TRUE) else sample(1990:2025, length)
    list(x = x, y = if (case %% 2 == 0) rpois(length, 3) else round(rnorm(length), 3))
  })
  lapply(c(awkward, drawn), function(case) {
    list(x = I(case$x), y = I(case$y), level = 0.9, expected = sen_slope(case$x, case$y, 0.9))
  })
}

numeric_reference <- function() {
  set.seed(20221124, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
  list(
    session = session(),
    garwood = garwood_cases(),
    share = share_cases(),
    goodman = goodman_cases(),
    rate_ratio = rate_ratio_cases(),
    poisson_trend = trend_cases(),
    overdispersed = overdispersed_cases(),
    large = large_cases(),
    mann_kendall = mann_kendall_cases(),
    sen_slope = sen_slope_cases()
  )
}
