"""The schemas that editors read: kept as the model has them, sound, true of real files, blind to no fault."""

import json
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from studysite.authoring import FORMS, Form
from studysite.examples import HERE, read_examples
from studysite.model import CARD_TYPES, ITEM_TYPES
from studysite.schemas import schemas
from tests.projects import GOLDEN, ROOT, SAMPLE, run

SCHEMAS = {form.name: json.loads(schemas(read_examples())[f"schemas/{form.name}.json"]) for form in FORMS}
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")


class Editor(yaml.SafeLoader):
    """YAML as an editor reads it, by version 1.2: `2` is a number and `true` a switch, `No` is a word."""


Editor.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":bool", ":timestamp"))]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def as_json(value: Any) -> Any:
    """A value as JSON has it: every key is a text."""
    if isinstance(value, dict):
        return {str(key): as_json(each) for key, each in value.items()}
    return [as_json(each) for each in value] if isinstance(value, list) else value


def read(path: str, text: str, loader: type[yaml.SafeLoader] = Editor) -> Any:
    return as_json(yaml.load(text.split("---\n")[1] if path.endswith(".md") else text, Loader=loader))


def name_of(path: str) -> str:
    """The schema for a file of content/, '' where it has none."""
    return next((form.name for form in FORMS if fnmatch(path, form.path)), "")


def faults(name: str, value: Any) -> list[str]:
    return [error.message for error in Draft7Validator(SCHEMAS[name]).iter_errors(value)]


def files(root: Path) -> Iterator[tuple[str, str]]:
    """The files of a course for which there is a schema."""
    for path in sorted((root / "content").rglob("*")):
        name = path.relative_to(root).as_posix()
        if name_of(name):
            yield name, path.read_text("utf-8")


# -- the committed files ---------------------------------------------------------------------------------


def test_the_committed_schemas_are_those_of_the_model() -> None:
    committed = {f"schemas/{path.name}": path.read_text("utf-8") for path in (ROOT / "schemas").iterdir()}
    assert committed == schemas(read_examples()), "run: python3 build.py schemas"


def test_the_command_writes_what_differs_and_says_so(tmp_path: Path) -> None:
    first = run(tmp_path, "schemas")
    assert (first.returncode, first.stdout) == (0, f"Wrote {', '.join(schemas(read_examples()))}.\n")
    (tmp_path / "schemas" / "quiz.json").write_text("{}", "utf-8")
    assert run(tmp_path, "schemas").stdout == "Wrote schemas/quiz.json.\n"
    assert run(tmp_path, "schemas").stdout == "The schemas are as they should be.\n"
    made = {f"schemas/{path.name}": path.read_text("utf-8") for path in (tmp_path / "schemas").iterdir()}
    assert made == schemas(read_examples())


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one(name: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[name])
    refs = re.findall(r'"\$ref": "([^"]+)"', json.dumps(SCHEMAS[name]))
    assert all(ref.removeprefix("#/definitions/") in SCHEMAS[name]["definitions"] for ref in refs)


# -- how an editor finds them ----------------------------------------------------------------------------


def test_each_real_file_names_its_schema() -> None:
    """But for lesson.md: no editor reads a modeline in the head of a Markdown file."""
    for path, text in files(ROOT):
        if path.endswith(".yml"):
            found = MODELINE.match(text)
            assert found is not None, f"{path} begins with no modeline"
            schema = ((ROOT / path).parent / found[1]).resolve()
            assert schema == ROOT / "schemas" / f"{name_of(path)}.json"


def test_the_editor_setting_names_each_schema_and_its_files() -> None:
    setting = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    wanted = {f"schemas/{form.name}.json": form.path for form in FORMS if form.path.endswith(".yml")}
    assert setting == wanted
    assert all((ROOT / schema).is_file() for schema in setting)


# -- what they accept ------------------------------------------------------------------------------------


@pytest.mark.parametrize("root", [ROOT, SAMPLE, GOLDEN / "course", HERE, HERE / "smallest"], ids=str)
@pytest.mark.parametrize("loader", [Editor, yaml.SafeLoader], ids=["YAML 1.2", "YAML 1.1"])
def test_sound_files_pass(root: Path, loader: type[yaml.SafeLoader]) -> None:
    found = {path: faults(name_of(path), read(path, text, loader)) for path, text in files(root)}
    assert found
    assert {path: said for path, said in found.items() if said} == {}


