"""Words in a list stand one item to a line.

Inside brackets every comma starts a new item: "[Private walls, unless the owner asks us]" is two items, and the
second one turns the promise round. Ids may stand in brackets.

To put it right, write each item on a line of its own after a dash.

Breaks it:

    not_covered: [Private walls, unless the owner asks us]

Puts it right:

    not_covered:
      - Private walls, unless the owner asks us
"""
