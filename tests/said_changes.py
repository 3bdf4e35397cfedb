"""Everything that is said of changes: of the edits, of a charter that comes or goes, and of every field."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from site_builder.catalogue import Catalogue
from site_builder.changes.between import changes_between
from site_builder.changes.change import Effect, Spot
from site_builder.changes.editing import of_editing
from site_builder.changes.fields import Difference
from site_builder.changes.tables import HOW
from site_builder.changes.telling import Teller
from site_builder.changes.version import Version
from site_builder.changes.whole import as_a_whole, of_its_state
from site_builder.differences import Side, differences
from site_builder.earlier import read_edition, read_shared
from site_builder.limits import plain
from site_builder.model.charter import Charter
from site_builder.model.editor import Editor
from site_builder.model.fields import choices_of, example_of, group_of, is_list, is_needed
from site_builder.model.group import Group
from site_builder.model.words import Text, Words
from site_builder.views.run_out import run_out
from tests.conftest import ROOT
from tests.views.shown import TODAY, compiled, site

FOLDER = ROOT / "tests/changes"
EDITS = yaml.safe_load((FOLDER / "edits.yml").read_text("utf-8"))
AT = Spot(())
STATES: tuple[dict[str, Any], ...] = (
    {},
    {"consultation": {"closes": "2027-01-18", "how": "Write to us."}},
    {"agreed": "2026-03-10", "starts": "2026-04-01"},
    {"last_updated": "2024"},
)


def read(charter: str, council: str, folder: Path) -> Version:
    """Give the version of a charter and council.yml in these words."""
    (folder / "hollins").mkdir(parents=True, exist_ok=True)
    (folder / "council.yml").write_text(council, "utf-8")
    (folder / "hollins/charter.yml").write_text(charter, "utf-8")
    return read_edition(folder, "charters", "hollins", read_shared(folder, "charters")).version


def edited(words: str, edit: dict[str, Any]) -> str:
    """Give the words with each old text replaced, which has to be there once."""
    for old, new in edit.items():
        assert words.count(old) == 1, old
        words = words.replace(old, new)
    return words


def both(edit: dict[str, Any], folder: Path) -> tuple[Version, Version]:
    """Give the two versions of an edit."""
    charter, council = (
        (FOLDER / f"{name}.yml").read_text("utf-8") for name in ("charter", "council")
    )
    new = (edited(charter, edit.get("charter", {})), edited(council, edit.get("council", {})))
    return read(charter, council, folder / "old"), read(*new, folder / "new")


def said_changes(words: Catalogue) -> Iterator[tuple[object, str]]:
    """Each sentence, behind the authors' words that may be in it."""
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for edit in EDITS:
            old, new = both(edit, folder)
            for before, after in ((old, new), (new, old)):
                for change in changes_between(before, after, words):
                    yield _authors(old, new), plain(change.sentence)
        yield from _whole_charters(words, folder, old)
        yield from _fields(words, old)
    yield from _run_out(words)


def _whole_charters(words: Catalogue, folder: Path, any_: Version) -> Iterator[tuple[object, str]]:
    """That a charter is new, gone, or in another folder."""
    shutil.copytree(folder / "old", folder / "moved")
    (folder / "moved/hollins").rename(folder / "moved/new-hollins")
    shutil.copytree(folder / "old", folder / "empty", ignore=shutil.ignore_patterns("hollins"))
    for one, other in (("old", "moved"), ("old", "empty"), ("empty", "old")):
        found = differences(*(Side(folder / name, "", name) for name in (one, other)), words)
        for change in found.changes():
            slugs = (Text("new-hollins"), Text("hollins"))
            yield (*_authors(any_), slugs), plain(change.sentence)
    for given in STATES:
        charter = of_state(**given)
        for folders in (("hollins", None), (None, "hollins")):
            change = as_a_whole(charter, *folders, words)
            yield _texts_of(charter), plain(change.sentence)
        for before, after in ((charter, of_state()), (of_state(), charter)):
            if found := of_its_state(before, after, words):
                yield _texts_of(charter), plain(found.sentence)
    forms = [
        Editor.model_validate({"host": "github", "repository": f"riverdale/{name}"})
        for name in ("one", "other")
    ]
    for was, now in ((None, forms[0]), (forms[0], None), forms):
        if turned := of_editing(was, now, words):
            yield (Text(turned.old or ""), Text(turned.new or "")), plain(turned.sentence)
    draft, other = (
        Version(of_state(review_due=day), any_.directory, any_.council) for day in ("2027", "2028")
    )
    for change in changes_between(draft, other, words):
        yield _texts_of(draft.group), plain(change.sentence)


def _run_out(words: Catalogue) -> Iterator[tuple[object, str]]:
    """That the time of a notice is over."""
    notice = {"says": "There is a backlog.", "to": "2026-08"}
    standard = {"id": "dogs", "topic": "litter", "name": "Dogs", "notice": notice}
    made = compiled(standards=[standard])
    for change in run_out(site(made), TODAY, words):
        yield _texts_of(made.charter), plain(change.sentence)


def of_state(**given: Any) -> Charter:  # noqa: ANN401 - fields of a charter
    """Give a charter with no more than what says whether it holds: with nothing given, a draft."""
    return Charter.model_validate({"title": "Hollins charter", "area": {"name": "Hollins"}} | given)


def _texts_of(group: Group) -> tuple[Text, ...]:
    return tuple(_texts(group))


def _fields(words: Catalogue, version: Version) -> Iterator[tuple[object, str]]:
    """That a field has come or gone, with its example."""
    teller = Teller(version, version, words)
    for kind, table in HOW.items():
        for name in (name for name, how in table.items() if how):
            without = made(kind, {})
            for value in _values(kind, name):
                thing = made(kind, {name: value})
                given = getattr(thing, name)
                for old, new, pair in (
                    (None, given, (without, thing)),
                    (given, None, (thing, without)),
                ):
                    found = Difference(name, old, new, AT, AT, Effect.UNKNOWN)
                    yield (*_authors(version), *_texts(thing)), plain(teller.told("", *pair, found))


def made(kind: type[Group], given: dict[str, Any]) -> Any:  # noqa: ANN401 - a group of any kind
    """Give a group with the fields that it needs, and those that are given."""
    needed = {
        name: next(_values(kind, name))
        for name in kind.model_fields
        if is_needed(kind, name) and name not in given
    }
    every = {name.rstrip("_"): value for name, value in (needed | given).items()}
    if "phone" in kind.model_fields and not given.keys() & {"phone", "web"}:
        every["phone"] = "01632 960009"
    return kind.model_validate(every)


def _values(kind: type[Group], name: str) -> Iterator[Any]:
    if within := group_of(kind, name):
        value: Any = made(within, {})  # type: ignore[type-var]
        yield [value] if is_list(kind, name) else value
        return
    for value in choices_of(kind, name) or (example_of(kind, name) or "every month",):
        yield [value] if is_list(kind, name) else value


def _authors(*versions: Version) -> tuple[object, ...]:
    """All that authors wrote in some versions; what the catalogue gives a charter for itself is not theirs."""
    return tuple(
        text for one in versions for group in (one.group, one.council) for text in _texts(group)
    )


def _texts(value: Any) -> Iterator[Text]:  # noqa: ANN401 - whatever a group holds
    if isinstance(value, Group):
        for _, item in value:
            yield from _texts(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, Words):
        yield Text(value)
