"""Small files, one fault each, and what the reader makes of them."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import strategies as st
from lxml import etree

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.language import parse
from zhengming.tmx.formats import NOTHING_KNOWN, xliff
from zhengming.tmx.formats.tmx import read
from zhengming.tmx.model import (
    Header,
    InlineCode,
    Note,
    Property,
    Segment,
    State,
    Subflow,
    TranslationUnit,
    TranslationUnitVariant,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.formats import Wanted
    from zhengming.tmx.formats.writer import Writer

HEADER = (
    '<header creationtool="hand" creationtoolversion="1" segtype="sentence" o-tmf="none" adminlang="en"'
    ' srclang="zh-CN" datatype="plaintext"/>'
)


@dataclass
class Reading:
    """What came out of one file."""

    content: bytes
    units: list[TranslationUnit] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    stopped: str | None = None

    @property
    def faults(self) -> list[str]:
        return [f"{issue.location.start}: {issue.severity} {issue.message.partition(':')[0]}" for issue in self.issues]

    @property
    def texts(self) -> list[tuple[str, ...]]:
        return [tuple(variant.segment.text for variant in unit.variants) for unit in self.units]

    def take(self, units: Callable[[], Iterator[TranslationUnit]]) -> Reading:
        try:
            self.units.extend(units())
        except UnreadableFile as error:
            self.stopped = str(error)
        return self


@pytest.fixture
def read_bytes() -> Callable[[bytes], Reading]:
    def read_them(content: bytes) -> Reading:
        reading = Reading(content)
        return reading.take(lambda: read(io.BytesIO(content), "memory.tmx", reading.issues.append))

    return read_them


@pytest.fixture
def read_xliff() -> Callable[..., Reading]:
    def read_them(content: str | bytes, wanted: Wanted = NOTHING_KNOWN) -> Reading:
        raw = content.encode() if isinstance(content, str) else content
        reading = Reading(raw)
        return reading.take(lambda: xliff.read(io.BytesIO(raw), "memory.xlf", reading.issues.append, wanted))

    return read_them


@pytest.fixture
def xliff_1() -> Callable[..., str]:
    """A file of XLIFF 1.2 with these units."""

    def written(*units: str, root: str = "", attributes: str = 'target-language="en-US"') -> str:
        body = "\n".join(units)
        return (
            f'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"{root}>\n'
            f'<file original="C:\\税则\\notice.docx" source-language="zh-CN" datatype="x-docx" {attributes}>'
            f"<header/><body>\n{body}\n</body></file></xliff>\n"
        )

    return written


@pytest.fixture
def xliff_2() -> Callable[..., str]:
    """A file of XLIFF 2.1 with these units."""

    def written(*units: str, root: str = ' srcLang="zh-CN" trgLang="en"', attributes: str = "") -> str:
        body = "\n".join(units)
        return (
            f'<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0"{root}>\n'
            f'<file id="f1"{attributes}>\n{body}\n</file></xliff>\n'
        )

    return written


@pytest.fixture
def file_of() -> Callable[..., str]:
    def written(*units: str, header: str = HEADER, root: str = 'version="1.4"', first: str = "") -> str:
        body = "\n".join(units)
        return f"{first}<tmx {root}>\n{header}\n<body>\n{body}\n</body>\n</tmx>\n"

    return written


@pytest.fixture
def unit_of() -> Callable[..., str]:
    def written(zh: str, en: str = "export controls", inside: str = "") -> str:
        return (
            f'<tu{inside}><tuv xml:lang="zh-CN"><seg>{zh}</seg></tuv>\n<tuv xml:lang="en-US"><seg>{en}</seg></tuv></tu>'
        )

    return written


@pytest.fixture(scope="session")
def corpora() -> Path:
    folder = Path(__file__).parents[3].parent / "shared" / "corpora"
    if not folder.is_dir():
        pytest.skip("the corpora are not beside the repository (../shared/corpora)")
    return folder


# Units of every kind, for the writers.

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r\ufffe\uffff"), max_size=12) | st.sampled_from(
    ["对<稀土>", "A & B", "]]>", '"quoted"', "a\nb\tc", "𨧀", " 出口 ", "&amp;", "=1+1", "\x07", ""]
)


@st.composite
def code_pairs(draw: st.DrawFn, length: int) -> list[InlineCode]:
    """Codes of one segment, in the order in which they stand: bpt before its ept, borders within each other."""
    places = sorted(draw(st.lists(st.integers(0, length), min_size=4, max_size=4)))
    kinds = [
        [InlineCode("ph", places[0], (("x", "1"),), "{0}"), InlineCode("it", places[3], (("pos", "end"),), "</i>")],
        [
            InlineCode("bpt", places[0], (("i", "1"), ("type", "bold")), "<b>"),
            InlineCode("hi", places[1]),
            InlineCode("hi", places[2], closes=True),
            InlineCode("ept", places[3], (("i", "1"),), "</b>"),
        ],
        [
            InlineCode("ph", places[1], content="[]", subflows=(Subflow(1, Segment("见公告 & 第1号")),)),
            InlineCode("ut", places[2]),
            InlineCode("ept", places[3], (("i", "7"),)),
        ],
        [InlineCode("tei:term", places[0]), InlineCode("hi", places[1], closes=True), InlineCode("hi", places[2])],
        [],
    ]
    return draw(st.sampled_from(kinds))


@st.composite
def bitexts(draw: st.DrawFn) -> list[TranslationUnit]:
    header = Header({"srclang": "zh-CN"}, notes=(Note("全部"),), properties=(Property("x", "y"),), path="a&b.tmx")
    return draw(st.lists(bilingual_units(header), min_size=1, max_size=3))


@st.composite
def bilingual_units(draw: st.DrawFn, header: Header) -> TranslationUnit:
    notes = st.lists(TEXTS.map(Note), max_size=2).map(tuple)
    variants = []
    for language in ("zh-CN", "en"):
        text = draw(TEXTS)
        codes = tuple(draw(code_pairs(len(text))))
        variants.append(TranslationUnitVariant(language, Segment(text, codes), notes=draw(notes)))
    return TranslationUnit(
        tuple(variants),
        header,
        draw(st.sampled_from([{}, {"tuid": "a b"}, {"tuid": "c", "creationid": "x"}])),
        draw(st.sampled_from([(), (Property("client", "甲"),)])),
        draw(notes),
        state=draw(st.none() | st.sampled_from(State)),
        is_locked=draw(st.booleans()),
        number=draw(st.integers(1, 9)),
    )


@pytest.fixture(scope="session")
def some_units() -> st.SearchStrategy[list[TranslationUnit]]:
    return bitexts()


@pytest.fixture(scope="session")
def written_by() -> Callable[..., tuple[bytes, dict[str, int]]]:
    """Write units from Chinese into English; return the file, and what was lost."""

    def written(writer: Writer, units: list[TranslationUnit], source: str = "zh-CN", target: str = "en") -> tuple:
        stream = io.BytesIO()
        lost: Counter[str] = Counter()
        one, other = parse(source), parse(target)
        assert one is not None
        assert other is not None
        writer.write(iter(units), Languages(one, other), stream, lost)
        return stream.getvalue(), {kind: count for kind, count in lost.items() if count}

    return written


@pytest.fixture(scope="session")
def schema_of() -> Callable[[str], etree.XMLSchema]:
    """A schema of the corpora."""

    def schema(name: str) -> etree.XMLSchema:
        path = Path(__file__).parents[3].parent / "shared" / "corpora" / "schemas" / name
        if not path.is_file():
            pytest.skip("needs ../shared/corpora, which is no part of this repository")
        # The schema of XLIFF 1.2 imports that of xml: from the W3C's site; the copy is the same.
        local = path.parents[3] / "xml.xsd" if "openxliff" in name else None
        parser = etree.XMLParser(no_network=True)
        if local is not None:
            parser.resolvers.add(_Local(local))
        return etree.XMLSchema(etree.parse(path, parser))

    return schema


class _Local(etree.Resolver):
    def __init__(self, path: Path) -> None:
        self._path = path

    def resolve(self, url: str, _id: str, context: object) -> object:
        return self.resolve_filename(str(self._path), context) if url.endswith("xml.xsd") else None
