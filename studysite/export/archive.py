"""Files in one ZIP archive, the same bytes for the same files: fixed order, dates and permissions."""

from __future__ import annotations

from collections.abc import Container, Iterable
from io import BytesIO
from time import gmtime
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

EARLIEST = 315_532_800
"""The first moment of 1980: an archive knows none before it."""
UNIX = 3
READABLE = 0o100644
"""A plain file that its owner may change and everybody read."""


def archive(files: Iterable[tuple[str, bytes]], date: int, plain: Container[str] = ()) -> bytes:
    """The archive of `files`, in their order, all of one date; those in `plain` are not compressed."""
    target = BytesIO()
    with ZipFile(target, "w") as made:
        for name, data in files:
            entry = ZipInfo(name, gmtime(max(date, EARLIEST))[:6])
            entry.create_system = UNIX
            entry.external_attr = READABLE << 16
            entry.compress_type = ZIP_STORED if name in plain else ZIP_DEFLATED
            made.writestr(entry, data)
    return target.getvalue()
