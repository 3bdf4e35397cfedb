"""A sentence has 25 words at the most.

Long sentences are read twice or not at all, most of all by people who read in their second language, on a small
screen or in a hurry. The words are counted sentence by sentence, in the charter and in its about.md; figures, web
addresses and words with hyphens are one word each. Nothing is said about whoever wrote them.

To put it right, make two sentences of one, or a list of its parts.

Breaks it:

    summary: >-
      This charter, which was agreed by residents and the council after four meetings in the spring, says what the
      council promises to do about litter, graffiti and fly-tipping.

Puts it right:

    summary: >-
      This charter says what the council promises to do about litter, graffiti and fly-tipping.
      Residents and the council agreed it after four meetings in the spring.
"""

from collections.abc import Iterator

from site_builder.model.group import Group
from site_builder.model.texts import texts_in
from site_builder.problems import Severity
from site_builder.rules import CouncilSubject, Finding, Subject
from site_builder.wording.passages import passages, place
from site_builder.wording.splitting import Sentence, count_words, sentences

SEVERITY = Severity.NOTE
LONGEST = 25


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Long sentences in the charter's own texts."""
    yield from _long(charter.written)


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """Long sentences in what all charters share."""
    yield from _long(council.written)


def check_prose(charter: Subject) -> Iterator[Finding]:
    """Long sentences in about.md."""
    for passage in passages(charter.prose):
        for sentence in sentences(passage.text):
            if sentence.words > LONGEST:
                start, end = passage.start + sentence.start, passage.start + sentence.end
                yield Finding(place(charter.prose, start, end), _message(sentence))


def _long(group: Group) -> Iterator[Finding]:
    for said in texts_in(group):
        if count_words(said.value) <= LONGEST:
            continue  # as most texts are: none of its sentences can be long
        for sentence in sentences(said.value):
            if sentence.words > LONGEST:
                yield Finding(said.where, _message(sentence))


def _message(sentence: Sentence) -> str:
    return (
        f"The sentence that begins '{sentence.beginning} …' has {sentence.words} words. "
        f"Make two of it: {LONGEST} words are enough for one."
    )
