"""Who works here, and whether the settings let that person approve concepts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.cli import git

if TYPE_CHECKING:
    from zhengming.cli.settings import Settings

__all__ = ["is_approver", "may_approve", "user"]


def user(settings: Settings) -> str:
    """Return git's user.email, or "" if nobody has told it."""
    answer = git.answer(settings.folder, "config", "user.email") or b""
    return answer.decode(errors="replace").strip()


def is_approver(settings: Settings) -> bool:
    """Return whether the settings name who works here among the approvers."""
    return bool(settings.approvers) and user(settings).lower() in {address.lower() for address in settings.approvers}


def may_approve(settings: Settings) -> bool:
    """Return whether what this person changes in an approved concept stays approved: where all may, or as approver."""
    return not settings.approvers or is_approver(settings)
