"""What a browser may do with a page of the site, whatever stands in it.

The last line of defence: where a check has missed something, no script of it runs, no picture of it is fetched, and
nothing is sent to anybody. https://www.w3.org/TR/CSP3/
"""

from collections.abc import Iterator

POLICY = "Content-Security-Policy"
UNFRAMED = "frame-ancestors 'none'"
"""The one thing that a page cannot say itself: who may put it in a frame of theirs."""
_OWN = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
# Search is a program for WebAssembly. A server's header is the same for every page, and a page may only take away from
# it: so the header allows what one page needs, and every other page forbids it again.
_COMPILING = "'self' 'wasm-unsafe-eval'"


def in_page(*, compiles: bool = False) -> str:
    """The policy as a page states it itself, for hosts that send no headers.

    ``compiles``: the page runs WebAssembly.
    """
    return _said(_OWN | ({"script-src": _COMPILING} if compiles else {}))


def of_form(asked: tuple[str, ...], pictures: tuple[str, ...], *, in_header: bool = False) -> str:
    """The policy of the form for editing, which speaks with the git host and styles itself.

    Takes the addresses that it asks, those that it shows pictures of people from, and whether a header is meant.
    """
    own = _OWN | {
        "style-src": "'self' 'unsafe-inline'",
        "img-src": " ".join(("'self'", "data:", "blob:", *pictures)),
        # It reads files that it has itself made.
        "connect-src": " ".join(("'self'", "data:", "blob:", *asked)),
        "manifest-src": "blob:",
        "form-action": "'none'",
    }
    return _said(own | ({"frame-ancestors": "'none'"} if in_header else {}))


def headers(*, is_secure: bool) -> Iterator[tuple[str, str]]:
    """The headers that every answer of a server carries, name and value.

    ``is_secure``: the site stands at https, so that browsers may be told never to ask for it in the open.
    """
    # Only a header can say who may put a page in a frame of theirs.
    yield (
        POLICY,
        _said(_OWN | {"script-src": _COMPILING, "frame-ancestors": "'none'"}),
    )
    yield "X-Content-Type-Options", "nosniff"
    yield "Referrer-Policy", "strict-origin-when-cross-origin"
    yield "Permissions-Policy", "camera=(), microphone=(), geolocation=()"
    if is_secure:
        # Nothing is said of sub-domains: those are the council's to decide on.
        yield "Strict-Transport-Security", "max-age=31536000"


def _said(parts: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in parts.items())
