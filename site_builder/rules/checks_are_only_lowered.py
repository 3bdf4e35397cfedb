"""A check is only ever lowered, never an error, and always with a reason.

A council may have good grounds to hear a warning as a note, or not at all. An error means that a charter cannot do its
job, so it stays. What a proposal changes outside the charters is always told too: whoever approves it has to see that.

To put it right, name a rule that is a warning or a note, once. 'charters explain' and a rule's id says which it is.

Breaks it:

    checks:
      - rule: ids-are-unique
        severity: silent
        reason: We like our ids as they are.

Puts it right:

    checks:
      - rule: area-can-be-found
        severity: note
        reason: The wards are redrawn in May 2027.
"""

from collections.abc import Iterator

from rapidfuzz import process

from site_builder import rules
from site_builder.problems import Severity
from site_builder.rules import CouncilSubject, Fact, Finding, Gathered, SiteFinding, Subject

_ALWAYS_TOLD = "proposals-change-charters-only"
_EVERYWHERE = ""


def check_council(council: CouncilSubject) -> Iterator[Finding]:
    """Settings of rules that do not exist, cannot be lowered, or are lowered twice."""
    known = {rule.id: rule.severity for rule in rules.all_rules()}
    seen: set[tuple[str, str]] = set()
    for n, setting in enumerate(council.written.checks):
        id_ = str(setting.rule)
        where = ("checks", n, "rule")
        if id_ not in known:
            near = process.extractOne(id_, list(known), score_cutoff=60)
            hint = f"Did you mean '{near[0]}'?" if near else "The page 'Rules' lists them all."
            yield Finding(where, f"There is no rule '{id_}'. {hint}")
        elif known[id_] is Severity.ERROR:
            yield Finding(
                where,
                f"'{id_}' is an error, and errors are never silenced. Take this item out, and put right what breaks the rule.",
            )
        elif id_ == _ALWAYS_TOLD:
            yield Finding(where, f"'{id_}' is always told. Take this item out.")
        elif known[id_] == setting.severity:
            message = f"'{id_}' is a {setting.severity} already. Write 'severity: silent', or take this item out."
            yield Finding(("checks", n, "severity"), message)
        elif seen & {(id_, slug) for slug in (*setting.charters, _EVERYWHERE)}:
            yield Finding(where, f"'{id_}' has been set above. Keep one of the two.")
        seen |= {(id_, slug) for slug in setting.charters or (_EVERYWHERE,)}


def gather(charter: Subject) -> Iterator[Fact]:
    """That there is such a charter."""
    yield Fact((), (str(charter.written.area.name),))


def check_site(site: Gathered) -> Iterator[SiteFinding]:
    """Settings for charters that do not exist."""
    known = sorted({fact.slug for fact in site.facts})
    for n, setting in enumerate(site.council.checks):
        for m, slug in enumerate(setting.charters):
            if slug not in known:
                near = process.extractOne(slug, known, score_cutoff=60)
                hint = f"Did you mean '{near[0]}'?" if near else "Name the folder of the charter."
                message = f"There is no charter in a folder '{slug}'. {hint}"
                yield SiteFinding(("checks", n, "charters", m), message)
