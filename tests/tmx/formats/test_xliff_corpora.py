"""Real XLIFF files and the OASIS test suites (../shared/corpora; never copied here) behave as their manifest says."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.position import Span
from zhengming.tmx.choice import EVERY_UNIT
from zhengming.tmx.document import Document
from zhengming.tmx.formats.xliff_reader import read
from zhengming.tmx.pair import pairs

if TYPE_CHECKING:
    from zhengming.termbase.issue import Issue
    from zhengming.termbase.position import Location

CORPORA = Path(__file__).parents[3].parent / "shared" / "corpora"
#: how many of the invalid files of the suites are reported: what is wrong with the others stands in what is not read
#: (skeletons, extensions, fragment identifiers, the modules' own elements)
REPORTED = {"core": 198, "modules": 2}


def rows() -> list[dict[str, str]]:
    manifest = CORPORA / "xliff" / "MANIFEST.tsv"
    if not manifest.is_file():
        return []
    with manifest.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


ROWS = rows()
pytestmark = pytest.mark.skipif(not ROWS, reason="the corpora are not beside the repository (../shared/corpora)")
every_file = pytest.mark.parametrize("row", ROWS, ids=[row["file"].rpartition("/")[2] for row in ROWS])


def issues_of(row: dict[str, str]) -> list[Issue]:
    """Return what is wrong with the file, languages included."""
    issues: list[Issue] = []
    list(Document(str(CORPORA / row["file"]), choice=EVERY_UNIT).pairs(issues.append))
    return issues


@every_file
def test_as_the_manifest_says(row: dict[str, str]) -> None:
    issues = issues_of(row)
    assert all(issue.location.start is not None for issue in issues)
    if row["expectation"] == "malformed":
        assert [issue.check.code for issue in issues][-1] == "F001"
        return
    with (CORPORA / row["file"]).open("rb") as stream:
        units = list(read(stream, "memory.xlf", lambda _: None))
    # A unit may have several segments, which share its place.
    is_read = {unit.position for unit in units}
    unsegmented = "source-missing", "element-missing"
    lost = sum(issue.message.startswith(unsegmented) for issue in issues)
    assert len(is_read) <= int(row["units"] or 0) <= len(is_read) + lost
    if row["expectation"] == "valid":
        assert issues == []


@pytest.mark.parametrize("part", REPORTED)
def test_invalid_files_are_reported_where_the_fault_is_in_what_is_read(part: str) -> None:
    invalid = [row for row in ROWS if f"__{part}__invalid__" in row["file"]]
    assert sum(bool(issues_of(row)) for row in invalid) == REPORTED[part]


@every_file
def test_every_place_is_exact(row: dict[str, str]) -> None:
    content = (CORPORA / row["file"]).read_bytes()
    units = []
    try:
        for unit in read(io.BytesIO(content), "memory.xlf", lambda _: None):
            units.append(unit)  # noqa: PERF402  those before the break are wanted
    except UnreadableFile:
        assert row["expectation"] == "malformed"
    for unit in random.Random(row["file"]).sample(units, min(len(units), 40)):  # noqa: S311
        for variant in unit.variants:
            segment = variant.segment
            assert segment.origin is not None
            for at, character in enumerate(segment.text[:40]):
                place = segment.locate(Span(at, at + 1))
                assert place.start is not None
                assert place.end is not None
                written = content[place.start.byte : place.end.byte].decode(segment.origin.encoding)
                assert written == character or written[0] == "&" or written.startswith("<cp ") or written in "\r\n"


def test_damaged_files_end_in_one_way_only() -> None:
    generator = random.Random(20261125)  # noqa: S311
    contents = [content for row in ROWS if len(content := (CORPORA / row["file"]).read_bytes()) < 20_000]
    read_through = 0
    for _ in range(1500):
        damaged = bytearray(generator.choice(contents))
        for _ in range(generator.randint(1, 4)):
            at = generator.randrange(len(damaged)) if damaged else 0
            match generator.randrange(3):
                case 0:
                    del damaged[at:]
                case 1:
                    damaged[at : at + 1] = bytes([generator.randrange(256)])
                case _:
                    del damaged[at : at + generator.randint(1, 20)]
        places: list[Location] = []
        try:
            for pair in pairs(read(io.BytesIO(bytes(damaged)), "x.xlf", lambda _: None), None, None, lambda _: None):
                places += [pair.target.locate(Span(0, len(pair.target.text)))]
            read_through += 1
        except UnreadableFile as error:
            places.append(error.location)
        assert all(place.start is not None for place in places)
    assert read_through
