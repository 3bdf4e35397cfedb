"""What all charters of a benchmark share: their council, their topics with what is promised, and the redress."""

COUNCIL = """\
council:
  name: Riverdale Borough Council
  website: https://www.example.org
  nation: england
  working_days: Monday to Friday
  first_day: the next working day
checks:
  - rule: sites-have-an-accessibility-statement
    severity: silent
    reason: The other engines have no page for it.
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
scales:
  - id: litter-grades
    name: Litter
    grades:
      - grade: A
        means: No litter at all
      - grade: B
        means: A few small scraps
      - grade: C
        means: Litter in small heaps
wards:
"""
# Of each topic: its id, its name, the promise, who keeps it, and the targets. Together they have every form of time that
# real charters promise in, and those that are no time: a level, a fee, how many are content.
TOPICS = (
    ("litter", "Litter", "pick up litter", "street-scene", """\
      - id: litter-squares
        for: Squares and shopping streets
        swept: every day
      - id: litter-other
        for: Every other street
        swept: every {few} weeks
        grade: B or better
    scale: litter-grades
"""),
    ("graffiti", "Graffiti", "clean off graffiti", "street-scene", """\
      - id: graffiti-urgent
        for: Insults and threats
        removed: within {hours} hours
        share: {share}%
      - id: graffiti-other
        for: All other cases
        removed: within {days} working days
        share: {other}%
"""),
    ("fly-tipping", "Fly-tipping", "clear fly-tips", "street-scene", """\
      - id: fly-tipping-other
        removed: within {days} working days
        investigated: within {many} working days
        share: {share}%
"""),
    ("potholes", "Potholes", "mend potholes", "roads", """\
      - id: potholes-urgent
        for: Where somebody could be hurt
        made_safe: within {hours} hours
        repaired: within {many} working days of being made safe
        share: {share}%
      - id: potholes-other
        for: All other cases
        repaired: within {days} working days
        share: {other}%
"""),
    ("street-lights", "Street lights", "mend street lights", "roads", """\
      - id: street-lights-urgent
        for: A whole street in the dark
        repaired: by the end of the next day
      - id: street-lights-other
        for: A single light
        repaired: within {days} working days
        share: {share}%
"""),
    ("bulky-waste", "Bulky waste", "fetch large things from your home", "street-scene", """\
      - id: bulky-waste-other
        for: Up to five things
        collected: within {days} working days of booking
        fee: £{many}
        share: {share}%
"""),
    ("grass", "Grass", "cut the grass", "street-scene", """\
      - id: grass-homes
        for: Grass round homes
        season: April to October
        cut: every {few} weeks
        level: at most {many}0 mm high
      - id: grass-banks
        for: Banks with wild flowers
        season: September
        cut: once a year
"""),
    ("repairs", "Repairs", "repair what is broken in your home", "housing", """\
      - id: repairs-urgent
        for: No heating or no water
        attended: within {hours} hours
        share: {share}%
      - id: repairs-content
        satisfied: at least {other}% of tenants we ask
"""),
    ("patrols", "Patrols", "walk the streets that you name", "police", """\
      - id: patrols-streets
        patrolled: {few} times a week
      - id: patrols-notes
        for: What you tell us
        updated: every {many} working days until closed
"""),
    ("letters", "Letters", "answer every letter that you write", "desk-team", """\
      - id: letters-first
        acknowledged: the same working day
      - id: letters-other
        replied: within {days} working days
        share: {share}%
"""),
)  # fmt: skip
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
