from __future__ import annotations

from zhengming.tmx.memory.rendered import renderings

OTHERS = [
    "The ministry published the figures.",
    "Prices rose for a third week.",
    "The company said so on Monday.",
    "Exports of gallium fell.",
    "A new rule takes effect in May.",
] * 5


def test_what_the_targets_share_is_the_rendering_and_the_rest_another() -> None:
    targets = [
        "The polishing powder is exported.",
        "Exports of polishing powders rose.",
        "Polishing powder prices fell.",
        "The abrasive powder is made here.",
        "They buy abrasive powder.",
        "Nothing of the kind.",
    ]
    found = renderings(targets, OTHERS, "en")
    assert [(one.text.lower(), one.targets) for one in found] == [
        ("polishing powder", (0, 1, 2)),
        ("abrasive powder", (3, 4)),
    ]


def test_what_stands_everywhere_renders_nothing() -> None:
    assert renderings(["Exports fell."] * 3, ["Exports fell."] * 20, "en") == []


def test_chinese_renderings_are_found_too() -> None:
    others = ["商务部公布了数据。", "价格连续上涨。", "公司周一这样说。"] * 5
    assert renderings(["抛光粉出口增长。", "抛光粉价格下跌。"], others, "zh")[0].text == "抛光粉"
