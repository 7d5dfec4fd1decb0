"""Sessions as people have them: keys in, and the bytes of the files afterwards."""

from __future__ import annotations

import io
import os
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zhengming.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.usefixtures("project")
PROJECT = Path(__file__).parent.parent / "golden" / "project"
FIRST, SECOND = Path("tmx/digest-01.tmx"), Path("tmx/digest-02.tmx")
GLOSSARY, IGNORES = Path("glossary.csv"), Path(".zhengming/ignore.toml")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small project, as the working folder."""
    for name in ("CI", "COLUMNS", "FORCE_COLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)
    folder = shutil.copytree(PROJECT, tmp_path / "project")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def review(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def reviewing(answers: str, *arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(answers))
        with pytest.raises(SystemExit) as exit_:
            main(["review", *arguments])
        assert isinstance(exit_.value.code, int)
        return exit_.value.code, *capsys.readouterr()

    return reviewing


def fixed(content: bytes) -> bytes:
    return content.replace(b"export restriction", b"export control")


def test_one_key_fixes_a_term_in_all_files(review: Callable[..., tuple[int, str, str]]) -> None:
    before = [path.read_bytes() for path in (FIRST, SECOND)]
    status, out, err = review("f\nq\n", "T002")
    assert (status, err) == (0, "")
    assert "[f]ix 3" in out
    assert "“export restrictions” → “export controls” x2, “export restriction” → “export control” x1" in out
    assert out.endswith("1 decision written\n")
    assert [path.read_bytes() for path in (FIRST, SECOND)] == [fixed(content) for content in before]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_one_key_fixes_six_units_in_two_files_and_nothing_but_the_words(
    encoding: str, review: Callable[..., tuple[int, str, str]]
) -> None:
    for path in (FIRST, SECOND):
        text = path.read_text(encoding="utf-8").replace('encoding="UTF-8"', f'encoding="{encoding[:6].rstrip("-s")}"')
        unit = text[text.index("    <tu ") : text.index("  </body>")]
        text = text.replace(unit, unit + unit.replace('tuid="', 'tuid="b'))
        path.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    before = [path.read_bytes() for path in (FIRST, SECOND)]
    status, out, _ = review("f\n", "T002")
    assert status == 0
    assert "[f]ix 6" in out
    old, new = ("export restriction".encode("utf-16-le"), "export control".encode("utf-16-le"))
    expected = [fixed(content).replace(old, new) for content in before]
    assert [path.read_bytes() for path in (FIRST, SECOND)] == expected
    assert expected != before


def test_undo_restores_every_byte(review: Callable[..., tuple[int, str, str]]) -> None:
    before = {path: path.read_bytes() for path in (FIRST, SECOND, GLOSSARY)}
    status, out, _ = review("f\ni\na quotation\nu\nu\nq\n", "T002", "C003")
    assert status == 0
    assert out.count("undone") == 2
    assert "written" not in out
    assert {path: path.read_bytes() for path in before} == before
    assert not IGNORES.exists()


def test_both_renderings_are_let_stand(review: Callable[..., tuple[int, str, str]]) -> None:
    status, out, _ = review("c\na\n", "C003:MG001")
    assert status == 0
    assert "rare-earth permanent magnets x3 (2 files) | rare earth magnets x1 (1 file)" in out
    assert 'code = "C003"\nconcept = "MG001"\nreason = "both renderings are right"' in IGNORES.read_text("utf-8")
    assert review("", "C003")[1] == "Nothing to decide.\n"


def test_the_rarer_rendering_is_replaced_in_its_number(review: Callable[..., tuple[int, str, str]]) -> None:
    before = SECOND.read_bytes()
    review("f\n", "C003")
    assert SECOND.read_bytes() == before.replace(b"rare earth magnets", b"rare-earth permanent magnets")


def test_the_rarer_rendering_is_deprecated(review: Callable[..., tuple[int, str, str]]) -> None:
    review("d\n", "C003")
    row = next(line for line in GLOSSARY.read_text("utf-8").splitlines() if line.startswith("MG001,"))
    assert row.startswith("MG001,magnets,稀土永磁体,稀土永磁,rare-earth permanent magnet,,rare earth magnet,")


def test_a_term_is_admitted_in_the_words_that_stand_there(review: Callable[..., tuple[int, str, str]]) -> None:
    _, out, _ = review("a\nshipped on\na\nmoved on\n", "T001")
    assert "“shipped on” is not in the translation" in out
    assert "TR001: “moved on” admitted" in out
    assert "moved on" in GLOSSARY.read_text("utf-8")


def test_a_text_is_edited(review: Callable[..., tuple[int, str, str]]) -> None:
    before = FIRST.read_bytes()
    review("e\nThe goods were transshipped by way of a third country.\n", "T001")
    assert FIRST.read_bytes() == before.replace(b"moved on", b"transshipped")


def test_an_empty_text_is_filled(review: Callable[..., tuple[int, str, str]]) -> None:
    before = SECOND.read_bytes()
    _, out, _ = review("e\nExports of antimony oxide fell.\nq\n", "A001")
    new = before.replace(b"<seg></seg>", b"<seg>Exports of antimony oxide fell.</seg>")
    assert SECOND.read_bytes() == new, out


def test_place_by_place_one_may_be_let_stand(review: Callable[..., tuple[int, str, str]]) -> None:
    before = FIRST.read_bytes()
    review("p\no\nf\nq\n", "T002")
    assert FIRST.read_bytes() == before.replace(b"The export restriction ", b"The export control ")
    assert IGNORES.read_text("utf-8").count("[[ignore]]") == 1
    assert "another concept is meant" in IGNORES.read_text("utf-8")


def test_a_decision_after_another_on_the_same_text_still_holds(review: Callable[..., tuple[int, str, str]]) -> None:
    """The fix changes the text, and so the fingerprint, of the issue that is ignored after it."""
    review("f\ni\na set phrase\n", "C003", "C001")
    review("s\nf\n")
    status, out, _ = review("q\n", "C003", "C001")
    assert (status, out) == (0, "Nothing to decide.\n")


def test_what_is_decided_stays_when_nobody_answers_any_more(review: Callable[..., tuple[int, str, str]]) -> None:
    before = FIRST.read_bytes()
    status, out, _ = review("f\n")
    assert status == 2  # A001 has no fix, and then standard input ends before any decision
    status, out, _ = review("s\nf\n")
    assert (status, out.endswith("1 decision written\n")) == (0, True)
    assert FIRST.read_bytes() == fixed(before)


def test_nobody_to_ask_is_a_mistake_with_a_remedy(review: Callable[..., tuple[int, str, str]]) -> None:
    status, _, err = review("")
    assert status == 2
    assert "standard input is no terminal; decide elsewhere and carry it out: --apply FILE" in err


@pytest.mark.parametrize(
    ("argument", "problem"),
    [("T099", "no check is called T099"), ("nowhere.tmx", "is no file, and no code")],
)
def test_a_slip_is_named(argument: str, problem: str, review: Callable[..., tuple[int, str, str]]) -> None:
    status, _, err = review("q\n", argument)
    assert status == 2
    assert problem in err


def test_one_text_in_two_units_is_one_decision(review: Callable[..., tuple[int, str, str]]) -> None:
    """T001 is decided text by text; the same two texts in two units are one."""
    text = FIRST.read_text(encoding="utf-8")
    unit = text[text.index('    <tu tuid="1f3d">') : text.index("  </body>")]
    FIRST.write_text(text.replace(unit, unit + unit.replace("1f3d", "1f3e")), encoding="utf-8")
    review("e\nThe goods went by transshipment in a third country.\n", "T001")
    assert FIRST.read_text(encoding="utf-8").count("by transshipment in") == 2
    assert review("", "T001")[1] == "Nothing to decide.\n"


def test_a_fix_of_one_issue_leaves_another_of_that_text_to_be_ignored(
    review: Callable[..., tuple[int, str, str]],
) -> None:
    """What is ignored is the text as it reads after the fix: the files are read again in between."""
    text = SECOND.read_text(encoding="utf-8").replace("Prices of rare-earth", "Under export restrictions, rare-earth")
    SECOND.write_text(
        text.replace("稀土永磁体的价格上涨。", "受出口管制，经转运的稀土永磁体价格上涨。"), encoding="utf-8"
    )
    review("f\ns\ni\nsaid of prices\n", "T002", "T001")
    assert review("", "T001", str(SECOND))[1] == "Nothing to decide.\n"


def test_ascii_is_all_that_ascii_wants_and_controls_are_shown(review: Callable[..., tuple[int, str, str]]) -> None:
    text = FIRST.read_text(encoding="utf-8")
    FIRST.write_text(text.replace("The export restriction applies", "\u202eThe export restriction applies"), "utf-8")
    _, out, _ = review("c\nq\n", "T002", "--ascii")
    assert "\u202e" not in out
    assert r"\u202eThe export restriction" in out
    assert not set("╭╰▸│─━…").intersection(out)
    assert "^^^^^^" in out


def test_the_starter_glossary_is_not_to_be_amended(review: Callable[..., tuple[int, str, str]]) -> None:
    GLOSSARY.unlink()
    _, out, _ = review("d\nq\n", "C003")
    assert "[d]eprecate" not in out
    assert "no such choice here; ? for help" in out


class Person:
    """Somebody at a terminal of their own."""

    def __init__(self, *arguments: str) -> None:
        import pty  # noqa: PLC0415  Windows has none

        self._master, slave = pty.openpty()
        environment = {name: value for name, value in os.environ.items() if name != "CI"}
        call = [sys.executable, "-c", "from zhengming.cli.main import main; main()", "review", *arguments]
        self.process = subprocess.Popen(
            call, stdin=slave, stdout=slave, stderr=slave, start_new_session=True, env=environment | {"TERM": "xterm"}
        )
        os.close(slave)
        self._seen = ""

    def sees(self, text: str) -> None:
        end = time.monotonic() + 30
        while text not in self._seen:
            assert time.monotonic() < end, self._seen
            if select.select([self._master], [], [], 0.1)[0]:
                try:
                    self._seen += os.read(self._master, 65536).decode("utf-8", "replace")
                except OSError:  # the other end is closed
                    break
        assert text in self._seen, self._seen
        self._seen = self._seen.partition(text)[2]

    def presses(self, keys: str) -> None:
        import termios  # noqa: PLC0415

        end = time.monotonic() + 30
        while termios.tcgetattr(self._master)[3] & termios.ICANON:  # what is typed before it listens is forgotten
            assert time.monotonic() < end
            time.sleep(0.01)
        os.write(self._master, keys.encode())

    def leaves(self) -> int:
        status = self.process.wait(timeout=30)
        os.close(self._master)
        return status


on_posix = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of POSIX systems")


@on_posix
def test_one_key_needs_no_enter_and_control_c_loses_nothing() -> None:
    before = FIRST.read_bytes()
    person = Person("T002", "C003")
    person.sees("[f]ix 3")
    person.presses("f")
    person.sees("[a]dmit both")
    assert FIRST.read_bytes() == fixed(before)
    person.presses("\x03")
    person.sees("1 decision written")
    assert person.leaves() == 130
    assert FIRST.read_bytes() == fixed(before)


@on_posix
def test_the_second_of_two_reviewers_is_told() -> None:
    before = FIRST.read_bytes()
    one, other = Person("T002"), Person("T002")
    for person in (one, other):
        person.sees("[f]ix 3")
    one.presses("f")
    one.sees("[u]ndo  [q]uit")
    one.presses("q")
    one.sees("1 decision written")
    assert one.leaves() == 0
    other.presses("f")
    other.sees("changed on disk since it was read; nothing was written to it; run the command again")
    assert other.leaves() == 2
    assert FIRST.read_bytes() == fixed(before)


@on_posix
def test_the_text_to_be_edited_is_there_already() -> None:
    before = FIRST.read_bytes()
    person = Person("T001")
    person.sees("[e]dit")
    person.presses("e")
    person.sees("moved on by way of a third country.")
    person.presses("\x01Soon \r")
    person.sees(": edited")
    person.presses("q")
    person.leaves()
    assert FIRST.read_bytes() == before.replace(b"The goods were", b"Soon The goods were")
