"""What a page would lose of its text: a page shows all that its file says, or the file is refused.

Markdown's HTML is cleaned before it is shown. Whatever cleaning takes out was written by somebody, so it is told.
"""

from html.parser import HTMLParser
from itertools import zip_longest

from site_builder.markup import clean


class _Pieces(HTMLParser):
    """The elements, attributes and words of a piece of HTML, in their order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.pieces: list[tuple[str, object]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces.append((tag, sorted((name, value or "") for name, value in attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # ``<hr />`` is the same as ``<hr>``: neither ends again.
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append((tag, "ends"))

    def handle_comment(self, data: str) -> None:
        self.pieces.append(("a comment", data))

    def handle_data(self, data: str) -> None:
        if self.pieces and self.pieces[-1][0] == "words":
            data = f"{self.pieces.pop()[1]}{data}"
        self.pieces.append(("words", data))


def first_loss(html: str, lines: list[str]) -> int | None:
    """The line behind which cleaning takes something out of the HTML that Markdown made of these lines; None: nowhere."""
    made, kept = _Pieces(html).pieces, _Pieces(clean(html)).pieces
    if made == kept:
        return None
    pairs = enumerate(zip_longest(made, kept))
    lost = next(place for place, (one, other) in pairs if one != other)
    said = [
        str(words) for kind, words in made[: lost + 1] if kind == "words" and str(words).strip()
    ]
    return _line_of(said, lines)


def _line_of(said: list[str], lines: list[str]) -> int:
    """The line of the last of the words that were kept: they stand in the file in their order."""
    number = 1
    for words in said:
        first = words.split()[0]
        number = next((n for n in range(number, len(lines) + 1) if first in lines[n - 1]), number)
    return number
