"""On which terms a row promises something: what it does not cover, what it costs, from when to when it holds."""

from site_builder.from_spreadsheet.cell_reader import CellReader, day_of, text_of
from site_builder.from_spreadsheet.nodes import Fields
from site_builder.from_spreadsheet.wording import items
from site_builder.model.forms import Money


def terms_of(cells: CellReader, fields: Fields) -> Fields:
    """The terms that a row names: conditions, exclusions, a fee, dates, and what is said besides."""
    terms = Fields()
    for name in ("only_if", "not_covered"):
        listed = [
            read
            for _, spot in cells.under(name)
            if cells.read(spot, text_of, fields)
            for item in items(spot.words)
            if (read := item[:1].upper() + item[1:])
        ]
        if listed:
            terms[name] = list(listed)
    if fee := cells.first("fee"):
        terms["fee"] = cells.read(fee, Money.read, fields)
    for name in ("starts", "ends"):
        if spot := cells.first(name):
            terms[name] = cells.read(spot, day_of, fields)
    terms["measured"] = cells.words("measured", fields)
    terms["note"] = " ".join(
        words for _, spot in cells.under("note") if (words := cells.read(spot, text_of, fields))
    )
    return Fields({name: value for name, value in terms.items() if value})
