"""What drifts, and what must stay silent: the texts are of one workshop, a word changed at a time."""

from __future__ import annotations

import pytest

from zhengming.tmx.drift import drifts
from zhengming.tmx.drift.corpus import Side

AROUND = [
    ("转子在加热炉中退磁。", "The rotors are demagnetised in a heating furnace."),
    ("磁钢与铁芯分开存放。", "Magnets and cores are stored apart."),
    ("铜线卖给附近的冶炼厂。", "Copper wire is sold to a smelter nearby."),
    ("破碎在氮气中进行。", "Crushing takes place under nitrogen."),
    ("粉末经过两道筛分。", "The powder passes through two sieves."),
    ("酸洗液每周更换一次。", "The pickling bath is changed once a week."),
    ("沉淀物在烘箱中干燥。", "The precipitate is dried in an oven."),
    ("成品装入密封的铁桶。", "The product is packed in sealed drums."),
    ("每桶都贴有批号。", "Every drum carries a batch number."),
    ("样品送实验室分析。", "Samples are sent to the laboratory for analysis."),
    ("废水处理后循环使用。", "Waste water is treated and used again."),
    ("夜班由三名技师值守。", "Three technicians are on duty at night."),
    ("设备每季度检修一次。", "The machines are overhauled every quarter."),
    ("产量比去年提高了一成。", "Output is a tenth higher than last year."),
]
USUAL = [
    ("拆解车间昼夜运转。", "The dismantling workshop runs day and night."),
    ("工人在拆解车间取出转子。", "Workers take the rotors out in the dismantling workshop."),
    ("粉尘在拆解车间收集。", "Dust is caught in the dismantling workshop."),
    ("电机先送到拆解车间。", "Motors first go to the dismantling workshop."),
    ("拆解车间须佩戴护目镜。", "Goggles must be worn in the dismantling workshop."),
]


def found(source: str, target: str, *, is_turned: bool = False) -> list[tuple[str, str]]:
    """Return the usual and the other rendering of each drift, once that pair is added to the others."""
    pairs = [*AROUND, *USUAL, (source, target)]
    source_side, target_side = (Side("en"), Side("zh")) if is_turned else (Side("zh"), Side("en"))
    for zh, en in pairs:
        source_side.add(en if is_turned else zh)
        target_side.add(zh if is_turned else en)
    return [
        (
            " ".join(map(target_side.word, drift.usual)),
            " ".join(map(target_side.word, drift.other)),
        )
        for drift in drifts(source_side, target_side)
    ]


def test_another_word_in_the_usual_place_is_found() -> None:
    assert found("新的拆解车间投产。", "The new dismantling plant started up.") == [
        ("dismantling workshop", "dismantling plant")
    ]


def test_so_it_is_in_the_other_direction() -> None:
    assert found("新的拆解工厂投产。", "The new dismantling workshop started up.", is_turned=True) == [
        ("拆解 车间", "拆解 工厂")
    ]


@pytest.mark.parametrize(
    "target",
    [
        "Two dismantling workshops started up.",
        "The new dismantling-workshop started up.",
        "The workshop for dismantling is new.",
        "The new dismantling and sorting workshop started up.",
        "The new workshop for the dismantling of motors started up.",
        "It started up.",
    ],
)
def test_number_hyphen_order_insertion_and_omission_are_silent(target: str) -> None:
    assert found("新的拆解车间投产。", target) == []


def test_the_rendering_of_another_term_is_silent() -> None:
    assert found("新的拆解设备投产。", "The new dismantling machines started up.") == []


def test_a_longer_word_is_another_term() -> None:
    assert found("非拆解车间不得入内。", "The dismantling plant is out of bounds.") == []


def drifting_channel(usual: str, other: str) -> list[str]:
    """Return what is said to stand for an alpha channel, where it usually is `usual` and once `other`."""
    source_side, target_side = Side("en"), Side("zh")
    channels = [(en.replace("dismantling workshop", "alpha channel"), f"{zh[:4]}{usual}。") for zh, en in USUAL]
    for en, zh in [(en, zh) for zh, en in AROUND] + channels + [("The alpha channel is empty.", f"空的{other}。")]:
        source_side.add(en)
        target_side.add(zh)
    return ["".join(map(target_side.word, drift.other)) for drift in drifts(source_side, target_side)]


def test_a_chinese_word_of_three_characters_is_shown_whole() -> None:
    assert drifting_channel("Alpha 通道", "透明度通道") == ["透明度通道"]


def test_so_is_a_longer_word_that_begins_as_the_usual_one() -> None:
    assert drifting_channel("呼吸道通道", "呼吸系统通道") == ["呼吸系统通道"]


def test_nothing_is_usual_of_nothing() -> None:
    assert drifts(Side("zh"), Side("en")) == []
