"""Files as the engine knows them: which of its own are published, and those that we make."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from site_builder.lasting import is_lasting, lasting_name
from site_builder.lean import can_be_lean, lean
from site_builder.material import is_material, used_of
from site_builder.page import PublishedFile
from site_builder.pictures import published
from site_builder.rendering import THEME

STYLES = "assets/charters.css"


def generated(made: PublishedFile, config: MkDocsConfig) -> File:
    """Give the engine a file that we have made."""
    # It would leave out a name that begins with a dot.
    included = InclusionLevel.INCLUDED
    return File.generated(config, made.uri, content=made.content, inclusion=included)


def keep_wanted(files: Files, config: MkDocsConfig, pages: set[str], pictures: set[str]) -> None:
    """Take out what is not to be published, and what nobody needs to know from the pictures."""
    for file in list(files):
        if not _is_wanted(file, config, pages | pictures):
            files.remove(file)
        elif file.src_uri in pictures:
            files.remove(file)
            picture = PublishedFile(file.src_uri, published(Path(str(file.abs_src_path))))
            files.append(generated(picture, config))


def _is_wanted(file: File, config: MkDocsConfig, kept: set[str]) -> bool:
    """Of the charters folder the pages and pictures; of Material only its stylesheet."""
    source = Path(file.abs_src_path or "")
    if source.is_relative_to(config.docs_dir):
        return file.src_uri in kept
    if any(source.is_relative_to(ours) for ours in (config.theme.custom_dir, THEME) if ours):
        return True
    return is_material(file.src_uri)


def with_lasting_names(files: Files) -> dict[str, str]:
    """Give style sheets and scripts names that change with their contents; return them by their own.

    What we use of Material's style sheet goes ahead of ours, into one file: a phone asks once.
    """
    lasting = {}
    materials = next(file for file in files if is_material(file.src_uri))
    files.remove(materials)
    for file in files:
        if can_be_lean(file.src_uri):
            file.content_string = lean(file.src_uri, file.content_string)
        if file.src_uri == STYLES:
            file.content_string = used_of(materials.content_string) + file.content_string
        if is_lasting(file.src_uri):
            file.dest_uri = lasting_name(file.src_uri, file.content_bytes)
            lasting[file.src_uri] = file.dest_uri
    return lasting
