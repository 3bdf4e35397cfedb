"""A charter is six printed pages at the most.

What is longer is not read to the end, cannot be pinned to a notice board and costs more to send to every home.

How long it will be is estimated from what stands in the files, without printing: a page for the beginning and the small
print, one for every 150 words of the charter, its about.md and the steps of redress it names, and one for every eight
promises with their tables. Held against printed charters of one to seventeen pages it was a page and a half off at worst,
so a charter of five to eight pages may be taken for a shorter or a longer one.

To put it right, let promises that hold everywhere stand on their council-wide page, shorten the prose, or make two
charters of one, each with a theme. Where the length is right for your area, silence this note in council.yml, under
"checks", with the reason.

Breaks it:

    standards:
      - id: litter
      - id: graffiti
      - id: noise
      # … and fifty more

Puts it right:

    theme: Clean streets
    standards:
      - id: litter
      - id: graffiti
"""

from collections.abc import Iterator

from site_builder.model.texts import texts_in
from site_builder.problems import Severity
from site_builder.rules import Finding, Subject
from site_builder.wording.splitting import count_words

SEVERITY = Severity.NOTE
LONGEST = 6
# Fitted to the pages of printed charters; a test prints charters and holds the estimate against them.
_BEGINNING = 2.0
_WORDS_TO_A_PAGE = 225
_STANDARDS_TO_A_PAGE = 12
_MAP = 0.5


def check_charter(charter: Subject) -> Iterator[Finding]:
    """A charter that will be longer than six pages."""
    pages = round(printed_pages(charter))
    if pages > LONGEST:
        message = (
            f"This charter is about {pages} printed pages long; {LONGEST} should be the most. "
            "Shorten it, or make two of it."
        )
        yield Finding((), message)


def printed_pages(charter: Subject) -> float:
    """How many pages of A4 a charter takes, by estimate; results and past changes, which come with the years, are not counted."""
    settled, ladders = charter.settled, charter.directory.redress
    named = {standard.redress for standard in settled.standards if standard.redress in ladders}
    shown = (settled, *(ladders[ladder] for ladder in named if ladder))
    words = count_words(charter.prose)
    words += sum(count_words(said.value) for group in shown for said in texts_in(group))
    drawn = _MAP if settled.area.boundary else 0
    standards = len(settled.standards) / _STANDARDS_TO_A_PAGE
    return _BEGINNING + words / _WORDS_TO_A_PAGE + standards + drawn
