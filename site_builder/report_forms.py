"""The form of a council's report site for a topic, by the category that the site has for it."""

from urllib.parse import quote, urlencode

from site_builder.model.council import Council
from site_builder.model.parties import Topic
from site_builder.model.words import WebAddress


def with_form(topic: Topic, council: Council) -> Topic:
    """The topic with the form of the council's report site, where its own is not written and the site has a category for it.

    The parameters are those by which FixMyStreet chooses a category before it asks where the problem is.
    """
    if topic.report_form or not (council.report_site and topic.report_category):
        return topic
    chosen = {"filter_category": topic.report_category, "filter_group": topic.report_group}
    query = urlencode({name: said for name, said in chosen.items() if said}, quote_via=quote)
    site = council.report_site.partition("#")[0]
    joint = "&" if "?" in site else "?"
    form = WebAddress(f"{site}{joint}{query}")
    return topic.model_copy(update={"report_form": form})
