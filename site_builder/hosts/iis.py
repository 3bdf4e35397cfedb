"""IIS: a ``web.config`` in the site's own folder.

https://learn.microsoft.com/iis/configuration/
"""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from site_builder.hosts.hosting import FORM, PACKED, TYPES, Hosting
from site_builder.page import PublishedFile
from site_builder.policy import POLICY

_A_YEAR = "365.00:00:00"
_SHORT = "00:05:00"


def settings(hosting: Hosting) -> Iterator[PublishedFile]:
    """Give the file."""
    root = ET.Element("configuration")
    server = ET.SubElement(root, "system.webServer")
    files = _in(server, "defaultDocument/files", enabled="true")
    ET.SubElement(files, "clear")
    ET.SubElement(files, "add", value="index.html")
    ET.SubElement(server, "directoryBrowse", enabled="false")
    errors = ET.SubElement(server, "httpErrors", errorMode="Custom", existingResponse="Replace")
    ET.SubElement(errors, "remove", statusCode="404")
    # A file of the folder that this stands in: so the answer stays a 404, and is no redirect.
    ET.SubElement(errors, "error", statusCode="404", path="404.html", responseMode="File")
    _kinds(server)
    headers = _in(server, "httpProtocol/customHeaders")
    ET.SubElement(headers, "remove", name="X-Powered-By")
    for name, value in hosting.headers:
        ET.SubElement(headers, "remove", name=name)
        ET.SubElement(headers, "add", name=name, value=value)
    if hosting.form:
        below = ET.SubElement(root, "location", path=FORM.rstrip("/"))
        own = _in(ET.SubElement(below, "system.webServer"), "httpProtocol/customHeaders")
        ET.SubElement(own, "remove", name=POLICY)
        ET.SubElement(own, "add", name=POLICY, value=hosting.form)
    for name in hosting.lasting:
        below = _in(ET.SubElement(root, "location", path=name), "system.webServer/staticContent")
        ET.SubElement(
            below, "clientCache", cacheControlMode="UseMaxAge", cacheControlMaxAge=_A_YEAR
        )
    for old, new in hosting.moved:
        below = ET.SubElement(
            ET.SubElement(root, "location", path=old.rstrip("/")), "system.webServer"
        )
        ET.SubElement(
            below,
            "httpRedirect",
            enabled="true",
            destination=f"{hosting.base}{new.rstrip('/')}",
            httpResponseStatus="Permanent",
        )
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    yield PublishedFile("web.config", f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n')


def _kinds(server: ET.Element) -> None:
    """Kinds of file: of one that it does not know, the server says that it is not there."""
    content = ET.SubElement(server, "staticContent")
    packed = dict.fromkeys(PACKED, "application/octet-stream")
    for ending, kind in (
        {"json": "application/json", "woff2": "font/woff2"} | packed | TYPES
    ).items():
        ET.SubElement(content, "remove", fileExtension=f".{ending}")
        ET.SubElement(content, "mimeMap", fileExtension=f".{ending}", mimeType=kind)
    ET.SubElement(content, "clientCache", cacheControlMode="UseMaxAge", cacheControlMaxAge=_SHORT)
    ET.SubElement(server, "urlCompression", doStaticCompression="true")


def _in(above: ET.Element, path: str, **attributes: str) -> ET.Element:
    """A group of elements in one another; the first bears the attributes."""
    first, second = path.split("/")
    return ET.SubElement(ET.SubElement(above, first, attributes), second)
