"""Which layout the limits of a promise have."""

from tests.views.shown import shown, standard


def test_a_lone_limit_stands_alone() -> None:
    limits = shown(standards=[standard("a")]).promises[0].limits
    assert [str(case.limit) for case in limits.alone] == [
        "removed within <strong>3&nbsp;working days</strong> of your report"
    ]


def test_limits_for_several_cases_are_a_list() -> None:
    rows = [{"for": "Glass", "removed": "within 1 day"}, {"removed": "within 3 days"}]
    limits = shown(standards=[standard("a", targets=rows)]).promises[0].limits
    assert [case.when for case in limits.cases] == ["Glass", "Litter"]
    assert limits.table is None


def test_limits_by_place_and_size_are_a_table_of_the_columns_in_use() -> None:
    rows = [
        {"where": "main", "depth": "over 100 mm", "repaired": "within 2 days"},
        {"depth": "under 40 mm", "no_promise": "We watch these."},
    ]
    zones = [{"id": "main", "name": "Main roads"}]
    table = shown(zones=zones, standards=[standard("a", targets=rows)]).promises[0].limits.table
    assert table is not None
    assert (table.corner, *(head.name for head in table.heads)) == (
        "Depth",
        "Where",
        "What we promise",
    )
    assert (table.rows[1].name, table.rows[1].entries[0].text) == ("Under 40 mm", "Any")
    assert table.rows[1].entries[1].cases[0].is_none
