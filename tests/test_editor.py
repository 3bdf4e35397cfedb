"""The form for editing: its fields are the model's, its program is the one that was tried, and what it saves is what was meant."""

import difflib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from pydantic import ValidationError

from site_builder.editor.fields import LEFT_OUT, PAIRS, Field
from site_builder.editor.laid import FOLDER, LaidError, laid, lay
from site_builder.editor.one_module import NotOneModuleError, one_module
from site_builder.editor.settings import WRITTEN, hosts_asked, settings_of
from site_builder.editor.vendored import FORM, YAML, VendoringError, program, unpacked
from site_builder.house_style.layout import laid_out
from site_builder.model.actions import ACTIONS
from site_builder.model.charter import Charter
from site_builder.model.council import CouncilFile
from site_builder.model.editor import Editor
from site_builder.model.fields import field_names, group_of
from site_builder.model.group import Group
from site_builder.policy import of_form
from site_builder.source import read_yaml
from tests.conftest import ROOT, run

PACKAGES = ROOT / "tests/browser/packages"
EDITOR = Editor.model_validate({"host": "github", "repository": "pellbrook/charters"})
CASES = yaml.safe_load((ROOT / "tests/editor/edits.yml").read_text("utf-8"))
EXAMPLES = [*(ROOT / "charters").glob("*/charter.yml"), ROOT / "charters/council.yml",
            *(ROOT / "tests").glob("real/*/charters/*/charter.yml")]  # fmt: skip


@pytest.fixture(scope="module")
def packages() -> dict[str, bytes]:
    return {one.name: (PACKAGES / one.file).read_bytes() for one in (FORM, YAML)}


@pytest.fixture(scope="module")
def made(packages: dict[str, bytes]) -> dict[str, bytes]:
    return program(unpacked(packages[FORM.name])[1], unpacked(packages[YAML.name])[1])


@pytest.fixture(scope="module")
def settings() -> dict[str, Any]:
    return settings_of(EDITOR, "Pellbrook Borough Council", "https://charters.example.org/")


def fields_in(settings: dict[str, Any]) -> dict[str, list[Field]]:
    charters, shared = settings["collections"]
    return {"charter": charters["fields"], "council": shared["files"][0]["fields"]}


def paths_of_model(group: type[Group], above: str = "") -> Iterator[str]:
    for name in field_names(group):
        inner = group_of(group, name)
        if (group, name) in LEFT_OUT:
            continue
        if inner and issubclass(inner, Group):
            yield from paths_of_model(inner, f"{above}{name}.")
        else:
            yield f"{above}{name}"


def paths_of_form(fields: list[Field], above: str = "") -> Iterator[str]:
    for field in fields:
        if field["name"] == PAIRS:
            yield from (f"{above}{one['value']}" for one in field["fields"][0]["options"])
        elif "fields" in field:
            yield from paths_of_form(field["fields"], f"{above}{field['name']}.")
        elif field != WRITTEN:
            yield f"{above}{field['name']}"


