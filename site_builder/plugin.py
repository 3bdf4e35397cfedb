"""The site met with its engine: compiled pages become MkDocs pages. The only room that imports mkdocs."""

import logging
import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.structure.toc import get_toc

from site_builder import pages
from site_builder.clock import WrongDayError, today
from site_builder.folder import address_of_page
from site_builder.frame import Frame
from site_builder.inherit import Directory
from site_builder.markup import clean
from site_builder.page import Making, Page, PublishedFile
from site_builder.preview import Preview
from site_builder.problems import Severity
from site_builder.rendering import THEME
from site_builder.reports import text
from site_builder.site import Checked, Site, check

log = logging.getLogger("mkdocs.plugins.charters")


class Options(Config):  # type: ignore[no-untyped-call]
    """The plugin's settings in mkdocs.yml: there are none."""


class CharterPage(EnginePage):
    """A page that is HTML already: nothing of it goes through Markdown."""

    def __init__(self, made: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(made.title, file, config)
        self.made = made
        self.meta = {
            "description": made.description,
            "breadcrumbs": made.breadcrumbs,
            "section": made.section,
            "scripts": made.scripts,
            "links": made.links,
            "is_current": made.is_current,
            "body": True,
        }

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing to read: the page was made from a charter."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Hands the page over as it is."""
        self.content = self.made.html
        tokens = [_token(id_, title) for id_, title in self.made.headings]
        self.toc = get_toc(tokens)  # type: ignore[arg-type]
        self.present_anchor_ids = {id_ for id_, _ in self.made.headings}
        self.links_to_anchors = {}


class ChartersPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Checks the charters before a build and adds their pages to it."""

    def __init__(self) -> None:
        self.site: Site | None = None
        self.today = date.min  # until a build begins
        self.preview: Preview | None = None

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
        self._tell(checked)
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
            if not _is_wanted(file, config, kept):
                files.remove(file)
        overrides = Path(config.theme.custom_dir) if config.theme.custom_dir else None
        making = Making(self.today, overrides, address=config.site_url or "")
        for made in pages.every_page(site, making):
            if isinstance(made, PublishedFile):
                files.append(File.generated(config, made.uri, content=made.content))
                continue
            file = File.generated(
                config, f"{made.uri}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
            )
            file.edit_uri = made.source
            files.append(file)
            file.page = CharterPage(made, file, config)
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
        """Cleans what Markdown made of a hand-written page."""
        return html if isinstance(page, CharterPage) else clean(html)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Makes the engine's templates escape what they print, and gives them the frame of every page."""
        site = self._site()
        env.autoescape = True
        env.undefined = StrictUndefined
        env.globals["frame"] = Frame(
            site.council.council,
            Directory.of(site.council).contact,
            self.today,
            _material_css(files),
            frozenset(address_of_page(page) for page in site.pages),
        )
        return env

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

    def _site(self) -> Site:
        if self.site is None:
            message = (
                "The charters were not checked. Name the plugin 'charters' once in mkdocs.yml."
            )
            raise PluginError(message)
        return self.site

    def _tell(self, checked: Checked) -> None:
        errors = [problem for problem in checked.problems if problem.severity is Severity.ERROR]
        others = [problem for problem in checked.problems if problem.severity is not Severity.ERROR]
        # The command has told them already, and decides itself whether a warning stops the build.
        if not os.environ.get("CHARTERS_CHECKED"):
            for problem in others:
                level = logging.WARNING if problem.severity is Severity.WARNING else logging.INFO
                log.log(level, "\n".join(text.lines([problem])).rstrip())
        if errors:
            report = "\n".join(text.lines(errors))
            message = f"{text.summary(checked.problems, checked.files)}\n\n{report}"
            raise PluginError(message)


def _is_wanted(file: File, config: MkDocsConfig, kept: set[str]) -> bool:
    """Of the charters folder the pages and pictures; of Material only its stylesheet."""
    source = Path(file.abs_src_path or "")
    if source.is_relative_to(config.docs_dir):
        return file.src_uri in kept
    if any(source.is_relative_to(ours) for ours in (config.theme.custom_dir, THEME) if ours):
        return True
    return re.fullmatch(r"assets/stylesheets/main\.\w+\.min\.css", file.src_uri) is not None


def _material_css(files: Files) -> str:
    return next(
        file.src_uri for file in files if file.src_uri.startswith("assets/stylesheets/main.")
    )


def _token(id_: str, title: str) -> dict[str, Any]:
    return {
        "level": 2,
        "id": id_,
        "name": title,
        "html": title,
        "data-toc-label": "",
        "children": [],
    }
