"""No file is larger than a charter needs.

A YAML file or a charter's table of results may have 1 MB, the table of results for all charters 10 MB and a Markdown file
64 KB in 3,000 lines. The longest real charter we know takes less than half of that; a larger
file is a mistake, or is meant to make the check slow.

To put it right, take out what does not belong in the file.

Breaks it:

    charters/hollins/charter.yml, 3.2 MB

Puts it right:

    charters/hollins/charter.yml, 24 KB
"""
