"""nginx: lines to include in the ``server`` block of the site.

http://nginx.org/en/docs/http/ngx_http_core_module.html
"""

import re
from collections.abc import Iterator

from site_builder.hosts.hosting import FORM, LASTING, LASTING_NAME, SHORT, TYPES, Hosting
from site_builder.page import PublishedFile

NAME = "nginx.conf"
Headers = tuple[tuple[str, str], ...]


def settings(hosting: Hosting) -> Iterator[PublishedFile]:
    """Give the lines to include."""
    yield PublishedFile(NAME, "\n".join(_lines(hosting)) + "\n")


def _lines(hosting: Hosting) -> Iterator[str]:
    base = hosting.base
    yield f"# Include these lines in the server block, whose root is the folder that {base} is in."
    yield "# Texts are packed for slow lines; set gzip_static as well if packed files are made in advance."
    yield "absolute_redirect off;"
    yield f"location = {base}{NAME} {{ return 404; }}"
    for old, new in hosting.moved:
        yield f"location ^~ {base}{old} {{ rewrite ^{re.escape(base + old)}(.*)$ {base}{new}$1 permanent; }}"
    if hosting.form:
        yield f"location ^~ {base}{FORM} {{"
        yield from _served(base)
        yield from _headers(hosting.headers_of_form, SHORT, "  ")
        yield "}"
    yield f"location {base} {{"
    yield from _served(base)
    yield from _headers(hosting.headers, SHORT, "  ")
    yield f'  location ~ "{LASTING_NAME}" {{'
    yield from _headers(hosting.headers, LASTING, "    ")
    yield "  }"
    for ending, kind in TYPES.items():
        yield f"  location ~ \\.{ending}$ {{"
        yield "    types {}"
        yield f'    default_type "{kind}";'
        yield from _headers(hosting.headers, SHORT, "    ")
        yield "  }"
    yield "}"


def _served(base: str) -> Iterator[str]:
    yield "  index index.html;"
    yield "  try_files $uri $uri/ =404;"
    yield f"  error_page 404 {base}404.html;"
    yield "  charset utf-8;"
    yield "  disable_symlinks on;"
    yield "  gzip on;"
    yield "  gzip_vary on;"
    yield (
        "  gzip_types text/css text/csv text/calendar text/javascript text/xml application/javascript application/json"
        " application/geo+json application/atom+xml image/svg+xml application/wasm;"
    )


def _headers(headers: Headers, cached: str, indent: str) -> Iterator[str]:
    """All of them, in each block: a block that sets one header forgets those of the block around it."""
    for name, value in (*headers, ("Cache-Control", cached)):
        yield f'{indent}add_header {name} "{value}" always;'
