"""Headings go down one level at a time.

People who hear a page find their way by its headings.

To put it right, begin the heading with one sign less.

Breaks it:

    # About Hollins
    ### The canal

Puts it right:

    # About Hollins
    ## The canal
"""
