"""What was promised before today, read from git.

The way through this room::

    log          ``git log``, once              -> Publications: what each commit changed
    lineage      Publications                   -> Lineages: each charter through all its folders
    kept         what was worked out before     -> Entries, by what they were worked out from
    comparing    Lineages, and their contents   -> Entries: what differs from one version to the next
    working_out  all of the above               -> History
    reading      a charters folder              -> History, read again only when something was published

Beside it: ``pieces`` reads of each version only what is other than in the one before, ``touching`` finds the charters that
a change of council.yml may alter, ``contents`` fetches from git's store, ``entries`` is the form in which an answer is kept,
``past`` what the pages see, and ``store`` gives a charter as it stood on a day. ``editions`` are the texts that people can point
to: by ``tags`` or by a field (``marked``), as ``snapshots`` that are ``opened`` when somebody reads them.
"""
