"""The pages that the browser tests open: one of every kind, and each charter of the example."""

from pathlib import Path

ROOT = Path(__file__).parents[2]

# A star stands for the richest page of its kind: the one with the most HTML.
OTHERS = {
    "home": "",
    "areas": "areas/",
    "find": "find/",
    "report": "report/",
    "report in one area": "areas/larkfold/report/",
    "speak up": "areas/larkfold/speak-up/",
    "search": "search/",
    "topics": "topics/",
    "one topic": "topics/*/",
    "teams": "teams/",
    "one team": "teams/*/",
    "one area in Welsh": "cy/areas/*/",
    "changes": "changes/",
    "changes of one area": "areas/*/changes/",
    "one edition": "areas/larkfold/2026-04-01/",
    "rules": "rules/",
    "one rule": "rules/*/",
    "guide": "guide/",
    "one chapter": "guide/write-a-charter/",
    "fields": "guide/fields/",
    "times": "guide/times/",
    "about": "about/",
    "accessibility": "accessibility/",
    "privacy": "privacy/",
    "results": "results/",
    "results of one topic": "results/topics/*/",
    "results of one area": "areas/*/results/",
    "poster": "areas/*/poster/",
    "leaflet": "areas/*/leaflet/",
    "large print": "areas/larkfold/large-print/",
    "open data": "data/",
    "not found": "404.html",
}
CHARTERS = {
    file.parent.name: f"areas/{file.parent.name}/"
    for file in sorted((ROOT / "charters").glob("*/charter.yml"))
}
ALL = OTHERS | CHARTERS
# The pages that hold between them every component, most of them several times: these are opened at every width in all
# colours. Any other page is opened at each width and in all colours too, but not in every combination of the two.
RICHEST = {
    OTHERS[name]
    for name in ("home", "find", "report in one area", "search", "results", "results of one area")
} | {CHARTERS["larkfold"], CHARTERS["town-centre"]}


def address(site: Path, pattern: str) -> str:
    """Give the address, relative to the built `site`, of the page that `pattern` stands for."""
    if "*" not in pattern:
        return pattern
    found = list(site.glob(f"{pattern}index.html"))
    assert found, f"the site has no page {pattern}"
    richest = max(found, key=lambda file: (file.stat().st_size, file.as_posix()))
    return f"{richest.parent.relative_to(site).as_posix()}/"
