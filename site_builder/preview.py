"""The live preview keeps the last good page, and says on it what is wrong with the files now."""

from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup

Environ = dict[str, Any]
Headers = list[tuple[str, str]]
StartResponse = Callable[[str, Headers], object]
App = Callable[[Environ, StartResponse], Iterable[bytes]]

_NOTE = Markup(
    '<div class="charter-wrap"><div class="charter-banner charter-banner--overdue" role="alert">'
    '<p class="charter-banner__title"><strong>This is the last good page. Your files have a problem now.</strong></p>'
    '<pre class="charter-code charter-code--wrong">{}</pre></div></div>'
)


class Preview:
    """Builds again when files change, and remembers what stopped the last build."""

    def __init__(self, build: Callable[[], object]) -> None:
        """Takes the function that builds the site, which raises where it cannot."""
        self.build = build
        self.report = ""
        """What the build said, if the last one failed."""

    def rebuild(self, *_: object) -> None:
        """Builds once more; a build that fails leaves the last pages as they are."""
        self.report = ""
        try:
            self.build()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, the reader must see it
            self.report = self.report or str(error)

    def around(self, app: App) -> App:
        """The web server's application, with the report at the top of every page while there is one."""

        def told(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
            started: list[tuple[str, Headers]] = []
            answer = app(environ, lambda status, headers: started.append((status, headers)))
            status, headers = started[0]
            is_page = any(name == "Content-Type" and "html" in value for name, value in headers)
            if not (self.report and is_page):
                start_response(status, headers)
                return answer
            start, body, rest = b"".join(answer).partition(b"<body>")
            page = start + body + _NOTE.format(self.report).encode() + rest
            kept = [header for header in headers if header[0] != "Content-Length"]
            start_response(status, [*kept, ("Content-Length", str(len(page)))])
            return [page]

        return told
