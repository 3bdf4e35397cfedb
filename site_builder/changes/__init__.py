"""Two versions of a charter become a list of changes, each with a verdict and a sentence for residents.

The way through this room::

    version    a charter or council.yml, filled in, as it stood on some day
    rooms      what of two versions is laid side by side: standards, ladders of redress, ways in, and the rest
    matching   which thing of one list is which of the other: by id, by what it is about, by order
    standards  the rows of a standard, each with the terms that it shares with the others
    fields     two groups of one kind, field by field
    tables     for each field what makes it stronger or weaker, in the words of judging
    telling    a change as a sentence from the catalogue
    whole      that a charter itself came, went or moved

``between.changes_between`` is the door. What stays the same, and how the file is laid out, is no change.
"""
