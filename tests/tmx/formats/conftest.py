"""Small files, one fault each, and what the reader makes of them."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.errors import UnreadableFile
from zhengming.tmx.formats import NOTHING_KNOWN, xliff
from zhengming.tmx.formats.tmx import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.formats import Wanted
    from zhengming.tmx.model import TranslationUnit

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
