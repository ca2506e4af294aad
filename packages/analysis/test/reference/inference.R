# Differences, bounds, pooling, steps and power: methods and cases.

# Newcombe (1998), method 10.
share_difference <- function(x, n, level) {
  of <- function(place) unlist(wilson(x[place], n[place], level))
  p <- x / n
  a <- of(1)
  b <- of(2)
  list(estimate = p[1] - p[2], interval = list(
    low = p[1] - p[2] - sqrt((p[1] - a[[1]])^2 + (b[[2]] - p[2])^2),
    high = p[1] - p[2] + sqrt((a[[2]] - p[1])^2 + (p[2] - b[[1]])^2)
  ))
}

# His example (a): 56 of 70 and 48 of 80.
stopifnot(local({
  found <- share_difference(c(56, 48), c(70, 80), 0.95)$interval
  all(round(unlist(found), 4) == c(0.0524, 0.3339))
}))

# Imbens and Manski (2004), with the ends of Clopper and Pearson.
bounded_share <- function(yes, unknown, n, level) {
  error <- max(sqrt(yes * (n - yes) / n^3), sqrt((yes + unknown) * (n - yes - unknown) / n^3))
  width <- if (unknown == 0) 0 else unknown / n / error
  missed <- function(z) pnorm(-z) + pnorm(-z - width) - (1 - level)
  z <- if (missed(0) <= 0) 0 else uniroot(missed, c(0, 10), tol = .Machine$double.eps^1.2, maxiter = 10000)$root
  if (z == 0) return(list(low = yes / n, high = (yes + unknown) / n))
  list(
    low = if (yes == 0) 0 else qbeta(pnorm(-z), yes, n - yes + 1),
    high = if (yes + unknown == n) 1 else qbeta(pnorm(-z), yes + unknown + 1, n - yes - unknown, lower.tail = FALSE)
  )
}

# Kleinman (1973).
pooled_shares <- function(x, n) {
  if (length(n) < 2) return(NULL)
  p <- sum(x) / sum(n)
  w <- 1 - n / sum(n)
  rho <- if (p %in% 0:1 || all(n == 1)) 0 else (sum(n * (x / n - p)^2) / (p * (1 - p)) - (length(n) - 1)) / sum(w * (n - 1))
  rho <- min(1, max(0, rho))
  list(mean = p, correlation = rho, shares = I(p + n * rho / (1 + (n - 1) * rho) * (x / n - p)))
}

# Signorini (1991), with the variance of the years under the growth itself.
detectable_growth <- function(years, total, dispersion, level, power) {
  phi <- max(1, dispersion$estimate)
  needed <- qnorm((1 + level) / 2) * sqrt(inflation(dispersion, level)) + qnorm(power) * sqrt(phi)
  lacking <- function(slope) {
    w <- exp(slope * (years - max(years)))
    needed - slope * sqrt(total * sum(w * (years - weighted.mean(years, w))^2) / sum(w))
  }
  grid <- seq_len(500) / 100
  first <- which(vapply(grid, lacking, 0) <= 0)[1]
  if (is.na(first)) return(NULL)
  exp(uniroot(lacking, grid[first] - c(0.01, 0), tol = .Machine$double.eps^1.2, maxiter = 10000)$root)
}

difference_cases <- function() {
  awkward <- list(c(0, 1, 0, 1), c(1, 1, 0, 1), c(0, 5, 5, 5), c(56, 70, 48, 80), c(9, 10, 3, 10), c(0, 20, 0, 10), c(5, 1e6, 9, 1e6))
  drawn <- lapply(1:50, function(case) {
    n <- sample(1:60, 2, replace = TRUE)
    c(rbind(rbinom(2, n, runif(2)), n))
  })
  at_each_level(c(awkward, drawn), function(case, level) {
    names(case) <- c("successes_a", "trials_a", "successes_b", "trials_b")
    c(as.list(case), list(level = level, expected = share_difference(case[c(1, 3)], case[c(2, 4)], level)))
  })
}

bound_cases <- function() {
  awkward <- list(c(0, 0, 1), c(1, 0, 1), c(0, 1, 1), c(0, 10, 10), c(3, 0, 10), c(4, 2, 33), c(3, 7, 10), c(0, 3, 10), c(500, 1, 1000))
  drawn <- lapply(1:50, function(case) {
    n <- sample(1:150, 1)
    yes <- sample(0:n, 1)
    c(yes, sample(0:(n - yes), 1), n)
  })
  at_each_level(c(awkward, drawn), function(case, level) {
    list(
      yes = case[1], unknown = case[2], trials = case[3], level = level, expected = bounded_share(case[1], case[2], case[3], level)
    )
  })
}

pool_cases <- function() {
  awkward <- list(list(1, 2), list(c(0, 0), c(3, 4)), list(c(3, 4), c(3, 4)), list(c(0, 5), c(5, 5)), list(c(1, 0, 1), c(1, 1, 1)))
  drawn <- lapply(1:200, function(case) {
    n <- sample(1:40, sample(2:12, 1), replace = TRUE)
    list(rbinom(length(n), n, rbeta(length(n), sample(c(0.5, 2, 20), 1), sample(c(0.5, 2, 20), 1))), n)
  })
  lapply(c(awkward, drawn), function(case) {
    list(successes = I(case[[1]]), trials = I(case[[2]]), expected = pooled_shares(case[[1]], case[[2]]))
  })
}

growth_cases <- function() {
  drawn <- lapply(1:60, function(case) list(seq_len(sample(3:30, 1)), sample(c(2, 10, 33, 137, 1000), 1), sample(c(0, 0.7, 1.5, 2.7), 1)))
  at_each_level(drawn, function(case, level) {
    dispersion <- if (case[[3]] > 0) list(estimate = case[[3]], df = length(case[[1]]) - 2)
    list(
      years = I(2000 + case[[1]]), total = case[[2]], dispersion = dispersion, level = level, power = 0.8,
      expected = detectable_growth(2000 + case[[1]], case[[2]], dispersion, level, 0.8)
    )
  })
}

step_cases <- function() {
  drawn <- lapply(1:60, function(case) {
    n <- sample(5:25, 1)
    years <- 2000 + seq_len(n)
    list(years, rnbinom(n, size = sample(c(1, 5, 100), 1), mu = sample(c(0.5, 2, 30), 1)), sample(years, 1))
  })
  at_each_level(drawn, function(case, level) {
    list(
      years = I(case[[1]]), counts = I(case[[2]]), year = case[[3]], level = level,
      expected = trend_step(case[[1]], case[[2]], case[[3]], level)
    )
  })
}

inference_reference <- function() {
  set.seed(20041101, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
  list(
    session = session(),
    difference = difference_cases(),
    bounds = bound_cases(),
    pooled = pool_cases(),
    growth = growth_cases(),
    steps = step_cases()
  )
}
