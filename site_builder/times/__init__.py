"""The words for times: "within 5 working days", "every 2 weeks", "at the next visit".

``units`` has the closed lists and what a unit comes to, ``forms`` one record for each form, ``grammar`` reads words
into a form. A form's ``str()`` gives the words back. ``cures`` says what to write instead of other words, which
``rewrite`` makes of the ways in which people write times. Which of two times is the stronger is for ``compare`` to say,
by when something is due for ``deadlines``.
"""
