"""What the site knows, as files for programs: tables, JSON, and the descriptions of both.

A table is declared once, with a description of each column; where a column is a field of the model, the
description is the model's. The CSV, the JSON, the schemas, ``datapackage.json``, the CSVW metadata and the page that
explains it all are made from that one declaration.
"""
