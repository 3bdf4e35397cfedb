"""Makes one script of many: a browser asks once, and nothing has to be installed to put them together."""

import posixpath
import re
from collections.abc import Mapping

_IMPORT = re.compile(r"(?m)^import \{([^}]*)\} from '(\.[^']+)';\n")
_STAR = re.compile(r"(?m)^import \* as (\w+) from '(\.[^']+)';\n")
_PASSED_ON = re.compile(r"(?m)^export \{([^}]*)\} from '(\.[^']+)';\n")
_EXPORT = re.compile(r"(?m)^export \{([^}]*)\};\n?")
_LEFT = re.compile(r"(?m)^(?:import|export)\b|\bimport\(|import\.meta")


class NotOneModuleError(Exception):
    """A script has a form that this cannot put together with others."""


def one_module(scripts: Mapping[str, str], wanted: Mapping[str, str]) -> str:
    """One script with the names that are ``wanted``, each from the file that exports it.

    ``scripts`` are files by their path. As browsers do it, each runs once, behind those it asks for; where two ask
    for one another, what was not there yet is handed over when all have run, since nobody uses it before.
    """
    order: list[str] = []
    for file in wanted.values():
        _visit(file, scripts, order)
    number = {file: place for place, file in enumerate(order)}
    parts = ["const of = [], later = [];\n"]
    parts += [_wrapped(file, scripts, number) for file in order]
    parts.append("for (const bind of later) bind();\n")
    parts += [
        f"export const {name} = of[{number[file]}].{name};\n" for name, file in wanted.items()
    ]
    return "".join(parts)


def _visit(file: str, scripts: Mapping[str, str], order: list[str]) -> None:
    """Note a file behind all that it asks for, without recursion: chains are as long as others make them."""
    waiting = [(file, iter(_asked(file, scripts)))]
    seen = {file, *order}
    if file in order:
        return
    while waiting:
        here, rest = waiting[-1]
        following = next((one for one in rest if one not in seen), None)
        if following is None:
            order.append(here)
            waiting.pop()
        else:
            seen.add(following)
            waiting.append((following, iter(_asked(following, scripts))))


def _asked(file: str, scripts: Mapping[str, str]) -> list[str]:
    if file not in scripts:
        message = f"{file} is asked for and not there"
        raise NotOneModuleError(message)
    text = scripts[file]
    found = [*_IMPORT.finditer(text), *_STAR.finditer(text), *_PASSED_ON.finditer(text)]
    return [_beside(file, one[2]) for one in sorted(found, key=lambda one: one.start())]


def _beside(file: str, named: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), named))


def _wrapped(file: str, scripts: Mapping[str, str], number: Mapping[str, int]) -> str:
    text, names, binds = scripts[file], [], []
    for found in _IMPORT.finditer(text):
        for theirs, ours in _pairs(found[1]):
            names.append(ours)
            binds.append(f"{ours} = of[{number[_beside(file, found[2])]}]?.{theirs};")
    for found in _STAR.finditer(text):
        names.append(found[1])
        binds.append(f"{found[1]} = of[{number[_beside(file, found[2])]}];")
    gives = [
        f"get {ours}() {{ return of[{number[_beside(file, found[2])]}].{theirs}; }}"
        for found in _PASSED_ON.finditer(text)
        for theirs, ours in _pairs(found[1])
    ]
    gives += [
        f"{ours}: {own}" for found in _EXPORT.finditer(text) for own, ours in _pairs(found[1])
    ]
    for form in (_IMPORT, _STAR, _PASSED_ON, _EXPORT):
        text = form.sub("", text)
    if left := _LEFT.search(text):
        message = f"{file} has '{text[left.start() : left.start() + 60]}', which is understood nowhere here"
        raise NotOneModuleError(message)
    handed = ""
    if names:
        handed = f"let {', '.join(names)};\nconst bind = () => {{ {' '.join(binds)} }};\nbind(); later.push(bind);\n"
    return (
        f"of[{number[file]}] = (() => {{\n{handed}{text}return {{ {', '.join(gives)} }};\n}})();\n"
    )


def _pairs(names: str) -> list[tuple[str, str]]:
    """``a, b as c`` is a, which is called a, and b, which is called c."""
    pairs = [one.strip().partition(" as ") for one in names.split(",") if one.strip()]
    return [(first, second or first) for first, _, second in pairs]
