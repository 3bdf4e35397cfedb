"""Every time is one that can be measured.

"As soon as possible" is not a promise: nobody can say whether it was kept.

To put it right, write a number and a unit: "within 5 working days", "every 2 weeks". If there is no limit, say so with
"no_promise" and why; if it is about manners, move it to "principles".

Breaks it:

    removed: as soon as possible

Puts it right:

    removed: within 5 working days
"""
