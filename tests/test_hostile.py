"""Hostile words in every text field: each file of the site, read by a parser of its kind, has them as words and nothing more."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from icalendar import Calendar
from lxml import etree, html

from site_builder.csv_file import exact
from site_builder.rendering import THEME
from tests.hostile import REST, Field, forms, text_fields

SIGN = re.compile(r"Zq(\d+)q")
LEADS = {"href", "src", "srcset", "action", "formaction", "data", "cite", "poster"}
SCHEMES = {"", "http", "https", "mailto", "sms", "tel"}
# They say how the check is to speak to officers; no page and no file of the site tells them.
NOT_SHOWN = {("PlainWord", "say"), ("PlainWord", "word"), ("RuleSetting", "reason")}
CALENDAR = {
    "BEGIN", "END", "PRODID", "VERSION", "CALSCALE", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "UID", "DTSTAMP", "DTSTART",
    "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "STATUS", "TRANSP", "SEQUENCE", "TZID", "TZNAME", "TZOFFSETFROM",
    "TZOFFSETTO", "RRULE",
}  # fmt: skip


def files(site: Path, ending: str) -> Iterator[tuple[str, str]]:
    """Every file with this ending: its name and its text."""
    found = sorted(site.rglob(f"*{ending}"))
    assert found, f"the site has no {ending}"
    for file in found:
        yield file.relative_to(site).as_posix(), file.read_bytes().decode()


def seen(words: str, where: str) -> set[int]:
    """The numbers of the hostile values in words that a parser has read; each must be there in full or be cut off with a sign,
    and be escaped once."""
    if "Zq" not in words:
        return set()
    plain = " ".join(unquote(words).split()).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    found = set()
    for sign in SIGN.finditer(plain):
        rest, *cut = plain[sign.end() : sign.end() + len(REST)].split("\N{HORIZONTAL ELLIPSIS}")
        assert rest == REST or (cut and REST.startswith(rest)), f"{where}: {sign[0]}{rest}"
        found.add(int(sign[1]))
    return found


def strings(data: object) -> Iterator[str]:
    """Every text in JSON, the names of fields among them."""
    match data:
        case str():
            yield data
        case list():
            for item in data:
                yield from strings(item)
        case dict():
            for name, value in data.items():
                yield name
                yield from strings(value)


def in_json(text: str, where: str) -> set[int]:
    return {number for words in strings(json.loads(text)) for number in seen(words, where)}


def in_element(element: html.HtmlElement, where: str) -> set[int]:
    """What an element says and what its attributes say; one that acts must be ours."""
    found = set()
    for name, value in element.items():
        here = f"{where}, {element.tag} {name}"
        if name.startswith("data-") and value.startswith(("[", '{"')):
            found |= in_json(value, here)
        else:
            found |= seen(value, here)
        if name in LEADS:
            assert urlsplit(value.strip()).scheme in SCHEMES, f"{here}: {value}"
    words = element.text or ""
    if element.tag == "script" and words.strip():
        assert element.get("type") in ("application/ld+json", "application/json"), where
        assert "<" not in words, where
        return found | in_json(words, where)
    return found | seen(words, where)


def in_html(text: str, where: str, names: set[tuple[str, str]]) -> set[int]:
    """What a page says; adds to ``names`` its elements and their attributes."""
    parser = html.HTMLParser(encoding="utf-8")
    found = set()
    for element in html.document_fromstring(text.encode(), parser=parser).iter():
        if isinstance(element.tag, str):
            found |= in_element(element, where)
            names |= {(element.tag, str(name)) for name in ("", *element.attrib)}
        else:
            assert "Zq" not in str(element.text), f"{where}: a comment"
        found |= seen(element.tail or "", where)
    return found


def in_xml(text: str, where: str) -> set[int]:
    found = set()
    for element in etree.fromstring(text.encode()).iter():
        if element.get("type") == "html":
            found |= in_html(element.text or "", where, set())
        else:
            found |= seen(element.text or "", where)
        for name, value in element.items():
            found |= seen(value, where)
            assert name not in LEADS or urlsplit(value).scheme in SCHEMES, f"{where}: {value}"
    return found


def in_table(text: str, where: str) -> set[int]:
    found = set()
    for row in csv.reader(io.StringIO(text, newline="")):
        for cell in row:
            assert not re.match(r"\s*[=+\-@](?!\d)", cell), f"{where}: {cell}"
            found |= seen(exact(cell), where)
    return found


def in_calendar(text: str, where: str) -> set[int]:
    found = set()
    assert "\n" not in text.replace("\r\n", "")
    assert "\r" not in text.replace("\r\n", "")
    for part in Calendar.from_ical(text).walk():
        for name, value in part.property_items(recursive=False):
            assert name in CALENDAR, where
            if isinstance(value, str):
                # Of these names the parser leaves the text as it is written.
                words = value.replace("\\;", ";") if name in ("NAME", "X-WR-CALNAME") else value
                found |= seen(words, f"{where}, {name}")
    return found


def given(site: Path) -> dict[Field, set[int]]:
    """Every field that was filled in, and the numbers of its values."""
    lines = [line.split() for line in (site.parent / "fields.txt").read_text("utf-8").splitlines()]
    return {(group, name): set(map(int, numbers)) for group, name, *numbers in lines}


def test_every_text_field_is_hostile_and_each_file_has_it_as_words_and_nothing_more(
    hostile_site: Path, built_site: Path
) -> None:
    shown: set[int] = set()
    names: set[tuple[str, str]] = set()
    ours: set[tuple[str, str]] = set()
    for where, text in files(built_site, ".html"):
        in_html(text, where, ours)
    for where, text in files(hostile_site, ".html"):
        shown |= in_html(text, where, names)
    assert names - ours == set(), "elements and attributes that no template wrote"
    for ending, read in (
        (".xml", in_xml),
        (".json", in_json),
        (".geojson", in_json),
        (".csv", in_table),
        (".ics", in_calendar),
    ):
        here: set[int] = set()
        for where, text in files(hostile_site, ending):
            here |= read(text, where)
        assert here, f"no {ending} has an author's words"
        shown |= here
    fields = given(hostile_site)
    assert set(fields) == text_fields()
    assert {field for field, numbers in fields.items() if not numbers & shown} == NOT_SHOWN


def test_no_other_form_lets_more_through_than_is_written_here() -> None:
    let_through = {name: words for name, words in forms().items() if words}
    assert let_through == {
        "Email": "{{7*7}}`",
        "Level": REST,
        "ReportMoment": "&amp;{{7*7}}`",
        "WebAddress": "&amp;{{7*7}}`",
    }


def test_no_script_of_ours_makes_html_or_code_of_words() -> None:
    makes = re.compile(
        r"(?:inner|outer|Adjacent)HTML|document\.write|\beval\b|\bFunction\(|DOMParser|srcdoc"
    )
    scripts = list(THEME.rglob("*.js"))
    assert scripts
    assert {file.name: makes.findall(file.read_text("utf-8")) for file in scripts} == {
        file.name: [] for file in scripts
    }
