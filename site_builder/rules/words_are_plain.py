"""Words are those that people use at home.

"Residual waste arisings" is a term of the trade; "household rubbish" is what stands in the bin. The list of such words
comes with the tool. It is looked for in the charter, in its about.md and in what all charters share. Names are left
alone: of organisations, posts, places and documents, and words with a capital inside a sentence.

To put it right, write the plain words that the note gives, or your own. Your council can add words of its own to the
list, or allow one, under "plain_words" in council.yml: "word: void" with "say: empty home" adds one, and "word: void"
alone allows it.

Breaks it:

    standards:
      - id: litter
        promise: We will facilitate the cleansing of footways.

Puts it right:

    standards:
      - id: litter
        promise: We will clean pavements.
"""

from collections.abc import Iterator

from site_builder.model.group import Group
from site_builder.model.texts import is_name, texts_in
from site_builder.problems import Severity
from site_builder.rules import CouncilSubject, Finding, Subject
from site_builder.wording.jargon import Found, Jargon, jargon_of
from site_builder.wording.passages import passages, place

SEVERITY = Severity.NOTE


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Office words in the charter's own texts."""
    yield from _office_words(charter.written, jargon_of(charter.council.plain_words))


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """Office words in what all charters share; the list of words itself is no text for residents."""
    texts = council.written.model_copy(update={"plain_words": ()})
    yield from _office_words(texts, jargon_of(council.written.plain_words))


def check_prose(charter: Subject) -> Iterator[Finding]:
    """Office words in about.md."""
    jargon = jargon_of(charter.council.plain_words)
    for passage in passages(charter.prose):
        for found in jargon.find(passage.text):
            where = place(charter.prose, passage.start + found.start, passage.start + found.end)
            yield Finding(where, _message(found))


def _office_words(group: Group, jargon: Jargon) -> Iterator[Finding]:
    for said in texts_in(group):
        if not is_name(said):
            for found in jargon.find(said.value):
                yield Finding(said.where, _message(found))


def _message(found: Found) -> str:
    return f"'{found.word}' is a word of the office. In plain words: '{found.plain}'."
