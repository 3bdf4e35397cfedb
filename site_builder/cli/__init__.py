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


class _Verbs(click.Group):
    """The verbs in the order in which people meet them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names as ``--help`` lists them."""
        return [name for name in self.commands if self.get_command(ctx, name)]


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="neighbourhood-charters", prog_name="charters")
def main() -> None:
    """Check neighbourhood charters and publish them as a website."""


for verb in (
    new_group,
    check_command,
    fmt_command,
    diff_command,
    serve_command,
    build_command,
    links_command,
    explain_command,
    export_command,
    schema_command,
    upgrade_command,
):
    main.add_command(verb)
