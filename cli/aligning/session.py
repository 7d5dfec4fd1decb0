"""Session: one doubtful bead after another, a key each; nothing is written before the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.cli.aligning.listing import bead_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengming.cli.aligning.texts import Texts
    from zhengming.cli.report.page import Page
    from zhengming.cli.reviewing.keys import Keys
    from zhengming.tmx.alignment.draft import Draft

__all__ = ["Session"]

_HELP = (
    "a  accept: the pair is right; of sentences without a counterpart, that they have none",
    "m  merge with the next: what follows belongs to it     s  split it behind some sentences of each side",
    "d  drop: the pair is not written                       n  next: it is written as it is, with its score",
    "u  undo the last step                                  q  quit: what is left is written as it is",
)
_PLACES = re.compile(r"\s*(\d+)\s*[,，\s]\s*(\d+)\s*")


class Session:
    """Goes through a draft with a person."""

    def __init__(self, draft: Draft, texts: Texts, page: Page, keys: Keys) -> None:
        self._draft, self._texts, self._page, self._keys = draft, texts, page, keys
        self._history: list[Draft] = []

    @property
    def steps(self) -> int:
        """How many steps have been taken and not taken back."""
        return len(self._history)

    def run(self) -> Draft:
        """Go on until all is decided or `q`, and return what has come of it. EOFError: nobody answers."""
        while self._draft.bead is not None:
            draft = self._draft
            self._say(["", f"{draft.number_open} left", *bead_lines(self._draft.bead, self._texts, self._page)])
            while self._draft is draft:
                if self._answered():
                    return self._draft
        return self._draft

    def _answered(self) -> bool:
        """Ask for a key and do what it says; return whether that was to quit."""
        offered = self._offered()
        self._say(["  ".join(offered.values())])
        key = self._keys.key().lower()
        if key == "q":
            return True
        if key == "?":
            self._say(_HELP)
        elif key not in offered:
            self._say(["no such choice here; ? for help"])
        elif key == "u":
            self._draft = self._history.pop()
        else:
            self._take(key)
        return False

    def _offered(self) -> dict[str, str]:
        bead = self._draft.bead
        assert bead is not None  # noqa: S101  for the type checker: there is one on the screen
        offered = {
            "a": "[a]ccept",
            "m": "[m]erge with next" if self._draft.can_merge else "",
            "s": "[s]plit" if bead.is_pair else "",
            "d": "[d]rop" if bead.is_pair else "",
            "n": "[n]ext",
            "u": "[u]ndo" if self._history else "",
            "q": "[q]uit",
            "?": "[?]",
        }
        return {key: label for key, label in offered.items() if label}

    def _take(self, key: str) -> None:
        draft = self._draft
        match key:
            case "a":
                self._go_on(draft.accepted())
            case "m":
                self._go_on(draft.merged())
            case "d":
                self._go_on(draft.without())
            case "n":
                self._go_on(draft.passed())
            case _:
                self._split()

    def _split(self) -> None:
        bead = self._draft.bead
        assert bead is not None  # noqa: S101  for the type checker
        answer = self._keys.line("split behind how many sentences of source, target (1,1): ")
        places = _PLACES.fullmatch(answer)
        if places is None:
            return
        sources, targets = int(places[1]), int(places[2])
        is_inside = sources <= bead.shape.sources and targets <= bead.shape.targets
        if not is_inside or (sources, targets) in {(0, 0), bead.shape}:
            self._say([f"it has {bead.shape.sources} and {bead.shape.targets} sentences; split it between them"])
            return
        self._go_on(self._draft.split(sources, targets))

    def _go_on(self, draft: Draft) -> None:
        self._history.append(self._draft)
        self._draft = draft

    def _say(self, lines: Iterable[str]) -> None:
        self._page.write("".join(f"{line}\n" for line in lines))
        self._page.stream.flush()
