"""Editions: what a charter said on a day keeps its page and its fingerprint, whatever comes after it."""

import hashlib
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.cache import Cache
from site_builder.history.past import UNKNOWN, History
from site_builder.history.reading import read_history
from site_builder.history.tags import Tag, tag
from site_builder.model.charter import Charter
from site_builder.page import Making, Page, PublishedFile
from site_builder.pages import changes as change_pages
from site_builder.pages import charter as charter_pages
from site_builder.pages import editions as edition_pages
from site_builder.shelves import library_of
from site_builder.site import check
from site_builder.versions import Repository
from tests.conftest import ROOT
from tests.edition_example import CHARTER, COUNCIL, charter, print_of, written
from tests.of_kind import of_kind
from tests.past.lay import commit, git

TODAY = date(2026, 11, 22)


Files = dict[str, str | bytes]


@dataclass
class Laid:
    """A site's repository, with commits on days and tags on them."""

    root: Path
    steps: list[tuple[str, Files]] = field(default_factory=list)

    def published(
        self, day: str, council: Mapping[str, Any] = COUNCIL, **charters: str | bytes
    ) -> int:
        """Add a commit with charters, by folder; gives its number."""
        files: Files = {
            f"charters/{slug.replace('_', '-')}/charter.yml": text
            for slug, text in charters.items()
        }
        self.steps.append((day, {"charters/council.yml": written(council), **files}))
        return len(self.steps)

    def lay(self, **tags: int) -> "Laid":
        git(self.root, "init", "--quiet", "--initial-branch=main")
        stream = b"".join(
            part
            for number, (day, files) in enumerate(self.steps, 1)
            for part in commit(
                number, day, "A step", {name: _bytes(text) for name, text in files.items()}
            )
        )
        git(self.root, "fast-import", "--quiet", given=stream)
        git(self.root, "reset", "--hard", "--quiet")
        for name, number in tags.items():
            self.tag(name, number)
        return self

    def tag(self, name: str, number: int) -> None:
        git(self.root, "update-ref", f"refs/tags/{name}", f"main~{len(self.steps) - number}")

    def history(self) -> History:
        repository = Repository.around(self.root)
        head = repository.commit("HEAD")
        return read_history(repository, head, self.root / "charters", Cache(self.root), workers=1)

    def made(self, past: History | None = None) -> "Built":
        site = check(self.root / "charters", "charters", TODAY).site
        assert site is not None
        history = self.history() if past is None else past
        making = Making(TODAY, history=history, library=library_of(site, history))
        every = [
            *of_kind(edition_pages, site, making),
            *of_kind(charter_pages, site, making),
            *of_kind(change_pages, site, making),
        ]
        return Built(
            {one.uri: one for one in every if isinstance(one, Page)},
            {one.uri: _bytes(one.content) for one in every if isinstance(one, PublishedFile)},
            making.library.editions.gaps,
        )


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


@dataclass
class Built:
    pages: dict[str, Page]
    files: dict[str, bytes]
    gaps: tuple[str, ...]

    @property
    def days(self) -> list[str]:
        """The editions that have a page, by folder and day."""
        found = (re.fullmatch(r"areas/(.*/\d{4}-\d\d-\d\d)/", uri) for uri in self.pages)
        return sorted(one[1] for one in found if one)

    def words(self, uri: str) -> str:
        html = re.sub("<[^>]*>", "", self.pages[f"areas/{uri}/"].html)
        return " ".join(unescape(html).replace("\u00a0", " ").split())


def shown(words: str) -> str:
    """Give the fingerprint that a page shows."""
    found = re.search(r"Fingerprint ([0-9a-f]{64})", words)
    assert found, words[:300]
    return found[1]


@pytest.fixture
def laid(tmp_path: Path) -> Laid:
    return Laid(tmp_path)


def three_texts(laid: Laid) -> Laid:
    laid.published("2026-03-20", hollins=charter("within 4 working days"))
    laid.published("2026-06-30", hollins=charter("within 3 working days"))
    laid.published("2026-09-29", hollins=charter())
    return laid


