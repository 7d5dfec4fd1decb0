"""Every check there is, and how codes, letters and names select among them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats.columns import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengming.termbase.check import Check

__all__ = ["LETTERS", "all_checks", "codes_of", "selection"]

#: The families of checks. A letter may be named before the first check of its family exists.
LETTERS = {
    "T": "terminology",
    "C": "consistency",
    "N": "numbers",
    "L": "locale and script",
    "M": "markup",
    "A": "accuracy",
    "G": "glossary",
    "F": "file",
    "S": "suppression",
}


@lru_cache(maxsize=1)
def all_checks() -> dict[str, Check]:
    """Return every check by its code, in the order of codes."""
    from zhengming.cli.suppression import faults as of_decisions  # noqa: PLC0415
    from zhengming.termbase import checks as of_termbases  # noqa: PLC0415  `--help` must not pay for the checks
    from zhengming.tmx import checks as of_translations  # noqa: PLC0415

    on_text = (*(c.check for c in of_translations.CHECKS), *of_translations.FAULTS)
    listed = (*on_text, *of_termbases.ALL, *of_decisions.ALL)
    return {check.code: check for check in sorted(listed, key=lambda check: check.code)}


def codes_of(word: str) -> set[str]:
    """Return the codes that a code, a letter (`N`), a name, "all" or "default" stands for. Raise InvalidSettings."""
    checks = all_checks()
    if word == "all":
        return set(checks)
    if word == "default":
        return {code for code, check in checks.items() if not check.opt_in}
    found = {code for code, check in checks.items() if word.upper() in {code, code[0]} or word == check.name}
    if not found and word.upper() not in LETTERS:
        names = [check.name for check in checks.values()]
        guess = nearest(word.upper(), checks) or nearest(word, names)
        hint = f"; did you mean {guess}?" if guess else "; `zhengming explain` lists them"
        raise InvalidSettings(f"unknown check “{word}”{hint}")
    return found


def selection(select: Iterable[str], extend: Iterable[str], ignore: Iterable[str]) -> set[str]:
    """Return the codes selected and extended, less those ignored."""
    chosen = {code for word in (*select, *extend) for code in codes_of(word)}
    return chosen - {code for word in ignore for code in codes_of(word)}
