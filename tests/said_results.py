"""All that is said of results beside their rows: what they were held against, silence, and how many were kept."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from site_builder import held
from site_builder.catalogue import Catalogue
from site_builder.dates import PartDate
from site_builder.held import Held
from site_builder.inherit import Directory
from site_builder.limits import plain
from site_builder.marks import Mark
from site_builder.model.council import CouncilFile
from site_builder.model.results import Period, Result
from site_builder.model.standard import Standard
from site_builder.outcomes import Outcome
from site_builder.result_sentences import figures, silence, why_not_measured
from site_builder.views.kept import kept_everywhere, kept_sentence

NOWHERE = Directory.of(CouncilFile.model_validate({"council": {"name": "A"}}))

STREETS = Directory.of(
    CouncilFile.model_validate(
        {"council": {"name": "A"}, "parties": [{"id": "streets", "name": "112", "kind": "team"}]}
    )
)


def _standard(*targets: dict[str, Any], **fields: Any) -> Standard:  # noqa: ANN401 - any YAML value
    return Standard.model_validate({"id": "litter", "targets": targets, **fields})


def _mark(outcome: Outcome, period: str, standard: str = "litter") -> Mark:
    against = Held(_standard(), NOWHERE)
    return Mark("", standard, None, "", "", Period(period), outcome, None, None, against, 5)


def said_results(words: Catalogue) -> Iterator[tuple[object, str]]:
    """Each as a thing and its sentence, in the language of `words`."""
    yield from ((None, plain(words.say(f"outcome.{one}"))) for one in Outcome)
    row = Result.model_validate({"standard": "litter", "period": "2026-07 to 2026-09"})
    few = [{"removed": f"within {n} days"} for n in (1, 2)]
    for targets in (few, few * 2):
        for flags in ({"is_then": True}, {"changed_within": True}):
            of = Held(_standard(*targets), NOWHERE, **flags)
            yield None, plain(held.said(row, of, words) or words.say("missing"))
    figure = row.model_copy(update={"result": "20", "reply": "112"})
    parts = _standard({"level": "all bins"}, {"level": "all lamps"}, by="streets")
    yield figure, " ".join(map(plain, figures(figure, parts, STREETS, words=words)))
    day = date(2026, 10, 31)
    yield None, plain(silence(PartDate(day, day, "2026-10-31"), words))
    for standard in (_standard({"no_promise": "So"}), _standard(few[0])):
        yield standard, plain(why_not_measured(standard, words) or words.say("missing"))
    for count in (1, 2):
        for outcome in (one for one in Outcome if one is not Outcome.NOT_MEASURED):
            marks = [_mark(outcome, "2025-10 to 2026-03", str(n)) for n in range(count)]
            yield None, plain(kept_sentence(tuple(marks), words))
    both = (_mark(Outcome.MET, "2026-07 to 2026-09"), _mark(Outcome.MET, "2026-04 to 2026-09"))
    yield None, plain(kept_sentence(both, words))
    mixed = [_mark(Outcome(one), "2026-09 to 2026-09", one) for one in ("missed", "too-few")]
    yield None, plain(kept_sentence(tuple(mixed), words))
    apart = (_mark(Outcome.MET, "2026-07 to 2026-09"), _mark(Outcome.MET, "2026-04 to 2026-06"))
    yield None, plain(kept_everywhere(apart, words))
