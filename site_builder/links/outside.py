"""Links to other sites: asked after one by one, politely, and only when somebody wants to know."""

import ipaddress
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

PATIENCE = 15
"""Seconds that a site gets to answer."""
PAUSE = 1
"""Seconds between two questions to one site."""
_ASKER = "neighbourhood-charters (a check of links; one question a second)"
_NOT_LIKE_THAT = (
    HTTPStatus.METHOD_NOT_ALLOWED,
    HTTPStatus.NOT_IMPLEMENTED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.NOT_FOUND,
)
_AWAY = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
_BUSY = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking for an address."""

    address: str
    is_well: bool
    says: str


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows nothing: that a page has moved is news."""

    def redirect_request(self, *_: object) -> None:
        """Go nowhere."""


def ask_all(
    addresses: Iterable[str],
    *,
    pause: float = PAUSE,
    is_open: Callable[[str], bool] | None = None,
) -> Iterator[Answer]:
    """Ask for each address, with a pause between two questions to one site.

    ``is_open`` tells whether a host is one that anybody may ask; without it, an address within the council's own network
    is not asked for, since whoever writes a charter must not look around there.
    """
    allowed = is_open or _is_public
    asked: dict[str, float] = {}
    for address in addresses:
        host = urlsplit(address).hostname or ""
        if not allowed(host):
            yield Answer(address, is_well=False, says="is not on the public internet")
            continue
        time.sleep(max(0.0, asked.get(host, 0.0) + pause - time.monotonic()))
        yield _ask(address)
        asked[host] = time.monotonic()


def _ask(address: str) -> Answer:
    status, away = _status(address, "HEAD")
    if status in _NOT_LIKE_THAT:
        # Many sites answer this question for people alone.
        status, away = _status(address, "GET")
    if isinstance(status, str):
        return Answer(address, is_well=False, says=status)
    if status in _AWAY:
        return Answer(address, is_well=False, says=f"has moved to {away}")
    if status in _BUSY:
        return Answer(address, is_well=True, says=f"is busy and answers {status}: ask again later")
    if status >= HTTPStatus.BAD_REQUEST:
        return Answer(address, is_well=False, says=f"answers {status}: {_phrase(status)}")
    return Answer(address, is_well=True, says="is there")


def _status(address: str, method: str) -> tuple[int | str, str]:
    """The number that a site answers with, or what went wrong; and where it sends people."""
    request = urllib.request.Request(address, method=method, headers={"User-Agent": _ASKER})  # noqa: S310 - http and https alone
    try:
        with urllib.request.build_opener(_Stay).open(request, timeout=PATIENCE) as answer:
            return int(answer.status), ""
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers.get("Location", "")
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        if isinstance(reason, TimeoutError):
            return f"did not answer within {PATIENCE} seconds", ""
        if isinstance(reason, socket.gaierror):
            return "is at a site that is not there", ""
        return f"cannot be reached: {reason}", ""


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase.lower()
    except ValueError:
        return "nobody knows what that means"


def _is_public(host: str) -> bool:
    """Whether every place that the name stands for is on the public internet; an unknown name may be asked for."""
    try:
        places = {str(info[4][0]) for info in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        return True
    return all(ipaddress.ip_address(place.partition("%")[0]).is_global for place in places)
