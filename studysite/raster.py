"""How many pixels a picture has, by the head of its file."""

from __future__ import annotations

import struct
from collections.abc import Callable

Sides = tuple[int, int]

_PNG, _GIF, _JPEG, _WEBP = b"\x89PNG\r\n\x1a\n", b"GIF8", b"\xff\xd8", b"WEBP"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers of a JPEG behind which the size stands."""
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Its markers that have nothing behind them."""


def sides(data: bytes) -> Sides | None:
    """The width and the height of a PNG, JPEG, GIF or WebP; None of anything else, or where it is cut off."""
    try:
        return next((read(data) for is_one, read in _KINDS if is_one(data)), None)
    except (struct.error, IndexError):
        return None


def _png(data: bytes) -> Sides:
    return _two(">II", data, 16)


def _gif(data: bytes) -> Sides:
    return _two("<HH", data, 6)


def _jpeg(data: bytes) -> Sides | None:
    """A chain of segments, each with its length; the picture itself begins behind the last."""
    at = 2
    while data[at] == 0xFF:
        kind = data[at + 1]
        if kind in _FRAMES:
            height, width = _two(">HH", data, at + 5)
            return width, height
        if kind == 0xFF:  # any number of these may stand before a marker
            at += 1
        elif kind in _BARE:
            at += 2
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None


def _webp(data: bytes) -> Sides | None:
    kind = data[12:16]
    if kind == b"VP8X":
        width, more_width, height, more_height = struct.unpack_from("<HBHB", data, 24)
        return 1 + width + (more_width << 16), 1 + height + (more_height << 16)
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = _two("<HH", data, 26)
    return width & 0x3FFF, height & 0x3FFF


def _two(form: str, data: bytes, at: int) -> Sides:
    first, second = struct.unpack_from(form, data, at)
    return int(first), int(second)


_KINDS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes], Sides | None]], ...] = (
    (lambda data: data.startswith(_PNG), _png),
    (lambda data: data.startswith(_GIF), _gif),
    (lambda data: data.startswith(_JPEG), _jpeg),
    (lambda data: data[8:12] == _WEBP, _webp),
)
