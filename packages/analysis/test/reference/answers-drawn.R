# Drawn numbers cannot equal those of another generator. `within` gives the ends between which they lie but once in some
# millions of runs: R draws many more samples than the catalogue does, and allows five standard errors of both.

R_DRAWS <- 1e5

p_within <- function(place, drawn_as_large, draws, catalogue_draws) {
  p <- (drawn_as_large + 1) / (draws + 1)
  margin <- 5 * sqrt(p * (1 - p) * (1 / draws + 1 / catalogue_draws)) + 2 / catalogue_draws
  list(place = place, least = p - margin, most = p + margin)
}

# The quantiles of a share of samples that is five standard errors off on either side.
interval_within <- function(place, samples, catalogue_samples, level) {
  tail <- (1 - level) / 2
  margin <- 5 * sqrt(tail * (1 - tail) * (1 / length(samples) + 1 / catalogue_samples))
  at <- function(p) quantile(samples, min(1, max(0, p)), type = 7, names = FALSE)
  list(
    list(place = paste0(place, ".low"), least = at(tail - margin) - 1e-9, most = at(tail + margin) + 1e-9),
    list(place = paste0(place, ".high"), least = at(1 - tail - margin) - 1e-9, most = at(1 - tail + margin) + 1e-9)
  )
}

