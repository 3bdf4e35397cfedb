"""Where a charter holds, and whose the rest is."""

from site_builder.inherit import Directory, settle
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.views.place import place
from tests.views.shown import COUNCIL, IN_FORCE, shown, standard


def test_nobody_known_to_do_it_is_said() -> None:
    owner = shown(who_does_what=[{"what": "Litter in alleys"}]).owners[0]
    assert owner.who == ""


def test_a_zone_says_what_belongs_to_it_and_the_council_s_only_where_a_promise_names_it() -> None:
    zones = [
        {"id": "main", "name": "Main roads", "means": "Bus routes", "streets": ["High Street"]},
        {"id": "lay-bys", "name": "Lay-bys", "streets": ["Bypass", "Coast road"]},
        {"id": "parks", "name": "Parks", "means": "All parks"},
    ]
    council = CouncilFile.model_validate({**COUNCIL, "zones": zones})
    rows = [{"where": "lay-bys", "removed": "every week"}, {"removed": "every month"}]
    own = [{"id": "main", "name": "Our main roads", "means": "Two of them"}]
    written = {**IN_FORCE, "zones": own, "standards": [standard("a", targets=rows)]}
    charter = settle(Charter.model_validate(written), council)
    view = place(charter, Directory.of(council, charter))
    assert view is not None
    assert [(pair.name, pair.lines) for pair in view.particulars] == [
        ("Our main roads", ("Two of them",)),
        ("Lay-bys", ("Bypass", "Coast road")),
    ]
