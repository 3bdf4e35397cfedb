"""Why something changed, and what a council asks for before a promise may become weaker."""

from site_builder.model.calendar_forms import Length
from site_builder.model.group import Date, Group, Ids, YesNo, doc, need
from site_builder.model.words import Text, WebAddress


class Change(Group):
    """Why something changed."""

    date: Date = need("When it took effect.", "2026-09-01")
    about: Ids = need("Ids of what changed.", "fly-tipping")
    reason: Text = need("Why, in words a resident can judge.", "One of three vans was sold.")
    agreed_by: Text | None = doc("Who agreed to it, and when.", "Charter panel, 14 July 2026")
    consultation: WebAddress | None = doc(
        "Where to read what people were asked, and what they said.",
        "https://www.example.org/consultation",
    )
    announced: Date | None = doc("When residents were told that it would come.", "2026-07-20")
    note: Text | None = doc("A sentence that fits nowhere else.", "Residents were told in October.")


class ChangesNeed(Group):
    """What has to be there before a promise may become weaker, or end, beside a reason and who agreed."""

    consultation: YesNo | None = doc(
        "Whether people must have been asked: the change then says where to read it.", "yes"
    )
    notice: Length | None = doc(
        "How long before it takes effect residents must have been told.", "28 days"
    )
