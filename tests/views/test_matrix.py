"""A promise that is limited in two ways, as a table."""

from site_builder.views.matrix import Matrix
from tests.views.shown import shown, standard

ZONES = [
    {"id": "main", "name": "Main roads", "means": "Bus routes"},
    {"id": "side", "name": "Side"},
]


def matrix_of(*targets: dict[str, str]) -> Matrix:
    table = shown(zones=ZONES, standards=[standard("a", targets=targets)]).promises[0].limits.table
    assert table is not None
    return table


def test_place_by_size_is_a_table_with_a_column_for_each_place() -> None:
    table = matrix_of(
        {"where": "main", "depth": "over 90 mm", "repaired": "within 2 days"},
        {"where": "side", "depth": "over 90 mm", "repaired": "within 5 days"},
        {"where": "main", "depth": "40 to 90 mm", "repaired": "within 9 days"},
        {"depth": "under 40 mm", "no_promise": "We watch these."},
        {"where": "side", "inspected": "every year"},
        {"where": "main", "grade": "B or better"},
    )
    assert [(head.name, head.means) for head in table.heads] == [
        ("Main roads", "Bus routes"),
        ("Side", ""),
    ]
    assert [
        (row.name, [(one.label, one.width, len(one.cases)) for one in row.entries])
        for row in table.rows
    ] == [
        ("Depth over 90\u00a0mm", [("Main roads", 1, 1), ("Side", 1, 1)]),
        ("Depth 40 to 90\u00a0mm", [("Main roads", 1, 1), ("Side", 1, 0)]),
        ("Depth under 40\u00a0mm", [("Everywhere", 2, 1)]),
        ("All other cases", [("Main roads", 1, 0), ("Side", 1, 1)]),
        ("At all times", [("Main roads", 1, 1), ("Side", 1, 0)]),
    ]


def test_two_promises_for_one_place_and_case_share_its_cell() -> None:
    row = {"where": "main", "depth": "over 90 mm"}
    table = matrix_of(
        {**row, "repaired": "within 2 days"},
        {**row, "repaired": "within 7 days", "legal_status": "statutory"},
        {"where": "side", "depth": "over 90 mm", "repaired": "within 5 days"},
    )
    assert [len(entry.cases) for entry in table.rows[0].entries] == [2, 1]
