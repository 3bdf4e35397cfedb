"""A translation says what the English says today.

A promise that was changed in English and not in Welsh would promise two things. So a translation hangs on the English words
it was made from: when they change it is not shown any more, and the page shows the new English, marked as such. The same
figures have to stand in both, and about.md has as many parts as its translation.

To put it right, look at the translation, and write the English words above it as they stand now.

Breaks it:

    words:
      - en: We will answer within 5 days.
        cy: Byddwn yn ateb o fewn 10 diwrnod.

Puts it right:

    words:
      - en: We will answer within 5 days.
        cy: Byddwn yn ateb o fewn 5 diwrnod.
"""

from site_builder.problems import Severity

SEVERITY = Severity.WARNING
