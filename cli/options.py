"""What is said before the command's name and holds for every command."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from zhengming.cli.settings import Settings

__all__ = ["Options"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options of the group; a command takes them with `click.pass_obj`. Colour is in click's own context."""

    config: Path | None = None
    is_isolated: bool = False
    is_quiet: bool = False
    is_verbose: bool = False

    def settings(self) -> Settings:
        """Return the settings that govern the working folder. Raise InvalidSettings."""
        from zhengming.cli import settings  # noqa: PLC0415  `--help` needs none

        return settings.governing(self.config, is_isolated=self.is_isolated)
