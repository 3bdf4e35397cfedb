"""A council's own repository: ``answers`` are what it is asked, ``files`` what it gets, ``record`` what it was given.

``begin`` lays all of it out, whole or not at all.
"""
