"""Writes all that was planned, or leaves everything as it was."""

from pathlib import Path

from site_builder.ask_git import RefusedError, VersionError, ask
from site_builder.upgrade.plan import Plan


def uncommitted(root: Path) -> list[str]:
    """The files that git does not hold as they stand; none where there is no git."""
    try:
        told = ask(root, "status", "--porcelain", "-z", "--untracked-files=all", "--", ".")
    except (RefusedError, VersionError):
        return []
    return [entry[3:] for entry in told.decode("utf-8", "replace").split("\0") if entry]


def apply(root: Path, plan: Plan) -> None:
    """Write what was planned, and what is to be remembered.

    Raises:
        OSError: something cannot be written; then everything is as it was.

    """
    wanted: dict[Path, str | None] = {
        root / step.name: None if step.what == "gone" else step.after
        for step in plan.steps
        if step.writes
    }
    wanted |= {root / name: text for name, text in plan.remembered.items()}
    before = {file: file.read_bytes() if file.exists() else None for file in wanted}
    done: list[Path] = []
    try:
        for file, text in wanted.items():
            done.append(file)
            _put(file, text.encode() if text is not None else None)
    except BaseException:
        for file in done:
            _put(file, before[file])
        raise


def _put(file: Path, content: bytes | None) -> None:
    if content is None:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.new")
    try:
        beside.write_bytes(content)
        if file.exists():
            beside.chmod(file.stat().st_mode & 0o777)
        beside.replace(file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
