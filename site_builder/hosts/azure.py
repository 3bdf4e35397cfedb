"""Azure Static Web Apps.

https://learn.microsoft.com/azure/static-web-apps/configuration
"""

import json
from collections.abc import Iterator

from site_builder.hosts.hosting import FORM, LASTING, SHORT, TYPES, Hosting
from site_builder.page import PublishedFile
from site_builder.policy import POLICY


def settings(hosting: Hosting) -> Iterator[PublishedFile]:
    """Give the file. This host serves a site at the root of its address only."""
    routes: list[dict[str, object]] = [
        {"route": f"/{old}*", "redirect": f"/{new}", "statusCode": 301}
        for old, new in hosting.moved
    ]
    routes += [
        {"route": f"/{name}", "headers": {"Cache-Control": LASTING}} for name in hosting.lasting
    ]
    if hosting.form:
        # What a route says takes the place of what is said of all.
        routes.append({"route": f"/{FORM}*", "headers": {POLICY: hosting.form}})
    said = {
        "trailingSlash": "auto",
        "routes": routes,
        "responseOverrides": {"404": {"rewrite": "/404.html", "statusCode": 404}},
        "globalHeaders": {**dict(hosting.headers), "Cache-Control": SHORT},
        "mimeTypes": {f".{ending}": kind for ending, kind in TYPES.items()},
    }
    yield PublishedFile("staticwebapp.config.json", json.dumps(said, indent=2) + "\n")
