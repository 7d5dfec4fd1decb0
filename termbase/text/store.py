"""Results that are dear to make and cheap to keep, in the user's own cache folder.

Nothing is ever read from a shared temporary folder, and nothing depends on a file being there: without a folder that
can be written, the result is made anew.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import struct
import sys
import tempfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["folder", "kept"]

_OFF = "off"
_SEAL = struct.Struct("<9sQI")
#: Of each kind of result, so many are kept; the oldest go first.
_MOST = 20


def folder() -> Path | None:
    """Return where results are kept: $ZHENGMING_CACHE ("off" for nowhere), else the platform's cache folder."""
    chosen = os.environ.get("ZHENGMING_CACHE")
    if chosen:
        return None if chosen == _OFF else Path(chosen)
    if sys.platform == "win32":  # pragma: no cover  another platform
        base = os.environ.get("LOCALAPPDATA")
        return Path(base) / "zhengming" / "Cache" if base else None
    base = os.environ.get("XDG_CACHE_HOME")
    try:
        home = Path.home()
    except RuntimeError:  # no home, as in some build environments
        return Path(base) / "zhengming" if base and Path(base).is_absolute() else None
    if sys.platform == "darwin":  # pragma: no cover  another platform
        return home / "Library" / "Caches" / "zhengming"
    # The XDG specification wants relative paths ignored: they would lead into whatever folder is worked in.
    return (Path(base) if base and Path(base).is_absolute() else home / ".cache") / "zhengming"


def kept(name: str, make: Callable[[], bytes]) -> memoryview:
    """Return the result of that name, from the cache folder if it is there and whole, else made and put there.

    The name must change with everything the result depends on.
    """
    place = folder()
    found = place and _read(place / name)
    if found:
        return found
    result = make()
    if place is not None:
        with contextlib.suppress(OSError):
            _write(place / name, result)
    return memoryview(result)


def _read(path: Path) -> memoryview | None:
    """Return the content of a kept file, or None if there is none or it is damaged."""
    try:
        with path.open("rb") as stream:
            content = memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError):  # ValueError: an empty file
        return None
    seal, result = content[: len(_sealed(b""))], content[len(_sealed(b"")) :]
    return result if seal == _sealed(result) else None


def _sealed(result: bytes | memoryview) -> bytes:
    """Return what stands before a result in its file, so that half of one is never taken for the whole."""
    return _SEAL.pack(b"zhengming", len(result), zlib.crc32(result))


def _write(path: Path, result: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(prefix=f"{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(_sealed(result))
            stream.write(result)
        Path(temporary).replace(path)
        _sweep(path.parent, path.name.partition("-")[0])
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


def _sweep(place: Path, kind: str) -> None:
    """Remove the oldest results of a kind, made for termbases that have changed since."""
    made = sorted(place.glob(f"{kind}-*"), key=lambda path: path.stat().st_mtime_ns)
    for path in made[:-_MOST]:
        path.unlink(missing_ok=True)
