"""zhengming completion: the script that lets a shell complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

__all__ = ["command"]

_SHELLS = ("bash", "zsh", "fish")
_VARIABLE = "_ZHENGMING_COMPLETE"  # where click looks by itself for a program of that name


@click.command("completion")
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    r"""Print the completion script for a shell.

    \b
    bash   zhengming completion bash > ~/.local/share/bash-completion/completions/zhengming
    zsh    zhengming completion zsh > a folder of $fpath, as _zhengming
    fish   zhengming completion fish > ~/.config/fish/completions/zhengming.fish
    """
    root = ctx.find_root().command
    completion = get_completion_class(shell)
    assert completion is not None  # noqa: S101  click has these three
    click.echo(completion(root, {}, "zhengming", _VARIABLE).source())
