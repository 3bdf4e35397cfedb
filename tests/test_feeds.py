"""The feeds of what has changed: valid Atom, with names that stay, and nothing in them that a reader would run."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from lxml import etree
from markupsafe import Markup

from site_builder import feed
from site_builder.changes.change import Effect
from site_builder.history.past import UNKNOWN, History
from site_builder.page import Making
from site_builder.pages import changes as change_pages
from site_builder.pages import feeds
from tests.of_kind import of_kind
from tests.past_example import change, history
from tests.views.shown import TODAY, compiled, site

SCHEMA = etree.RelaxNG(file=Path(__file__).parent / "schemas/atom.rng")
ADDRESS = "https://www.example.org/charters/"
HOLLINS = "areas/hollins/changes/feed.xml"
A = "{http://www.w3.org/2005/Atom}"


def made(past: History, address: str = ADDRESS, **fields: object) -> dict[str, etree._Element]:
    """Give the feeds of a council with one charter, by address."""
    making = Making(TODAY, history=past, address=address)
    council = site(compiled(**fields))
    return {
        file.uri: etree.fromstring(str(file.content).encode())
        for file in of_kind(feeds, council, making)
    }


def ids(root: etree._Element) -> list[str]:
    return [str(one.findtext(f"{A}id")) for one in root.iter(f"{A}entry")]


def entry(root: etree._Element) -> etree._Element:
    (one,) = root.iter(f"{A}entry")
    return one


def faults(root: etree._Element) -> list[str]:
    """Name what RFC 4287 forbids in a feed, with the schema and beyond it."""
    found = [] if SCHEMA.validate(root) else [str(SCHEMA.error_log)]
    every = [*ids(root), str(root.findtext(f"{A}id"))]
    found += [f"{one} stands twice" for one in set(every) if every.count(one) > 1]
    found += [
        f"{one} is no tag"
        for one in every
        # RFC 4151, section 2.1.
        if not re.fullmatch(
            r"tag:[a-z0-9.-]+,\d{4}(-\d\d-\d\d)?:(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9A-F]{2})+", one
        )
    ]
    for part in (root, *root.iter(f"{A}entry")):
        links = [
            (link.get("rel", "alternate"), link.get("type"))
            for link in part.iterchildren(f"{A}link")
        ]
        found += [f"two links {link}" for link in set(links) if links.count(link) > 1]
        if "alternate" not in dict(links):
            found.append("no link to a page, and nothing in its place")
    selves = [
        link.get("href") for link in root.iterchildren(f"{A}link") if link.get("rel") == "self"
    ]
    return found if len(selves) == 1 else [*found, f"the feed stands at {selves}"]


PAST = history(
    change(),
    change(Effect.NEW, date(2026, 9, 1), about="grass", reason="A mower was bought"),
    change(Effect.WITHDRAWN, slug="old-mill", area="Old Mill", kind="", about="", field=""),
    change(Effect.HOUSEKEEPING, date(2026, 9, 30), kind="routes", about="desk"),
)


def test_every_feed_is_valid_atom() -> None:
    found = made(PAST)
    assert set(found) == {"changes/feed.xml", HOLLINS, "areas/old-mill/changes/feed.xml"}
    assert [faults(root) for root in found.values()] == [[], [], []]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<updated>2026-09-01T00:00:00Z</updated>", ""),
        ("T00:00:00Z", ""),
        ("<id>tag:www.example.org,2026:changes</id>", "<id>changes</id>"),
        ('href="https://www.example.org/charters/changes/feed.xml"', 'href="feed.xml"'),
        ('rel="self"', 'rel="alternate"'),
        ("<name>Riverdale Council</name>", ""),
        ("</entry>", "<summary>again</summary></entry>"),
        ("/grass/", "/litter/"),
    ],
)
def test_what_is_no_atom_is_seen(old: str, new: str) -> None:
    past = history(change(), change(about="grass"), change(Effect.NEW, date(2026, 9, 1)))
    written = etree.tostring(made(past)["changes/feed.xml"], encoding="unicode")
    assert faults(etree.fromstring(written)) == []
    assert old in written
    assert faults(etree.fromstring(written.replace(old, new)))


def test_a_feed_tells_what_is_new_with_when_and_why() -> None:
    told = change(took_effect=date(2026, 8, 1), reason="A van was sold", agreed_by="Panel")
    one = entry(made(history(told))[HOLLINS])
    said = (
        "Litter: now removed within 5 working days. This is weaker.",
        "From 1 August 2026.",
        "Reason given: A van was sold.",
        "Agreed by: Panel.",
        "Published on 14 July 2026.",
    )
    assert one.findtext(f"{A}title") == f"Hollins: weaker. {said[0]}"
    assert str(one.findtext(f"{A}summary")).replace("\u00a0", " ") == " ".join(said)
    content = one.find(f"{A}content")
    assert content is not None
    assert content.get("type") == "html"
    html = str(content.text).replace("\u00a0", " ")
    assert html.startswith("<p>Litter: now removed within <strong>5 working days</strong>. ")
    assert re.sub("<[^>]*>", "", html.replace("</p><p>", " ")) == " ".join(said)
    assert one.findtext(f"{A}updated") == "2026-07-14T00:00:00Z"


def test_links_are_absolute_and_lead_to_the_change() -> None:
    past = history(change())
    root = made(past)["changes/feed.xml"]
    (link,) = entry(root).iter(f"{A}link")
    page, _, anchor = str(link.get("href")).removeprefix(ADDRESS).partition("#")
    council = site(compiled())
    pages = {one.uri: one for one in of_kind(change_pages, council, Making(TODAY, history=past))}
    assert f'id="{anchor}"' in pages[page].html
    assert [link.get("href") for link in root.iterchildren(f"{A}link")] == [
        f"{ADDRESS}changes/feed.xml", f"{ADDRESS}changes/",
    ]  # fmt: skip


def test_pages_name_their_feeds_and_show_them() -> None:
    council = site(compiled())
    making = Making(TODAY, history=PAST, address=ADDRESS)
    files = {file.uri for file in of_kind(feeds, council, making)}
    named = set()
    for page in of_kind(change_pages, council, making):
        ((kind, title, uri),) = page.links
        assert kind == "application/atom+xml"
        assert title == page.title
        assert 'href="feed.xml"' in page.html.replace("./", "")
        named.add(uri)
    assert named == files


@pytest.mark.parametrize(("past", "address"), [(PAST, ""), (UNKNOWN, ADDRESS)])
def test_without_an_address_or_a_history_there_is_no_feed(past: History, address: str) -> None:
    assert made(past, address) == {}
    council = site(compiled())
    for page in of_kind(change_pages, council, Making(TODAY, history=past, address=address)):
        assert page.links == ()
        assert "feed" not in page.html


def test_a_feed_of_nothing_is_a_feed() -> None:
    root = made(history())[HOLLINS]
    assert faults(root) == []
    assert ids(root) == []
    assert root.findtext(f"{A}updated") == "2025-03-03T00:00:00Z"


def test_an_entry_keeps_its_id_whatever_is_said_of_it_and_wherever_the_site_stands() -> None:
    (once,) = ids(made(history(change()))[HOLLINS])
    assert once == "tag:www.example.org,2026-07-14:changes/hollins/standards/litter/removed/1"
    said_anew = history(change(sentence=Markup("In other words."), area="Hollins Estate"))
    assert ids(made(said_anew)[HOLLINS]) == [once]
    assert ids(made(history(change()))["changes/feed.xml"]) == [once]
    renamed = made(history(change(slug="hollins-hill", folder="hollins")))
    assert ids(renamed["areas/hollins-hill/changes/feed.xml"]) == [once]
    # What comes later, on the same day too, renames nothing.
    later = history(change(published=date(2026, 9, 9)), change(Effect.NEW), change())
    titles = {
        one.findtext(f"{A}id"): str(one.findtext(f"{A}title"))
        for one in made(later)[HOLLINS].iter(f"{A}entry")
    }
    assert len(titles) == 3
    assert titles[once].startswith("Hollins: weaker.")


def test_ids_are_in_the_name_of_the_councils_website_if_it_is_known() -> None:
    assert feed.authority("https://www.pellbrook.example/", ADDRESS) == "www.pellbrook.example"
    assert feed.authority(None, ADDRESS) == "www.example.org"
    assert feed.authority("https://b\u00fccher.example/", ADDRESS) == "www.example.org"
    assert feed.authority("", "http://[::1]:8000/") == "invalid"


def test_a_feed_has_no_more_than_fifty_entries_and_the_newest_first() -> None:
    days = [date(2025, 4, 1) + timedelta(days=n) for n in range(70)]
    root = made(history(*(change(published=day) for day in days)))["changes/feed.xml"]
    told = [str(one.findtext(f"{A}updated"))[:10] for one in root.iter(f"{A}entry")]
    assert told == [day.isoformat() for day in sorted(days, reverse=True)[:50]]
    assert root.findtext(f"{A}updated") == f"{told[0]}T00:00:00Z"


def test_housekeeping_is_no_news() -> None:
    assert ids(made(history(change(Effect.HOUSEKEEPING)))[HOLLINS]) == []


def test_hostile_words_are_words_and_what_xml_cannot_write_is_replaced() -> None:
    bad = "<script>alert(1)</script>]]>&amp;\x00\x0b\ufffe\ud800 @everyone"
    told = change(
        reason=bad,
        agreed_by=bad,
        area=bad,
        slug="a<b>\"'/..",
        about=bad,
        sentence=Markup.escape(bad),
    )
    root = made(history(told))["changes/feed.xml"]
    assert faults(root) == []
    one = entry(root)
    assert "<script>alert(1)</script>]]>&amp;" in str(one.findtext(f"{A}summary"))
    html = str(one.findtext(f"{A}content"))
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    # Of a charter that never had a good address there is no page of its own.
    assert one.find(f"{A}link").get("href", "").startswith(f"{ADDRESS}changes/#")


def test_a_long_title_is_cut_between_words() -> None:
    told = history(change(sentence=Markup("Litter ") * 100))
    title = str(entry(made(told)[HOLLINS]).findtext(f"{A}title"))
    assert title.endswith("Litter …")
    assert len(title) <= 203
