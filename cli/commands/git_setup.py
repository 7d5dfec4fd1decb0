"""zhengming git-setup: have git show and merge translations by unit, and terms by row."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from zhengming.cli import git
from zhengming.cli.atomic import write_bytes
from zhengming.termbase.errors import ZhengmingError
from zhengming.tmx.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.cli.options import Options
    from zhengming.cli.settings import Settings

__all__ = ["command"]

_ATTRIBUTES = Path(".gitattributes")


class _Key(NamedTuple):
    """A setting of the repository's own .git/config."""

    name: str
    value: str


def _keys() -> tuple[_Key, ...]:
    program = shlex.quote(Path(sys.argv[0]).name) if Path(sys.argv[0]).name.startswith("zhengming") else "zhengming"
    return (
        _Key("diff.zhengming.textconv", f"{program} textconv"),
        _Key("diff.zhengming.cachetextconv", "true"),
        _Key("merge.zhengming-units.name", "translation units, one by one"),
        _Key("merge.zhengming-units.driver", f"{program} merge-units %O %A %B %P"),
        _Key("merge.zhengming-terms.name", "terms, row by row"),
        _Key("merge.zhengming-terms.driver", f"{program} term merge --driver %O %A %B %P"),
    )


@click.command("git-setup")
@click.option("--yes", "-y", "is_agreed", is_flag=True, help="Write everything that is proposed, without asking.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, write nothing.")
@click.pass_obj
def command(options: Options, /, *, is_agreed: bool, dry_run: bool) -> int:
    """Set up this repository: readable diffs of bilingual files, merges of TMX by unit and of termbases by row.

    Two things change, each shown first: lines are added to .gitattributes, which is for everybody, and keys to the
    repository's .git/config, which each clone must get by this command.
    """
    if git.answer(Path(), "rev-parse", "--git-dir") is None:
        raise ZhengmingError("no git repository here; make one first: git init")
    lines = _missing_lines(options.settings())
    keys = [key for key in _keys() if _configured(key.name) != key.value]
    asks = not (is_agreed or dry_run)
    if asks and not sys.stdin.isatty():
        click.echo("zhengming: nobody to ask here: this shows what would be written; --yes writes it", err=True)
        asks, dry_run = False, True
    done: list[str] = []
    if lines and _agreed(f"Attributes  {_ATTRIBUTES}", [f"+{line}" for line in lines], asks=asks) and not dry_run:
        _add(lines)
        done.append(str(_ATTRIBUTES))
    if keys and _agreed("Settings    .git/config", [f"+{k.name} = {k.value}" for k in keys], asks=asks) and not dry_run:
        for key in keys:
            if git.answer(Path(), "config", "--local", key.name, key.value) is None:
                raise ZhengmingError(f"git could not set {key.name}; is .git/config writable?")
        done.append(".git/config")
    if not (lines or keys):
        click.echo("Everything is set up already.")
    else:
        click.echo(f"Wrote {', '.join(done)}." if done else "Nothing was written.")
    return 0


def _missing_lines(settings: Settings) -> list[str]:
    present = _ATTRIBUTES.read_text(encoding="utf-8") if _ATTRIBUTES.exists() else ""
    known = {" ".join(line.split()) for line in present.splitlines()}
    return [line for line in _wanted_lines(settings) if line not in known]


def _wanted_lines(settings: Settings) -> Iterator[str]:
    suffixes = sorted({suffix for known in FORMATS for suffix in known.suffixes if suffix not in {".csv", ".tsv"}})
    for suffix in suffixes:
        merge = " merge=zhengming-units" if suffix == ".tmx" else ""
        yield f"*{suffix} diff=zhengming{merge}"
    yield from (f"{name} merge=zhengming-terms" for name in settings.termbase if name.endswith((".csv", ".tsv")))


def _configured(name: str) -> str | None:
    answer = git.answer(Path(), "config", "--local", "--get", name)
    return None if answer is None else answer.decode(errors="replace").rstrip("\n")


def _agreed(title: str, lines: list[str], *, asks: bool) -> bool:
    click.secho(title, bold=True)
    for line in lines:
        click.secho(line, fg="green")
    return not asks or click.confirm("Write it?", default=True)


def _add(lines: list[str]) -> None:
    before = _ATTRIBUTES.read_bytes() if _ATTRIBUTES.exists() else b""
    ending = b"" if not before or before.endswith(b"\n") else b"\n"
    added = "".join(f"{line}\n" for line in lines).encode()
    write_bytes(_ATTRIBUTES, before + ending + added)
