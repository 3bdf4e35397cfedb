"""Every table has known columns, and every row fits them.

Results are kept as a table, so that any spreadsheet can write them. A column with another name would be passed
over, and a comma too many moves every figure behind it into the wrong column. A charter's table may have 10,000 rows, and
the one for all charters, beside council.yml, 100,000.

To put it right, name the columns as the message says, keep one row for each standard and period, and put a text that
holds commas in double quotes.

Breaks it:

    standard,periode,cases

Puts it right:

    standard,period,cases
"""
