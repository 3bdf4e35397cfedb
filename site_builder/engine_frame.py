"""The frame of pages as the engine puts it on, for pages that it is not to keep in hand."""

from dataclasses import replace
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from site_builder.cache import Cache
from site_builder.compiled_templates import keep_compiled
from site_builder.engine_page import CharterPage, as_file
from site_builder.finished.finishing import Finishing
from site_builder.frame import Frame
from site_builder.hosts.plain import with_files_named
from site_builder.named_by_content import name_of, name_of_files
from site_builder.page import Making, Page


def prepared(env: Environment, frame: Frame) -> Environment:
    """Make the engine's templates escape what they print, and give them the frame of every page."""
    env.autoescape = True
    env.undefined = StrictUndefined
    env.globals["frame"] = frame
    keep_compiled(env, "frames")
    return env


def as_published(page: CharterPage, html: str, *, host: str) -> str:
    """Have a page speak its language, and its links lead to files, where no server is."""
    said = page.in_its_language(html)
    return with_files_named(said) if host == "plain" else said


def _name_of_settings(config: MkDocsConfig, frame: Frame, host: str) -> str:
    """Return a name for all that the frame of every page hangs on: settings, templates, and what they show."""
    settings = Path(config.config_file_path or "mkdocs.yml")
    overrides = config.theme.custom_dir
    return name_of(
        (
            host,
            {**vars(frame), "pages": sorted(frame.pages), "pictures": sorted(frame.pictures)},
            name_of_files(settings.parent, settings.name),
            name_of_files(Path(overrides), "**/*") if overrides else "",
            # A setting may come from the environment, or from another file.
            [
                config.get(name)
                for name in (
                    "site_name",
                    "site_url",
                    "site_description",
                    "edit_uri",
                    "repo_url",
                    "extra_css",
                    "extra",
                )
            ],
        )
    )


def finishing_of(
    config: MkDocsConfig, frame: Frame, making: Making, host: str, index: Path
) -> Finishing:
    """Return what finishes the charters of a site; `index` is the folder of what the search finds."""
    charters = Path(config.docs_dir)
    shared = (
        _name_of_settings(config, frame, host),
        name_of_files(charters, "*.yml"),
        making.history.gaps,
    )
    return Finishing(
        Cache(Path(config.config_file_path or ".").parent),
        name_of(shared),
        charters,
        Framing(config, frame, host),
        Path(config.site_dir),
        index,
    )


class Framing:
    """Puts pages into their frame, in any process, without the engine's round of all pages."""

    def __init__(self, config: MkDocsConfig, frame: Frame, host: str) -> None:
        self.config, self.frame, self.host = config, frame, host
        self.template = prepared(config.theme.get_env(), frame).get_template("main.html")

    def __call__(self, made: Page, beside: frozenset[str]) -> str:
        """Return a page as it is published; `beside` are the addresses of files that are published with it."""
        page = as_file(made, self.config).page
        assert isinstance(page, CharterPage)  # noqa: S101 - that is what a page of ours becomes
        page.render(self.config, Files([]))
        context = get_context(Navigation([], []), Files([]), self.config, page)
        frame = replace(self.frame, pictures=self.frame.pictures | beside)
        return as_published(page, self.template.render({**context, "frame": frame}), host=self.host)
