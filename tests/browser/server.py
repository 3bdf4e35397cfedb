"""Serve a built site under a sub-path of 127.0.0.1, as a plain static host would."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from site_builder.policy import headers

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".geojson": "application/geo+json",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".xml": "application/xml",
}
# What a host sends that is set up as we ask: what stands in a page itself, or on another host, breaks under it.
HEADERS = tuple(headers(is_secure=False))


@contextmanager
def serve(folder: Path, sub_path: str) -> Iterator[str]:
    """Serve `folder` at `sub_path` (such as "/charters/") until the block ends; give its address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Without it each reply waits for the acknowledgement of its headers.
        wbufsize = -1

        def do_GET(self) -> None:
            address = unquote(urlsplit(self.path).path)
            status, file = _file(folder, sub_path, address)
            if status == HTTPStatus.MOVED_PERMANENTLY:
                self.send_response(status)
                self.send_header("Location", f"{address}/")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            body = file.read_bytes() if file.is_file() else b"Not found"
            self.send_response(status)
            self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
            for header in HEADERS:
                self.send_header(*header)
            if file.suffix != ".png" and "gzip" in self.headers.get("Accept-Encoding", ""):
                body = gzip.compress(body, mtime=0)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - theirs
            """Say nothing: the output is pytest's."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{sub_path}"
        server.shutdown()


def _file(folder: Path, sub_path: str, address: str) -> tuple[HTTPStatus, Path]:
    missing = HTTPStatus.NOT_FOUND, folder / "404.html"
    if not address.startswith(sub_path) or ".." in address:
        return missing
    file = folder / address.removeprefix(sub_path)
    if address.endswith("/"):
        file /= "index.html"
    elif file.is_dir():
        return HTTPStatus.MOVED_PERMANENTLY, file
    return (HTTPStatus.OK, file) if file.is_file() else missing
