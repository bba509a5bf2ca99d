"""The front door: finds or makes the environment, then hands over to the command line in studysite/cli.py.

    python3 build.py            builds the site
    python3 build.py --help     says what else there is

1. Where the locked versions are installed in the running interpreter (an active environment, `uv run`,
   a container), it runs here and creates nothing.
2. Else it uses .venv where that carries our marker, and makes it where there is none.
3. A .venv without our marker is somebody else's: it stays as it is, and ours is .studysite-venv.

The marker lists what the environment was made from. It is there before anything else and complete only at
the end, so an interrupted set-up is known as ours and done again. Standard library only.
"""

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import machinery, util
from pathlib import Path
from subprocess import DEVNULL, PIPE, STDOUT

OLDEST = (3, 11)
if sys.version_info[:2] < OLDEST:  # before the first line that an older Python does not understand
    sys.exit(f"build.py needs Python 3.11 or newer, and this is {sys.version_info[0]}.{sys.version_info[1]}.")

ROOT = Path(__file__).resolve().parent
LOCKS = ("requirements/build.txt", "requirements/test.txt")
NEEDS_TEST = {"test", "bench", "fuzz"}  # the commands that need the second lock too
HOMES = (".venv", ".studysite-venv")
MARKER = "studysite-setup.txt"
UNFINISHED = "unfinished"
PIN = re.compile(r"^([\w.-]+)==([^\s;]+)(\s*;)?", re.MULTILINE)


class SetupError(Exception):
    """There is no environment to run in; the message tells a person why, and what to do."""


def main(args: Sequence[str], root: Path = ROOT) -> int:
    """Runs the command that `args` spell and returns its exit code."""
    locks = LOCKS if NEEDS_TEST.intersection(args) else LOCKS[:1]
    try:
        python = find_python(root, [root / lock for lock in locks])
    except (SetupError, OSError) as error:
        say(f"build.py has no environment to run in: {error}")
        return 1
    except KeyboardInterrupt:
        return 130
    return hand_over(python, args, root)


def find_python(root: Path, locks: Sequence[Path]) -> Path:
    """The interpreter to run in, set up first where it has to be."""
    if fits(locks):
        return Path(sys.executable)
    home = choose_home(root)
    if not is_ready(home, locks):
        with alone(root / ".cache" / "setup.lock"):
            if not is_ready(home, locks):  # another build.py may have done it meanwhile
                set_up(home, locks)
    return python_of(home)


def fits(locks: Sequence[Path]) -> bool:
    """Whether the running interpreter has every locked version.

    A pin with a condition (`; sys_platform == 'win32'`) may be missing, but not there in another version.
    """
    from importlib import metadata  # here, because the oldest Pythons to be turned away lack it

    for lock in locks:
        for name, version, condition in PIN.findall(lock.read_text("utf-8")):
            try:
                if metadata.version(name) != version:
                    return False
            except metadata.PackageNotFoundError:
                if not condition:
                    return False
    return True


def choose_home(root: Path) -> Path:
    """The first of our two names that nobody else has taken."""
    for name in HOMES:
        if is_ours(root / name):
            return root / name
    raise SetupError(f"{' and '.join(HOMES)} were both made by somebody else. Rename or remove one of them.")


def is_ours(home: Path) -> bool:
    """Whether we made this environment, or may make it."""
    if home.is_dir():
        return (home / MARKER).exists() or not any(home.iterdir())
    return not os.path.lexists(home)


def is_ready(home: Path, locks: Sequence[Path]) -> bool:
    """Whether this environment holds what the locks list, for this Python."""
    return python_of(home).exists() and needed(locks) <= marked(home)


def needed(locks: Sequence[Path]) -> set[str]:
    """The lines that the marker must hold: the kind of Python and the content of each lock.

    The suffix of extension modules names all that compiled packages depend on: version, system, processor.
    """
    digests = {f"{lock.name} {hashlib.sha256(lock.read_bytes()).hexdigest()}" for lock in locks}
    return digests | {f"python {machinery.EXTENSION_SUFFIXES[0]}"}


