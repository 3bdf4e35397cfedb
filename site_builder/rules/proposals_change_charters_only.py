"""A proposal changes charters, and nothing beside them.

The settings, the look and the workflows of the site are programs: whoever changes them decides what runs on the
council's account. A proposal is therefore checked with those of the site as it stands, and what it changes beside the
charters is named, so that nobody approves it unread.

To put it right, make two proposals: one for the charters, and one for the rest, which somebody who looks after the site
reads line by line.

Breaks it:

    charters/hollins/charter.yml
    mkdocs.yml

Puts it right:

    charters/hollins/charter.yml
"""

from site_builder.problems import Severity

SEVERITY = Severity.WARNING
