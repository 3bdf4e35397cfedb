"""For each field of each group what it means that it changed. None: it is no change, or compared elsewhere.

A test asks for a word on every field of the model, so that a new one is never passed over.
"""

from typing import Final

from site_builder.changes.judging import (
    ASIDE,
    COVERS,
    MORE_IS_BETTER,
    MORE_IS_WORSE,
    NAMED,
    WAYS,
    WORDS,
    How,
    by_hours,
    by_time,
    kept,
    limiting,
    plainly,
)
from site_builder.changes.promise_tables import (
    DATES,
    IN_LAW,
    PROMISES,
    ROUTES,
    TERMS,
    YES,
    Table,
    fields,
)
from site_builder.compare.small_forms import (
    compare_counts,
    compare_dates,
)
from site_builder.model import (
    changes,
    charter,
    council,
    parties,
    people,
    scales,
    terms,
)
from site_builder.model.group import Group

HOW: Final[dict[type[Group], Table]] = {
    charter.Charter: {
        **fields(
            ASIDE, "title theme edition version part_of summary agreed agreed_by last_updated"
        ),
        **fields(ASIDE, "consultation under_review reviews documents sign_up how_agreed"),
        **fields(ASIDE, "funding discussed"),
        **fields(None, "changes for_all_standards withdrawn area governance access parties"),
        **fields(None, "priorities standards principles pledges roles who_does_what"),
        **fields(None, "routes zones redress"),
        "legal_status": IN_LAW,
        "legal_note": WORDS,
        "review_due": kept(),
        **DATES,
    },
    charter.Area: {
        **fields(ASIDE, "name kind homes residents boundary"),
        "about": WORDS,
        **fields(COVERS, "wards streets postcodes"),
        "not_included": MORE_IS_WORSE,
    },
    council.Council: {
        **fields(ASIDE, "name website licence report_site"),
        **fields(WORDS, "nation working_days working_hours fewest_cases"),
        "first_day": TERMS["first_day"],
    },
    **PROMISES,
    parties.Route: {
        "id": None,
        **fields(ASIDE, "name note"),
        **dict.fromkeys(WAYS, NAMED),
        **fields(WORDS, "use_for run_by"),
        "hours": How(by_hours, WORDS.gained, WORDS.lost),
        "out_of_hours": kept(),
        "cost": limiting(),
        "access": MORE_IS_BETTER,
        "closed": limiting(plainly(compare_dates, turned=True)),
    },
    parties.PartyHere: {
        "id": None,
        **fields(ASIDE, "name kind part_of lead signed_on signed_by note"),
        "routes": ROUTES,
        **fields(WORDS, "role signature"),
    },
    scales.Zone: {"id": None, "name": ASIDE, **fields(WORDS, "means streets")},
    scales.Scale: {"id": None, "name": ASIDE, "grades": WORDS},
    people.Priority: {
        **fields(None, "id actions"),
        "what": WORDS,
        **fields(ASIDE, "why goes_with horizon"),
    },
    people.Action: {
        **fields(ASIDE, "what stage done cost note"),
        "by": WORDS,
        "due": kept(plainly(compare_dates)),
    },
    people.Pledge: {
        "id": None,
        **fields(WORDS, "by pledge place within otherwise"),
        **fields(ASIDE, "topic goes_with already_law"),
    },
    people.Role: {
        "id": None,
        **fields(ASIDE, "name safety"),
        **fields(WORDS, "does time open_to support reports"),
        "training": kept(),
        "gets": MORE_IS_BETTER,
        "anonymous": YES,
        "routes": ROUTES,
    },
    people.WhoDoesWhat: {
        **fields(WORDS, "what place by"),
        **fields(ASIDE, "topic note"),
        "routes": ROUTES,
    },
    people.Governance: {
        **fields(None, "inspections publishes"),
        **fields(NAMED, "body accountable"),
        **fields(ASIDE, "about seats longest_meeting next_meeting meetings"),
        **fields(WORDS, "chair nominated_by members reviewed_by"),
        "resident_seats": kept(plainly(compare_counts)),
        "meets": kept(by_time),
        "open_to": kept(),
    },
    people.Inspection: {
        **fields(ASIDE, "what with_ place next announced"),
        **fields(WORDS, "by scale"),
        "held": kept(by_time),
    },
    people.Publication: {
        **fields(ASIDE, "what place format next"),
        "by": WORDS,
        "published": kept(by_time),
    },
    people.Access: {
        "adjustments": None,
        **fields(MORE_IS_BETTER, "languages formats"),
        "routes": ROUTES,
        "equality": WORDS,
        "delivered_to": ASIDE,
    },
    people.Adjustment: {**fields(WORDS, "for_ what"), "routes": ROUTES},
}

WHOLE: Final = (
    charter.Consultation,
    charter.CharterWithdrawn,
    charter.Discussion,
    council.CouncilFile,
    council.Ward,
    people.Activity,
    changes.Change,
    changes.ChangesNeed,
    people.Document,
    people.Meeting,
    people.Programme,
    people.Review,
    people.SignUp,
    scales.Grade,
    terms.ForAllStandards,
    terms.Notice,
    terms.Suspended,
    terms.Withdrawn,
)
"""Groups that are compared as one value, or whose fields are compared where they were filled in."""
