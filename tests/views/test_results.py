"""Which results of a promise stand on its page, and how they are called."""

from site_builder.inherit import Directory
from site_builder.model.council import CouncilFile
from site_builder.model.results import Result
from site_builder.model.standard import Standard
from site_builder.views.results import Delivered, latest
from tests.views.shown import COUNCIL, standard


def row(period: str, **cells: str) -> Result:
    given = {"standard": "bins", "period": period, "cases": "100", "on_time": "90", **cells}
    return Result.model_validate(given)


def delivered(*rows: Result) -> tuple[Delivered, ...]:
    targets = [
        {"id": "glass", "for": "Broken glass", "removed": "within 1 day"},
        {"id": "dirt", "removed": "within 2 days"},
    ]
    of = Standard.model_validate(standard("bins", targets=targets, share="95%"))
    return latest(of, rows, Directory.of(CouncilFile.model_validate(COUNCIL)))


def test_only_the_last_period_is_shown_in_the_order_of_the_table() -> None:
    shown = delivered(
        row("2026-07 to 2026-09", on_time="95"),
        row("2026-04 to 2026-06"),
        row("2026-07 to 2026-09", target="glass"),
        row("2026-10 to 2026-12", standard="litter"),
    )
    assert [(one.kind, str(one.verdict), one.about, one.period) for one in shown] == [
        ("met", "Met", "", "July to September 2026"),
        ("missed", "Missed", "Broken glass", "July to September 2026"),
    ]


def test_a_target_without_a_name_is_called_nothing() -> None:
    (one,) = delivered(row("2026-07 to 2026-07", target="dirt"))
    assert (one.about, one.period) == ("", "July 2026")


def test_a_promise_without_results_shows_none() -> None:
    assert delivered(row("2026-07 to 2026-07", standard="litter")) == ()
