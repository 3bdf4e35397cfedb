"""A share says over what time it is counted.

"90% of repairs on time" may be 90% of a year in which every winter repair was late. Charters promise shares of calls,
of repairs and of officers' time, and many never say over what time they are counted.

To put it right, say how often it is counted and published: "results: every quarter", on the standard or in
"for_all_standards".

Breaks it:

    share: 90%

Puts it right:

    share: 90%
    results: every quarter
"""

import re
from collections.abc import Iterator

from site_builder.model.standard import Standard
from site_builder.problems import Severity
from site_builder.rules import Finding, Subject
from site_builder.source import Where

SEVERITY = Severity.WARNING
_GENERAL: Where = ("for_all_standards", "results")
_PART = re.compile(r"[\d.]+%|[\d,]+ of [\d,]+(?= |$)")


def check_charter(charter: Subject) -> Iterator[Finding]:
    """Shares of nobody knows what time: told once where it is so of all."""
    of_shares = 0
    open_ended: list[tuple[int, Where, str]] = []
    for n, standard in enumerate(charter.settled.standards):
        share = None if standard.withdrawn else _share(standard, charter, n)
        of_shares += share is not None
        if share and not standard.results:
            open_ended.append((n, *share))
    if len(open_ended) > 1 and len(open_ended) == of_shares:
        message = (
            f"{of_shares} standards promise a share, and nothing says over what time it is counted. Add 'results' to "
            "'for_all_standards', such as 'results: every quarter'."
        )
        fields = (_GENERAL, *(("standards", n, "results") for n, _, _ in open_ended))
        yield Finding((), message, missing_fields=fields)
        return
    for n, where, words in open_ended:
        id_ = charter.settled.standards[n].id
        message = (
            f"'{words}' of '{id_}' does not say over what time it is counted. Add 'results', such as 'results: every "
            "quarter'."
        )
        yield Finding(where, message, missing_fields=(_GENERAL, ("standards", n, "results")))


def _share(standard: Standard, charter: Subject, number: int) -> tuple[Where, str] | None:
    """The first share that a standard promises, and where it stands."""
    here: Where = ("standards", number)
    written = charter.written.standards[number]
    if standard.share:
        return (*here, "share" if written.share else "id"), standard.share
    for m, target in enumerate(standard.targets):
        for name in ("share", "level", "satisfied"):
            value = getattr(target, name)
            found = _PART.search(value) if value else None
            if found:
                place = (*here, "targets", m, name) if written.targets else (*here, "id")
                return place, found[0]
    return None
