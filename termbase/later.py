"""Parts of the program that are imported when they are wanted: a reader of Word files costs a check of PO nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Generic, TypeVar, cast

__all__ = ["Later"]

_Kind = TypeVar("_Kind")


@dataclass(frozen=True)
class Later(Generic[_Kind]):
    """A format in a module that is not imported yet; what has to be known of it without, stands here."""

    module: str
    suffixes: tuple[str, ...]
    name: str = "FORMAT"
    is_unmistakable: bool = True
    """Whether no files of other kinds have these suffixes."""
    sign: bytes = b""
    """What stands near the beginning of every file that the format claims."""

    def load(self) -> _Kind:
        """Return the format."""
        return cast("_Kind", _loaded(self.module, self.name))


@cache
def _loaded(module: str, name: str) -> object:
    return getattr(import_module(module), name)
