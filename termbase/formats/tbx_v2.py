"""TBX-Basic in version 2 (martif, ISO 30042:2008), which more tools read than the third.

Not all mind the status of a term: OmegaT offers deprecated ones too, so it has a target of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.formats.target import Target
from zhengming.termbase.formats.tbx import Edition, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengming.termbase.concept import Concept
    from zhengming.termbase.formats.losses import Losses
    from zhengming.termbase.formats.target import Languages
    from zhengming.termbase.language import Tag

__all__ = ["EDITION", "TARGET"]

_REGION = {"Hans": "CN", "Hant": "TW"}


def _tag(language: Tag) -> str:
    """Return the tag with a region in place of Chinese script: zh-CN. Tools of that age know no zh-Hans."""
    if language.language == "zh":
        return f"zh-{language.region or _REGION[language.script]}"
    return str(language)


EDITION = Edition(
    root="martif",
    attributes={"type": "TBX-Basic"},
    header="martifHeader",
    entry="termEntry",
    language="langSet",
    term="tig",
    tag=_tag,
    doctype='<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">',
    constraints="TBXBasicXCSV02.xcs",
    keeps_deprecated_alone=False,
)


def _write(concepts: Iterable[Concept], languages: Languages, lost: Losses) -> bytes:
    return written(EDITION, concepts, languages, lost)


TARGET = Target("tbx-v2", _write, (".tbx",))
