"""The site is put in place whole or not at all, and nobody's folder is ever wiped."""

import errno
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from site_builder import engine
from site_builder.publish import PublishError, publish
from site_builder.site_folder import MARKER, mark
from site_builder.swap import exchange, mend, swap
from site_builder.trim import trim
from site_builder.turn import TakenError, turn

ROOT = Path(__file__).parents[1]
CONFIG = """\
site_name: Exampleton
docs_dir: charters
theme:
  name: null
  custom_dir: theme
plugins: []
hooks: [hook.py]
"""


class Council:
    """A folder with a configuration and one page, as small as the engine takes it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.config = folder / "mkdocs.yml"
        self.site = folder / "site"
        self.said: list[str] = []
        self.started: list[subprocess.Popen[str]] = []
        (folder / "charters").mkdir(parents=True)
        (folder / "theme").mkdir()
        (folder / "theme/main.html").write_text("{{ page.content }}<!-- whole -->")
        self.config.write_text(CONFIG)
        self.hook("")
        self.words("the first site")

    def words(self, words: str) -> None:
        (self.folder / "charters/index.md").write_text(words)

    def hook(self, code: str) -> None:
        (self.folder / "hook.py").write_text(code)

    def is_free(self) -> bool:
        try:
            with turn(self.folder / f".{self.site.name}.lock"):
                return True
        except TakenError:
            return False

    def publish(
        self,
        site: Path | None = None,
        *,
        strict: bool = False,
        keep: tuple[Path, ...] = (),
        engine_name: str = "mkdocs",
        exchange: Callable[[Path, Path], bool] = exchange,
    ) -> None:
        publish(
            self.config,
            site or self.site,
            strict=strict,
            say=self.said.append,
            keep=keep,
            engine_name=engine_name,
            exchange=exchange,
        )

    def start(self) -> subprocess.Popen[str]:
        # A shell that runs tests in the background has them ignore SIGINT, and so would the build.
        code = (
            "import signal, sys; from pathlib import Path; from site_builder.publish import publish;"
            "signal.signal(signal.SIGINT, signal.default_int_handler);"
            "publish(Path(sys.argv[1]), Path(sys.argv[2]), strict=False, say=print)"
        )
        command = subprocess.Popen(
            [sys.executable, "-c", code, str(self.config), str(self.site)],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.started.append(command)
        return command

    def stop(self) -> None:
        for command in self.started:
            with command:
                command.kill()

    @property
    def home(self) -> str:
        return (self.site / "index.html").read_text()

    @property
    def left_over(self) -> list[str]:
        return sorted(path.name for path in self.folder.glob(".*"))


@pytest.fixture
def council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Council]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1775001600")  # the same site again, even at midnight
    council = Council(tmp_path / "council")
    yield council
    council.stop()


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def wait_until(true: Callable[[], bool], *, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


# --- The good way -------------------------------------------------------------------------------


def test_a_build_publishes_the_site_and_replaces_all_of_the_last_one(council: Council) -> None:
    council.publish()
    (council.site / "gone.html").write_text("a page of the last site")
    council.words("the second site")
    council.publish()
    assert "the second site" in council.home
    assert not (council.site / "gone.html").exists()
    assert (council.site / MARKER).read_text().count("\n") == 1
    assert council.left_over == []
    assert council.said == []


def test_a_page_that_has_not_changed_stays_the_same_file(council: Council) -> None:
    still = council.folder / "charters/still.md"
    still.write_text("as it was")
    council.publish()
    before = {name: (council.site / name).stat() for name in ("index.html", "still/index.html")}
    council.words("the second site")
    council.publish()
    after = {name: (council.site / name).stat() for name in before}
    assert after["still/index.html"].st_mtime_ns == before["still/index.html"].st_mtime_ns
    assert after["still/index.html"].st_ino == before["still/index.html"].st_ino
    assert after["index.html"].st_ino != before["index.html"].st_ino
    assert "the second site" in council.home


def test_the_site_is_open_to_the_web_server_and_keeps_the_mode_it_had(council: Council) -> None:
    council.publish()
    assert council.site.stat().st_mode & 0o777 == 0o777 & ~_umask()
    council.site.chmod(0o750)
    council.publish()
    assert council.site.stat().st_mode & 0o777 == 0o750


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_the_site_may_go_into_an_empty_folder_and_into_folders_not_made_yet(
    council: Council,
) -> None:
    council.site.mkdir()
    council.publish()
    assert "the first site" in council.home
    deep = council.folder / "out/public/charters"
    council.publish(deep)
    assert (deep / "index.html").is_file()


def test_the_fork_of_the_engine_publishes_too(council: Council) -> None:
    pytest.importorskip("properdocs")
    council.publish(engine_name="properdocs")
    assert "the first site" in council.home


def test_source_maps_and_unused_search_languages_are_left_out(council: Council) -> None:
    scripts = council.folder / "charters/assets/javascripts"
    (scripts / "lunr/min").mkdir(parents=True)
    for name in ("a.js", "a.js.map", "lunr/wordcut.js", "lunr/min/lunr.de.min.js"):
        (scripts / name).write_text("x")
    (council.folder / "charters/street.map").write_text("a map of streets, not of a source")
    council.publish()
    kept = {path.name for path in council.site.rglob("*") if path.is_file()}
    assert {"a.js", "street.map"} <= kept
    assert not kept & {"a.js.map", "wordcut.js", "lunr.de.min.js"}
    assert not (council.site / "assets/javascripts/lunr").exists()


@pytest.mark.parametrize(
    ("languages", "kept"),
    [
        ('["en"]', set()),
        ('["en", "ja"]', {"lunr.ja", "lunr.multi", "lunr.stemmer.support", "tinyseg"}),
    ],
)
def test_the_search_keeps_the_languages_that_it_is_set_to(
    tmp_path: Path, languages: str, kept: set[str]
) -> None:
    folder = tmp_path / "assets/javascripts/lunr"
    (folder / "min").mkdir(parents=True)
    for name in ("ja", "de", "multi", "stemmer.support"):
        (folder / f"min/lunr.{name}.min.js").touch()
    (folder / "tinyseg.js").touch()
    (folder / "wordcut.js").touch()
    (tmp_path / "search").mkdir()
    index = tmp_path / "search/search_index.json"
    index.write_text(f'{{"config": {{"lang": {languages}}}, "docs": []}}')
    trim(tmp_path)
    left = {path.name.removesuffix(".js").removesuffix(".min") for path in folder.rglob("*.js")}
    assert left == kept


# --- A failed build -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "hook", "said", "ended"),
    [
        pytest.param(
            "[a page](nowhere.md)",
            "",
            r"warning: .*nowhere\.md",
            "found 1 problem.",
            id="a link to a page that is not there",
        ),
        pytest.param(
            "x",
            "def on_page_markdown(markdown, **_): raise ValueError('no\\x1b[2J\\u202ename')",
            r"error: Error reading page 'index\.md': no\\u001b\[2J\\u202ename",
            "found 1 problem.",
            id="an error in a page, with characters that act on a terminal",
        ),
        pytest.param(
            "x",
            "def on_post_build(**_): raise KeyError('index.html')",
            None,
            "The site engine broke down: KeyError: 'index.html'.",
            id="a fault of the engine itself",
        ),
        pytest.param(
            "x",
            "def on_post_build(**_): open('/dev/full', 'w').write('x' * 10**6)",
            None,
            "The disk is full:",
            id="a full disk",
            marks=pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here"),
        ),
    ],
)
def test_a_failed_build_leaves_the_last_good_site(
    council: Council, words: str, hook: str, said: str | None, ended: str
) -> None:
    council.publish()
    before = contents(council.site)
    council.words(words)
    council.hook(hook)
    with pytest.raises(PublishError, match=re.escape(ended)) as error:
        council.publish()
    assert contents(council.site) == before
    assert council.left_over == []
    told = "\n".join([*council.said, str(error.value)])
    assert "Traceback" not in told
    assert ".site.new" not in told
    assert (said is None) == (council.said == [])
    assert said is None or re.search(said, told)


def test_a_first_build_that_fails_leaves_nothing(council: Council) -> None:
    council.words("[a page](nowhere.md)")
    with pytest.raises(PublishError):
        council.publish()
    assert not council.site.exists()
    assert council.left_over == []


def test_strict_stops_even_on_a_warning_that_the_engine_does_not_count(council: Council) -> None:
    council.hook(
        "import logging\n"
        "def on_startup(**_): logging.getLogger('mkdocs.hooks').warning('two\\nlines')"
    )
    council.publish()
    assert council.said[0] == "warning: two"
    council.words("the second site")
    with pytest.raises(PublishError, match="found 1 problem"):
        council.publish(strict=True)
    assert "the first site" in council.home


def test_the_engine_is_told_that_the_command_has_checked(council: Council) -> None:
    council.hook(
        "import os\ndef on_post_build(config): assert os.environ['CHARTERS_CHECKED'] == '1'\n"
    )
    council.publish()


@pytest.mark.parametrize("missing", ["engine", "configuration"])
def test_a_missing_engine_or_configuration_is_a_plain_sentence(
    council: Council, missing: str
) -> None:
    if missing == "configuration":
        council.config.unlink()
    with pytest.raises(PublishError) as error:
        council.publish(engine_name="no_such_engine" if missing == "engine" else "mkdocs")
    assert re.fullmatch(r"(The site engine|There is no configuration file) .*\.", str(error.value))
    assert not council.site.exists()


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs a folder closed even to root")
def test_a_folder_closed_to_writing_is_a_plain_sentence(council: Council) -> None:
    with pytest.raises(PublishError, match=r"You may not write in /sys, where the site"):
        council.publish(Path("/sys/charters-site"))


# --- Folders that are not ours ------------------------------------------------------------------


def _foreign(council: Council) -> Path:
    council.site.mkdir()
    (council.site / "holiday.jpg").write_text("the only copy")
    return council.site


def _repository(council: Council) -> Path:
    (council.site / ".git").mkdir(parents=True)
    mark(council.site)
    return council.site


def _link(council: Council) -> Path:
    (council.folder / "elsewhere").mkdir()
    mark(council.folder / "elsewhere")
    council.site.symlink_to("elsewhere")
    return council.site


def _file(council: Council) -> Path:
    council.site.write_text("a file")
    return council.site


def _holds_the_sources(council: Council) -> Path:
    mark(council.folder)
    return council.folder


def _the_charters(council: Council) -> Path:
    mark(council.folder / "charters")
    return council.folder / "charters/../charters"


def _inside_the_charters(council: Council) -> Path:
    return council.folder / "charters/site"


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        (_foreign, "was not made by this command and is not empty: it holds 'holiday.jpg'"),
        (_repository, "is a Git repository"),
        (_link, "is a symbolic link"),
        (_file, "is a file"),
        (_holds_the_sources, "is or holds mkdocs.yml, from which the site is made"),
        (_the_charters, "is or holds charters, from which the site is made"),
        (_inside_the_charters, "lies inside charters, from which the site is made"),
        (lambda _: Path("/"), "is the top of a disk"),
        (lambda _: Path(), "is the folder that you work in, or holds it"),
    ],
)
def test_a_folder_that_is_not_ours_is_refused_and_left_alone(
    council: Council, place: Callable[[Council], Path], reason: str
) -> None:
    site = place(council)
    before = contents(council.folder)
    with pytest.raises(PublishError, match=re.escape(reason)):
        council.publish(site, keep=(council.folder / "charters",))
    assert contents(council.folder) == before


def test_a_folder_that_fills_up_while_the_site_is_built_is_refused(council: Council) -> None:
    mine = council.site / "mine.txt"
    council.hook(
        "from pathlib import Path\n"
        f"def on_post_build(**_): f = Path({str(mine)!r}); f.parent.mkdir(); f.write_text('mine')"
    )
    with pytest.raises(PublishError, match=r"is not empty: it holds 'mine\.txt'"):
        council.publish()
    assert contents(council.site) == {"mine.txt": b"mine"}


# --- The swap -----------------------------------------------------------------------------------


def no_exchange(_new: Path, _site: Path) -> bool:
    return False


def test_without_an_exchange_two_renames_publish_the_same(council: Council) -> None:
    council.publish(exchange=no_exchange)
    council.words("the second site")
    council.publish(exchange=no_exchange)
    assert "the second site" in council.home
    assert council.left_over == []


def test_when_the_second_rename_fails_the_first_is_undone(tmp_path: Path) -> None:
    new, site, old = tmp_path / "new", tmp_path / "site", tmp_path / "old"
    site.mkdir()
    mark(site)
    with pytest.raises(OSError, match="new") as error:
        swap(new, site, old, exchange=no_exchange)
    assert error.value.errno == errno.ENOENT
    assert (site / MARKER).is_file()
    assert not old.exists()


def test_a_site_in_the_hand_of_a_killed_build_is_put_back(council: Council) -> None:
    council.publish()
    before = contents(council.site)
    council.site.rename(council.folder / ".site.old-999999")
    council.words("[a page](nowhere.md)")
    with pytest.raises(PublishError):
        council.publish()
    assert contents(council.site) == before
    assert council.left_over == []


def test_mending_leaves_a_site_that_stands(tmp_path: Path) -> None:
    for name in ("site", "old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name)
    mend(tmp_path / "site", tmp_path / "old")
    assert (tmp_path / "site/index.html").read_text() == "site"


@pytest.mark.skipif(sys.platform not in {"linux", "darwin"}, reason="the system has no exchange")
def test_a_reader_finds_a_home_page_at_every_moment_of_every_swap(tmp_path: Path) -> None:
    site, new, old = tmp_path / "site", tmp_path / "new", tmp_path / "old"
    site.mkdir()
    (site / "index.html").write_text("0")
    page = site / "index.html"
    reads, missed, done = 0, 0, threading.Event()

    def read() -> None:
        nonlocal reads, missed
        while not done.is_set():
            try:
                page.read_bytes()
            except FileNotFoundError:
                missed += 1
            reads += 1

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 1000):
        new.mkdir()
        (new / "index.html").write_text(str(number))
        left = swap(new, site, old)
        assert left == new, "this file system has no exchange"
        shutil.rmtree(left)
    done.set()
    reader.join()
    assert page.read_text() == "999"
    assert missed == 0
    assert reads > 1000


# --- Killed, interrupted, two at once -----------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="needs the signals of a Unix system")
def test_a_build_killed_at_any_moment_leaves_one_whole_site(council: Council) -> None:
    council.publish()
    first = contents(council.site)
    council.words("the second site")
    begun = time.monotonic()
    assert council.start().wait() == 0
    whole = time.monotonic() - begun
    second = contents(council.site)
    assert first != second
    for number, share in enumerate((0.1, 0.4, 0.6, 0.8, 0.9, 0.95, 1.0)):
        council.words("the first site" if number % 2 == 0 else "the second site")
        command = council.start()
        time.sleep(whole * share)
        os.killpg(command.pid, signal.SIGKILL)
        command.wait()
        # The engine holds the turn too, and dies an instant after the command that is waited for.
        wait_until(council.is_free)
        assert contents(council.site) in (first, second)
    council.words("the first site")
    council.publish()
    assert contents(council.site) == first
    assert council.left_over == []


SLOW = """\
import time
from pathlib import Path
def on_post_build(config):
    Path(config.config_file_path).with_name("reached").touch()
    time.sleep({seconds})
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs the signals of a Unix system")
def test_an_interrupted_build_cleans_up_and_keeps_the_site(council: Council) -> None:
    council.publish()
    before = contents(council.site)
    council.hook(SLOW.format(seconds=60))
    command = council.start()
    wait_until((council.folder / "reached").exists)
    os.kill(command.pid, signal.SIGINT)
    _, error = command.communicate(timeout=20)
    assert "KeyboardInterrupt" in error
    assert contents(council.site) == before
    assert council.left_over == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs the signals of a Unix system")
