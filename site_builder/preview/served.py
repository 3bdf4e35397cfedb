"""The live preview keeps the last good page, and says on it what is wrong with the files now."""

import shutil
import signal
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from site_builder.around import Around
from site_builder.finished.finishing import Finishing
from site_builder.judged.judging import Judging
from site_builder.preview.behind import Behind
from site_builder.preview.first import LastBuild, show_first
from site_builder.preview.seen import Seen

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
    """Makes the site anew when files change, shows it when it is whole, and remembers what was wrong with the files.

    Where nothing but charters has changed their pages are shown at once, in the site that is on show, and the rest is made
    behind. Otherwise whoever asks for a page waits for the whole.
    """

    def __init__(self) -> None:
        """Begins before the first build."""
        self.report = ""
        """What the build said, if the last one failed."""
        self.server: LiveReloadServer | None = None
        """Who shows the site, once it has been built."""
        self._build: Callable[[], object] = str
        self._behind: Behind | None = None
        self._aside = TemporaryDirectory(prefix="charters-")
        self._count = 0
        self._before: Path | None = None
        """The site that was on show before this one."""
        self._seen = Seen((), {})
        self._begun: LastBuild | None = None
        self._last: LastBuild | None = None
        self._is_missing = False
        """Whether a build behind has failed: then everybody waits for one that says why."""

    def begin(self, config: MkDocsConfig) -> None:
        """Look at the files of which a site is going to be built, and give it a folder that nobody reads."""
        looked_at = (config.docs_dir, config.config_file_path, config.theme.custom_dir)
        self._seen = Seen.now(Path(one) for one in looked_at if one)
        if self.server:
            config.site_dir = str(self._new_site)

    def know(self, judging: Judging | None, finishing: Finishing, made: Iterable[Around]) -> None:
        """Know what the site is being made of."""
        arounds = {around.compiled.slug: around for around in made}
        self._begun = LastBuild(self._seen, judging, finishing, arounds) if judging else None

    def end(self) -> None:
        """The site is whole."""
        self._last = self._begun

    def serve(
        self, server: LiveReloadServer, config: MkDocsConfig, build: Callable[[], object]
    ) -> None:
        """Show the site that is built, and build it anew when files change; `build` raises where it cannot."""
        self.server, self._build = server, build
        file = Path(config.config_file_path or "mkdocs.yml")
        self._behind = Behind(file, config.site_url or "", self._built_behind)
        server.builder = self.rebuild
        server.set_app(self.around(server.serve_request))
        server.error_handler = self._error_page
        # Whoever ends the preview has the engine put its things away, as with Ctrl-C.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        self._stamp.parent.mkdir()
        server.watch(str(self._stamp.parent))

    def rebuild(self, *_: object) -> None:
        """Shows what has changed. What has to be waited for is made when this returns."""
        before = self._last
        try:
            self._last = show_first(before, self._shown) if before else None
        except Exception:  # noqa: BLE001 - whatever it is, the whole build says why
            self._last = None
        if self._is_missing or before is None or self._last is None:
            self._last = before
            self._build_and_wait()
        elif self._last.seen.other_than(before.seen) and self._behind:
            self.report = ""
            self._behind.begin(self._next_site())

    def close(self) -> None:
        """Takes away what was built."""
        if self._behind:
            self._behind.stop()
        self._aside.cleanup()

    def _built_behind(self, site: Path, is_whole: bool) -> None:  # noqa: FBT001 - it is told so
        self._is_missing = not is_whole
        if is_whole:
            self._show(site)
        else:
            shutil.rmtree(site, ignore_errors=True)
        # The server sees it as it sees every change, and has the browsers ask again.
        self._stamp.touch()

    def _build_and_wait(self) -> None:
        """Builds here; a build that fails leaves on show what there is."""
        if self._behind:
            self._behind.stop()
        self.report, self._is_missing = "", False
        site = self._next_site()
        try:
            self._build()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, the reader must see it
            self.report = self.report or str(error)
            shutil.rmtree(site, ignore_errors=True)
        else:
            self._show(site)

    def _show(self, site: Path) -> None:
        """Somebody may be reading the one before: it goes when the next one comes."""
        if self._before:
            shutil.rmtree(self._before, ignore_errors=True)
        # The first of all is the engine's own, which takes it away itself.
        is_ours = self._shown.parent == Path(self._aside.name)
        self._before = self._shown if is_ours else None
        if self.server:
            self.server.root = str(site)

    def _next_site(self) -> Path:
        self._count += 1
        return self._new_site

    @property
    def _new_site(self) -> Path:
        """The folder for a site that is being built."""
        return Path(self._aside.name) / f"site-{self._count}"

    @property
    def _shown(self) -> Path:
        return Path(self.server.root if self.server else "")

    @property
    def _stamp(self) -> Path:
        return Path(self._aside.name) / "stamp/built"

    def _error_page(self, code: int) -> bytes | None:
        try:
            return (self._shown / f"{code}.html").read_bytes()
        except OSError:
            return None

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
