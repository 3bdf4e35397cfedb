"""Everything of ours that the engine publishes is made here: what tells of several charters, and each charter."""

from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from site_builder import hosts, pages
from site_builder.around import Around, around_each
from site_builder.editor.files import policy_sent
from site_builder.editor.laid import LaidError
from site_builder.engine_page import as_file
from site_builder.find.directory import DirectoryError
from site_builder.finished.finishing import Finishing
from site_builder.frame import Frame
from site_builder.hosts.hosting import Hosting
from site_builder.page import Making, PublishedFile
from site_builder.pages.moved import moves
from site_builder.site import Site


@dataclass(frozen=True, slots=True)
class Made:
    """What has been made."""

    files: tuple[File, ...]
    """What the engine is to publish."""
    finished: tuple[File, ...]
    """Pages that are published already: the engine has to know them, so that links to them are good."""
    arounds: tuple[Around, ...]
    """Each charter, with what its pages were made of."""


def make(
    site: Site, making: Making, finishing: Finishing, config: MkDocsConfig, workers: int
) -> Made:
    """Make everything, on so many cores.

    Raises:
        PluginError: something that was asked for cannot be made; the message tells why.

    """
    arounds = tuple(around_each(site, making))
    # The charters are finished by other processes while this one makes what tells of several.
    begun = finishing.begin(arounds, workers)
    try:
        made = list(pages.of_several(site, making))
        alike = finishing.alike(site, making)
        written = tuple(begun)
        made += pages.of_gathered(site, making, {one.slug: one.gathered for one in written})
    except (DirectoryError, LaidError) as error:
        raise PluginError(str(error)) from error
    files = tuple(as_file(one, config) for one in made)
    finished = tuple(as_file(page, config) for one in (*written, alike) for page in one.pages)
    return Made(files, finished, arounds)


def settings_of(site: Site, making: Making, frame: Frame, host: str) -> tuple[PublishedFile, ...]:
    """Return the files that the host of the site wants beside the pages; none where nobody has named a host."""
    moved, form = tuple(moves(site, making).items()), policy_sent(site.council.editor)
    hosting = Hosting(making.address, tuple(frame.lasting.values()), moved, form)
    return tuple(hosts.settings(host, hosting)) if host else ()
