"""Writes as many charters as a benchmark asks for: about 8 KB each, all different, the same ones in every run."""

import re
from pathlib import Path
from random import Random

COUNCIL = """\
council:
  name: Riverdale Borough Council
  website: https://www.example.org
  nation: england
  working_days: Monday to Friday
  first_day: the next working day
parties:
  - id: council
    name: Riverdale Borough Council
    kind: council
    lead: Chief executive
  - id: police
    name: Riverdale Police
    kind: police
    lead: Area commander
  - id: housing
    name: Riverdale Homes
    kind: landlord
    lead: Head of Homes
  - id: street-scene
    name: Street Scene
    kind: team
    part_of: council
    lead: Head of Street Scene
  - id: roads
    name: Roads team
    kind: team
    part_of: council
    lead: Head of Roads
  - id: desk-team
    name: Town Hall desk
    kind: team
    part_of: council
    lead: Head of Customer Services
routes:
  - id: desk
    name: Town Hall desk
    phone: 01632 960001
    email: desk@example.org
    use_for: [reports, questions, complaints]
    hours:
      - Monday to Friday 08:00 to 18:00
    out_of_hours: night-line
  - id: night-line
    name: Night line
    phone: 01632 960002
    use_for: [emergencies]
  - id: form
    name: Report form
    web: https://www.example.org/report
topics:
"""
TOPICS = (
    ("litter", "Litter", "pick up litter", "removed", "street-scene"),
    ("graffiti", "Graffiti", "clean off graffiti", "removed", "street-scene"),
    ("fly-tipping", "Fly-tipping", "clear fly-tips", "removed", "street-scene"),
    ("potholes", "Potholes", "mend potholes", "repaired", "roads"),
    ("street-lights", "Street lights", "mend street lights", "repaired", "roads"),
    ("noise", "Noise", "come when a party is too loud", "attended", "street-scene"),
    ("dogs", "Dogs", "take in stray dogs", "collected", "street-scene"),
    ("repairs", "Repairs", "repair what is broken in your home", "repaired", "housing"),
    ("safety", "Safety", "look into what you report to us", "investigated", "police"),
    ("letters", "Letters", "answer every letter that you write", "replied", "desk-team"),
)
REDRESS = """\
redress:
  - id: missed-promise
    name: If a promise is missed
    steps:
      - id: ask-why
        when: You think we missed a promise
        what: Ask us why. You get a written answer.
        replied: within 5 working days
        routes: [desk]
      - id: complain
        when: The answer does not satisfy you
        what: Another officer looks at it again.
        replied: within 20 working days
        routes: [desk]
access:
  languages:
    - Welsh
  formats:
    - Large print
  routes: [desk]
"""
WORDS = re.findall(
    r"\w+",
    "canal mill lane school shops park station library field bridge corner market path garden green court square "
    "residents ask for it at every meeting because the wind carries things from the stalls into the doorways and stairs",
)


def lay(folder: Path, number: int) -> None:
    """Lay a council with so many charters in `folder`."""
    council = COUNCIL
    for id_, name, _, _, by in TOPICS:
        council += f"  - id: {id_}\n    name: {name}\n    by: {by}\n    routes: [desk, form]\n"
    folder.mkdir(parents=True)
    (folder / "council.yml").write_text(council + REDRESS, "utf-8")
    for at in range(number):
        place = folder / f"area-{at:05d}"
        place.mkdir()
        (place / "charter.yml").write_text(_charter(at), "utf-8")


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
title: Charter for area {at}
summary: {_some(chance, 20)}
area:
  name: Area {at}
  kind: neighbourhood
  about: {_some(chance, 14)}
  homes: about {chance.randint(300, 3000):,}
  wards:
    - Ward {at}
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
    name: Residents of area {at}
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
        by: {TOPICS[n][4]}
        due: 2028-0{n + 1}-28
        stage: started
"""


def _standard(n: int, chance: Random) -> str:
    topic, _, promise, action, by = TOPICS[n]
    days = chance.randint(2, 9)
    return f"""\
  - id: {topic}
    topic: {topic}
    promise: We will {promise}.
    by: {by}
    routes: [desk, form]
    targets:
      - id: {topic}-urgent
        for: Where somebody could be hurt
        {action}: within {chance.randint(2, 24)} hours
        share: {chance.randint(80, 99)}%
      - id: {topic}-other
        for: All other cases
        {action}: within {days} working days
        share: {chance.randint(80, 99)}%
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
