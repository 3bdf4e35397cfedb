"""Writes as many charters as a benchmark asks for: about 8 KB each, all different, the same ones in every run."""

import re
from pathlib import Path
from random import Random

from council import COUNCIL, REDRESS, TOPICS

# Two of these name an area; the third word tells areas apart that would be called the same.
FIRST = re.findall(
    r"\w+",
    "Otter Heron Wren Plover Badger Linnet Willow Alder Hazel Rowan Juniper Bramble Clover Fennel Sorrel Copper Cobble "
    "Lantern Thimble Bellows Anvil Saddle Barrel Ribbon Pepper Saffron Marble Velvet Amber Indigo Barley Treacle",
)
SECOND = re.findall(
    r"\w+",
    "Steps Yard Row Hollow Rise Walk Dell Gate Reach Lock Basin Fold Terrace Gardens Crossing Halt Meadow Bridge Mill "
    "Bank Green Wharf Common Orchard Quarter Corner Heights Parade",
)
AREAS_OF_A_WARD = 10
WORDS = re.findall(
    r"\w+",
    "canal mill lane school shops park station library field bridge corner market path garden green court square "
    "residents ask for it at every meeting because the wind carries things from the stalls into the doorways and stairs",
)


def lay(folder: Path, number: int) -> None:
    """Lay a council with so many charters in `folder`."""
    wards = range(-(-number // AREAS_OF_A_WARD))
    council = (
        COUNCIL
        + "".join(f"  - name: {_ward(n)}\n    code: E05{99001 + n:06}\n" for n in wards)
        + "topics:\n"
    )
    for id_, name, _, by, _ in TOPICS:
        council += f"  - id: {id_}\n    name: {name}\n    by: {by}\n    routes: [desk, form]\n"
    folder.mkdir(parents=True)
    (folder / "council.yml").write_text(council + REDRESS, "utf-8")
    for at in range(number):
        place = folder / f"area-{at:05d}"
        place.mkdir()
        (place / "charter.yml").write_text(_charter(at), "utf-8")


def name_of(at: int) -> str:
    """What the area of this number is called; no other is called the same."""
    turn, one = divmod(at, len(FIRST) * len(SECOND))
    second, first = divmod(one, len(FIRST))
    return f"{FIRST[first]} {SECOND[(second + first) % len(SECOND)]}" + (
        f" {turn + 1}" if turn else ""
    )


def _ward(at: int) -> str:
    return f"{name_of(at)} ward"


def _charter(at: int) -> str:
    chance = Random(at)  # noqa: S311 - charters to measure with, no secrets
    return "".join(
        (
            _head(at, chance),
            "priorities:\n",
            *(_priority(n, chance) for n in range(4)),
            "for_all_standards:\n  results: every 3 months\n  first_results: 2027-06-30\n  redress: missed-promise\n",
            "standards:\n",
            *(_standard(n, chance) for n in range(10)),
            "pledges:\n  - id: bins\n    by: residents-group\n    pledge: We bring our bins in by the evening.\n",
            "roles:\n",
            *(_role(n, chance) for n in range(4)),
            _governance(chance),
        )
    )


def _some(chance: Random, number: int) -> str:
    words = " ".join(chance.choices(WORDS, k=number))
    return f"{words[0].upper()}{words[1:]}."


def _head(at: int, chance: Random) -> str:
    return f"""\
title: Charter for {name_of(at)}
summary: {_some(chance, 20)}
area:
  name: {name_of(at)}
  kind: neighbourhood
  about: {_some(chance, 14)}
  homes: about {chance.randint(300, 3000):,}
  wards:
    - {_ward(at // AREAS_OF_A_WARD)}
  streets:
    - Canal Street {at}
    - Mill Lane {at}, odd numbers
  postcodes:
    - ZZ{at // 9 + 1} {at % 9 + 1}
legal_status: voluntary
agreed: 2026-03-10
starts: 2026-04-01
review_due: 2029-03
parties:
  - id: council
    role: [provides]
    signed_on: 2026-03-10
    signed_by: Leader of the council
  - id: police
    role: [provides]
    signed_on: 2026-03-10
  - id: residents-group
    name: Residents of {name_of(at)}
    kind: residents' group
    lead: Chair
    role: [represents, scrutinises]
    signed_on: 2026-03-10
how_agreed:
  - what: Questionnaire to every home
    date: 2026-01
    asked: {chance.randint(1000, 3000):,}
    answered: {chance.randint(100, 900)}
    found: {_some(chance, 12)}
"""


def _priority(n: int, chance: Random) -> str:
    return f"""\
  - id: priority-{n}
    what: {_some(chance, 6)}
    why: {_some(chance, 12)}
    goes_with: [{TOPICS[n][0]}]
    horizon: short
    actions:
      - what: {_some(chance, 6)}
        by: {TOPICS[n][3]}
        due: 2028-0{n + 1}-28
        stage: started
"""


def _standard(n: int, chance: Random) -> str:
    topic, _, promise, by, targets = TOPICS[n]
    numbers = {
        "few": chance.randint(2, 6),
        "days": chance.randint(2, 9),
        "many": chance.randint(5, 20),
        "hours": chance.randint(2, 24),
        "share": chance.randint(80, 99),
        "other": chance.randint(80, 99),
    }
    return f"""\
  - id: {topic}
    topic: {topic}
    promise: We will {promise}.
    by: {by}
    routes: [desk, form]
    targets:
{targets.format(**numbers)}\
    not_covered:
      - {_some(chance, 7)}
    measured: {_some(chance, 5)}
"""


def _role(n: int, chance: Random) -> str:
    return f"""\
  - id: role-{n}
    name: Street champion {n}
    does:
      - {_some(chance, 7)}
      - {_some(chance, 7)}
    routes: [desk]
"""


def _governance(chance: Random) -> str:
    return f"""\
governance:
  body: Charter panel
  about: {_some(chance, 12)}
  chair: a resident
  seats: 9
  resident_seats: 5
  members: [council, police]
  meets: every 3 months
  open_to: Anybody
  next_meeting: 2028-12-09
  publishes:
    - what: Results of every promise
      published: every 3 months
      place: On this site
      next: 2028-10-31
  accountable: Director of Neighbourhoods
"""
