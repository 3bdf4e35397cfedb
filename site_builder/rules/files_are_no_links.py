"""Every file and folder stands where it is, not behind a link.

A link can publish a file that nobody meant to publish.

To put it right, delete the link and put the file itself there.

Breaks it:

    charters/hollins/charter.yml -> ../mill-lane/charter.yml

Puts it right:

    charters/hollins/charter.yml
"""
