"""zhengming demo: a small project with planted errors, to try things on."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from zhengming.cli import settings as settings_files
from zhengming.cli import termbases
from zhengming.termbase.errors import ZhengmingError

__all__ = ["command"]

_EXAMPLES = "examples"
_PLANTED = "planted.jsonl"
_NEXT = (
    ("zhengming check", "what is wrong, term by term"),
    ("zhengming check --statistics", "how much of it"),
    ("zhengming explain T002", "what the check T002 finds, and why it matters"),
    ("zhengming baseline create", "let all of it stand, and see new errors only"),
)


@click.command("demo")
@click.argument("folder", metavar="[DIR]", default="zhengming-demo", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Write a small project with planted errors into DIR, to try things on.

    DIR (zhengming-demo, unless you name another) must not exist yet: the glossary, the settings and a few translation
    memories are written there, and nothing anywhere else.
    """
    examples = _write(folder)
    memories = sorted(examples.glob("*.tmx"))
    planted = len((examples / _PLANTED).read_text(encoding="utf-8").splitlines())
    click.echo(f"Wrote {folder}: a glossary, {len(memories)} TMX files, {planted} planted errors.")
    click.echo(f"Try there (cd {folder}):")
    width = max(len(line) for line, _ in _NEXT)
    for line, purpose in _NEXT:
        click.echo(f"  {line:<{width}}  {purpose}")
    click.echo(f"The list of what was planted, and why: {Path(_EXAMPLES) / _PLANTED}")


def _write(folder: Path) -> Path:
    """Copy what is installed beside the glossary; return where the examples are now."""
    glossary = termbases.starter()
    shipped = glossary.parent
    try:
        folder.mkdir(parents=True)
        for file in (glossary, shipped / settings_files.NAME):
            shutil.copyfile(file, folder / file.name)
        return Path(shutil.copytree(shipped / _EXAMPLES, folder / _EXAMPLES, copy_function=shutil.copyfile))
    except FileExistsError as error:
        raise ZhengmingError(f"{folder} exists, and nothing is overwritten; name another folder") from error
    except OSError as error:
        raise ZhengmingError(f"{error.filename}: {error.strerror}; name a folder that can be written") from error
