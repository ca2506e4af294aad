# Kinds and how evenly individuals are spread over them: methods and cases.

hill <- function(counts) {
  p <- counts[counts > 0] / sum(counts)
  if (length(p) == 0) return(list(q0 = NA, q1 = NA, q2 = NA))
  list(q0 = length(p), q1 = exp(-sum(p * log(p))), q2 = 1 / sum(p^2))
}

# The probability that a kind is missed is that of drawing none of it: dhyper() keeps the digits that the difference of two
# lchoose() loses for large counts, and expm1() those that lie close to one. One individual
# is of one kind, and all are of all kinds: there the variance is zero, as it is where it has the size of rounding.
rarefied <- function(counts, size) {
  counts <- counts[counts > 0]
  n <- sum(counts)
  missed <- function(count) dhyper(0, count, n - count, size, log = TRUE)
  q <- missed(counts)
  pairs <- which(upper.tri(diag(length(counts))), arr.ind = TRUE)
  both <- missed(counts[pairs[, 1]] + counts[pairs[, 2]])
  apart <- q[pairs[, 1]] + q[pairs[, 2]]
  covariance <- ifelse(is.finite(apart), exp(apart) * expm1(both - apart), 0)
  spread <- sum(-exp(q) * expm1(q))
  variance <- spread + 2 * sum(covariance)
  list(expected = sum(-expm1(q)), standard_deviation = if (size %in% c(1, n) || variance <= 1e-13 * spread) 0 else sqrt(variance))
}

# Drawn out for few individuals: the number of kinds in every possible sample.
stopifnot(local({
  kinds <- rep(1:3, c(4, 2, 1))
  seen <- combn(7, 3, function(places) length(unique(kinds[places])))
  exact <- rarefied(c(4, 2, 1), 3)
  abs(exact$expected - mean(seen)) < 1e-14 && abs(exact$standard_deviation^2 - mean((seen - mean(seen))^2)) < 1e-14
}))

# Darroch (1958) with one more member on every list, for two lists in Chapman's closed form; and the first whole number that
# the likelihood of Cormack (1992) does not rule out on one side.
unseen_members <- function(sizes, observed, level) {
  excess <- function(unseen) {
    x <- observed + 1 + unseen
    sum(log((observed - sizes + unseen) / x)) - log(unseen / x)
  }
  estimate <- if (length(sizes) == 2) {
    prod(observed - sizes) / (sum(sizes) - observed + 1)
  } else if (any(sizes == observed)) 0 else {
    uniroot(excess, c(1e-9, 1e9), tol = .Machine$double.eps^1.2, maxiter = 10000)$root
  }
  whole <- observed:ceiling(observed + 10 + 20 * estimate)
  likelihood <- lchoose(whole, observed) - rowSums(matrix(sapply(sizes, function(size) lchoose(whole, size)), length(whole)))
  fits <- 2 * (max(likelihood) - likelihood) <= max(0, qnorm(level))^2 + 1e-9
  list(estimate = estimate, low = min(estimate, whole[fits][1] - observed))
}

# Share of the pairs of one kind, and the interval of Clopper and Pearson for so many of them as carry their variance.
concentration <- function(counts, level) {
  n <- sum(counts)
  if (n < 2) return(NULL)
  share <- function(counts) sum(counts * (counts - 1)) / (sum(counts) * (sum(counts) - 1))
  more <- c(counts, 1)
  more[which.max(counts)] <- max(counts) + 1
  p <- more / sum(more)
  u <- share(more)
  effect <- max(1, 1 + 2 * (n - 2) * (sum(p^3) - sum(p^2)^2) / (u * (1 - u)))
  q <- (1 + level) / 2
  m <- n * (n - 1) / 2 / effect / (qt(q, n - 1) / qnorm(q))^2
  x <- share(counts) * m
  low <- if (x == 0) 0 else qbeta(1 - q, x, m - x + 1)
  high <- if (x >= m) 1 else qbeta(1 - q, x + 1, m - x, lower.tail = FALSE)
  list(index = share(counts), interval = ends(c(low, high)))
}

concentration_cases <- function() {
  at_each_level(Filter(function(counts) sum(counts) < 1e5, kind_counts()), function(counts, level) {
    list(counts = I(counts), level = level, expected = concentration(counts, level))
  })
}

kind_counts <- function() {
  awkward <- list(
    0, c(0, 0), 1, 5, c(1, 1), c(5, 5, 0), c(0, 1), c(1e6, 1), c(1e6, 1e6), rep(1, 26), c(26, rep(1, 5)), c(2, 1), c(3, 2, 2),
    c(1e4, 100, 1), c(0, 0, 7, 0, 1)
  )
  drawn <- lapply(1:190, function(case) rnbinom(sample(1:20, 1), size = sample(c(0.3, 1, 10), 1), mu = sample(c(1, 4, 30), 1)))
  c(awkward, drawn)
}

hill_cases <- function() lapply(kind_counts(), function(counts) list(counts = I(counts), expected = hill(counts)))

rarefaction_cases <- function() {
  cases <- Filter(function(counts) sum(counts) > 0, kind_counts())
  unlist(lapply(cases, function(counts) {
    n <- sum(counts)
    lapply(unique(c(1, sample(n, 1), n)), function(size) {
      list(counts = I(counts), size = size, expected = rarefied(counts, size))
    })
  }), recursive = FALSE)
}

accumulation_cases <- function() {
  awkward <- Filter(function(counts) sum(counts) <= 60, kind_counts()[1:15])
  drawn <- lapply(1:200, function(case) rpois(sample(1:6, 1), sample(c(0.5, 2, 6), 1)))
  lapply(c(awkward, drawn), function(counts) {
    n <- sum(counts)
    curve <- vapply(seq_len(n), function(size) sum(1 - dhyper(0, counts, n - counts, size)), 0)
    list(counts = I(counts), expected = I(curve))
  })
}

list_cases <- function() {
  awkward <- list(
    list(c(1, 1), 1), list(c(15, 11), 20), list(c(5, 5), 5), list(c(9, 5), 9), list(c(100, 3), 102), list(c(40, 2, 1), 41),
    list(c(3, 3, 3), 3), list(c(10, 10, 10, 10, 10), 12), list(c(5000, 4000), 7000), list(c(7, 1, 1, 1), 9)
  )
  drawn <- lapply(1:60, function(case) repeat {
    members <- matrix(runif(sample(10:200, 1) * 6), ncol = 6) < rep(runif(6, 0.05, 0.8), each = 1)
    members <- members[, seq_len(sample(2:6, 1)), drop = FALSE]
    lists <- list(colSums(members), sum(rowSums(members) > 0))
    if (sum(lists[[1]]) > lists[[2]] && all(lists[[1]] > 0)) return(lists)
  })
  at_each_level(c(awkward, drawn), function(case, level) {
    list(
      sizes = I(case[[1]]), observed = case[[2]], level = level, expected = unseen_members(case[[1]], case[[2]], level)
    )
  })
}

diversity_reference <- function() {
  set.seed(19731001, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
  list(
    session = session(),
    hill = hill_cases(),
    concentration = concentration_cases(),
    rarefaction = rarefaction_cases(),
    accumulation = accumulation_cases(),
    lists = list_cases()
  )
}
