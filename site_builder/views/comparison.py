"""A promise beside the council-wide standard it follows, improves or varies."""

from dataclasses import dataclass

from site_builder import sentences
from site_builder.inherit import Directory
from site_builder.model.charter import Charter
from site_builder.model.standard import Standard


@dataclass(frozen=True)
class Comparison:
    """What is different, with both sides in whole sentences; one that follows has no sides."""

    says: str
    here_name: str = ""
    here: tuple[str, ...] = ()
    everywhere: tuple[str, ...] = ()
    reason: str | None = None


def comparison(standard: Standard, charter: Charter, directory: Directory) -> Comparison | None:
    """Return how the standard stands to the council-wide one, or None if it names none."""
    if standard.follows:
        return Comparison("This is the council-wide standard.", reason=standard.reason)
    wide = directory.standards.get(standard.improves or standard.varies or "")
    if wide is None:
        return None
    says = (
        "This is better than the council-wide standard."
        if standard.improves
        else "This is different from the council-wide standard."
    )
    return Comparison(
        says=says,
        here_name=charter.area.name,
        here=all_sentences(standard, directory),
        everywhere=all_sentences(wide, directory),
        reason=standard.reason,
    )


def all_sentences(standard: Standard, directory: Directory) -> tuple[str, ...]:
    """Return the standard's targets, each as one whole sentence."""
    return tuple(str(sentences.full(target, standard, directory)) for target in standard.targets)
