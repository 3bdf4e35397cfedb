"""Every file in charters/ is one that the site knows what to do with.

A charter in the wrong place, or under another name, would be left out of the site in silence.

To put it right, give each charter a folder of its own directly under charters/, and call the file charter.yml.

Breaks it:

    charters/hollins/Charter.yaml

Puts it right:

    charters/hollins/charter.yml
"""
