"""Memories to work on, and a way to kill a command while it writes."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import pytest

if TYPE_CHECKING:
    from pathlib import Path

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\r\n<tmx version="1.4"><header creationtool="hand" creationtoolversion="1" '
    'segtype="sentence" o-tmf="none" adminlang="en" srclang="zh-CN" datatype="plaintext"/><body>'
)
TAIL = "\r\n</body></tmx>\r\n"
#: The command, which stops for a minute when a file has been written and has not got its name yet.
_HELD = """
import os, sys, time
def held(_):
    print("held", flush=True)
    time.sleep(60)
os.fsync = held
from zhengming.cli.main import main
main(sys.argv[1:])
"""

#: `run("tm", "clean", "news.tmx")` gives status, out and err: the fixture of tests/cli.
Run = Callable[..., Any]
UnitOf = Callable[..., str]
Memory = Callable[..., "Path"]
Killed = Callable[..., int]


@pytest.fixture(scope="session")
def unit_of() -> UnitOf:
    """Write one unit; further attributes of tu, and what stands before its variants."""

    def written(zh: str, en: str, inside: str = "", languages: tuple[str, str] = ("zh-CN", "en-US"), **tu: str) -> str:
        attributes = "".join(f' {name}="{value}"' for name, value in tu.items())
        variants = "".join(
            f'<tuv xml:lang="{tag}"><seg>{escape(text)}</seg></tuv>'
            for tag, text in zip(languages, (zh, en), strict=True)
        )
        return f"\r\n  <tu{attributes}>{inside}{variants}</tu>"

    return written


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Memory:
    """Write a memory of these units into the working folder, which has a glossary of one concept."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "glossary.csv").write_text(
        "id,subject_field,zh-Hans,en,en:deprecated,status,check,source\n"
        "EC001,control,出口管制,export control,export restriction,approved,strict,Export Control Law\n",
        encoding="utf-8",
    )

    def written(name: str, *units: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(f"{HEAD}{''.join(units)}{TAIL}".encode(encoding))
        return path

    return written


@pytest.fixture
def killed() -> Killed:
    """Run a command and kill it (-9) when it has written a file that has no name yet; return its status."""
    if sys.platform == "win32":
        pytest.skip("SIGKILL is a signal of POSIX")

    def run(*arguments: str, by: signal.Signals = signal.SIGKILL) -> int:
        process = subprocess.Popen([sys.executable, "-c", _HELD, *arguments], stdout=subprocess.PIPE)
        try:
            assert process.stdout is not None
            assert b"held\n" in iter(process.stdout.readline, b"")
        finally:
            process.send_signal(by)
            process.communicate()
        return process.returncode

    return run
