"""The benchmark of a build gives every engine the same content, and tells what was missed."""

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

Program = Callable[[str], ModuleType]


def found(program: Program, cold: float, largest: int = 0) -> Any:  # noqa: ANN401 - its module is found in the test
    kinds = program("found")
    measured, made = program("measured"), program("pages_made")
    took = {
        kinds.OURS: cold,
        kinds.UNCHANGED: 0.5,
        kinds.CHANGED: 0.6,
        kinds.MATERIAL: 20.0,
        kinds.HUGO: 8.0,
    }
    here = kinds.Found(1000)
    for name, seconds in took.items():
        here.runs[name] = [
            measured.Run(seconds, seconds, 2**27),
            measured.Run(seconds + 5, seconds + 5, 2**26),
        ]
    page = {"areas/area-00000/index.html": 20_480, "index.html": 10_240}
    for name in (kinds.OURS, kinds.MATERIAL, kinds.HUGO):
        here.pages[name] = made.Pages(page)
    here.served.append(0.7)
    if largest:
        grown = made.Pages(page | {"index.html": 40_960})
        here.larger[2500] = measured.Run(20, 20, 2**28), made.Pages(page)
        here.larger[largest] = measured.Run(90, 90, 2**30), grown
    return here


def test_every_form_has_all_that_is_promised(program: Program, tmp_path: Path) -> None:
    other_forms = program("other_forms")
    charters = program("charters")

    charters.lay(tmp_path / "charters", 2)
    every = dict(other_forms.read(tmp_path / "charters"))
    assert list(every) == ["area-00000", "area-00001"]
    for name, charter in every.items():
        source = (tmp_path / "charters" / name / "charter.yml").read_text("utf-8")
        page, data = other_forms.markdown(charter), json.dumps(charter, ensure_ascii=False)
        for line in source.splitlines():
            if line.endswith(":"):
                continue
            # Links between parts stand in the page as the name of what they lead to.
            field, _, value = line.strip().removeprefix("- ").rpartition(": ")
            if field in ("promise", "for", "removed", "what", "pledge", "measured", "summary"):
                assert value in page
            assert value.strip("[]").split(", ")[0] in data
        assert "If a promise is missed" in page
        assert "01632 960001" in page


def test_a_bar_that_is_missed_is_told(program: Program) -> None:
    bars = program("bars")
    tables = program("tables")

    good, bad = found(program, 9), found(program, 11, 10_000)
    assert all(bar.met for bar in bars.bars(good) if bar.counts)
    missed = {bar.what for bar in bars.bars(bad) if bar.counts and not bar.met}
    assert missed == {
        "Cold build, of the seconds of MkDocs + Material",
        "Work for 10,000 charters, of that for 2,500",
        "Kinds of page heavier at 10,000 charters than at 1,000",
        "MB of memory at 10,000 charters",
    }
    text = tables.results(bad, [("Cores", "2")], 3)
    assert "| Neighbourhood charters, cold | 11.00 | 0.55 |" in text
    assert text.count("**missed**") == 4
    assert "`index.html` (4.0 times, 40.0 KB)" in text


def test_an_old_page_ends_the_benchmark(program: Program, tmp_path: Path) -> None:
    edits = program("edits")
    engines = program("engines")

    ours = engines.ours(tmp_path, 2)
    page = tmp_path / "site/areas/area-00000/index.html"
    page.parent.mkdir(parents=True)
    page.write_text("within 5 working days", "utf-8")
    words = edits.change(ours, 1)
    with pytest.raises(SystemExit, match="does not say '41 working days'"):
        edits.shown(ours, words)
    ours.forget()
    assert not (tmp_path / "site").exists()
    assert (tmp_path / "charters/area-00000/charter.yml").exists()
