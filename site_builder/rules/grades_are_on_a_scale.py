"""Every grade is one of a scale that the charter names.

"Grade B" means nothing to people who cannot see what grades there are.

To put it right, add "scale" to the standard, or use a grade that the scale has.

Breaks it:

    targets:
      - grade: B or better

Puts it right:

    scale: litter-grades
    targets:
      - grade: B or better
"""

from collections.abc import Iterator

from site_builder.rules import Finding, Subject


def check_charter(charter: Subject) -> Iterator[Finding]:
    """A grade without a scale, or one that the scale does not have."""
    for n, standard in enumerate(charter.settled.standards):
        scale = charter.directory.scales.get(standard.scale or "")
        for m, target in enumerate(standard.targets):
            for field in ("grade", "falls_to"):
                bound = getattr(target, field)
                if bound is None:
                    continue
                where = ("standards", n, "targets", m, field)
                if standard.scale is None:
                    yield Finding(
                        where,
                        f"'{bound}' is a grade, but the standard names no scale. Add 'scale'.",
                        missing_fields=(("standards", n, "scale"),),
                    )
                elif scale and bound.letter not in [str(grade.grade) for grade in scale.grades]:
                    grades = ", ".join(str(grade.grade) for grade in scale.grades)
                    yield Finding(
                        where,
                        f"The scale '{scale.id}' has no grade '{bound.letter}'. It has {grades}.",
                    )
