"""Every key that an author may write says what it is for and is shown once; the example course is sound."""

from pathlib import Path

import pytest
from pydantic import BaseModel

from studysite import diagnostics, pipeline
from studysite.authoring import FORMS, KeyExample, description, records
from studysite.examples import HERE, ExampleFault, read_examples
from studysite.model import CARD_TYPES, ITEM_TYPES, Claim, Course, Record
from studysite.model.items.choice import Choice
from tests.projects import new_course

MODELS = sorted(
    {record for form in FORMS for model in form.types.values() for record in records(model)}, key=str
)
KEYS = [(model, name) for model in MODELS for name in model.model_fields]


@pytest.mark.parametrize(("model", "name"), KEYS, ids=lambda value: getattr(value, "__name__", value))
def test_every_key_says_what_it_is_for(model: type[BaseModel], name: str) -> None:
    assert description(model, name).endswith("."), f"write a docstring under `{name}` of {model.__name__}"


@pytest.mark.parametrize(("model", "name"), KEYS, ids=lambda value: getattr(value, "__name__", value))
def test_every_key_has_an_example(model: type[BaseModel], name: str) -> None:
    example = read_examples().of(model, name)
    assert example is not None, f"write `{name}:` into a file of studysite/examples"
    assert example.written.startswith(f"{name}:")


def test_every_record_of_the_model_is_known_here() -> None:
    """What an author does not write are the lesson and the course as a whole, and a record of no file."""
    known = {model.__name__ for model in MODELS}
    assert {Choice.__name__, "Option", "FollowUp", "Day", "Planned", "Objective"} <= known
    assert known & {Course.__name__, Record.__name__, "Section", "Reference"} == set()


def test_an_example_is_of_the_type_itself_where_it_can_be() -> None:
    examples = read_examples()
    level = examples.of(ITEM_TYPES["short"], "level")
    hint = examples.of(ITEM_TYPES["short"], "hint")
    assert isinstance(level, KeyExample) and isinstance(level.record, ITEM_TYPES["short"])
    assert isinstance(hint, KeyExample) and isinstance(hint.record, ITEM_TYPES["choice"])
    assert examples.of(Claim, "stem") is None


def test_an_example_stands_as_its_author_wrote_it() -> None:
    options = read_examples().of(Choice, "options")
    assert options is not None
    assert options.written.splitlines()[:2] == ["options:", "  - wrong: 80 °C"]
    assert options.value[1]["right"] == "100 °C"


def test_every_type_has_a_file_of_its_own() -> None:
    for folder, types in (("items", ITEM_TYPES), ("cards", CARD_TYPES)):
        assert {path.stem for path in (HERE / folder).iterdir()} == set(types)


def copy_of_examples(root: Path) -> Path:
    """The example course in a folder of its own, as a reader of examples finds it."""
    for path in sorted(HERE.rglob("*")):
        if path.is_file() and path.suffix != ".py" and "__pycache__" not in path.parts:
            target = root / path.relative_to(HERE)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return root


def test_a_bad_example_is_told_with_its_place(tmp_path: Path) -> None:
    root = copy_of_examples(tmp_path)
    path = root / "items" / "choice.yml"
    path.write_text(path.read_text("utf-8").replace("level: remember", "level: recall"), "utf-8")
    with pytest.raises(ExampleFault, match=r"items/choice\.yml:3:10.*recall"):
        read_examples(root)


def test_a_missing_example_is_told(tmp_path: Path) -> None:
    root = copy_of_examples(tmp_path)
    (root / "cards" / "concept.yml").unlink()
    with pytest.raises(ExampleFault, match=r"cards/concept\.yml.*missing"):
        read_examples(root)


def test_the_example_course_passes_every_check(tmp_path: Path) -> None:
    """As an author would have it: the constructs in one lesson, the types in its quiz and cards.

    What it allows is there as well: the files that nothing uses.
    """
    examples = read_examples()
    lesson = "content/lessons/kettles"
    head = examples.sources[f"{lesson}/lesson.md"].split("\n---\n")[0]
    files = {path: text for path, text in examples.sources.items() if path.startswith("content/")}
    files[f"{lesson}/lesson.md"] = f"{head}\n---\n\n{examples.course.lessons[0].text}\n"
    for name, folder in (("quiz", "items"), ("cards", "cards")):
        texts = [text for path, text in examples.sources.items() if path.startswith(f"{folder}/")]
        files[f"{lesson}/{name}.yml"] = "\n".join(texts)
    files["content/ids.txt"] = "card steeping-defined -> what-is-steeping\nlesson boiling -> kettles\n"
    files |= {"content/letters.txt": "", f"{lesson}/notes.txt": ""}
    root = new_course(tmp_path, files, HERE / "smallest")
    for path in (HERE / lesson / "figures").iterdir():
        target = root / lesson / "figures" / path.name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(path.read_bytes())
    found = pipeline.examine(root, lambda said: None).diagnostics
    assert [diagnostics.show(each) for each in found] == []


def test_the_smallest_lesson_works(tmp_path: Path) -> None:
    found = pipeline.examine(new_course(tmp_path, {}, HERE / "smallest"), lambda said: None)
    assert found.diagnostics == ()
    assert found.sound is not None and list(found.sound.lesson) == ["kettles"]
