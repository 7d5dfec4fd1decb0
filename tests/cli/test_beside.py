"""Texts side by side from the command line: named, by a setting, from standard input; checked and fixed."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zhengming.cli import settings as settings_files
from zhengming.cli.beside import side_by_side
from zhengming.cli.settings import Settings
from zhengming.termbase.errors import InvalidSettings

if TYPE_CHECKING:
    from .conftest import Run

CHINESE = "# 转运\n\n这批货物经第三国转运。\n"
ENGLISH = "# Transshipment\r\n\r\nThe goods were sent by *transfer transport* through a third country.\r\n"
ISSUE = "a.en.md:3:25: T002 [*] 转运: “transfer transport” is deprecated; use “transshipment”\n"


@pytest.fixture
def texts(project: Path) -> Path:
    (project / "a.zh.md").write_bytes(CHINESE.encode())
    (project / "a.en.md").write_bytes(ENGLISH.encode())
    return project


def settings_of(text: str) -> None:
    Path("zhengming.toml").write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("texts")
def test_two_texts_that_are_named(run: Run) -> None:
    outcome = run("check", "--pair", "a.zh.md", "a.en.md", "--output-format", "concise")
    assert (outcome.status, outcome.out) == (1, ISSUE)
    assert run("check", "--pair", "a.zh.md", "a.en.md", "--show-files").out == "a.zh.md\na.en.md\n"


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize("named", [(), ("a.zh.md",), ("a.en.md", "a.zh.md"), (".",)])
def test_texts_that_a_setting_puts_side_by_side(run: Run, named: tuple[str, ...]) -> None:
    settings_of('pairs = [["{name}.zh.md", "{name}.en.md"]]\nfiles = ["none"]\n')
    assert run("check", *named, "--output-format", "concise").out == ISSUE


@pytest.mark.usefixtures("texts")
def test_a_text_with_nothing_beside_it_is_told(run: Run) -> None:
    settings_of('pairs = [["{name}.zh.md", "{name}.en.md"]]\n')
    Path("b.zh.md").write_text("转运\n", encoding="utf-8")
    assert "zhengming: b.zh.md is left out: no b.en.md is there\n" in run("check").err


@pytest.mark.usefixtures("texts")
def test_a_text_alone_is_a_mistake(run: Run) -> None:
    outcome = run("check", "a.en.md")
    assert outcome.status == 2
    assert outcome.err.endswith(
        "a.en.md: a text alone is no translation; name both: --pair SOURCE TARGET, or set pairs\n"
    )


@pytest.mark.usefixtures("texts")
def test_a_translation_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ENGLISH.encode())))
    arguments = ["check", "--pair", "a.zh.md", "-", "--target-language", "en", "--output-format", "concise"]
    assert run(*arguments).out == ISSUE.replace("a.en.md", "stdin.md")


@pytest.mark.usefixtures("texts")
def test_standard_input_is_read_once_and_never_fixed(run: Run) -> None:
    assert "standard input (-) can be read once" in run("check", "--pair", "-", "-").err
    assert "cannot be fixed; name files" in run("fix", "--pair", "a.zh.md", "-").err


@pytest.mark.usefixtures("texts")
def test_a_fix_is_made_in_the_translation_alone(run: Run) -> None:
    assert run("fix", "--pair", "a.zh.md", "a.en.md").status == 0
    fixed = ENGLISH.replace("transfer transport", "transshipment").encode()
    assert (Path("a.zh.md").read_bytes(), Path("a.en.md").read_bytes()) == (CHINESE.encode(), fixed)
    assert run("fix", "--pair", "a.zh.md", "a.en.md").out == "Nothing to fix\n"
    assert Path("a.en.md").read_bytes() == fixed


@pytest.mark.usefixtures("texts")
def test_a_kind_of_text_that_nothing_reads_is_a_mistake(run: Run) -> None:
    Path("a.zh.pdf").write_bytes(b"%PDF")
    outcome = run("check", "--pair", "a.zh.pdf", "a.en.md")
    assert (outcome.status, "a.zh.pdf: no text that can be read beside another" in outcome.err) == (2, True)


def test_what_both_paths_have_in_common_may_be_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    settings = Settings(folder=tmp_path, pairs=(("docs/zh/{name}", "docs/en/{name}"),))
    source, target = Path("docs/zh/2026/news.md"), Path("docs/en/2026/news.md")
    assert side_by_side(source, settings) == side_by_side(target, settings) == (source, target)
    assert side_by_side(Path("news.md"), settings) is None


@pytest.mark.parametrize(
    ("pairs", "problem"),
    [
        ('[["a.md", "{name}.en.md"]]', "“a.md” must hold {name} once"),
        ('[["{name}.md", "{name}.md"]]', "“{name}.md” stands for both texts"),
        ('["{name}.zh.md", "{name}.en.md"]', "a list of pairs is wanted"),
        ("[]", "a list of pairs is wanted"),
        ('[["{name}.md"]]', "a list of pairs is wanted"),
    ],
)
def test_pairs_that_mean_nothing_are_a_mistake(tmp_path: Path, pairs: str, problem: str) -> None:
    path = tmp_path / "zhengming.toml"
    path.write_text(f"pairs = {pairs}\n", encoding="utf-8")
    with pytest.raises(InvalidSettings) as told:
        settings_files.load(path)
    assert problem in str(told.value)
