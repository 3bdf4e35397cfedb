"""What one row of a promise says beside its limit."""

import pytest

from site_builder.inherit import Directory, settle
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.views.charter import charter_view
from site_builder.views.pictures import Beside
from tests.views.shown import COUNCIL, IN_FORCE, TODAY, shown, standard


def test_a_season_is_its_months_and_its_words() -> None:
    rows = [{"season": "November to February", "cut": "every 2 weeks"}]
    season = shown(standards=[standard("a", targets=rows)]).promises[0].limits.cases[0].season
    assert season is not None
    assert (set(season.months), season.said) == ({11, 12, 1, 2}, "November to February")


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ({"removed": "within 1 day"}, ""),
        ({"removed": "every day"}, "How often"),
        ({"answered": "within 1 day", "updated": "every week"}, "How soon, how often"),
        ({"cut": "every week", "level": "at most 75 mm high"}, "How often, how much"),
        ({"satisfied": "at least 90% of tenants"}, "How many are satisfied"),
        ({"grade": "B or better"}, ""),
        ({"set_by": "code"}, "Set elsewhere"),
        ({"no_promise": "No crew."}, ""),
    ],
)
def test_a_row_says_what_kind_of_promise_it_is(row: dict[str, str], kind: str) -> None:
    case = shown(standards=[standard("a", targets=[row])]).promises[0].limits.alone[0]
    assert case.kind == kind
    assert case.is_none == ("no_promise" in row)


def test_what_only_refers_to_a_text_shows_where_to_read_it_once() -> None:
    code = {"id": "code", "title": "the code", "url": "https://www.example.org/code"}
    council = CouncilFile.model_validate({**COUNCIL, "references": [code]})
    rows = [{"set_by": "code"}, {"for": "Glass", "removed": "at once"}]
    written = {**IN_FORCE, "standards": [standard("a", targets=rows)]}
    charter = settle(Charter.model_validate(written), council)
    view = charter_view(charter, council, Directory.of(council, charter), Beside(), TODAY)
    (promise,) = view.promises
    assert promise.limits.cases[0].source is not None
    assert promise.sources == ()
