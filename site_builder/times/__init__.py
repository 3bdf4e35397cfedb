"""The words for times: "within 5 working days", "every 2 weeks", "at the next visit".

``units`` and ``moments`` are the closed lists, ``forms`` one record for each form, ``grammar`` reads words
into a form. A form's ``str()`` gives the words back.
"""
