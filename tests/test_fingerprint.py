"""A fingerprint: the same for all who have the same promises before them, another as soon as one of them differs."""

import copy
import json
import random
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.earlier import filled_in, read_in_full
from site_builder.fingerprint import NAMES, canonical
from site_builder.inherit import settle_council
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.rules import names_exist
from site_builder.source import read_yaml
from tests.edition_example import CHARTER, COUNCIL, charter, print_of, written


def shuffled(value: object, order: random.Random) -> object:
    if isinstance(value, dict):
        names = order.sample(list(value), len(value))
        return {name: shuffled(value[name], order) for name in names}
    if isinstance(value, list):
        return [shuffled(item, order) for item in value]
    return value


@given(
    order=st.randoms(use_true_random=False),
    style=st.sampled_from([None, '"', "'"]),
    indent=st.sampled_from([2, 4, 6]),
    width=st.integers(10, 200),
    note=st.text("abcdefg #:-", max_size=30),
    ends=st.sampled_from(["\n", "\r\n"]),
)
@settings(max_examples=40, deadline=None)
def test_layout_comments_and_the_order_of_fields_change_no_fingerprint(  # noqa: PLR0913, PLR0917 - drawn
    order: random.Random, style: str | None, indent: int, width: int, note: str, ends: str
) -> None:
    text = yaml.safe_dump(
        shuffled(CHARTER, order),
        sort_keys=False,
        default_style=style,  # type: ignore[arg-type]
        indent=indent,
        width=width,
        allow_unicode=True,
    )
    text = re.sub(
        r"(?m)^(?=[\"'a-z])", lambda _: f"# {note}\n\n" if order.random() < 0.5 else "", text
    )
    assert print_of(text.replace("\n", ends)) == print_of(written(CHARTER))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("title: Caf\u00e9 charter", "title: Cafe\u0301 charter"),
        ("title: Hollins charter", "title: |\n  Hollins\n  charter"),
        ("starts: 2026-04-01", "starts: '2026-04-01'"),
    ],
)
def test_what_reads_alike_has_one_fingerprint(one: str, other: str) -> None:
    rest = written({name: CHARTER[name] for name in CHARTER if name not in ("title", "starts")})
    more = "" if one.startswith("title") else "title: Hollins charter\n"
    assert print_of(f"{more}{rest}{one}\n") == print_of(f"{more}{rest}{other}\n")


def leaves(value: object, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, (*place, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from leaves(inner, (*place, number))
    else:
        yield place


NEW = {
    "2026-03-10": "2026-03-11",
    "2026-04-01": "2026-04-02",
    "95%": "94%",
    "within 2 working days": "within 3 working days",
    "within 5 working days": "within 6 working days",
    "every 3 months": "every 2 months",
    "01632 960001": "01632 960009",
    "01632 960002": "01632 960009",
    "01632 960003": "01632 960009",
    "voluntary": "contractual",
    "england": "scotland",
    "team": "contractor",
    "Monday to Friday 08:30 to 17:00": "Monday to Friday 09:00 to 17:00",
    "residents": "streets",
}
IDS = {"id", "topic", "by", "redress", "routes"}


def is_id(place: tuple[Any, ...]) -> bool:
    return [step for step in place if isinstance(step, str)][-1] in IDS


def changed(data: Mapping[str, Any], place: tuple[Any, ...]) -> dict[str, Any]:
    """Give the data with another value in one place."""
    found: Any = copy.deepcopy(dict(data))
    whole = found
    for step in place[:-1]:
        found = found[step]
    old = found[place[-1]]
    found[place[-1]] = NEW.get(old, f"{old} and more")
    return whole


@pytest.mark.parametrize("place", [one for one in leaves(CHARTER) if not is_id(one)], ids=str)
def test_whatever_a_charter_says_changes_its_fingerprint(place: tuple[Any, ...]) -> None:
    assert print_of(written(changed(CHARTER, place))) != print_of(written(CHARTER))


@pytest.mark.parametrize(
    "place",
    [one for one in leaves(COUNCIL) if not is_id(one) and one[:2] != ("routes", 1)],
    ids=str,
)
def test_whatever_a_charter_takes_over_or_names_changes_its_fingerprint(
    place: tuple[Any, ...],
) -> None:
    assert print_of(charter(), changed(COUNCIL, place)) != print_of(charter())


def test_what_no_part_of_a_charter_names_does_not_change_it() -> None:
    other = changed(COUNCIL, ("routes", 1, "phone"))
    assert print_of(charter(), other) == print_of(charter())
    topic = {"id": "grass", "name": "Grass", "by": "streets", "routes": ["other"]}
    assert print_of(charter(), {**COUNCIL, "topics": [*COUNCIL["topics"], topic]}) == print_of(
        charter()
    )


def test_where_a_term_was_written_does_not_change_it() -> None:
    own = charter(for_all_standards={"results": "every 3 months"})
    assert print_of(own) == print_of(charter())


def test_every_field_that_names_something_shared_is_followed() -> None:
    lists = {
        "party": "parties",
        "route": "routes",
        "topic": "topics",
        "reference": "references",
        "scale": "scales",
        "zone": "zones",
        "redress": "redress",
    }
    named = {field: lists[what] for field, what in names_exist.NAMED.items() if what in lists}
    assert named == NAMES


def test_the_canonical_form_is_sorted_bare_and_says_its_format() -> None:
    own = read_in_full(Charter, *read_yaml(charter(), ""))[1]
    shared = settle_council(CouncilFile.model_validate(COUNCIL))
    content = canonical(filled_in(own, shared))
    data = json.loads(content)
    again = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert content == again.encode()
    assert data["format"] == "1"
    (bins,) = data["charter"]["standards"]
    assert (bins["by"], bins["redress"], bins["results"]) == ("streets", "missed", "every 3 months")
    assert list(data["named"]) == ["parties", "redress", "routes", "topics"]
    assert list(data["named"]["routes"]) == ["desk", "help"]
