"""What each column of a spreadsheet is, told by its heading; the row of headings is the one that most of them are known in."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from site_builder.from_spreadsheet.sheet import Sheet, Spot
from site_builder.times.grammar import read_span
from site_builder.times.rewrite import rewrite

WITHIN_ROWS: Final = 40
"""Among how many rows the headings are looked for: above them stand titles, dates and logos."""

_WAY = r"how (?:do (?:i|we|you)|can (?:i|you)|to|you can)"
_MEANINGS: Final = {
    "ref": r"ref(?:erence)?(?: (?:no|number|code))?|id|no|number|item|code|standard (?:no|number|ref)",
    "service": r"services?(?: (?:area|name|type|group|heading))?|area of service|functions?|topics?|subject|theme|activity(?: area)?",
    "promise": r"(?:(?:our|service|customer|performance|agreed|the|local) )*(?:standards?|promises?|commitments?|pledges?|offer)"
    r"(?: of service| statement| description| to (?:you|residents|customers))?|description(?: of (?:the )?(?:service|standard))?"
    r"|what (?:we|the council) (?:will do|will|do|promise|offer)|what (?:you|residents) can expect|you can expect|we will"
    r"|(?:performance )?(?:measure|indicator)s?|kpi|task|work|details? of (?:service|standard)",
    "for": r"(?:problem|issue|fault|defect|incident|request|enquiry|job|report|case)(?: (?:type|category|reported))?"
    r"|type(?: of (?:problem|issue|fault|defect|incident|request|enquiry|job|report|case|work|asset))?|category|example|applies to|what it covers",
    "priority": r"priority(?: (?:level|rating|code))?|severity|urgency|risk(?: (?:level|rating))?",
    "share": r"(?:percentage|percent|pc|compliance|success)(?: (?:target|rate|level|met|of cases))?|(?:target|required) (?:percentage|percent|rate|share|compliance)"
    r"|share|performance target",
    "limit": r"(?:our |standard |service |agreed )*(?:targets?|time ?scales?|time ?frames?|time ?limits?|times?|deadline|turnaround(?: time)?|sla|service levels?)"
    r"(?: (?:time|time ?scale|date|days|hours|for (?:action|completion)|level))?|how (?:soon|quickly|fast|long)(?: (?:we|it|will).*)?|by when|when|within",
    "responded": r"(?:target |initial |first )*response(?: (?:times?|target|time ?scale|within))?|respond(?: (?:within|by))?",
    "attended": r"(?:target )?attendance(?: (?:time|target))?|attend(?: (?:within|by))?|time to attend",
    "acknowledged": r"acknowledge(?:d|ment)?(?: (?:time|within|target))?",
    "replied": r"(?:full )?reply(?: (?:time|within|target))?|full response(?: (?:time|within))?",
    "inspected": r"inspect(?:ion|ed)?(?: (?:time|within|target))?",
    "made_safe": r"(?:time to )?make safe(?: (?:time|within|target))?|made safe(?: (?:within|by))?",
    "repaired": r"(?:time to |permanent )?repair(?:ed)?(?: (?:times?|within|target|time ?scale|by))?|(?:time to )?fix(?: (?:time|within))?",
    "removed": r"(?:time to )?remov(?:e|al|ed)(?: (?:time|within|target))?",
    "completed": r"(?:target )?(?:completion|resolution)(?: (?:times?|target|date|time ?scale))?|(?:time to )?(?:complete|resolve)(?: (?:within|by))?|completed(?: within)?",
    "often": r"frequenc(?:y|ies)(?: of (?:service|visits?|cleaning|cut|work))?|how often|(?:visit|cleaning|cutting|sweeping|collection) frequency|schedule|interval",
    "team": r"(?:responsible|lead|service|delivery|delivering|contact)? ?(?:team|department|dept|directorate|section|provider|contractor|partner|organisation|agency)s?(?: responsible| name)?"
    r"|responsib(?:le|ility)(?: (?:officer|person|body|party|service))?|(?:service |lead |accountable )?(?:owner|lead|manager|officer)|who(?: (?:does it|is responsible|by|delivers(?: it)?|will do it))?"
    r"|(?:provided|delivered|managed) by|by(?: whom)?",
    "how": rf"{_WAY} (?:report|contact|request|get in touch|ask|complain|access|book|tell us).*|(?:report|contact)(?:ing)?(?: (?:us|it|details?|points?|information|method|route|via|to))*"
    r"|where to (?:report|go|ask).*|access channels?|channels?",
    "phone": r"(?:tele)?phone(?: (?:no|number))?|tel(?: (?:no|number))?|(?:contact |telephone )number|call|helpline",
    "email": r"e ?mail(?: address)?",
    "web": r"(?:web ?(?:site|page|address|link|form)?|url|link|online(?: (?:form|link|reporting|report|at))?|report online)(?: (?:address|url|link))?",
    "not_covered": r"exclusions?|excluded|(?:what is )?not (?:covered|included)|exceptions?|(?:what )?(?:we|it|this) (?:do|does|will) not(?: (?:do|cover|include))?|exemptions?|out of scope|limitations?",
    "only_if": r"conditions?|subject to|only if|provided that|dependenc(?:y|ies)|requirements?",
    "note": r"(?:additional |further |other |any other )*(?:notes?|comments?|remarks?|information|info|explanation)(?: and (?:exclusions|comments|notes))?",
    "measured": r"how (?:is it |it is |we )?(?:measured|monitored|measure(?: it| this)?|monitor(?: it| this)?)|(?:measured|monitored) (?:by|how|from)|monitoring(?: method)?|evidence|data source|source(?: of data)?|method(?: of measurement)?",
    "fee": r"(?:fee|charge|cost|price)s?(?: to (?:you|customer|resident))?",
    "starts": r"(?:start|effective|valid|commencement)(?: (?:date|from))?|in force from|from",
    "ends": r"(?:end|expiry|valid until|until)(?: date)?|expires(?: on)?|valid to",
    "result": r"(?:actual|achieved|result|outcome|performance|outturn|score|rag|status|(?:met|missed)(?: missed)?)s?\b.*|q[1-4]\b.*|(?:19|20)\d\d\b.*|(?:last|previous|this) (?:year|quarter|month).*",
}  # fmt: skip
"""The ways in which councils head a column. The names of actions mean a time for that action."""
ACTIONS_HEADED: Final = (
    "responded", "attended", "acknowledged", "replied", "inspected", "made_safe", "repaired", "removed", "completed",
)  # fmt: skip
LIMITS: Final = ("limit", "often", *ACTIONS_HEADED)
"""The columns in which a time may stand."""
_ASIDE = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_SHARE = re.compile(r"%|\bper ?cent(?:age)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: what it means, empty where nobody knows, and its words."""

    means: str
    spot: Spot
    unit: str = ""
    """What its bare figures count: ``working day``, or ``%``."""

    @property
    def said(self) -> str:
        """The words on one line."""
        return " ".join(self.spot.words.split())[:60]


