"""What a promise rests on is the edition that holds.

A street-cleaning standard deferred to an edition of a code that had been replaced: residents who look it up read
figures that nobody works to any more.

To put it right, read the newer edition, correct what follows from it, and name that one. The older stays in
council.yml, so that older pages can still say what it was.

Breaks it:

    set_by: litter-code-2006

Puts it right:

    set_by: litter-code-2019
"""

from collections.abc import Iterator

from site_builder.inherit import Directory
from site_builder.model.group import Group
from site_builder.model.parties import Reference
from site_builder.model.people import Document
from site_builder.problems import Severity
from site_builder.rules import CouncilSubject, Finding, Subject
from site_builder.source import Where

SEVERITY = Severity.WARNING


def check_charter(charter: Subject) -> Iterator[Finding]:
    """References in the charter to what has been replaced."""
    yield from _outdated(charter.written, charter.directory)


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """The same in council.yml."""
    yield from _outdated(council.written, Directory.of(council.written))


def _outdated(group: Group, directory: Directory) -> Iterator[Finding]:
    if not any(reference.replaced_by for reference in directory.references.values()):
        return
    for where, id_ in _named(group, ()):
        reference = directory.references.get(id_)
        if reference and reference.replaced_by:
            latest = _latest(reference, directory)
            message = f"'{id_}' has been replaced by '{latest}'. Read that one, and name it here."
            yield Finding(where, message)


def _latest(reference: Reference, directory: Directory) -> str:
    """What took its place, or the place of that."""
    seen, latest = [reference.id], reference
    while latest.replaced_by in directory.references and latest.replaced_by not in seen:
        latest = directory.references[latest.replaced_by]
        seen.append(latest.id)
    return str(reference.replaced_by) if latest is reference else str(latest.id)


def _named(group: Group, here: Where) -> Iterator[tuple[Where, str]]:
    """Every reference that a group names and still goes by."""
    if getattr(group, "withdrawn", None):
        return
    if isinstance(group, Document) and group.relation == "replaces":
        return
    for name, declared in type(group).model_fields.items():
        value = getattr(group, name)
        where = (*here, declared.alias or name)
        if name in ("set_by", "reference") and value:
            yield where, str(value)
        for n, item in enumerate(value) if isinstance(value, tuple) else ((-1, value),):
            if isinstance(item, Group):
                yield from _named(item, where if n < 0 else (*where, n))
