# Change of a rate, and order statistics: methods and cases.

# dpois() of a count at its own mean less dpois() at another mean is half the deviance, with all digits.
half_deviance <- function(count, mean) dpois(count, count, log = TRUE) - dpois(count, mean, log = TRUE)

change_statistics <- function(counts) {
  n <- length(counts)
  total <- sum(counts)
  places <- seq_len(n - 1)
  before <- cumsum(counts)[places]
  expected <- total * places / n
  2 * (half_deviance(before, expected) + half_deviance(total - before, total - expected))
}

# The same as the ratio of the likelihoods of all counts.
likelihood_ratio <- function(counts, place) {
  early <- seq_along(counts) <= place
  means <- ifelse(early, mean(counts[early]), mean(counts[!early]))
  2 * sum(dpois(counts, means, log = TRUE) - dpois(counts, mean(counts), log = TRUE))
}

change_point <- function(counts) {
  if (length(counts) < 2 || sum(counts) == 0) return(NULL)
  statistics <- change_statistics(counts)
  ratios <- vapply(seq_along(statistics), function(place) likelihood_ratio(counts, place), 0)
  stopifnot(abs(ratios - statistics) < 1e-9 * (1 + sum(counts)))
  place <- which(statistics >= max(statistics) * (1 - 1e-9))[1]
  list(
    profile = I(lapply(seq_along(statistics), function(place) list(place = place, statistic = statistics[place]))),
    place = place,
    before = mean(counts[seq_len(place)]),
    after = mean(counts[-seq_len(place)]),
    statistic = max(statistics)
  )
}

change_cases <- function() {
  awkward <- list(
    numeric(0), 5, c(0, 0, 0), c(1, 2), c(2, 1), c(0, 1), c(1, 0), c(3, 3, 3), c(1, 0, 1), c(0, 5, 0), c(0, 0, 0, 4, 4, 4),
    c(4, 4, 4, 0, 0), c(1, 1, 1, 5, 5, 5), c(1e6, 1e6, 1e6 + 1000), c(1e6, 1e6), c(0, 0, 0, 1), c(1, 0, 0, 0), rep(1e5, 20)
  )
  drawn <- lapply(1:190, function(case) {
    n <- sample(2:25, 1)
    rate <- sample(c(0.5, 3, 30, 1e4), 1)
    rpois(n, rate * ifelse(seq_len(n) <= sample(n, 1), 1, exp(runif(1, -1, 1))))
  })
  lapply(c(awkward, drawn), function(counts) list(counts = I(counts), expected = change_point(counts)))
}

# Share of all orders whose largest statistic is at least as large, by going through every order.
change_order_cases <- function() {
  lists <- list(c(1, 2, 9), c(1, 1, 4, 6), c(0, 0, 3, 1, 2), c(5, 4, 6, 1, 1, 0), c(2, 3, 1, 9, 8, 7, 9))
  lapply(lists, function(counts) {
    places <- orders(length(counts))
    largest <- apply(places, 1, function(order) max(change_statistics(counts[order])))
    seen <- max(change_statistics(counts))
    list(counts = I(counts), p_value = mean(largest >= seen * (1 - 1e-9)))
  })
}

values_lists <- function() {
  awkward <- list(5, c(1, 2), c(2, 1, 2), rep(3, 10), c(-1, 0, 1), c(1e6, 0, 1e-6), 1:8, c(0, 0, 0, 1), c(0.1, 0.2, 0.3), 1:100)
  drawn <- lapply(1:50, function(case) {
    n <- sample(1:80, 1)
    if (case %% 2 == 0) rpois(n, 20) else round(rnorm(n, 0, 50), 2)
  })
  c(awkward, drawn)
}

quantile_cases <- function() {
  unlist(lapply(values_lists(), function(values) {
    lapply(c(0, 0.25, 0.5, 0.75, 1, 1 / 3, round(runif(1), 4)), function(p) {
      list(values = I(values), p = p, expected = quantile(values, p, type = 7, names = FALSE))
    })
  }), recursive = FALSE)
}

median_interval <- function(values, level) {
  n <- length(values)
  places <- seq_len((n + 1) %/% 2)
  coverage <- 1 - 2 * pbinom(places - 1, n, 0.5)
  inner <- which(coverage >= level - 1e-12)
  if (length(inner) == 0) return(NULL)
  place <- max(inner)
  list(low = sort(values)[place], high = sort(values)[n + 1 - place], coverage = coverage[place])
}

median_cases <- function() {
  at_each_level(values_lists(), function(values, level) {
    list(values = I(values), level = level, expected = median_interval(values, level))
  })
}

series_reference <- function() {
  set.seed(19700401, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
  list(
    session = session(),
    change_point = change_cases(),
    change_orders = change_order_cases(),
    quantile = quantile_cases(),
    median_interval = median_cases()
  )
}
