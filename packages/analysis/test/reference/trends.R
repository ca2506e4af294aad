# Trends over the years: Poisson regression, Mann-Kendall test and Sen slope.

# What the deviance of the Poisson regression rises by when the slope is held at a value, from the means of the fit:
# the sum of mean * (exp(d) - 1 - d), where d is the change of the linear predictor. The difference of two deviances
# says the same and loses digits.
deviance_rise <- function(fit, x, slope) {
  intercept <- log(sum(fit$y) / sum(exp(slope * x)))
  change <- intercept + slope * x - fit$linear.predictors
  2 * sum(fit$fitted.values * (expm1(change) - change))
}

# confint() is not used: it needs MASS in this version of R, and it draws a spline through a few points of the profile
# and reads the limits off the spline, which is right to three or four digits only.
profile_end <- function(fit, x, step, level) {
  slope <- coef(fit)[[2]]
  excess <- function(move) deviance_rise(fit, x, slope + move) - qchisq(level, 1)
  far <- step
  while (excess(far) < 0) far <- 2 * far
  root <- uniroot(excess, sort(c(0, far)), tol = .Machine$double.eps^1.2, maxiter = 10000)$root
  exp(slope + root)
}

# As summary() has it, but with the weights of the last step: summary(), and with it confint.default(), takes those of
# the step before.
standard_error <- function(fit, x) {
  weights <- fit$fitted.values
  error <- 1 / sqrt(sum(weights * (x - weighted.mean(x, weights))^2))
  stopifnot(abs(error / coef(summary(fit))[2, 2] - 1) < 1e-6)
  error
}

# A slope exists unless all records lie in the first or in the last year. Years are centred, which changes the intercept
# alone and keeps digits. Where the mean year of the records is the middle of the years the slope is exactly zero, and
# glm() leaves a rounding error of it.
poisson_trend <- function(years, counts, level) {
  counted <- years[counts > 0]
  if (length(unique(years)) < 3 || length(counted) == 0) return(NULL)
  if (all(counted == min(years)) || all(counted == max(years))) return(NULL)
  x <- years - mean(years)
  control <- glm.control(epsilon = 1e-15, maxit = 200)
  fit <- suppressWarnings(glm(counts ~ x, family = poisson, control = control))
  stopifnot(abs(sum((counts - fitted(fit)) * x)) <= 1e-9 * sum(counts) * max(x))
  level_slope <- sum(as.numeric(length(years) * years - sum(years)) * counts) == 0
  slope <- if (level_slope) 0 else coef(fit)[[2]]
  error <- standard_error(fit, x)
  # Where the fit is perfect the dispersion is zero, and the squares of rounding errors are left.
  dispersion <- sum(residuals(fit, "pearson")^2) / df.residual(fit)
  if (dispersion < 1e-20) dispersion <- 0
  ratio <- if (level_slope) 0 else deviance_rise(fit, x, 0)
  stopifnot(abs(ratio - (fit$null.deviance - fit$deviance)) <= 1e-9 * (1 + fit$null.deviance))
  critical <- qnorm((1 + c(-level, level)) / 2)
  margin <- critical * error
  p <- (1 + c(-level, level)) / 2
  quasi <- exp(slope + qt(p, df.residual(fit)) * error * sqrt(dispersion))
  profile <- list(low = profile_end(fit, x, -error, level), high = profile_end(fit, x, error, level))
  wider <- list(low = min(profile$low, quasi[1]), high = max(profile$high, quasi[2]))
  around <- if (dispersion > 1 + 1e-9) qt(p, df.residual(fit)) * sqrt(dispersion) else critical
  means <- unname(fitted(fit))
  # As predict(se.fit = TRUE) has it, but with the weights of the last step.
  spread <- sqrt(1 / sum(means) + (x - weighted.mean(x, means))^2 * error^2)
  stopifnot(abs(spread / predict(fit, se.fit = TRUE)$se.fit - 1) < 1e-6)
  list(
    rate_ratio = exp(slope),
    wald = ends(exp(slope + margin)),
    profile = profile,
    quasi = ends(quasi),
    headline = if (dispersion > 1 + 1e-9) wider else profile,
    likelihood_ratio = ratio,
    p_value = pchisq(ratio, 1, lower.tail = FALSE),
    dispersion = dispersion,
    residual_df = df.residual(fit),
    expected = means,
    expected_intervals = lapply(seq_along(means), function(place) {
      ends(exp(log(means[place]) + around * spread[place]))
    })
  )
}

# A trend that goes on through a step, whose year is left out; where a side has fewer than three years or two with a count
# there is none. Its standard error is that of summary(), with the weights of the last fit.
trend_step <- function(years, counts, step, level) {
  kept <- years != step
  x <- (years - mean(years))[kept]
  late <- as.numeric(years[kept] > step)
  y <- counts[kept]
  enough <- function(side) sum(side) >= 3 && sum(y[side] > 0) >= 2
  if (!enough(late == 0) || !enough(late == 1)) return(NULL)
  control <- glm.control(epsilon = 1e-15, maxit = 200)
  fit <- suppressWarnings(glm(y ~ x + late, family = poisson, control = control))
  design <- cbind(1, x, late)
  stopifnot(max(abs(crossprod(design, y - fitted(fit)))) <= 1e-8 * sum(y) * max(abs(x)))
  dispersion <- sum(residuals(fit, "pearson")^2) / df.residual(fit)
  error <- sqrt(solve(crossprod(design, fitted(fit) * design))[3, 3] * max(1, dispersion))
  p <- (1 + c(-level, level)) / 2
  ratio <- coef(fit)[[3]]
  list(
    ratio = exp(ratio), interval = ends(exp(ratio + qt(p, df.residual(fit)) * error)), statistic = ratio / error,
    p_value = 2 * pt(-abs(ratio / error), df.residual(fit)), dispersion = dispersion
  )
}

