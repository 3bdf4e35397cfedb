"""What stands beside a charter for its page in another language: ``charter.<lang>.yml`` and ``about.<lang>.md``."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.catalogue import translations
from site_builder.folder import CHARTER, COUNCIL, PROSE, Folder
from site_builder.language_files import in_language
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.problems import Location, Problem, Severity
from site_builder.prose import Section, read_prose
from site_builder.translated.file import ARE_CURRENT, CAN_BE_READ, TranslationFile, short
from site_builder.translated.texts import texts_of

ARE_COMPLETE = "translations-are-complete"
_SMALL_WORD = re.compile(r"(?:^|\s)[a-z]")


@dataclass(frozen=True, slots=True)
class Translation:
    """A charter's words in another language."""

    language: str
    """Its code, such as ``cy``."""
    words: Mapping[str, str]
    """The translation of each text, by the English one."""
    prose: tuple[Section, ...] = ()
    """The sections of about.<lang>.md."""


def language_name(code: str) -> str:
    """A language as English calls it: ``Welsh``."""
    return str(translations()[code].locale.get_language_name("en"))


def translations_beside(
    folder: Folder, slug: str, original: tuple[Charter, Charter, CouncilFile], sections: int
) -> tuple[tuple[Translation, ...], list[Problem]]:
    """What is there for a charter in other languages, held against its English, and what is wrong with it.

    ``original`` is the charter as it is written and with all that it takes over, and council.yml; ``sections`` is how
    many parts its about.md has.
    """
    found: list[Translation] = []
    problems: list[Problem] = []
    for code in translations():
        name = f"{slug}/{in_language(CHARTER, code)}"
        prose, slips = _prose(folder, slug, code)
        problems += slips
        if not folder.holds(name):
            if prose is not None or slips:
                problems.append(_alone(folder, slug, code))
            continue
        file = TranslationFile(folder.named(name), code)
        words = file.read(folder, name)
        problems += file.problems
        if words is None:
            continue
        problems += file.held_against({text for group in original for text in texts_of(group)})
        problems += _missing(file.shown, code, words, tuple(texts_of(original[0])))
        if sections != len(prose or ()):
            problems += _other_parts(folder, slug, code, sections, len(prose or ()))
        found.append(Translation(code, words, prose or ()))
    return tuple(found), problems


def council_words(
    folder: Folder, council: CouncilFile
) -> tuple[dict[str, dict[str, str]], list[Problem]]:
    """What council.<lang>.yml says, by language, held against council.yml."""
    found: dict[str, dict[str, str]] = {}
    problems: list[Problem] = []
    for code in translations():
        name = in_language(COUNCIL, code)
        if not folder.holds(name):
            continue
        file = TranslationFile(folder.named(name), code)
        words = file.read(folder, name)
        problems += file.problems
        if words is not None:
            problems += file.held_against(set(texts_of(council)))
            found[code] = words
    return found, problems


def _missing(
    shown: str, code: str, words: Mapping[str, str], own: Sequence[str]
) -> Iterator[Problem]:
    """How much of a charter's own words has no translation; names, each word with a capital, need none."""
    wanted = [text for text in dict.fromkeys(own) if _SMALL_WORD.search(text)]
    missing = [text for text in wanted if text not in words]
    if missing:
        message = (
            f"{len(missing)} of {len(wanted)} texts of this charter have no translation here, and are shown in English "
            f"on the page in {language_name(code)}. The first is '{short(missing[0])}'."
        )
        yield Problem(Location(shown), message, ARE_COMPLETE, Severity.NOTE)


def _prose(
    folder: Folder, slug: str, code: str
) -> tuple[tuple[Section, ...] | None, list[Problem]]:
    name = f"{slug}/{in_language(PROSE, code)}"
    if not folder.holds(name):
        return None, []
    prose, problems = read_prose(folder.path(name), folder.named(name))
    return (prose.sections if prose else None), problems


def _alone(folder: Folder, slug: str, code: str) -> Problem:
    message = (
        f"There is no {in_language(CHARTER, code)} beside this file, so there is no page in {language_name(code)} on "
        f"which it would be shown. Begin one with 'language: {code}' and 'words:'."
    )
    return Problem(
        Location(folder.named(f"{slug}/{in_language(PROSE, code)}")), message, CAN_BE_READ
    )


def _other_parts(folder: Folder, slug: str, code: str, there: int, here: int) -> Iterator[Problem]:
    name = in_language(PROSE, code)
    if not here:
        message = f"{PROSE} has no translation. It is shown in English until there is an {name}."
        shown = folder.named(f"{slug}/{in_language(CHARTER, code)}")
        yield Problem(Location(shown), message, ARE_COMPLETE, Severity.NOTE)
        return
    message = f"{PROSE} has {there} parts under headings, and {name} {here}. One of them has been changed without the other."
    yield Problem(Location(folder.named(f"{slug}/{name}")), message, ARE_CURRENT, Severity.WARNING)
