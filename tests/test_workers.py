"""Work on several cores: the same answers in the same order, and never a part of them."""

import functools
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from site_builder import site, workers
from site_builder.workers import PORTION, WORTH_IT, WorkStoppedError, each
from tests.conftest import ROOT

TODAY = date(2026, 6, 1)
MANY = range(WORTH_IT + PORTION + 1)
SLIP = "title: One\narea: {name: One}\nlegal_status: voluntray\n"


def _where(number: int) -> tuple[int, int]:
    return number, os.getpid()


def _stops_at(last: int, number: int) -> int:
    if number == last:
        os._exit(3)
    return number


def _breaks_at(last: int, number: int) -> int:
    if number == last:
        message = "a fault of ours"
        raise ValueError(message)
    return number


def _sleeps_after(number: int) -> int:
    if number >= PORTION:
        time.sleep(30)
    return number


def _council(folder: Path) -> Path:
    folder.mkdir()
    (folder / "council.yml").write_text("council: {name: Exampleton Council}\n", "utf-8")
    for number in MANY:
        (folder / f"area-{number}").mkdir()
        lines = SLIP if number % 3 else SLIP.replace("voluntray", "voluntary")
        (folder / f"area-{number}" / "charter.yml").write_text(lines, "utf-8")
    return folder


@pytest.mark.parametrize("number", [1, 2, 3, 50])
def test_answers_come_in_the_order_of_the_items(number: int) -> None:
    assert [item for item, _ in each(_where, MANY, number)] == list(MANY)


def test_the_work_is_done_by_as_many_processes_as_asked_for() -> None:
    who = {process for _, process in each(_where, MANY, 3)}
    assert len(who) == 3
    assert os.getpid() not in who


def test_a_few_items_start_no_process() -> None:
    assert {process for _, process in each(_where, range(WORTH_IT - 1), 3)} == {os.getpid()}


@pytest.mark.parametrize("last", [MANY[0], MANY[-1]])
def test_a_worker_that_ends_too_early_is_told(last: int) -> None:
    with pytest.raises(WorkStoppedError):
        list(each(functools.partial(_stops_at, last), MANY, 2))


def test_a_fault_in_a_worker_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(WorkStoppedError):
        list(each(functools.partial(_breaks_at, MANY[-1]), MANY, 2))
    assert "a fault of ours" in capfd.readouterr().err


def test_who_stops_reading_leaves_no_worker_behind() -> None:
    answers = each(_where, MANY, 2)
    _, process = next(answers)
    answers.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_a_worker_that_hangs_is_stopped_with_the_others() -> None:
    answers = each(_sleeps_after, MANY, 2)
    next(answers)
    start = time.monotonic()
    answers.close()
    assert time.monotonic() - start < 10


def test_problems_are_the_same_on_any_number_of_cores(tmp_path: Path) -> None:
    folder = _council(tmp_path / "charters")
    alone = site.check(folder, "charters", TODAY)
    assert alone.site is not None
    for number in (1, 2, 3):
        shared = site.check(folder, "charters", TODAY, workers=number, is_for_site=False)
        assert shared.problems == alone.problems
        assert shared.files == alone.files
        assert shared.site is None
    assert len(alone.problems) > len(MANY)


@pytest.mark.parametrize("form", ["text", "sarif"])
def test_the_report_is_the_same_to_the_byte_on_one_core_and_on_two(
    tmp_path: Path, form: str
) -> None:
    _council(tmp_path / "charters")
    reports = set()
    for number, seed in ((1, "0"), (2, "1"), (2, "2")):
        program = (
            f"from site_builder.cli import main, settings; settings.cores = lambda: {number}; "
            f"main(['check', '--format', '{form}'])"
        )
        done = subprocess.run(
            [sys.executable, "-c", program],
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 1, done.stderr.decode()
        reports.add(done.stdout)
    assert len(reports) == 1
    assert b"voluntray" in reports.pop()


def test_a_check_that_stopped_is_told_in_words(tmp_path: Path) -> None:
    program = (
        "import os; from site_builder.judged import judging; from site_builder.cli import main, settings; "
        "settings.cores = lambda: 2; judging.compile_charter = lambda *a, **k: os._exit(9); main(['check'])"
    )
    _council(tmp_path / "charters")
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Error: A part of the check stopped before its end")
    assert not done.stdout


def test_only_the_cores_that_may_be_used_are_counted() -> None:
    assert 1 <= workers.cores() <= (os.cpu_count() or 1)
