"""The past of charters, read from real repositories: what changed when, what nobody can say, and what is kept."""

import io
import json
import os
import shutil
import subprocess
import tarfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder.cache import FOLDER, Cache, head_of
from site_builder.changes.change import Effect
from site_builder.changes.version import Version
from site_builder.differences import Side, differences
from site_builder.earlier import CannotCompareError, read_in_full
from site_builder.history import kept, reading
from site_builder.history.kept import FILE
from site_builder.history.log import in_order
from site_builder.history.past import UNKNOWN, History, PastChange
from site_builder.history.pieces import Pieces
from site_builder.history.reading import Past
from site_builder.history.working_out import WorkingOut
from site_builder.model.charter import Charter
from site_builder.problems import Severity
from site_builder.site import check
from site_builder.source import read_yaml
from tests.conftest import ROOT, run
from tests.past.lay import STEPS, git

BASE = ROOT / "tests/rules/base"
HOLLINS = "hollins/charter.yml"
WHO = {
    f"GIT_{who}_{what}": "council@example.org"
    for who in ("AUTHOR", "COMMITTER")
    for what in ("NAME", "EMAIL")
}


class Council:
    """A council's repository, as its officers work in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.charters = folder / "charters"
        self.said: list[str] = []
        self.write("council.yml", (BASE / "council.yml").read_text("utf-8"))
        self.write(HOLLINS, (BASE / "charter.yml").read_text("utf-8"))

    def begun(self, day: str = "2026-01-01") -> "Council":
        git(self.folder, "init", "--quiet", "--initial-branch=main")
        self.publish(day)
        return self

    def write(self, name: str, text: str) -> None:
        (self.charters / name).parent.mkdir(parents=True, exist_ok=True)
        (self.charters / name).write_text(text, "utf-8")

    def edit(self, old: str, new: str, name: str = HOLLINS) -> None:
        text = (self.charters / name).read_text("utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def run(self, day: str, *arguments: str) -> str:
        when = f"{day}T12:00:00+00:00" if len(day) == 10 else day
        done = subprocess.run(
            ["git", *arguments],  # noqa: S607 - git's own
            cwd=self.folder,
            env={
                **{name: value for name, value in os.environ.items() if name[:4] != "GIT_"},
                **WHO,
                "GIT_CONFIG_GLOBAL": os.devnull,
                "GIT_CONFIG_SYSTEM": os.devnull,
                "GIT_AUTHOR_DATE": "2001-01-01T12:00:00+00:00",
                "GIT_COMMITTER_DATE": when,
            },
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    def publish(self, day: str, message: str = "A change") -> str:
        self.run(day, "add", "--all")
        self.run(day, "commit", "--quiet", "--allow-empty", "-m", message)
        return self.run(day, "rev-parse", "HEAD")

    def past(self) -> History:
        return Past(self.charters, Cache(self.folder), self.said.append).known()

    def published(self, old: str, new: str, day: str, name: str = HOLLINS) -> None:
        self.edit(old, new, name)
        self.publish(day)


@pytest.fixture
def council(tmp_path: Path) -> Council:
    return Council(tmp_path / "council").begun()


@pytest.fixture(autouse=True)
def _nothing_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)


def told(history: History) -> list[tuple[str, str, str, str]]:
    """Give the day, the folder, what it is about and the verdict of each change, newest first."""
    return [
        (one.published.isoformat(), one.slug, f"{one.kind}/{one.about}/{one.field}", one.verdict)
        for one in history.changes
    ]


FIRST = ("2026-01-01", "hollins", "//", "new")
LITTER = "standards/litter/removed"
SLOWER = ("within 5 working days", "within 9 working days")
FASTER = ("within 5 working days", "within 2 working days")


def removed(version: Version | None) -> list[str]:
    assert version is not None
    return [str(row.removed) for one in version.group.standards for row in one.targets]


# What is read


def test_each_publication_tells_what_it_changed(council: Council) -> None:
    council.published(*SLOWER, "2026-02-01")
    council.published("Private land", "Land that is not ours", "2026-03-01")
    past = council.past()
    assert told(past) == [
        ("2026-03-01", "hollins", "standards/litter/not_covered", "cannot be compared"),
        ("2026-02-01", "hollins", LITTER, "weaker"),
        FIRST,
    ]
    assert (past.begins, past.is_whole, past.gaps) == (date(2026, 1, 1), True, ())
    assert past.changes[1].area == "Hollins"
    assert "now removed within <strong>9&nbsp;working days</strong>" in past.changes[1].sentence


def test_comments_order_and_other_files_are_no_change(council: Council) -> None:
    council.edit("title:", "# Read this first.\ntitle:")
    council.write("about.md", "# About\n")
    council.publish("2026-02-01")
    assert told(council.past()) == [FIRST]


def test_a_change_takes_effect_on_the_day_that_its_reason_names(council: Council) -> None:
    council.edit(*SLOWER)
    reason = "changes:\n  - date: 2026-{}\n    about: [litter]\n    reason: {}\n    agreed_by: The panel\n"
    with_reason = (council.charters / HOLLINS).read_text("utf-8") + reason.format("04", "One van.")
    council.write(HOLLINS, with_reason)
    council.publish("2026-02-01")
    # That reason says nothing of what is changed later.
    council.published("within 9 working days", "within 10 working days", "2026-05-01")
    newer, older, _ = council.past().changes
    assert (older.took_effect, older.reason, older.agreed_by) == (
        date(2026, 4, 1),
        "One van.",
        "The panel",
    )
    assert (newer.took_effect, newer.reason, newer.agreed_by) == (date(2026, 5, 1), None, None)


def test_what_is_withdrawn_ends_on_the_day_that_it_says(council: Council) -> None:
    council.published(
        "    promise: We will pick up litter.",
        "    promise: We will pick up litter.\n    withdrawn: {date: 2026-09-30, reason: It costs too much.}",
        "2026-02-01",
    )
    assert council.past().changes[0].took_effect == date(2026, 9, 30)


def test_a_charter_begins_on_the_day_that_it_says(council: Council) -> None:
    (begun,) = council.past().changes
    assert (begun.took_effect, begun.published) == (date(2026, 4, 1), date(2026, 1, 1))
    assert begun.sentence.endswith("this charter is new. It holds from 1 April 2026.")


def test_a_proposal_is_told_as_one_until_it_is_settled(tmp_path: Path) -> None:
    council = Council(tmp_path / "council")
    asked = "consultation:\n  closes: 2026-02-28\n  how: Write to us.\n"
    settled = "agreed: 2026-03-10\nstarts: 2026-04-01\n"
    council.edit(settled, asked)
    council.begun("2026-01-01")
    council.published(*SLOWER, "2026-02-01")
    council.published(asked, settled, "2026-03-12")
    starts, slower, proposed = council.past().changes
    assert (proposed.verdict, proposed.took_effect) == (Effect.PROPOSED, date(2026, 1, 1))
    assert proposed.sentence.endswith(
        "this is a proposal. Nothing in it is promised yet. People are asked about it until 28 February 2026."
    )
    assert slower.sentence.endswith("This charter is a proposal: nothing in it is promised yet.")
    assert (starts.verdict, starts.field) == (Effect.NEW, "agreed")
    assert (starts.published, starts.took_effect) == (date(2026, 3, 12), date(2026, 4, 1))
    assert starts.sentence.endswith(
        "this was a proposal. It is settled now, and its promises hold from 1 April 2026."
    )


@pytest.mark.parametrize(
    ("days", "gone", "again"),
    [
        ("from: 2026-05-04", "2026-06-20", date(2026, 6, 20)),
        ("from: 2026-05-04\n      to: 2026-06-10", "2026-06-20", date(2026, 6, 11)),
        ("from: 2026-05-04\n      to: 2026-07", "2026-06-20", date(2026, 6, 20)),
    ],
)
def test_a_notice_holds_from_its_first_day_until_it_is_over(
    council: Council, days: str, gone: str, again: date
) -> None:
    before = "      - Private land\n"
    notice = f"    notice:\n      says: There is a backlog.\n      {days}\n"
    council.published(before, before + notice, "2026-05-01")
    council.published(notice, "", gone)
    restored, worse, _ = council.past().changes
    assert (worse.verdict, worse.took_effect) == (Effect.WORSE, date(2026, 5, 4))
    assert (restored.verdict, restored.took_effect) == (Effect.RESTORED, again)
    assert restored.published == date.fromisoformat(gone)


def test_a_suspension_holds_from_its_first_day(council: Council) -> None:
    before = "      - Private land\n"
    off = "    suspended:\n      from: 2026-05-04\n      reason: The van broke.\n"
    council.published(before, before + off, "2026-05-01")
    assert council.past().changes[0].took_effect == date(2026, 5, 4)


def test_what_was_not_committed_is_no_history(council: Council) -> None:
    before = council.past()
    council.edit(*SLOWER)
    council.write("elsewhere/charter.yml", (BASE / "charter.yml").read_text("utf-8"))
    assert told(council.past()) == told(before) == [FIRST]


def test_a_charter_comes_goes_and_comes_back(council: Council) -> None:
    text = (BASE / "charter.yml").read_text("utf-8").replace("Hollins", "Mill Lane")
    council.write("mill-lane/charter.yml", text)
    council.publish("2026-02-01")
    shutil.rmtree(council.charters / "mill-lane")
    council.publish("2026-03-01")
    council.write("mill-lane/charter.yml", text)
    council.publish("2026-04-01")
    past = council.past()
    assert told(past) == [
        ("2026-04-01", "mill-lane", "//", "new"),
        ("2026-03-01", "mill-lane", "//", "withdrawn"),
        ("2026-02-01", "mill-lane", "//", "new"),
        FIRST,
    ]
    assert past.changes[1].area == "Mill Lane"
    days = [past.charter_on("mill-lane", date(2026, month, 15)) is None for month in range(1, 5)]
    assert days == [True, False, True, False]


@pytest.mark.parametrize(
    ("old", "new"), [("Hollins", "Hollins"), ("title: Hollins", "title: The Hollins")]
)
def test_a_folder_that_is_renamed_keeps_its_history(council: Council, old: str, new: str) -> None:
    council.published(*SLOWER, "2026-02-01")
    shutil.move(council.charters / "hollins", council.charters / "the-hollins")
    council.published(old, new, "2026-03-01", "the-hollins/charter.yml")
    past = council.past()
    assert {one.slug for one in past.changes} == {"the-hollins"}
    assert [one.folder for one in past.of("the-hollins") if one.field == "removed"] == ["hollins"]
    moved = next(one for one in past.changes if one.published == date(2026, 3, 1))
    assert (moved.verdict, moved.folder) == (Effect.HOUSEKEEPING, "")
    assert "has moved from areas/hollins/ to areas/the-hollins/." in moved.sentence
    assert removed(past.charter_on("the-hollins", date(2026, 1, 31))) == ["within 5 working days"]
    assert past.charter_on("hollins", date(2026, 1, 31)) is None


def test_another_charter_of_the_same_make_is_no_renamed_one(council: Council) -> None:
    text = (council.charters / HOLLINS).read_text("utf-8")
    shutil.rmtree(council.charters / "hollins")
    council.write("mill-lane/charter.yml", text.replace("Hollins", "Mill Lane"))
    council.publish("2026-02-01")
    assert told(council.past())[:2] == [
        ("2026-02-01", "hollins", "//", "withdrawn"),
        ("2026-02-01", "mill-lane", "//", "new"),
    ]


def test_a_merge_is_published_on_the_day_that_it_is_merged(council: Council) -> None:
    council.run("2026-02-01", "switch", "--quiet", "--create", "proposal")
    council.published(*SLOWER, "2026-02-01")
    council.published("within 9 working days", "within 8 working days", "2026-02-02")
    council.run("2026-02-01", "switch", "--quiet", "main")
    council.published("Private land", "Farm land", "2026-02-20")
    council.run("2026-03-01", "merge", "--quiet", "--no-ff", "-m", "Merged", "proposal")
    assert told(council.past()) == [
        ("2026-03-01", "hollins", LITTER, "weaker"),
        ("2026-02-20", "hollins", "standards/litter/not_covered", "cannot be compared"),
        FIRST,
    ]


def test_a_day_is_that_of_whoever_published(council: Council) -> None:
    council.edit(*SLOWER)
    council.publish("2026-06-01T00:30:00+01:00")
    assert council.past().changes[0].published == date(2026, 6, 1)


# council.yml


def test_a_change_of_council_yml_is_told_for_each_charter_that_it_alters(council: Council) -> None:
    council.edit("    topic: litter\n", "    follows: fly-tips\n")
    council.edit("    targets:\n      - removed: within 5 working days\n", "")
    text = (BASE / "charter.yml").read_text("utf-8").replace("Hollins", "Mill Lane")
    council.write("mill-lane/charter.yml", text)
    council.publish("2026-02-01")
    reason = "changes:\n  - date: 2026-04-01\n    about: [fly-tips]\n    reason: A van was sold.\n"
    council.edit("within 3 working days", "within 4 working days", "council.yml")
    shared = (council.charters / "council.yml").read_text("utf-8")
    council.write("council.yml", shared + reason)
    council.publish("2026-03-01")
    change = council.past().changes[0]
    assert told(council.past())[0] == ("2026-03-01", "hollins", LITTER, "weaker")
    assert (change.took_effect, change.reason) == (date(2026, 4, 1), "A van was sold.")
    assert told(council.past())[1][0] == "2026-02-01"


def test_what_all_charters_lead_to_is_told_for_all(council: Council) -> None:
    council.published("01632 960009", "01632 960010", "2026-02-01", "council.yml")
    assert told(council.past())[0][:3] == ("2026-02-01", "hollins", "routes/night-line/phone")


# What cannot be said


def test_a_version_that_cannot_be_read_is_named_and_the_rest_is_compared(council: Council) -> None:
    council.edit(*SLOWER)
    council.edit("title:", "titel:")
    council.publish("2026-02-01")
    council.published("name: Exampleton Homes", "name: Homes", "2026-02-10", "council.yml")
    council.published("titel:", "title:", "2026-03-01")
    past = council.past()
    assert told(past)[0] == ("2026-03-01", "hollins", LITTER, "weaker")
    (gap,) = past.gaps
    assert gap.startswith("'charters/hollins/charter.yml' cannot be read as it was published on 1 ")
    assert "1 February 2026" in gap
    assert "line 1: " in gap
    assert council.said == [gap]
    assert past.charter_on("hollins", date(2026, 2, 15)) is None
    assert removed(past.charter_on("hollins", date(2026, 3, 1))) == ["within 9 working days"]


def test_a_council_yml_that_cannot_be_read_stands_for_nothing(council: Council) -> None:
    council.published("council:", "counsel:", "2026-02-01", "council.yml")
    council.published(*SLOWER, "2026-02-10")
    council.published("counsel:", "council:", "2026-03-01", "council.yml")
    past = council.past()
    assert told(past)[0] == ("2026-02-10", "hollins", LITTER, "weaker")
    (gap,) = past.gaps
    assert gap.startswith("'charters/council.yml' cannot be read as it was published on 1 February")


def test_a_first_version_that_cannot_be_read_makes_no_second_one_new(tmp_path: Path) -> None:
    council = Council(tmp_path / "council")
    council.edit("title:", "titel:")
    council.begun()
    council.published("titel:", "title:", "2026-02-01")
    council.published(*SLOWER, "2026-03-01")
    assert told(council.past()) == [("2026-03-01", "hollins", LITTER, "weaker")]


def test_without_a_council_yml_it_is_said_from_when_something_is_known(tmp_path: Path) -> None:
    council = Council(tmp_path / "council")
    shared = (council.charters / "council.yml").read_text("utf-8")
    (council.charters / "council.yml").unlink()
    council.begun()
    assert council.past().gaps == (
        "There was no 'council.yml' that can be read to this day, so what the charters promised then is not known.",
    )
    council.write("council.yml", shared)
    council.publish("2026-02-01")
    past = council.past()
    assert "before 1 February 2026" in past.gaps[0]
    assert past.changes == ()
    assert past.charter_on("hollins", date(2026, 1, 15)) is None
    assert past.charter_on("hollins", date(2026, 2, 1)) is not None


def test_a_shallow_clone_begins_where_it_begins(council: Council, tmp_path: Path) -> None:
    council.published(*SLOWER, "2026-02-01")
    council.published("within 9 working days", "within 6 working days", "2026-03-01")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=2", council.folder.as_uri(), "clone")
    past = Past(clone / "charters", Cache(clone), council.said.append).known()
    assert told(past) == [("2026-03-01", "hollins", LITTER, "stronger")]
    assert (past.begins, past.is_whole) == (date(2026, 2, 1), False)
    assert past.charter_on("hollins", date(2026, 1, 15)) is None
    assert removed(past.charter_on("hollins", date(2026, 2, 1))) == ["within 9 working days"]


def test_without_a_repository_nothing_is_known(tmp_path: Path) -> None:
    council = Council(tmp_path / "council")
    assert council.past() is UNKNOWN
    git(council.folder, "init", "--quiet")
    assert council.past() is UNKNOWN
    assert UNKNOWN.charter_on("hollins", date(2026, 1, 1)) is None


def test_without_git_nothing_is_known(
    council: Council, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert council.past() is UNKNOWN


def test_a_repository_that_git_refuses_says_so(council: Council) -> None:
    (council.folder / ".git/config").write_text("[core\n", "utf-8")
    (gap,) = council.past().gaps
    assert gap.startswith("The history of the charters could not be read. Git says: ")


def test_a_charters_folder_may_be_the_repository_itself(council: Council) -> None:
    git(council.charters, "init", "--quiet", "--initial-branch=main")
    own = Council.__new__(Council)
    own.folder = own.charters = council.charters
    own.said = []
    own.publish("2026-05-01")
    assert told(own.past()) == [("2026-05-01", "hollins", "//", "new")]


@pytest.mark.parametrize("name", ["*", "a[b]c", "-x", "år", 'q"uote', "a b"])
def test_the_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    council = Council(tmp_path / "council")
    council.charters = council.charters.rename(council.folder / name)
    council.begun()
    council.write("../elsewhere/hollins/charter.yml", "title: Another\n")
    council.published(*SLOWER, "2026-02-01")
    assert told(council.past())[1:] == [FIRST]


def test_links_and_names_that_nobody_may_write_are_not_followed(
    council: Council, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.yml"
    secret.write_text((BASE / "charter.yml").read_text("utf-8"), "utf-8")
    (council.charters / "linked").mkdir()
    (council.charters / "linked/charter.yml").symlink_to(secret)
    for name in ("..hidden", ".git-like", "UPPER", "con", "a\nb", "\x01odd", ":100644"):
        council.write(f"{name}/charter.yml", (BASE / "charter.yml").read_text("utf-8"))
    council.publish("2026-02-01")
    shutil.rmtree(council.charters / "hollins")
    (council.charters / "hollins").symlink_to(tmp_path)
    council.publish("2026-03-01")
    past = council.past()
    assert told(past) == [("2026-03-01", "hollins", "//", "withdrawn"), FIRST]
    assert past.gaps == ()


def test_a_huge_file_of_old_is_not_loaded(council: Council) -> None:
    small = (council.charters / HOLLINS).read_text("utf-8")
    council.write(HOLLINS, small + "# " + "x" * 3 * 1024**2 + "\n")
    council.publish("2026-02-01")
    council.write(HOLLINS, small.replace(*SLOWER))
    council.publish("2026-03-01")
    past = council.past()
    assert told(past)[0] == ("2026-03-01", "hollins", LITTER, "weaker")
    assert "1 February 2026" in past.gaps[0]
    assert past.gaps[0].endswith("It is bigger than 1 MB, which no charter is.")


# Clocks


def days(*said: str) -> list[date]:
    return [date.fromisoformat(f"2026-{one}") for one in said]


@pytest.mark.parametrize(
    ("said", "put"),
    [
        ((), ()),
        (("01-01", "01-02", "01-02"), ("01-01", "01-02", "01-02")),
        (("01-01", "09-09", "01-03", "01-04"), ("01-01", "01-01", "01-03", "01-04")),
        (("03-01", "03-02", "01-01", "03-04"), ("03-01", "03-02", "03-02", "03-04")),
        (("09-09", "01-02", "01-03"), ("01-02", "01-02", "01-03")),
    ],
)
def test_a_wrong_clock_moves_no_other_day(said: tuple[str, ...], put: tuple[str, ...]) -> None:
    assert in_order(days(*said)) == days(*put)


def test_a_wrong_clock_does_not_reorder(council: Council) -> None:
    council.published(*SLOWER, "2031-01-01")
    council.published("within 9 working days", "within 6 working days", "2026-02-01")
    council.published("within 6 working days", "within 7 working days", "2026-03-01")
    past = council.past()
    assert [one[3] for one in told(past)] == ["weaker", "stronger", "weaker", "new"]
    assert [one[0][:7] for one in told(past)] == ["2026-03", "2026-02", "2026-01", "2026-01"]
    assert removed(past.charter_on("hollins", date(2026, 1, 1))) == ["within 9 working days"]


# What is kept


def warm_and_cold(council: Council) -> tuple[History, History]:
    warm = council.past()
    shutil.rmtree(council.folder / FOLDER, ignore_errors=True)
    return warm, council.past()


def test_what_is_kept_tells_the_same(council: Council, monkeypatch: pytest.MonkeyPatch) -> None:
    council.published(*SLOWER, "2026-02-01")
    council.published("title:", "titel:", "2026-02-02")
    council.published("titel:", "title:", "2026-02-03")
    shutil.move(council.charters / "hollins", council.charters / "the-hollins")
    council.published("9 working", "8 working", "2026-03-01", "the-hollins/charter.yml")
    cold = council.past()
    with monkeypatch.context() as none:
        none.setattr(WorkingOut, "_work", lambda *_: pytest.fail("all of it was known"))
        none.setattr(Pieces, "read", lambda *_: pytest.fail("all of it was known"))
        warm = council.past()
    assert warm == cold
    assert cold.gaps
    council.published("8 working", "7 working", "2026-04-01", "the-hollins/charter.yml")
    warm, cold = warm_and_cold(council)
    assert warm == cold
    assert len(cold.changes) == len(told(cold)) == 5


def test_a_rewritten_history_is_read_anew(council: Council) -> None:
    council.published(*SLOWER, "2026-02-01")
    council.past()
    council.run("2026-02-01", "reset", "--quiet", "--hard", "HEAD~1")
    council.published(*FASTER, "2026-02-02")
    warm, cold = warm_and_cold(council)
    assert told(warm)[0] == ("2026-02-02", "hollins", LITTER, "stronger")
    assert warm == cold


def test_only_what_was_asked_for_stays_kept(council: Council) -> None:
    council.published(*SLOWER, "2026-02-01")
    council.past()
    council.run("2026-02-01", "reset", "--quiet", "--hard", "HEAD~1")
    council.past()
    body = (council.folder / FOLDER / FILE).read_bytes().split(b"\n", 1)[1]
    assert len(json.loads(body)["steps"]) == 1


def sealed(data: object) -> bytes:
    body = json.dumps(data).encode()
    return head_of(body) + b"\n" + body


def forged(council: Council, change: Callable[[dict[str, list[object]]], object]) -> bytes:
    """Give what is kept, changed by somebody who can also seal it."""
    content = (council.folder / FOLDER / FILE).read_bytes()
    data = json.loads(content.split(b"\n", 1)[1])
    (entry,) = [one for one in data["steps"].values() if one[1] and one[1][0][3] == "weaker"]
    change(entry)
    return sealed(data)


BROKEN: Mapping[str, Callable[[Council, bytes], bytes]] = {
    "empty": lambda _, __: b"",
    "cut off": lambda _, old: old[: len(old) // 2],
    "one letter other": lambda _, old: old.replace(b"This is weaker", b"This is Weaker"),
    "no JSON": lambda _, __: head_of(b"{") + b"\n{",
    "very deep": lambda _, __: head_of(b"[" * 100_000) + b"\n" + b"[" * 100_000,
    "of another program": lambda _, old: b"charters " + b"0" * 64 + old[old.index(b" ", 9) :],
    "of another form": lambda _, __: sealed({"steps": [], "facts": {}, "councils": {}}),
    "a list": lambda _, __: sealed([]),
    "markup": lambda one, _: forged(one, lambda e: e[1][0].__setitem__(4, "<script>")),  # type: ignore[index]
    "an event": lambda one, _: forged(one, lambda e: e[1][0].__setitem__(4, "<strong onclick=x>")),  # type: ignore[index]
    "no such verdict": lambda one, _: forged(one, lambda e: e[1][0].__setitem__(3, "best")),  # type: ignore[index]
    "no such day": lambda one, _: forged(one, lambda e: e[1][0].__setitem__(5, "2026-02-31")),  # type: ignore[index]
    "too short": lambda one, _: forged(one, lambda e: e[1][0].pop()),  # type: ignore[attr-defined]
    "no text": lambda one, _: forged(one, lambda e: e.__setitem__(0, 5)),
}


@pytest.mark.parametrize("how", BROKEN)
def test_what_is_broken_or_forged_is_thrown_away(council: Council, how: str) -> None:
    council.published(*SLOWER, "2026-02-01")
    cold = council.past()
    file = council.folder / FOLDER / FILE
    good = file.read_bytes()
    file.write_bytes(BROKEN[how](council, good))
    assert kept.load(Cache(council.folder)) == kept.Kept()
    assert council.past() == cold
    assert file.read_bytes() == good


def test_what_is_whole_is_believed(council: Council) -> None:
    council.published(*SLOWER, "2026-02-01")
    council.past()
    file = council.folder / FOLDER / FILE
    file.write_bytes(forged(council, lambda entry: entry.__setitem__(0, "Nowhere")))
    assert council.past().changes[0].area == "Nowhere"


def test_what_somebody_has_committed_is_not_believed(council: Council) -> None:
    council.published(*SLOWER, "2026-02-01")
    cold = council.past()
    file = council.folder / FOLDER / FILE
    file.write_bytes(forged(council, lambda entry: entry.__setitem__(0, "Nowhere")))
    council.run("2026-03-01", "add", "--force", FOLDER)
    assert council.past() == cold


@pytest.mark.parametrize("linked", ["folder", "file"])
def test_no_link_is_followed_to_keep_something(
    council: Council, tmp_path: Path, linked: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder = council.folder / FOLDER
    if linked == "folder":
        folder.symlink_to(elsewhere)
    else:
        folder.mkdir()
        (elsewhere / "file").write_text("Mine", "utf-8")
        (folder / FILE).symlink_to(elsewhere / "file")
    first, second = council.past(), council.past()
    assert first == second
    assert [file.read_text("utf-8") for file in elsewhere.iterdir()] == (
        [] if linked == "folder" else ["Mine"]
    )


def test_where_nothing_can_be_written_nothing_is_kept(council: Council) -> None:
    (council.folder / FOLDER).write_text("A file in the way", "utf-8")
    assert council.past() == council.past()


def test_git_passes_over_what_is_kept(council: Council) -> None:
    council.past()
    assert council.run("2026-02-01", "status", "--porcelain") == ""


def test_a_preview_reads_it_once_for_each_publication(
    council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    real = reading.read_history

    def counted(*arguments: object) -> History:
        read.append(str(arguments[1]))
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "read_history", counted)
    past = Past(council.charters, Cache(council.folder), council.said.append)
    first = past.known()
    council.edit(*SLOWER)
    assert past.known() is first
    head = council.publish("2026-02-01")
    assert len(past.known().changes) == 2
    assert read[1:] == [head]


def test_a_build_shows_it_and_tells_of_gaps_as_notes(council: Council) -> None:
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").replace("custom_dir: overrides", "")
    (council.folder / "mkdocs.yml").write_text(
        settings.replace("extra_css:\n  - assets/council.css\n", ""), "utf-8"
    )
    council.edit("title:", "titel:")
    council.publish("2026-02-01")
    council.edit("titel:", "title:")
    council.published(*SLOWER, "2026-03-01")
    done = run(council.folder, "site_builder.cli", "build")
    assert done.returncode == 0, done.stderr
    assert "note: 'charters/hollins/charter.yml' cannot be read" in done.stdout
    page = (council.folder / "site/areas/hollins/changes/index.html").read_text("utf-8")
    assert "now removed within <strong>9" in page
    assert (council.folder / FOLDER / FILE).is_file()


# All of it, held against the differences of each two versions

LINES = (BASE / "charter.yml").read_text("utf-8").splitlines(keepends=True)
EDITS = st.sampled_from(
    (
        ("within 5 working days", "within 7 days"),
        ("within 7 days", "within 2 hours"),
        ("within 2 hours", "within 5 working days"),
        ("Private land", "Farm land"),
        ("Farm land", "Private land"),
        ("    topic: litter\n", "    topic: litter\n    share: 80%\n"),
        ("    share: 80%\n", "    share: 90%\n"),
        ("roles:\n", "roles:\n  - id: more\n    name: More\n    does:\n      - Something else\n"),
        ("    not_covered:\n", "    routes: [form]\n    not_covered:\n"),
        ("title: Hollins", "title: The Hollins"),
        ("name: Streets desk", "name: Desk of the streets"),
        ("01632 960001", "01632 960111"),
        ("    routes: [desk]\n", "    routes: [form]\n"),
        ("within 3 working days", "within 4 working days"),
        ("name: Exampleton Homes", "name: Homes of Exampleton"),
        ("council:\n", "for_all_standards:\n  results: every month\ncouncil:\n"),
        ("council:\n", "# A remark\ncouncil:\n"),
        ("    follows: fly-tips\n", "    topic: litter\n"),
        ("    topic: litter\n", "    follows: fly-tips\n"),
        ("      - any time\n", "      - Monday to Friday 08:00 to 18:00\n"),
        ("means: ", "means: Nearly "),
    )
)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(EDITS, min_size=1, max_size=5))
def test_the_history_is_the_differences_of_each_two_versions(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("history")
    council = Council(folder / "council").begun()
    last = shutil.copytree(council.charters, folder / "0")
    expected = []
    for n, (old, new) in enumerate(edits, 1):
        for name in (HOLLINS, "council.yml"):
            text = (council.charters / name).read_text("utf-8")
            council.write(name, text.replace(old, new, 1))
        found = differences(Side(last, "old", "old"), Side(council.charters, "new", "new"))
        expected.append([str(change.sentence) for change in found.changes()])
        if found.unread:  # an edit made twice: it is taken back
            shutil.copytree(last, council.charters, dirs_exist_ok=True)
        last = shutil.copytree(council.charters, folder / str(n))
        council.publish(f"2026-02-{n:02d}")
    past = council.past()
    by_day: list[list[str]] = [[] for _ in edits]
    for one in past.changes:
        if one.published.month == 2:
            by_day[one.published.day - 1].append(str(one.sentence))
    assert by_day == expected
    warm, cold = council.past(), warm_and_cold(council)[1]
    assert past == warm == cold


@given(st.lists(EDITS, max_size=6))
@settings(max_examples=30, deadline=None)
def test_a_file_is_read_in_pieces_as_it_is_as_a_whole(edits: list[tuple[str, str]]) -> None:
    pieces, text = Pieces(Charter), "".join(LINES)
    for old, new in [("", ""), *edits]:
        text = text.replace(old, new, 1)
        assert read(pieces, text) == read_whole(text)


def read(pieces: Pieces[Charter], text: str) -> object:
    try:
        return pieces.read(text.encode(), HOLLINS)
    except CannotCompareError as error:
        return error.problem


def read_whole(text: str) -> object:
    try:
        return read_in_full(Charter, *read_yaml(text, HOLLINS))[1]
    except CannotCompareError as error:
        return error.problem


@pytest.mark.parametrize(
    "ending",
    [
        'summary: "Two\n  - id: more\nlines"\n',
        "summary: >-\n  - id: more\n\n  area: none\n",
        "summary: one\n  - two\n",
        "pledges:\n# Nobody's.\n\n  - id: a\n    pledge: We sweep.\n    by: streets\n  # The end\n",
        "pledges:\n- id: a\n  by: streets\n  pledge: We sweep.\n- id: b\n  by: streets\n  pledge: We cut.\n",
        "pledges: [{id: a, by: streets, pledge: We sweep.}]\n",
        "pledges:\n  - id: a\n    by: streets\n    pledge: &a We sweep.\n  - id: b\n    by: streets\n    pledge: *a\n",
        "title: Again\n",
        "---\ntitle: Another\n",
        "%YAML 1.2\n",
        "edition:\n",
        "edition: tbc\n",
        "pledges:\n  - id: a\n    by: streets\n    pledge: ____\n",
        "? edition\n: First\n",
        "'edition': First\n",
        "\tedition: First\n",
    ],
)
def test_whatever_stands_in_a_file_pieces_change_nothing(ending: str) -> None:
    text = "".join(line for line in LINES if not line.startswith("summary:")) + ending
    pieces = Pieces(Charter)
    read(pieces, "".join(LINES))
    for _ in range(2):
        assert read(pieces, text) == read_whole(text)


# The example council


def test_the_example_council_has_a_past(tmp_path: Path, built_site: Path) -> None:
    repository = built_site.parent
    past = Past(repository / "charters", Cache(tmp_path), [].append).known()
    assert past.gaps == ()
    assert past.is_whole
    assert past.begins == STEPS[0]["date"]
    assert {one.verdict for one in past.changes} >= {
        Effect.STRONGER,
        Effect.WEAKER,
        Effect.NEW,
        Effect.WITHDRAWN,
        Effect.HOUSEKEEPING,
    }
    for slug in ("larkfold", "station-quarter", "town-centre"):
        assert any(_has_reason(one) for one in past.of(slug)), slug
    assert not (repository / ".git/index.lock").exists()
    assert git(repository, "status", "--porcelain", "charters") == b""


def _has_reason(change: PastChange) -> bool:
    return bool(change.reason and change.agreed_by and change.took_effect != change.published)


def test_every_version_of_the_example_could_be_published_on_its_day(
    tmp_path: Path, built_site: Path
) -> None:
    for line in git(built_site.parent, "log", "--format=%H %cs").decode().splitlines():
        commit, day = line.split()
        folder = tmp_path / commit
        folder.mkdir()
        packed = git(built_site.parent, "archive", commit, "charters")
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
        checked = check(folder / "charters", "charters", date.fromisoformat(day))
        errors = [one for one in checked.problems if one.severity is Severity.ERROR]
        assert not errors, day
