"""What is kept of finished charters: never anything but what would be made today."""

import random
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from mkdocs.config import load_config

from site_builder import compiled_templates, pages
from site_builder.around import around_each
from site_builder.cache import FOLDER, Cache
from site_builder.engine_frame import finishing_of
from site_builder.finished import finishing
from site_builder.finished.finished import Finished, finish_alike
from site_builder.finished.finishing import ALIKE
from site_builder.finished.packing import packed, unpacked
from site_builder.frame import frame_of
from site_builder.history.reading import Past
from site_builder.page import Listing, Making, Page, PublishedFile
from site_builder.rendering import THEME, environment
from site_builder.search.documents import Document
from site_builder.shelves import library_of
from site_builder.site import check
from tests.conftest import NOW, example
from tests.past.lay import git

KEPT = ("bobbin-house", "station-quarter", "tenter-row", "tenterbank-safety")
ONE = Finished(
    files=(("areas/a/index.html", b"<p>A\n\xc3\xa9</p>"), ("areas/a/share.png", bytes(range(256)))),
    pages=(Page("areas/a/", "A", "", "", headings=(("b", "B"),), is_current=False),),
    documents=(
        Document("areas/a/", "A", "<p>A</p>", Listing("Charter", "a", promises=(("b", "c"),))),
    ),
    gathered={
        "data": {"parts": {"a": [1, "a\r\n", []]}},
        "calendars": [[["2026-11-23"], "A", True]],
    },
)


def test_what_is_packed_is_unpacked_as_it_was() -> None:
    assert unpacked(packed(ONE)) == ONE


@pytest.mark.parametrize("name", ["../a", "/a", "areas/../../a", "areas\\a", "areas/\0a"])
def test_nothing_is_unpacked_to_anywhere_but_the_site(name: str) -> None:
    assert unpacked(packed(Finished(((name, b""),), (), ()))) is None
    document = Document(name, "A", "", Listing("Charter"))
    assert unpacked(packed(Finished((), (), (document,)))) is None


def test_what_is_broken_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = packed(ONE)
    assert unpacked(whole[:-1]) is None
    assert unpacked(b"") is None
    monkeypatch.setattr("site_builder.finished.packing.MOST", 100)
    assert unpacked(whole) is None


