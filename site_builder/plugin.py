"""The site met with its engine: compiled pages become MkDocs pages."""

import logging
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as EnginePage

from site_builder.cache import Cache
from site_builder.clock import WrongDayError, today
from site_builder.editor.laid import FOLDER
from site_builder.engine import LAST, NOTE
from site_builder.engine_files import generated, keep_wanted, with_lasting_names
from site_builder.engine_frame import as_published, finishing_of, prepared
from site_builder.engine_making import make, settings_of
from site_builder.engine_page import CharterPage, as_document
from site_builder.frame import Frame, frame_of
from site_builder.history.past import History
from site_builder.history.reading import Past
from site_builder.hosts.plain import with_files_named
from site_builder.markup import clean
from site_builder.page import Making
from site_builder.preview.behind import ADDRESS
from site_builder.preview.served import Preview
from site_builder.rendering import THEME
from site_builder.search.gathering import Gathering
from site_builder.search.index import SearchIndexError
from site_builder.shelves import library_of
from site_builder.site import Checked, Site, check
from site_builder.telling_checks import tell
from site_builder.workers import cores

log = logging.getLogger("mkdocs.plugins.charters")


class Options(Config):  # type: ignore[no-untyped-call]
    """The plugin's settings in mkdocs.yml."""

    postcodes = Type(str, default="")
    """A CSV file of the ONS Postcode Directory, by which areas are found; seen from mkdocs.yml."""


class ChartersPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Checks the charters before a build and adds their pages to it."""

    def __init__(self) -> None:
        self.checked = Checked()
        self.today = date.min  # until a build begins
        self.preview: Preview | None = None
        self.past: Past | None = None
        self.frame: Frame | None = None
        self.finished: tuple[File, ...] = ()
        self.index = Gathering()
        self.host = os.environ.get("CHARTERS_HOST", "")
        self.last = Path(last) if (last := os.environ.get(LAST)) else None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Keeps this object between the builds of ``mkdocs serve``."""
        self.preview = Preview() if command == "serve" else None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Checks everything first: a site is never built from files that the check refuses."""
        try:
            self.today = today()
        except WrongDayError as error:
            raise PluginError(str(error)) from error
        if self.preview:
            self.preview.begin(config)
        config.site_url = os.environ.get(ADDRESS) or config.site_url
        root = Path(config.docs_dir)
        here = Path(config.config_file_path or ".").parent
        shown = Path(os.path.relpath(root, here)).as_posix()
        self.checked = check(root, shown, self.today, workers=self._workers, cache=Cache(here))
        if refusal := tell(self.checked, log):
            raise PluginError(refusal)
        custom = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(custom, str(THEME))
        config.theme.static_templates = {"404.html", "sitemap.xml"}
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Takes out what is not to be published and adds a page for each that we make."""
        site = self._site()
        keep_wanted(files, config, set(site.pages), set(site.pictures))
        overrides = Path(config.theme.custom_dir) if config.theme.custom_dir else None
        history, address = self._history(config), config.site_url or ""
        library = library_of(site, history)
        named = self.config.postcodes
        here = Path(config.config_file_path or ".").parent
        making = Making(self.today, overrides, history, address, library=library, can_search=self._can_search,
                        postcodes=here / named if named else None, program=here / FOLDER)  # fmt: skip
        self.index.begin()
        self.frame = frame_of(site, self.today, with_lasting_names(files))
        # The charters are finished by other processes while this one makes what tells of several.
        finishing = finishing_of(config, self.frame, making, self.host, self.index.folder)
        finishing = replace(finishing, last=self.last)
        made = make(site, making, finishing, config, self._workers)
        self.finished = made.finished
        told = (generated(one, config) for one in settings_of(site, making, self.frame, self.host))
        for file in (*made.files, *told, *made.finished):
            files.append(file)
        if self.preview:
            self.preview.know(self.checked.judging, finishing, made.arounds)
        return files

    def on_page_markdown(
        self, markdown: str, *, page: EnginePage, config: MkDocsConfig, files: Files
    ) -> str:
        """Gives a hand-written page back its first lines, and says where it stands.

        The engine takes lines such as "Note: be kind" at the top of a page for settings, and drops them.
        The check has refused front matter, so whatever stands in the file is to be read.
        """
        if isinstance(page, CharterPage):
            return markdown
        page.markdown = page.file.content_string
        page.meta = {}
        page.meta["breadcrumbs"] = (("Home", ""), (str(page.title), page.url))
        return page.markdown

    def on_page_content(
        self, html: str, *, page: EnginePage, config: MkDocsConfig, files: Files
    ) -> str:
        """Cleans what Markdown made of a hand-written page, and keeps for the search what it finds."""
        html = html if isinstance(page, CharterPage) else clean(html)
        self.index.add(as_document(page, html))
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Gives the engine's templates the frame, and takes out the pages that are finished: links to them are checked by now."""
        current = [
            file.page.url
            for file in files.documentation_pages()
            if file.page and file.page.meta.get("is_current", True)
        ]
        for file in self.finished:
            files.remove(file)
        assert self.frame  # noqa: S101 - made with the files
        return prepared(env, replace(self.frame, current=tuple(sorted(current))))

    def on_post_template(
        self, output: str, *, template_name: str, config: MkDocsConfig
    ) -> str | None:
        """Has the page for what is not there lead to files, where no server is."""
        if self.host == "plain" and template_name == "404.html":
            return with_files_named(output, urlsplit(config.site_url or "/").path)
        return output

    def on_post_page(self, output: str, *, page: EnginePage, config: MkDocsConfig) -> str | None:
        """Has a page speak its language, and its links lead to files, where no server is."""
        if isinstance(page, CharterPage):
            return as_published(page, output, host=self.host)
        return with_files_named(output) if self.host == "plain" else output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Makes the index of the search: then the site is whole."""
        try:
            if self._can_search:
                self.index.write(Path(config.site_dir))
        except SearchIndexError as error:
            raise PluginError(str(error)) from error
        if self.preview:
            self.preview.end()

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> LiveReloadServer:
        """Has the preview keep the last good page, and say on it what is wrong."""
        if self.preview:
            self.preview.serve(server, config, builder)
        return server

    def on_build_error(self, *, error: Exception) -> None:
        """Remembers for the preview what stopped the build."""
        if self.preview:
            self.preview.report = str(error)

    def on_shutdown(self) -> None:
        """Takes away what was put aside."""
        self.index.close()
        if self.preview:
            self.preview.close()

    @property
    def _workers(self) -> int:
        """A preview listens in a thread of its own, and is not to be split in two."""
        return 1 if self.preview and self.preview.server else cores()

    @property
    def _can_search(self) -> bool:
        return self.host != "plain"

    def _site(self) -> Site:
        if self.checked.site is None:
            message = "The charters were not checked. Name the plugin 'charters' in mkdocs.yml."
            raise PluginError(message)
        return self.checked.site

    def _history(self, config: MkDocsConfig) -> History:
        """What changed before today; a preview asks again at each edit, and it is read once for each publication."""
        cache = Cache(Path(config.config_file_path or ".").parent)
        tell_gap = partial(log.info, "%s%s", NOTE)
        self.past = self.past or Past(Path(config.docs_dir), cache, tell_gap)
        return self.past.known()
