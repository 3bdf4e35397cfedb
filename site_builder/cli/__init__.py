"""The ``charters`` command: a file for each verb. Thin: each calls one room and says what came of it."""

import click

from site_builder.cli.build import build_command
from site_builder.cli.check import check_command
from site_builder.cli.diff import diff_command
from site_builder.cli.explain import explain_command
from site_builder.cli.export import export_command
from site_builder.cli.fmt import fmt_command
from site_builder.cli.links import links_command
from site_builder.cli.new import new_group
from site_builder.cli.schema import schema_command
from site_builder.cli.serve import serve_command
from site_builder.cli.upgrade import upgrade_command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="neighbourhood-charters", prog_name="charters")
def main() -> None:
    """Check neighbourhood charters and publish them as a website."""


for verb in (
    check_command,
    build_command,
    diff_command,
    new_group,
    fmt_command,
    serve_command,
    links_command,
    export_command,
    schema_command,
    explain_command,
    upgrade_command,
):
    main.add_command(verb)
