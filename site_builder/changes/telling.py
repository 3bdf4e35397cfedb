"""Says a difference to a resident, in whole sentences from the catalogue."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from markupsafe import Markup

from site_builder import notices, remedies, sentences
from site_builder.catalogue import ENGLISH, Catalogue
from site_builder.changes.change import Effect
from site_builder.changes.fields import Difference
from site_builder.changes.version import Version
from site_builder.conditions import conditions
from site_builder.dates import PartDate
from site_builder.inherit import Directory
from site_builder.limits import length, limit
from site_builder.model.actions import ACTIONS, clock_start
from site_builder.model.calendar_forms import Length
from site_builder.model.group import Group
from site_builder.model.redress import Payment, Step
from site_builder.model.standard import Standard, Target
from site_builder.model.terms import Terms
from site_builder.model.words import Id, Words
from site_builder.times import forms
from site_builder.times.grammar import read_span

_Value: TypeAlias = Any
"""A thing of a charter, or what stands in a field."""
_CLAUSES = (*ACTIONS, "level", "satisfied", "grade")
_CONDITIONS = ("where", "season", "received", "depth", "width", "height", "falls_to")
_LISTS = {
    "by": "parties",
    "support": "parties",
    "run_by": "parties",
    "paid_by": "parties",
    "members": "parties",
    "depends_on": "parties",
    "routes": "routes",
    "out_of_hours": "routes",
    "topic": "topics",
    "scale": "scales",
    "redress": "redress",
}
"""Where the names of what a field names by id are."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells what differs between two versions in one language."""

    old: Version
    new: Version
    words: Catalogue = ENGLISH

    def whole(self, what: str, verdict: Effect, more: Iterable[Markup] = ()) -> Markup:
        """A thing that stands in one version alone; ``more`` says what it is."""
        key = "change.vanished" if verdict is Effect.WITHDRAWN else "change.new"
        return _one_line([self.words.say(key, what=what), *more])

    def row(self, what: str, old: Markup | None, new: Markup | None) -> Markup:
        """A row of a promise that stands in one version alone."""
        if new is not None:
            return self.words.say("change.clause-gained", what=what, new=new)
        return self.words.say("change.clause-lost", what=what, old=old)

    def told(self, what: str, old: _Value, new: _Value, found: Difference) -> Markup:
        """A field that differs in a thing that both versions have, ``old`` and ``new``."""
        if found.field in ("notice", "suspended"):
            return self._noticed(what, found)
        verdict = self.words.say(f"verdict.{found.verdict}")
        if isinstance(new, Step | Payment):
            before, after = self._of_remedy(old, new, found)
        else:
            before = self._said(old, found.field, found.old, self.old.directory)
            after = self._said(new, found.field, found.new, self.new.directory)
        if found.field in _CLAUSES and isinstance(new, Target):
            return _one_line([self._sentence("change.clause", what, before, after), verdict])
        if not before and not after:
            said = self.words.say(f"unsaid.{found.field.rstrip('_')}")
            return _one_line([self.words.say("change.unsaid", what=what, said=said), verdict])
        return _one_line([self._sentence("change.changed", what, before, after), verdict])

    def _noticed(self, what: str, found: Difference) -> Markup:
        """That a promise is worse for now or suspended, or is not any more."""
        tell = notices.worse if found.field == "notice" else notices.suspended
        said = [self.words.say("change.headed", what=what)]
        said += [tell(found.new, self.words)] if found.new else []
        said.append(self.words.say(f"verdict.{found.verdict}"))
        if found.old:
            said.append(self.words.say("change.was-said", said=tell(found.old, self.words)))
        return _one_line(said)

    def _sentence(self, key: str, what: str, old: Markup | None, new: Markup | None) -> Markup:
        if old and new:
            return self.words.say(key, what=what, old=old, new=new)
        if new:
            return self.words.say(f"{key}-gained", what=what, new=new)
        return self.words.say(f"{key}-lost", what=what, old=old)

    def _of_remedy(
        self,
        old: _Value,
        new: _Value,
        found: Difference,
    ) -> tuple[Markup | None, Markup | None]:
        """The sentences of a step or payment that are there because of this field."""
        mixed = old.model_copy(update={found.field: getattr(new, found.field)})
        before, after = self._remedy(old, self.old), self._remedy(mixed, self.new)
        if set(before) == set(after):
            return (
                self._named(found.field, found.old, self.old.directory),
                self._named(found.field, found.new, self.new.directory),
            )
        return (
            _one_line(line for line in before if line not in after) or None,
            _one_line(line for line in after if line not in before) or None,
        )

    def _remedy(self, thing: Step | Payment, version: Version) -> tuple[Markup, ...]:
        if isinstance(thing, Step):
            return remedies.step(thing, self.words)
        paid = remedies.payment(thing, version.directory, self.words)
        answers = (_one_line([question, *lines]) for question, lines in paid.answers)
        return (paid.gives, *answers, *paid.terms)

    def _said(
        self,
        thing: Group,
        field: str,
        value: _Value,
        directory: Directory,
    ) -> Markup | None:
        """A value as a clause or in sentences of its own; None where there is nothing to say."""
        if value is None:
            return None
        if isinstance(thing, Target) and field in _CLAUSES:
            return self._clause(thing, field, value, directory)
        if isinstance(thing, Target) and field in _CONDITIONS:
            only = Target().model_copy(update={field: value})
            return self.words.ended(conditions(only, directory, self.words)[0])
        if field in Terms.model_fields and isinstance(thing, Target | Standard):
            if field == "strength" and value == "will":
                return self.words.say("strength.will")
            only_terms = Terms().model_copy(update={field: value})
            return _one_line(sentences.asides(only_terms, directory, self.words))
        if field in ("legal_status", "first_day"):
            return self.words.say(f"{field}.{value}")
        return self._named(field, value, directory)

    def _clause(
        self,
        target: Target,
        field: str,
        value: _Value,
        directory: Directory,
    ) -> Markup:
        if field in ACTIONS:
            start = None if target.counted_from else clock_start(field)
            return sentences.action(field, value, start, self.words)
        only = Target().model_copy(update={field: value})
        return sentences.clause(only, _NO_STANDARD, directory, self.words)

    def _named(self, field: str, value: _Value, directory: Directory) -> Markup | None:
        said = self._value(field, value, directory)
        if said is None:
            return None
        name = self.words.say(f"field.{field.rstrip('_')}")
        return self.words.say("beside.named", name=name, words=said)

    def _value(self, field: str, value: _Value, directory: Directory) -> Markup | None:
        """A value in words; None for what no language has words for, such as a choice among states."""
        items = value if isinstance(value, tuple) else (value,)
        said = [self._item(field, item, directory) for item in items]
        found = [one for one in said if one]
        return self.words.all_of(found) if found and len(found) == len(said) else None

    def _item(self, field: str, item: _Value, directory: Directory) -> str | None:
        if isinstance(item, Id):
            if field == "goes_with":
                return self._heading(item)
            known = getattr(directory, _LISTS[field]).get(item) if field in _LISTS else None
            return str(known.name) if known else str(item)
        if isinstance(item, PartDate):
            return self.words.date(item)
        if isinstance(item, Length):
            return length("within", read_span(item), self.words)
        if isinstance(item, forms.Time):
            return limit(item, None, self.words)
        return str(item) if isinstance(item, Words) else None

    def _heading(self, standard: Id) -> str:
        """What a promise is called, in the version that has it."""
        for version in (self.new, self.old):
            for one in version.group.standards:
                if one.id == standard:
                    return version.directory.heading(one)
        return str(standard)


_NO_STANDARD = Standard.model_construct(id=Id("none"))


def _one_line(said: Iterable[Markup]) -> Markup:
    return Markup(" ").join(said)
