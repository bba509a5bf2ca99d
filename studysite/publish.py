"""Completes, checks and swaps what was built. The only writer of site/ and site-offline/."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from studysite import engine, fromdisk, precache
from studysite.faults import Fault
from studysite.sitecheck import faults
from studysite.stage import OUT


class PublishError(Fault):
    """The built site is not fit to be seen; carries what is wrong with it."""


@dataclass(frozen=True)
class Output:
    """A site that comes of the stage: how the engine is set up for it, and where it goes."""

    config: str
    built: str
    folder: str
    previous: str
    complete: Callable[[Path], None]
    """Makes what the engine built the site that it is to be."""


ONLINE = Output(engine.CONFIG, engine.SITE, "site", f"{OUT}/previous", precache.complete)
OFFLINE = Output(
    engine.OFFLINE, engine.OFFLINE_SITE, "site-offline", f"{OUT}/previous-offline", fromdisk.prepare
)
OUTPUTS = (ONLINE, OFFLINE)


def publish(root: Path, outputs: Sequence[Output] = (ONLINE,)) -> None:
    """Complete and check what was built, then put all of it in the place of what was there before.

    Raises PublishError, and leaves the last good sites, where a link is dead or leads elsewhere.
    """
    for output in outputs:
        _check(root, output)
    for output in outputs:
        swap(root, output)


def _check(root: Path, output: Output) -> None:
    built = root / output.built
    if not (built / "index.html").is_file():
        raise PublishError(f"there is no home page in {output.built}/")
    output.complete(built)
    found = faults(built)
    if found:
        raise PublishError("the built site has faults:\n" + "\n".join(found))


def swap(root: Path, output: Output = ONLINE) -> None:
    """Exchange the two folders by renames: at each moment one of them is whole."""
    site, built, previous = root / output.folder, root / output.built, root / output.previous
    shutil.rmtree(previous, ignore_errors=True)
    if site.exists():
        site.rename(previous)
    try:
        built.rename(site)
    except OSError:
        recover(root)
        raise
    shutil.rmtree(previous, ignore_errors=True)


def recover(root: Path) -> bool:
    """Put the last good sites back where a swap was cut short. Returns whether that was needed."""
    return any([_put_back(root / output.folder, root / output.previous) for output in OUTPUTS])


def _put_back(site: Path, previous: Path) -> bool:
    if site.exists() or not previous.exists():
        return False
    previous.rename(site)
    return True
