"""The options that say from which language into which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from zhengming.cli import settings
from zhengming.termbase.errors import InvalidSettings

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.termbase.language import Tag

__all__ = ["language_options"]

_Function = TypeVar("_Function", bound="Callable[..., Any]")


def _parsed(ctx: click.Context, parameter: click.Parameter, value: str | None) -> Tag | None:
    if value is None:
        return None
    try:
        return settings.language(value)
    except InvalidSettings as error:
        raise click.BadParameter(str(error), ctx, parameter) from error


def language_options(function: _Function) -> _Function:
    """Give a command the options --source-language and --target-language, as tags."""
    for side, meaning in (("target", "Into this language."), ("source", "From this language.")):
        name = f"--{side}-language"
        function = click.option(name, metavar="TAG", callback=_parsed, help=meaning)(function)
    return function
