"""Whether a desk is open now: what the page's script says of the hours that a charter's author wrote."""

import gzip
import json
import shutil
import subprocess
from datetime import date
from typing import Any

import pytest
import yaml

from site_builder.model.council import Council
from site_builder.model.parties import Route
from site_builder.views.opening import opening
from tests.conftest import ROOT

SCRIPT = ROOT / "site_builder/theme/assets/report.js"
TABLE: list[tuple[list[str], str, str]] = yaml.load(
    (ROOT / "tests/times/opening.yml").read_text("utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - all as text
)
TODAY = date(2026, 11, 22)
MOST_BYTES = 6 * 1024
# A page that only loads the script: what it does when there is nothing to choose on it.
_RUN = """
globalThis.document = { querySelector: () => null };
const source = require('fs').readFileSync(process.argv[1], 'utf-8');
const given = JSON.parse(require('fs').readFileSync(0, 'utf-8'));
const { state, say, wall } = new Function(`${source}; return opening;`)();
const said = given.map(({ routes, calendar, words, moment, instant }) => {
  const known = JSON.parse(calendar);
  const shown = new Date(`${moment.replace(' ', 'T')}Z`);
  const now = instant ? wall(new Date(instant), known.zone)
    : { day: Math.floor(shown / 864e5), minute: shown.getUTCHours() * 60 + shown.getUTCMinutes() };
  const found = state(JSON.parse(routes).desk, now, known);
  return found ? say(found, now, JSON.parse(words)) : 'nothing';
});
process.stdout.write(JSON.stringify(said));
"""


def told(hours: list[str], nation: str = "england") -> dict[str, str] | None:
    council = Council.model_validate({"name": "A council", "nation": nation})
    route = Route.model_validate(
        {"id": "desk", "name": "Desk", "phone": "01632 960001", "hours": hours}
    )
    made = opening([route], council, TODAY)
    return made and {"routes": made.routes, "calendar": made.calendar, "words": made.words}


def said(cases: list[dict[str, Any]]) -> list[str]:
    node = shutil.which("node")
    assert node, "Node runs the scripts in these tests"
    done = subprocess.run(
        [node, "-e", _RUN, str(SCRIPT)],
        input=json.dumps(cases),
        capture_output=True,
        text=True,
        check=True,
    )
    return list(json.loads(done.stdout))


def test_every_moment_of_the_table_is_told_in_words() -> None:
    found = said([{**(told(hours) or {}), "moment": moment} for hours, moment, _ in TABLE])
    wrong = [
        f"{hours} at {moment}: {is_said!r} should be {expected!r}"
        for (hours, moment, expected), is_said in zip(TABLE, found, strict=True)
        if is_said != expected
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        # Summer time: eight in the morning in London is seven by the sun.
        ("2026-07-06T07:29:00Z", "Closed now. It opens today at 8:30am."),
        ("2026-07-06T07:30:00Z", "Open now, until 5:30pm."),
        ("2026-11-23T08:29:00Z", "Closed now. It opens today at 8:30am."),
        ("2026-11-23T21:30:00+13:00", "Open now, until 5:30pm."),
    ],
)
def test_it_goes_by_the_council_s_clock_wherever_the_reader_is(instant: str, expected: str) -> None:
    case = {**(told(["Monday to Friday 08:30 to 17:30"]) or {}), "moment": "", "instant": instant}
    assert said([case]) == [expected]


def test_where_nobody_knows_the_council_s_clock_nothing_is_told() -> None:
    assert told(["any time"], nation="elsewhere") is None


def test_scotland_has_bank_holidays_of_its_own() -> None:
    case = {
        **(told(["Monday to Friday 08:30 to 17:30"], nation="scotland") or {}),
        "moment": "2026-11-30 10:00",
    }
    assert said([case])[0].startswith("Closed now: today is a bank holiday.")


def test_the_script_is_small() -> None:
    assert len(gzip.compress(SCRIPT.read_bytes())) < MOST_BYTES