def test_an_edition_that_was_replaced_says_so_and_what_it_promised(laid: Laid) -> None:
    built = three_texts(laid).lay(**{"hollins/2026-04-01": 1, "hollins/2026-10-01": 3}).made()
    assert built.days == ["hollins/2026-04-01", "hollins/2026-10-01"]
    words = built.words("hollins/2026-04-01")
    assert "This is the edition of 1 April 2026 It was replaced on 1 October 2026." in words
    assert "Read what holds today, and where to report" in words
    assert "within 4 working days" in words
    assert (
        "This text was published on 20 March 2026. The tag \u2018hollins/2026-04-01\u2019 marks it."
        in words
    )
    assert 'href="../"' in built.pages["areas/hollins/2026-04-01/"].html


def test_the_edition_that_holds_has_its_page_and_the_charter_says_what_to_quote(laid: Laid) -> None:
    built = three_texts(laid).lay(**{"hollins/2026-04-01": 1, "hollins/2026-10-01": 3}).made()
    words = built.words("hollins/2026-10-01")
    assert "It is the latest, and the charter says the same today." in words
    now = built.words("hollins")
    assert shown(now) == shown(words) != shown(built.words("hollins/2026-04-01"))
    assert (
        "This is the edition of 1 October 2026. Quote its date and this fingerprint when you complain"
        in now
    )
    assert now.index("Other editions 1 April 2026")
    assert (
        "Editions Each edition keeps its page when the next one comes. 1 October 2026 1 April 2026"
        in (built.words("hollins/changes"))
    )


