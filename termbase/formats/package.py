"""Office documents as what they are, zip archives: opened with limits, for anybody may have made them."""

from __future__ import annotations

import zipfile
import zlib
from typing import TYPE_CHECKING, NoReturn, Self

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.position import Location

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import BinaryIO

__all__ = ["Package"]

#: Bytes of all parts together, unpacked.
_LARGEST = 400_000_000
_MOST_PARTS = 10_000
_CHUNK = 1 << 18
_OLE = b"\xd0\xcf\x11\xe0"


class Package:
    """The parts of one file. Every method raises UnreadableFile where the archive is damaged or boundless."""

    def __init__(self, stream: BinaryIO, path: str, what: str) -> None:
        self._path = path
        self._left = _LARGEST
        if stream.read(len(_OLE)) == _OLE:
            self.refuse("protected by a password, or of Office 97; save it without, in today's format")
        stream.seek(0)
        try:
            self._archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise UnreadableFile(Location(path), f"no {what}: not a zip archive; save the file again") from error
        if len(self._archive.namelist()) > _MOST_PARTS:
            self.refuse(f"an archive of more than {_MOST_PARTS:,} parts")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._archive.close()

    @property
    def names(self) -> list[str]:
        """The names of the parts."""
        return self._archive.namelist()

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield what a part holds. What it is said to hold is not relied on."""
        try:
            with self._archive.open(name) as part:
                while chunk := part.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        self.refuse("unpacked, it is larger than 400 MB")
                    yield chunk
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            ValueError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise UnreadableFile(Location(self._path), f"its part {name} is damaged; save the file again") from error

    def part(self, name: str) -> bytes:
        """Return what a part holds."""
        return b"".join(self.chunks(name))

    def refuse(self, problem: str) -> NoReturn:
        """Stop reading."""
        raise UnreadableFile(Location(self._path), problem)
