"""Prose holds no HTML.

What comes from many hands is shown to everybody: so nothing in it may change how a page works.

To put it right, write it in Markdown. To show a sign such as "<" as it stands, put it in `back-ticks`.

Breaks it:

    <b>Important</b>

Puts it right:

    **Important**
"""
