"""What stands folded away under a promise: exclusions, who does it, what to quote."""

from dataclasses import dataclass

from site_builder import sentences
from site_builder.conditions import conditions
from site_builder.inherit import Directory
from site_builder.limits import plain
from site_builder.model.charter import Charter
from site_builder.model.parties import Reference
from site_builder.model.standard import Standard, Target
from site_builder.views.words import day, listed, sentence, with_clock


@dataclass(frozen=True)
class Pair:
    """A name and what is said of it, one line or several."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Source:
    """The law, code or document that sets the promise."""

    title: str
    url: str | None
    about: str


def pairs(
    standard: Standard, charter: Charter, directory: Directory, title: str
) -> tuple[Pair, ...]:
    """Return the small print of one standard, most useful first."""
    terms = [Pair(name, (said,)) for name, said in sentences.named_terms(standard)]
    found = [
        *terms,
        Pair("Report it from", _moment(standard.report_from)),
        Pair("Report it no later than", _moment(standard.report_until)),
        Pair("When you report it, tell us", tuple(standard.tell_us)),
        Pair("Done by", _done_by(standard, directory)),
        Pair("It waits for work by", _depends_on(standard, directory)),
        Pair("Say what you are asking about", (f"{charter.title}: {title}",)),
    ]
    return tuple(pair for pair in found if pair.lines)


def title(standard: Standard) -> str:
    """Return what the small print is called before it is opened."""
    return (
        "What is not covered, and who does it" if standard.not_covered else "More, and who does it"
    )


def party_line(identifier: str | None, directory: Directory) -> str:
    """Return a party with the body it belongs to: "Street Scene, Riverdale Borough Council"."""
    party = directory.parties.get(identifier or "")
    if party is None:
        return ""
    whole = directory.parties.get(party.part_of or "")
    return f"{party.name}, {whole.name}" if whole else party.name


def sources(standard: Standard, directory: Directory) -> tuple[Source, ...]:
    """Return every reference that the standard or one of its targets is set by, each once.

    A target of which nothing else is said shows its reference itself.
    """
    alone = {"set_by": None}
    targets = (one for one in standard.targets if one.model_copy(update=alone).is_measurable)
    ids = dict.fromkeys(name for terms in (standard, *targets) if (name := terms.set_by))
    return tuple(source(directory.references[name]) for name in ids if name in directory.references)


def source(reference: Reference) -> Source:
    """Return a reference with its edition and when it was last read."""
    about = (
        sentence(f"Edition: {reference.edition}") if reference.edition else "",
        f"Last checked: {day(reference.checked)}." if reference.checked else "",
    )
    return Source(reference.title, reference.url, " ".join(line for line in about if line))


def _moment(words: str | None) -> tuple[str, ...]:
    return (with_clock(words),) if words else ()


def _done_by(standard: Standard, directory: Directory) -> tuple[str, ...]:
    others: dict[str, list[str]] = {}
    for target in standard.targets:
        if target.by and target.by != standard.by:
            others.setdefault(target.by, []).append(_case(target, directory))
    lines = [party_line(standard.by, directory), _lead(standard.by, directory)]
    for name, cases in others.items():
        party = party_line(name, directory)
        said = "; ".join(dict.fromkeys(case for case in cases if case))
        lines += [f"{said}: {party}" if said and party else party, _lead(name, directory)]
    return tuple(line for line in lines if line)


def _case(target: Target, directory: Directory) -> str:
    """What a row is about, or else when it holds."""
    if target.for_:
        return target.for_
    limits = listed(plain(condition) for condition in conditions(target, directory))
    return limits[:1].upper() + limits[1:]


def _lead(identifier: str | None, directory: Directory) -> str:
    party = directory.parties.get(identifier or "")
    return sentence(f"The post that answers for it: {party.lead}") if party and party.lead else ""


def _depends_on(standard: Standard, directory: Directory) -> tuple[str, ...]:
    names = [
        directory.parties[name].name for name in standard.depends_on if name in directory.parties
    ]
    return (listed(names),) if names else ()
