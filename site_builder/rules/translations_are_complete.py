"""Everything in a translated charter is translated.

Half a page in Welsh is of little use to those who read no English well. What has no translation is shown in English and
marked as such, so nothing is lost and nothing is hidden; this says how much it is. Names, each word of which begins with a
capital letter, need no translation.

To put it right, add the words it names to the file of translations, and behind them what they are in its language.

Breaks it:

    language: cy
    words: []

Puts it right:

    language: cy
    words:
      - en: We will pick up litter.
        cy: Byddwn yn codi sbwriel.
"""

from site_builder.problems import Severity

SEVERITY = Severity.NOTE
