"""Every blank is filled in.

A line that nobody has filled in is a question that nobody has answered, and a resident cannot rely on it.

To put it right, write what the message asks for. If there is nothing to say, take the line out: most fields may be left out.
A blank is a field with nothing behind it, "____", "…", or words such as "TBC" and "to be agreed".

Breaks it:

    review_due: TBC

Puts it right:

    review_due: 2028-03
"""
