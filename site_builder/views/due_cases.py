"""The cases of a promise for which a day can be worked out, as plain data: what each asks, and what is done by when."""

from collections.abc import Iterator

from site_builder import sentences
from site_builder.catalogue import Catalogue
from site_builder.deadlines.calendar import ONE_DAY
from site_builder.inherit import Directory
from site_builder.limits import plain
from site_builder.model.actions import clock_start
from site_builder.model.charter import Charter
from site_builder.model.standard import Standard, Target
from site_builder.notices import worse
from site_builder.steps import in_order, waits_for
from site_builder.times import forms
from site_builder.views.cases import when
from site_builder.views.due_rules import Counting, Plain, needs_hour, rule

_PLANNED = {
    "appointment",
    "collection day",
    "interview",
    "meeting",
    "notice",
    "target date",
    "tenancy start",
    "visit",
}
"""Moments that may still lie ahead when somebody asks."""
_COUNTED = forms.Within | forms.ByDay | forms.SameDay | forms.Before
_MOVES = ("clock_stops_while", "takes_longer_if", "waits_for_next_visit_if")
"""The terms that may move the day."""


def cases(standard: Standard, charter: Charter, directory: Directory, by: Counting) -> list[Plain]:
    """The cases of a promise that lead to a date: what each is about, what day it asks for, and its rows.

    Rows that differ only in the season or in the hour of the report are one case: the day and the hour tell
    which of them holds.
    """
    made: dict[tuple[str, str], Plain] = {}
    for target in standard.targets:
        about = target.model_copy(update={"received": None, "season": None})
        label = when(about, directory)
        row = _row(target, standard, charter, by.words)
        for asked, planned, steps, then in _lots(target, standard, by):
            case = made.setdefault(
                (label, asked),
                {"label": label, "asked": asked, "planned": planned, "timed": False, "rows": []},
            )
            case["rows"].append(row | {"steps": steps, "beside": then + row["beside"]})
            case["timed"] |= target.received is not None or any(map(needs_hour, steps))
    labels = [label for label, _ in made]
    for (label, asked), case in made.items():
        if not label:
            case["label"] = asked
        elif labels.count(label) > 1:
            case["label"] = plain(by.words.say("by-when.case", case=label, asked=asked))
    return list(made.values())


def no_date(standard: Standard, by: Counting) -> str:
    """Why no day can be worked out for a promise that has no case, in a sentence; empty where nobody would ask.

    Nobody asks where nothing is timed, or where it is done while they wait.
    """
    timed = [
        (name, time, target.counted_from or standard.counted_from)
        for target in standard.targets
        for name, time in target.actions
    ]
    times = [time for _, time, _ in timed]
    if any(isinstance(time, forms.Regular) for time in times):
        key = "regular"
    elif any(isinstance(time, forms.NextVisit) for time in times):
        key = "visit"
    elif any(
        isinstance(time, _COUNTED) and not _asked(_moment(name, time, start), start, by.words)
        for name, time, start in timed
    ):
        key = "unseen"
    else:
        return ""
    return plain(by.words.say(f"no-date.{key}"))


def _lots(
    target: Target, standard: Standard, by: Counting
) -> Iterator[tuple[str, bool, list[Plain], list[str]]]:
    """What is done in a row, by the day from which it counts: what is asked, whether it may lie ahead, what is done.

    What waits for something else in the row comes last, in words: nobody knows when that will be.
    """
    first_day = target.first_day or standard.first_day or by.calendar.first_day
    words = by.words
    counted_from = target.counted_from or standard.counted_from
    given = dict(target.actions)
    moments = {name: _moment(name, time, counted_from) for name, time in given.items()}
    # Who reports something lets us hear from them: one day, and one question.
    same = {"hearing from you": "report"} if "report" in moments.values() else {}
    lots: dict[str, tuple[bool, list[Plain], list[str]]] = {}
    last = ""
    for name in in_order(target):
        time = given[name]
        if waits_for(time) in given and last:
            clause = sentences.action(name, time, None, words)
            lots[last][2].append(plain(words.say("by-when.then", clause=clause)))
            continue
        moment = same.get(moments[name] or "", moments[name])
        asked = _asked(moment, counted_from, words)
        made = rule(time, first_day, by) if asked else None
        if made is None:
            continue
        made["said"] = plain(words.say(f"should.{name}", when="{when}"))
        last = asked
        lots.setdefault(asked, (moment is None or moment in _PLANNED, [], []))[1].append(made)
    for asked, (planned, steps, then) in lots.items():
        yield asked, planned, steps, then


def _moment(name: str, time: forms.Time, counted_from: str | None) -> str | None:
    """The moment at which a clock starts; None where it starts as an author says in words."""
    if isinstance(time, forms.Before):
        return time.moment
    own: str | None = getattr(time, "start", None)
    return own or (None if counted_from else clock_start(name))


def _asked(moment: str | None, counted_from: str | None, words: Catalogue) -> str:
    """What day is asked for; empty for a moment that a resident cannot know."""
    if moment is None:
        return plain(words.say("by-when.counted-from", words=(counted_from or "").rstrip(".")))
    key = f"asked.{moment}"
    return plain(words.say(key)) if key in words.messages else ""


def _row(target: Target, standard: Standard, charter: Charter, words: Catalogue) -> Plain:
    """When a row holds, and what may move its day."""
    begun = charter.starts or charter.agreed
    starts = [one.first for one in (target.starts, standard.starts, begun) if one]
    ends = [one.ends.last for one in (target, standard, charter) if one.ends]
    made: Plain = {}
    if starts:
        made["from"] = str(max(starts))
    if ends:
        made["to"] = str(min(ends))
    if standard.withdrawn:
        made["to"] = min(str(standard.withdrawn.date.first - ONE_DAY), made.get("to", "9999"))
    if off := standard.suspended:
        made["off"] = [str(off.from_.first), str(off.to.last) if off.to else None]
    if target.season:
        days = target.season.ends
        made["season"] = [f"{month:02}-{day:02}" for month, day in days]
    if target.received:
        made["received"] = target.received.split()
    if standard.notice:
        first, last = standard.notice.from_, standard.notice.to
        made["worse"] = {
            "from": str(first.first) if first else None,
            "to": str(last.last) if last else None,
            "said": plain(worse(standard.notice, words)),
        }
    made["beside"] = [
        plain(words.say("beside.named", name=words.say(f"term.{field}"), words=words.all_of(items)))
        for field in _MOVES
        for items in (getattr(target, field) + getattr(standard, field),)
        if items
    ]
    return made
