"""The promises of a party as a manager's spreadsheet has them: a line for each row of a promise in each place."""

from collections.abc import Iterator

from site_builder.council_wide import Stand
from site_builder.csv_file import Cell
from site_builder.steps import in_order
from site_builder.views.commitment_rows import OnTopic, Result
from site_builder.views.commitments import MEASURES, AroundTeams
from site_builder.views.comparison import all_sentences
from site_builder.views.promised import Commitment, Team
from site_builder.views.state import state

COLUMNS = (
    "topic",
    "promise",
    "area",
    "state",
    "standard",
    "target",
    "measured_by",
    "share",
    "stands_to_council_wide",
    "council_wide_standard",
    "council_wide_promise",
    "reason",
    "agreed_by",
    "agreed_on",
    "lead_there",
    "signed_on",
    "result_period",
    "result",
    "result_is_of",
    "cases",
    "on_time",
    "figure",
    "page",
)
MEASURED_BY = {
    "level": "how much of all",
    "satisfied": "how many are satisfied",
    "set_by": "set elsewhere",
    "no_promise": "nothing is promised",
}
WORDS = (None, "met", "missed", "not reported")
OF_ALL = "the whole promise"
OF_ANOTHER_ROW = "the whole promise, with its figures in another row"
OF_ROW = "this row"
_STANDS: dict[Stand | None, str] = {
    Stand.SAME: "same",
    Stand.STRONGER: "better",
    Stand.WEAKER: "weaker",
    Stand.MIXED: "better in part, weaker in part",
    Stand.PARTLY_STRONGER: "better in part, the rest depends on the case",
    Stand.PARTLY_WEAKER: "weaker in part, the rest depends on the case",
    Stand.UNKNOWN: "depends on the case",
    None: "the council-wide standard was withdrawn",
}


def team_rows(
    team: Team, order: tuple[OnTopic, ...], around: AroundTeams
) -> Iterator[tuple[Cell, ...]]:
    """Yield the lines in the ``order`` of the party's page; what is proposed comes last."""
    rank = {row.says: n for n, row in enumerate(row for topic in order for row in topic.rows)}
    stands: dict[tuple[str, str], tuple[Cell, ...]] = {}
    counted: set[str] = set()

    def place_in_order(one: Commitment) -> tuple[bool, int, str, bool, str, str]:
        words = around.says(one)
        name, uri = around.place(one)
        here = (one.made is not None, name.casefold(), uri)
        return (one.is_proposed, rank.get(words, len(rank)), words, *here)

    for one in sorted(team.commitments, key=place_in_order):
        key = (one.made.slug if one.made else "", str(one.standard.id))
        if key not in stands:
            stands[key] = tuple(_stands(one, around))
        yield (
            *_promise(one, around),
            *stands[key],
            *_agreement(one, team),
            *_result(around.results(one), is_counted=around.place(one)[1] in counted),
            f"{around.address}{around.place(one)[1] or ''}",
        )
        if any(result.is_of_all for result in around.results(one)):
            counted.add(around.place(one)[1])


def _promise(one: Commitment, around: AroundTeams) -> Iterator[Cell]:
    topic = around.council.topics.get(one.standard.topic or "")
    names = in_order(one.target)
    measures = (MEASURED_BY.get(name, name) for name in MEASURES if getattr(one.target, name))
    yield topic.name if topic else one.standard.topic
    yield around.says(one)
    yield around.place(one)[0]
    yield state(one.made.charter, around.today).replace("-", " ") if one.made else "in force"
    yield one.standard.id
    yield one.target.id
    yield names or measures
    yield one.target.share or one.standard.share


def _stands(one: Commitment, around: AroundTeams) -> Iterator[Cell]:
    made, found = one.made, around.beside(one)
    yield _STANDS[found.stand] if found else None
    yield found.wide.id if found else None
    yield all_sentences(found.wide, made.directory) if found and made else None
    yield one.standard.reason


def _agreement(one: Commitment, team: Team) -> Iterator[Cell]:
    if one.made is None:
        yield from (None, None, team.party.lead, None)
        return
    charter = one.made.charter
    here = next((party for party in charter.parties if party.id == team.party.id), None)
    known = one.made.directory.parties.get(team.party.id)
    yield charter.agreed_by
    yield charter.agreed
    yield known.lead if known else None
    yield here.signed_on if here else None


def _result(results: tuple[Result, ...], *, is_counted: bool) -> Iterator[Cell]:
    """The last result, and what it is of.

    That of a whole promise stands beside each of its parts, with its figures at the first alone, so that a sum of a column is one.
    """
    is_of_all = any(one.is_of_all for one in results)
    is_again = is_of_all and is_counted
    rows = [] if is_again else [one.row for one in results if one.row]
    shares = [] if is_again else [one.share for one in results if one.share]
    of = OF_ANOTHER_ROW if is_again else OF_ALL if is_of_all else OF_ROW
    yield results[0].period if results else None
    yield [one.verdict for one in results]
    yield of if results else None
    yield [str(row.cases.value) for row in rows if row.cases]
    yield [str(row.on_time.value) for row in rows if row.on_time]
    yield [*shares, *(row.result for row in rows if row.result not in WORDS)]
