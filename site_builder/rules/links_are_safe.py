"""A link goes to a web address, an e-mail address, a telephone number or another page.

Other links can run code in the reader's browser. The words beside a charter are shown on several pages, each at an
address of its own: from some of them, a link to the name of a page leads nowhere.

To put it right, write an address that begins with https:, mailto: or tel:. On a page of its own, the name of another
page does as well.

Breaks it:

    [Report it](javascript:report())

Puts it right:

    [Report it](https://www.example.org/report)
"""