class Council:
    """A council whose charters are finished again and again."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root, self.today = root, NOW.date()
        for folder in (example(root) / "charters").iterdir():
            if folder.is_dir() and folder.name not in KEPT:
                shutil.rmtree(folder)
        self.made: list[str] = []
        # Templates are kept as code as well, as they are where Python may keep its own.
        monkeypatch.setattr(sys, "dont_write_bytecode", False)
        monkeypatch.setattr(compiled_templates, "_FOLDER", root / "compiled")
        real = finishing.finish

        def counted(around: object, framed: object) -> Finished:
            self.made.append(around.compiled.slug)  # type: ignore[attr-defined]
            return real(around, framed)  # type: ignore[arg-type]

        def counted_alike(*arguments: object) -> Finished:
            self.made.append(ALIKE)
            return finish_alike(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(finishing, "finish", counted)
        monkeypatch.setattr(finishing, "finish_alike", counted_alike)

    def file(self, name: str) -> Path:
        return self.root / name

    def replace(self, name: str, pattern: str, new: str | Callable[[re.Match[str]], str]) -> None:
        file = self.file(name)
        text, times = re.subn(pattern, new, file.read_text("utf-8"), count=1)
        assert times, f"{name} has no {pattern}"
        file.write_text(text, "utf-8")

    def commit(self) -> None:
        git(self.root, "add", "--all")
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        git(self.root, *who, "commit", "--quiet", "--allow-empty", "--message", "Change")

    def finished(self, last: Path | None = None) -> dict[str, bytes]:
        """Everything that is written of the charters, beside a last site, and what the search is told of them."""
        out = self.root / "out"
        shutil.rmtree(out, ignore_errors=True)
        (out / "documents").mkdir(parents=True)
        environment.cache_clear()
        config = load_config(str(self.file("mkdocs.yml")), site_dir=str(out / "site"))
        config.theme.dirs.insert(1, str(THEME))
        config.plugins._current_plugin = "charters"  # noqa: SLF001 - the engine says so while a plugin works
        cache = Cache(self.root)
        site = check(self.file("charters"), "charters", self.today, cache=cache).site
        assert site is not None
        history = Past(self.file("charters"), cache, print).known()
        making = Making(
            self.today,
            self.file("overrides"),
            history,
            config.site_url or "",
            library=library_of(site, history),
        )
        frame = frame_of(site, self.today, {})
        finisher = finishing_of(config, frame, making, "", out / "documents")
        written = replace(finisher, last=last).begin(tuple(around_each(site, making)), 1)
        gathered = {one.slug: one.gathered for one in written}
        replace(finisher, last=last).alike(site, making)
        for made in pages.of_gathered(site, making, gathered):
            if isinstance(made, PublishedFile):
                file = out / "together" / made.uri
                file.parent.mkdir(parents=True, exist_ok=True)
                content = made.content
                file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return {
            file.relative_to(out).as_posix(): file.read_bytes()
            for file in sorted(out.rglob("*"))
            if file.is_file()
        }

    def cold(self) -> dict[str, bytes]:
        """The same with nothing kept; what was kept is there again afterwards."""
        kept, aside = self.file(FOLDER), self.file("aside")
        kept.rename(aside)
        found = self.finished()
        shutil.rmtree(kept)
        aside.rename(kept)
        return found


def another_limit(council: Council) -> None:
    council.replace(
        "charters/bobbin-house/charter.yml",
        r"within (\d+) working days",
        lambda found: f"within {int(found[1]) + 1} working days",
    )


def another_word(council: Council) -> None:
    council.replace("charters/tenterbank-safety/about.md", r"$", "\nOne more line.\n")


def another_council(council: Council) -> None:
    council.replace(
        "charters/council.yml", r"Pellbrook (\w+) Council", r"Pellbrook \1 and \1 Council"
    )


def another_translation(council: Council) -> None:
    council.replace("charters/council.cy.yml", r"(?<=en: Streets desk\n    cy: )", "Y ")


def another_result(council: Council) -> None:
    council.replace("charters/results.csv", r"2026-09,9,8,", "2026-09,9,2,")


def another_neighbour(council: Council) -> None:
    council.replace("charters/station-quarter/charter.yml", r"(?m)^title: ", "title: New ")
    boundary = council.file("charters/station-quarter/boundary.geojson")
    shutil.copyfile(council.file("charters/tenterbank-safety/boundary.geojson"), boundary)


def another_day(council: Council) -> None:
    council.today += timedelta(days=40)


def another_publication(council: Council) -> None:
    another_limit(council)
    council.commit()


def another_colour(council: Council) -> None:
    council.replace(
        "overrides/assets/council.css", r"--charter-brand: #\w+", "--charter-brand: #123456"
    )


def another_name(council: Council) -> None:
    council.replace("mkdocs.yml", r"(?m)^site_name: .*", "site_name: Street charters")


def another_charter(council: Council) -> None:
    shutil.copytree(council.file("charters/tenter-row"), council.file("charters/tenter-row-2"))


def another_template(council: Council) -> None:
    component = council.file("overrides/components/promise.html")
    component.parent.mkdir()
    shutil.copyfile(THEME / "components/promise.html", component)
    council.replace("overrides/components/promise.html", r"<h3", '<h3 title="A"')


OF_ONE = (
    another_limit,
    another_word,
    another_result,
    another_neighbour,
    another_publication,
    another_charter,
)
OF_ALL = (
    another_council,
    another_translation,
    another_day,
    another_colour,
    another_name,
    another_template,
)


def test_what_is_kept_is_what_would_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    council = Council(tmp_path, monkeypatch)
    first = council.finished()
    council.made.clear()
    assert council.finished() == first
    assert council.made == []
    for edit in random.Random(2026).sample(OF_ONE, len(OF_ONE)):  # noqa: S311 - any order will do
        edit(council)
        before = len(council.made)
        warm = council.finished()
        assert before < len(council.made) <= before + len(KEPT), edit.__name__
    cold = council.cold()
    assert sorted(warm) == sorted(cold)
    assert not [name for name in cold if warm[name] != cold[name]]


def test_what_all_charters_hang_on_makes_every_one_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    council = Council(tmp_path, monkeypatch)
    before = council.finished()
    for edit in OF_ALL:
        edit(council)
        council.made.clear()
        after = council.finished()
        assert sorted(council.made) == sorted((ALIKE, *KEPT)), edit.__name__
        assert after != before, edit.__name__
        before = after


def test_a_page_written_by_hand_stands_in_the_place_of_one_that_is_the_same_on_every_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    council = Council(tmp_path, monkeypatch)
    assert {"site/rules/index.html", "site/guide/index.html"} <= set(council.finished())
    council.file("charters/rules.md").write_text("# What we check\n\nEverything.\n", "utf-8")
    council.made.clear()
    after = council.finished()
    assert ALIKE in council.made
    assert "site/rules/index.html" not in after
    assert "site/guide/index.html" in after


def test_a_change_of_one_charter_leaves_the_others_as_they_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    council = Council(tmp_path, monkeypatch)
    council.finished()
    for edit, slug in (
        (another_limit, "bobbin-house"),
        (another_word, "tenterbank-safety"),
        (another_result, "bobbin-house"),
    ):
        edit(council)
        council.made.clear()
        council.finished()
        assert council.made == [slug]
    kept = council.file(FOLDER) / "charters"
    assert {file.name for file in kept.iterdir()} == set(KEPT)
    shutil.rmtree(council.file("charters/tenter-row"))
    council.finished()
    assert {file.name for file in kept.iterdir()} == set(KEPT) - {"tenter-row"}


def test_files_of_a_charter_that_are_as_they_were_are_not_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    council = Council(tmp_path, monkeypatch)
    before = council.finished()
    last = (tmp_path / "out").rename(tmp_path / "before") / "site"
    another_limit(council)
    after = council.finished(last)
    of_site = [name for name in after if name.startswith("site/")]
    linked = {name for name in of_site if (tmp_path / "out" / name).stat().st_nlink == 2}
    assert linked == {name for name in of_site if after[name] == before.get(name)}
    assert 0 < len(linked) < len(of_site)
    assert {name: (tmp_path / "before" / name).read_bytes() for name in before} == before


def test_a_charter_that_cannot_be_finished_is_told_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    council = Council(tmp_path, monkeypatch)
    council.file("overrides/components").mkdir()
    council.file("overrides/components/promise.html").write_text("{% macro badge(", "utf-8")
    with pytest.raises(Exception, match="unexpected end of template"):
        council.finished()
