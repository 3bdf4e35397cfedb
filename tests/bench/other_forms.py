"""The charters that a benchmark measures with, in the forms of other engines: Markdown to read, and data for a layout.

Nothing of a charter is left out, and what it takes over from council.yml stands in it, as on our own pages.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

Fields = dict[str, Any]
# What stands beside the times of a target, and is no time itself.
_ASIDE = ("id", "for", "share")


def read(folder: Path) -> Iterator[tuple[str, Fields]]:
    """Read every charter in `folder`: its name, and its fields with the texts that it takes over from council.yml."""
    council = _fields(folder / "council.yml")
    names = {one["id"]: one["name"] for one in council["parties"]}
    for file in sorted(folder.glob("*/charter.yml")):
        charter = _fields(file)
        named = names | {one["id"]: one["name"] for one in charter["parties"] if "name" in one}
        for part in (
            *charter["parties"],
            *charter["standards"],
            *charter["pledges"],
            *(action for one in charter["priorities"] for action in one["actions"]),
        ):
            part["who"] = named[part.get("by") or part["id"]]
        for standard in charter["standards"]:
            for target in standard["targets"]:
                target["times"] = [
                    f"{field.replace('_', ' ')} {value}"
                    for field, value in target.items()
                    if field not in _ASIDE
                ]
        yield (
            file.parent.name,
            charter | {key: council[key] for key in ("redress", "routes", "access")},
        )


def markdown(charter: Fields) -> str:
    """Write a charter as one page of Markdown, as a council would that has no program for it."""
    area, governance = charter["area"], charter["governance"]
    lines = [
        f"# {charter['title']}",
        charter["summary"],
        "## Where it holds",
        f"{area['name']}: {area['about']} There are {area['homes']} homes.",
        _list([*area["wards"], *area["streets"], *area["postcodes"]]),
        (f"It was agreed on {charter['agreed']}, starts on {charter['starts']}, is reviewed by {charter['review_due']} and is "
        f"{charter['legal_status']}."),
        _table(("Who", "Part", "Signed"),
               ((one["who"], ", ".join(one["role"]), one["signed_on"]) for one in charter["parties"])),
        "## How it was agreed",
        *(f"{one['what']}, {one['date']}: {one['answered']} of {one['asked']} answered. {one['found']}"
          for one in charter["how_agreed"]),
        f"Results are published {charter['for_all_standards']['results']}, from {charter['for_all_standards']['first_results']} on.",
        "## What matters most here",
    ]  # fmt: skip
    for one in charter["priorities"]:
        lines += [f"### {one['what']}", f"{one['why']} Horizon: {one['horizon']}.",
                  _table(("What", "Who", "By", "Stage"),
                         ((act["what"], act["who"], act["due"], act["stage"]) for act in one["actions"]))]  # fmt: skip
    lines.append("## What we promise")
    for one in charter["standards"]:
        rows = (
            (target.get("for", "All cases"), ", ".join(target["times"]), target.get("share", ""))
            for target in one["targets"]
        )
        lines += [f"### {one['promise']}", f"Kept by: {one['who']}.", _table(("For", "When", "Share"), rows),
                  "Not covered:", _list(one.get("not_covered", ())), f"How we measure it: {one.get('measured', '')}"]  # fmt: skip
    lines += ["## What residents do", _list(f"{one['who']}: {one['pledge']}" for one in charter["pledges"])]  # fmt: skip
    for one in charter["roles"]:
        lines += [f"### {one['name']}", _list(one["does"])]
    lines.append("## How to report")
    for one in charter["routes"]:
        at = [str(one[key]) for key in ("phone", "email", "web") if key in one]
        lines += [f"### {one['name']}", _list([*at, *one.get("hours", ())])]
    lines += ["## In another form", _list([*charter["access"]["languages"], *charter["access"]["formats"]])]  # fmt: skip
    for one in charter["redress"]:
        lines += [f"## {one['name']}", _table(("When", "What", "Answer"),
                  ((step["when"], step["what"], step["replied"]) for step in one["steps"]))]  # fmt: skip
    lines += [
        "## Who watches over it",
        (f"{governance['body']}: {governance['about']} It meets {governance['meets']}, next on {governance['next_meeting']}. "
        f"{governance['resident_seats']} of its {governance['seats']} seats are residents'. {governance['accountable']} "
        "answers for it."),
        _list(f"{one['what']}, {one['published']}: {one['place']}, next on {one['next']}" for one in governance["publishes"]),
    ]  # fmt: skip
    return "\n\n".join(lines) + "\n"


def _fields(file: Path) -> Fields:
    # Every value stays the text that it is; nothing in it is made into a date, and no tag into anything else.
    fields: Fields = yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506
    return fields


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    every = (head, ("---",) * len(head), *rows)
    return "\n".join(f"| {' | '.join(row)} |" for row in every)
