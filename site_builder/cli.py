"""The ``charters`` command. Thin: each verb calls one room and says what came of it."""

import os
import sys
from pathlib import Path

import click

from site_builder import schema as schemas
from site_builder.problems import Severity
from site_builder.publish import PublishError, publish
from site_builder.reports import text
from site_builder.rules import all_rules
from site_builder.site import Checked, check

_CONFIG = click.option(
    "-f",
    "--config",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    help="The site's settings.",
    show_default=True,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="neighbourhood-charters", prog_name="charters")
def main() -> None:
    """Check neighbourhood charters and publish them as a website."""


@main.command("check")
@click.argument("path", type=click.Path(path_type=Path), default=Path("charters"))
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
def check_command(path: Path, *, strict: bool) -> None:
    """Find every problem in the charters folder PATH.

    Exits with 0 if there is none that stops publication, with 1 if there is, with 2 for wrong use.
    """
    checked = _checked(path)
    _report(checked)
    if _stops(checked, strict=strict):
        sys.exit(1)


@main.command("build")
@_CONFIG
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    default=Path("site"),
    help="Where the site goes.",
    show_default=True,
)
@click.option("--strict", is_flag=True, help="Stop on warnings too.")
def build_command(config: Path, site_dir: Path, *, strict: bool) -> None:
    """Check the charters and build the site; the last good site stays if anything is wrong."""
    folder = _charters_of(config)
    checked = _checked(folder)
    _report(checked)
    if _stops(checked, strict=strict):
        click.echo("The site was not built, and the last one stays as it was.", err=True)
        sys.exit(1)
    try:
        publish(config, site_dir, strict=strict, say=click.echo, keep=[folder])
    except PublishError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(1)
    click.echo(
        f"The site is in {site_dir}. Open {site_dir / 'index.html'}, or run 'charters serve'."
    )


@main.command("serve")
@_CONFIG
@click.option(
    "--address", default="127.0.0.1:8000", help="Where the preview listens.", show_default=True
)
def serve_command(config: Path, address: str) -> None:
    """Preview the site; pages follow the files as you save them."""
    _charters_of(config)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [
        sys.executable,
        *["-m", "mkdocs", "serve", "--livereload", "-f"],
        str(config),
        "-a",
        address,
    ]
    os.execve(sys.executable, command, environment)  # noqa: S606 - our own interpreter, no shell


@main.command("schema")
@click.argument(
    "path", type=click.Path(path_type=Path, exists=True, file_okay=False), default=Path("charters")
)
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Write nothing; exit with 1 if a file is out of date.",
)
def schema_command(path: Path, *, only_check: bool) -> None:
    """Write the JSON Schemas that editors read into the charters folder PATH."""
    if only_check:
        old = schemas.outdated(path)
        for file in old:
            click.echo(f"{file} is out of date. Run 'charters schema'.", err=True)
        sys.exit(1 if old else 0)
    changed = schemas.write(path)
    click.echo("\n".join(f"{file} written" for file in changed) or "The schemas are up to date.")


@main.command("explain")
@click.argument("rule_id", metavar="RULE")
def explain_command(rule_id: str) -> None:
    """Print what the rule RULE asks for, why, and how to put a breach right."""
    by_id = {rule.id: rule for rule in all_rules()}
    if rule_id not in by_id:
        message = f"There is no rule '{rule_id}'. The rules are: {', '.join(by_id)}."
        raise click.UsageError(message)
    click.echo(f"{rule_id} ({by_id[rule_id].severity})\n\n{by_id[rule_id].doc}")


def _checked(path: Path) -> Checked:
    if path.is_symlink() or not path.is_dir():
        message = f"There is no folder '{path}'. Name the folder that holds council.yml."
        raise click.UsageError(message)
    return check(path, path.as_posix())


def _charters_of(config: Path) -> Path:
    if not config.is_file():
        message = (
            f"There is no '{config}' here. Run this where mkdocs.yml stands, or name it with -f."
        )
        raise click.UsageError(message)
    return config.parent / "charters"


def _report(checked: Checked) -> None:
    for line in text.lines(checked.problems):
        click.echo(line)
    click.echo(text.summary(checked.problems, checked.files))


def _stops(checked: Checked, *, strict: bool) -> bool:
    stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(problem.severity in stopping for problem in checked.problems)


if __name__ == "__main__":
    main()
