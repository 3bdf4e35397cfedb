"""Makes a charter of a spreadsheet of standards, and names everything that it could not place.

``sheet`` reads the file, ``headings`` finds what each column is, ``timing`` and ``wording`` understand what stands in
its cells, ``contacts`` who does it and where to report it, ``places`` makes standards of the rows and ``our_table`` of
the rows of this program's own table; ``writing`` says them in YAML and ``begin`` lays the charter in its folder.
"""
