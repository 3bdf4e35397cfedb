"""The columns of promises.csv: the model's fields with the model's descriptions, and what is worked out from them."""

from typing import Final

from site_builder.model.actions import ACTIONS
from site_builder.model.charter import Area
from site_builder.model.parties import Party, Topic
from site_builder.model.standard import Standard, Target
from site_builder.model.terms import Notice, Place, Suspended, Terms, Withdrawn
from site_builder.open_data.figures import FORMS
from site_builder.open_data.table import Column, Kind, Part, Table, of_model
from site_builder.times.units import UNITS

STATES = (
    "draft", "consultation", "agreed", "in force", "under review", "overdue", "suspended", "expired",
    "withdrawn",
)  # fmt: skip
_MEASURED = ("level", "satisfied", "grade", "set_by", "no_promise")
_ELSEWHERE = {
    *ACTIONS, *Terms.model_fields, *Place.model_fields, "id", "level", "satisfied", "grade", "no_promise",
}  # fmt: skip
TARGET_FIELDS: Final = tuple(name for name in Target.model_fields if name not in _ELSEWHERE)
"""What limits a target: the fields of the model that are neither measures nor terms nor places."""

_WHOLE = (
    Column("promise", "The promise, by its charter and its id. It never changes. One of the whole council has its id alone.",
           Kind.ID, "larkfold/graffiti", is_needed=True),
    Column("charter", "The charter: the name of its folder. Empty: it is a council-wide standard.", Kind.ID, "larkfold"),
    of_model(Standard, "id", "standard", needed=True),
    of_model(Area, "name", "area", lead="The area."),
    Column("state", "How it stands on the day the file was made. Only 'in force', 'under review' and 'overdue' hold.",
           Kind.WORD, "in force", is_needed=True, choices=STATES),
    of_model(Standard, "name"),
    of_model(Standard, "promise", "says"),
    of_model(Standard, "topic"),
    of_model(Topic, "name", "topic_name", lead="The name of the topic."),
    of_model(Topic, "service_code"),
    of_model(Topic, "report_form"),
    Column("stands_to", "How it stands to the council-wide standard: the same, better or different.", Kind.WORD,
           "improves", choices=("follows", "improves", "varies")),
    Column("council_wide", "That council-wide standard, by its id.", Kind.ID, "graffiti"),
    of_model(Standard, "reason"),
    of_model(Standard, "report_from"),
    of_model(Standard, "report_until"),
    of_model(Standard, "tell_us"),
    of_model(Standard, "results"),
    of_model(Standard, "first_results"),
    of_model(Standard, "redress"),
    of_model(Notice, "says", "notice", lead="If it is worse than promised for now."),
    of_model(Notice, "to", "notice_to", lead="The end of that."),
    of_model(Suspended, "from", "suspended_from", lead="If it is not in force for a time."),
    of_model(Suspended, "to", "suspended_to", lead="The end of that."),
    of_model(Suspended, "reason", "suspended_reason", lead="If it is not in force for a time."),
    of_model(Withdrawn, "date", "withdrawn", lead="If it is promised no longer."),
    of_model(Withdrawn, "reason", "withdrawn_reason", lead="If it is promised no longer."),
    Column("url", "Where it stands on this site.", Kind.ADDRESS, "https://charters.example.org/areas/larkfold/#graffiti"),
)  # fmt: skip
_TARGET = (
    Column("target_number", "Which of the targets of the promise this is, counted from 1.", Kind.COUNT, "1", is_needed=True,
           part=Part.TARGET),
    of_model(Target, "id", "target", part=Part.TARGET, lead="Its id."),
    *(of_model(Target, name.rstrip("_"), part=Part.TARGET) for name in TARGET_FIELDS),
    Column("sentence", "What is promised, in a sentence for residents.", example="Litter bins: emptied at least once a week.",
           is_needed=True, part=Part.TARGET),
    of_model(Target, "by", part=Part.TARGET),
    of_model(Party, "name", "by_name", part=Part.TARGET, lead="Who does it, by name."),
    of_model(Target, "routes", part=Part.TARGET),
    *(of_model(Terms, name, part=Part.TARGET) for name in Terms.model_fields),
    Column("share_percent", "The share in per cent.", Kind.NUMBER, "95", part=Part.TARGET),
)  # fmt: skip


def _measure(  # noqa: PLR0913 - what a column has
    name: str,
    says: str,
    kind: Kind = Kind.TEXT,
    example: str = "",
    choices: tuple[str, ...] = (),
    *,
    needed: bool = False,
    several: bool = False,
) -> Column:
    return Column(name, says, kind, example, needed, several, choices, Part.MEASURE)


_MEASURE = (
    _measure("measure", "What is measured: what is done by then, a level, a share of people satisfied, a grade, what a "
             "code sets; or that nothing is promised.", Kind.WORD, "removed", (*ACTIONS, *_MEASURED), needed=True),
    _measure("as_written", "The time, level or grade in the words of the charter, or why nothing is promised.",
             example="within 3 working days", needed=True),
    _measure("form", "The kind of time or measure, which says how to read the figures.", Kind.WORD, "within", FORMS,
             needed=True),
    _measure("number", "The figure: how many units, or how much. Of a range it is the last, which is the promise; half a "
             "day is 0.5, the same day 0 and the next day 1.", Kind.NUMBER, "3"),
    _measure("unit", "What the number counts: a unit of time, or % of a whole.", Kind.WORD, "working day", (*UNITS, "%")),
    _measure("low", "The first figure of a range.", Kind.NUMBER, "2"),
    _measure("low_unit", "What the first figure of a range counts.", Kind.WORD, "working day", UNITS),
    _measure("times", "Of regular work: how many times in that number of units.", Kind.COUNT, "2"),
    _measure("times_low", "The least of them, where a range of times is given.", Kind.COUNT, "1"),
    _measure("bound", "Whether the figure is the least, the most, or near it.", Kind.WORD, "at least",
             ("at least", "at most", "more than", "less than", "exactly", "about")),
    _measure("moment", "When the clock starts; of 'before' what it comes before, of 'next visit' which visit. Where it is "
             "empty, 'counted_from' says it.", example="report"),
    _measure("days", "The days that count, or on which it is done. Empty: every day.", example="Monday", several=True),
    _measure("from_hour", "The hour at which it begins on these days.", example="07:00"),
    _measure("until_hour", "The hour by which it is done, or at which it ends.", example="12:00"),
)  # fmt: skip

PROMISES: Final = Table(
    "promises",
    "Promises",
    "action, level or grade that is promised",
    (*_WHOLE, *_TARGET, *_MEASURE),
    ("promise", "target_number", "measure"),
)
