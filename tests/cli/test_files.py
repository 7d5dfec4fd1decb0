"""Which files are checked: what git would take, without what the settings exclude; and never nothing in silence."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from zhengming.cli.files import Files, find
from zhengming.cli.settings import Settings
from zhengming.termbase.errors import InvalidSettings, UnknownFormat, UnreadableFile

FILES = ("a.tmx", "B.TMX", "notes.txt", "old/c.tmx", "old/vendor/d.tmx", ".hidden/e.tmx")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str, notes: list[str] | None = None, **settings: tuple[str, ...]) -> list[str]:
    given = Settings(folder=Path.cwd(), path=Path("zhengming.toml"), **settings)  # type: ignore[arg-type]
    files = find(map(Path, paths), given, (notes if notes is not None else []).append)
    return [path.as_posix() for path in (*files.documents, *files.tables)]


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


@pytest.mark.usefixtures("folder")
def test_a_folder_stands_for_its_files_of_known_suffix_in_whatever_case() -> None:
    assert found() == found(".") == ["B.TMX", "a.tmx", "old/c.tmx", "old/vendor/d.tmx"]


@pytest.mark.usefixtures("folder")
def test_a_file_named_twice_is_read_once() -> None:
    assert found("a.tmx", ".", "a.tmx") == ["a.tmx", "B.TMX", "old/c.tmx", "old/vendor/d.tmx"]


@pytest.mark.usefixtures("folder")
def test_in_a_repository_what_git_ignores_is_left_out_and_what_is_new_is_not() -> None:
    git("init", "-q")
    Path(".gitignore").write_text("vendor/\n", encoding="utf-8")
    git("add", "a.tmx", "old/c.tmx")
    Path("old/c.tmx").unlink()
    assert found() == [".hidden/e.tmx", "B.TMX", "a.tmx"]
    assert found("old/vendor") == ["old/vendor/d.tmx"]  # named, so it is wanted all the same


@pytest.mark.usefixtures("folder")
def test_names_in_git_may_hold_any_character() -> None:
    git("init", "-q")
    Path("第 1 期\n.tmx").touch()
    assert "第 1 期\n.tmx" in found()


@pytest.mark.usefixtures("folder")
def test_without_a_git_program_folders_are_walked(monkeypatch: pytest.MonkeyPatch) -> None:
    git("init", "-q")
    monkeypatch.setenv("PATH", os.devnull)
    assert found() == ["B.TMX", "a.tmx", "old/c.tmx", "old/vendor/d.tmx"]


@pytest.mark.usefixtures("folder")
def test_settings_name_and_exclude_files() -> None:
    assert found(exclude=("vendor/",), files=("old/**",)) == ["old/c.tmx"]


@pytest.mark.usefixtures("folder")
def test_an_excluded_file_is_left_out_even_if_named_and_that_is_said() -> None:
    notes: list[str] = []
    assert found("old/c.tmx", "a.tmx", notes=notes, exclude=("old/**",)) == ["a.tmx"]
    assert notes == ["old/c.tmx is left out: zhengming.toml excludes it"]


@pytest.mark.usefixtures("folder")
def test_a_folder_without_anything_to_check_is_said() -> None:
    Path("empty").mkdir()
    notes: list[str] = []
    assert found("empty", notes=notes) == []
    assert notes[0].startswith("no file to check in empty; known are .tmx, ")


@pytest.mark.usefixtures("folder")
def test_a_named_file_that_nothing_reads_is_an_error() -> None:
    with pytest.raises(UnknownFormat, match=r"^notes\.txt: .*known are \.tmx, "):
        found("notes.txt")


def test_termbases_and_settings_may_be_named_as_a_hook_does(folder: Path) -> None:
    (folder / "glossary.CSV").touch()
    (folder / "zhengming.toml").write_text("fail-on = 'minor'\n", encoding="utf-8")
    given = Settings(folder=folder)
    assert find([Path("glossary.CSV"), Path("zhengming.toml")], given, print) == Files((), (Path("glossary.CSV"),))
    (folder / "zhengming.toml").write_text("fail-onn = 'minor'\n", encoding="utf-8")
    with pytest.raises(InvalidSettings, match="did you mean “fail-on”"):
        find([Path("zhengming.toml")], given, print)


@pytest.mark.skipif(os.name == "nt", reason="the program is a shell script")
def test_git_runs_no_program_that_a_folder_names(folder: Path) -> None:
    git("init", "-q")
    program = folder / "monitor.sh"
    program.write_text(f"#!/bin/sh\ntouch '{folder}/ran'\n", encoding="utf-8")
    program.chmod(0o755)
    git("config", "core.fsmonitor", str(program))
    assert "a.tmx" in found()
    assert not Path("ran").exists()


@pytest.mark.usefixtures("folder")
def test_a_folder_that_git_ignores_is_read_only_if_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    git("init", "-q")
    Path(".gitignore").write_text("old/\n", encoding="utf-8")
    monkeypatch.chdir("old")
    assert found() == []
    assert found(".") == ["c.tmx", "vendor/d.tmx"]


@pytest.mark.usefixtures("folder")
def test_a_folder_of_ignored_files_only_is_not_itself_ignored() -> None:
    git("init", "-q")
    Path(".gitignore").write_text("*.tmx\n", encoding="utf-8")
    assert found("old") == []


@pytest.mark.usefixtures("folder")
def test_a_file_of_two_names_is_read_once() -> None:
    Path("old", "again.tmx").symlink_to(Path("c.tmx").resolve().parent / "a.tmx")
    assert found("a.tmx", "./old/../a.tmx", "old") == ["a.tmx", "old/c.tmx", "old/vendor/d.tmx"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are those of POSIX")
@pytest.mark.usefixtures("folder")
def test_a_pipe_is_no_file() -> None:
    os.mkfifo("pipe.tmx")
    assert "pipe.tmx" not in found()
    with pytest.raises(UnreadableFile, match=r"^pipe\.tmx: no regular file"):
        found("pipe.tmx")


def test_a_ts_is_looked_for_where_the_settings_say_and_is_no_typescript(folder: Path) -> None:
    (folder / "app.ts").write_text('<!DOCTYPE TS>\n<TS language="zh_CN"/>\n', encoding="utf-8")
    (folder / "main.ts").write_text('const name = "出口";\n', encoding="utf-8")
    assert found(files=("**/*.ts",)) == ["app.ts"]
    assert "app.ts" not in found()
    assert found("app.ts") == ["app.ts"]


def test_po_files_are_found(folder: Path) -> None:
    for name in ("zh_CN.po", "messages.POT"):
        (folder / "old" / name).touch()
    assert found("old") == ["old/c.tmx", "old/messages.POT", "old/vendor/d.tmx", "old/zh_CN.po"]
