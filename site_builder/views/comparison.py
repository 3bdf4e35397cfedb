"""A promise beside the council-wide standard it follows, improves or varies."""

from dataclasses import dataclass
from datetime import date

from site_builder import sentences
from site_builder.catalogue import ENGLISH, Catalogue
from site_builder.council_wide import Sides, Stand
from site_builder.inherit import Directory
from site_builder.limits import plain
from site_builder.model.standard import Standard
from site_builder.model.terms import Withdrawn
from site_builder.views.standing import is_withdrawn


@dataclass(frozen=True)
class Comparison:
    """What is different, with both sides in whole sentences; where nothing is, there are no sides."""

    says: str
    here_name: str = ""
    here: tuple[str, ...] = ()
    everywhere: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True)
class Beside:
    """How a promise stands to the council-wide one."""

    stand: Stand | None
    """None where the council-wide one holds no longer, so that there is nothing to stand to."""
    says: str
    wide: Standard


def beside(standard: Standard, sides: Sides, today: date) -> Beside | None:
    """Return how a settled standard stands to its council-wide one, or None if it names none that is known."""
    stands_to = standard.council_wide
    wide = sides.directory.standards.get(stands_to[1]) if stands_to else None
    if stands_to is None or wide is None:
        return None
    if wide.withdrawn and is_withdrawn(wide, today):
        return Beside(None, _withdrawn(wide.withdrawn), wide)
    stand = sides.compare(standard, wide).stand
    return Beside(stand, stand_said(stand), wide)


def comparison(standard: Standard, sides: Sides, today: date) -> Comparison | None:
    """Return what the page shows of that; a promise that is withdrawn here stands to none."""
    found = None if is_withdrawn(standard, today) else beside(standard, sides, today)
    if found is None:
        return None
    if found.stand in (None, Stand.SAME):
        return Comparison(found.says, reason=standard.reason)
    here, everywhere = differing(standard, found.wide, sides.directory)
    return Comparison(
        says=found.says,
        here_name=sides.charter.area.name,
        here=here,
        everywhere=everywhere,
        reason=standard.reason,
    )


def stand_said(stand: Stand, words: Catalogue = ENGLISH) -> str:
    """Say how a promise stands to the council-wide one."""
    return plain(words.say(f"stand.{stand}"))


def differing(
    standard: Standard, wide: Standard, directory: Directory
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what each of the two says and the other does not; all of it, if that leaves one with nothing."""
    here, everywhere = ((*all_sentences(one, directory), *_terms(one)) for one in (standard, wide))
    mine = tuple(line for line in here if line not in everywhere)
    theirs = tuple(line for line in everywhere if line not in here)
    return (mine, theirs) if mine and theirs else (here, everywhere)


def all_sentences(standard: Standard, directory: Directory) -> tuple[str, ...]:
    """Return the standard's targets, each as one whole sentence."""
    return tuple(str(sentences.full(target, standard, directory)) for target in standard.targets)


def _terms(standard: Standard) -> tuple[str, ...]:
    """What holds for all its targets, such as what is not covered."""
    named = sentences.named_terms(standard.model_copy(update={"measured": None}))
    return tuple(plain(ENGLISH.say("beside.named", name=name, words=said)) for name, said in named)


def _withdrawn(gone: Withdrawn) -> str:
    return plain(ENGLISH.say("stand.withdrawn", date=ENGLISH.date(gone.date)))
