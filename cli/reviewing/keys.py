"""Where answers come from: single keys on a terminal, else lines of standard input."""

from __future__ import annotations

import importlib
import sys
from typing import Any, Protocol

import click

__all__ = ["Keys", "Lines", "Terminal", "here"]


class Keys(Protocol):
    """Whoever answers. EOFError is raised where there is nobody any more."""

    def key(self) -> str:
        """Return one key."""
        ...

    def line(self, question: str, prefilled: str = "") -> str:
        """Return a line of text; "" takes the question back."""
        ...


class Terminal:
    """A person at a terminal: one key, without Enter."""

    def key(self) -> str:
        """Return one key, and forget what was typed ahead: it would decide on a card that nobody has seen."""
        return click.getchar()[:1]

    def line(self, question: str, prefilled: str = "") -> str:
        """Return a line, which may be edited; a text of several lines in $EDITOR."""
        if "\n" in prefilled or "\r" in prefilled or (prefilled and _readline() is None):
            edited = click.edit(prefilled, require_save=True)
            return "" if edited is None else edited.removesuffix("\n")
        readline = _readline()
        if readline is not None:
            readline.set_startup_hook(lambda: readline.insert_text(prefilled))
        try:
            return input(question)
        except (EOFError, KeyboardInterrupt):
            click.echo()  # what is said next has a line of its own
            raise
        finally:
            if readline is not None:
                readline.set_startup_hook()


class Lines:
    """A script: each answer is a line of standard input, of a key the first character counts."""

    def key(self) -> str:
        """Return the first character of the next line."""
        return _read().strip()[:1]

    def line(self, question: str, prefilled: str = "") -> str:  # noqa: ARG002  a script knows what is asked
        """Return the next line."""
        return _read()


def here() -> Keys:
    """Return who answers on standard input."""
    return Terminal() if sys.stdin.isatty() else Lines()


def _read() -> str:
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\r\n")


def _readline() -> Any:  # noqa: ANN401  a module that not every platform has
    try:
        return importlib.import_module("readline")
    except ImportError:  # Windows has none
        return None
