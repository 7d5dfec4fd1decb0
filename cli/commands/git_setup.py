"""zhengming git-setup: have git show and merge translations by unit, and terms by row."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from zhengming.cli import git
from zhengming.cli.notes import note
from zhengming.termbase.errors import ZhengmingError
from zhengming.tmx.formats import LISTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.cli.initiation.proposals import Proposal
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

    Each change is shown first: lines in .gitattributes, a hook for pre-commit and a workflow for GitHub, where the
    repository has such files, all for everybody; and keys of the repository's .git/config, which each clone must get
    by this command.
    """
    from zhengming.cli.initiation.asking import agreed, write  # noqa: PLC0415  `git-setup --help` needs none of it

    if git.answer(Path(), "rev-parse", "--git-dir") is None:
        raise ZhengmingError("no git repository here; make one first: git init")
    proposed = list(_proposals(options.settings()))
    keys = [key for key in _keys() if _configured(key.name) != key.value]
    asks = not (is_agreed or dry_run)
    if asks and not sys.stdin.isatty():
        note("nobody to ask here: this shows what would be written; --yes writes it")
        asks, dry_run = False, True
    wanted = [proposal for proposal in proposed if agreed(proposal, asks=asks) and not dry_run]
    has_keys = bool(keys) and _agreed(keys, asks=asks) and not dry_run
    for proposal in wanted:
        write(proposal.path, proposal)
    if has_keys:
        _configure(keys)
    done = [*(str(proposal.path) for proposal in wanted), *([".git/config"] if has_keys else [])]
    if not (proposed or keys):
        click.echo("Everything is set up already.")
    else:
        click.echo(f"Wrote {', '.join(done)}." if done else "Nothing was written.")
    return 0


def _proposals(settings: Settings) -> Iterator[Proposal]:
    from zhengming.cli.initiation.proposals import HOOKS, Proposal, hook, workflow  # noqa: PLC0415

    before = _ATTRIBUTES.read_bytes() if _ATTRIBUTES.exists() else None
    known = {" ".join(line.split()) for line in (before or b"").decode(errors="replace").splitlines()}
    lines = [line for line in _attributes(settings) if line not in known]
    if lines:
        ending = b"" if not before or before.endswith(b"\n") else b"\n"
        after = (before or b"") + ending + "".join(f"{line}\n" for line in lines).encode()
        yield Proposal(_ATTRIBUTES, f"Attributes  {_ATTRIBUTES}", before, after)
    if HOOKS.is_file() and (found := hook(Path(), _suffixes())):
        yield found
    if found := workflow(Path()):
        yield found


def _suffixes() -> list[str]:
    """Return those that nothing else uses: not .ts, which is TypeScript's too, and not those of tables."""
    return sorted(suffix for listed in LISTED if listed.is_unmistakable for suffix in listed.suffixes)


def _attributes(settings: Settings) -> Iterator[str]:
    for suffix in _suffixes():
        merge = " merge=zhengming-units" if suffix == ".tmx" else ""
        yield f"*{suffix} diff=zhengming{merge}"
    yield from (f"{name} merge=zhengming-terms" for name in settings.termbase if name.endswith((".csv", ".tsv")))


def _configured(name: str) -> str | None:
    answer = git.answer(Path(), "config", "--local", "--get", name)
    return None if answer is None else answer.decode(errors="replace").rstrip("\n")


def _configure(keys: Iterable[_Key]) -> None:
    for key in keys:
        if git.answer(Path(), "config", "--local", key.name, key.value) is None:
            raise ZhengmingError(f"git could not set {key.name}; is .git/config writable?")


def _agreed(keys: Iterable[_Key], *, asks: bool) -> bool:
    click.echo()
    click.secho("Settings    .git/config", bold=True)
    for key in keys:
        click.secho(f"+{key.name} = {key.value}", fg="green")
    return not asks or click.confirm("Write it?", default=True)
