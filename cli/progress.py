"""A line on the terminal that says how far the reading has come."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from threading import Event
    from typing import TextIO


__all__ = ["Counting", "progress"]

_PATIENCE = 0.5
_INTERVAL = 0.2
_ERASED = "\r\033[K"


class Counting(Protocol):
    """What counts the units that have been read of it."""

    units: int


@contextmanager
def progress(documents: Sequence[Counting], stream: TextIO | None = None) -> Iterator[None]:
    """Show how many units have been read, after a while, on a terminal that somebody looks at."""
    out = stream or sys.stderr
    if not out.isatty() or any(os.environ.get(name) for name in ("CI", "PRE_COMMIT")):
        yield
        return
    import threading  # noqa: PLC0415  nobody else needs it

    done = threading.Event()
    teller = threading.Thread(target=_tell, args=(documents, out, done), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(documents: Sequence[Counting], out: TextIO, done: Event) -> None:
    if done.wait(_PATIENCE):
        return
    while not done.wait(_INTERVAL):
        begun = sum(document.units > 0 for document in documents)
        units = sum(document.units for document in documents)
        out.write(f"{_ERASED}{begun:,} of {len(documents):,} files, {units:,} units")
        out.flush()
    out.write(_ERASED)
    out.flush()
