"""The web servers of the tests: real ones, which hold one folder out on this machine alone.

As a command it gets the ones that are missing, or says how to and exits 1.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PLACES = "/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin"
NEEDED = {"nginx": "nginx-light", "apache2": "apache2"}
"""A server's program, and its package in Debian."""
NGINX = """
pid {folder}/pid; error_log {folder}/errors; daemon off; worker_processes 1; {user}
events {{}}
http {{
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
  client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3;
  uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5;
  server {{ listen 127.0.0.1:{port}; root {root}; include {settings}; }}
}}
"""
APACHE = """
ServerRoot {folder}
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/errors
DefaultRuntimeDir {folder}
{modules}
TypesConfig /etc/mime.types
User {user}
DocumentRoot {root}
<Directory {root}>
  AllowOverride All
  Options FollowSymLinks
  Require all granted
</Directory>
"""
MODULES = [
    "mpm_event",
    "authz_core",
    "dir",
    "mime",
    "headers",
    "filter",
    "deflate",
    "alias",
    "negotiation",
]


def program(name: str) -> str | None:
    """Give the path of a server's program; None where it is not there."""
    return shutil.which(name, path=PLACES)


@contextmanager
def nginx(folder: Path, root: Path, settings: Path) -> Iterator[str]:
    """Run nginx on the folder `root` with lines to include; give its address. `folder` is for its own files."""
    port = free_port()
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        NGINX.format(folder=folder, port=port, root=root, settings=settings, user=user), "utf-8"
    )
    with running([str(program("nginx")), "-c", str(folder / "nginx.conf")], folder, port) as url:
        yield url


@contextmanager
def apache(folder: Path, root: Path) -> Iterator[str]:
    """Run Apache on the folder `root`; give its address. `folder` is for its own files."""
    port = free_port()
    there = "/usr/lib/apache2/modules"
    modules = "\n".join(f"LoadModule {name}_module {there}/mod_{name}.so" for name in MODULES)
    user = "www-data" if os.geteuid() == 0 else str(os.geteuid())
    (folder / "apache.conf").write_text(
        APACHE.format(folder=folder, port=port, root=root, modules=modules, user=user), "utf-8"
    )
    command = [str(program("apache2")), "-D", "FOREGROUND", "-f", str(folder / "apache.conf")]
    with running(command, folder, port) as url:
        yield url


@contextmanager
def running(command: list[str], folder: Path, port: int) -> Iterator[str]:
    """Run a server until the block ends; give its address when it answers."""
    with (folder / "output").open("w") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
    try:
        until = time.monotonic() + 20
        while not answers(port):
            told = (folder / "output").read_text("utf-8")
            assert process.poll() is None, f"{command[0]} ended: {told}"
            assert time.monotonic() < until, f"{command[0]} does not answer: {told}"
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


def answers(port: int) -> bool:
    """Tell whether somebody listens on a port."""
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


def main() -> int:
    """Get the servers that are missing. Returns the exit code."""
    missing = [package for name, package in NEEDED.items() if not program(name)]
    if missing and shutil.which("apt-get") and os.geteuid() == 0:
        install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
        # Where the lists are old, or none, they are fetched for a second try.
        for command in (install, ["apt-get", "update"], install):
            environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
            subprocess.run(
                command, check=False, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr
            )
            if all(program(name) for name in NEEDED):
                break
    missing = [name for name in NEEDED if not program(name)]
    if missing:
        sys.stderr.write(
            f"The tests of web hosts need {' and '.join(missing)}. On Debian: apt-get install nginx-light apache2.\n"
        )
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
