"""The locks in requirements/ hold what pyproject.toml asks for, whole and hashed."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import build

ROOT = Path(build.__file__).parent
LOCKS = [ROOT / lock for lock in (*build.LOCKS, "requirements/node.txt")]


def pins(lock: Path) -> dict[str, str]:
    return {name: version for name, version, _ in build.PIN.findall(lock.read_text("utf-8"))}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_names_no_host_and_hashes_every_package(lock: Path) -> None:
    text = lock.read_text("utf-8")
    packages = re.findall(r"^[^#\s]", text, re.MULTILINE)
    hashed = re.findall(r"^\S+==.*\n {4}--hash=sha256:[0-9a-f]{64}\b", text, re.MULTILINE)
    assert len(packages) == len(hashed) == len(pins(lock)) > 0
    assert not re.search(r"://|--index|--find-links|@ |file:", text)


def test_no_package_is_locked_at_two_versions() -> None:
    ours, tests = pins(LOCKS[0]), pins(LOCKS[1])
    shared = ours.keys() & tests.keys()
    assert {name: tests[name] for name in shared} == {name: ours[name] for name in shared}


def test_the_locks_hold_what_pyproject_asks_for() -> None:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = pyproject["dependency-groups"]
    wanted = [pyproject["project"]["dependencies"], groups["test"], groups["node"]]
    for lock, requirements in zip(map(pins, LOCKS), wanted, strict=True):
        for requirement in map(Requirement, requirements):
            assert lock[canonicalize_name(requirement.name)] in requirement.specifier
