"""What residents want done first: each priority, what shows it, and how far its actions are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from site_builder.inherit import Directory
from site_builder.model.charter import Charter
from site_builder.model.people import Action, Priority
from site_builder.views import anchors
from site_builder.views.words import by, on, sentence

HORIZONS = {
    "short": "This is for the near future.",
    "medium": "This is for the next few years.",
    "long": "This is for the long run.",
}
STAGES = {"planned": "Not started", "started": "In progress", "done": "Done", "stopped": "Stopped"}
ICONS = {"planned": "todo", "started": "progress", "done": "done", "stopped": "stopped"}


@dataclass(frozen=True)
class Link:
    """Words that lead to another place."""

    text: str
    href: str


@dataclass(frozen=True)
class ActionView:
    """One action: its stage in a word, what is done, and by whom and when."""

    stage: str
    word: str
    what: str
    details: tuple[str, ...]


@dataclass(frozen=True)
class PriorityView:
    """One priority, numbered, with the promises that serve it."""

    anchor: str
    title: str
    says: tuple[str, ...]
    promises: tuple[Link, ...]
    actions: tuple[ActionView, ...]


@dataclass(frozen=True)
class Badge:
    """The mark on a promise that serves a priority."""

    text: str
    href: str


def priorities(
    charter: Charter, directory: Directory, titles: Mapping[str, str], today: date
) -> tuple[PriorityView, ...]:
    """Return the priorities in their order; `titles` are the headings of the promises shown."""
    return tuple(
        PriorityView(
            anchor=anchors.of("priority", priority.id),
            title=priority.what,
            says=_says(priority),
            promises=tuple(
                Link(titles[name], f"#{anchors.of_standard(name)}")
                for name in priority.goes_with
                if name in titles
            ),
            actions=tuple(_action(action, directory, today) for action in priority.actions),
        )
        for priority in charter.priorities
    )


def badges(charter: Charter) -> dict[str, Badge]:
    """Return the badge of each promise that serves a priority, most wanted first."""
    found: dict[str, Badge] = {}
    for number, priority in enumerate(charter.priorities, start=1):
        href = f"#{anchors.of('priority', priority.id)}"
        for name in priority.goes_with:
            found.setdefault(name, Badge(f"Residents\u2019 priority {number}", href))
    return found


def _says(priority: Priority) -> tuple[str, ...]:
    return tuple(line for line in (priority.why, HORIZONS.get(priority.horizon or "")) if line)


def _action(action: Action, directory: Directory, today: date) -> ActionView:
    unfinished = action.stage in {"planned", "started"}
    is_late = unfinished and action.due is not None and action.due.last < today
    party = directory.parties.get(action.by or "")
    details = (
        sentence(party.name) if party else "",
        f"It was due {by(action.due)}." if is_late and action.due else "",
        f"Due {by(action.due)}." if unfinished and not is_late and action.due else "",
        f"Done {on(action.done)}." if action.done else "",
        f"It costs {action.cost}." if action.cost else "",
        action.note or "",
    )
    word = STAGES[action.stage]
    if is_late:
        word = "Late, and not started" if action.stage == "planned" else "Late, in progress"
    return ActionView(
        stage="late" if is_late else ICONS[action.stage],
        word=word,
        what=action.what,
        details=tuple(line for line in details if line),
    )
