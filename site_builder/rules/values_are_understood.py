"""Every value is of the kind that its field needs.

Dates, sums, shares and ids are read by machines as well as people: by those who compare, count and remind.

To put it right, write the value as the message shows.

Breaks it:

    agreed: 1 April 2026

Puts it right:

    agreed: 2026-04-01
"""
