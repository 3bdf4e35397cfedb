"""Words that people type, beside those that charters use."""

import tomllib
from collections.abc import Iterable
from functools import cache

from site_builder.catalogue import LANGUAGES
from site_builder.model.parties import Topic

_LIST = LANGUAGES / "synonyms.en.toml"


@cache
def synonyms() -> dict[str, object]:
    """The list that everybody has: what to look for ``instead`` of a word, and ``both``, lines of words alike."""
    listed = tomllib.loads(_LIST.read_text("utf-8"))
    return {"instead": listed["instead"], "both": listed["both"]["lines"]}


def of_topics(topics: Iterable[Topic]) -> dict[str, tuple[str, ...]]:
    """The council's own: what each topic is called, by its id."""
    return {str(topic.id): (str(topic.name), *map(str, topic.also_called)) for topic in topics}
