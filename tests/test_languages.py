"""Other languages: their catalogues, the texts of a charter, and pages said in them."""

# ruff: noqa: RUF001 - Welsh has apostrophes

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pydantic import BaseModel

from site_builder.catalogue import ENGLISH, Catalogue, Message, speaking, translations
from site_builder.language_files import in_language
from site_builder.limits import limit, plain
from site_builder.page import Making
from site_builder.pages import in_languages
from site_builder.pages.charter import charter_page
from site_builder.pages.in_languages import translated_page
from site_builder.site import Site, check
from site_builder.times.grammar import read_time
from site_builder.translated.beside import Translation
from site_builder.translated.page import in_tongue
from site_builder.translated.speaker import Tongue
from site_builder.translated.texts import in_words, texts_of
from site_builder.views.past import NOT_RECORDED
from tests.conftest import ROOT
from tests.of_kind import of_kind
from tests.other_languages import arabic

WELSH = translations()["cy"]
TODAY = date(2026, 11, 22)
MARKED = re.compile(r'<span lang="en">(.*?)</span>')


def leaves(message: Message) -> Iterator[str]:
    if isinstance(message, str):
        yield message
    else:
        for form in message.values():
            yield from leaves(form)


def parts(message: str) -> set[str]:
    return set(re.findall(r"\{\w+\}|</?\w+>", message))


@pytest.mark.parametrize("words", translations().values(), ids=translations())
def test_a_catalogue_has_every_message_with_all_its_parts(words: Catalogue) -> None:
    assert words.messages.keys() == ENGLISH.messages.keys()
    for key, message in ENGLISH.messages.items():
        filled = {part for said in leaves(message) for part in parts(said)}
        needed = set.intersection(*(parts(said) for said in leaves(message)))
        for said in leaves(words.messages[key]):
            assert needed <= parts(said) <= filled, (key, said)


@pytest.mark.parametrize("words", translations().values(), ids=translations())
def test_what_has_forms_has_all_that_the_language_counts_with(words: Catalogue) -> None:
    needed = {*words.locale.plural_form.tags, "other"}
    counted = [
        key
        for key, message in ENGLISH.messages.items()
        if not isinstance(message, str) and not key.startswith("action.")
    ]
    assert len(counted) > 100
    for key in counted:
        message = words.messages[key]
        assert not isinstance(message, str), key
        assert needed <= message.keys(), key


@pytest.mark.parametrize("words", translations().values(), ids=translations())
def test_the_words_of_pages_keep_what_is_filled_in_and_their_elements(words: Catalogue) -> None:
    for english, message in words.page.items():
        for said in leaves(message):
            assert parts(said) in (parts(english), set()), english
            assert said or parts(said) == set()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("within 1 year of your report", "o fewn 1 flwyddyn i’ch adroddiad"),
        ("within 2 working days of your report", "o fewn 2 ddiwrnod gwaith i’ch adroddiad"),
        ("within 4 years of our decision", "o fewn 4 blynedd i’n penderfyniad"),
        ("within 5 years of our decision", "o fewn 5 mlynedd i’n penderfyniad"),
        ("every Thursday", "bob Dydd Iau"),
        ("twice a week", "ddwywaith yr wythnos"),
    ],
)
def test_welsh_counts_as_welsh_does(written: str, said: str) -> None:
    assert plain(limit(read_time(written), None, WELSH)) == said


def test_a_page_is_made_in_a_language_and_no_other_is_left_speaking_it() -> None:
    time = read_time("within 5 working days")
    with speaking(WELSH) as spoken:
        assert plain(limit(time, "report")) == "o fewn 5 diwrnod gwaith i’ch adroddiad"
        assert ENGLISH.locale == WELSH.locale
    assert plain(limit(time, "report")) == "within 5 working days of your report"
    assert any("diwrnod gwaith" in said for said in spoken.said)


def test_an_authors_words_alone_are_not_taken_for_the_language() -> None:
    with speaking(WELSH) as spoken:
        ENGLISH.ended("Private land")
        ENGLISH.say("beside.fee", fee="£5")
    assert spoken.said == {"Mae’n costio £5."}


def said(english: str, words: Catalogue = WELSH, own: dict[str, str] | None = None) -> str:
    return in_tongue(english, Tongue(words, own or {}, (), ()))


@pytest.mark.parametrize(
    ("english", "welsh"),
    [
        ("<h2>What we promise</h2>", "<h2>Beth rydym yn ei addo</h2>"),
        ("<dd>since 1 July 2026</dd>", "<dd>ers 1 Gorffennaf 2026</dd>"),
        ("<dd>June 2028</dd>", "<dd>Mehefin 2028</dd>"),
        ("<p>Saturday 12 June 2027</p>", "<p>Dydd Sadwrn, 12 Mehefin 2027</p>"),
        ('<nav aria-label="Main"></nav>', '<nav aria-label="Prif ddewislen"></nav>'),
        ("<p>Meadows</p>", '<p><span lang="en">Meadows</span></p>'),
        ("<p>Meadow&#39;s &lt;b&gt;</p>", '<p><span lang="en">Meadow’s &lt;b&gt;</span></p>'),
        (
            "<p>One. Two <b>three</b>.</p>",
            '<p><span lang="en">One. Two <b>three</b>.</span></p>',
        ),
        ("<title>Meadows</title>", "<title>Meadows</title>"),
        ("<code>What we promise</code>", "<code>What we promise</code>"),
        (
            '<p><span lang="en">On this page</span></p>',
            '<p><span lang="en">On this page</span></p>',
        ),
        ("<p>01632 960020</p>", "<p>01632 960020</p>"),
        (
            '<p>To print: <a href="x">a poster</a>, <a>a leaflet for letterboxes</a>, or <a>large print</a>.</p>',
            '<p>I’w argraffu: <a href="x">poster</a>, <a>taflen ar gyfer blychau llythyrau</a>, neu <a>brint bras</a>.</p>',
        ),
        (
            "<p>Ask: Zebra desk. See “Ways to reach us”.</p>",
            '<p>Gofynnwch i: <span lang="en">Zebra desk</span>. Gweler “Ffyrdd o gysylltu â ni”.</p>',
        ),
    ],
)
def test_a_page_is_said_sentence_by_sentence(english: str, welsh: str) -> None:
    assert said(english) == welsh


