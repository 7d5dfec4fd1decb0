"""zhengming.toml: the nearest one wins whole, and a slip in it is named with its remedy."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

from zhengming.cli import settings as settings_files
from zhengming.cli.rules import Rules
from zhengming.cli.settings import Override, Settings, governing, language, load
from zhengming.termbase.check import Severity
from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.issue import Issue
from zhengming.termbase.language import Tag
from zhengming.termbase.position import Location
from zhengming.tmx.checks.deprecated_term import DEPRECATED_TERM
from zhengming.tmx.choice import Choice
from zhengming.tmx.faults import MALFORMED_FILE
from zhengming.tmx.formats import Wanted
from zhengming.tmx.model import State

if TYPE_CHECKING:
    from pathlib import Path


def read(folder: Path, text: str, name: str = "zhengming.toml") -> Settings:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return load(path)


def test_every_setting_is_read(tmp_path: Path) -> None:
    settings = read(
        tmp_path,
        """
        termbase = ["glossary.csv", "house.tsv"]
        source-language = "zh-Hans"
        target-language = "en-GB"
        files = "tmx/**"
        exclude = ["vendor/**"]
        select = ["T", "C003"]
        extend-select = ["N"]
        ignore = ["mixed-renderings"]
        fail-on = "never"
        [severity]
        C001 = "major"
        [[override]]
        files = ["legacy/**"]
        ignore = ["L"]
        severity = { T001 = "minor" }
        """,
    )
    assert settings.folder == tmp_path
    assert settings.termbase == ("glossary.csv", "house.tsv")
    assert (settings.source_language, settings.target_language) == (Tag("zh", "Hans"), Tag("en", "", "GB"))
    assert (settings.files, settings.exclude) == (("tmx/**",), ("vendor/**",))
    assert settings.fail_on is None
    assert settings.severity == {"C001": Severity.MAJOR}
    assert settings.override == (Override(files=("legacy/**",), ignore=("L",), severity={"T001": Severity.MINOR}),)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("fail_on = 'major'", "unknown setting “fail_on”; did you mean “fail-on”?"),
        ("colour = 'red'", "unknown setting “colour”; known: termbase, "),
        ("fail-on = 'grave'", "fail-on: 'grave' is none of neutral, minor, major, critical"),
        ("select = 7", "select: a list of strings is wanted"),
        ("source-language = 'zh-Hnas'", "source-language: “zh-Hnas” is no language tag; did you mean “zh-Hans”?"),
        ("target-language = 4", "target-language: “4” is no language tag; write one such as zh-Hans or en-GB"),
        ("severity = 'major'", "severity: a table of codes and severities is wanted"),
        ("override = [{ignore = ['L']}]", "override: tables [[override]] with “files” are wanted"),
        ("[[override]]\nfiles = 'a'\nignor = 'L'", "unknown setting “ignor”; did you mean “ignore”?"),
        ("termbase = [", "not TOML: "),
        ("files = " + "[" * 5000 + "]" * 5000, "lists or tables within each other, too deep to read"),
        ("states = ['finale']", "states: “finale” is no state; did you mean “final”?"),
        ("locked = true", "locked: True is neither “skip” nor “check”"),
        ("csv = {sorce = 'zh'}", "csv: unknown setting “sorce”; known: source, target"),
        ("csv = 'zh'", "csv: a table with the headers or letters of “source” and “target” is wanted"),
        ("exclude = '[z-a].tmx'", "exclude: “[z-a].tmx” is no pattern of files"),
    ],
)
def test_a_slip_is_named_with_its_remedy(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(InvalidSettings) as error:
        read(tmp_path, text)
    assert str(error.value).startswith(f"{tmp_path / 'zhengming.toml'}: ")
    assert problem in str(error.value)


def test_the_nearest_file_wins_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read(tmp_path, "ignore = ['L']\nfail-on = 'minor'")
    inner = tmp_path / "book"
    inner.mkdir()
    monkeypatch.chdir(inner)
    assert governing().fail_on is Severity.MINOR
    (inner / "pyproject.toml").write_text("[project]\nname = 'book'\n", encoding="utf-8")  # says nothing of us
    assert governing().fail_on is Severity.MINOR
    (inner / "pyproject.toml").write_text("[tool.zhengming]\nselect = ['T']\n", encoding="utf-8")
    assert (governing().select, governing().ignore, governing().fail_on) == (("T",), (), Severity.MAJOR)
    assert governing(is_isolated=True).path is None
    assert governing(tmp_path / "zhengming.toml").ignore == ("L",)


def test_without_settings_the_nearest_termbase_or_repository_is_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = tmp_path / "book" / "part"
    inner.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(inner)
    assert governing().folder == tmp_path
    (tmp_path / "book" / "glossary.csv").touch()
    assert governing().folder == tmp_path / "book"


@pytest.mark.parametrize("tag", ["zh-Hans", "zh_CN", "en-GB", "sw", "CHS", "sr-Cyrl-RS"])
def test_languages_that_are(tag: str) -> None:
    assert language(tag)


@pytest.mark.parametrize("tag", ["xx", "zh-Abcd", "Chinese", ""])
def test_languages_that_are_not(tag: str) -> None:
    with pytest.raises(InvalidSettings, match="is no language tag"):
        language(tag)


def issue(path: str = "a.tmx", severity: Severity = Severity.MAJOR) -> Issue:
    return Issue(check=DEPRECATED_TERM, severity=severity, message="出口管制: …", location=Location(path))


def rules(folder: Path, text: str) -> Rules:
    return Rules.of(read(folder, text))


def test_a_code_a_letter_and_a_name_choose_alike(tmp_path: Path) -> None:
    everything = rules(tmp_path, "").codes
    assert everything > {"T002", "C003"}
    assert rules(tmp_path, "ignore = ['T002']").codes == everything - {"T002"}
    assert rules(tmp_path, "ignore = ['deprecated-term']").codes == everything - {"T002"}
    assert rules(tmp_path, "select = ['C']").codes == {"C001", "C002", "C003", "C004", "C005", "F001"}
    with pytest.raises(InvalidSettings, match="unknown check “deprecated-terms”; did you mean deprecated-term"):
        rules(tmp_path, "ignore = ['deprecated-terms']")


def test_a_severity_set_is_given_but_never_adds_weight_to_a_doubt(tmp_path: Path) -> None:
    found = rules(tmp_path, "[severity]\nT002 = 'critical'")
    assert found.applied(issue()) == issue(severity=Severity.CRITICAL)
    assert found.applied(issue(severity=Severity.MINOR)) == issue(severity=Severity.MINOR)
    lighter = rules(tmp_path, "[severity]\nT = 'neutral'")
    assert lighter.applied(issue(severity=Severity.MINOR)) == issue(severity=Severity.NEUTRAL)


def test_of_overrides_the_later_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = rules(
        tmp_path,
        """
        [[override]]
        files = ["legacy/**"]
        severity = { T002 = "neutral" }
        [[override]]
        files = ["legacy/2024/**"]
        severity = { T002 = "minor" }
        [[override]]
        files = ["quotes/**"]
        ignore = ["T"]
        """,
    )
    assert found.applied(issue("b.tmx")) == issue("b.tmx")
    assert found.applied(issue("legacy/b.tmx")) == issue("legacy/b.tmx", Severity.NEUTRAL)
    assert found.applied(issue("legacy/2024/b.tmx")) == issue("legacy/2024/b.tmx", Severity.MINOR)
    assert found.applied(issue("quotes/b.tmx")) is None


def test_no_setting_hides_a_file_that_was_not_read(tmp_path: Path) -> None:
    unread = Issue(check=MALFORMED_FILE, severity=Severity.CRITICAL, message="not XML", location=Location("a.tmx"))
    found = rules(
        tmp_path,
        "select = ['T']\nignore = ['F']\n[severity]\nF = 'neutral'\n[[override]]\nfiles = '*.tmx'\nignore = 'F'",
    )
    assert "F001" in found.codes
    assert found.applied(unread) is unread


def test_every_setting_has_a_reader_and_every_reader_a_setting() -> None:
    readers = {key.replace("-", "_") for key in settings_files._READERS}  # noqa: SLF001  they are told by error messages
    assert readers == {one.name for one in fields(Settings)} - {"folder", "path", "termbase_named_by"}


@pytest.mark.parametrize("spelling", ["en-GB", "en-US", "any"])
def test_the_english_that_the_project_writes(tmp_path: Path, spelling: str) -> None:
    assert read(tmp_path, f"[english]\nspelling = '{spelling}'").english == spelling
    assert read(tmp_path, "").english == "any"


@pytest.mark.parametrize("text", ["spelling = 'en-AU'", "spelling = ['en-GB']", "dialect = 'en-GB'", ""])
def test_an_english_that_is_not_known_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(InvalidSettings, match=r"english: spelling = one of any, en-GB, en-US is wanted"):
        read(tmp_path, f"[english]\n{text}")


def test_states_locks_and_columns_of_tables(tmp_path: Path) -> None:
    text = 'states = ["reviewed", "final"]\nlocked = "check"\n[csv]\nsource = "zh"\ntarget = "C"'
    settings = read(tmp_path, text)
    assert settings.choice == Choice(frozenset({State.REVIEWED, State.FINAL}), has_locked=True)
    assert settings.wanted == Wanted(None, None, "zh", "C")
