"""Neighbourhood charters: YAML and Markdown in, a checked website out.

The flow, room by room::

    folder      what lies in charters/                   -> which file is what
    source      one YAML file                            -> Document: values and their places
    model       Document                                 -> Charter: typed fields, or slips
    inherit     Charter and council.yml                  -> Charter with all that it takes over
    rules       Charter                                  -> Problems
    compile     one charter, alone: all of the above     -> Compiled
    site        every charter                            -> Checked: the problems, and the Site
    views       Site                                     -> what each page shows, as plain data
    rendering   a view and its template in theme/        -> HTML
    pages       every kind of page                       -> Page
    frame       what stands around each page
    plugin      pages                                    -> MkDocs (the only room that imports it)
    publish     a build beside the old site              -> site/, exchanged when all went well
    cli         the ``charters`` command

Beside the flow: ``times`` and ``dates`` are the words for time, ``sentences`` and ``limits`` say a promise
with the words of ``catalogue``, ``status`` tells the state of a charter on a day, ``prose`` reads Markdown,
``reports`` shape problems for their readers, ``schema`` is for editors, ``clock`` alone knows what day it is.
"""
