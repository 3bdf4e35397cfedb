"""The ``charters`` command: a file for each verb. Thin: each calls one room and says what came of it."""

from importlib import import_module

import click

_IN_ORDER = (
    "new",
    "check",
    "fmt",
    "diff",
    "serve",
    "build",
    "links",
    "explain",
    "import",
    "export",
    "schema",
    "editor",
    "upgrade",
)
"""The verbs in the order in which people meet them."""


class _Verbs(click.Group):
    """Reads the file of a verb when it is asked for: whoever checks a charter need not wait for the site's engine."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click asks so
        """The names as ``--help`` lists them."""
        return list(_IN_ORDER)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click asks so
        cmd_name: str,
    ) -> click.Command | None:
        """The verb of this name: ``check_command`` of the file ``check``; None where there is no such verb."""
        if cmd_name not in _IN_ORDER:
            return None
        found: click.Command = getattr(
            import_module(f"site_builder.cli.{cmd_name}"), f"{cmd_name}_command"
        )
        return found


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="neighbourhood-charters", prog_name="charters")
def main() -> None:
    """Check neighbourhood charters and publish them as a website."""
