"""Every picture says in words what it shows.

People who cannot see it have the words read to them, and they stand there where it does not load.

To put it right, write between the brackets what somebody would miss who cannot see the picture.

Breaks it:

    ![](canal.jpg)

Puts it right:

    ![The towpath with its new lamps](canal.jpg)
"""
