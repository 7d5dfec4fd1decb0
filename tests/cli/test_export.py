"""zhengming term export: what is refused, warned of and told, whatever the target."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.formats.targets import TARGETS

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]

pytestmark = pytest.mark.usefixtures("project")

GLOSSARY = Path("glossary.csv")


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_every_target_is_written(run: Run, name: str) -> None:
    target = TARGETS[name]
    if target.suffixes[0] == ".xlsx":
        pytest.importorskip("xlsxwriter", reason="needs xlsxwriter (extra “xlsx”)")
    path = Path(f"terms{target.suffixes[0]}")
    status, out, err = run("term", "export", "--for", name, "-o", str(path))
    assert (status, out) == (0, "")
    assert err.startswith("zhengming: 5 concepts exported\n")
    if target.is_text:
        assert "出口管制" in path.read_text(encoding="utf-8")
    assert path.stat().st_size


@pytest.mark.parametrize("name", ["matecat", "microsoft", "multiterm", "phrase", "trados", "xlsx"])
def test_a_terminal_is_sent_no_binary_file(run: Run, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    status, out, err = run("term", "export", "--for", name)
    assert (status, out) == (2, "")
    assert f"what {name} reads is no text for a terminal; write a file: -o FILE{TARGETS[name].suffixes[0]}" in err


def test_a_name_that_omegat_would_pass_over_is_warned_of(run: Run) -> None:
    status, _, err = run("term", "export", "--for", "omegat", "-o", "terms.tsv")
    assert status == 0
    warning = "zhengming: terms.tsv: omegat may pass it over; name it FILE.utf8 or FILE.txt or FILE.tab\n"
    assert err.startswith(warning)


def test_a_name_that_amazon_refuses_is_refused_here(run: Run) -> None:
    status, _, err = run("term", "export", "--for", "amazon", "-o", "export control.csv")
    assert status == 2
    assert "export control.csv: amazon wants a name of letters a to z, digits, hyphens" in err
    assert not Path("export control.csv").exists()


def test_what_the_target_would_reject_is_named(run: Run) -> None:
    rows = "".join(f"A{number},出口管制,control {number}\n" for number in range(25))
    GLOSSARY.write_text("id,zh-Hans,en\n" + rows, encoding="utf-8")
    _, out, err = run("term", "export", "--for", "deepl")
    assert out == "出口管制\tcontrol 0\n"
    assert err.splitlines()[1] == "zhengming: left out: A1 “出口管制”: A0 has it already, as “control 0”"
    assert err.splitlines()[-1] == "zhengming: 4 more left out; -v names them"
    assert run("-v", "term", "export", "--for", "deepl")[2].count("left out: ") == 24


def test_what_is_named_cannot_move_the_cursor(run: Run) -> None:
    GLOSSARY.write_text("id,zh-Hans,en\nA1,氧\x1b[2J锑,antimony\n", encoding="utf-8")
    assert "A1 “氧\\x1b[2J锑”: DeepL takes no control characters" in run("term", "export", "--for", "deepl")[2]


def test_a_file_too_large_is_not_written_by_halves(run: Run) -> None:
    rows = "".join(f"A{number},词{number},{'x' * 600_000}\n" for number in range(18))
    GLOSSARY.write_text("id,zh-Hans,en\n" + rows, encoding="utf-8")
    status, _, err = run("term", "export", "--for", "amazon", "-o", "terms.csv")
    assert (status, Path("terms.csv").exists()) == (2, False)
    assert "export the concepts of one text only: --text FILE" in err


def test_only_the_concepts_of_a_text(run: Run) -> None:
    Path("text.txt").write_text("\ufeff对氧化锑实施\n出口管制。\n", encoding="utf-8")
    _, out, err = run("term", "export", "--for", "llm", "--text", "text.txt")
    assert [line.split(" → ")[0] for line in out.splitlines()[2:]] == ["- 出口管制", "- 氧化锑"]
    assert err.startswith("zhengming: 2 concepts exported\n")


def test_the_text_may_come_from_a_pipe(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("出口限制".encode())))
    assert "出口限制 → export restriction" in run("term", "export", "--for", "llm", "--text", "-")[1]


@pytest.mark.parametrize(
    ("data", "message"),
    [(None, "text.txt: No such file or directory"), (b"\xb3\xf6\xbf\xda", "text.txt:1:1: not UTF-8 text; save it")],
)
def test_a_text_that_cannot_be_read(run: Run, data: bytes | None, message: str) -> None:
    if data is not None:
        Path("text.txt").write_bytes(data)
    status, out, err = run("term", "export", "--for", "llm", "--text", "text.txt")
    assert (status, out) == (2, "")
    assert message in err + out


def test_a_phrase_that_is_not_checked_hides_no_term(run: Run) -> None:
    rows = "A1,实施出口管制,impose export controls,off\nA2,出口管制,export control,\nA3,管制,control,\n"
    GLOSSARY.write_text("id,zh-Hans,en,check\n" + rows, encoding="utf-8")
    Path("text.txt").write_text("依法实施出口管制", encoding="utf-8")
    out = run("term", "export", "--for", "llm", "--text", "text.txt")[1]
    assert "- 出口管制 → export control\n" in out
