"""Words are plain words, without HTML.

The page is laid out for you, on a phone, on paper and for a screen reader. HTML would be shown as it stands.

To put it right, take the signs out.

Breaks it:

    promise: We will pick up <b>all</b> litter.

Puts it right:

    promise: We will pick up all litter.
"""
