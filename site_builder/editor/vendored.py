"""The program of the form, out of the packages that its authors publish: unpacked, and kept from asking anybody for anything.

The form is Sveltia CMS, and ``yaml`` reads the files. Both are taken in one version, which is known by its hash.
"""

import hashlib
import io
import re
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.editor.one_module import NotOneModuleError, one_module


@dataclass(frozen=True, slots=True)
class Package:
    """A package in the one version that is used."""

    name: str
    version: str
    sha512: str
    """Of the file that its authors publish."""

    @property
    def file(self) -> str:
        """What the file is called when it is fetched."""
        return f"{self.name.removeprefix('@').replace('/', '-')}-{self.version}.tgz"


FORM = Package(
    "@sveltia/cms",
    "0.221.1",
    "27e4288a4f6418c9362fbbcda4e42b9c3985462f8d07abf02747fae7b62db315"
    "87d0ff16612611452442da943f8c619b56533ffcf83f588826929b30aa8a3781",
)
YAML = Package(
    "yaml",
    "2.9.1",
    "dcdc4df3eefc39dcdb4fb0bf5a31acc9f3c0b4968ddc5343b16c6fed8ee6703b"
    "13fe83a6816f01a72410145067bd91378fd63649dcf550b14b7b32fb11bdb217",
)
Files = Mapping[str, bytes]
"""A package's files by their path in it."""
LANGUAGE = "en-GB"
"""The one that a browser here asks for. English is built in; every other is answered with nothing."""

_LOCALE = re.compile(r"import\(`\.\./locales/([A-Za-z-]+)\.json`\)")
_BARE = re.compile(r"import\(`(?![./])([^`]+)`\)")
_NOWHERE = "/not-fetched"
# Where it would ask for what it has not got, or how the git host is: none may be asked, even by mistake.
_ELSEWHERE = (
    ("https://cdn.jsdelivr.net/fontsource/fonts", _NOWHERE),
    ("https://unpkg.com/", f"{_NOWHERE}/"),
    (
        "https://www.githubstatus.com/api/v2/status.json",
        'data:application/json,{"status":{"indicator":"none"}}',
    ),
    (
        "https://status-api.hostedstatus.com/1.0/status/5b36dc6502d06804c08349f7",
        'data:application/json,{"result":{"status_overall":{"status_code":100}}}',
    ),
)
_LOCALES, _BARE_IMPORTS = 28, 251
# Pictures are put beside a charter by hand, so that what makes them smaller is not needed.
_UNUSED = re.compile(r"heic|webp|\.map$")
_YAML_NAMES = {
    "isMap": "dist/nodes/identity.js",
    "isScalar": "dist/nodes/identity.js",
    "isSeq": "dist/nodes/identity.js",
    "parseDocument": "dist/public-api.js",
}


class VendoringError(Exception):
    """Why the program cannot be made of a package, and what to do about it."""


def unpacked(tarball: bytes) -> tuple[Package, Files]:
    """Which package a file is, and what is in it.

    Raises:
        VendoringError: it is none of the two, in the one version that is used.

    """
    is_of = hashlib.sha512(tarball).hexdigest()
    package = next((one for one in (FORM, YAML) if one.sha512 == is_of), None)
    if package is None:
        message = (
            f"This is neither {FORM.file} nor {YAML.file} as their authors publish them: its SHA-512 is {is_of[:16]}…. "
            f"Fetch them anew, such as with 'npm pack {FORM.name}@{FORM.version} {YAML.name}@{YAML.version}'."
        )
        raise VendoringError(message)
    files = {}
    with tarfile.open(fileobj=io.BytesIO(tarball), mode="r:gz") as archive:
        for member in archive:
            if member.isfile() and (stream := archive.extractfile(member)):
                files[member.name.removeprefix("package/")] = stream.read()
    return package, files


def program(form: Files, yaml: Files) -> dict[str, bytes]:
    """The files of the program, by where they stand below the page: ``form/`` is the form, ``yaml.js`` reads YAML.

    Raises:
        VendoringError: something that is replaced is not there.

    """
    made = {
        f"form/{name}": content
        for name, content in form.items()
        if name.startswith("npm/") and not _UNUSED.search(name)
    }
    locale = _in(form, f"locales/{LANGUAGE}.json").decode()
    # Browsers refuse JSON as a script, and it would be asked for again without end.
    made[f"form/locales/{LANGUAGE}.js"] = f"export default {locale.strip()};\n".encode()
    made["form/npm/index.js"] = _kept_to_itself(_in(form, "npm/index.js").decode()).encode()
    made["form/LICENSE.txt"] = _in(form, "LICENSE.txt")
    scripts = {
        name.removeprefix("browser/"): content.decode()
        for name, content in yaml.items()
        if name.startswith("browser/dist/") and name.endswith(".js")
    }
    try:
        one = one_module(scripts, _YAML_NAMES)
    except NotOneModuleError as error:
        message = f"{YAML.name} cannot be made one file: {error}."
        raise VendoringError(message) from error
    licence = _in(yaml, "LICENSE").decode().strip()
    made["yaml.js"] = f"/*! {YAML.name} {YAML.version}\n{licence}\n*/\n{one}".encode()
    return dict(sorted(made.items()))


def _kept_to_itself(script: str) -> str:
    """The form's script without a way to anybody but the git host."""
    script = re.sub(r"\n//# sourceMappingURL=.*", "", script)
    script, locales = _LOCALE.subn(_locale, script)
    script, bare = _BARE.subn(r"Promise.reject(new Error(`\1 is no part of this form`))", script)
    _expect("ways to a language", locales, _LOCALES)
    _expect("ways to another package", bare, _BARE_IMPORTS)
    for address, instead in _ELSEWHERE:
        _expect(f"ways to '{address}'", min(1, script.count(address)), 1)
        script = script.replace(address, instead)
    return script


def _locale(found: re.Match[str]) -> str:
    is_ours = found[1] == LANGUAGE
    return f"import(`../locales/{LANGUAGE}.js`)" if is_ours else "Promise.resolve({default:{}})"


def _expect(what: str, number: int, expected: int) -> None:
    if number != expected:
        message = f"{FORM.name} is not as it was tried: it has {number} {what}, and not {expected}."
        raise VendoringError(message)


def _in(files: Files, name: str) -> bytes:
    if name not in files:
        message = f"'{name}' is missing. Fetch the package anew."
        raise VendoringError(message)
    return files[name]
