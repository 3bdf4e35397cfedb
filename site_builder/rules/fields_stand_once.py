"""Every field stands once in its group.

Of two values for one field nobody can say which was agreed.

To put it right, keep one of the two lines.

Breaks it:

    by: street-scene
    by: housing

Puts it right:

    by: street-scene
    support: [housing]
"""
