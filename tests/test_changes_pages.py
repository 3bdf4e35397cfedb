"""The pages of what has changed: what a resident reads of every change of a promise, and what is not hidden."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape
from pathlib import Path

import pytest
from markupsafe import Markup

from site_builder.changes.change import Effect
from site_builder.folder import look_into
from site_builder.history.past import UNKNOWN, History, PastChange
from site_builder.page import Making, Page
from site_builder.pages import changes as change_pages
from site_builder.pages import charter as charter_pages
from site_builder.views import change_pages as views
from site_builder.views.changes import LAST
from site_builder.views.past import record
from tests.of_kind import of_kind
from tests.past_example import change, history
from tests.views.shown import TODAY, compiled, site, standard

HOLLINS = "areas/hollins/changes/"
WITHDRAWN = Markup("Litter: this is withdrawn from 1 October 2026. Why: The post was cut.")


def made(past: History, **fields: object) -> dict[str, str]:
    """Give the pages of changes of a council with one charter, by address, as HTML."""
    council = site(compiled(**fields))
    return {
        page.uri: page.html for page in of_kind(change_pages, council, Making(TODAY, history=past))
    }


def words(html: str) -> str:
    return " ".join(unescape(re.sub("<[^>]*>", "", html)).replace("\u00a0", " ").split())


def items(html: str) -> list[str]:
    """Give each change of a page in words, as it stands there."""
    found = re.findall(r'<li class="charter-change\b.*?</li>', html, re.DOTALL)
    return [words(item) for item in found]


def charter_page(past: History, **fields: object) -> str:
    """Give the section of a charter's own page that tells of changes."""
    council = site(compiled(**fields))
    page = next(of_kind(charter_pages, council, Making(TODAY, history=past)))
    return page.html.partition('<h2 id="changes">')[2].partition("<h2 ")[0]


AUTHORS = {
    "date": "2026-07-14",
    "about": ["litter"],
    "reason": "A van was sold",
    "agreed_by": "Panel",
    "announced": "2026-06",
    "consultation": "https://www.example.org/asked",
    "note": "We look again in May.",
}


def test_a_change_says_what_it_means_from_when_and_why() -> None:
    past = history(change(reason="A van was sold", agreed_by="Panel, 2 July 2026"))
    (item,) = items(made(past)[HOLLINS])
    assert item == (
        "Weaker from 14 July 2026 Litter: now removed within 5 working days. This is weaker. "
        "Reason given: A van was sold. Agreed by: Panel, 2 July 2026."
    )


def test_the_day_of_publication_stands_beside_another_day_on_which_it_took_effect() -> None:
    past = history(change(took_effect=date(2026, 8, 1)))
    (item,) = items(made(past)[HOLLINS])
    assert "Weaker from 1 August 2026" in item
    assert item.endswith("Published on 14 July 2026.")
    assert "Published" not in items(made(history(change()))[HOLLINS])[0]


def test_a_charter_that_began_before_its_first_record_says_so() -> None:
    whole = {"kind": "", "about": "", "field": "", "took_effect": date(2023, 10, 1)}
    (item,) = items(made(history(change(Effect.NEW, **whole)))[HOLLINS])
    assert item.startswith("New from 1 October 2023")
    assert item.endswith("First recorded here on 14 July 2026.")
    later = whole | {"took_effect": date(2026, 8, 1)}
    (item,) = items(made(history(change(Effect.NEW, **later)))[HOLLINS])
    assert item.endswith("Published on 14 July 2026.")


def test_a_notice_whose_last_day_has_passed_is_told_as_over() -> None:
    notice = {"says": "There is a backlog.", "from": "2026-07", "to": "2026-08"}
    standards = [{"id": "litter", "follows": "litter", "notice": notice}]
    told = items(made(history(change()), standards=standards)[HOLLINS])[0]
    assert told == (
        "As promised again from 1 September 2026 Litter. From July 2026 to August 2026 this is worse than promised. "
        "There is a backlog. That time is over, and nobody has said that it goes on."
    )
    notice["to"] = f"{TODAY}"
    assert "again" not in items(made(history(change()), standards=standards)[HOLLINS])[0]
    notice["to"] = "2026-08"
    assert items(made(UNKNOWN, standards=standards)[HOLLINS]) == []


@pytest.mark.parametrize("verdict", list(Effect))
def test_each_verdict_has_a_word_and_a_shape_of_its_own(verdict: Effect) -> None:
    html = made(history(change(verdict)))[HOLLINS]
    assert items(html)[0].startswith(f"{verdict.capitalize()} from ")
    shape = re.search(r"<svg.*?</svg>", html)
    assert shape
    others = [made(history(change(other)))[HOLLINS] for other in Effect if other is not verdict]
    assert not any(shape[0] in other for other in others)


