"""Chinese script conversion. The only module that knows opencc; its data are read, not its code, for folding."""

from __future__ import annotations

import importlib.util
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.language import Tag

__all__ = ["convert", "foreign_characters", "is_foreign", "simplified_characters", "stamp"]

_SCRIPTS = frozenset({"Hans", "Hant"})
#: OpenCC configurations that change characters only; those with phrases rewrite vocabulary (最终用户 → 終端使用者).
_CONFIGURATIONS = {("Hans", ""): "t2s", ("Hant", "TW"): "s2tw", ("Hant", "HK"): "s2hk", ("Hant", ""): "s2t"}


def simplified_characters() -> dict[str, str]:
    """Return every Traditional or regional character with the Simplified one it folds to, one for one.

    OpenCC's tables list several readings for some characters; the first is taken on both sides of a comparison,
    so a wrong guess (乾隆 → 干隆) is harmless.
    """
    regional = _table("TWVariantsRev.txt") | _table("HKVariantsRev.txt")
    simplified = _table("TSCharacters.txt")
    folded = {character: simplified.get(standard, standard) for character, standard in regional.items()}
    folded |= {character: folded.get(simple, simple) for character, simple in simplified.items()}
    single = {one: other for one, other in folded.items() if len(one) == len(other) == 1 and one != other}
    # 薴 is simplified 苧, and 苧 itself 苎: what folds must not fold again.
    return {one: single.get(other, other) for one, other in single.items()}


@lru_cache(maxsize=2)
def foreign_characters(script: str) -> frozenset[str]:
    """Return the characters that belong to the other script than that one ("Hans" or "Hant") alone.

    At home in both are those that OpenCC lists among their own counterparts (着, 乾, 面), regional standard forms
    (床 in Taiwan, 台 in Hong Kong), and a few that names have kept.
    """
    if script not in _SCRIPTS:
        return frozenset()
    counterparts = _lines("TSCharacters.txt" if script == "Hans" else "STCharacters.txt")
    strangers = {character for character, others in counterparts if character not in others.split(" ")}
    return frozenset(strangers) - _at_home()[script]


def is_foreign(character: str, script: str) -> bool:
    """Return whether the character belongs to the other script than that one alone."""
    return character in foreign_characters(script)


#: 恒 in Hong Kong's Hang Seng, 昇 in mainland names.
_KEPT = {"Hant": "恒", "Hans": "昇"}


@lru_cache(maxsize=1)
def _at_home() -> dict[str, frozenset[str]]:
    regional = {*_table("TWVariants.txt").values(), *_table("HKVariants.txt").values()}
    return {"Hant": frozenset(regional | {*_KEPT["Hant"]}), "Hans": frozenset(_KEPT["Hans"])}


def _table(name: str) -> dict[str, str]:
    return {one: others.split(" ")[0] for one, others in _lines(name)}


def stamp() -> str:
    """Return a short text that changes when the character tables do."""
    status = _folder().joinpath("TSCharacters.txt").stat()
    return f"{status.st_size:x}-{status.st_mtime_ns:x}"


def _lines(name: str) -> Iterator[list[str]]:
    text = _folder().joinpath(name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if "\t" in line)


def _folder() -> Path:
    spec = importlib.util.find_spec("opencc")  # finds the data without importing the converter
    if spec is None or spec.origin is None:  # pragma: no cover  a broken installation
        raise ModuleNotFoundError("opencc-python-reimplemented is not installed")
    return Path(spec.origin).parent / "dictionary"


def convert(text: str, language: Tag) -> str:
    """Return Chinese `text` in the script and regional characters of `language`, without changing its words."""
    if language.language != "zh" or language.script not in _SCRIPTS:
        return text
    region = language.region if language.region in {"TW", "HK"} and language.script == "Hant" else ""
    return str(_converter(_CONFIGURATIONS[language.script, region]).convert(text))


@lru_cache(maxsize=4)
def _converter(configuration: str):  # type: ignore[no-untyped-def]  # noqa: ANN202  opencc carries no types
    import opencc  # noqa: PLC0415  40 ms that only a report in Traditional script has to pay

    return opencc.OpenCC(configuration)
