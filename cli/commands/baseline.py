"""zhengming baseline: take down the issues of today, so that only new ones stop anybody."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zhengming.cli import atomic
from zhengming.cli.notes import note
from zhengming.cli.suppression import baseline, is_suppressible, judged_codes
from zhengming.cli.suppression.decisions import baseline_path, load, shown
from zhengming.termbase.errors import InvalidSettings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengming.cli.options import Options
    from zhengming.cli.settings import Settings
    from zhengming.cli.suppression.baseline import Entry
    from zhengming.cli.suppression.decisions import Decisions
    from zhengming.termbase.issue import Issue

__all__ = ["command"]

_COULD_NOT = 2


@click.group("baseline")
def command() -> None:
    """Take down the issues there are today, so that only new ones stop anybody.

    The baseline is .zhengming/baseline.jsonl beside the settings. It is meant to shrink: `check` never adds to it.
    """


@command.command("create")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--force", is_flag=True, help="Replace the baseline there is; with PATHS, add to it.")
@click.pass_obj
def create(options: Options, paths: tuple[Path, ...], *, force: bool) -> int:
    """Write down every issue there is today.

    All files are checked, or PATHS only; issues that are ignored need no entry.
    """
    settings = _settings(options)
    path = baseline_path(settings)
    if path.exists() and not force:
        remedy = "--force replaces it, `zhengming baseline prune` drops what no longer occurs"
        raise InvalidSettings(f"{shown(path)}: there is a baseline already; {remedy}")
    decisions = load(settings, has_baseline=bool(paths))
    issues = _open_issues(paths, settings, decisions)
    if issues is None:
        return _COULD_NOT
    entries = baseline.joined((*decisions.entries, *baseline.of(issues)))
    if entries or path.exists():
        _write(path, entries)
    files = len({issue.location.path for issue in issues})
    where = f"→ {shown(path)}" if entries else "and no baseline is needed"
    click.echo(f"{_many(len(issues), 'issue')} in {_many(files, 'file')} {where}")
    return 0


@command.command("prune")
@click.pass_obj
def prune(options: Options) -> int:
    """Drop what no longer occurs; nothing is ever added."""
    settings = _settings(options)
    path, decisions = _existing(settings)
    issues = _open_issues((), settings, decisions)
    if issues is None:
        return _COULD_NOT
    kept = _still_occurring(decisions.entries, issues, settings)
    dropped = _total(decisions.entries) - _total(kept)
    if dropped:
        _write(path, kept)
        click.echo(f"{_many(dropped, 'issue')} dropped; {_total(kept):,} left in {shown(path)}")
    else:
        click.echo(f"nothing to drop: {_many(_total(kept), 'issue')} of {shown(path)} still occur")
    return 0


@command.command("show")
@click.pass_obj
def show(options: Options) -> int:
    """List what the baseline holds.

    A line holds code, name, concept, how many issues there may be, and the text of one.
    """
    from zhengming.cli.registry import all_checks  # noqa: PLC0415  `baseline --help` needs no checks

    path, decisions = _existing(_settings(options))
    checks = all_checks()
    for entry in sorted(decisions.entries, key=lambda entry: (entry.code, entry.concept or "", -entry.count)):
        name = checks[entry.code].name if entry.code in checks else "unknown check"
        click.echo(f"{entry.code}  {name}  {entry.concept or '-'}  x{entry.count}  {entry.example}")
    issues, entries = _total(decisions.entries), len(decisions.entries)
    click.echo(f"{_many(issues, 'issue')} in {_many(entries, 'entry', 'entries')}: {shown(path)}")
    return 0


def _settings(options: Options) -> Settings:
    if options.is_isolated:
        raise InvalidSettings("--isolated reads no baseline; leave it out to have one")
    return options.settings()


def _existing(settings: Settings) -> tuple[Path, Decisions]:
    path = baseline_path(settings)
    if not path.is_file():
        raise InvalidSettings(f"{shown(path)}: there is no baseline; `zhengming baseline create` makes one")
    return path, load(settings)


def _open_issues(paths: tuple[Path, ...], settings: Settings, decisions: Decisions) -> list[Issue] | None:
    """Check the files, all of them unless some are named, and return what no ignore lets stand.

    Return None if a file could not be read: what is in it is not known.
    """
    from zhengming.cli.checking import examine, prepare, settled  # noqa: PLC0415  `baseline show` needs none of it

    everything = () if settings.folder == Path.cwd() else (Path(os.path.relpath(settings.folder)),)
    task = prepare(paths or everything, settings, note)
    result = examine(task)
    if result.has_unreadable:
        for issue in result.issues:
            if issue.check.code == "F001":
                note(f"{issue.location}: {issue.message}")
        note("a file could not be read, so its issues are not known; the baseline is left as it is")
        return None
    settled_result = settled(result, task, replace(decisions, entries=()), "term", is_whole=False)
    return [issue for issue in settled_result.standing if is_suppressible(issue)]


def _still_occurring(entries: Iterable[Entry], issues: Iterable[Issue], settings: Settings) -> tuple[Entry, ...]:
    """Return the entries less what is gone; those of checks that the settings turn off are not judged."""
    from zhengming.cli.rules import Rules  # noqa: PLC0415

    codes = judged_codes(Rules.of(settings).codes)
    judged = [entry for entry in entries if entry.code in codes]
    others = [entry for entry in entries if entry.code not in codes]
    return (*others, *baseline.lowered(judged, Counter(issue.fingerprint for issue in issues)))


def _write(path: Path, entries: Iterable[Entry]) -> None:
    try:
        path.parent.mkdir(exist_ok=True)
        atomic.write_bytes(path, baseline.written(entries))
    except OSError as error:
        raise InvalidSettings(f"{shown(path)}: {error.strerror}; the baseline was not written") from error


def _total(entries: Iterable[Entry]) -> int:
    return sum(entry.count for entry in entries)


def _many(count: int, one: str, many: str = "") -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"
