"""One record for each form of time. ``str()`` of a record is the words an author writes."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field


def counted(number: int, unit: str) -> str:
    """``(5, "working day")`` -> ``"5 working days"``."""
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time, or a range: of a range the last value is the promise.

    ``low_unit`` is given only where it differs from ``unit``; ``half`` is "half a" unit.
    """

    number: int
    unit: str
    low: int | None = None
    low_unit: str | None = None
    half: bool = False

    def __str__(self) -> str:
        if self.half:
            return f"half {'an' if self.unit == 'hour' else 'a'} {self.unit}"
        if self.low is None:
            return counted(self.number, self.unit)
        low = counted(self.low, self.low_unit) if self.low_unit else str(self.low)
        return f"{low} to {counted(self.number, self.unit)}"


@dataclass(frozen=True, slots=True)
class Within:
    """At most so long after a moment; ``start`` None means the action's own moment."""

    span: Span
    start: str | None = None
    days: tuple[str, str] | None = None

    def __str__(self) -> str:
        days = f", {self.days[0]} to {self.days[1]}" if self.days else ""
        return f"within {self.span}{_of(self.start)}{days}"


@dataclass(frozen=True, slots=True)
class ByDay:
    """By the end (or a clock time) of the same or the next day."""

    which: str
    working: bool
    clock: str | None = None
    start: str | None = None

    def __str__(self) -> str:
        working = "working " if self.working else ""
        return f"by {self.clock or 'the end of'} the {self.which} {working}day{_of(self.start)}"


@dataclass(frozen=True, slots=True)
class SameDay:
    """The same day as the moment."""

    working: bool

    def __str__(self) -> str:
        return "the same working day" if self.working else "the same day"


@dataclass(frozen=True, slots=True)
class NextVisit:
    """Not by a day, but when somebody is next there."""

    visit: str
    scheduled: bool

    def __str__(self) -> str:
        return f"at the next {'scheduled ' if self.scheduled else ''}{self.visit}"


@dataclass(frozen=True, slots=True)
class AtOnce:
    """Without any delay."""

    def __str__(self) -> str:
        return "at once"


@dataclass(frozen=True, slots=True)
class Before:
    """At least so long before a moment."""

    span: Span
    moment: str

    def __str__(self) -> str:
        return f"{self.span} before the {self.moment}"


@dataclass(frozen=True, slots=True)
class Regular(ABC):
    """Work that is done again and again: what all the regular forms share."""

    bound: str | None = field(default=None, kw_only=True)
    """"at least", "at most" or "about"."""
    when_needed: bool = field(default=False, kw_only=True)
    until_closed: bool = field(default=False, kw_only=True)

    @property
    @abstractmethod
    def often(self) -> str:
        """How often, without the bound and what follows."""

    def __str__(self) -> str:
        bound = f"{self.bound} " if self.bound else ""
        needed = " and when needed" if self.when_needed else ""
        return f"{bound}{self.often}{needed}{' until closed' if self.until_closed else ''}"


@dataclass(frozen=True, slots=True)
class Every(Regular):
    """Every so many units; ``low`` makes a range."""

    number: int
    unit: str
    low: int | None = None

    @property
    def often(self) -> str:
        """``every 7 to 10 days``."""
        if self.low is not None:
            return f"every {self.low} to {counted(self.number, self.unit)}"
        return (
            f"every {self.unit}" if self.number == 1 else f"every {counted(self.number, self.unit)}"
        )


@dataclass(frozen=True, slots=True)
class Times(Regular):
    """So many times in each period of ``per`` units; ``low`` makes a range."""

    number: int
    unit: str
    per: int = 1
    low: int | None = None

    @property
    def often(self) -> str:
        """``twice every 3 years``."""
        times = {1: "once", 2: "twice"}.get(self.number, f"{self.number} times")
        if self.low is not None:
            times = f"{self.low} to {self.number} times"
        if self.per == 1:
            return f"{times} {'an' if self.unit == 'hour' else 'a'} {self.unit}"
        return f"{times} every {counted(self.per, self.unit)}"


@dataclass(frozen=True, slots=True)
class Weekdays(Regular):
    """On these days of every week."""

    days: tuple[str, ...]

    @property
    def often(self) -> str:
        """``every Monday and Friday``."""
        return f"every {listed(self.days)}"


@dataclass(frozen=True, slots=True)
class EachMonth(Regular):
    """On one weekday of every month."""

    ordinal: str
    day: str

    @property
    def often(self) -> str:
        """``first Tuesday of every month``."""
        return f"{self.ordinal} {self.day} of every month"


@dataclass(frozen=True, slots=True)
class Continuously(Regular):
    """All the time between two hours of the day."""

    opens: str
    closes: str
    days: tuple[str, str] | None = None

    @property
    def often(self) -> str:
        """``continuously 07:00 to 17:00 every day``."""
        days = f", {self.days[0]} to {self.days[1]}" if self.days else " every day"
        return f"continuously {self.opens} to {self.closes}{days}"


Response = Within | ByDay | SameDay | NextVisit | AtOnce | Before
Time = Response | Every | Times | Weekdays | EachMonth | Continuously


def listed(words: tuple[str, ...]) -> str:
    """``("Monday", "Friday")`` -> ``"Monday and Friday"``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _of(start: str | None) -> str:
    return f" of {start}" if start else ""
