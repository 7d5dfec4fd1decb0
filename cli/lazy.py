"""A group whose commands are imported when they are called, so that `--help` imports none of them."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import click

from zhengming.cli.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

__all__ = ["LazyGroup"]


class LazyGroup(click.Group):
    """Commands by name with one line of help; each is a module of `package` with a `command`.

    `modules` names those modules that cannot be named for their command. Those `unlisted` are no person's to call.
    """

    def __init__(
        self,
        *arguments: Any,  # noqa: ANN401  click's signature
        listed: Mapping[str, str],
        package: str,
        modules: Mapping[str, str] | None = None,
        unlisted: Container[str] = (),
        **options: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*arguments, **options)
        self._listed = listed
        self._package = package
        self._modules = modules or {}
        self._unlisted = unlisted

    def _has(self, name: str) -> bool:
        return name in self._listed or name in self._unlisted

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Return the names, in the order listed."""
        return list(self._listed)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the command of that name, or return None."""
        if not self._has(cmd_name):
            return None
        module = importlib.import_module(f"{self._package}.{self._modules.get(cmd_name, cmd_name)}")
        command = module.command
        assert isinstance(command, click.Command)  # noqa: S101  for the type checker
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """End with the nearest name where the command is unknown."""
        if not self._has(args[0]) and not ctx.resilient_parsing:
            ctx.fail(f"unknown command “{args[0]}”{did_you_mean(args[0], self._listed)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the commands with their lines, and import none."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._listed.items()))