def every_field(fields: list[Field]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from every_field(
            [*field.get("fields", []), *([field["field"]] if "field" in field else [])]
        )


@pytest.mark.parametrize(("kind", "group"), [("charter", Charter), ("council", CouncilFile)])
def test_every_field_of_the_model_is_in_the_form_once(
    settings: dict[str, Any], kind: str, group: type[Group]
) -> None:
    shown = list(paths_of_form(fields_in(settings)[kind]))
    assert sorted(shown) == sorted(set(paths_of_model(group)))
    assert len(shown) > 300


def test_what_the_form_leaves_out_is_there_and_has_a_reason() -> None:
    for (group, name), reason in LEFT_OUT.items():
        assert name in field_names(group)
        assert reason.endswith(".")


def test_every_field_says_what_it_is_for(settings: dict[str, Any]) -> None:
    for fields in fields_in(settings).values():
        assert PAIRS not in ACTIONS
        for field in every_field(fields):
            assert field["label"]
            assert "default" not in field  # it would be written into every file that is saved
            if field["name"] not in {"item", "action", WRITTEN["name"]}:
                assert field["hint"].partition(" Example: ")[0].endswith((".", ".'")), field


def test_the_settings_are_as_the_forms_own_schema_wants_them(packages: dict[str, bytes]) -> None:
    files = unpacked(packages[FORM.name])[1]
    schema = json.loads(files["schema/sveltia-cms.json"])
    own = {
        "host": "gitlab",
        "repository": "a/b/c",
        "address": "https://git.example.org",
        "app_id": "0123456789",
    }
    wrong = settings_of(EDITOR, "Pellbrook", "") | {"publish_mode": "at once"}
    # Which of many kinds a field is takes long to find out: one of each is enough.
    for editor in (EDITOR, Editor.model_validate(own)):
        said = settings_of(editor, "Pellbrook Borough Council", "")
        for fields in fields_in(said).values():
            kinds = {(field["widget"], *sorted(field)): field for field in every_field(fields)}
            fields[:] = [
                {**field, "fields": field["fields"][:1]} if "fields" in field else field
                for field in kinds.values()
            ]
            assert len(fields) > 8
        assert [error.message for error in Draft7Validator(schema).iter_errors(said)] == []
    assert list(
        Draft7Validator(
            schema["definitions"]["CmsConfig"]["properties"]["publish_mode"]
        ).iter_errors(wrong["publish_mode"])
    )


@pytest.mark.parametrize("host", ["gitea", "forgejo", "git-gateway", "test-repo"])
def test_a_host_on_which_the_form_would_write_at_once_is_refused(host: str) -> None:
    with pytest.raises(ValidationError, match="would write straight to the branch"):
        Editor.model_validate({"host": host, "repository": "a/b"})


@pytest.mark.parametrize(
    ("said", "backend", "asked"),
    [
        (
            {"host": "github", "repository": "a/b"},
            {"name": "github", "repo": "a/b", "branch": "main", "auth_methods": ["token"]},
            "https://api.github.com",
        ),
        (
            {"host": "gitlab", "repository": "a/b/c", "branch": "live", "app_id": "0123456789"},
            {"name": "gitlab", "repo": "a/b/c", "branch": "live", "auth_type": "pkce", "app_id": "0123456789"},
            "https://gitlab.com",
        ),
        (
            {"host": "github", "repository": "a/b", "address": "https://git.example.org/somewhere"},
            {
                "name": "github", "repo": "a/b", "branch": "main", "auth_methods": ["token"], "base_url": "https://git.example.org",
                "api_root": "https://git.example.org/api/v3", "graphql_api_root": "https://git.example.org/api/graphql",
            },
            "https://git.example.org",
        ),
    ],
)  # fmt: skip
def test_the_form_is_told_where_proposals_go_and_may_ask_nobody_else(
    said: dict[str, str], backend: dict[str, Any], asked: str
) -> None:
    editor = Editor.model_validate(said)
    settings = settings_of(editor, "Pellbrook Borough Council", "")
    assert settings["backend"] == backend
    assert settings["publish_mode"] == "editorial_workflow"
    policy = dict(part.split(" ", 1) for part in of_form(*hosts_asked(editor)).split("; "))
    assert policy["connect-src"] == f"'self' data: blob: {asked}"
    assert policy["script-src"] == "'self'"


def test_a_choice_is_a_relation_to_council_yml(settings: dict[str, Any]) -> None:
    by_path = {field["name"]: field for field in every_field(fields_in(settings)["charter"])}
    assert by_path["topic"]["widget"] == "relation"
    assert by_path["topic"]["value_field"] == "topics.*.id"
    assert by_path["routes"] | {"multiple": True} == by_path["routes"]
    assert by_path["goes_with"]["widget"] == "list"  # a charter's own standards


@pytest.fixture(scope="module")
def outcome(
    tmp_path_factory: pytest.TempPathFactory, made: dict[str, bytes], settings: dict[str, Any]
) -> dict[str, Any]:
    """What comes of all the edits: Node is asked once."""
    folder = tmp_path_factory.mktemp("form")
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    (folder / "yaml.js").write_bytes(made["yaml.js"])
    shutil.copy(ROOT / "site_builder/editor/page/keep.js", folder)
    shutil.copy(ROOT / "tests/editor/edit.js", folder)
    given = {
        "fields": fields_in(settings),
        "edits": [{"text": CASES["charter"], "change": case["do"]} for case in CASES["edits"]],
        "texts": [{"kind": file.stem, "text": file.read_text("utf-8")} for file in EXAMPLES],
        "patterns": [
            {
                "pattern": field["pattern"][0],
                "words": field["pattern"][1].split("such as ")[1].split(",")[0].rstrip("."),
            }
            for field in every_field(
                [one for fields in fields_in(settings).values() for one in fields]
            )
            if "pattern" in field
        ],
    }
    (folder / "given.json").write_text(json.dumps(given), "utf-8")
    node = Path(sys.executable).with_name("node")
    done = subprocess.run(
        [str(node), "edit.js", "./keep.js", "given.json"],
        cwd=folder, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert not done.returncode, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@pytest.mark.parametrize(
    "place", range(len(CASES["edits"])), ids=lambda place: CASES["edits"][place]["name"]
)
def test_an_edit_changes_its_own_lines_and_no_others(outcome: dict[str, Any], place: int) -> None:
    edit = outcome["edited"][place]
    before, after = CASES["charter"].splitlines(), edit["saved"].splitlines()
    diff = difflib.unified_diff(before, after, n=0, lineterm="")
    changed = [line for line in diff if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert sorted(changed) == sorted(CASES["edits"][place]["lines"])
    # When it is opened again, each thing is where it was put.
    assert filled_in(edit["read"]) == filled_in(edit["meant"])


def filled_in(value: object) -> object:
    """Leave out what is empty, as the form does."""
    if isinstance(value, dict):
        kept = {key: filled_in(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item}
    if isinstance(value, list):
        return [filled_in(item) for item in value]
    return str(value).strip()


def test_a_file_that_nobody_changed_stays_as_it_was(outcome: dict[str, Any]) -> None:
    assert len(EXAMPLES) > 10
    for file, text in zip(EXAMPLES, outcome["kept"], strict=True):
        assert text["saved"] == file.read_text("utf-8"), file


def test_a_file_written_anew_says_the_same_in_the_one_style(outcome: dict[str, Any]) -> None:
    for file, text in zip(EXAMPLES, outcome["anew"], strict=True):
        anew, problems = read_yaml(text, "charter.yml")
        written, _ = read_yaml(file, "charter.yml")
        assert anew is not None
        assert written is not None
        assert problems == []
        assert filled_in(anew.data) == filled_in(written.data), file
        assert laid_out(anew) == text, file


def test_what_a_field_says_to_write_can_be_written(outcome: dict[str, Any]) -> None:
    assert len(outcome["fits"]) > 100
    assert all(outcome["fits"])


def test_the_program_asks_no_other_host(made: dict[str, bytes]) -> None:
    script = made["form/npm/index.js"].decode()
    assert "import(`../locales/en-GB.js`)" in script
    for part in (
        "cdn.jsdelivr",
        "unpkg",
        "statuspage",
        "githubstatus.com/api",
        "hostedstatus",
        "locales/de",
    ):
        assert part not in script
    assert sum(map(len, made.values())) < 4_000_000


def test_a_package_of_another_version_is_refused(packages: dict[str, bytes]) -> None:
    with pytest.raises(
        VendoringError, match=r"neither sveltia-cms-0\.221\.1\.tgz nor yaml-2\.9\.1\.tgz"
    ):
        unpacked(packages[YAML.name] + b"\0")


@pytest.mark.parametrize("gone", ["cdn.jsdelivr.net", "locales/fr.json", "import(`svgo/browser`)"])
def test_a_package_that_asks_in_another_way_is_not_made_into_a_program(
    packages: dict[str, bytes], gone: str
) -> None:
    form = dict(unpacked(packages[FORM.name])[1])
    form["npm/index.js"] = form["npm/index.js"].replace(gone.encode(), b"elsewhere")
    with pytest.raises(VendoringError, match="is not as it was tried"):
        program(form, unpacked(packages[YAML.name])[1])


def test_the_program_is_laid_whole_or_not_at_all(tmp_path: Path) -> None:
    files = [PACKAGES / FORM.file, PACKAGES / YAML.file]
    with pytest.raises(LaidError, match=rf"{YAML.file} is missing"):
        lay(tmp_path / FOLDER, files[:1])
    assert not (tmp_path / FOLDER).exists()
    with pytest.raises(LaidError, match="its program is not there"):
        laid(tmp_path / FOLDER)
    assert len(lay(tmp_path / FOLDER, files)) == len(laid(tmp_path / FOLDER)) == 14
    (tmp_path / FOLDER / "yaml.js").write_text("export const parseDocument = 1;", "utf-8")
    with pytest.raises(LaidError, match="is not the program of the form as this version makes it"):
        laid(tmp_path / FOLDER)
    (tmp_path / FOLDER / "minutes.txt").write_text("Somebody's own", "utf-8")
    with pytest.raises(LaidError, match=r"holds 'minutes\.txt'"):
        lay(tmp_path / FOLDER, files)
    assert (tmp_path / FOLDER / "minutes.txt").exists()


def test_one_module_is_made_of_scripts_that_ask_for_one_another() -> None:
    scripts = {
        "a.js": "import { b } from './in/b.js';\nconst a = () => b() + 1;\nexport { a };\n",
        "in/b.js": "import * as all from '../a.js';\nimport { a as first } from '../a.js';\n"
        "const b = () => (first === all.a ? 41 : 0);\nexport { b as other, b };\n",
        "index.js": "export { a as answer } from './a.js';\n",
    }
    script = one_module(scripts, {"answer": "index.js"})
    node = Path(sys.executable).with_name("node")
    done = subprocess.run(
        [str(node), "--input-type=module"],
        input=f"{script}console.log(answer());", check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout == "42\n"
    for text in ("export default 1;\n", "import x from './a.js';\n", "import('./a.js');\n"):
        with pytest.raises(NotOneModuleError):
            one_module({"x.js": text}, {"x": "x.js"})


def test_a_build_takes_the_program_from_the_repository_and_fetches_nothing(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests/small/charters", tmp_path / "charters")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Charters\nsite_url: https://charters.example.org/sub/\ndocs_dir: charters\n"
        "theme: {name: material, font: false}\nplugins: [charters]\n",
        "utf-8",
    )
    council = tmp_path / "charters/council.yml"
    group = "editor:\n  host: github\n  repository: pellbrook/charters\n"
    council.write_text(f"{council.read_text('utf-8')}{group}", "utf-8")
    build = ("site_builder.cli", "build", "--host", "nginx")
    refused = run(tmp_path, "mkdocs", "build")
    assert refused.returncode == 1
    assert (
        "council.yml asks for the form at /admin/, and its program is not there."
        in refused.stdout + refused.stderr
    )
    lay(tmp_path / FOLDER, [PACKAGES / FORM.file, PACKAGES / YAML.file])
    done = run(tmp_path, *build)
    assert done.returncode == 0, done.stdout + done.stderr
    admin = tmp_path / "site/admin"
    published = {file.relative_to(admin).as_posix() for file in admin.rglob("*") if file.is_file()}
    assert published - {"config.json", "index.html", "keep.js", "start.js"} == set(
        laid(tmp_path / FOLDER)
    )
    assert json.loads((admin / "config.json").read_text("utf-8"))["backend"]["name"] == "github"
    page = (admin / "index.html").read_text("utf-8")
    assert "script is off in your browser" in page
    assert "connect-src &#x27;self&#x27; data: blob: https://api.github.com" in page
    assert "location ^~ /sub/admin/ {" in (tmp_path / "site/nginx.conf").read_text("utf-8")
    assert "admin" not in (tmp_path / "site/sitemap.xml").read_text("utf-8")
    assert "admin/" not in (tmp_path / "site/index.html").read_text("utf-8")


def test_the_guide_names_the_packages_and_shows_a_group_as_it_is_read() -> None:
    text = (ROOT / "site_builder/guide/edit-by-form.md").read_text("utf-8")
    assert f"npm pack {FORM.name}@{FORM.version} {YAML.name}@{YAML.version}\n" in text
    assert f"charters editor {FORM.file} {YAML.file}\n" in text
    shown = yaml.safe_load(text.partition("```yaml\n")[2].partition("```")[0])
    assert str(Editor.model_validate(shown["editor"]).repository) == "testborough/charters"
