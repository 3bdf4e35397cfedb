"""Every picture is a file beside the page that shows it.

A picture from elsewhere tells its owner who reads the page, and can change or vanish.

To put it right, put the file beside the page and name it there.

Breaks it:

    ![The canal](https://www.example.org/canal.jpg)

Puts it right:

    ![The canal](canal.jpg)
"""
