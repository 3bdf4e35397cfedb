"""The page of a topic: what holds, what is proposed, what is gone."""

from site_builder.views.topics import promises_by_topic, topic_view, topics_view
from tests.views.shown import TODAY, compiled, site, standard


def test_a_topic_keeps_what_holds_apart_from_what_is_proposed_or_gone() -> None:
    promised = [standard("bins")]
    made = site(
        compiled("a", area={"name": "A"}, standards=promised),
        compiled("b", area={"name": "B"}, standards=promised, agreed=None, starts=None),
        compiled("c", area={"name": "C"}, standards=promised, ends="2026-10-31"),
    )
    view = topic_view(made, made.council.topics[0], promises_by_topic(made, TODAY), TODAY)
    tables = (view.in_force, view.proposed, view.past)
    areas = [[row[0].lines[0] for row in table.rows] for table in tables if table]
    assert areas == [["Council-wide", "A"], ["B"], ["C"]]
    assert (
        topics_view(made, promises_by_topic(made, TODAY))[1].says == "1\u00a0area, and council-wide"
    )