@pytest.mark.parametrize(
    ("verdict", "more", "said"),
    [
        (Effect.WEAKER, {}, True),
        (Effect.WITHDRAWN, {"field": "targets"}, True),
        (Effect.WITHDRAWN, {"field": "withdrawn", "sentence": WITHDRAWN}, False),
        (Effect.WITHDRAWN, {"field": ""}, False),
        (Effect.WEAKER, {"reason": "A van was sold."}, False),
        (Effect.STRONGER, {}, False),
        (Effect.NEW, {}, False),
        (Effect.UNKNOWN, {}, False),
    ],
)
def test_a_loss_that_nobody_explained_says_so(
    verdict: Effect, more: dict[str, object], *, said: bool
) -> None:
    (item,) = items(made(history(change(verdict, **more)))[HOLLINS])
    assert ("No reason was given." in item) is said


def test_a_reason_that_the_sentence_says_is_not_said_twice() -> None:
    past = history(
        change(Effect.WITHDRAWN, field="withdrawn", sentence=WITHDRAWN, reason="The post was cut")
    )
    (item,) = items(made(past)[HOLLINS])
    assert item.count("The post was cut") == 1


def test_newest_first_in_months_and_losses_first_on_a_day() -> None:
    past = history(
        change(Effect.STRONGER, about="a"),
        change(Effect.WITHDRAWN, about="b"),
        change(Effect.NEW, date(2026, 9, 1), about="c"),
        change(Effect.WEAKER, date(2026, 7, 30), about="d"),
        change(Effect.SAME, date(2025, 7, 30), about="e"),
    )
    html = made(past)[HOLLINS]
    headings = re.findall(r'<h2 id="in-[\d-]+">(.*?)</h2>', html)
    assert headings == ["September\u00a02026", "July\u00a02026", "July\u00a02025"]
    assert [item.split(" from ")[0] for item in items(html)] == [
        "New", "Weaker", "Withdrawn", "Stronger", "Same in effect",
    ]  # fmt: skip


def test_housekeeping_stands_last_and_pushes_no_loss_off_the_page() -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(300)]
    past = history(
        *(change(Effect.HOUSEKEEPING, day, kind="routes", about="desk") for day in days),
        change(Effect.WEAKER, date(2025, 5, 1)),
    )
    html = made(past)[HOLLINS]
    shown = items(html)
    assert shown[0].startswith("Weaker from 1 May 2025")
    assert all(item.startswith("Housekeeping") for item in shown[1:])
    assert len(shown) == 1 + views.MOST_ASIDE
    assert html.index("Weaker") < html.index(">Housekeeping</h2>")


def test_the_page_of_all_is_bounded_and_leads_to_the_pages_that_have_it_all() -> None:
    days = [date(2025, 6, 1) + timedelta(days=n) for n in range(230)]
    past = history(*(change(published=day) for day in days))
    shown = made(past)
    every = shown["changes/"]
    assert len(items(every)) == views.MOST_OF_ALL
    assert "The last 100 changes of a promise" in words(every)
    assert "Older changes stand on the page of each area" in words(every)
    assert 'href="../areas/hollins/changes/"' in every
    assert len(items(shown[HOLLINS])) == views.MOST_OF_ONE
    # What the page of the area does not hold stands on that of its year, with the rest of that year.
    assert set(shown) == {"changes/", HOLLINS, f"{HOLLINS}2025/"}
    assert 'href="2025/"' in shown[HOLLINS].replace("./", "")
    year = items(shown[f"{HOLLINS}2025/"])
    assert len(year) == sum(day.year == 2025 for day in days)
    assert year[-1].startswith("Weaker from 1 June 2025")


def test_the_page_of_all_names_the_area_and_leads_to_it() -> None:
    html = made(history(change()))["changes/"]
    assert 'in <a href="../areas/hollins/">Hollins</a>, from 14' in html
    assert "Housekeeping" not in html
    housekeeping = made(history(change(Effect.HOUSEKEEPING)))["changes/"]
    assert items(housekeeping) == []


def test_the_page_of_all_leads_to_the_list_of_areas_where_they_are_too_many_to_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert 'href="../areas/hollins/changes/">Hollins</a>' in made(history(change()))["changes/"]
    monkeypatch.setattr(views, "MOST_AREAS", 0)
    html = made(history(change()))["changes/"]
    assert 'href="../areas/">All areas, A to Z</a>' in html
    assert 'href="../areas/hollins/changes/"' not in html


