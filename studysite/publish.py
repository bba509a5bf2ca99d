"""Checks the built site, completes it and swaps it with site/. The only writer there."""

from __future__ import annotations

import shutil
from pathlib import Path

from studysite.engine import SITE as BUILT
from studysite.faults import Fault
from studysite.precache import complete
from studysite.sitecheck import faults
from studysite.stage import OUT

SITE = "site"
PREVIOUS = f"{OUT}/previous"


class PublishError(Fault):
    """The built site is not fit to be seen; carries what is wrong with it."""


def publish(root: Path) -> Path:
    """Check `root`/out/site and put it in the place of `root`/site, which is returned.

    Raises PublishError, and leaves the last good site, where a link is dead or leads elsewhere.
    """
    if not (root / BUILT / "index.html").is_file():
        raise PublishError(f"there is no home page in {BUILT}/")
    found = faults(root / BUILT)
    if found:
        raise PublishError("the built site has faults:\n" + "\n".join(found))
    complete(root / BUILT)
    swap(root)
    return root / SITE


def swap(root: Path) -> None:
    """Exchange the two folders by renames: at each moment one of them is whole."""
    site, built, previous = root / SITE, root / BUILT, root / PREVIOUS
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
    """Put the last good site back where a swap was cut short. Returns whether that was needed."""
    site, previous = root / SITE, root / PREVIOUS
    if site.exists() or not previous.exists():
        return False
    previous.rename(site)
    return True
