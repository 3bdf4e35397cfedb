"""What stands for a page where it is shared or searched: a picture, a title, one address, and a list of all pages."""

import re
import struct
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from site_builder.page import Making
from site_builder.pages import share_pictures
from site_builder.sharing import font
from site_builder.sharing.picture import BRAND, SIZE, Card, brand_colour, drawn, lines
from tests.conftest import ROOT
from tests.of_kind import of_kind
from tests.views.shown import TODAY, compiled, site

MOST_BYTES = 60 * 1024
CARD = Card("Larkfold", "What is promised here", "Riverdale Council")
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def metas(html: str) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:property|name)="([a-z:]+)" content="([^"]*)">', html))


def canonical(html: str) -> str | None:
    found = re.search(r'<link rel="canonical" href="([^"]*)">', html)
    return found and found[1]


def test_a_picture_is_small_and_the_same_each_time() -> None:
    first, second = drawn(CARD), drawn(CARD)
    assert first == second
    assert len(first) < MOST_BYTES
    picture = Image.open(BytesIO(first))
    assert (picture.format, picture.size) == ("PNG", SIZE)
    ground = tuple(bytes.fromhex(BRAND[1:]))
    assert picture.convert("RGB").getpixel((5, 5)) == ground
    # The letters are there: the font was found.
    other = Image.open(BytesIO(drawn(Card("", "", "")))).convert("RGB")
    assert (
        picture.convert("RGB").crop((0, 150, 800, 420)).getcolors()
        != other.crop((0, 150, 800, 420)).getcolors()
    )


@pytest.mark.parametrize("name", ["<b>&amp;\"'</b>", "]]>", "A & B", "…", "W" * 300, "a " * 200])
def test_whatever_a_place_is_called_stays_text_and_within_the_picture(name: str) -> None:
    card = Card(name, name, name)
    laid = lines(card)
    assert 3 <= len(laid) <= 5
    first = laid[0].words.split(" ", maxsplit=1)[0]
    assert name.startswith(first.removesuffix("…"))
    for line in laid:
        assert line.left + font.width(line.words, line.size) <= SIZE[0]
        assert line.size < line.base < SIZE[1]
    assert drawn(card).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("words", "can"),
    [
        ("Gŵyr a\N{RIGHT SINGLE QUOTATION MARK}r Fro \N{EN DASH} Łódź", True),
        ("Mill Lane & <Clough>", True),
        ("سلام", False),
        ("中", False),
        ("a\x00", False),
        ("\N{GRINNING FACE}", False),
    ],
)
def test_a_name_is_drawn_only_if_the_font_has_its_letters(words: str, *, can: bool) -> None:
    assert font.can_write(words) is can
    assert Card(words, "", "").can_be_drawn is can


def test_the_font_is_unpacked_as_it_was_packed() -> None:
    table = b"abc"
    head = struct.pack(">4sIIHHI", b"wOFF", 0x00010000, 0, 1, 0, 0).ljust(44, b"\0")
    entry = struct.pack(">4sIIII", b"name", 64, 3, 3, 7)
    made = font.unpacked(head + entry + table)
    assert made == struct.pack(">IHHHH4sIII", 0x00010000, 1, 0, 0, 0, b"name", 7, 28, 3) + b"abc\0"
    with pytest.raises(ValueError, match="no WOFF file"):
        font.unpacked(b"wOF2" + bytes(60))


@pytest.mark.parametrize(
    ("styles", "colour"),
    [
        (["a { color: red; }", ":root { --charter-brand: #5B2a4f; }"], "#5B2a4f"),
        ([":root { --charter-brand: rebeccapurple; }"], BRAND),
        ([':root { --charter-brand: #5b2a4f"/><script>; }'], BRAND),
        ([], BRAND),
    ],
)
def test_the_ground_is_the_council_s_colour(styles: list[str], colour: str) -> None:
    assert brand_colour(styles) == colour


def test_each_page_shows_its_area_s_picture_or_the_site_s(built_site: Path) -> None:
    pictures = {
        file.relative_to(built_site).as_posix(): len(file.read_bytes())
        for file in built_site.rglob("share.png")
    }
    slugs = {file.parent.name for file in (ROOT / "charters").glob("*/charter.yml")}
    assert set(pictures) == {"share.png", *(f"areas/{slug}/share.png" for slug in slugs)}
    assert max(pictures.values()) < MOST_BYTES
    for page, picture in (
        ("areas/larkfold/", "areas/larkfold/share.png"),
        ("areas/larkfold/report/", "areas/larkfold/share.png"),
        ("areas/", "share.png"),
        ("topics/graffiti/", "share.png"),
        ("about/", "share.png"),
        ("", "share.png"),
    ):
        html = (built_site / page / "index.html").read_text("utf-8")
        found, home = metas(html), canonical(html)
        assert home is not None
        assert home.endswith(f"/charters/{page}")
        assert found["og:url"] == home
        assert found["og:image"] == f"{home.removesuffix(page)}{picture}"
        assert found["twitter:card"] == "summary_large_image"
        assert found["og:title"]
        assert found["og:description"] == found["description"]


def test_every_page_has_one_address_and_the_list_has_those_that_hold(built_site: Path) -> None:
    pages, hidden = set(), set()
    for file in built_site.rglob("index.html"):
        html = file.read_text("utf-8")
        home = canonical(html)
        if 'content="noindex' in html:
            hidden.add(home)
            continue
        assert home is not None, file
        assert home.endswith(
            f"/{file.parent.relative_to(built_site).as_posix()}/".replace("/./", "/")
        )
        pages.add(home)
    sitemap = etree.parse(built_site / "sitemap.xml")
    listed = [one.text for one in sitemap.iter(SITEMAP)]
    assert len(listed) == len(set(listed))
    assert set(listed) == pages
    assert hidden
    # The engine knows only the day of the build, which is not when a page changed.
    assert "lastmod" not in (built_site / "sitemap.xml").read_text("utf-8")


def test_programs_are_told_where_the_list_of_pages_is(built_site: Path) -> None:
    said = (built_site / "robots.txt").read_text("utf-8").splitlines()
    home = canonical((built_site / "index.html").read_text("utf-8"))
    assert said == ["User-agent: *", "Disallow:", "", f"Sitemap: {home}sitemap.xml"]


def test_a_site_that_does_not_know_its_address_has_no_pictures() -> None:
    made = site(compiled())
    assert list(of_kind(share_pictures, made, Making(TODAY))) == []
    known = Making(TODAY, address="https://charters.example.org/")
    assert [one.uri for one in of_kind(share_pictures, made, known)] == [
        "share.png",
        "areas/hollins/share.png",
    ]


def test_an_area_whose_name_cannot_be_drawn_is_shown_by_the_site_s_picture() -> None:
    made = site(compiled(area={"name": "سلام"}))
    known = Making(TODAY, address="https://charters.example.org/")
    assert [one.uri for one in of_kind(share_pictures, made, known)] == ["share.png"]
