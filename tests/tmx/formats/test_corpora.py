"""Real files of many tools (../shared/corpora; never copied here) behave as their manifest says."""

from __future__ import annotations

import csv
import io
import random
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.check import Severity
from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.language import parse
from zhengming.termbase.position import Span
from zhengming.tmx.formats.tmx import read
from zhengming.tmx.formats.tmx_writer import write, write_as_read
from zhengming.tmx.pair import pairs

if TYPE_CHECKING:
    from zhengming.termbase.issue import Issue
    from zhengming.termbase.position import Location
    from zhengming.tmx.model import Segment, TranslationUnit

CORPORA = Path(__file__).parents[3].parent / "shared" / "corpora"
#: what a manifest's reason is called in our messages
RULES = {
    "x counts from 0": "x-from-zero",
    "the same x on two bpt": "x-duplicate",
    "dates are not of": "date",
    "match the source language only": "srclang-region",
    "is not a DTD value": "version-1.4b",
    "DTD_UNKNOWN_ATTRIBUTE": "attribute-unknown",
    "DTD_MISSING_ATTRIBUTE": "attribute-missing",
    "DTD_CONTENT_MODEL": "element-misplaced",
    "two bpt with the same i": "bpt-duplicate",
    "without a variant in the effective": "source-missing",
}


def rows() -> list[dict[str, str]]:
    manifest = CORPORA / "tmx" / "MANIFEST.tsv"
    if not manifest.is_file():
        return []
    with manifest.open(encoding="utf-8", newline="") as stream:
        return [row for row in csv.DictReader(stream, delimiter="\t") if row["expectation"] != "companion"]


ROWS = rows()
pytestmark = pytest.mark.skipif(not ROWS, reason="the corpora are not beside the repository (../shared/corpora)")
every_file = pytest.mark.parametrize("row", ROWS, ids=[row["file"] for row in ROWS])


def content_of(row: dict[str, str]) -> bytes:
    return (CORPORA / row["file"]).read_bytes()


def units_of(content: bytes) -> tuple[list[TranslationUnit], list[Issue]]:
    issues: list[Issue] = []
    return list(read(io.BytesIO(content), "memory.tmx", issues.append)), issues


@every_file
def test_as_the_manifest_says(row: dict[str, str]) -> None:
    units, issues = units_of(content_of(row))
    assert len(units) == int(row["units"])
    errors = [issue for issue in issues if issue.severity >= Severity.MAJOR]
    assert bool(errors) == (row["expectation"] == "invalid")
    assert all(issue.location.start is not None for issue in issues)
    said = {issue.message.partition(":")[0] for issue in issues}
    wanted = {rule for reason, rule in RULES.items() if reason in row["reason"]}
    assert wanted <= said
    # The x of the variants are compared by M001, which looks at the codes of a pair.
    if row["expectation"] == "warn" and not wanted:
        assert row["reason"] == "x values differ between the variants of a unit"
        assert any(len({ties(variant.segment) for variant in unit.variants}) > 1 for unit in units)


def ties(segment: Segment) -> frozenset[str | None]:
    return frozenset(code.attribute("x") for code in segment.codes)


@every_file
def test_nothing_is_lost_on_a_round_trip(row: dict[str, str]) -> None:
    units, _ = units_of(content_of(row))
    stream = io.BytesIO()
    write_as_read(units, stream)
    again, _ = units_of(stream.getvalue())
    assert again == units


@every_file
def test_the_form_for_exchange_is_valid(row: dict[str, str]) -> None:
    etree = pytest.importorskip("lxml.etree")
    units, _ = units_of(content_of(row))
    stream = io.BytesIO()
    write(units, stream)
    if row["expectation"] != "invalid" and units:
        dtd = etree.DTD(str(CORPORA / "schemas" / "tmx14.dtd"))
        assert dtd.validate(etree.fromstring(stream.getvalue())), dtd.error_log
    again, _ = units_of(stream.getvalue())
    texts = [[variant.segment.text.strip() for variant in unit.variants] for unit in units]
    assert [[variant.segment.text for variant in unit.variants] for unit in again] == texts


@every_file
def test_every_place_is_exact(row: dict[str, str]) -> None:
    content = content_of(row)
    units, _ = units_of(content)
    chosen = random.Random(row["file"]).sample(units, min(len(units), 60))  # noqa: S311
    lines: list[str] = []
    for unit in chosen:
        todo = [variant.segment for variant in unit.variants]
        for segment in todo:
            todo.extend(segment.subflows)
            assert segment.origin is not None
            if not lines:
                text = content.decode(segment.origin.encoding).removeprefix("\ufeff")
                lines = re.split(r"\r\n|\r|\n", text)
            for at, character in enumerate(segment.text[:50]):
                location = segment.locate(Span(at, at + 1))
                assert location.start is not None
                assert location.end is not None
                written = content[location.start.byte : location.end.byte].decode(segment.origin.encoding)
                assert written == character or written[0] == "&" or (character == "\n" and written in "\r\n")
                if character != "\n":
                    line = lines[location.start.line - 1]
                    assert line[location.start.column - 1 : location.end.column - 1] == written


@pytest.mark.parametrize(
    ("test", "source", "target", "count"),
    [
        ("1B", "en-us", "fr-ca", 1),
        *[("1C", source, target, 3) for source in ("en-us", "ja-jp", "fr-ca") for target in ("en-gb", "es-es")],
        *[(f"1{letter}", "en-us", "en-gb", 3) for letter in "DEFGH"],
        ("1I", "en-us", "ja-jp", 1),
        ("1J", "en-us", "en-gb", 2),
        ("1J_many", "en-us", "en-gb", 2),
        ("1K", "en-us", "en-gb", 0),
        ("2A", "en-us", "fr-ca", 7),
        ("2B", "en-us", "fr-ca", 7),
    ],
)
def test_the_compliance_kit(test: str, source: str, target: str, count: int) -> None:
    kit = CORPORA / "tmx" / "lisa-compliance-kit" / f"ImportTest{test}.tmx"
    units, _ = units_of(kit.read_bytes())
    found = list(pairs(units, parse(source), parse(target), lambda _: None))
    assert len(found) == count


def test_the_kit_says_the_same_in_every_encoding() -> None:
    kit = CORPORA / "tmx" / "lisa-compliance-kit"
    texts = []
    for letter in "DEFGH":
        units, _ = units_of((kit / f"ImportTest1{letter}.tmx").read_bytes())
        texts.append([[variant.segment.text for variant in unit.variants] for unit in units])
    assert all(text == texts[0] for text in texts)


def test_ideographic_spaces_survive() -> None:
    units, _ = units_of((CORPORA / "tmx" / "lisa-compliance-kit" / "ImportTest1I.tmx").read_bytes())
    assert any("\u3000" in variant.segment.text for unit in units for variant in unit.variants)


def test_damaged_files_end_in_one_way_only() -> None:
    generator = random.Random(20261125)  # noqa: S311
    contents = [content for row in ROWS if len(content := content_of(row)) < 20_000]
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
            for pair in pairs(read(io.BytesIO(bytes(damaged)), "x.tmx", _ignore), None, None, _ignore):
                places += [pair.target.locate(Span(0, len(pair.target.text)))]
            read_through += 1
        except UnreadableFile as error:
            places.append(error.location)
        assert all(place.start is not None for place in places)
    assert read_through


def _ignore(issue: Issue) -> None:
    assert issue.message