@pytest.mark.parametrize(
    ("name", "folder", "type_"),
    [
        *(("quiz", "items", type_) for type_ in ITEM_TYPES),
        *(("cards", "cards", type_) for type_ in CARD_TYPES),
    ],
)
def test_every_type_passes_and_is_held_against_its_own_keys(name: str, folder: str, type_: str) -> None:
    text = (HERE / folder / f"{type_}.yml").read_text("utf-8")
    assert faults(name, read("", text)) == []
    assert faults(name, read("", f"{text}\n  colour: red\n")) != []


def test_text_may_look_like_a_number_or_a_switch() -> None:
    item = "- {id: a, type: choice, level: apply, claims: [T1], stem: 2, options: [%s]}"
    for words in ("right: 0.5", "right: true", "right: No", "right: 100"):
        assert faults("quiz", read("", item % f"{{{words}}}, {{wrong: 7, why: 8}}")) == []


# -- what they refuse ------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted((GOLDEN / "errors").glob("schema-*.yml")), ids=lambda path: path.stem)
def test_a_file_that_the_build_refuses_is_refused_by_its_schema(path: Path) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    wrong = set(re.findall(r"^(content/\S+?):\d+:\d+: error", case["problems"], re.MULTILINE))
    assert wrong
    for name in wrong:
        assert faults(name_of(name), read(name, case["files"][name])) != [], name


OPTIONS = "[{right: a}, %s]"
ITEM = "- {id: a, type: choice, level: apply, claims: [T1], stem: b, options: %s}"
CARD = "- {id: a, type: interview, claims: [T1], ask: b, short: c, answer: d, points: [e], follow_ups: [%s]}"


@pytest.mark.parametrize(
    ("option", "passes"),
    [
        ("{wrong: b, why: c}", True),
        ("{wrong: b, why: c, shows: d}", True),
        ("{right: b, why: c}", True),
        ("{right: b, wrong: c, why: d}", False),
        ("{why: c}", False),
        ("{wrong: b}", False),
        ("{right: b, shows: d}", False),
    ],
)
def test_an_option_is_right_or_wrong(option: str, passes: bool) -> None:
    assert (faults("quiz", read("", ITEM % (OPTIONS % option))) == []) is passes


@pytest.mark.parametrize(
    ("follow_up", "passes"),
    [
        ("{card: b}", True),
        ("{ask: b, answer: c}", True),
        ("{card: b, ask: c, answer: d}", False),
        ("{card: b, ask: c}", False),
        ("{ask: b}", False),
        ("{}", False),
    ],
)
def test_a_follow_up_is_a_card_or_a_question(follow_up: str, passes: bool) -> None:
    assert (faults("cards", read("", CARD % follow_up)) == []) is passes


def test_a_wrong_type_is_one_error_and_names_the_types() -> None:
    (error,) = faults("quiz", [{"id": "a", "type": "choise"}])
    assert all(f"'{name}'" in error for name in ITEM_TYPES)


# -- what an editor says and offers ----------------------------------------------------------------------


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_has_its_description_and_example(name: str) -> None:
    schema = SCHEMAS[name]
    records = [*schema["definitions"].values(), schema if "properties" in schema else schema["items"]]
    for key, said in (pair for record in records for pair in record.get("properties", {}).items()):
        assert said["description"].endswith("."), key
        assert "examples" in said or "const" in said or key == "type", key
        assert "title" not in said and "$ref" not in said, key


@pytest.mark.parametrize("form", [form for form in FORMS if form.is_list], ids=lambda form: form.name)
def test_a_skeleton_filled_in_is_a_sound_entry(form: Form) -> None:
    """A word of the example goes into each place, as an author would type it."""
    examples = read_examples()
    for snippet in SCHEMAS[form.name]["items"]["defaultSnippets"]:
        model = form.types.get(snippet["label"], form.types.get(""))
        assert model is not None
        body = yaml.safe_dump([snippet["body"]], width=1000)
        places = re.findall(r"\$\{(\d+):(\w+)\}", body)
        assert sorted(int(number) for number, _ in places) == list(range(1, len(places) + 1))
        for number, key in places:
            example = examples.of(model, key) or next(each for each in examples.keys if each.name == key)
            body = body.replace(f"${{{number}:{key}}}", first_word(example.value))
        assert faults(form.name, read("", body)) == []


def first_word(value: Any) -> str:
    """The first word of a value, or of the first value inside it."""
    while isinstance(value, list | dict):
        value = next(iter(value.values() if isinstance(value, dict) else value))
    return str(value).split()[0]