def test_what_an_author_wrote_is_said_in_the_translators_words_and_escaped() -> None:
    own = {"Tom's <1> land": 'Tir "Tom" <script>'}
    assert said("<p>Tom&#39;s &lt;1&gt; land.</p>", own=own) == (
        "<p>Tir &quot;Tom&quot; &lt;script&gt;.</p>"
    )


def test_a_page_says_its_language_and_direction() -> None:
    assert said('<html lang="en-GB"><p>Home</p>') == '<html lang="cy" dir="ltr"><p>Hafan</p>'


def test_from_right_to_left_english_and_numbers_keep_their_direction() -> None:
    page = said('<html lang="en-GB"><p>Zebra</p><p>01632 960020</p>', arabic())
    assert page == (
        '<html lang="ar" dir="rtl"><p><span lang="en" dir="ltr">Zebra</span></p>'
        '<p><bdi dir="ltr">01632 960020</bdi></p>'
    )


def test_long_texts_are_said_in_time() -> None:
    """A text of signs that sentences have between their holes is looked through once for each, not for all together."""
    assert "lang" in said(f"<p>{'Ask: ; ; : ( to - ' * 2000}</p>")


@pytest.fixture(scope="module")
def site() -> Site:
    checked = check(ROOT / "charters", "charters", TODAY)
    assert checked.site
    return checked.site


def test_texts_are_exchanged_and_nothing_else(site: Site) -> None:
    charter = next(one.charter for one in site.charters if one.slug == "tenter-row")
    words = {text: f"⟦{text}⟧" for text in texts_of(charter)}
    other = in_words(charter, words)
    assert list(texts_of(other)) == [words[text] for text in texts_of(charter)]
    assert other.standards[0].id == charter.standards[0].id
    assert in_words(charter, {}) is charter


def authors(value: object) -> Iterator[str]:
    """Whatever stands in a group of fields as words or signs."""
    if isinstance(value, str):
        yield from re.findall(r"[^\W\d_]+", value.casefold())
    elif isinstance(value, tuple):
        for item in value:
            yield from authors(item)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from authors(getattr(value, name))


def test_every_word_of_the_site_on_the_page_of_a_charter_is_in_welsh(site: Site) -> None:
    """Of all charters of the example: what stays English there is an author's, and has its translation beside it.

    Where this fails, give the words that it names to the catalogue, as lines of [page]: an empty one awaits its words.
    """
    left: dict[str, str] = {}
    for compiled in site.charters:
        known = {*authors(compiled.charter), *authors(site.council), *authors(compiled.results)}
        page = translated_page(
            replace(site, words={}),
            replace(compiled, prose=()),
            Translation("cy", {}),
            Making(TODAY),
            past=NOT_RECORDED,
            drawn=None,
        )
        assert page.tongue
        for words in MARKED.findall(in_tongue(page.html, page.tongue)):
            text = html.unescape(re.sub(r"<[^>]*>", " ", words))
            alone = set(re.findall(r"[^\W\d_]+", text.casefold().replace("’", "'")))
            if not alone <= known | {"and", "am", "pm"} and text not in WELSH.page:
                left[text] = compiled.slug
    assert not left, "\n".join(f'"{text}" = ""  # {slug}' for text, slug in left.items())


def test_the_page_of_a_translated_charter(site: Site) -> None:
    (page,) = of_kind(in_languages, site, Making(TODAY))
    assert page.uri == "cy/areas/tenter-row/"
    assert page.title == "Siarter stryd Tenter Row"
    assert page.source == "tenter-row/charter.cy.yml"
    assert [one.uri for one in page.languages] == ["areas/tenter-row/", page.uri]
    assert [one.name for one in page.languages] == ["English", "Cymraeg"]
    assert "Byddwn yn ysgubo dail" in page.html
    assert 'href="../../../areas/tenter-row/' in page.html
    assert 'href="poster/' not in page.html


def test_the_english_page_is_what_it_was_but_for_the_link(site: Site) -> None:
    compiled = next(one for one in site.charters if one.slug == "tenter-row")
    alone = replace(compiled, translations=())
    before, list_ = (
        charter_page(site, alone, Making(TODAY)),
        list(of_kind(in_languages, site, Making(TODAY))),
    )
    after = charter_page(site, compiled, Making(TODAY))
    assert list_
    assert replace(after, languages=()) == before


def test_files_of_an_unknown_language_are_told(tmp_path: Path) -> None:
    (tmp_path / "mill").mkdir()
    for name in ("charter.yml", in_language("charter.yml", "xx"), in_language("about.md", "xx")):
        (tmp_path / "mill" / name).write_text("title: Mill\n", "utf-8")
    told = [
        one.message for one in check(tmp_path, "", TODAY).problems if ".xx." in one.location.path
    ]
    assert told == ["The site has no words in 'xx'. It has in: cy."] * 2
