"""Options override settings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zhengming.cli import settings as settings_files
from zhengming.termbase.errors import InvalidSettings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from zhengming.cli.settings import Settings

__all__ = ["in_languages", "overridden"]


def overridden(settings: Settings, given: Mapping[str, Any]) -> Settings:
    """Return the settings with what the options say instead. Raise UsageError for a language that is none.

    --select means these checks and no others, whatever the settings add or leave out.
    """
    changes: dict[str, Any] = {}
    extended, ignored = _words(given["extend_select"]), _words(given["ignore"])
    if select := _words(given["select"]):
        changes |= {"select": select, "extend_select": extended, "ignore": ignored}
    else:
        changes |= {
            "extend_select": (*settings.extend_select, *extended),
            "ignore": (*(word for word in settings.ignore if word not in extended), *ignored),
        }
    if given["fail_on"] is not None:
        changes["fail_on"] = settings_files.threshold(given["fail_on"])
    return replace(in_languages(settings, given), **changes)


def in_languages(settings: Settings, given: Mapping[str, Any]) -> Settings:
    """Return the settings with the languages and the termbases that the options name, if they name any.

    Raise UsageError for a language that is none.
    """
    changes: dict[str, Any] = {}
    for name in ("source_language", "target_language"):
        if given.get(name) is not None:
            changes[name] = _language(given[name], "--" + name.replace("_", "-"))
    if given.get("termbase"):
        changes["termbase"] = tuple(str(Path.cwd() / path) for path in given["termbase"])
        changes["termbase_named_by"] = "--termbase"
    return replace(settings, **changes)


def _words(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(word.strip() for text in given for word in text.split(",") if word.strip())


def _language(value: str, option: str) -> object:
    try:
        return settings_files.language(value)
    except InvalidSettings as error:
        raise click.UsageError(f"{option}: {error}") from error
