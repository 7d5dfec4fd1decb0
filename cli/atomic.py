"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

__all__ = ["opened", "write_bytes"]


def write_bytes(path: Path, data: bytes) -> None:
    """Make `data` the content of the file: whoever reads it meanwhile, or after a crash, finds the old or the new.

    A file that exists keeps its permissions, a symbolic link goes on pointing where it did. The folder must exist.
    """
    with opened(path) as stream:
        stream.write(data)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open what will be the file's content once all is written, as `write_bytes` has it; after an error it is not."""
    target = path.resolve()
    if target.exists() and not target.is_file():  # /dev/null, a pipe: there is nothing to replace
        with target.open("wb") as stream:
            yield stream
        return
    mode = _mode(target)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:  # Ctrl-C too must leave nothing behind
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _mode(path: Path) -> int:
    """Return the permissions of the file, else those a new one would get."""
    try:
        return path.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable, where folders can be opened."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
