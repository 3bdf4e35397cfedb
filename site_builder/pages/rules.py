"""The page of all rules, and one of each."""

from collections.abc import Iterator
from pathlib import Path

from site_builder.page import Page
from site_builder.rendering import rendered
from site_builder.rules import Rule, all_rules
from site_builder.views.rules import rule_view, rules_view
from site_builder.views.words import curled


def made_alike(overrides: Path | None) -> Iterator[Page]:
    """Give the page of all rules, and then one of each."""
    view = rules_view(all_rules())
    yield Page(
        uri="rules/",
        title="What we check",
        description="Every check that a charter passes before it is published.",
        html=rendered("rules", "rules/", overrides, view=view),
        section="rules",
        breadcrumbs=(("Home", ""), ("What we check", "rules/")),
        headings=tuple((group.severity, group.title) for group in view),
    )
    yield from (_rule(rule, overrides) for rule in all_rules())


def _rule(of: Rule, overrides: Path | None) -> Page:
    uri = f"rules/{of.id}/"
    view = rule_view(of)
    return Page(
        uri=uri,
        title=curled(view.title),
        description=f"{view.title}: why we check this in every charter, and how to put it right.",
        html=rendered("rule", uri, overrides, view=view),
        section="rules",
        breadcrumbs=(("Home", ""), ("What we check", "rules/"), (view.title, uri)),
    )
