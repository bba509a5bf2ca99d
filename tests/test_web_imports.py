"""The shape of the script: what is pure knows no page, and each library and the storage have one door."""

import re

import pytest

from tests.projects import ROOT

SOURCES = ROOT / "web" / "src"
FILES = sorted(path.relative_to(SOURCES).as_posix() for path in SOURCES.rglob("*.ts"))

PURE = {
    *("chance.ts", "confidence.ts", "course.ts", "interval.ts", "schedule.ts", "settings.ts"),
    *("ticks.ts", "time.ts", "whereabouts.ts", "wording.ts"),
    *("exam/address.ts", "exam/attempt.ts", "exam/clock.ts", "exam/paper.ts", "exam/score.ts"),
    *("exam/sheet.ts",),
    *("interview/counting.ts", "interview/questions.ts", "interview/stopwatch.ts", "interview/sum.ts"),
    *("log/about.ts", "log/entry.ts", "log/file.ts", "log/order.ts", "log/renamed.ts"),
    *("progress/calendar.ts", "progress/calibration.ts", "progress/facts.ts", "progress/forecast.ts"),
    *("progress/formats.ts", "progress/mastery.ts", "progress/misconceptions.ts"),
    *("progress/retention.ts", "progress/sentences.ts", "progress/share.ts"),
    *("review/agenda.ts", "review/day.ts", "review/foresight.ts", "review/foretelling.ts"),
    *("review/pace.ts", "review/plan.ts", "review/preparation.ts", "review/queue.ts"),
    *("review/reminder.ts", "review/scope.ts", "review/session.ts", "review/standing.ts"),
    *("today/coming.ts",),
    *("worker/edition.ts", "worker/range.ts"),
}
"""Files that are given the clock and chance, and touch neither page nor storage."""

DOORS = {
    "ts-fsrs": {"schedule.ts"},
    "zod/mini": {"log/entry.ts", "log/file.ts"},
    "d3-scale": {"progress/plots/scales.ts"},
    "d3-shape": {"progress/plots/paths.ts"},
}
"""Which files may import which library. Where one is to be exchanged, this is all that changes."""

WORLD = re.compile(
    r"\b(document|window|navigator|location|indexedDB|localStorage|sessionStorage|HTML\w*Element)\b"
    r"|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bcrypto\b|\bset(Timeout|Interval)\b"
)
STORAGE = re.compile(r"\b(indexedDB|localStorage|sessionStorage|IDBDatabase)\b")
IMPORT = re.compile(r'^(?:import|\} from|export .* from)\b.*?"([^"]+)";$', re.MULTILINE)


def code(file: str) -> str:
    """The text of a source without its comments."""
    text = (SOURCES / file).read_text("utf-8")
    return re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", text, flags=re.DOTALL)


def imports(file: str) -> set[str]:
    """What a file imports: files by their path under src/, libraries by name."""
    found = set()
    for name in IMPORT.findall(code(file)):
        if name.startswith("."):
            path = (SOURCES / file).parent.joinpath(name + ".ts").resolve()
            found.add(path.relative_to(SOURCES.resolve()).as_posix())
        else:
            found.add(name)
    return found


@pytest.mark.parametrize("file", sorted(PURE))
def test_a_pure_file_is_given_the_clock_and_knows_no_page(file: str) -> None:
    assert not WORLD.search(code(file))
    assert {name for name in imports(file) if name.endswith(".ts")} <= PURE


@pytest.mark.parametrize("file", FILES)
def test_a_library_has_one_door(file: str) -> None:
    libraries = {name for name in imports(file) if not name.endswith(".ts")}
    assert libraries <= DOORS.keys()
    assert all(file in DOORS[name] for name in libraries)


def test_one_file_touches_storage_and_another_stands_for_the_theme() -> None:
    assert {file for file in FILES if STORAGE.search(code(file))} == {"log/store.ts", "storage.ts"}


def test_the_names_in_this_file_are_there() -> None:
    assert set(FILES) >= PURE
    assert {file for files in DOORS.values() for file in files} <= set(FILES)
    assert all(name in imports(file) for name, files in DOORS.items() for file in files)
