"""The name of a folder or page makes a good web address.

The name of a charter's folder is its address on the web and on paper. People type it: so it has lower-case letters,
figures and hyphens, at most 60 of them, and no name that some computers keep for themselves.

To put it right, rename the folder or file.

Breaks it:

    charters/Mill Lane/charter.yml

Puts it right:

    charters/mill-lane/charter.yml
"""
