"""Prose is plain Markdown.

Front matter is not read here, and very long lines or runs of one sign make a page slow to build.

To put it right, begin the page with a heading and break long lines into paragraphs.

Breaks it:

    ---
    title: About Hollins
    ---

Puts it right:

    # About Hollins
"""
