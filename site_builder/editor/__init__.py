"""Editing by form in the browser: a page at /admin/ on which every change becomes a proposal.

``fields`` makes the form of the model, so that no field can be forgotten, and ``settings`` all that the form is told.
``vendored`` makes the program of the form, and ``laid`` keeps it in the council's repository: a build never fetches it.
``one_module`` makes one file of many. ``page/`` is what we say and do ourselves; ``files`` is all that is published.
"""
