"""Every file is plain text, saved as UTF-8, with nothing hidden in it.

A file in another encoding shows wrong letters. A hidden character can make a line read other than it is: what a reviewer
sees is then not what is published.

To put it right, save the file again as UTF-8 and type the line again where a hidden character is named.

Breaks it:

    charter.yml, saved as UTF-16 or Windows-1252

Puts it right:

    charter.yml, saved as UTF-8
"""
