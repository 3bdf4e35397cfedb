"""One style for charter.yml and council.yml, so that a proposal shows only what it changes.

``spots`` knows where each value stands in the text, ``scalars`` writes one value, ``layout`` the whole file with
every note in its place, and ``files`` does it to files. What is read stays what it was, or nothing is written.
"""
