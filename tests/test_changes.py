"""What changed: thirty edits with their verdicts and sentences, and what holds for every edit."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.changes.between import changes_between
from site_builder.changes.change import Change, Effect
from site_builder.changes.tables import HOW, WHOLE
from site_builder.limits import plain
from site_builder.model.charter import Charter
from site_builder.model.fields import group_of
from site_builder.model.group import Group
from tests.conftest import ROOT
from tests.said_changes import EDITS, both, read

CHARTERS = ROOT / "charters"
SLUGS = sorted(file.parent.name for file in CHARTERS.glob("*/charter.yml"))
# A time, a share or a sum that a stranger to the charter can make worse and better again.
FIGURES = re.compile(r"(?m)(?<=: )within (\d+)(?= (?:working )?(?:days?|hours?)$)")


def said(changes: list[Change]) -> list[str]:
    return [f"{change.verdict}: {plain(change.sentence)}" for change in changes]


def test_there_are_thirty_edits_of_which_each_says_something_else() -> None:
    facts = [edit["edit"] for edit in EDITS]
    assert len(set(facts)) == len(facts) >= 30
    verdicts = {line.partition(":")[0] for edit in EDITS for line in edit["changes"]}
    # A proposal is told as a whole, and by no edit of a charter.
    assert verdicts == set(Effect) - {Effect.PROPOSED}


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit["edit"])
def test_an_edit_is_told_with_its_verdict(edit: dict[str, Any], tmp_path: Path) -> None:
    assert said(changes_between(*both(edit, tmp_path))) == edit["changes"]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit["edit"])
def test_what_is_stronger_one_way_is_weaker_the_other(edit: dict[str, Any], tmp_path: Path) -> None:
    old, new = both(edit, tmp_path)
    there, back = (
        sorted((change.kind, change.about, change.field, verdict) for change, verdict in one)
        for one in (
            [(change, _when_undone(change)) for change in changes_between(old, new)],
            [(change, change.verdict) for change in changes_between(new, old)],
        )
    )
    assert there == back


def _when_undone(change: Change) -> Effect:
    """Before and after a notice is changed, things are worse than promised."""
    is_still_worse = change.field == "notice" and change.old and change.new
    return change.verdict if is_still_worse else change.verdict.turned


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit["edit"])
def test_an_edit_that_is_undone_is_no_change(edit: dict[str, Any], tmp_path: Path) -> None:
    old, new = both(edit, tmp_path)
    assert changes_between(new, new) == changes_between(old, old) == []


# The example charters


def _council() -> str:
    return (CHARTERS / "council.yml").read_text("utf-8")


def _charter(slug: str) -> str:
    return (CHARTERS / slug / "charter.yml").read_text("utf-8")


def _laid_out_anew(words: str) -> str:
    """Every list and group in another order, without comments, in another style of YAML."""
    return yaml.safe_dump(
        _backwards(yaml.load(words, Loader=yaml.BaseLoader)),  # noqa: S506 - all as text
        default_flow_style=False,
        default_style='"',
        width=10_000,
    )


def _backwards(value: Any) -> Any:  # noqa: ANN401 - whatever YAML holds
    if isinstance(value, dict):
        return {name: _backwards(value[name]) for name in reversed(value)}
    if isinstance(value, list) and all(isinstance(item, str) or "id" in item for item in value):
        return [_backwards(item) for item in reversed(value)]
    return [_backwards(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("slug", SLUGS)
def test_order_layout_and_comments_are_no_change(slug: str, tmp_path: Path) -> None:
    old = read(_charter(slug), _council(), tmp_path / "old")
    anew = [_laid_out_anew(words) for words in (_charter(slug), _council())]
    assert anew[0] != _charter(slug)
    assert said(changes_between(old, read(anew[0], anew[1], tmp_path / "new"))) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_each_longer_time_is_weaker_and_back_again_stronger(slug: str, tmp_path: Path) -> None:
    words = _charter(slug)
    old = read(words, _council(), tmp_path / "old")
    for n, found in enumerate(FIGURES.finditer(words)):
        longer = f"within {int(found[1]) * 7}"
        change = f"{words[: found.start()]}{longer}{words[found.end() :]}"
        new = read(change, _council(), tmp_path / str(n))
        there, back = changes_between(old, new), changes_between(new, old)
        if "claim_within" in words[: found.start()].rpartition("\n")[2]:
            there, back = back, there
        assert {change.verdict for change in there} == {Effect.WEAKER}, said(there)
        assert {change.verdict for change in back} == {Effect.STRONGER}, said(back)
        assert [change.old for change in there] == [change.new for change in back]


# The tables


def _groups(kind: type[Group], seen: set[type[Group]]) -> set[type[Group]]:
    if kind not in seen:
        seen.add(kind)
        for name in kind.model_fields:
            within = group_of(kind, name)
            if within and kind not in WHOLE:
                _groups(within, seen)
    return seen


GROUPS = sorted(_groups(Charter, set()), key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", GROUPS, ids=lambda kind: kind.__name__)
def test_every_field_of_the_model_has_a_word_on_what_its_change_means(kind: type[Group]) -> None:
    if kind not in WHOLE:
        assert HOW[kind].keys() == kind.model_fields.keys()
