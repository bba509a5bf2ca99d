"""What stops a command other than the content: each message is for a person."""

import errno
from pathlib import Path


class Fault(Exception):
    """Something could not be done; the message says what, and what to do."""


class ShellFault(Fault):
    """A page of docs/ cannot be read or rendered."""


_FULL = "Make room on the disk, then run the command again."
_CLOSED = "Change who may read and write it, or its folder; then run the command again."
_CURES = {
    errno.ENOSPC: _FULL,
    errno.EFBIG: _FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): _FULL,
    errno.EACCES: _CLOSED,
    errno.EPERM: _CLOSED,
    errno.EROFS: _CLOSED,
}


def told(fault: Exception, root: Path) -> str:
    """What to tell a person: our own words, or what the system refused, where, and the cure."""
    if not isinstance(fault, OSError) or fault.strerror is None:
        return str(fault)
    names = [_named(name, root) for name in (fault.filename, fault.filename2) if name is not None]
    cure = _CURES.get(fault.errno or 0, "")
    return f"{' to '.join(names) or 'the system'}: {fault.strerror}. {cure}".rstrip()


def _named(name: object, root: Path) -> str:
    path = Path(str(name))
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