def marked(home: Path) -> set[str]:
    """The lines of the marker; none where there is no marker."""
    marker = home / MARKER
    return set(marker.read_text("utf-8").splitlines()) if marker.exists() else set()


def mark(home: Path, lines: set[str]) -> None:
    """Writes the marker."""
    (home / MARKER).write_text("".join(f"{line}\n" for line in sorted(lines)), "utf-8")


def set_up(home: Path, locks: Sequence[Path]) -> None:
    """Makes the environment, or adds to it when all that it has is still right."""
    before = marked(home)
    adding = python_of(home).exists() and bool(before) and before <= needed(locks)
    if not adding and util.find_spec("ensurepip") is None:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        raise SetupError(f"this Python cannot make one. On Debian and Ubuntu: apt install {package}")
    say(announcement(home, bool(before), adding))
    home.mkdir(exist_ok=True)
    mark(home, before | {UNFINISHED} if adding else {UNFINISHED})
    if not adding:
        make(home)
    try:
        install(home, locks)
    except SetupError:
        if adding:  # pip gathers everything before it installs anything: what was there still works
            mark(home, before)
        raise
    mark(home, needed(locks))


def announcement(home: Path, again: bool, adding: bool) -> str:
    """What a person reads while the set-up runs."""
    what = f"Setting up {home.name}"
    if adding:
        what = f"Adding the test tools to {home.name}"
    elif again:
        what += " again, since it is unfinished or out of date"
    elif home.name != HOMES[0]:
        what += f", since {HOMES[0]} is not ours and stays as it is"
    return f"{what} (once, about half a minute) …"


def make(home: Path) -> None:
    """Makes an environment in the place of whatever stands there, except for the marker."""
    for path in home.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name != MARKER:
            path.unlink()
    # Not sys.executable alone: where our own environment is the active one, that has just been removed.
    base = getattr(sys, "_base_executable", sys.executable)
    run(base, "-m", "venv", home, advice=f"{home.name} could not be made.")


def install(home: Path, locks: Sequence[Path]) -> None:
    """Installs what the locks list."""
    pip = (python_of(home), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check")
    files = [part for lock in locks for part in ("-r", lock)]
    advice = f"pip could not install into {home.name}. Is there a network? Then run the command again."
    run(*pip, "--require-hashes", *files, advice=advice)


def run(*command: str | Path, advice: str) -> None:
    """Runs a step of the set-up in silence; what it said is shown in full when it fails."""
    # Open files are passed on, so that the lock holds while a step outlives a build.py that was killed.
    step = subprocess.run(
        command, env=clean_env(), stdin=DEVNULL, stdout=PIPE, stderr=STDOUT, errors="replace", close_fds=False
    )
    if step.returncode:
        say(step.stdout.rstrip())
        raise SetupError(advice)


def clean_env() -> dict[str, str]:
    """The environment variables, but for those that lend our interpreter another one's packages."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")}


def python_of(home: Path) -> Path:
    """The interpreter in an environment."""
    return home / "Scripts" / "python.exe" if os.name == "nt" else home / "bin" / "python"


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Holds a lock that the system releases when the set-up ends, however it ends."""
    path.parent.mkdir(exist_ok=True)
    with path.open("a") as file:
        os.set_inheritable(file.fileno(), True)
        if not try_lock(file.fileno()):
            say("Waiting for another build.py to finish its set-up …")
            while not try_lock(file.fileno()):
                time.sleep(0.2)
        yield


def try_lock(descriptor: int) -> bool:
    """Locks an open file, unless another process has."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def hand_over(python: Path, args: Sequence[str], root: Path) -> int:
    """Runs the command line and returns its exit code. Ctrl-C reaches it too, and it alone answers."""
    signal.signal(signal.SIGINT, lambda *_: None)
    variables = None if python == Path(sys.executable) else clean_env()
    with subprocess.Popen([python, "-m", "studysite", *args], cwd=root, env=variables) as command:
        signal.signal(signal.SIGTERM, lambda *_: command.terminate())
        code = command.wait()
    return code if code >= 0 else 128 - code


def say(text: str) -> None:
    """Tells a person what takes time or went wrong; standard output belongs to the command."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
