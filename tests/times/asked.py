"""The table of by_when.yml: each case as the page would hold it, and what is counted of it in Python, in words."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import yaml

from site_builder.deadlines.calendar import Calendar
from site_builder.deadlines.due import Due, NoDate, due
from site_builder.inherit import Directory
from site_builder.model.charter import Charter
from site_builder.model.council import Council
from site_builder.model.standard import Standard
from site_builder.times.forms import Time
from site_builder.times.grammar import read_time
from site_builder.views.by_when import shared
from site_builder.views.due_cases import cases
from site_builder.views.due_rules import Counting
from tests.conftest import ROOT

TODAY = date(2026, 11, 22)
SCRIPT = ROOT / "site_builder/theme/assets/by-when.js"
OFFICE = "Monday to Friday 08:30 to 17:30"
CHARTER = Charter.model_validate({"title": "A charter", "area": {"name": "Hollins"}})
NOWHERE = Directory({}, {}, {}, {}, {}, {}, {}, {}, ())
TABLE: list[dict[str, str]] = yaml.load(
    (ROOT / "tests/times/by_when.yml").read_text("utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - all as text
)
# A page that only loads the script: what it does when it finds no form on it.
_RUN = """
globalThis.document = { querySelector: () => null };
const source = require('fs').readFileSync(process.argv[1], 'utf-8');
const given = JSON.parse(require('fs').readFileSync(0, 'utf-8'));
const { due, calendarOf, readDay, sentences, speaker, written } = new Function(`${source}; return byWhen;`)();
const said = given.map(({ rule, calendar, day, minute, shared }) => {
  const found = due(rule, readDay(day) * 1440 + minute, calendarOf(calendar));
  if (shared) return sentences(rule, found, calendarOf(calendar), speaker(shared));
  return found && { day: written(found.day), minute: found.minute, sure: found.sure,
                    late: rule.unit === 'by' && found.over < readDay(day) * 1440 + minute };
});
process.stdout.write(JSON.stringify(said));
"""


def calendar_of(case: dict[str, str]) -> Calendar:
    """The calendar on which a case of the table is counted."""
    return Calendar.of(
        Council.model_validate(
            {
                "name": "A council",
                "nation": case.get("nation", "england"),
                "working_days": case.get("days", "Monday to Friday"),
                "working_hours": case.get("hours", OFFICE),
                "first_day": case.get("first_day", "the next day"),
            }
        )
    )


def moment_of(case: dict[str, str]) -> datetime:
    """When it was reported; midnight where the hour makes no difference."""
    return datetime.fromisoformat(case["reported"])


def told(case: dict[str, str]) -> str:
    """What Python counts, in the words of the table."""
    answer = due(moment_of(case), read_time(case["promise"]), calendar_of(case))
    if isinstance(answer, NoDate):
        assert answer is NoDate.PASSED
        return "never"
    return in_words(answer) if answer.sure else "unknown"


def in_words(answer: Due) -> str:
    """``the end of Friday 4 December 2026``, ``4:30pm on Friday 4 December 2026``."""
    day, clock = answer.day, answer.clock
    if clock == time.min:
        day, clock = day - timedelta(days=1), None
    said = f"{day:%A} {day.day} {day:%B} {day.year}"
    if clock is None:
        return f"the end of {said}"
    if clock == time(12):
        return f"noon on {said}"
    minute = f":{clock.minute:02}" if clock.minute else ""
    return f"{clock.hour % 12 or 12}{minute}{'am' if clock.hour < 12 else 'pm'} on {said}"


def on_page(promise: str, calendar: Calendar, **standard: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    """The cases that a page holds for a promise of one target."""
    made = Standard.model_validate({"id": "litter", "targets": [{"removed": promise}], **standard})
    return cases(made, CHARTER, NOWHERE, Counting(calendar, TODAY))


def said_by_the_script(day: str, promise: str, calendar: Calendar) -> list[str]:
    """The sentences that the script says of a promise that was reported on a day."""
    ((row,),) = (case["rows"] for case in on_page(promise, calendar))
    page = shared(Counting(calendar, TODAY))
    asked = {"rule": row["steps"][0], "day": day, "minute": 0, "shared": page}
    said: list[str] = _run([asked | {"calendar": page["calendar"]}])[0]
    return said


def counted_by_the_script(given: Iterable[dict[str, Any]]) -> list[dict[str, Any] | None]:
    """What the script counts, without a browser: for each a rule, a calendar, a day and a minute of it."""
    return _run(given)


def _run(given: Iterable[dict[str, Any]]) -> list[Any]:
    # Node's wheel puts it beside this Python; a machine's own Node does as well.
    node = shutil.which("node", path=Path(sys.executable).parent) or shutil.which("node")
    assert node, "there is no Node: run make test, which installs it"
    done = subprocess.run(
        [node, "-e", _RUN, str(SCRIPT)],
        input=json.dumps(list(given)),
        check=True,
        capture_output=True,
        text=True,
    )
    counted: list[Any] = json.loads(done.stdout)
    return counted


def answered(moment: datetime, promised: Time, calendar: Calendar) -> dict[str, Any]:
    """What Python counts, in the form in which the script gives it; a day that is late has no other answer."""
    answer = due(moment, promised, calendar)
    if isinstance(answer, NoDate):
        return {"late": True}
    minute = None
    if answer.clock is not None:
        minute = answer.clock.hour * 60 + answer.clock.minute + answer.clock.second / 60
    return {"day": str(answer.day), "minute": minute, "sure": answer.sure, "late": False}