def test_a_second_build_is_refused_until_the_engine_of_the_first_has_ended(
    council: Council,
) -> None:
    council.hook(SLOW.format(seconds=1.5))
    command = council.start()
    wait_until((council.folder / "reached").exists)
    with pytest.raises(PublishError, match=r"Another build of .* is at work"):
        council.publish()
    command.kill()
    command.wait()
    with pytest.raises(PublishError, match=r"Another build of .* is at work"):
        council.publish()
    council.hook("")

    def published() -> bool:
        try:
            council.publish()
        except PublishError:
            return False
        return True

    wait_until(published)
    assert "the first site" in council.home
    assert council.left_over == []


def test_the_lock_is_free_again_at_the_end_and_its_file_gone(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    for _ in range(2):
        with turn(file):
            assert file.exists()
            with pytest.raises(TakenError), turn(file):
                pytest.fail("two had the lock")
        assert not file.exists()


def test_the_lock_is_never_held_twice_however_many_come_and_go(tmp_path: Path) -> None:
    inside: list[int] = []
    most: list[int] = []

    def come_and_go() -> None:
        while len(most) < 500:
            try:
                with turn(tmp_path / "lock"):
                    inside.append(1)
                    time.sleep(0.0002)
                    most.append(len(inside))
                    inside.pop()
            except TakenError:
                pass

    comers = [threading.Thread(target=come_and_go) for _ in range(6)]
    for comer in comers:
        comer.start()
    for comer in comers:
        comer.join()
    assert max(most) == 1


def test_only_folders_of_killed_builds_are_cleared_away(council: Council) -> None:
    for name in (".site.new-1", ".site.old-99", ".site.new-mine", ".site2.new-1", ".github"):
        (council.folder / name).mkdir()
    (council.folder / ".site.new-7").symlink_to(council.folder / "charters")
    council.publish()
    assert council.left_over == [".github", ".site.new-7", ".site.new-mine", ".site2.new-1"]
    assert (council.folder / "charters/index.md").is_file()


def test_long_work_shows_on_a_terminal_and_not_elsewhere(
    council: Council, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    council.hook(SLOW.format(seconds=1.2))
    council.publish()
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    council.publish()
    shown = capsys.readouterr().err
    assert re.search(r"Building the site: \d seconds", shown)
    assert shown.endswith("\r\x1b[K")


def test_the_engine_says_where_it_is_missing() -> None:
    assert engine.is_installed("mkdocs")
    assert not engine.is_installed("no_such_engine")
