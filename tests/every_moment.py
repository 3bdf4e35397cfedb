"""Publishes a small site again and again, and has something happen at every single step that touches the disk.

``python -m tests.every_moment FOLDER kill`` kills the publisher at one step after the other; ``full`` and ``closed`` have each
step that writes refused, as a full disk and a folder that nobody may write in do. Prints, for each step, what happened, as JSON.
"""

import errno
import json
import os
import signal
import sys
from pathlib import Path

from site_builder import engine
from site_builder.engine import Outcome, Say
from site_builder.lasting import lasting_name
from site_builder.publish import PublishError, publish

END = "There was no such step."
PAGES = ("index.html", "areas/mill-lane/index.html", "assets/charters.css")
WRITES = {"open", "os.mkdir", "os.rename", "os.chmod"}
EXPECTED = {0, 1, -signal.SIGKILL}
"""How a publisher ends that does what it is here for; with any other end there is no next step to wait for."""
REFUSALS = {"full": errno.ENOSPC, "closed": errno.EROFS}


def stand_in(  # noqa: PLR0913 - it stands in for one that takes so many
    _name: str, config: Path, folder: Path, *, last: Path, host: str, say: Say, held: int
) -> Outcome:
    """Build, in no time, a site with the words of the configuration file on every page but one, which is always the same."""
    del last, host, say, held
    words = config.read_text("utf-8")
    for page in PAGES:
        (folder / page).parent.mkdir(parents=True, exist_ok=True)
        (folder / page).write_text(words, "utf-8")
    (folder / style_of(words)).write_text(words, "utf-8")
    (folder / "still.html").write_text("as ever", "utf-8")
    return Outcome(well=True, warnings=0, errors=0, last_line="")


def style_of(words: str) -> str:
    """The style sheet that pages with these words ask for."""
    return lasting_name("assets/style.css", words.encode())


def seen(site: Path) -> str:
    """What a visitor finds: the words of the one version that all pages have, or what is wrong."""
    found = {(site / page).read_text("utf-8") if (site / page).is_file() else "" for page in PAGES}
    return found.pop() if len(found) == 1 else f"mixed: {sorted(found)}"


class Steps:
    """Counts the steps that touch a folder, and acts at one of them; until it is told at which, at none."""

    def __init__(self, folder: Path, how: str) -> None:
        self.folder = str(folder)
        self.how = how
        self.count = 0
        self.at = 0

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Take what Python is about to do."""
        is_ours = any(str(one).startswith(self.folder) for one in arguments)
        if self.how == "kill":
            # The exchange of two folders is a call into the system's library.
            counts = is_ours or event == "ctypes.dlsym"
        else:
            reads = event == "open" and not set(str(arguments[1])) & set("wax+")
            counts = is_ours and event in WRITES and not reads
        self.count += counts
        if not counts or self.count != self.at:
            return
        if self.how == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        self.at = 0
        raise OSError(REFUSALS[self.how], os.strerror(REFUSALS[self.how]))


def publish_in_child(config: Path, site: Path, steps: Steps, at: int) -> tuple[int, str]:
    """Publish in a process of its own, in which something happens at a step; give how it ended and what it said."""
    ours, its = os.pipe()
    child = os.fork()
    if not child:
        os.close(ours)
        said, code = "", 0
        steps.count, steps.at = 0, at
        try:
            publish(config, site, strict=False, say=lambda _: None)
            said = END if steps.at else ""
        except PublishError as error:
            said, code = str(error), 1
        except BaseException as error:  # noqa: BLE001 - whatever else: that is what is looked for
            said, code = f"{type(error).__name__}: {error}", 2
        os.write(its, said.encode())
        os._exit(code)
    os.close(its)
    with os.fdopen(ours, "rb") as said_by_child:
        said = said_by_child.read().decode()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said


def main(folder: Path, how: str) -> None:
    """Publish once for each step, and print what came of it."""
    config, site = folder / "mkdocs.yml", folder / "site"
    engine.run = stand_in
    config.write_text("0", "utf-8")
    steps = Steps(folder, how)
    publish_in_child(config, site, steps, 0)
    sys.addaudithook(steps)
    told = []
    while True:
        before = seen(site)
        config.write_text(str(len(told) + 1), "utf-8")
        code, said = publish_in_child(config, site, steps, len(told) + 1)
        told.append({"code": code, "said": said, "before": before, "after": seen(site)})
        if said == END or code not in EXPECTED:
            break
    left = sorted(path.name for path in folder.glob(".*"))
    print(json.dumps({"steps": told, "left": left}))  # noqa: T201 - this is what it is run for


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
