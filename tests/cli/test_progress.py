"""Progress: a line that comes late, on a terminal that somebody looks at, and goes away."""

from __future__ import annotations

import io
import time

import pytest

from zhengming.cli import progress as module
from zhengming.cli.progress import progress
from zhengming.tmx.document import Document

_LONG_ENOUGH = 0.3


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def read(*units: int) -> list[Document]:
    """Return documents of which so many units have been read."""
    documents = [Document(f"{number}.tmx") for number in range(len(units))]
    for document, count in zip(documents, units, strict=True):
        document.units = count
    return documents


@pytest.fixture(autouse=True)
def _looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("PRE_COMMIT", raising=False)
    monkeypatch.setattr(module, "_PATIENCE", 0.0)
    monkeypatch.setattr(module, "_INTERVAL", 0.01)


def test_the_line_counts_files_and_units_and_is_erased_in_the_end() -> None:
    screen = Terminal()
    with progress(read(18_000, 402, 0), screen):
        time.sleep(_LONG_ENOUGH)
    assert "\r\033[K2 of 3 files, 18,402 units" in screen.getvalue()
    assert screen.getvalue().endswith("\r\033[K")


def test_what_is_done_soon_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 60.0)
    screen = Terminal()
    with progress(read(1), screen):
        pass
    assert screen.getvalue() == ""


@pytest.mark.parametrize("name", ["CI", "PRE_COMMIT"])
def test_nobody_looks_at_a_build(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "1")
    screen = Terminal()
    with progress(read(1), screen):
        time.sleep(_LONG_ENOUGH)
    assert screen.getvalue() == ""


def test_a_file_is_no_terminal() -> None:
    file = io.StringIO()
    with progress(read(1), file):
        time.sleep(_LONG_ENOUGH)
    assert file.getvalue() == ""