kendall_score <- function(values) {
  pairs <- outer(values, values, function(earlier, later) sign(later - earlier))
  sum(pairs[upper.tri(pairs)])
}

# All orders of 1..n, one a row.
orders <- function(n) {
  if (n <= 1) return(matrix(seq_len(n), 1))
  shorter <- orders(n - 1)
  do.call(rbind, lapply(seq_len(n), function(first) cbind(first, shorter + (shorter >= first))))
}

# Share of all orders of the values with a score at least as far from zero, by going through every order.
enumerated_p <- function(values, seen) {
  places <- orders(length(values))
  arranged <- matrix(values[places], nrow(places))
  scores <- numeric(nrow(places))
  for (later in seq_along(values)) {
    for (earlier in seq_len(later - 1)) scores <- scores + sign(arranged[, later] - arranged[, earlier])
  }
  mean(abs(scores) >= abs(seen))
}

# How many words of `a` letters A and `b` letters B have 0, 1, ... a * b inversions: a word ends with A, or with B.
word_inversions <- function(a, b) {
  if (a == 0 || b == 0) return(1)
  shorter <- lapply(0:b, function(size) 1)
  for (letters_a in seq_len(a)) {
    for (size in seq_len(b)) {
      ends_with_a <- c(rep(0, size), shorter[[size + 1]])
      ends_with_b <- shorter[[size]]
      padded <- numeric(letters_a * size + 1)
      padded[seq_along(ends_with_b)] <- ends_with_b
      shorter[[size + 1]] <- padded + ends_with_a
    }
  }
  shorter[[b + 1]]
}

convolve_exactly <- function(first, second) {
  product <- numeric(length(first) + length(second) - 1)
  for (index in seq_along(second)) {
    place <- index - 1 + seq_along(first)
    product[place] <- product[place] + second[index] * first
  }
  product
}

# The same share for longer lists, by counting orders: equal values are put among the others group by group.
counted_p <- function(values, seen) {
  sizes <- rle(sort(values))$lengths
  counts <- 1
  placed <- 0
  for (size in sizes) {
    counts <- convolve_exactly(counts, word_inversions(size, placed))
    placed <- placed + size
  }
  scores <- length(counts) - 1 - 2 * (seq_along(counts) - 1)
  sum(counts[abs(scores) >= abs(seen)]) / sum(counts)
}

# cor.test() takes its upper tail from one, which loses the digits of a small p value; the values turned around give the
# same p value from the lower tail.
untied_p <- function(values, score) {
  cor.test(seq_along(values), -sign(score) * values, method = "kendall", exact = TRUE)$p.value
}

mann_kendall <- function(values) {
  n <- length(values)
  score <- kendall_score(values)
  sizes <- rle(sort(values))$lengths
  term <- function(size) sum(size * (size - 1) * (2 * size + 5))
  variance <- (term(n) - term(sizes)) / 18
  z <- if (score == 0) 0 else (score - sign(score)) / sqrt(variance)
  varies <- length(sizes) > 1
  # For two values cor.test() divides zero by zero.
  if (varies && n > 2) {
    test <- suppressWarnings(
      cor.test(seq_along(values), values, method = "kendall", exact = FALSE, continuity = TRUE)
    )
    stopifnot(abs(test$statistic - z) < 1e-12 * (1 + abs(z)))
  }
  p <- if (n <= 7) enumerated_p(values, score) else counted_p(values, score)
  if (n <= 7) stopifnot(abs(p - counted_p(values, score)) < 1e-14)
  if (varies && all(sizes == 1) && score != 0 && n < 50) {
    stopifnot(abs(p - untied_p(values, score)) < 1e-12 * p)
    p <- untied_p(values, score)
  }
  list(
    s = score,
    tau_b = if (varies) cor(seq_along(values), values, method = "kendall") else NA,
    variance = variance,
    z = z,
    p_normal = 2 * pnorm(-abs(z)),
    p_permutation = p,
    permutations = prod(choose(cumsum(sizes), sizes))
  )
}

# The ranks of the ends as Kendall's score varies, rounded outwards.
sen_slope <- function(x, y, level) {
  use <- outer(seq_along(x), seq_along(x), "<") & outer(x, x, "!=")
  slopes <- sort((outer(y, y, "-") / outer(x, x, "-"))[use])
  if (length(slopes) == 0) return(NULL)
  spread <- qnorm((1 + level) / 2) * sqrt(mann_kendall(y)$variance)
  low <- floor((length(slopes) - spread) / 2)
  high <- ceiling((length(slopes) + spread) / 2) + 1
  list(slope = median(slopes), interval = list(
    low = if (low >= 1) slopes[low] else -Inf, high = if (high <= length(slopes)) slopes[high] else Inf
  ))
}
