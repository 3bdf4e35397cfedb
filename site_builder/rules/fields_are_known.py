"""Every field is one that a charter has.

A misspelt field would be left out, and with it what was agreed.

To put it right, correct its name: the message says which is nearest.

Breaks it:

    targets:
      - remove: within 5 working days

Puts it right:

    targets:
      - removed: within 5 working days
"""
