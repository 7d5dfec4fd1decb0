"""Whether a new word stands for the phrase, or for something else that the sentence says."""

from __future__ import annotations

from zhengming.tmx.drift.corpus import Side
from zhengming.tmx.drift.evidence import Candidate, Evidence

WORKSHOP = [
    ("拆解车间昼夜运转。", "The dismantling workshop runs day and night."),
    ("粉尘在拆解车间收集。", "Dust is caught in the dismantling workshop."),
    ("电机先送到拆解车间。", "Motors first go to the dismantling workshop."),
]
AROUND = [
    ("酸洗液每周更换一次。", "The pickling bath is changed once a week."),
    ("样品送实验室分析。", "Samples are sent to the laboratory for analysis."),
    ("每桶都贴有批号。", "Every drum carries a batch number."),
    ("沉淀物在烘箱中干燥。", "The precipitate is dried in an oven."),
    ("废水处理后循环使用。", "Waste water is treated and used again."),
    ("破碎在氮气中进行。", "Crushing takes place under nitrogen."),
    ("粉末经过两道筛分。", "The powder passes through two sieves."),
]
MANAGERS = [
    ("经理检查设备。", "The manager of the plant inspects the machines."),
    ("经理批准加班。", "The manager of the plant approves overtime."),
    ("经理每天巡视。", "The manager makes his rounds every day."),
    ("经理负责安全。", "The manager answers for safety."),
]


def explained(source: str, target: str) -> bool:
    """Return whether "plant" renders something else than 拆解车间 in that pair."""
    sides = Side("zh"), Side("en")
    pairs = [*WORKSHOP, *AROUND, *MANAGERS, (source, target)]
    for one, other in pairs:
        sides[0].add(one)
        sides[1].add(other)
    for side in sides:
        side.count()
    candidate = Candidate(sides[0].numbered("拆解车间"), len(pairs) - 1, sides[1].number("plant"))
    return Evidence(*sides, [candidate]).judge(candidate).is_explained


def test_a_word_that_goes_with_another_of_the_source_is_explained_by_it() -> None:
    assert explained("经理关闭拆解车间。", "The dismantling plant was closed.")


def test_but_not_where_that_one_has_its_own_rendering_beside_it() -> None:
    assert not explained("经理关闭拆解车间。", "The manager closed the dismantling plant.")
