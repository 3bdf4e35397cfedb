"""Builds the site aside and puts it in the old one's place only when all went well."""

import errno
import os
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from site_builder import engine
from site_builder.former import keep_former
from site_builder.site_folder import mark, placed, refusal
from site_builder.swap import Exchange, exchange, mend, swap
from site_builder.trim import trim
from site_builder.turn import TakenError, turn
from site_builder.unchanged import keep_unchanged

_FULL = {errno.ENOSPC, errno.EDQUOT}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_KEPT = "What was published before is as it was."


class PublishError(Exception):
    """The site was not published; the message tells the person who asked why, in plain words."""


def publish(  # noqa: PLR0913 - the last three have the one right value outside tests of other systems
    config: Path,
    site: Path,
    *,
    strict: bool,
    say: engine.Say,
    keep: Iterable[Path] = (),
    host: str = "",
    engine_name: str = "mkdocs",
    exchange: Exchange = exchange,
) -> None:
    """Build the site of a configuration file and put it at `site`.

    Takes the engine's configuration file; the site's folder, which need not exist; whether to stop
    even on a warning that the engine does not count as one; a function that says a line; folders
    of sources that must never be replaced; the host whose settings are wanted; the engine's module name; the way to let two folders
    change places. Raises PublishError when the site cannot be published: then `site` is as it was.
    """
    config = config.resolve()
    site = placed(site)
    sources = [config, *keep]
    try:
        _check(config, site, sources, engine_name)
        site.parent.mkdir(parents=True, exist_ok=True)
        with turn(_beside(site, "lock")) as held:
            _clear(site)
            try:
                new = _beside(site, f"new-{os.getpid()}")
                new.mkdir()
                outcome = engine.run(
                    engine_name,
                    config,
                    new,
                    last=site,
                    host=host,
                    say=lambda line: say(line.replace(str(new), str(site))),
                    held=held,
                )
                _judge(outcome, site, strict=strict)
                trim(new)
                keep_former(site, new)
                keep_unchanged(site, new)
                mark(new)
                _check(config, site, sources, engine_name)
                _put(new, site, exchange)
            finally:
                left = _clear(site)
        if left:
            say(f"warning: {left[0]} is left over from a build and could not be removed.")
    except TakenError as error:
        message = f"Another build of {site} is at work. Wait until it has ended, then build again."
        raise PublishError(message) from error
    except OSError as error:
        raise PublishError(_sentence(error.errno, site) or f"{error}. {_KEPT}") from error


def _check(config: Path, site: Path, sources: Iterable[Path], engine_name: str) -> None:
    """Raise PublishError when there is nothing to build from, with, or to."""
    reason = refusal(site, sources)
    if reason:
        message = f"{site} {reason}. Nothing was changed. Choose another folder for the site."
        raise PublishError(message)
    if not config.is_file():
        message = f"There is no configuration file {config}."
        raise PublishError(message)
    if not engine.is_installed(engine_name):
        message = f"The site engine '{engine_name}' is not installed. Set the project up again."
        raise PublishError(message)


def _judge(outcome: engine.Outcome, site: Path, *, strict: bool) -> None:
    """Raise PublishError when the engine's outcome is not fit to be published."""
    count = outcome.warnings + outcome.errors
    if not outcome.well and not count:
        code = re.search(r"\[Errno (\d+)]", outcome.last_line)
        full = code and int(code[1]) in _FULL and _sentence(int(code[1]), site)
        raise PublishError(full or f"The site engine broke down: {outcome.last_line}. {_KEPT}")
    if not outcome.well or (strict and count):
        problems = "1 problem" if count == 1 else f"{count} problems"
        message = f"The site was not built: the site engine found {problems}. {_KEPT}"
        raise PublishError(message)


def _put(new: Path, site: Path, exchange: Exchange) -> None:
    if site.exists():
        shutil.copymode(site, new)
    swap(new, site, _beside(site, f"old-{os.getpid()}"), exchange=exchange)


def _beside(site: Path, ending: str) -> Path:
    return site.with_name(f".{site.name}.{ending}")


def _clear(site: Path) -> list[Path]:
    """Remove what this build, or one that was killed, left beside the site.

    Puts back a site that a killed build had in hand. Returns what could not be removed. Only for
    the holder of the lock: then nobody uses these folders.
    """
    name = re.compile(re.escape(f".{site.name}.") + "(new|old)-[0-9]+")
    left = [entry for entry in sorted(site.parent.iterdir()) if name.fullmatch(entry.name)]
    for entry in left:
        if entry.name.startswith(f".{site.name}.old-"):
            mend(site, entry)
        shutil.rmtree(entry, ignore_errors=True)
    return [entry for entry in left if entry.exists()]


def _sentence(code: int | None, site: Path) -> str | None:
    if code in _FULL:
        return f"The disk is full: the site could not be written to {site}. {_KEPT}"
    if code in _CLOSED:
        return f"You may not write in {site.parent}, where the site is to be put. {_KEPT}"
    return None
