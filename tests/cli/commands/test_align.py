"""zhengming align: two texts in, a file of translations out, and what is told of it."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

CHINESE = """# 商务部公告2025年第61号

为维护国家安全和利益，商务部决定对稀土相关物项实施出口管制。自2025年12月1日起实施。

## 范围

出口氧化镝、氧化铽应当申请许可证。附件另行公布。

本公告由商务部负责解释。
"""
ENGLISH = """# MOFCOM Announcement No. 61 of 2025

To safeguard national security and interests, MOFCOM has decided to impose export controls on rare-earth items, with
effect from 1 December 2025.

## Scope

Exports of dysprosium oxide and terbium oxide require a licence.

The Ministry of Commerce is responsible for the interpretation of this announcement.
"""
LEFT_OUT = "a.zh.md:7:18  no counterpart\n  zh 附件另行公布。\n"
SUMMARY = (
    "5 pairs; 0 below 0.60; numbers agree in 5 of 5; "
    "sentences without a counterpart: 1 of 7 in the source, 0 of 5 in the target (listed)\n"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.zh.md").write_text(CHINESE, encoding="utf-8")
    (tmp_path / "a.en.md").write_text(ENGLISH, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.delenv("CI", raising=False)
    return monkeypatch


def test_the_pairs_are_written_and_what_is_left_over_is_listed(run: Run, folder: Path) -> None:
    assert run("align", "a.zh.md", "a.en.md", "-o", "a.tmx") == (0, LEFT_OUT + SUMMARY, "")
    written = (folder / "a.tmx").read_text(encoding="utf-8")
    assert '<tuv xml:lang="zh-CN">' in written
    assert '<prop type="x-zhengming-score">1.00</prop>' in written
    assert written.count("<tu ") == 5
    assert "实施出口管制。自2025年12月1日起实施。</seg>" in written
    assert "附件" not in written


@pytest.mark.parametrize("name", ["a.tmx", "a.xlf", "a.csv", "a.tsv", "a.po"])
def test_check_reads_at_once_what_is_written(run: Run, name: str) -> None:
    assert run("align", "a.zh.md", "a.en.md", "-o", name).status == 0
    outcome = run("--isolated", "check", "--select", "F,A,N", name)
    assert outcome.status == 0
    assert outcome.out.startswith("No issues in 1 file, 5 units")


def test_a_format_without_properties_has_the_score_in_a_note(run: Run, folder: Path) -> None:
    assert run("align", "a.zh.md", "a.en.md", "-o", "a.csv").err == ""
    assert ",translated,score 1.00\r\n" in (folder / "a.csv").read_bytes().decode("utf-8-sig")


def test_the_same_texts_make_the_same_bytes(run: Run, folder: Path) -> None:
    for name in ("a.tmx", "b.tmx"):
        run("-q", "align", "a.zh.md", "a.en.md", "-o", name)
    assert (folder / "a.tmx").read_bytes() == (folder / "b.tmx").read_bytes()


def test_low_scores_are_listed(run: Run) -> None:
    outcome = run("align", "a.zh.md", "a.en.md", "-o", "a.tmx", "--threshold", "1")
    assert "below 1.00 (listed)" in outcome.out
    assert "a.zh.md:7:1 | a.en.md:8:1  0." in outcome.out


def test_nothing_is_overwritten_unasked(run: Run, folder: Path) -> None:
    (folder / "a.tmx").write_text("mine", encoding="utf-8")
    outcome = run("align", "a.zh.md", "a.en.md", "-o", "a.tmx")
    assert outcome == (
        2,
        "",
        "zhengming: a.tmx exists, and nothing is overwritten; name another file, or say --force\n",
    )
    assert (folder / "a.tmx").read_text(encoding="utf-8") == "mine"
    assert run("-q", "align", "--force", "a.zh.md", "a.en.md", "-o", "a.tmx") == (0, "", "")
    assert (folder / "a.tmx").read_text(encoding="utf-8").startswith("<?xml")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("notice.txt", b"Rare earths.", "notice.txt: its name does not say its language (news.zh.md); give --target-l"),
        ("b.en.txt", b"", "b.en.txt: there is no text in it; nothing can be aligned"),
        ("b.en.txt", b"Rare\nearths \xff", "b.en.txt:2:8: not UTF-8: the bytes FF"),
        ("b.en.docx", b"PK no zip", "b.en.docx: "),
        ("b.en.html", b'<meta charset="klingon">', "b.en.html: its encoding “klingon” is unknown"),
        ("b.en.pdf", b"%PDF", "b.en.pdf: no text that can be read beside another; known are .txt"),
        ("b.zh.md", "稀土".encode(), "b.zh.md: both texts are said to be in zh-Hans; give --source-language"),
    ],
)
def test_bad_input_is_told_with_its_place_and_nothing_is_written(
    run: Run, folder: Path, name: str, content: bytes, said: str
) -> None:
    (folder / name).write_bytes(content)
    outcome = run("align", "a.zh.md", name, "-o", "a.tmx")
    assert outcome.status == 2
    assert outcome.err.startswith(f"zhengming: {said}")
    assert not (folder / "a.tmx").exists()


def test_a_kind_of_file_that_nothing_writes_is_told_before_anything_is_read(run: Run) -> None:
    outcome = run("align", "a.zh.md", "a.en.md", "-o", "a.doc")
    assert outcome.status == 2
    assert "a.doc: nothing is known that writes this kind of file; known are .tmx" in outcome.err


def test_options_say_languages_and_have_the_last_word(run: Run, folder: Path) -> None:
    (folder / "notice.txt").write_text("Seltene Erden sind knapp.\n\nSie kosten 2025 mehr.\n", encoding="utf-8")
    (folder / "b.en.txt").write_text("稀土短缺。\n\n2025年价格上涨。\n", encoding="utf-8")
    arguments = ("--source-language", "de", "--target-language", "zh-TW")
    assert run("-q", "align", "notice.txt", "b.en.txt", "-o", "b.tmx", *arguments) == (0, "", "")
    assert '<tuv xml:lang="zh-TW">' in (folder / "b.tmx").read_text(encoding="utf-8")
    assert run("align", "notice.txt", "b.en.txt", "-o", "c.tmx", *arguments).out == "2 pairs; 0 below 0.60\n"


def test_html_beside_word_by_word_of_the_same(run: Run, folder: Path) -> None:
    page = "".join(f"<h1>{line[2:]}</h1>" if line[:1] == "#" else f"<p>{line}" for line in CHINESE.split("\n\n"))
    (folder / "a.zh.html").write_bytes(f'<meta charset="gbk">{page}'.encode("gb18030"))
    outcome = run("align", "a.zh.html", "a.en.md", "-o", "a.tmx")
    assert outcome.out == f"a.zh.html:line 1  no counterpart\n  zh 附件另行公布。\n{SUMMARY}"


def test_a_memory_teaches_words(run: Run, folder: Path) -> None:
    words = [("砼", "concrete"), ("硌", "chromite"), ("钤", "ferrite"), ("锍", "matte")]
    rows = "".join(f"此处卖{zh}{number},{en} is sold here at {number}\r\n" for number in (1, 2, 3) for zh, en in words)
    (folder / "m.csv").write_text(f"zh,en\r\n{rows}", encoding="utf-8")
    (folder / "b.zh.txt").write_text("此处有砼\n\n此处有硌\n\n此处有钤\n\n此处有锍\n", encoding="utf-8")
    (folder / "b.en.txt").write_text("There is chromite\n\nThere is ferrite\n\nThere is matte\n", encoding="utf-8")
    taught = run("align", "b.zh.txt", "b.en.txt", "-o", "b.tmx", "--memory", "m.csv").out
    assert "b.zh.txt:1:1  no counterpart\n" in taught
    assert taught.endswith("sentences without a counterpart: 1 of 4 in the source, 0 of 3 in the target (listed)\n")


def test_a_memory_that_cannot_be_read_stops_the_work(run: Run, folder: Path) -> None:
    (folder / "m.tmx").write_text("<tmx", encoding="utf-8")
    outcome = run("align", "a.zh.md", "a.en.md", "-o", "a.tmx", "--memory", "m.tmx")
    assert outcome.status == 2
    assert outcome.err.startswith("zhengming: m.tmx:1:")
    assert not (folder / "a.tmx").exists()


def test_a_review_asks_for_one_key_each_and_writes_at_the_end(
    run: Run, folder: Path, answers: pytest.MonkeyPatch
) -> None:
    answers.setattr(sys, "stdin", io.StringIO("x\n?\nm\nu\na\nq\n"))
    outcome = run("align", "a.zh.md", "a.en.md", "-o", "a.tmx", "--review")
    assert outcome.status == 0
    assert (
        "1 left\na.zh.md:7:18  no counterpart\n  zh 附件另行公布。\n[a]ccept  [m]erge with next  [n]ext  [q]uit"
        in outcome.out
    )
    assert "no such choice here; ? for help" in outcome.out
    assert "m  merge with the next" in outcome.out
    assert "  zh 1 附件另行公布。\n     2 本公告由商务部负责解释。\n  en The Ministry" in outcome.out
    assert outcome.out.endswith(SUMMARY)
    assert (folder / "a.tmx").read_text(encoding="utf-8").count("<tu ") == 5


def test_a_pair_is_split_merged_and_dropped(run: Run, folder: Path, answers: pytest.MonkeyPatch) -> None:
    keys = "n\ns\n9,9\ns\nno\ns\n1,1\nd\na\nq\n"
    answers.setattr(sys, "stdin", io.StringIO(keys))
    outcome = run("align", "a.zh.md", "a.en.md", "-o", "a.tmx", "--review", "--threshold", "1")
    assert "it has 2 and 1 sentences; split it between them" in outcome.out
    written = (folder / "a.tmx").read_text(encoding="utf-8")
    assert "出口管制" not in written
    assert written.count("<tu ") == 4


def test_without_anybody_to_ask_nothing_is_written(run: Run, folder: Path, answers: pytest.MonkeyPatch) -> None:
    answers.setattr(sys, "stdin", io.StringIO(""))
    outcome = run("align", "a.zh.md", "a.en.md", "-o", "a.tmx", "--review")
    assert outcome.status == 2
    assert "nobody to ask here" in outcome.err
    assert not (folder / "a.tmx").exists()


def test_review_in_ci_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    run("-q", "align", "a.zh.md", "a.en.md", "-o", "x.tmx")
    monkeypatch.setenv("CI", "1")
    monkeypatch.setattr(sys, "stdin", io.StringIO("q\n"))
    assert run("align", "a.zh.md", "a.en.md", "-o", "a.tmx", "--review").status == 2
    assert not (folder / "a.tmx").exists()


def test_a_folder_that_is_not_there_is_told(run: Run) -> None:
    outcome = run("align", "a.zh.md", "a.en.md", "-o", "no/a.tmx")
    assert outcome.status == 2
    assert "no/a.tmx could not be written: No such file or directory" in outcome.err
