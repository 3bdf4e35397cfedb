"""What is checked: the list of rules by how grave a breach is, and the page of one rule."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.rules import Rule
from site_builder.views.facts import Fact

SEVERITIES = {
    "error": ("Errors", "A charter with one of these is not published."),
    "warning": ("Warnings", "A charter with one of these is published, and the problem is said."),
    "note": ("Notes", "Advice to those who write a charter."),
}
IF_BROKEN = {
    "error": "error: the charter is not published",
    "warning": "warning: the charter is published, and the problem is said",
    "note": "note: advice to the author",
}


@dataclass(frozen=True)
class RuleLink:
    """One rule in a list."""

    name: str
    uri: str
    is_this: bool = False


@dataclass(frozen=True)
class RuleGroup:
    """The rules of one severity."""

    severity: str
    title: str
    says: str
    rules: tuple[RuleLink, ...]


@dataclass(frozen=True)
class RuleView:
    """What the page of one rule shows."""

    title: str
    facts: tuple[Fact, ...]
    sections: tuple[tuple[str, Markup], ...]
    breaks: str | None
    right: str | None
    siblings_title: str
    siblings: tuple[RuleLink, ...]


def rules_view(rules: Iterable[Rule]) -> tuple[RuleGroup, ...]:
    """Return the rules by severity, the gravest first, each group in the order of its titles."""
    every = sorted(rules, key=lambda rule: rule.title.casefold())
    groups = (
        RuleGroup(severity, title, says,
                  tuple(_link(rule) for rule in every if rule.severity == severity))
        for severity, (title, says) in SEVERITIES.items()
    )  # fmt: skip
    return tuple(group for group in groups if group.rules)


def rule_view(rule: Rule, rules: Iterable[Rule]) -> RuleView:
    """Return the page of one rule, beside its siblings of the same severity."""
    siblings = sorted(
        (other for other in rules if other.severity == rule.severity),
        key=lambda other: other.title.casefold(),
    )
    return RuleView(
        title=_bare(rule.title),
        facts=(Fact("Rule", rule.id), Fact("If it is broken", IF_BROKEN[rule.severity])),
        sections=rule.sections,
        breaks=rule.breaks,
        right=rule.right,
        siblings_title=SEVERITIES[rule.severity][0],
        siblings=tuple(_link(other, this=rule.id) for other in siblings),
    )


def _link(rule: Rule, this: str = "") -> RuleLink:
    return RuleLink(_bare(rule.title), f"rules/{rule.id}/", rule.id == this)


def _bare(title: str) -> str:
    return title.removesuffix(".")
