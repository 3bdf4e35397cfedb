"""``charters links``: whether every link of the built site leads somewhere."""

import sys
from pathlib import Path

import click

from site_builder.cli.settings import CONFIG, charters_of
from site_builder.links.inside import Links, links_of
from site_builder.links.outside import Answer, ask_all
from site_builder.links.written import written


@click.command("links", short_help="Follow every link of the built site.")
@CONFIG
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    default=Path("site"),
    help="Where the built site is.",
    show_default=True,
)
@click.option(
    "--outside",
    is_flag=True,
    help="Ask other sites too, one question a second. What they answer stops nothing.",
)
def links_command(config: Path, site_dir: Path, *, outside: bool) -> None:
    """Follow every link of the built site, without the internet unless it is asked for."""
    folder = charters_of(config)
    if not (site_dir / "index.html").is_file():
        message = f"There is no built site in '{site_dir}'. Run 'charters build' first."
        raise click.UsageError(message)
    links = links_of(site_dir)
    for broken in links.broken:
        click.echo(f"{site_dir / broken.page}: the link '{broken.link}' {broken.why}.")
    count = "1 link leads" if len(links.broken) == 1 else f"{len(links.broken)} links lead"
    click.echo(f"{links.pages} pages: {count} nowhere.")
    if outside:
        _ask(folder, links)
    if links.broken:
        sys.exit(1)


def _ask(folder: Path, links: Links) -> None:
    """Say of each route, and then of each other link, what its site answers."""
    places: dict[str, list[str]] = {}
    for one in written(folder, folder.as_posix()):
        name = f"{one.location.path}:{one.location.line}"
        places.setdefault(one.address, []).append(f"{one.route} ({name})" if one.route else name)
    for address, page in links.outside.items():
        places.setdefault(address, [f"the page {page}"])
    answers: list[Answer] = []
    for answer in ask_all(places):
        answers.append(answer)
        word = "" if answer.is_well else "dead: "
        click.echo(f"{word}{', '.join(places[answer.address])}: {answer.address} {answer.says}.")
    dead = sum(not answer.is_well for answer in answers)
    addresses = "1 address" if len(answers) == 1 else f"{len(answers)} addresses"
    click.echo(f"{addresses} on other sites: {dead} {'needs' if dead == 1 else 'need'} a look.")
