"""Takes out of a built site what the theme brings along and no page of it asks for."""

import json
from pathlib import Path
from typing import Any

_LANGUAGES = "assets/javascripts/lunr"
_SEARCH_INDEX = "search/search_index.json"
# What the theme's search asks for beside a language's own file.
_SEARCH_ALWAYS = {"lunr.multi.min.js", "lunr.stemmer.support.min.js"}
_SEARCH_WITH = {"ja": "tinyseg.js", "th": "wordcut.js"}


def trim(site: Path) -> None:
    """Remove source maps and the search's files for languages that the site is not in.

    Takes the folder of a built site. A `.map` file goes only when it maps a file beside it.
    """
    for source_map in site.rglob("*.map"):
        if source_map.with_suffix("").is_file():
            source_map.unlink()
    languages = _search_languages(site / _SEARCH_INDEX)
    wanted = {f"lunr.{language}.min.js" for language in languages}
    wanted |= {_SEARCH_WITH[language] for language in languages if language in _SEARCH_WITH}
    if languages - {"en"}:
        wanted |= _SEARCH_ALWAYS
    folder = site / _LANGUAGES
    for script in [*folder.glob("min/*.js"), *folder.glob("*.js")]:
        if script.name not in wanted:
            script.unlink()
    for empty in (folder / "min", folder):
        if empty.is_dir() and not any(empty.iterdir()):
            empty.rmdir()


def _search_languages(index: Path) -> set[str]:
    """Say which languages the theme's own search is set to; none when it is not in use."""
    if not index.is_file():
        return set()
    settings: dict[str, Any] = json.loads(index.read_text(encoding="utf-8")).get("config", {})
    return set(settings.get("lang", []))
