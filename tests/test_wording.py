"""How a text is cut into sentences and passages, and which of its words are vague or of the office."""

import pytest

from site_builder.model.checks import PlainWord
from site_builder.wording.jargon import Jargon, jargon_of, known
from site_builder.wording.passages import passages, place
from site_builder.wording.splitting import count_words, sentences
from site_builder.wording.vague import vague_in


@pytest.mark.parametrize(
    "parts",
    [
        ["We come at 10.30.", "It costs £1.50."],
        ["Ask us, e.g. On a Monday, i.e. A working day."],
        ["It is at No. 5 in St. Ann Street.", "Mr. Mole lives there."],
        ["May we go on?", "No.", "We stop."],
        ["We close at 5 p.m. Monday to Friday.", "We open at 9 a.m.", "We ring first."],
        ["See www.example.org.", "Then ring!", '"Good," we said.', "(So it was.)"],
        ["We keep streets at grade B.", "We look twice a year."],
        ["It waits… and waits.", "95% is enough."],
        ["One paragraph", "another one"],
        ["no capital. no sentence. only one"],
    ],
    ids=lambda parts: parts[0],
)
def test_a_text_is_cut_where_its_sentences_end(parts: list[str]) -> None:
    joint = "\n\n" if "paragraph" in parts[0] else " "
    text = joint.join(parts)
    found = list(sentences(text))
    assert [sentence.text for sentence in found] == parts
    assert [text[sentence.start : sentence.end] for sentence in found] == parts


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("one two three", 3),
        ("1,450 homes", 2),
        ("fly-tipping and/or litter", 3),
        ("one \N{EN DASH} two \N{EM DASH} three - four", 4),
        ("one\N{EM DASH}two", 2),
        ("see https://www.example.org/a-page?b=c now", 3),
        ("£1.50, 95% (or so)", 4),
        ("… !", 0),
        ("", 0),
    ],
)
def test_words_are_counted_as_people_count_them(text: str, number: int) -> None:
    assert count_words(text) == number


MARKDOWN = """\
# A *big* heading

Some **bold** words, [a link](https://www.example.org/a_(b)) and `code`
on two lines.

- one
- two,
  still two
3. three
> said by
somebody

| a | b c |
|---|-----|

```
not this
```
![a picture](picture.png)
***
snake_case at the end"""


def test_markdown_is_read_passage_by_passage() -> None:
    assert [" ".join(passage.text.split()) for passage in passages(MARKDOWN)] == [
        "A big heading",
        "Some bold words, a link and on two lines.",
        "one",
        "two, still two",
        "three > said by somebody",
        "a",
        "b c",
        "---",
        "-----",
        "a picture",
        "snake_case at the end",
    ]


def test_a_passage_stands_where_it_stood() -> None:
    for passage in passages(MARKDOWN):
        original = MARKDOWN[passage.start : passage.start + len(passage.text)]
        assert len(original) == len(passage.text)
        signs = zip(original, passage.text, strict=True)
        assert all(sign in (kept, " ") or kept == " " for kept, sign in signs)


def test_a_place_ends_with_its_line() -> None:
    assert place("ab\ncd ef\ngh", 6, 11) == (2, 4, 2)
    assert place("ab\ncd ef\ngh", 3, 5) == (2, 1, 2)
    assert place("ab", 0, 0) == (1, 1, 1)


@pytest.mark.parametrize(
    "words",
    [
        "regularly",
        "promptly",
        "as soon as possible",
        "as soon as operationally possible",
        "as soon as reasonably practicable",
        "where possible",
        "wherever possible",
        "where necessary",
        "when requested",
        "based on need",
        "immediately",
        "with immediate effect",
        "a reasonable time",
        "prompt action",
        "the majority",
        "minimised",
        "an appropriate timescale",
        "on a frequency related to",
        "a satisfactory standard",
        "usually",
        "normally",
        "endeavour",
        "strive",
        "every effort",
        "bi-monthly",
        "biweekly",
        "biannually",
        "subject to resources",
    ],
)
def test_words_without_a_measure_are_found(words: str) -> None:
    (found,) = vague_in(f"We will do it {words} there.")
    assert found.words.split()[0] in words.split()
    assert found.cure


@pytest.mark.parametrize(
    "words",
    [
        "We will come in May.",
        "We will bring it to the council May meeting.",
        "We will clear what may hurt people.",
        "You may bring a friend.",
        "We will clear things that are an immediate danger.",
        "We will sweep immediately outside the school.",
        "We will mend the irregularly shaped slabs.",
        "We will wash normality away.",
        "We will say why, if we are late.",
    ],
)
def test_words_that_only_look_vague_are_none(words: str) -> None:
    assert not list(vague_in(words))


def test_every_word_of_the_list_is_found_and_has_plain_words_for_it() -> None:
    everybodys = Jargon()
    assert len(known()) >= 60
    for word, plain in known().items():
        assert [found.plain for found in everybodys.find(f"We have {word} here.")] == [plain]
        assert not list(everybodys.find(plain)), f"'{plain}' is no plain word for '{word}'"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We were utilising it", ["utilising"]),
        ("Two void properties", ["void properties"]),
        ("Commencing today", ["Commencing"]),
        ("It ended. Cleansing begins", ["Cleansing"]),
        ("Ask Street Cleansing", []),
        ("the KPIs", ["KPIs"]),
        ("a crm and an asb", []),
        ("prior\n  to May", ["prior to"]),
        ("in order to clean", ["in order to"]),
        ("a robustly built wall", []),
        ("re-commence", []),
        ("anti-social behaviour (ASB)", []),
        ("an ASB case", ["ASB"]),
    ],
)
def test_office_words_are_found_in_any_form(text: str, found: list[str]) -> None:
    assert [one.word for one in Jargon().find(text)] == found


@pytest.mark.parametrize("word", ["e", "24/7", "c++ (new)", "ZZ", "éclair", "[a-z]+"])
def test_a_councils_own_word_may_have_any_signs(word: str) -> None:
    own = jargon_of((PlainWord.model_validate({"word": word, "say": "plain"}),))
    assert [one.plain for one in own.find(f"We say {word} now.")] == ["plain"]
    assert not list(own.find("We say nothing of it."))
