"""Apache: a file that it reads in the site's own folder, where ``AllowOverride All`` lets it.

https://httpd.apache.org/docs/2.4/howto/htaccess.html
"""

import re
from collections.abc import Iterator

from site_builder.hosts.hosting import FORM, LASTING, LASTING_NAME, SHORT, TYPES, Hosting
from site_builder.page import PublishedFile
from site_builder.policy import POLICY


def settings(hosting: Hosting) -> Iterator[PublishedFile]:
    """Give the file, and the one for the form, if there is one: what is set further down is what counts."""
    yield PublishedFile(".htaccess", "\n".join(_lines(hosting)) + "\n")
    if hosting.form:
        yield PublishedFile(f"{FORM}.htaccess", f'Header always set {POLICY} "{hosting.form}"\n')


def _lines(hosting: Hosting) -> Iterator[str]:
    base = hosting.base
    yield "# Needs the modules alias, deflate, dir, filter, headers and mime."
    yield "Options -Indexes -MultiViews"
    yield "DirectoryIndex index.html"
    yield "DirectorySlash On"
    yield f"ErrorDocument 404 {base}404.html"
    yield '<FilesMatch "^\\.ht">'
    yield "  Require all denied"
    yield "</FilesMatch>"
    yield "AddDefaultCharset utf-8"
    for ending, kind in TYPES.items():
        yield f'AddType "{kind}" .{ending}'
    for name, value in hosting.headers:
        yield f'Header always set {name} "{value}"'
    yield f'Header set Cache-Control "{SHORT}"'
    yield f'<FilesMatch "{LASTING_NAME}">'
    yield f'  Header set Cache-Control "{LASTING}"'
    yield "</FilesMatch>"
    yield (
        "AddOutputFilterByType DEFLATE text/html text/css text/csv text/calendar text/javascript text/xml"
        " application/javascript application/json application/geo+json application/atom+xml image/svg+xml application/wasm application/xml"
    )
    for old, new in hosting.moved:
        yield f"RedirectMatch 301 ^{re.escape(base + old)}(.*)$ {base}{new}$1"
