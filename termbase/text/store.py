"""Results that are dear to make and cheap to keep, in the user's own cache folder.

Nothing is ever read from a shared temporary folder, and nothing depends on a file being there: without a folder that
can be written, the result is made anew.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["folder", "kept"]

_OFF = "off"
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
        return Path(base) / "zhengming" if base else None
    if sys.platform == "darwin":  # pragma: no cover  another platform
        return home / "Library" / "Caches" / "zhengming"
    return (Path(base) if base else home / ".cache") / "zhengming"


def kept(name: str, make: Callable[[], bytes]) -> bytes | mmap.mmap:
    """Return the result of that name, from the cache folder if it is there, else made and put there.

    The name must change with everything the result depends on.
    """
    place = folder()
    if place is None:
        return make()
    path = place / name
    with contextlib.suppress(OSError, ValueError), path.open("rb") as stream:  # ValueError: an empty file
        return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    result = make()
    with contextlib.suppress(OSError):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=place)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(result)
            Path(temporary).replace(path)
            _sweep(place, name.partition("-")[0])
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise
    return result


def _sweep(place: Path, kind: str) -> None:
    """Remove the oldest results of a kind, made for termbases that have changed since."""
    made = sorted(place.glob(f"{kind}-*"), key=lambda path: path.stat().st_mtime_ns)
    for path in made[:-_MOST]:
        path.unlink(missing_ok=True)