@dataclass(frozen=True, slots=True)
class Layout:
    """What is where in a sheet: its columns, the rows above them, and those below."""

    columns: Mapping[int, Heading]
    above: tuple[dict[int, Spot], ...]
    rows: tuple[dict[int, Spot], ...]

    @property
    def known(self) -> int:
        """How many columns are understood."""
        return sum(1 for one in self.columns.values() if one.means)


def layout_of(sheets: Iterable[Sheet]) -> tuple[Sheet, Layout] | None:
    """Of the ways to read a file, the one whose headings are understood best; None where none is."""
    found: list[tuple[Sheet, Layout]] = []
    for sheet in sheets:
        layout = _layout(sheet)
        if layout:
            found.append((sheet, layout))
    return max(found, key=lambda one: one[1].known, default=None)


def _layout(sheet: Sheet) -> Layout | None:
    best, at = 0, 0
    for number, row in enumerate(sheet.rows[:WITHIN_ROWS]):
        means = {heading(spot).means for spot in row.values()} - {"", "result"}
        if means & {"service", "promise", "for"} and len(means) > max(best, 1):
            best, at = len(means), number
    if not best:
        return None
    columns = {column: heading(spot) for column, spot in sheet.rows[at].items()}
    return Layout(columns, tuple(sheet.rows[:at]), tuple(sheet.rows[at + 1 :]))


def heading(spot: Spot) -> Heading:
    """What a heading says of its column: ``Target (working days)`` is a limit in working days."""
    aside = " ".join(part for found in _ASIDE.findall(spot.words) for part in found)
    bare = _ASIDE.sub(" ", spot.words)
    is_share = bool(_SHARE.search(spot.words))
    words = " ".join(re.sub(r"[^a-z0-9]+", " ", _SHARE.sub(" ", bare).lower()).split())
    meaning = next((name for name, form in _MEANINGS.items() if re.fullmatch(form, words)), "")
    if is_share and (meaning in {"limit", "promise", ""} and words in {"", "target", "standard"}):
        return Heading("share", spot, "%")
    in_words = re.search(r"\b(?:working |calendar )?(?:day|hour|minute|week|month)s$", words)
    return Heading(meaning, spot, _unit(aside) or (_unit(in_words[0]) if in_words else ""))


def _unit(words: str) -> str:
    """The unit that a heading names, if it names one."""
    said = re.sub(r"^(?:in|no of|number of)\s+", "", words.strip().lower())
    try:
        return read_span(rewrite(f"2 {said}")).unit if said else ""
    except ValueError:
        return ""
