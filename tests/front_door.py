"""A project for build.py to run in: build.py, two locks of one small wheel each, and a `studysite` that
says where it runs. Its environments, its pip and its wheels are real, and none of it needs a network.
"""

import contextlib
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import build

ROOT = Path(build.__file__).parent
Popen = subprocess.Popen[str]

STUB = """
import json, os, signal, sys, time
from importlib import metadata

def version(name):
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None

def interrupted(*_):
    print("answered by the command")
    sys.exit(7)

if "wait" in sys.argv:
    signal.signal(signal.SIGINT, interrupted)
    print("waiting", flush=True)
    time.sleep(30)
found = {name: version(name) for name in ("alpha", "beta")}
print(json.dumps({"args": sys.argv[1:], "cwd": os.getcwd(), "prefix": sys.prefix, **found}))
sys.exit(3 if "fail" in sys.argv else 0)
"""


def make_wheel(folder: Path, name: str, version: str) -> str:
    """Writes a wheel with nothing in it but its name, and returns the line that locks it."""
    path, info = folder / f"{name}-{version}-py3-none-any.whl", f"{name}-{version}.dist-info"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(f"{name}.py", f"VERSION = {version!r}\n")
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", f"{name}.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n")
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


@dataclass(frozen=True)
class Project:
    """A folder with a build.py of its own, and the shelf of wheels that stands for the network."""

    root: Path
    shelf: Path

    def variables(self, **more: str) -> dict[str, str]:
        """The environment of a person whose pip knows the shelf and nothing else."""
        kept = {name: os.environ[name] for name in os.environ if not re.match("PIP_|PYTHON|VIRTUAL_", name)}
        pip = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": self.shelf.as_uri()}
        return kept | pip | more

    def start(self, *args: str, python: Path | str = sys.executable, **more: str) -> Popen:
        """Starts build.py in a process group of its own, from a folder that is not the project's."""
        return self.popen(python, self.root / "build.py", *args, **more)

    def popen(self, *command: Path | str, **more: str) -> Popen:
        """Starts any command as that person would."""
        return subprocess.Popen(
            command,
            cwd=self.shelf,
            env=self.variables(**more),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, *args: str, python: Path | str = sys.executable, **more: str) -> "Result":
        """Runs build.py to its end."""
        return finish(self.start(*args, python=python, **more))

    def marked(self, home: str = ".venv") -> set[str]:
        """The lines of an environment's marker."""
        return set((self.root / home / build.MARKER).read_text("utf-8").splitlines())

    def lock(self, number: int, *packages: str) -> None:
        """Locks packages: each a name and a version, as in `alpha 1.0`."""
        lines = [make_wheel(self.shelf, *package.split()) for package in packages]
        (self.root / build.LOCKS[number]).write_text("".join(lines), "utf-8")


@dataclass(frozen=True)
class Result:
    """What a run came to."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> dict[str, Any]:
        """What the stub said, once it has run to its end."""
        assert self.code == 0, self.err
        found: dict[str, Any] = json.loads(self.out)
        return found


def finish(process: Popen) -> Result:
    out, err = process.communicate(timeout=60)
    return Result(process.returncode, out, err)


def new_project(folder: Path) -> Project:
    root, shelf = folder / "a project", folder / "shelf"
    for path in (root / "requirements", root / "studysite", shelf):
        path.mkdir(parents=True)
    shutil.copy(ROOT / "build.py", root)
    (root / "studysite" / "__main__.py").write_text(STUB, "utf-8")
    project = Project(root, shelf)
    project.lock(0, "alpha 1.0")
    project.lock(1, "beta 1.0")
    return project


def make_active(folder: Path, wheel: Path) -> tuple[Path, dict[str, str]]:
    """Makes an environment with one wheel in it; returns its Python and what activating it sets."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    python = build.python_of(folder)
    where = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = subprocess.run(where, check=True, capture_output=True, text=True).stdout.strip()
    zipfile.ZipFile(wheel).extractall(packages)
    path = f"{python.parent}{os.pathsep}{os.environ['PATH']}"
    return python, {"VIRTUAL_ENV": str(folder), "PATH": path}


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@contextlib.contextmanager
def waiting(project: Project) -> Iterator[Popen]:
    """A run whose command has started and waits."""
    process = project.start("wait")
    assert process.stdout is not None
    assert process.stdout.readline() == "waiting\n"
    yield process
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