def test_the_fingerprint_is_the_sha256_of_the_published_file(laid: Laid, tmp_path: Path) -> None:
    built = three_texts(laid).lay(**{"hollins/2026-04-01": 1}).made()
    content = built.files["areas/hollins/2026-04-01/charter.json"]
    assert hashlib.sha256(content).hexdigest() == shown(built.words("hollins/2026-04-01"))
    (tmp_path / "charter.json").write_bytes(content)
    told = subprocess.run(
        ["sha256sum", "charter.json"],  # noqa: S607 - as a resident would
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert told.split()[0] == shown(built.words("hollins/2026-04-01"))
    today = built.files["areas/hollins/canonical.json"]
    assert hashlib.sha256(today).hexdigest() == shown(built.words("hollins"))


def test_a_text_that_is_no_edition_says_that_its_page_will_not_stay(laid: Laid) -> None:
    built = three_texts(laid).lay(**{"hollins/2026-04-01": 1}).made()
    words = built.words("hollins")
    assert "This charter differs from the edition of 1 April 2026. Quote this fingerprint" in words
    assert "This text has no page of its own that stays when it changes." in words
    assert "The charter has changed since." in built.words("hollins/2026-04-01")


def test_an_edition_is_kept_out_of_searches(laid: Laid) -> None:
    built = three_texts(laid).lay(**{"hollins/2026-04-01": 1, "hollins/2026-10-01": 3}).made()
    assert not any(built.pages[f"areas/{uri}/"].is_current for uri in built.days)
    assert built.pages["areas/hollins/"].is_current
    assert not any(built.pages[f"areas/{uri}/"].linked_data for uri in built.days)


def test_the_charter_itself_can_name_its_editions(laid: Laid) -> None:
    laid.published("2026-03-20", hollins=charter("within 9 working days", version="2026-04-01"))
    laid.published("2026-05-02", hollins=charter("within 4 working days", version="2026-04-01"))
    laid.published("2026-06-30", hollins=charter("within 3 working days", version="2026-07-01"))
    laid.published("2026-09-29", hollins=charter(version="2026-10-01"))
    built = laid.lay().made()
    assert built.days == ["hollins/2026-04-01", "hollins/2026-07-01", "hollins/2026-10-01"]
    first = built.words("hollins/2026-04-01")
    assert "within 4 working days" in first
    assert "This text was published on 2 May 2026, which is after the day it is named for." in first
    assert "It was replaced on 1 July 2026." in first
    now = built.words("hollins/2026-10-01")
    assert "It is the latest, and the charter says the same today." in now
    assert shown(now) == shown(built.words("hollins"))
    assert (
        built.files["areas/hollins/2026-10-01/charter.json"]
        == built.files["areas/hollins/canonical.json"]
    )


def test_the_version_that_an_edit_has_just_replaced_is_an_edition(laid: Laid) -> None:
    laid.published("2026-03-20", hollins=charter("within 4 working days", version="2026-04-01"))
    laid.lay()
    (laid.root / "charters/hollins/charter.yml").write_text(charter(version="2026-10-01"), "utf-8")
    assert laid.made().days == ["hollins/2026-04-01", "hollins/2026-10-01"]


def test_tags_and_versions_go_together(laid: Laid) -> None:
    laid.published("2026-03-20", hollins=charter("within 4 working days", version="2026-04-01"))
    laid.published("2026-09-29", hollins=charter(version="2026-10-01"))
    built = laid.lay(
        **{"hollins/2026-04-01": 1, "hollins/2026-10-01": 2, "hollins/2026-05-01": 1}
    ).made()
    assert built.days == ["hollins/2026-04-01", "hollins/2026-05-01", "hollins/2026-10-01"]
    assert "another text" not in built.words("hollins/2026-04-01")
    assert "It is the latest" in built.words("hollins/2026-10-01")


def test_of_two_texts_of_one_day_the_tag_is_shown_and_the_other_is_told(laid: Laid) -> None:
    laid.published("2026-03-20", hollins=charter("within 4 working days", version="2026-04-01"))
    laid.published("2026-04-20", hollins=charter("within 3 working days", version="2026-04-01"))
    laid.published("2026-09-29", hollins=charter(version="2026-10-01"))
    built = laid.lay(**{"2026-04-01": 2, "hollins/2026-04-01": 1}).made()
    words = built.words("hollins/2026-04-01")
    assert "within 4 working days" in words
    other = print_of(charter("within 3 working days", version="2026-04-01"))
    assert (
        "The tag \u20182026-04-01\u2019 named another text as the edition of this day, published on 20 April 2026. "
        f"Its fingerprint begins with {other[:16]}."
    ) in words
    assert "The charter itself named another text as the edition of this day" in words


def test_a_tag_for_all_makes_an_edition_of_what_is_other_than_before(laid: Laid) -> None:
    laid.published("2026-03-20", hollins=charter("within 4 working days"), mill_lane=charter())
    laid.published("2026-09-29", hollins=charter(), mill_lane=charter())
    built = laid.lay(**{"2026-04-01": 1, "2026-10-01": 2}).made()
    assert built.days == ["hollins/2026-04-01", "hollins/2026-10-01", "mill-lane/2026-04-01"]
    assert "This is the edition of 1 April 2026." in built.words("mill-lane")


def test_an_edition_dated_ahead_does_not_hold_yet(laid: Laid) -> None:
    built = three_texts(laid).lay(**{"hollins/2026-04-01": 1, "hollins/2027-01-01": 3}).made()
    words = built.words("hollins/2027-01-01")
    assert "This is the edition of 1 January 2027 That day is still to come." in words
    assert "replaced" not in built.words("hollins/2026-04-01")


def test_a_tag_that_was_moved_cannot_pass_for_the_old_text(laid: Laid) -> None:
    three_texts(laid).lay(**{"hollins/2026-04-01": 1})
    before = laid.made().words("hollins/2026-04-01")
    laid.tag("hollins/2026-04-01", 3)
    after = laid.made().words("hollins/2026-04-01")
    assert shown(before) != shown(after)
    assert "published on 29 September 2026, which is after the day it is named for." in after


def test_what_was_never_published_is_no_edition(laid: Laid) -> None:
    three_texts(laid).lay()
    (laid.root / "charters/hollins/charter.yml").write_text(charter("within 1 hour"), "utf-8")
    git(laid.root, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qam", "Draft")
    git(laid.root, "update-ref", "refs/tags/hollins/2026-05-01", "HEAD")
    git(laid.root, "reset", "--hard", "--quiet", "HEAD~1")
    built = laid.made()
    assert built.days == []
    assert built.gaps == (
        "The tag 'hollins/2026-05-01' marks no text of a charter that was published here, so it makes no edition.",
    )
    assert built.gaps[0] in unescape(built.pages["changes/"].html).replace("\u2018", "'").replace(
        "\u2019", "'"
    )


@pytest.mark.parametrize(
    "name",
    [
        "../../x",
        "../../x/2026-04-01",
        "hollins/../2026-04-01",
        "a" * 1000,
        f"{'a' * 1000}/2026-04-01",
        "hollins\x1b[31m/2026-04-01",
        "hollins/2026-04-01\n",
        "<script>/2026-04-01",
        "hollins/2026-02-30",
        "hollins/2026-4-1",
        "hollins/0000-00-00",
        "hollins/\u0662\u0660\u0662\u0666-04-01",
        "Hollins/2026-04-01",
        "con/2026-04-01",
        "\udcff/2026-04-01",
    ],
)
def test_a_hostile_tag_makes_no_edition_and_is_told_in_a_short_sentence(name: str) -> None:
    told = tag(name, "0" * 40)
    assert isinstance(told, str)
    assert told.isprintable()
    assert len(told) < 250


def test_hostile_names_in_the_store_break_nothing(laid: Laid) -> None:
    three_texts(laid).lay(**{"v1.2": 1, "hollins/2026-04-01": 1})
    id_ = git(laid.root, "rev-parse", "main").strip()
    names = [
        b"refs/tags/" + b"a" * 1000,
        b"refs/tags/\xff/2026-04-01",
        b"refs/tags/nowhere/2026-04-01",
    ]
    packed = b"# pack-refs with: peeled fully-peeled \n" + b"".join(
        id_ + b" " + one + b"\n" for one in names
    )
    (laid.root / ".git/packed-refs").write_bytes(packed)
    tree = git(laid.root, "rev-parse", "main^{tree}").strip().decode()
    git(laid.root, "update-ref", "refs/tags/hollins/2026-05-05", tree)
    built = laid.made()
    assert built.days == ["hollins/2026-04-01"]
    assert len(built.gaps) == 4
    assert not any("v1.2" in gap for gap in built.gaps)


@pytest.mark.parametrize("name", ["v1.2", "release/2026", "before-the-move"])
def test_a_tag_of_another_kind_is_nobodys_mistake(name: str) -> None:
    assert tag(name, "1") is None


def test_good_names_are_tags_of_one_charter_or_of_all() -> None:
    assert tag("hollins/2026-04-01", "1") == Tag(
        "hollins/2026-04-01", "1", "hollins", date(2026, 4, 1)
    )
    assert tag("2026-04-01", "1") == Tag("2026-04-01", "1", "", date(2026, 4, 1))


@pytest.mark.parametrize(
    ("text", "why", "at"),
    [
        (charter().replace("legal_status", "statute"), "'statute' is not a field", "line"),
        ("title: <b>Hollins\n  bad: [1\n", "", "line"),
        (b"title: \xff\xfe", "not saved as UTF-8", "line 1"),
        ("title: a\u202eb\n", "A hidden character, U+202E", "line 1"),
    ],
)
def test_an_edition_that_cannot_be_read_today_shows_its_text(
    laid: Laid, text: str | bytes, why: str, at: str
) -> None:
    laid.published("2026-03-20", hollins=text)
    laid.published("2026-09-29", hollins=charter())
    built = laid.lay(**{"hollins/2026-04-01": 1}).made()
    words = built.words("hollins/2026-04-01")
    original = _bytes(text)
    assert "Its file cannot be laid out as a page any more" in words
    assert f"What cannot be read today: charter.yml, {at}" in words
    assert why.replace("'", "\u2018", 1).replace("'", "\u2019") in words
    assert shown(words) == hashlib.sha256(original).hexdigest()
    assert built.files["areas/hollins/2026-04-01/charter.txt"] == original
    html = built.pages["areas/hollins/2026-04-01/"].html
    assert "<b>" not in html
    assert "\u202e" not in html


def test_an_edition_too_big_to_read_says_that_its_words_are_not_here(laid: Laid) -> None:
    laid.published("2026-03-20", hollins=charter() + "# " + "x" * 1024**2)
    laid.published("2026-09-29", hollins=charter())
    built = laid.lay(**{"hollins/2026-04-01": 1}).made()
    assert "so its words cannot be shown" in built.words("hollins/2026-04-01")
    assert "Fingerprint" not in built.words("hollins/2026-04-01")


def test_an_edition_without_the_file_that_all_share_says_so(laid: Laid) -> None:
    laid.published("2026-03-20", hollins=charter())
    del laid.steps[0][1]["charters/council.yml"]
    laid.published("2026-09-29", hollins=charter())
    words = laid.lay(**{"hollins/2026-04-01": 1}).made().words("hollins/2026-04-01")
    assert "There was no council.yml then" in words


def test_a_charter_that_moved_or_is_gone_keeps_its_editions(laid: Laid) -> None:
    laid.published(
        "2026-03-20", hollins_estate=charter("within 4 working days"), gone=charter(title="Gone")
    )
    laid.published("2026-06-30", hollins=charter("within 4 working days"))
    built = laid.lay(**{"hollins/2026-04-01": 1, "gone/2026-04-01": 1}).made()
    moved = built.pages["areas/hollins-estate/2026-04-01/"]
    assert 'href="../../hollins/2026-04-01/"' in moved.html
    assert not moved.is_current
    del built.pages[moved.uri]
    assert built.days == ["gone/2026-04-01", "hollins/2026-04-01"]
    assert "There is no charter in its place today." in built.words("gone/2026-04-01")
    assert "1 April 2026" in built.words("gone/changes")
    assert "It is the latest" in built.words("hollins/2026-04-01")


def test_prose_comes_with_its_edition_and_words_stand_for_pictures(laid: Laid) -> None:
    laid.published("2026-03-20", hollins=charter("within 4 working days"))
    files = laid.steps[0][1]
    files["charters/hollins/about.md"] = (
        "## What it is for\n\nOld words.\n\n![The gate & more](gate.png)\n"
    )
    files["charters/hollins/gate.png"] = b"\x89PNG"
    laid.published("2026-06-30", hollins=charter("within 3 working days"))
    laid.steps[1][1]["charters/hollins/about.md"] = "<b>No</b>\n"
    laid.published("2026-09-29", hollins=charter())
    built = laid.lay(**{"hollins/2026-04-01": 1, "hollins/2026-07-01": 2}).made()
    assert "Old words. Picture: The gate & more" in built.words("hollins/2026-04-01")
    assert "<img" not in built.pages["areas/hollins/2026-04-01/"].html
    assert "It came with more words, which cannot be shown here any more." in built.words(
        "hollins/2026-07-01"
    )


def test_an_edition_sends_nobody_to_the_desks_of_then(laid: Laid) -> None:
    html = (
        three_texts(laid)
        .lay(**{"hollins/2026-04-01": 1})
        .made()
        .pages["areas/hollins/2026-04-01/"]
        .html
    )
    assert "01632" not in html
    assert 'href="tel:' not in html
    assert "teams/" not in html
    assert "by-when" not in html


def test_it_stands_as_on_its_day(laid: Laid) -> None:
    laid.published("2026-03-20", hollins=charter(review_due="2026-05"))
    words = laid.lay(**{"hollins/2026-03-21": 1, "hollins/2026-07-01": 1}).made()
    assert "This charter begins on 1 April 2026" in words.words("hollins/2026-03-21")
    assert "The review of this charter is 31 days overdue" in words.words("hollins/2026-07-01")


def test_git_is_asked_as_often_for_many_editions_as_for_one(
    laid: Laid, monkeypatch: pytest.MonkeyPatch
) -> None:
    for month in range(1, 11):
        limit = f"within {month} working days" if month > 1 else "within 1 working day"
        laid.published(f"2026-{month:02}-01", hollins=charter(limit), mill_lane=charter(limit))
    laid.lay(**{"2026-01-01": 1})
    asked: list[object] = []
    run = subprocess.run

    def counted(*arguments: Any, **options: Any) -> object:  # noqa: ANN401 - as subprocess.run has them
        asked.append(arguments)
        return run(*arguments, **options)

    history = laid.history()
    monkeypatch.setattr(subprocess, "run", counted)
    laid.made(history)
    once = len(asked)
    assert once
    monkeypatch.undo()
    for month in range(2, 11):
        laid.tag(f"2026-{month:02}-01", month)
    monkeypatch.setattr(subprocess, "run", counted)
    asked.clear()
    assert len(laid.made(history).days) == 20
    assert len(asked) == once


def test_without_git_there_are_no_editions_and_a_sentence(laid: Laid) -> None:
    three_texts(laid).lay()
    built = laid.made(UNKNOWN)
    assert built.days == []
    assert built.gaps == (
        "This site was made without git, so it knows of no earlier edition of any charter.",
    )
    assert built.gaps[0] in built.pages["changes/"].html
    assert shown(built.words("hollins"))


def test_a_shallow_clone_without_tags_says_what_may_be_missing(laid: Laid, tmp_path: Path) -> None:
    three_texts(laid).lay(**{"hollins/2026-04-01": 1})
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-tags", f"file://{laid.root}", str(clone))
    built = Laid(clone).made()
    assert built.days == []
    assert built.gaps == (
        "This site was made from a part of the history, so earlier editions may be missing.",
    )


def test_a_version_is_a_whole_day() -> None:
    with pytest.raises(ValueError, match="is no single day"):
        Charter.model_validate({**CHARTER, "version": "2026-04"})
    assert str(Charter.model_validate({**CHARTER, "version": "2026-04-01"}).version) == "2026-04-01"


def test_a_proposal_has_nothing_to_quote(laid: Laid) -> None:
    laid.published(
        "2026-03-20",
        hollins=charter(agreed="2026-03-10"),
        mill_lane=charter(agreed=None, starts="2027-01"),
    )
    text = charter(starts="2027-01").replace("agreed: '2026-03-10'\n", "")
    laid.steps[0][1]["charters/mill-lane/charter.yml"] = text
    built = laid.lay().made()
    assert "Quote this charter" in built.words("hollins")
    assert "Quote this charter" not in built.words("mill-lane")


@pytest.mark.parametrize("folder", ["", "site_builder/starters/site/"])
def test_what_publishes_fetches_all_of_the_history(folder: str) -> None:
    steps = yaml.safe_load((ROOT / f"{folder}.github/workflows/publish.yml").read_text("utf-8"))
    checkout = steps["jobs"]["build"]["steps"][0]
    assert checkout["uses"].startswith("actions/checkout@")
    # With no depth it fetches every branch and tag.
    assert checkout["with"]["fetch-depth"] == 0


def test_what_publishes_on_gitlab_fetches_all_of_the_history() -> None:
    text = (ROOT / "site_builder/starters/site/.gitlab-ci.yml").read_text("utf-8")
    assert yaml.safe_load(text)["pages"]["variables"]["GIT_DEPTH"] == "0"


# The built site ------------------------------------------------------------------------------------


def test_the_example_keeps_its_editions(built_site: Path) -> None:
    found = sorted(
        file.parent.name for file in (built_site / "areas/larkfold").glob("2026-*/index.html")
    )
    assert found == ["2026-04-01", "2026-07-01", "2026-10-01"]
    html = (built_site / "areas/larkfold/2026-04-01/index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in html
    assert re.search(r'<link rel="canonical" href="[^"]*/areas/larkfold/2026-04-01/">', html)
    assert "Suggest a change" not in html
    held = (built_site / "areas/larkfold/2026-10-01/index.html").read_text("utf-8")
    assert "the charter says the same today" in held


def test_the_sitemap_has_only_what_holds_today(built_site: Path) -> None:
    text = (built_site / "sitemap.xml").read_text("utf-8")
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<urlset ')
    listed = re.findall("<loc>(.*?)</loc>", text)
    assert any(one.endswith("/areas/larkfold/") for one in listed)
    assert not [one for one in listed if re.search(r"/areas/[^/]+/\d{4}-\d\d-\d\d/", one)]
