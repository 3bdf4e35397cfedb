"""A finished page said in another language, sentence by sentence, each looked up by its English.

A sentence may have elements in it, such as a link: it is looked up with them, and as often as it takes in parts of it.
"""

import re

from site_builder.translated.phrases import plain
from site_builder.translated.speaker import LETTER, TAG, Speaker, Tongue, key

_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_INLINE = {"a", "abbr", "b", "bdi", "br", "em", "i", "small", "span", "strong", "time"}
_CLOSED = {"script", "style", "pre", "code"}
"""Elements in which nothing is said to a reader."""
_UNMARKED = {"title", "option", "svg", "text", "textarea"}
"""Elements that can hold no other: what stays English in them cannot be marked."""
_SAID_IN = re.compile(
    r"""(?P<before>\s(?:aria-label|alt|placeholder|title)=")(?P<text>[^"]+)(?P<after>")"""
    r"""|(?P<meta><meta name="description" content=")(?P<content>[^"]+)"""
)


class _Page(Speaker):
    """Says the words of one page."""

    def page(self, text: str) -> str:
        """The page, with everything in it said that can be."""
        parts = TAG.split(text)
        parts[1::2] = [_SAID_IN.sub(self._attribute, tag) for tag in parts[1::2]]
        made: list[str] = []
        run: list[str] = []
        closed: list[str] = []
        for at, part in enumerate(parts):
            name = found[1].lower() if at % 2 and (found := _NAME.match(part)) else ""
            if at % 2 and name not in _INLINE:
                made += self._run(run, closed)
                run = []
                made.append(part)
                _note(closed, name, part)
            elif closed and closed[-1] in _CLOSED:
                made.append(part)
            else:
                run.append(part)
        return "".join([*made, *self._run(run, closed)])

    def _run(self, run: list[str], closed: list[str]) -> list[str]:
        """Words with their inline elements: as one sentence where the catalogue has it, or else piece by piece."""
        if not any(LETTER.search(part) or part.strip() for part in run[::2]):
            return run
        if len(run) > 1 and (said := self._sentence(run)):
            return [said]
        marks = not any(name in _UNMARKED for name in closed)
        made: list[str] = []
        at = 0
        while at < len(run):
            end = _end_of(run, at) if at % 2 else at
            if end > at:
                inner = run[at + 1 : end]
                made += [
                    run[at],
                    *(inner if " lang=" in run[at] else self._run(inner, closed)),
                    run[end],
                ]
            else:
                made.append(run[at] if at % 2 else self._text(run[at], marks=marks))
            at = end + 1
        return self._as_one(run, made) if len(run) > 1 and marks else made

    def _as_one(self, run: list[str], made: list[str]) -> list[str]:
        """A run of which nothing could be said, marked once: its pieces keep their order in a line that runs to the left."""
        texts = [piece for piece in made if LETTER.search(TAG.sub("", piece))]
        if len(texts) > 1 and all(map(self.is_english, texts)):
            inside = "".join(run)
            return [_with_space(inside, f"{self.english_mark}{inside.strip()}</span>", inside)]
        return made

    def _sentence(self, run: list[str]) -> str | None:
        if any(" lang=" in tag for tag in run[1::2]):
            return None
        tags: list[str] = []
        key: list[str] = []
        open_: list[int] = []
        for at, part in enumerate(run):
            if at % 2 == 0:
                key.append(part)
            elif part.startswith("</"):
                if not open_:
                    return None
                key.append(f"</{open_.pop()}>")
            else:
                tags.append(part)
                if not part.startswith("<br"):
                    open_.append(len(tags))
                key.append(f"<{len(tags)}>")
        if open_:
            return None
        said = self.phrases.say(plain("".join(key)), lambda part: self.inner(part, marks=True))
        if said is None:
            return None
        names = [_NAME.match(tag) for tag in tags]
        for number, (tag, name) in enumerate(zip(tags, names, strict=True), start=1):
            said = said.replace(f"<{number}>", tag)
            said = said.replace(f"</{number}>", f"</{name[1]}>" if name else "")
        return _with_space(run[0], said, run[-1])

    def _attribute(self, found: re.Match[str]) -> str:
        if found["text"] is None:
            return f"{found['meta']}{self.inner(plain(found['content']), marks=False)}"
        return f"{found['before']}{self.inner(plain(found['text']), marks=False)}{found['after']}"

    def _text(self, part: str, *, marks: bool) -> str:
        words = plain(part)
        if not words:
            return part
        if key(part) in self.known and words not in self.phrases.whole:
            return part
        return _with_space(part, self.inner(words, marks=marks), part)


def _end_of(run: list[str], at: int) -> int:
    """Where the element ends that the tag at a place of a run opens; the place itself if it opens none."""
    depth = 0
    for here in range(at, len(run), 2):
        if not run[here].startswith("<br"):
            depth += -1 if run[here].startswith("</") else 1
        if depth <= 0:
            return here
    return at


def in_tongue(text: str, tongue: Tongue) -> str:
    """The HTML of a page in the language of ``tongue``, as far as it goes."""
    said = _Page(tongue).page(text)
    root = f'<html lang="{tongue.code}" dir="{tongue.direction}">'
    return re.sub(r'<html lang="[^"]*">', root, said, count=1)


def _note(closed: list[str], name: str, tag: str) -> None:
    """Keeps the elements in which text is not to be said, or cannot be marked, that are open."""
    if name not in _CLOSED | _UNMARKED:
        return
    if not tag.startswith("</"):
        closed.append(name)
    elif name in closed:
        closed.remove(name)


def _with_space(before: str, said: str, after: str) -> str:
    """What is said with the white space that stood around it."""
    lead = before[: len(before) - len(before.lstrip())]
    tail = after[len(after.rstrip()) :]
    return f"{lead}{said}{tail}"
