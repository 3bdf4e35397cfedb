"""No file is empty.

An empty charter would be a page with nothing on it.

To put it right, write the charter, or delete the file.

Breaks it:

    # Hollins: to be written

Puts it right:

    title: Hollins neighbourhood charter
    area:
      name: Hollins
"""
