"""Which topic of council.yml a service of a spreadsheet is."""

from site_builder.model.council import CouncilFile
from site_builder.starter import slug_of

_MOST_NAMED = 12


def topic_called(council: CouncilFile | None, service: str) -> str:
    """The id of the topic that is called so, or searched for by that name; empty where there is none."""
    asked = slug_of(service)
    for topic in council.topics if council and asked else ():
        names = {slug_of(str(one)) for one in (topic.id, topic.name, *topic.also_called)}
        if names & {asked, asked.removesuffix("s"), f"{asked}s"}:
            return str(topic.id)
    return ""


def no_topic(council: CouncilFile | None, service: str) -> str:
    """That a service is no topic, and which there are."""
    known = ", ".join(str(one.id) for one in council.topics[:_MOST_NAMED]) if council else ""
    return (
        f"'{service[:60]}' is no topic of council.yml. Name its topic in the charter, or add one there."
        f"{f' These are known: {known}.' if known else ''}"
    )
