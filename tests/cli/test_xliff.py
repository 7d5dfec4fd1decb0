"""XLIFF as a translator checks and mends it: from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

HEAD = '<xliff version="1.2" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0">'
FILE = '<file original="C:\\notice.docx" source-language="zh-CN" target-language="en-US" datatype="x"><body>'
ENDS = "</body></file></xliff>\r\n"


def unit(number: int, target: str, definition: str, note: str = "") -> str:
    return (
        f'<trans-unit id="g{number}"><source>出口管制</source>'
        f'<seg-source><mrk mtype="seg" mid="{number}">出口管制</mrk></seg-source>\r\n'
        f'<target><mrk mtype="seg" mid="{number}">{target}</mrk></target>{note}'
        f'<sdl:seg-defs><sdl:seg id="{number}" {definition}/></sdl:seg-defs></trans-unit>\r\n'
    )


@pytest.fixture
def written(project: Path) -> Path:
    path = project / "notice.docx.sdlxliff"
    note = "<note>zhengming: ignore T002: quotes the US notice</note>"
    units = [
        unit(1, "Export &#114;estrictions", 'conf="Draft"'),
        unit(2, "<g id='5'>export restriction</g>", 'conf="Translated" locked="true"'),
        unit(3, "<g id='5'>Export restrictions</g> &amp; more", 'conf="Translated"'),
        unit(4, "export restrictions", 'conf="ApprovedSignOff"', note),
    ]
    path.write_bytes(f"\ufeff{HEAD}{FILE}\r\n{''.join(units)}{ENDS}".encode("utf-16-le"))
    return path


def test_states_locks_and_notes_are_heeded(run: Run, written: Path) -> None:
    outcome = run("check", written.name, "--select", "T002,F", "--output-format", "concise")
    assert outcome.status == 1
    assert [line.partition(" ")[0] for line in outcome.out.splitlines()] == ["notice.docx.sdlxliff:7:44:"]


def test_a_fix_changes_the_words_only_and_once(run: Run, written: Path) -> None:
    before = written.read_bytes()
    assert run("fix", written.name).status == 0
    changed = before.decode("utf-16").replace("Export restrictions</g>", "Export controls</g>")
    after = written.read_bytes()
    assert after == f"\ufeff{changed}".encode("utf-16-le")
    run("fix", written.name)
    assert written.read_bytes() == after
