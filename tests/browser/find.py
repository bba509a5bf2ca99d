"""Where the tests' browser comes from: the machine's own, else Playwright's download, else Debian's package.

`python -m tests.browser.find` does what is needed beforehand, and says what it found.
"""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "msedge"),
)
MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
WINDOWS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
)
ADVICE = (
    "No browser for the browser tests: install Chrome or Chromium (on Debian: apt-get install chromium), "
    "or run: python -m playwright install --with-deps chromium"
)
FLAGS = (
    *("--disable-gpu", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
    # Whatever a page asks for elsewhere must fail, and be seen.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


class NoBrowserError(Exception):
    """There is no browser and none could be had; the message says what to install."""


@dataclass(frozen=True)
class Machine:
    """What the choice depends on: looked up on this machine, made up in a test."""

    system: str
    variables: Mapping[str, str]
    which: Callable[[str], str | None]
    works: Callable[[str], bool]
    playwright_keeps: Callable[[], str]
    download: Callable[[], None]
    is_debian_root: bool
    apt_install: Callable[[], None]


def choose(machine: Machine) -> str:
    """The path of a browser that works, fetched where there is none. Raises NoBrowserError."""
    found = installed(machine) or downloaded(machine) or packaged(machine)
    if found is None:
        raise NoBrowserError(ADVICE)
    return found


def installed(machine: Machine) -> str | None:
    """A browser that the machine has."""
    candidates = (machine.which(name) for name in (*NAMES, *usual_places(machine)))
    return next((path for path in candidates if path and machine.works(path)), None)


def usual_places(machine: Machine) -> list[str]:
    """Where installers put browsers without adding them to PATH."""
    if machine.system == "Darwin":
        return [home + path for home in ("", machine.variables.get("HOME", "")) for path in MAC]
    if machine.system == "Windows":
        folders = [machine.variables[name] for name in WINDOWS_FOLDERS if name in machine.variables]
        return [f"{folder}\\{path}" for folder in folders for path in WINDOWS]
    return []


def downloaded(machine: Machine) -> str | None:
    """The browser that Playwright keeps for itself, fetched once."""
    path = machine.playwright_keeps()
    if not machine.works(path):
        machine.download()
    return path if machine.works(path) else None


def packaged(machine: Machine) -> str | None:
    """Debian's browser, where we may install it."""
    if not machine.is_debian_root:
        return None
    machine.apt_install()
    return installed(machine)


def flags(*, as_root: bool) -> list[str]:
    """What the browser is started with. It cannot wall itself in when it runs as root."""
    return [*FLAGS, "--no-sandbox"] if as_root else [*FLAGS]


def this_machine() -> Machine:
    """This machine, as it is."""
    return Machine(
        system=platform.system(),
        variables=os.environ,
        which=shutil.which,
        works=_works,
        playwright_keeps=_playwright_keeps,
        download=_download,
        is_debian_root=is_root() and _is_debian() and shutil.which("apt-get") is not None,
        apt_install=_apt_install,
    )


def is_root() -> bool:
    """Whether we run as root; nobody does on Windows."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _works(path: str) -> bool:
    """Whether it starts: a wrapper without its browser, or a browser without its libraries, does not."""
    if not Path(path).is_file():
        return False
    if os.name == "nt":  # there, --version opens a window
        return True
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _playwright_keeps() -> str:
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _download() -> None:
    _say("No Chrome or Chromium here: downloading one (about 150 MB, once)")
    patience = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000"}
    command = [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"]
    _attempt(command, {**patience, **os.environ})


def _apt_install() -> None:
    _say("No download to be had: installing Debian's chromium")
    variables = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _attempt(["apt-get", "update"], variables)
    _attempt(["apt-get", "install", "--yes", "--no-install-recommends", "chromium"], variables)


def _attempt(command: list[str], variables: Mapping[str, str]) -> None:
    """Run what may fail: whether it did any good is seen by whether there is a browser afterwards."""
    subprocess.run(command, env=variables, stdin=subprocess.DEVNULL, capture_output=True)


def _is_debian() -> bool:
    """Debian itself: the package of the same name on Ubuntu is a pointer to another shop."""
    try:
        return platform.freedesktop_os_release().get("ID") == "debian"
    except OSError:
        return False


def _say(message: str) -> None:
    print(f"{message} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        print(choose(this_machine()))
    except NoBrowserError as error:
        sys.exit(str(error))
