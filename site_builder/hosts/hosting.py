"""What a host is told: where the site stands, what lasts, and what has moved."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from site_builder.policy import POLICY, headers

LASTING = "public, max-age=31536000, immutable"
"""For files whose name changes with their contents: a year."""
SHORT = "public, max-age=300"
"""For all others, in seconds: a correction is seen within five minutes."""
LASTING_NAME = r"\.[0-9a-f]{8}(\.min)?\.(css|js|svg)$"
"""How a name ends that changes with the contents of its file."""
FORM = "admin/"
"""Where the form for editing stands, which speaks with the git host: a policy of its own takes the place of the site's."""
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",
    "ics": "text/calendar; charset=utf-8",
    "wasm": "application/wasm",
}
"""Kinds of file that servers do not know of by themselves."""
PACKED = ("pagefind", "pf_filter", "pf_fragment", "pf_index", "pf_meta")
"""Endings of the files of the search, which are packed already: a server that asks what it may send must know of them."""


@dataclass(frozen=True, slots=True)
class Hosting:
    """A site as its host sees it."""

    address: str = ""
    """Where it stands, such as ``https://charters.example.org/``; empty where nobody has said."""
    lasting: tuple[str, ...] = ()
    """The files whose names change with their contents."""
    moved: tuple[tuple[str, str], ...] = ()
    """Pages with all that lies below them: the address that they had, and the one that they have."""

    form: str = ""
    """What a browser may do with the form at ``FORM``; empty where the site has none."""

    @property
    def base(self) -> str:
        """The path of the site on its host, with a slash at both ends."""
        path = urlsplit(self.address).path.strip("/")
        return f"/{path}/" if path else "/"

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """The headers of every answer."""
        return tuple(headers(is_secure=self.address.startswith("https://")))

    @property
    def headers_of_form(self) -> tuple[tuple[str, str], ...]:
        """The headers of every answer below ``FORM``: its own policy takes the place of the site's."""
        return tuple((name, self.form if name == POLICY else value) for name, value in self.headers)
