"""For each field of a standard, a principle and of redress what it means that it changed. ``tables`` has all others."""

from typing import Final

from site_builder.changes.change import Effect
from site_builder.changes.judging import (
    ASIDE,
    MORE_IS_BETTER,
    MORE_IS_WORSE,
    NOTICE,
    WORDS,
    How,
    by_earliest_moment,
    by_grade,
    by_latest_moment,
    by_time,
    by_time_to_ask,
    by_trigger,
    by_ways_in,
    kept,
    limiting,
    plainly,
    ranked,
)
from site_builder.compare.levels import compare_levels
from site_builder.compare.small_forms import (
    compare_dates,
    compare_lengths,
    compare_money,
    compare_received,
    compare_seasons,
    compare_shares,
    compare_sizes,
    compare_starts,
)
from site_builder.compare.verdict import judge_figures
from site_builder.model import (
    redress,
    standard,
)
from site_builder.model.actions import ACTIONS
from site_builder.model.group import Group

Table = dict[str, How | None]


def fields(how: How | None, names: str) -> Table:
    """The same for several fields, which are named in one text."""
    return dict.fromkeys(names.split(), how)


_ACTIONS: Table = dict.fromkeys(ACTIONS, kept(by_time))
ROUTES = kept(by_ways_in)
IN_LAW = ranked(("statutory", "regulatory"), ("contractual",), ("good practice", "voluntary"))
_FIRST_DAY = ranked(("the same day",), ("the next day",), ("the next working day",))
DATES: Table = {
    "starts": limiting(plainly(compare_starts)),
    "ends": limiting(plainly(compare_dates, turned=True)),
}
TERMS: Table = {
    "share": kept(plainly(compare_shares)),
    "strength": ranked(("will",), ("aim", "should"), ("may",), default="will"),
    "legal_status": IN_LAW,
    "fee": limiting(plainly(compare_money, turned=True)),
    "otherwise": kept(),
    "first_day": How(_FIRST_DAY.judge, WORDS.gained, WORDS.lost),
    "note": ASIDE,
    **DATES,
    **fields(WORDS, "set_by counted_from measured"),
    **fields(
        MORE_IS_WORSE,
        "only_if not_covered clock_stops_while takes_longer_if waits_for_next_visit_if",
    ),
}
_PLACE: Table = {"by": WORDS, "routes": ROUTES}
YES = How(plainly(judge_figures), Effect.STRONGER, Effect.WEAKER, default=False)
_SIZE = limiting(plainly(compare_sizes))

PROMISES: Final[dict[type[Group], Table]] = {
    standard.Standard: {
        **TERMS,
        **_PLACE,
        **fields(None, "id targets withdrawn"),
        **fields(ASIDE, "topic name follows improves varies reason tell_us under_review"),
        **fields(WORDS, "promise scale depends_on"),
        "report_from": limiting(by_earliest_moment),
        "report_until": limiting(by_latest_moment),
        "suspended": limiting(),
        "notice": NOTICE,
        "results": kept(by_time),
        "first_results": kept(plainly(compare_dates)),
        "redress": kept(),
    },
    standard.Target: {
        **TERMS,
        **_PLACE,
        **_ACTIONS,
        "id": ASIDE,
        "for_": WORDS,
        "where": limiting(),
        "season": limiting(plainly(compare_seasons)),
        "received": limiting(plainly(compare_received)),
        **fields(_SIZE, "depth width height"),
        "falls_to": limiting(by_grade),
        "grade": kept(by_grade),
        **fields(kept(plainly(compare_levels)), "level satisfied"),
        "no_promise": limiting(),
    },
    standard.Principle: {
        **fields(None, "id withdrawn"),
        "topic": ASIDE,
        **fields(WORDS, "promise by set_by"),
        "legal_status": IN_LAW,
    },
    redress.Redress: {**fields(None, "id steps payments"), **fields(ASIDE, "name note")},
    redress.Step: {
        **_ACTIONS,
        "id": None,
        **fields(WORDS, "when for_ what by who"),
        "after": How(by_trigger, WORDS.gained, WORDS.lost),
        "routes": ROUTES,
        "ask_within": limiting(by_time_to_ask),
        "offers": MORE_IS_BETTER,
        "extension": limiting(plainly(compare_lengths)),
        "independent": YES,
        "first_day": TERMS["first_day"],
        "not_if": MORE_IS_WORSE,
        "note": ASIDE,
    },
    redress.Payment: {
        "id": None,
        **fields(WORDS, "for_ paid_by to"),
        **fields(kept(plainly(compare_money)), "amount then if_paid_late"),
        "refund": kept(),
        "at_most": limiting(plainly(compare_money)),
        "strength": ranked(("will",), ("may",), default="will"),
        "how": How(ranked(("without asking",), ("on request",)).judge, WORDS.gained, WORDS.lost),
        "grace": limiting(by_earliest_moment),
        "paid": kept(by_time),
        "claim_within": limiting(by_time_to_ask),
        "set_off": limiting(),
        "not_if": MORE_IS_WORSE,
        "legal_status": IN_LAW,
        "note": ASIDE,
        **DATES,
    },
}
