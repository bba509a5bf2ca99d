"""The sides of a picture, as the library that print uses has them, and nothing of what is spoilt."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from studysite.raster import sides

SIZE = (321, 4321)
KINDS: dict[str, tuple[str, dict[str, Any]]] = {
    "png": ("PNG", {}),
    "gif": ("GIF", {}),
    "jpeg": ("JPEG", {}),
    "progressive jpeg": ("JPEG", {"progressive": True}),
    "jpeg with notes": ("JPEG", {"exif": b"Exif\0\0" + b"\xff" * 99, "comment": "tea"}),
    "webp": ("WEBP", {}),
    "lossless webp": ("WEBP", {"lossless": True}),
    "webp with notes": ("WEBP", {"exif": b"Exif\0\0tea"}),
}


def picture(kind: str) -> bytes:
    form, options = KINDS[kind]
    data = BytesIO()
    Image.new("RGB", SIZE).save(data, form, **options)
    return data.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_has_its_sides(kind: str) -> None:
    assert sides(picture(kind)) == SIZE


@pytest.mark.parametrize("kind", KINDS)
def test_one_that_is_cut_off_has_them_or_none(kind: str) -> None:
    data = picture(kind)
    assert all(sides(data[:end]) in (SIZE, None) for end in range(0, min(len(data), 200)))


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"\xff\xd8\xff\xd9", b"RIFF0000WEBP", b"\x89PNG\r\n\x1a\n"])
def test_what_is_none_of_these_has_none(data: bytes) -> None:
    assert sides(data) is None
