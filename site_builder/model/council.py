"""A council.yml: what all the charters of one council share."""

from typing import Literal

from site_builder.model.accessibility import Accessibility
from site_builder.model.calendar_forms import OpeningHours
from site_builder.model.changes import Change, ChangesNeed
from site_builder.model.checks import PlainWord, RuleSetting
from site_builder.model.editor import Editor
from site_builder.model.group import FirstDay, Group, doc, need, rows
from site_builder.model.parties import Party, Reference, Route, Topic
from site_builder.model.people import Access
from site_builder.model.redress import Redress
from site_builder.model.results import FewestCases
from site_builder.model.scales import Scale, Zone
from site_builder.model.standard import Principle, Standard
from site_builder.model.terms import ForAllStandards
from site_builder.model.words import Text, WardCode, WebAddress

Licence = Literal[
    "Open Government Licence v3.0",
    "Creative Commons Attribution 4.0",
    "Creative Commons Zero 1.0",
]


FEWEST = 5
"""With fewer cases than these one case more or less turns a share over, unless a council says otherwise."""


class Ward(Group):
    """A ward, with the code that tells it from others of its name."""

    name: Text = need("As charters write it under 'wards'.", "Hollins and Mill Lane")
    code: WardCode = need(
        "Its code in the government's list of places (GSS), for maps and statistics.", "E05099001"
    )


class Council(Group):
    """The publisher, and how it counts days."""

    name: Text = need("The publisher's full name.", "Riverdale Borough Council")
    website: WebAddress | None = doc("Its website.", "https://www.example.org")
    report_site: WebAddress | None = doc(
        "A report site of the FixMyStreet kind: topics lead to its forms by their report_category.",
        "https://report.example.org",
    )
    nation: Literal["england", "wales", "scotland", "northern ireland", "elsewhere"] | None = doc(
        "Whose bank holidays are not working days.", "england"
    )
    working_days: Text | None = doc("The days that count as working days.", "Monday to Friday")
    working_hours: OpeningHours | None = doc(
        "The hours that count as working hours.", "Monday to Friday 08:30 to 17:00"
    )
    first_day: FirstDay | None = doc(
        "Which day counts as day 1 of a limit.", "the next working day"
    )
    fewest_cases: FewestCases | None = doc(
        "With fewer cases than these no share is worked out and nothing is judged: pages show the count. Left out: 5.",
        "10",
    )
    licence: Licence | None = doc(
        "Under which licence anybody may use the open data. Left out: the page tells people to ask.",
        "Open Government Licence v3.0",
    )

    @property
    def floor(self) -> int:
        """With fewer cases than these nothing is judged."""
        return self.fewest_cases.value if self.fewest_cases else FEWEST

    @property
    def emergency(self) -> str | None:
        """The number to call if anyone is in danger; None where we do not know it."""
        return None if self.nation == "elsewhere" else "999"


class CouncilFile(Group):
    """What all charters share."""

    council: Council = need("The publisher, and how it counts days.")
    parties: tuple[Party, ...] = rows("Everybody named in more than one charter.")
    topics: tuple[Topic, ...] = rows("What promises are about.")
    routes: tuple[Route, ...] = rows("Ways to report or ask.")
    redress: tuple[Redress, ...] = rows("What to do if a promise is missed.")
    references: tuple[Reference, ...] = rows("Laws, codes and documents.")
    scales: tuple[Scale, ...] = rows("Scales of grades.")
    zones: tuple[Zone, ...] = rows("Kinds of place.")
    wards: tuple[Ward, ...] = rows("Every ward that a charter names, with its code.")
    for_all_standards: ForAllStandards | None = doc(
        "What holds for every standard that does not say otherwise."
    )
    standards: tuple[Standard, ...] = rows("What the whole council works to.")
    principles: tuple[Principle, ...] = rows("Promises that cannot be counted.")
    access: Access | None = doc("Languages, formats and help, unless a charter says more.")
    accessibility: Accessibility | None = doc(
        "How accessible the site is: the page /accessibility/ is made of it, in the form that the law asks for."
    )
    changes: tuple[Change, ...] = rows("Why something changed.")
    changes_need: ChangesNeed | None = doc("What a promise needs before it may become weaker.")
    editor: Editor | None = doc("Asks for the form at /admin/, and says where its proposals go.")
    checks: tuple[RuleSetting, ...] = rows("Warnings and notes that are told more quietly here.")
    plain_words: tuple[PlainWord, ...] = rows(
        "Words to write in plain ones, beside the list that everybody has."
    )
