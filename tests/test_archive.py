"""An archive is the same bytes for the same files."""

import io
from zipfile import ZipFile

from studysite.export.archive import EARLIEST, archive

FILES = [("b", b"1" * 99), ("a", b"2" * 99)]


def test_an_archive_has_one_date_one_order_and_no_owner() -> None:
    one = archive(FILES, date=1_700_000_000, plain={"b"})
    assert one == archive(iter(FILES), date=1_700_000_000, plain={"b"})
    with ZipFile(io.BytesIO(one)) as package:
        first, second = package.infolist()
        assert [package.read(name) for name in "ba"] == [b"1" * 99, b"2" * 99]
    assert (first.filename, second.filename) == ("b", "a")
    assert first.date_time == second.date_time == (2023, 11, 14, 22, 13, 20)
    assert first.compress_size == 99 > second.compress_size
    assert (first.create_system, first.external_attr >> 16) == (3, 0o100644)


def test_an_archive_knows_no_date_before_1980() -> None:
    assert archive(FILES, date=0) == archive(FILES, date=EARLIEST)
    assert archive(FILES, date=EARLIEST) != archive(FILES, date=EARLIEST + 2)
