"""Who approved a concept: the author of the commit in which it first stands approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.cli import git
from zhengming.cli.versions import at, read
from zhengming.termbase.concept import Standing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from zhengming.cli.settings import Settings
    from zhengming.cli.versions import Version
    from zhengming.termbase.concept import Concept

__all__ = ["approvals", "unentitled"]


def approvals(concepts: Collection[str], before: Version, after: Version, settings: Settings) -> dict[str, str]:
    """Return the e-mail address of who approved each of the concepts (by id) between the versions.

    Nobody is named for what is not committed, or where a version is a file.
    """
    if before.commit is None or after.commit is None:
        return {}
    wanted = set(concepts)
    found: dict[str, str] = {}
    for commit, address, parents in _commits(before.commit, after.commit or "HEAD", settings) if wanted else ():
        by_then = _approved(commit, settings) & wanted
        known = set[str]().union(*(_approved(parent, settings) for parent in parents))
        found |= dict.fromkeys(by_then - known - found.keys(), address)
        if wanted == found.keys():
            break
    return found


def unentitled(since: str, settings: Settings) -> Iterator[tuple[Concept, str]]:
    """Yield each concept approved on this branch since it left `since`, and whose address that was, if no approver's.

    Only what is committed has an author. Raise InvalidSettings for a revision that is none.
    """
    before, after = read((f"{since}...HEAD",), settings)
    was = {concept.id for concept in before.termbase if concept.status is Standing.APPROVED}
    new = {c.id: c for c in after.termbase if c.status is Standing.APPROVED and c.id not in was}
    entitled = {address.lower() for address in settings.approvers}
    for name, address in sorted(approvals(new, before, after, settings).items()):
        if address.lower() not in entitled:
            yield new[name], address


def _commits(before: str, after: str, settings: Settings) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the commits that touched the termbase, the latest first: name, author, and the commits before."""
    call = ("--literal-pathspecs", "log", "--format=%H%x00%aE%x00%P", f"{before}..{after}", "--", *settings.termbase)
    listed = (git.answer(settings.folder, *call) or b"").decode(errors="replace")
    for line in listed.splitlines():
        commit, address, parents = line.split("\0")
        yield commit, address, parents.split()


def _approved(commit: str, settings: Settings) -> set[str]:
    return {concept.id for concept in at(commit, settings) if concept.status is Standing.APPROVED}
