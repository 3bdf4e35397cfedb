"""``charters explain``: what a rule asks for."""

import click

from site_builder.rules import all_rules


@click.command("explain", short_help="Say what a rule asks for, and why.")
@click.argument("rule_id", metavar="RULE")
def explain_command(rule_id: str) -> None:
    """Print what the rule RULE asks for, why, and how to put a breach right."""
    by_id = {rule.id: rule for rule in all_rules()}
    if rule_id not in by_id:
        message = f"There is no rule '{rule_id}'. The rules are: {', '.join(by_id)}."
        raise click.UsageError(message)
    click.echo(f"{rule_id} ({by_id[rule_id].severity})\n\n{by_id[rule_id].doc}")
