"""Templates that were compiled before are not compiled again, and never passed off as others."""

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from site_builder import cache, compiled_templates
from site_builder.compiled_templates import keep_compiled


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(compiled_templates, "_FOLDER", tmp_path / "kept")
    return tmp_path / "kept"


def said(words: str, kind: str = "pages", **settings: bool) -> str:
    environment = Environment(
        loader=DictLoader({"a.html": words}), autoescape=settings.get("autoescape", True)
    )
    keep_compiled(environment, kind)
    return environment.get_template("a.html").render(one="<")


def test_a_template_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said("A {{ one }}") == "A &lt;"

    def refused(*_: object, **__: object) -> None:
        pytest.fail("It was compiled again.")

    monkeypatch.setattr(Environment, "compile", refused)
    assert said("A {{ one }}") == "A &lt;"


def test_a_changed_template_and_one_of_another_kind_are_others() -> None:
    assert said("A {{ one }}") == "A &lt;"
    assert said("B {{ one }}") == "B &lt;"
    assert said("B {{ one }}", "frames", autoescape=False) == "B <"
    assert said("B {{ one }}") == "B &lt;"


def test_what_another_program_kept_goes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said("A")
    (before,) = folder.iterdir()
    monkeypatch.setattr(compiled_templates, "program_name", lambda: "another")
    said("A")
    assert [one.name for one in folder.iterdir()] == ["templates-another"]
    assert before.name != "templates-another"


def test_where_nothing_may_be_written_nothing_is_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert said("A") == "A"
    assert not folder.exists()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    folder.write_text("a file stands in its place", "utf-8")
    assert said("A") == "A"
    folder.unlink()
    said("A")
    for kept in folder.rglob("*"):
        if kept.is_file():
            kept.unlink()
            kept.mkdir()
    assert said("A") == "A"


def test_the_program_keeps_its_name_when_something_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "package"
    monkeypatch.setattr(cache, "_PACKAGE", package)
    name = cache.program_name.__wrapped__
    (package / "inner/__pycache__").mkdir(parents=True)
    before = name()
    (package / "inner/__pycache__/a").write_text("kept", "utf-8")
    assert name() == before
    (package / "inner/a").write_text("of the program", "utf-8")
    assert name() != before
