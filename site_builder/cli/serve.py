"""``charters serve``: a live preview."""

import os
import sys
from pathlib import Path

import click

from site_builder.cli.settings import CONFIG, charters_of


@click.command("serve")
@CONFIG
@click.option(
    "--address", default="127.0.0.1:8000", help="Where the preview listens.", show_default=True
)
def serve_command(config: Path, address: str) -> None:
    """Preview the site; pages follow the files as you save them."""
    charters_of(config)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [
        sys.executable,
        *["-m", "mkdocs", "serve", "--livereload", "-f"],
        str(config),
        "-a",
        address,
    ]
    os.execve(sys.executable, command, environment)  # noqa: S606 - our own interpreter, no shell
