# Writing JSON with every digit: toJSON() of jsonlite stops at 15 significant digits, 17 bring each double back exactly.

json_number <- function(value) {
  if (is.na(value)) return("null")
  if (is.infinite(value)) return(if (value > 0) '"Inf"' else '"-Inf"')
  sprintf("%.17g", value)
}

json_scalar <- function(value) {
  if (is.character(value)) return(as.character(jsonlite::toJSON(value, auto_unbox = TRUE)))
  if (is.logical(value) && !is.na(value)) return(if (value) "true" else "false")
  json_number(value)
}

# Lists with names become objects; other lists and vectors of more or less than one value become arrays. A vector in I()
# is an array of any length. The outermost `lines` levels get one line an item.
json <- function(value, lines = 0) {
  if (is.null(value)) return("null")
  if (!is.list(value) && length(value) == 1 && !inherits(value, "AsIs")) return(json_scalar(value))
  items <- vapply(value, json, "", lines = lines - 1)
  if (!is.null(names(value)) && length(items) > 0) items <- paste0('"', names(value), '":', items)
  brackets <- if (is.null(names(value))) c("[", "]") else c("{", "}")
  gap <- if (lines > 0) "\n" else ""
  paste0(brackets[1], gap, paste(items, collapse = paste0(",", gap)), gap, brackets[2])
}

numbers_in <- function(value) {
  if (is.list(value)) return(unlist(lapply(value, numbers_in)))
  if (is.numeric(value)) as.numeric(value[is.finite(value)]) else numeric(0)
}

# Writes, reads again, and stops unless every number comes back as the same double.
write_json <- function(value, file, lines) {
  writeLines(json(value, lines), file, useBytes = TRUE)
  read <- jsonlite::fromJSON(file, simplifyVector = FALSE)
  stopifnot(identical(unname(numbers_in(value)), unname(numbers_in(read))))
}

session <- function() {
  list(R = R.version.string, jsonlite = as.character(packageVersion("jsonlite")))
}
