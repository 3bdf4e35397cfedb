"""A charter is written out, without YAML's anchors, aliases, tags and merge keys.

Whoever reads the file must be able to see what holds. Forms cannot edit shortcuts, and a few of them can be made to
fill a computer's memory.

To put it right, write the value out where it is used.

Breaks it:

    routes: *usual

Puts it right:

    routes: [street-scene]
"""