def test_a_charter_with_nothing_changed_says_since_when() -> None:
    html = words(made(history())[HOLLINS])
    assert "No change of a promise has been recorded since 3 March 2025." in html
    assert "What changed before 3 March 2025 is not recorded here." in html


def test_where_the_history_begins_is_said_and_why() -> None:
    cut, whole = (words(made(history(is_whole=whole))[HOLLINS]) for whole in (False, True))
    assert "made without the versions before that day" in cut
    assert "made without the versions before that day" not in whole
    assert "What changed before 3 March 2025 is not recorded here." in whole


def test_gaps_are_named_once_and_every_page_tells_of_them() -> None:
    gap = "charters/hollins/charter.yml of <4 May> could not be read."
    shown = made(history(change(), gaps=(gap,)))
    assert "of &lt;4 May&gt; could not be read." in shown["changes/"]
    assert gap not in shown[HOLLINS]
    assert "Some versions could not be compared." in shown[HOLLINS]
    assert "Some versions could not be compared." not in made(history(change()))[HOLLINS]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"agreed": None, "starts": None}, "This charter is a proposal."),
        ({"ends": "2026-10-31"}, "This charter has ended. Nothing in it is promised now."),
        (
            {"withdrawn": {"date": "2026-10-01", "reason": "It was joined to another."}},
            "This charter has ended. Nothing in it is promised now.",
        ),
    ],
)
def test_a_charter_that_promises_nothing_says_so_beside_its_changes(
    fields: dict[str, object], said: str
) -> None:
    shown = words(made(history(change()), **fields)[HOLLINS])
    assert said in shown
    assert "Weaker from 14 July 2026" in shown
    assert said not in words(made(history(change()))[HOLLINS])


def test_why_git_told_nothing_is_said_where_it_is_known() -> None:
    shown = made(History(gaps=("Git says: no.",)))
    assert "Git says: no." in shown["changes/"]
    assert "Some versions could not be compared." in shown[HOLLINS]
    assert "is not recorded here" not in shown["changes/"]


def test_without_git_a_page_says_so_and_shows_what_the_charter_tells() -> None:
    shown = made(UNKNOWN, standards=[standard("litter")], changes=[AUTHORS])
    assert "without the earlier versions of its charters" in words(shown["changes/"])
    (item,) = items(shown[HOLLINS])
    assert item.startswith("14 July 2026 Litter A van was sold Agreed by: Panel.")


def test_a_charter_that_is_gone_keeps_its_page() -> None:
    lost = change(
        Effect.WITHDRAWN,
        slug="old-mill",
        area="Old Mill",
        kind="",
        about="",
        field="",
        sentence=Markup("Old Mill: this charter was deleted, and nothing says why."),
    )
    shown = made(history(lost))
    assert "Old Mill: what has changed" in words(shown["areas/old-mill/changes/"])
    assert "Withdrawn in Old Mill, from 14 July 2026" in words(shown["changes/"])
    assert 'href="../areas/old-mill/changes/"' in shown["changes/"]
    # A folder of another time may have had a name that makes no address.
    assert set(made(history(change(slug="../x<y>")))) == {"changes/", HOLLINS}


def test_what_an_author_says_of_a_change_stands_with_it_once() -> None:
    past = history(change(reason="A van was sold", agreed_by="Panel"))
    html = made(past, standards=[standard("litter")], changes=[AUTHORS])[HOLLINS]
    (item,) = items(html)
    assert "Residents were told: June 2026. We look again in May." in item
    assert item.count("A van was sold") == item.count("Panel") == 1
    assert 'href="https://www.example.org/asked"' in html


def test_what_only_the_author_tells_of_stands_apart() -> None:
    old = {**AUTHORS, "date": "2019-04"}
    html = made(history(change()), standards=[standard("litter")], changes=[old])[HOLLINS]
    first, second = items(html)
    assert first.startswith("Weaker from 14 July 2026")
    assert second.startswith("April 2019 Litter A van was sold")
    assert html.index("July") < html.index('<h2 id="told">') < html.index("April")


def test_a_part_of_a_date_is_not_made_a_day() -> None:
    told = {**AUTHORS, "date": "2026-07"}
    past = history(change(took_effect=date(2026, 7, 1)))
    (item,) = items(made(past, standards=[standard("litter")], changes=[told])[HOLLINS])
    assert item.startswith("Weaker from July 2026")


