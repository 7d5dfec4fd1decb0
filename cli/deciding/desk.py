"""Desk: the files that decisions change, each written whole, and only if nobody else has changed it meanwhile.

A file keeps its first content and the list of what has been asked of it, and is made from the two anew each time. So
places found once stay right whatever is changed before them, and what was asked last can be taken back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from zhengming.cli.atomic import write_bytes
from zhengming.cli.fixing import digest
from zhengming.termbase.errors import ZhengmingError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

__all__ = ["Desk", "Draft", "Outdated"]

_Request = TypeVar("_Request")


class Outdated(ZhengmingError):
    """Somebody else has changed a file meanwhile: what was found in it holds no more."""


@dataclass(slots=True)
class Draft(Generic[_Request]):
    """One file, and what it is to become; `made` gives its content from the first one and all requests."""

    path: Path
    made: Callable[[bytes, list[_Request]], bytes]
    original: bytes = b""
    written: bytes = b""
    existed: bool = True
    requests: list[_Request] = field(default_factory=list[_Request])

    @property
    def content(self) -> bytes:
        """The content with all requests granted."""
        return self.made(self.original, self.requests) if self.requests else self.original


class Desk:
    """Drafts by path, and the order in which requests came."""

    def __init__(self, known: Mapping[Path, bytes] | None = None) -> None:
        """`known` tells of files that have been read what they were (fixing.digests): places are of that content."""
        self._known = known or {}
        self._drafts: dict[Path, Draft[Any]] = {}
        self._order: list[list[Draft[Any]]] = []

    @property
    def steps(self) -> int:
        """How many steps can be taken back."""
        return len(self._order)

    def open(self, path: Path, made: Callable[[bytes, list[_Request]], bytes]) -> Draft[_Request]:
        """Return the draft of that file, which is read if it is not on the desk yet. It need not exist."""
        key = path.resolve()
        if key not in self._drafts:
            draft: Draft[_Request] = Draft(path, made)
            draft.original = draft.written = _content(path)
            draft.existed = path.exists()
            if key in self._known and self._known[key] != digest(draft.original):
                raise _changed(path)
            self._drafts[key] = draft
        return self._drafts[key]

    def ask(self, draft: Draft[_Request], *requests: _Request) -> None:
        """Ask for these changes of a file, together one step; if they fail, ZhengmingError is raised, nothing asked."""
        before = list(draft.requests)
        draft.requests += requests
        try:
            draft.made(draft.original, draft.requests)
        except ZhengmingError:
            draft.requests[:] = before
            raise
        self._order.append([draft] * len(requests))

    def take_back(self) -> bool:
        """Forget the last step; return whether there was one. `save` writes it."""
        if not self._order:
            return False
        for draft in self._order.pop():
            draft.requests.pop()
        return True

    def save(self) -> list[Path]:
        """Write what has changed and return the paths. Raise Outdated if somebody else has changed a file."""
        changed = [draft for draft in self._drafts.values() if draft.content != draft.written]
        for draft in changed:
            if _content(draft.path) != draft.written:
                raise _changed(draft.path)
        for draft in changed:
            _write(draft)
        return [draft.path for draft in changed]


def _changed(path: Path) -> Outdated:
    return Outdated(f"{path}: changed on disk since it was read; nothing was written to it; run the command again")


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise ZhengmingError(f"{path}: {error.strerror}") from error


def _write(draft: Draft[Any]) -> None:
    new = draft.content
    try:
        if not new and not draft.existed:  # the step that made the file was taken back
            draft.path.unlink(missing_ok=True)
        else:
            draft.path.parent.mkdir(parents=True, exist_ok=True)
            write_bytes(draft.path, new)
    except OSError as error:
        raise ZhengmingError(f"{draft.path}: {error.strerror}; nothing was written to it") from error
    draft.written = new
