"""What an upgrade would change, file by file, before anything is changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from site_builder.house_style.files import NoFileError, files_at
from site_builder.new_site.files import kept_current, program_version
from site_builder.new_site.record import FILE, Record, copy_of, files_of_record, is_derived
from site_builder.schema import FIELDS
from site_builder.source import YAML_LIMIT
from site_builder.text_file import Unreadable, read_text
from site_builder.upgrade.merge import merged
from site_builder.upgrade.migrations import MIGRATIONS, MigrationError, migrated

What = Literal["new", "current", "merged", "migrated", "gone", "left", "taken out"]


class UpgradeError(Exception):
    """Why nothing can be brought forward, in a sentence."""


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of a file. Where it is left alone, ``after`` is what we would write, and ``before`` what we wrote."""

    name: str
    what: What
    before: str = ""
    after: str = ""

    @property
    def writes(self) -> bool:
        """Whether the file is changed."""
        return self.what not in {"left", "taken out"}


@dataclass(frozen=True, slots=True)
class Plan:
    """All that an upgrade does: its steps, and the files that remember what was written."""

    steps: tuple[Step, ...]
    remembered: dict[str, str]


def planned(root: Path, record: Record) -> Plan:
    """What an upgrade of the repository ``root`` would do.

    Raises:
        UpgradeError: it was made by a newer version, or a charter cannot be read.

    """
    if record.schema > FIELDS:
        message = f"This site was made by version {record.version}, which is newer than this program ({program_version()}). Install that version first."
        raise UpgradeError(message)
    now = kept_current(record.answers)
    steps = [*_migrations(root, record), *_files(root, record, now)]
    remembered = files_of_record(record.answers, FIELDS)
    for step in steps:
        # What was left is offered again the next time, so it is remembered as it was written then.
        if not step.writes and step.name in record.copies:
            remembered[copy_of(step.name)] = record.copies[step.name]
    return Plan(tuple(steps), remembered)


def _files(root: Path, record: Record, now: dict[str, str]) -> Iterator[Step]:
    for name in sorted({*now, *record.copies}):
        step = _step(name, _text(root, name), record.copies.get(name), now.get(name))
        if step:
            yield step


def _step(name: str, here: str | None, then: str | None, now: str | None) -> Step | None:
    if here == now or (then == now and not is_derived(name)):
        return None
    if now is None:
        return Step(name, "gone" if here == then else "left", here or "", "")
    if here is None:
        return Step(name, "taken out", then, now) if then else Step(name, "new", "", now)
    if is_derived(name) or here == then:
        return Step(name, "current", here, now)
    both = merged(here, then, now) if then is not None else None
    if both is None:
        return Step(name, "left", then if then is not None else here, now)
    return Step(name, "merged", here, both) if both != here else None


def _migrations(root: Path, record: Record) -> Iterator[Step]:
    if record.schema == FIELDS:
        return
    try:
        for file in files_at([root / "charters"]):
            shown = file.relative_to(root).as_posix()
            before = read_text(file, shown, YAML_LIMIT)
            after = migrated(before, shown, record.schema, ways=MIGRATIONS)
            if after != before:
                yield Step(shown, "migrated", before, after)
    except (NoFileError, MigrationError) as error:
        raise UpgradeError(str(error)) from error
    except Unreadable as unreadable:
        raise UpgradeError(unreadable.problem.message) from unreadable


def _text(root: Path, name: str) -> str | None:
    if not (root / name).exists():
        return None
    try:
        return read_text(root / name, name, YAML_LIMIT)
    except Unreadable as unreadable:
        message = f"{unreadable.problem.message} Nothing was changed."
        raise UpgradeError(message) from unreadable


def no_record(root: Path) -> str:
    """What is said where nothing is remembered."""
    return f"There is no '{FILE}' in '{root}': this site was not begun with 'charters new site', so nobody can tell what the council changed. Begin one in another folder, and bring your charters there."