def test_what_authors_write_is_escaped() -> None:
    bad = "<script>alert(1)</script> & 'more'"
    past = history(change(reason=bad, agreed_by=bad, area=bad, slug="gone"), gaps=(bad,))
    # What the model lets through.
    odd = 'A < B & "C"'
    shown = made(past, title=odd, area={"name": odd}, changes=[{**AUTHORS, "note": odd}])
    assert len(shown) == 3
    for html in shown.values():
        assert "<script" not in html
        assert odd not in html
    assert "A &lt; B &amp; &#34;C&#34;" in shown[HOLLINS]
    assert "&lt;script&gt;" in shown["areas/gone/changes/"]


# The page of a charter


def test_a_charter_shows_its_last_three_changes_and_leads_to_all() -> None:
    days = [date(2026, 7, day) for day in (1, 2, 3, 4)]
    past = history(
        *(change(published=day) for day in days),
        change(Effect.HOUSEKEEPING, date(2026, 7, 5)),
    )
    section = charter_page(past)
    assert [item[:23] for item in items(section)] == [
        "Weaker from 4 July 2026", "Weaker from 3 July 2026", "Weaker from 2 July 2026",
    ]  # fmt: skip
    assert len(items(section)) == LAST
    assert 'href="changes/"' in section.replace("./", "")


def test_a_charter_says_one_change_once() -> None:
    fields = {
        "standards": [standard("litter")],
        "changes": [AUTHORS, {**AUTHORS, "date": "2026-01", "reason": "Another"}],
    }
    shown = items(charter_page(history(change(reason="A van was sold")), **fields))
    assert len(shown) == 2
    assert shown[0].startswith("Weaker from 14 July 2026")
    assert shown[1].startswith("January 2026 Litter Another")


def test_what_git_knows_and_what_the_author_tells_are_three_changes_together() -> None:
    days = [date(2026, 7, day) for day in (1, 2, 3)]
    fields = {"changes": [{**AUTHORS, "date": day} for day in ("2019", "2026-07-02", "2026-08")]}
    past = history(*(change(published=day, about="graffiti") for day in days))
    assert [item[:12].strip() for item in items(charter_page(past, **fields))] == [
        "August 2026", "Weaker from", "Weaker from",
    ]  # fmt: skip
    # Said of another promise on the same day, it says nothing of this one.
    assert not any("We look again" in item for item in items(charter_page(past, **fields))[1:])


def test_without_git_a_charter_shows_all_that_its_author_tells() -> None:
    fields = {"changes": [{**AUTHORS, "date": f"202{n}"} for n in range(5)]}
    section = charter_page(UNKNOWN, **fields)
    assert [item[:4] for item in items(section)] == ["2024", "2023", "2022", "2021", "2020"]
    assert "<a " not in section.replace('<a href="https://www.example.org/asked">', "")


def test_a_charter_that_never_changed_says_so_where_that_is_known() -> None:
    assert "No change of a promise has been recorded since 3 March 2025." in words(
        charter_page(history())
    )
    assert charter_page(UNKNOWN) == ""


# Every page


def pages_of(past: History) -> Iterator[Page]:
    council = site(compiled(standards=[standard("litter")]), compiled("mill-lane"))
    yield from of_kind(change_pages, council, Making(TODAY, history=past))


def test_pages_of_changes_are_whole() -> None:
    found = list(pages_of(history(change(), change(Effect.HOUSEKEEPING, slug="gone"))))
    assert [page.uri for page in found] == [
        "changes/", "areas/gone/changes/", HOLLINS, "areas/mill-lane/changes/",
    ]  # fmt: skip
    for page in found:
        assert page.breadcrumbs[-1][1] == page.uri
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", page.html)]
        assert levels[0] == levels.count(1) == 1
        ids = re.findall(r'\bid="([^"]+)"', page.html)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r'href="#([^"]+)"', page.html)) <= set(ids)
        assert {anchor for anchor, _ in page.headings} <= set(ids)


def test_a_change_keeps_its_place_when_it_is_said_anew_or_others_follow() -> None:
    def keys(*changes: PastChange) -> list[str]:
        return [kept.key for kept in record(history(*changes)).changes]

    once = keys(change())
    assert keys(change(sentence=Markup("In other words."), reason="Said later")) == once
    assert keys(change(slug="hollins-and-mill-lane", folder="hollins")) == once
    twice = keys(change(), change())
    assert len(set(twice)) == 2
    assert once[0] in twice
    assert once[0] in keys(change(), change(published=date(2026, 9, 1)))


@pytest.mark.parametrize("name", ["changes.md", "changes/2025.md"])
def test_no_page_of_the_council_takes_the_place_of_the_changes(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("# Changes\n", "utf-8")
    (tmp_path / "council.yml").write_text("x", "utf-8")
    rules = {problem.rule for problem in look_into(tmp_path, "charters").problems}
    assert "addresses-are-unique" in rules
