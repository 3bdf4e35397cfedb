"""Every page has an address of its own.

Where two pages share an address, one of them cannot be read.

To put it right, rename one of the two.

Breaks it:

    charters/areas.md

Puts it right:

    charters/our-areas.md
"""
