"""Small files, one fault each, and what the reader makes of them."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.errors import UnreadableFile
from zhengming.tmx.formats.tmx import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.termbase.issue import Issue
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


@pytest.fixture
def read_bytes() -> Callable[[bytes], Reading]:
    def read_them(content: bytes) -> Reading:
        reading = Reading(content)
        try:
            reading.units.extend(read(io.BytesIO(content), "memory.tmx", reading.issues.append))
        except UnreadableFile as error:
            reading.stopped = str(error)
        return reading

    return read_them


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
