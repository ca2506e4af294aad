# Whole answers of the statistics of hosts, coverage and agreement.

host_counts <- function(input) {
  values <- dimension_values(chosen(input), given(input, "host", "host_institution"))
  list(values = values, counts = by_frequency(count_values(unlist(values))))
}

answer_hosts <- function(input) {
  selected <- chosen(input)
  found <- host_counts(input)
  counts <- found$counts
  known <- sum(lengths(found$values) > 0)
  recipient <- given(input, "recipient", "sector")
  recipients <- dimension_values(selected, recipient)
  linked <- function(host) unlist(recipients[vapply(found$values, function(values) host %in% values, NA)])
  spread <- concentration(as.numeric(counts), level_of(input))
  shown <- head(names(counts), given(input, "top", 10))
  list(
    n = nrow(selected), known = known, unknown = nrow(selected) - known, pairs = sum(counts), hosts = length(counts),
    recipients = length(unique(unlist(recipients[lengths(found$values) > 0]))),
    herfindahl = if (is.null(spread)) list(estimate = NA) else estimate(spread$index, spread$interval),
    top = rows_of(shown, function(host) {
      list(
        host = host, programs = counts[[host]], recipients = length(unique(linked(host))),
        share = exact_share(counts[[host]], known, level_of(input))
      )
    }),
    links = I(unlist(lapply(shown, function(host) {
      of_host <- count_values(linked(host))
      order <- intersect(vocabularies[[recipient]], names(of_host))
      of_host <- by_frequency(of_host, order)
      rows_of(names(of_host), function(name) list(host = host, recipient = name, programs = of_host[[name]]))
    }), recursive = FALSE))
  )
}

answer_coverage <- function(input) {
  selected <- chosen(input)
  level <- level_of(input)
  cited <- function(among) sources[sources$id %in% unlist(among$sources), ]
  by_field <- function(among, field) {
    counts <- by_frequency(count_values(cited(among)[[field]]))
    values <- setNames(sources[[field]], sources$id)
    lapply(names(counts), function(value) {
      naming <- vapply(among$sources, function(ids) value %in% values[ids], NA)
      list(value = value, programs = sum(naming), sources = counts[[value]])
    })
  }
  alone <- function(rows) I(lapply(rows, function(row) row[c("value", "sources")]))
  spread <- function(numbers, name) {
    counts <- table(numbers)
    rows_of(names(counts), function(number) {
      setNames(list(as.numeric(number), counts[[number]]), c(name, "programs"))
    })
  }
  found <- lengths(selected$compilers)
  refused <- is.null(input$independent_compilers) || sum(found > 1) < 5
  unseen <- function() {
    sizes <- as.numeric(table(unlist(lapply(selected$compilers, unique))))
    bound <- unseen_members(sizes, sum(found > 0), level)
    list(estimate = bound$estimate, low = bound$low, high = NA)
  }
  list(
    n = nrow(selected), sources = nrow(cited(selected)),
    two_or_more = exact_share(sum(lengths(selected$sources) > 1), nrow(selected), level),
    years = rows_of(years_of(input), function(year) {
      held <- selected[selected$year == year, ]
      list(
        year = year, programs = nrow(held), sources = nrow(cited(held)), languages = alone(by_field(held, "language")),
        publisher_types = alone(by_field(held, "publisher_type"))
      )
    }),
    languages = I(by_field(selected, "language")), publisher_types = I(by_field(selected, "publisher_type")),
    sources_per_program = spread(lengths(selected$sources), "sources"),
    compilers = length(unique(unlist(selected$compilers))), compilers_per_program = spread(found, "compilers"),
    unseen = if (refused) list(estimate = NA) else unseen()
  )
}

# Programs are rows and coders are columns of a field that was coded in a round.
coded_fields <- function(input) {
  among <- codings[codings$program %in% chosen(input)$id, ]
  fields <- unique(among[order(among$round, among$field, method = "radix"), c("round", "field")])
  lapply(seq_len(nrow(fields)), function(place) {
    rows <- among[among$round == fields$round[place] & among$field == fields$field[place], ]
    filled <- rows
    filled$value[is.na(filled$value)] <- ""
    by_program <- function(coded) tapply(coded$value, coded[c("program", "coder")], c)
    list(round = fields$round[place], field = fields$field[place], values = by_program(rows), filled = by_program(filled))
  })
}

answer_reliability <- function(input) {
  fields <- coded_fields(input)
  list(
    in_dataset = nrow(codings),
    programs = length(unique(codings$program[codings$program %in% chosen(input)$id])),
    fields = rows_of(fields, function(coded) {
      reading <- function(empty, values) {
        found <- agreement(values)
        alpha <- if (is.na(found$alpha) || found$pairable_units < 2) list(estimate = NA) else
          estimate(found$alpha, alpha_interval(values, level_of(input)))
        c(list(empty = empty), found[c("pairable_units", "values", "percent_agreement")], list(alpha = alpha, ac1 = gwet_ac1(values)))
      }
      readings <- list(reading("missing", coded$values), reading("value", coded$filled))
      lowest <- which.min(vapply(readings, function(one) if (is.na(one$alpha$estimate)) Inf else one$alpha$estimate, 0))
      c(
        list(round = coded$round, field = coded$field, coders = ncol(coded$values), units = nrow(coded$values)),
        readings[[lowest]], list(readings = I(readings))
      )
    })
  )
}
