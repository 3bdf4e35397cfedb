"""Every YAML file can be read.

A colon inside words, a tab or a crooked indent makes a file mean something else, or nothing.

To put it right, look at the line that is named and the one above it: put words with a colon in quotes, indent with two
spaces, close every quote and bracket.

Breaks it:

    - for: Category A: violence

Puts it right:

    - for: "Category A: violence"
"""
