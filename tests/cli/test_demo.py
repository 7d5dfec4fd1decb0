"""zhengming demo: a folder to try things on, and nothing but that folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from zhengming.cli.commands.demo import command
from zhengming.cli.settings import load
from zhengming.termbase.errors import ZhengmingError

ROOT = Path(__file__).parent.parent.parent


def test_the_demo_is_the_glossary_the_settings_and_the_examples(tmp_path: Path) -> None:
    done = CliRunner().invoke(command, [str(tmp_path / "try")])
    assert done.exit_code == 0
    written = {str(path.relative_to(tmp_path / "try")) for path in (tmp_path / "try").rglob("*") if path.is_file()}
    examples = {f"examples/{path.name}" for path in (ROOT / "examples").iterdir()}
    assert written == {"glossary.csv", "zhengming.toml", *examples}
    assert (tmp_path / "try/glossary.csv").read_bytes() == (ROOT / "glossary.csv").read_bytes()


def test_the_termbases_that_the_settings_name_are_there(tmp_path: Path) -> None:
    CliRunner().invoke(command, [str(tmp_path / "try")])
    settings = load(tmp_path / "try/zhengming.toml")
    assert settings.termbase == ("glossary.csv", "examples/house.csv")
    assert all((tmp_path / "try" / name).is_file() for name in settings.termbase)


def test_it_says_what_was_written_and_what_to_try(tmp_path: Path) -> None:
    lines = CliRunner().invoke(command, [str(tmp_path / "try")]).output.splitlines()
    planted = len((ROOT / "examples/planted.jsonl").read_text(encoding="utf-8").splitlines())
    assert lines[0] == f"Wrote {tmp_path / 'try'}: a glossary, 7 TMX files, {planted} planted errors."
    assert any(line.startswith("  zhengming check ") for line in lines)


@pytest.mark.parametrize("is_file", [True, False])
def test_what_exists_is_not_overwritten(tmp_path: Path, *, is_file: bool) -> None:
    taken = tmp_path / "try"
    taken.write_text("mine", encoding="utf-8") if is_file else taken.mkdir()
    done = CliRunner().invoke(command, [str(taken)])
    assert isinstance(done.exception, ZhengmingError)
    assert str(done.exception) == f"{taken} exists, and nothing is overwritten; name another folder"
    assert taken.read_text(encoding="utf-8") == "mine" if is_file else not list(taken.iterdir())


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = CliRunner().invoke(command, [str(tmp_path / "file" / "try")])
    assert isinstance(done.exception, ZhengmingError)
    assert str(done.exception).endswith("Not a directory; name a folder that can be written")
