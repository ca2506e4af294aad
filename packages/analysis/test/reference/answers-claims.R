# What the records say of each claim: the verdict by its rule and the numbers it rests on.

number <- function(value, limits = list(low = NA, high = NA)) c(list(estimate = value), limits)

from_estimate <- function(found) {
  end <- function(value) if (is.null(value)) NA else value
  list(estimate = found$estimate, low = end(found$low), high = end(found$high))
}

# Stands for numbers that the reference leaves open.
open <- structure(list(), names = character(0))

judged <- function(id, verdict, ...) list(id = id, verdict = verdict, numbers = I(lapply(list(...), function(value) {
  if (is.list(value) && length(value) == 0) open else if (is.list(value)) value else number(value)
})))

claim_size <- function(article) {
  n <- nrow(chosen(article))
  strict <- sum(chosen(article)$recommended_for_aggregates == "true")
  verdict <- if (strict >= 59) "supported" else if (2 * n >= 59) "partly" else
    if (n == 0) "not-testable" else "not-supported"
  judged("size", verdict, n, strict)
}

claim_frequency <- function(article) {
  trend <- answer_trend(article)
  ratio <- trend$rate_ratio$headline
  drawn <- within_trend(article)[[1]]
  tested <- (drawn$least + drawn$most) / 2 < 1 - level_of(article)
  rises <- c(ratio$low > 1, tested && ratio$estimate > 1)
  verdict <- if (all(rises)) "supported" else if (any(rises)) "partly" else
    if (ratio$high < 1 && tested) "contradicted" else "not-supported"
  judged("frequency", verdict, ratio, list(), trend$dispersion$estimate)
}

# The p values are drawn: their places stay open here, and the verdict is that of p values drawn by R.
claim_scope <- function(article) {
  kinds <- answer_scope(article)$kinds
  drawn <- scope_p_values(article)
  holm <- rep(NA, length(kinds))
  holm[!is.na(drawn)] <- p.adjust(drawn[!is.na(drawn)], "holm")
  gains <- vapply(1:2, function(place) {
    if (is.na(holm[place])) return(NA)
    if (holm[place] >= 1 - level_of(article)) 0 else sign(kinds[[place]]$difference$estimate)
  }, 0)
  wider <- sum(gains > 0, na.rm = TRUE)
  verdict <- if (all(is.na(gains))) "not-testable" else if (wider == 2) "supported" else if (wider == 1) "partly" else
    if (any(gains < 0, na.rm = TRUE)) "contradicted" else "not-supported"
  numbers <- unlist(lapply(kinds[1:2], function(kind) {
    gain <- kind$difference$estimate
    periods <- lapply(kind$periods, function(period) {
      list(period$distinct, if (is.null(period$rarefied)) NA else period$rarefied$expected)
    })
    c(unlist(periods, recursive = FALSE), list(if (is.null(gain)) NA else gain, list()))
  }), recursive = FALSE)
  do.call(judged, c(list("scope", verdict), numbers))
}

scope_p_values <- function(article) {
  found <- rep(NA, length(scope_fields))
  for (drawn in within_scope(article)) {
    place <- as.numeric(sub("kinds.([0-9]+).*", "\\1", drawn$place)) + 1
    found[place] <- (drawn$least + drawn$most) / 2
  }
  found
}

claim_security <- function(article) {
  share <- answer_share(c(article, list(attribute = "security_related")))
  most <- (share$yes + share$unknown + 59) / (share$n + 59)
  known <- share$clopper_pearson
  verdict <- if (known$low > 0.5) "supported" else if (known$estimate > 0.5) "partly" else
    if (most < 0.5) "contradicted" else "not-supported"
  judged("security", verdict, known, share$if_unknown_are_yes, most)
}

claim_technology <- function(article) {
  technology <- answer_share(c(article, list(attribute = "technology_component")))
  equipment <- answer_share(c(article, list(attribute = "equipment_transfer")))
  selected <- chosen(article)
  secure <- selected$technology_component[selected$security_related %in% "true"]
  seen <- (technology$yes > 0) + (equipment$yes > 0)
  known <- (technology$yes + technology$no > 0) + (equipment$yes + equipment$no > 0)
  verdict <- c(if (known == 0) "not-testable" else "not-supported", "partly", "supported")[seen + 1]
  judged(
    "technology", verdict, from_estimate(technology$clopper_pearson), from_estimate(equipment$clopper_pearson),
    equipment$unknown, sum(secure %in% "true"), sum(!is.na(secure))
  )
}

claim_partnerships <- function(article) {
  answer <- answer_partnerships(c(article, list(date = "2014-12-31")))
  ranks <- vapply(answer$countries, function(level) as.numeric(level$rank), 0)
  certain <- vapply(answer$countries, function(level) level$certain, NA)
  reached <- sum(ranks >= 3 & certain, na.rm = TRUE)
  raised <- vapply(answer$steps, function(step) if (step$kind == "step" && step$rank >= 3) step$country else "", "")
  below <- vapply(answer$countries, function(level) !(level$rank %in% 3:5), NA)
  later <- sum(vapply(answer$countries[below], function(level) level$country %in% raised, NA))
  verdict <- if (reached == length(ranks)) "supported" else if (later > 0) "contradicted" else
    if (reached > 0) "partly" else "not-supported"
  judged("partnerships", verdict, reached, sum(!is.na(ranks)), later)
}

claim_adoption <- function(everything, states) {
  found <- answer_adoptions(everything)
  using <- found$countries_in_use
  verdict <- if (2 * using > states) "supported" else if (using > 0) "partly" else "not-supported"
  judged("adoption", verdict, found$n, found$chinese_supplier$yes, found$chinese_supplier$unknown, using)
}

claim_border <- function() {
  parts <- borders[!is.na(borders$country), ]
  parts <- parts[order(parts$name, method = "radix"), ]
  lengths <- c(parts$length_km, sum(parts$length_km))
  verdict <- if (round(sum(parts$length_km) / 1000) == 3) "supported" else "contradicted"
  do.call(judged, c(list("border", verdict), as.list(lengths)))
}

claim_rights <- function(everything) {
  events <- chosen_records(rights_events, everything)
  series <- length(answer_indicators(everything)$series)
  judged("rights", "not-testable", nrow(events), sum(events$link_to_china == "stated_by_source"), series)
}

answer_claims <- function(input) {
  kept <- input[intersect(names(input), c("countries", "level", "confidence", "minimum_sources"))]
  article <- c(kept, list(scope = "article"))
  everything <- c(kept, list(scope = "all"))
  states <- length(if (is.null(input$countries)) vocabularies$country else input$countries)
  list(claims = I(list(
    claim_size(article), claim_frequency(article), claim_scope(article), claim_security(article), claim_technology(article),
    claim_partnerships(article), claim_adoption(everything, states), claim_border(), claim_rights(everything)
  )))
}
