"""What a council is asked before its site is begun."""

from dataclasses import dataclass

from site_builder.model.council import CouncilFile
from site_builder.model.fields import choices_of, group_at
from site_builder.starter import said_name


class NewSiteError(Exception):
    """Why no site can be begun, in a sentence for the person who asked."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of a council; an empty answer leaves a blank or a note in its files."""

    name: str
    nation: str = ""
    site_url: str = ""


def nations() -> tuple[str, ...]:
    """Whose bank holidays can be counted with."""
    return tuple(choices_of(group_at(CouncilFile, ("council",)), "nation"))


def understood(name: str, nation: str, site_url: str) -> Answers:
    """The answers as they are used.

    Raises:
        StarterError: the name is no name.
        NewSiteError: the nation or the address is none.

    """
    if nation and nation not in nations():
        message = f"'{nation}' is not a nation that we know. Write one of: {', '.join(nations())}."
        raise NewSiteError(message)
    if site_url and not site_url.startswith(("https://", "http://")):
        message = f"'{site_url}' is no address of a website. Write it whole, such as 'https://charters.example.gov.uk/'."
        raise NewSiteError(message)
    if any(not sign.isprintable() or sign in " \"'#{}<>\\" for sign in site_url):
        message = (
            f"{site_url!r} holds a sign that no address of a website has. Copy it from a browser."
        )
        raise NewSiteError(message)
    address = site_url if not site_url or site_url.endswith("/") else f"{site_url}/"
    return Answers(said_name(name, "council"), nation, address)
