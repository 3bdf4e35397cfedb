"""The site met with its engine: compiled pages become MkDocs pages. The only room that imports mkdocs."""

import logging
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, StrictUndefined
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as EnginePage

from site_builder import hosts, pages, policy
from site_builder.clock import WrongDayError, today
from site_builder.editor.files import policy_sent
from site_builder.editor.laid import FOLDER, LaidError
from site_builder.engine import NOTE
from site_builder.engine_files import generated, is_wanted, with_lasting_names
from site_builder.engine_page import CharterPage, as_document, as_file
from site_builder.find.directory import DirectoryError
from site_builder.folder import address_of_page
from site_builder.frame import Frame
from site_builder.history.past import History
from site_builder.history.reading import Past
from site_builder.hosts.hosting import Hosting
from site_builder.hosts.plain import with_files_named
from site_builder.inherit import Directory
from site_builder.markup import clean
from site_builder.page import Making, PublishedFile
from site_builder.pages.moved import moves
from site_builder.pictures import published
from site_builder.preview import Preview
from site_builder.rendering import THEME
from site_builder.search.documents import Documents
from site_builder.search.index import SearchIndexError, write_index
from site_builder.shelves import library_of
from site_builder.site import Site, check
from site_builder.telling_checks import tell

log = logging.getLogger("mkdocs.plugins.charters")


class Options(Config):  # type: ignore[no-untyped-call]
    """The plugin's settings in mkdocs.yml."""

    postcodes = Type(str, default="")
    """A CSV file of the ONS Postcode Directory, by which areas are found; seen from mkdocs.yml."""


class ChartersPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Checks the charters before a build and adds their pages to it."""

    def __init__(self) -> None:
        self.site: Site | None = None
        self.today = date.min  # until a build begins
        self.preview: Preview | None = None
        self.lasting: dict[str, str] = {}
        self.past: Past | None = None
        self.documents = Documents()
        self.host = os.environ.get("CHARTERS_HOST", "")

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Keeps this object between the builds of ``mkdocs serve``."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Checks everything first: a site is never built from files that the check refuses."""
        try:
            self.today = today()
        except WrongDayError as error:
            raise PluginError(str(error)) from error
        root = Path(config.docs_dir)
        here = Path(config.config_file_path or ".").parent
        checked = check(root, Path(os.path.relpath(root, here)).as_posix(), self.today)
        if refusal := tell(checked, log):
            raise PluginError(refusal)
        self.site = checked.site
        custom = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(custom, str(THEME))
        config.theme.static_templates = {"404.html", "sitemap.xml"}
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Takes out what is not to be published and adds a page for each that we make."""
        site = self._site()
        kept = set(site.pages) | set(site.pictures)
        for file in list(files):
            if not is_wanted(file, config, kept):
                files.remove(file)
            elif file.src_uri in site.pictures:
                files.remove(file)
                picture = PublishedFile(file.src_uri, published(Path(str(file.abs_src_path))))
                files.append(generated(picture, config))
        overrides = Path(config.theme.custom_dir) if config.theme.custom_dir else None
        history, address = self._history(config), config.site_url or ""
        library = library_of(site, history)
        named = self.config.postcodes
        postcodes = Path(config.config_file_path or ".").parent / named if named else None
        making = Making(self.today, overrides, history, address, library=library,
                        postcodes=postcodes, can_search=self._can_search,
                        program=Path(config.config_file_path or ".").parent / FOLDER)  # fmt: skip
        self.documents.clear()
        try:
            every = list(pages.every_page(site, making))
        except (DirectoryError, LaidError) as error:
            raise PluginError(str(error)) from error
        for made in every:
            files.append(as_file(made, config))
        self.lasting = with_lasting_names(files)
        self._settle_host(files, config, moves(site, making))
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
        self.documents += as_document(page, html)
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Makes the engine's templates escape what they print, and gives them the frame of every page."""
        site = self._site()
        env.autoescape = True
        env.undefined = StrictUndefined
        env.globals["frame"] = Frame(
            site.council.council,
            Directory.of(site.council).contact,
            self.today,
            frozenset(address_of_page(page) for page in site.pages),
            self.lasting,
            policy.in_page(),
            policy.in_page(compiles=True),
            pictures=frozenset(file.src_uri for file in files if file.name == "share"),
        )
        return env

    def on_post_template(
        self, output: str, *, template_name: str, config: MkDocsConfig
    ) -> str | None:
        """Has the page for what is not there lead to files, where no server is."""
        if self.host == "plain" and template_name == "404.html":
            return with_files_named(output, urlsplit(config.site_url or "/").path)
        return output

    def on_post_page(self, output: str, *, page: EnginePage, config: MkDocsConfig) -> str | None:
        """Has a page speak its language, and its links lead to files, where no server is."""
        said = page.in_its_language(output) if isinstance(page, CharterPage) else output
        return with_files_named(said) if self.host == "plain" else said

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Makes the index of the search."""
        try:
            if self._can_search:
                write_index(self.documents, Path(config.site_dir))
        except SearchIndexError as error:
            raise PluginError(str(error)) from error

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> LiveReloadServer:
        """Has the preview keep the last good page, and say on it what is wrong."""
        self.preview = Preview(builder)
        server.builder = self.preview.rebuild
        server.set_app(self.preview.around(server.serve_request))
        return server

    def on_build_error(self, *, error: Exception) -> None:
        """Remembers for the preview what stopped the build."""
        if self.preview:
            self.preview.report = str(error)

    @property
    def _can_search(self) -> bool:
        return self.host != "plain"

    def _site(self) -> Site:
        if self.site is None:
            message = "The charters were not checked. Name the plugin 'charters' in mkdocs.yml."
            raise PluginError(message)
        return self.site

    def _history(self, config: MkDocsConfig) -> History:
        """What changed before today; a preview asks again at each edit, and it is read once for each publication."""
        here = Path(config.config_file_path or ".").parent
        self.past = self.past or Past(
            Path(config.docs_dir), here, lambda gap: log.info("%s%s", NOTE, gap)
        )
        return self.past.known()

    def _settle_host(self, files: Files, config: MkDocsConfig, moved: dict[str, str]) -> None:
        """Adds the settings of the host that the site is built for."""
        if not self.host:
            return
        lasting = tuple(self.lasting.values())
        form = policy_sent(self._site().council.editor)
        hosting = Hosting(config.site_url or "", lasting, tuple(moved.items()), form)
        for made in hosts.settings(self.host, hosting):
            files.append(generated(made, config))
