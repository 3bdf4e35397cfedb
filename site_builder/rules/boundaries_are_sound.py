"""The boundary of an area is one that can be drawn.

An outline that crosses itself has no inside, and one with its figures the wrong way round lies in another ocean. A
boundary is a file "boundary.geojson" beside its charter: GeoJSON (RFC 7946) with one Polygon or MultiPolygon in WGS 84,
longitude first, its rings closed, and no more than 1 MB. What else stands in the file is not published.

To put it right, open the file where it was drawn, mend what the message names, and save it again as GeoJSON in WGS 84
(EPSG:4326).

Breaks it:

    "coordinates": [[[55.05, 2.42], [55.05, 2.46], [55.08, 2.46]]]

Puts it right:

    "coordinates": [[[2.42, 55.05], [2.46, 55.05], [2.46, 55.08], [2.42, 55.05]]]
"""
