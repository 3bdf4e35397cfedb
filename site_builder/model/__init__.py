"""The charter's fields: each name, type, limit and description is declared once, here.

``charter`` is a ``charter.yml``, ``council`` a ``council.yml``; the other files hold one group of the
vocabulary each. The JSON Schema, the guide's pages and the checks' "did you mean" are derived from them.
"""
