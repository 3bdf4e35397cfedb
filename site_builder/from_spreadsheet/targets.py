"""The targets of a row: what is done by when, of which cases, and for which share of them."""

import re
from dataclasses import dataclass, field

from site_builder.from_spreadsheet.cell_reader import CellReader, text_of
from site_builder.from_spreadsheet.headings import ACTIONS_HEADED, LIMITS, Heading
from site_builder.from_spreadsheet.naming import Stripped
from site_builder.from_spreadsheet.nodes import Fields
from site_builder.from_spreadsheet.sheet import Spot
from site_builder.from_spreadsheet.timing import Timed, Timing, timing
from site_builder.from_spreadsheet.wording import action_of
from site_builder.model.season import Season
from site_builder.problems import Severity
from site_builder.starter import BLANK

_PRIORITY = re.compile(r"(?:p|cat(?:egory)?\s*|priority\s*)?([0-9]|[a-e])", re.IGNORECASE)
_GRADE = re.compile(
    r"high(?:est)?|medium|low(?:est)?|normal|standard|critical|urgent|routine", re.IGNORECASE
)


@dataclass(slots=True)
class _Row:
    """What the columns of limits say of a row, before it is parted into targets."""

    times: list[tuple[Timed, str]] = field(default_factory=list)
    """Each time, with the action that its column is headed with."""
    share: str = ""
    level: str = ""
    season: str = ""


def targets_of(cells: CellReader, promise: str, service: str, *, said: Stripped) -> list[Fields]:
    """The targets of a row; ``promise`` is what it promises in the spreadsheet's words.

    ``said`` has the time and the share that stand in the promise itself, for a row in which no column has one.
    """
    here = Fields()
    row = _limits(cells, here)
    if not row.times and said.time:
        row.times += [(timed, "") for timed in timing(said.time).times]
    row.share = row.share or said.share
    cases = _cases(cells, here)
    targets = _parted(cells, row, cases, promise, service)
    for target in targets:
        if row.share and not row.level:
            target["share"] = row.share
        if row.season:
            target["season"] = row.season
    if row.level:
        targets[0]["level"] = row.level
    targets[0].notes += [note for note in here.notes if note not in targets[0].notes]
    return [_ordered(target) for target in targets]


def _limits(cells: CellReader, here: Fields) -> _Row:
    row = _Row()
    for heading, spot in cells.under(*LIMITS, "share"):
        found = timing(
            spot.words,
            unit="" if heading.unit == "%" else heading.unit,
            often=heading.means == "often",
            share=heading.means == "share",
        )
        if found.wrong or not (found.times or found.share or found.level):
            message = (
                found.wrong
                or "no time and no share could be read here. Write it in the charter by hand."
            )
            cells.leave(spot, message, here)
            continue
        _take(cells, row, (heading, spot), found, here)
    return row


def _take(
    cells: CellReader, row: _Row, cell: tuple[Heading, Spot], found: Timing, here: Fields
) -> None:
    heading, spot = cell
    headed = heading.means if heading.means in ACTIONS_HEADED else ""
    several = len(found.times) > 1
    for timed in found.times:
        around = "" if several else _season_of(timed.around, row)
        if around and not several:
            message = f"'{around}' could not be placed beside '{timed.time}'. See whether it belongs into 'for', 'only_if' or 'note'."
            cells.leave(spot, message, here)
        row.times.append((timed if several else timed._replace(around=""), headed))
    for assumed in found.assumed:
        cells.sheet.tell(spot, f"{assumed} Look whether that is what was meant.", Severity.NOTE)
    if found.left:
        message = f"'{found.left[:80]}' could not be placed. See whether it belongs into 'for', 'only_if' or 'note'."
        cells.leave(spot, message, here)
    for name in ("share", "level"):
        said = getattr(found, name)
        if said and getattr(row, name) and getattr(row, name) != said:
            cells.leave(
                spot,
                f"this row has a {name} already: '{getattr(row, name)}'. Keep one of them.",
                here,
            )
        elif said:
            setattr(row, name, said)


def _season_of(around: str, row: _Row) -> str:
    """The words beside a time that are no season; a season goes to its field."""
    bare = re.sub(r"\s*(?:-|\u2013|until)\s*", " to ", around.strip(" ()"))
    try:
        row.season = str(Season.read(bare))
    except ValueError:
        return around
    return ""


def _cases(cells: CellReader, here: Fields) -> str:
    """Which cases the row is about: what its columns of cases and of priority say."""
    said = [words for _, spot in cells.under("for") if (words := cells.read(spot, text_of, here))]
    for _, spot in cells.under("priority"):
        words = cells.read(spot, text_of, here)
        if found := _PRIORITY.fullmatch(words):
            words = f"priority {found[1].upper()}"
        elif _GRADE.fullmatch(words):
            words = f"{words.lower()} priority"
        said += [words] if words else []
    whole = ", ".join(said)
    return whole[:1].upper() + whole[1:]


def _parted(cells: CellReader, row: _Row, cases: str, promise: str, service: str) -> list[Fields]:
    """A target for each set of cases: times for other cases stand apart, and so do two times for one action."""
    targets: list[Fields] = []
    for timed, headed in row.times:
        around = _label(timed)
        about = ", ".join(part for part in (cases, around) if part)
        action = headed or timed.action or action_of(promise) or action_of(service)
        target = next(
            (
                one
                for one in targets
                if one.get("for", "") == about and (action or "done") not in one
            ),
            None,
        )
        if target is None:
            target = Fields({"for": about} if about else {})
            targets.append(target)
        if not action:
            target.setdefault("for", _said(promise) or _said(service) or BLANK)
            spot = next(iter(cells.row.values()))
            message = (
                f"no word says what is done {timed.time}, so 'done' is written. Put a better action in its place if there is one; "
                "the guide lists them under 'The words for times'."
            )
            cells.sheet.tell(spot, message, Severity.NOTE)
        target[action or "done"] = timed.time
    if not targets:
        target = Fields({"for": cases} if cases else {})
        if not row.level:
            action = action_of(promise) or action_of(service)
            target[action or "done"] = BLANK
        targets.append(target)
        if not row.level and not any(True for _ in cells.under(*LIMITS, "share")):
            spot = next(iter(cells.row.values()))
            cells.sheet.tell(
                spot,
                "nothing in this row says by when, how often or how much. A blank stands in the charter.",
            )
    return targets


def _said(words: str) -> str:
    """Words that may stand in a field, or nothing; whatever is wrong with them has been told where they belong."""
    try:
        return text_of(words[:200])
    except ValueError:
        return ""


def _label(timed: Timed) -> str:
    words = timed.around.strip(" :,-")
    return words[:1].upper() + words[1:200]


def _ordered(target: Fields) -> Fields:
    first = [name for name in ("id", "for", "season") if name in target]
    ordered = Fields(
        {name: target[name] for name in [*first, *(one for one in target if one not in first)]}
    )
    ordered.notes = target.notes
    return ordered
