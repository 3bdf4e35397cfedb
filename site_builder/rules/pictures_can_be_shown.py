"""A picture is what its name says, and small enough for a phone.

A file that only calls itself a picture can be a page with a script in it. A photo as the camera took it is slow to load
where the line is weak, and one that unfolds to millions of points can stop a browser. What a camera noted in a photo,
such as the place it was taken at, is left out when it is published.

To put it right, save the picture again, as JPEG, PNG or WebP, with about 2,000 points across and no more than 5 MB.

Breaks it:

    charters/hollins/canal.jpg, 12 MB

Puts it right:

    charters/hollins/canal.jpg, 400 KB
"""
