"""What is wrong with a piece of prose: HTML, unsafe links, pictures from elsewhere, headings out of order."""

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath

from markdown.extensions.fenced_code import FencedBlockPreprocessor

from site_builder.folder import CHARTER, PICTURES
from site_builder.markup import SAFE_SCHEMES, markdown
from site_builder.problems import Location, Problem
from site_builder.prose_losses import first_loss

LONGEST_LINE = 4000
MOST_LINES = 3000
"""A list of more items takes a parser seconds: its time grows with their square."""
_RUN = re.compile(r"([\[\]()<>*_`~!#|\\-])\1{99,}|(?:!?\[|\[\^|<!?){100,}|(?:>[ ]?){20,}")
# Lists and quotations in one another cost a parser a call each: begun in one line, or by its indent.
_NESTED = re.compile(
    r"^ {60}|^(?![ ]*([-*_])(?:[ ]*\1)*[ ]*$)(?:[ ]*+(?:>|(?:[-*+:]|\d{1,9}\.)(?=[ ]))){5,}",
    re.ASCII,
)
_CODE = re.compile(r"(?<!\\)(`+)(?!`).+?(?<!`)\1(?!`)")
_HTML = re.compile(r"<(?:/?[A-Za-z][^>\n]*|!--|!\[|![A-Za-z]|\?)")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^\s<>]+>|<[^\s<>@:]+@[^\s<>@]+>")
_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*):")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$", re.MULTILINE)


def slips(text: str, shown: str, folder: Path) -> Iterator[Problem]:
    """The problems of a text that stands in ``folder``, as the file ``shown``.

    What a parser would be slow on is told first, and ends the check.
    """
    lines = text.split("\n")
    if lines[0].strip() == "---":
        message = (
            "Front matter stands here. Pages have none: begin with a heading, '# …', and delete it."
        )
        yield Problem(Location(shown), message, "prose-is-plain-markdown", excerpt=lines[0])
        return
    if len(lines) > MOST_LINES:
        message = f"This text has {len(lines):,} lines; the limit is {MOST_LINES:,}. Divide it into several."
        yield Problem(Location(shown, MOST_LINES + 1), message, "files-are-small")
        return
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            message = f"This line has {len(line):,} characters; the limit is {LONGEST_LINE:,}. Break it into paragraphs."
            yield Problem(
                Location(shown, number), message, "prose-is-plain-markdown", excerpt=line[:80]
            )
            return
        if run := _RUN.search(line):
            message = "A long run of the same signs stands here. Delete it."
            yield Problem(
                Location(shown, number, run.start() + 1),
                message,
                "prose-is-plain-markdown",
                excerpt=line[:80],
            )
            return
        if nested := _NESTED.search(line.expandtabs(4)):
            message = (
                "This line is indented by 60 columns or more. Begin it further to the left."
                if nested[0].isspace()
                else "Lists or quotations stand in one another here, five deep in one line. Leave out some of the signs before its words."
            )
            yield Problem(
                Location(shown, number), message, "prose-is-plain-markdown", excerpt=line[:80]
            )
            return
    outside_code = FencedBlockPreprocessor.FENCED_BLOCK_RE.sub(_blank, text).split("\n")
    yield from _html(outside_code, shown)
    yield from _headings(outside_code, shown)
    # What Markdown makes of the text is what counts: the addresses are read from there.
    html = markdown().convert(text)
    problems = list(_addresses(html, lines, shown, folder))
    yield from problems
    lost = None if problems else first_loss(html, lines)
    if lost:
        message = "Something here cannot be shown. Write it in plain Markdown: words, lists, links, tables and headings."
        yield Problem(
            Location(shown, lost), message, "prose-is-plain-markdown", excerpt=lines[lost - 1]
        )


def _html(lines: list[str], shown: str) -> Iterator[Problem]:
    for number, line in enumerate(lines, 1):
        bare = _CODE.sub(_blank, line)
        if html := _HTML.search(_AUTOLINK.sub(_blank, bare)):
            message = f"'{html[0][:40]}' is HTML. Write it in Markdown; to show it as it stands, put it in `back-ticks`."
            location = Location(shown, number, html.start() + 1, len(html[0]))
            yield Problem(location, message, "prose-holds-no-html", excerpt=line)


class _Addresses(HTMLParser):
    """The addresses that a page made from Markdown links to and shows pictures from."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str, bool]] = []
        """Each with its element, and whether it is a picture without words."""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        is_silent = tag == "img" and not named.get("alt", "").strip()
        self.found += [(tag, named[key], is_silent) for key in ("href", "src") if key in named]


def _addresses(html: str, lines: list[str], shown: str, folder: Path) -> Iterator[Problem]:
    is_shared = (folder / CHARTER).is_file()
    for tag, address, is_silent in _Addresses(html).found:
        is_picture = tag == "img"
        message = (
            _wrong_picture(address, folder)
            if is_picture
            else _wrong_link(address, is_shared=is_shared)
        )
        rule = "pictures-are-local" if is_picture else "links-are-safe"
        if is_silent and not message:
            message = "This picture has no words. Say between the brackets what it shows."
            rule = "pictures-have-words"
        if message:
            number = next(
                (n for n, line in enumerate(lines, 1) if address[:40] in unescape(line)), 1
            )
            column = lines[number - 1].find(address[:40]) + 1
            location = Location(
                shown, number, max(1, column), max(1, len(address) if column else 1)
            )
            yield Problem(location, message, rule, excerpt=lines[number - 1])


def _wrong_picture(address: str, folder: Path) -> str:
    if _SCHEME.match(address) or address.startswith(("//", "/", "\\")):
        return f"'{address[:60]}' is a picture from elsewhere. Put the file beside this page and name it here."
    path = PurePosixPath(address)
    if ".." in path.parts or not (folder / path).is_file():
        return f"There is no picture '{address[:60]}' beside this file. Check its name."
    if path.suffix.lower() not in PICTURES:
        return f"'{address[:60]}' is no picture that can be shown. Save it as .jpg, .png or .webp."
    return ""


def _wrong_link(address: str, *, is_shared: bool) -> str:
    """What is wrong with a link; ``is_shared``: it stands in words that several pages show, at addresses of their own."""
    scheme = _SCHEME.match(re.sub(r"[\x00-\x20]", "", address))
    if address.startswith(("//", "\\")):
        return f"'{address[:60]}' has no https: in front of it. Add it."
    if scheme and scheme[1].lower() not in SAFE_SCHEMES:
        return f"A link cannot begin with '{scheme[1][:20]}:'. Use an https: address, mailto:, tel: or another page."
    if is_shared and not scheme and not address.startswith("#"):
        return f"'{address[:60]}' leads nowhere from some pages that show these words. Write the whole address, https: first."
    return ""


def _blank(found: re.Match[str]) -> str:
    return "".join(sign if sign == "\n" else " " for sign in found[0])


def _headings(lines: list[str], shown: str) -> Iterator[Problem]:
    level = 0
    for number, line in enumerate(lines, 1):
        heading = _HEADING.match(line)
        if not heading:
            continue
        depth = len(heading[1])
        if depth > level + 1 and not (level == 0 and depth == 2):  # noqa: PLR2004 - the page may give the first level
            right = "#" * max(level + 1, 1)
            message = f"This heading skips a level. Begin it with '{right}', so that people can find their way."
            yield Problem(
                Location(shown, number, 1, depth), message, "headings-are-in-order", excerpt=line
            )
        level = depth
