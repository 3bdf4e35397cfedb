"""The four answers to a comparison."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")


class Verdict(StrEnum):
    """How a new promise stands to the old one."""

    STRONGER = "stronger"
    WEAKER = "weaker"
    SAME = "same"
    UNKNOWN = "cannot be compared"

    @property
    def turned(self) -> "Verdict":
        """The verdict where more is worse: for a fee, or for how long somebody may wait."""
        turned = {Verdict.STRONGER: Verdict.WEAKER, Verdict.WEAKER: Verdict.STRONGER}
        return turned.get(self, self)


def judge(old: T, new: T, covers: Callable[[T, T], bool]) -> Verdict:
    """The verdict on the new one.

    ``covers(a, b)`` says whether it is certain that whoever keeps ``a`` keeps ``b`` as well.
    """
    up, down = covers(new, old), covers(old, new)
    if up and down:
        return Verdict.SAME
    if up:
        return Verdict.STRONGER
    return Verdict.WEAKER if down else Verdict.UNKNOWN


def judge_figures(old: float, new: float) -> Verdict:
    """The verdict where a larger figure promises more."""
    return judge(old, new, lambda a, b: a >= b)
