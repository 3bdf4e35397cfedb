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


def rules_view(rules: Iterable[Rule]) -> tuple[RuleGroup, ...]:
    """Return the rules by severity, the gravest first, each group in the order of its titles."""
    every = sorted(rules, key=lambda rule: rule.title.casefold())
    groups = (
        RuleGroup(severity, title, says,
                  tuple(_link(rule) for rule in every if rule.severity == severity))
        for severity, (title, says) in SEVERITIES.items()
    )  # fmt: skip
    return tuple(group for group in groups if group.rules)


def rule_view(rule: Rule) -> RuleView:
    """Return the page of one rule."""
    return RuleView(
        title=_bare(rule.title),
        facts=(Fact("Rule", rule.id), Fact("If it is broken", IF_BROKEN[rule.severity])),
        sections=rule.sections,
        breaks=rule.breaks,
        right=rule.right,
    )


def _link(rule: Rule) -> RuleLink:
    return RuleLink(_bare(rule.title), f"rules/{rule.id}/")


def _bare(title: str) -> str:
    return title.removesuffix(".")
