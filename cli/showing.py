"""The settings that hold, as the file that would make them so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from zhengming.cli.registry import all_checks
from zhengming.cli.rules import Rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.cli.settings import Settings

__all__ = ["settings_shown"]


def settings_shown(settings: Settings) -> Iterator[str]:
    """Yield lines of TOML, and each check with what its issues weigh or that it is off."""
    yield f"# {settings.path or 'no settings file: these are the defaults'}"
    for name in ("termbase", "files", "exclude", "pairs"):
        if values := getattr(settings, name):
            yield f"{name} = {_toml(values)}"
    for name, tag in (("source", settings.source_language), ("target", settings.target_language)):
        if tag is not None:
            yield f"{name}-language = {_toml(str(tag))}"
    yield f"fail-on = {_toml('never' if settings.fail_on is None else str(settings.fail_on))}"
    if settings.english != "any":
        yield f"english.spelling = {_toml(settings.english)}"
    rules = Rules.of(settings)
    yield ""
    for code, check in all_checks().items():
        weight = rules.severities.get(code, check.severity) if code in rules.codes else "off"
        yield f"# {code}  {check.name:<30}  {weight}"
    for override in settings.override:
        yield ""
        yield "[[override]]"
        yield f"files = {_toml(override.files)}"
        if override.ignore:
            yield f"ignore = {_toml(override.ignore)}"
        for word, severity in override.severity.items():
            yield f"severity.{word} = {_toml(str(severity))}"


def _toml(value: str | tuple[str, ...] | tuple[tuple[str, str], ...]) -> str:
    return json.dumps(value, ensure_ascii=False)  # strings and lists of them are written alike
