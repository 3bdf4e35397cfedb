"""A link goes to a web address, an e-mail address, a telephone number or another page.

Other links can run code in the reader's browser.

To put it right, write an address that begins with https:, mailto: or tel:, or the name of a page.

Breaks it:

    [Report it](javascript:report())

Puts it right:

    [Report it](https://www.example.org/report)
"""
