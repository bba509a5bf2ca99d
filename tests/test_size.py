"""What is large takes longer to read, and not for ever."""

import os
from pathlib import Path

import pytest

from tests.projects import SAMPLE, new_course, run_bound

LESSON, QUIZ = "content/lessons/kettles/lesson.md", "content/lessons/kettles/quiz.yml"
ITEM = """
- id: q{0}
  type: choice
  level: remember
  claims: [{1}]
  stem: What is *{0}*?
  options:
    - right: a
    - wrong: b
      why: "c [@{2}]"
"""
SECONDS = 60
"""Of the processor; each of these needs a tenth of that, and minutes where it grows with the square."""


def within_reason() -> None:
    import resource  # there is none on Windows

    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


@pytest.mark.skipif(os.name == "nt", reason="limits of POSIX")
@pytest.mark.parametrize(
    ("path", "more"),
    [
        pytest.param(
            QUIZ, "".join(ITEM.format(n, "H1", "cha2001") for n in range(10_000)), id="10,000 items"
        ),
        pytest.param(QUIZ, "".join(ITEM.format(n, "x", "y") for n in range(2500)), id="7,500 faults"),
        pytest.param(LESSON, "\nSee [@zz].\n" * 2500, id="2,500 faults that are alike"),
        pytest.param(LESSON, "\n" + ("word " * 400 + "[@zz] *so* ") * 500 + "\n", id="a line of 1 MB"),
        pytest.param(LESSON, "\n" + "[@" * 4000 + "\n", id="brackets that nobody closed"),
        pytest.param(LESSON, "\n" + "[a](" * 2000 + "\n", id="links that nobody closed"),
        pytest.param(QUIZ, ITEM.format("x", "x" * 1_000_000, "y"), id="a name of 1 MB"),
    ],
)
def test_what_is_large_takes_longer_and_not_for_ever(
    path: str, more: str, tmp_path: Path, cache: Path
) -> None:
    root = new_course(tmp_path / "course", {}, SAMPLE)
    (root / ".cache").symlink_to(cache)  # Node is none of these
    (root / path).write_text((root / path).read_text("utf-8") + more, "utf-8")
    done = run_bound(root, "check", before=within_reason)
    assert done.returncode in (0, 1), done.stderr[-2000:]
    assert "Traceback" not in done.stderr
    assert max(map(len, done.stderr.splitlines()), default=0) < 2000
