"""What each kind of page shows, as plain data: no HTML, no clock, no files.

Each module makes one part of a page, or one whole page, from a settled charter and its directory.
The templates in `theme/` turn what is made here into HTML.
"""
