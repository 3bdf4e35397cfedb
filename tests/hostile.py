"""The example council with a hostile value in every text field of the model, today and in its past, built into a site.

The fields are taken from the model, so that a new one is covered by being there. The checks would refuse these values;
what stands here is what the site makes of them if a check ever misses one. Fields of another form, such as addresses,
telephone numbers and amounts, have behind their words as much of it as their own form lets through, and ids have nothing.
"""

import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from site_builder.folder import BOUNDARY
from site_builder.inherit import Directory
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.group import Group
from site_builder.model.results import Result
from site_builder.model.walk import types_in
from site_builder.model.words import Text, Words
from site_builder.site import Checked, Site

G = TypeVar("G", bound=Group)
_SIGN = re.compile(r"[^Z]+Zq(\d+)q")
Field = tuple[str, str]
_ACTING = "\"><script>ran=1</script><img src=x onerror=ran=1>]]>{{7*7}}{% raw %}&amp;'\u2028\r\nX-EVIL:1 end"
REST = " ".join(_ACTING.split())
"""What stands behind the sign of each value, with white space as a page shows it."""
# What a form that refuses white space and quotation marks may still let through.
_NARROW = "&amp;{{7*7}}`"
# As a formula of a spreadsheet begins, and an address that acts.
_BEGINNINGS = ("=", "+", "-", "@", "javascript:")


def hostile(number: int) -> str:
    """The value with this number."""
    return f"{_BEGINNINGS[number % len(_BEGINNINGS)]}Zq{number}q{_ACTING}"


def groups_of(kind: type[Group], found: set[type[Group]] | None = None) -> set[type[Group]]:
    """A group and all that may stand in it."""
    found = found if found is not None else set()
    if kind not in found:
        found.add(kind)
        for declared in kind.model_fields.values():
            for one in types_in(declared.annotation):
                if issubclass(one, Group):
                    groups_of(one, found)
    return found


def every_group() -> set[type[Group]]:
    """Every group of fields that an author may write."""
    return groups_of(Charter) | groups_of(CouncilFile) | groups_of(Result)


def text_fields() -> set[Field]:
    """Every field of the model that takes an author's words."""
    return {
        (group.__name__, name)
        for group in every_group()
        for name, declared in group.model_fields.items()
        if Text in types_in(declared.annotation)
    }


def worst(value: Words) -> Words:
    """A value with as much beside it as its form lets through."""
    for worse in (
        f"{value} {_ACTING}",
        f"{value}{_NARROW}",
        f"{_NARROW}{value}",
        "{{7*7}}`" + value,
    ):
        try:
            return type(value).read(worse)
        except ValueError:
            continue
    return value


def forms() -> dict[str, str]:
    """What each form of field but that of plain words lets through, beside its example."""
    found = {
        form
        for group in every_group()
        for declared in group.model_fields.values()
        for form in types_in(declared.annotation)
        if issubclass(form, Words) and form is not Text
    }
    return {
        form.__name__: worst(form.read(form.example)).replace(form.example, "").strip()
        for form in found
    }


class Exchange:
    """Exchanges an author's words for hostile ones, the same for the same, and fills in what nobody has filled in."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.fields: dict[Field, set[int]] = {}
        """The numbers of the values that each field was given."""

    def read(self, value: object) -> Text:
        """Stands in for the reader of every text, of today and of earlier versions, in any language."""
        words = str(Words.read(value))
        if words == BOUNDARY:
            # It is read beside a charter under this name and under no other: then there are maps.
            return Text(words)
        return Text(hostile(self.numbers.setdefault(words, len(self.numbers))))

    def of(self, site: Site) -> Site:
        """The site with words in every field, and with more than their form lets through in those that have one."""
        council = self._group(site.council)
        made = []
        for one in site.charters:
            charter = self._group(one.charter)
            results = tuple(map(self._group, one.results))
            made.append(
                replace(
                    one,
                    charter=charter,
                    directory=Directory.of(council, charter),
                    results=results,
                    prose=tuple(replace(part, title=hostile(0)) for part in one.prose),
                )
            )
        return replace(site, council=council, charters=tuple(made))

    def _group(self, group: G) -> G:
        update: dict[str, object] = {}
        for name, declared in type(group).model_fields.items():
            field = (type(group).__name__, name)
            value = getattr(group, name)
            if isinstance(value, tuple):
                changed: object = tuple(self._value(item, field) for item in value)
            else:
                changed = self._value(value, field)
            if value in (None, ()) and Text in types_in(declared.annotation):
                if field in self.fields:
                    continue
                words = self._words(".".join(field), field)
                changed = (words,) if value == () or "tuple" in str(declared.annotation) else words
            if changed is not value:
                update[name] = changed
        return group.model_copy(update=update)

    def _value(self, value: object, field: Field) -> object:
        if isinstance(value, Group):
            return self._group(value)
        if type(value) is Text:
            return self._words(value, field)
        if isinstance(value, Words):
            return worst(value)
        return value

    def _words(self, words: str, field: Field) -> Text:
        made = words if _SIGN.match(words) else self.read(words)
        found = _SIGN.match(made)
        if not found:
            return Text(made)
        self.fields.setdefault(field, set()).add(int(found[1]))
        return Text(made)


def main(project: Path) -> None:
    """Build the site of a folder with hostile words, and say which field has which values."""
    from mkdocs.commands.build import build  # noqa: PLC0415 - only this process builds
    from mkdocs.config import load_config  # noqa: PLC0415

    from site_builder import plugin  # noqa: PLC0415

    exchange = Exchange()
    honest = plugin.check

    def check(*given: object, **named: object) -> Checked:
        checked = honest(*given, **named)  # type: ignore[arg-type]
        assert checked.site, checked.problems
        return replace(checked, problems=[], site=exchange.of(checked.site))

    Text.read = exchange.read  # type: ignore[assignment, method-assign]
    plugin.check = check  # type: ignore[assignment]
    build(load_config(str(project / "mkdocs.yml")))
    for (group, name), numbers in sorted(exchange.fields.items()):
        sys.stdout.write(f"{group} {name} {' '.join(map(str, sorted(numbers)))}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
