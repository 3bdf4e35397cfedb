"""No file is empty.

An empty charter would be a page with nothing on it.

To put it right, write the charter, or delete the file.
"""
