"""A workshop in sentences: what its texts call things is known, so that what is found can be judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from zhengming.termbase.language import parse
from zhengming.tmx.extraction import Passages
from zhengming.tmx.model import Header, Segment, TranslationUnit, TranslationUnitVariant
from zhengming.tmx.pair import Pair

if TYPE_CHECKING:
    from collections.abc import Iterable

WORKSHOP = [
    ("拆解车间昼夜运转。", "The dismantling workshop runs day and night."),
    ("工人在拆解车间取出转子。", "Workers take the rotors out in the dismantling workshop."),
    ("粉尘由拆解车间的布袋除尘器收集。", "Dust is caught by the bag filters of the dismantling workshop."),
    ("电机先送到拆解车间。", "Motors first go to the dismantling workshop."),
    ("两座拆解车间共用一条传送带。", "The two dismantling workshops share a conveyor belt."),
    ("转子在加热炉中退磁。", "The rotors are demagnetised in a heating furnace."),
    ("加热炉每季度检修一次。", "The heating furnace is overhauled every quarter."),
    ("新的加热炉明年投产。", "A new heating furnace will start up next year."),
    ("工人把转子放进加热炉。", "Workers put the rotors into the heating furnace."),
    ("磁钢与铁芯分开存放。", "Magnets and cores are stored apart."),
    ("铜线卖给附近的冶炼厂。", "Copper wire is sold to a smelter nearby."),
    ("布袋除尘器每月清理。", "The bag filters are cleaned every month."),
    ("技师更换了布袋除尘器。", "Technicians replaced the bag filters."),
    ("破碎在氮气中进行。", "Crushing takes place under nitrogen."),
    ("酸洗液每周更换一次。", "The pickling bath is changed once a week."),
    ("成品装入密封的铁桶。", "The product is packed in sealed drums."),
    ("样品送实验室分析。", "Samples are sent to the laboratory for analysis."),
    ("夜班由三名技师值守。", "Three technicians are on duty at night."),
]


class Make(Protocol):
    """Make passages of pairs; a target language of "" takes the sources alone."""

    def __call__(
        self, pairs: Iterable[tuple[str, str]] = (), source: str = "zh-Hans", target: str = "en", path: str = "a.tmx"
    ) -> Passages: ...


@pytest.fixture
def workshop() -> list[tuple[str, str]]:
    return list(WORKSHOP)


@pytest.fixture
def make() -> Make:
    def making(
        pairs: Iterable[tuple[str, str]] = (), source: str = "zh-Hans", target: str = "en", path: str = "a.tmx"
    ) -> Passages:
        tags = parse(source), parse(target) if target else None
        assert tags[0] is not None
        passages = Passages(tags[0], tags[1])
        for one, other in pairs or WORKSHOP:
            add(passages, one, other, path)
        return passages

    return making


def add(passages: Passages, one: str, other: str, path: str) -> None:
    source, target = passages.source_language, passages.target_language
    if target is None:
        passages.add_text(path, Segment(one))
        return
    variants = TranslationUnitVariant(str(source), Segment(one)), TranslationUnitVariant(str(target), Segment(other))
    unit = TranslationUnit(variants, Header(path=path))
    passages.add(Pair(unit, *variants, source, target, variants[0].segment, variants[1].segment))
