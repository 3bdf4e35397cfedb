"""The page of all rules, and one of each."""

from collections.abc import Iterator

from site_builder.page import Making, Page
from site_builder.rendering import rendered
from site_builder.rules import Rule, all_rules
from site_builder.site import Site
from site_builder.views.rules import rule_view, rules_view
from site_builder.views.words import curled


def made(site: Site, making: Making) -> Iterator[Page]:  # noqa: ARG001 - they are the same on every site
    """Give the page of all rules, and then one of each."""
    view = rules_view(all_rules())
    yield Page(
        uri="rules/",
        title="What we check",
        description="Every check that a charter passes before it is published.",
        html=rendered("rules", "rules/", making.overrides, view=view),
        section="rules",
        breadcrumbs=(("Home", ""), ("What we check", "rules/")),
        headings=tuple((group.severity, group.title) for group in view),
    )
    yield from (_rule(rule, making) for rule in all_rules())


def _rule(of: Rule, making: Making) -> Page:
    uri = f"rules/{of.id}/"
    view = rule_view(of)
    return Page(
        uri=uri,
        title=curled(view.title),
        description=f"{view.title}: why we check this in every charter, and how to put it right.",
        html=rendered("rule", uri, making.overrides, view=view),
        section="rules",
        breadcrumbs=(("Home", ""), ("What we check", "rules/"), (view.title, uri)),
    )
