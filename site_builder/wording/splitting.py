"""The sentences of a text, and how many words each has."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# A mark that may end a sentence, with what closes behind it and what the next sentence begins with.
_CLOSING = "\"'\u2019\u201d)]*_"
_END = re.compile(
    rf"[.!?…]+[{re.escape(_CLOSING)}]*(?=\s+[\"'\u2018\u201c(\[*_£]*[A-Z0-9])|\n\s*\n"
)
# A full stop behind these ends no sentence.
_SHORT = re.compile(
    r"(?:\b(?:e\.g|i\.e|cf|vs|viz|approx|incl|esp|max|min|tel|Mr|Mrs|Ms|Dr|Prof|Rev|Cllr|Sgt|St|Mt|Ltd|plc))\.$",
    re.IGNORECASE,
)
# Nor behind these, before a figure: "No. 5", "Art. 8"; "No." alone is an answer.
_NUMBERED = re.compile(
    r"\b(?:no|nos|para|paras|art|sec|ch|fig|figs|p|pp|ext|vol|c|ca)\.$", re.IGNORECASE
)
# Nor behind a part of the day, before a day: "at 5 p.m. Monday".
_PART_OF_DAY = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_DAY = re.compile(r"\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_NEAR = 20
# Figures and hyphens hold a word together: "1,450", "10.30", "fly-tipping", "lead-in". A long dash does not.
_WORD = re.compile(r"[^\s\u2013\u2014]*[^\W_][^\s\u2013\u2014]*")


class Sentence(NamedTuple):
    """One sentence, and where in its text it begins and ends."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> int:
        """How many words it has."""
        return count_words(self.text)

    @property
    def beginning(self) -> str:
        """Its first six words, to find it by."""
        return " ".join(re.sub(r"\s+", " ", self.text).split(" ")[:6])


def count_words(text: str) -> int:
    """How many words a text has: a figure, a web address and words with hyphens are one each."""
    return sum(1 for _ in _WORD.finditer(text))


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text, in their order; an empty line ends one too."""
    start = 0
    for end in _END.finditer(text):
        stop = end.end()
        before, behind = text[max(start, stop - _NEAR) : stop], text[stop : stop + _NEAR]
        if not _goes_on(before.rstrip(_CLOSING), behind):
            yield from _sentence(text, start, stop)
            start = stop
    yield from _sentence(text, start, len(text))


def _goes_on(before: str, behind: str) -> bool:
    """Whether the full stop at the end of ``before`` belongs to a short form."""
    return bool(
        _SHORT.search(before)
        or (_NUMBERED.search(before) and behind.lstrip()[:1].isdigit())
        or (_PART_OF_DAY.search(before) and _DAY.match(behind))
    )


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    said = text[start:end]
    if said.strip():
        start += len(said) - len(said.lstrip())
        yield Sentence(text[start:end].rstrip(), start, start + len(text[start:end].rstrip()))
