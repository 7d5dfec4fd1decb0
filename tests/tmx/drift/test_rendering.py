"""What stands for a phrase in the target."""

from __future__ import annotations

from zhengming.tmx.drift.corpus import Side
from zhengming.tmx.drift.rendering import Renderings

PAIRS = [
    ("处置机制生效。", "The resolution regime takes effect."),
    ("处置机制当局负责。", "The authority of the resolution regime is in charge."),
    ("建立处置机制。", "A resolution regime is set up."),
    ("法院作出处置。", "The court passed a resolution."),
    ("股东通过处置方案。", "Shareholders adopted the resolution on the plan."),
    ("银行接受审查。", "Banks are examined."),
    ("法院接受申请。", "The court takes applications."),
    ("防止传播很重要。", "Prevention of the spread is important."),
    ("疫苗防止传播。", "Vaccines serve the prevention of the spread."),
    ("隔离防止传播。", "Isolation is for prevention of the spread."),
    ("银行负责。", "The bank is in charge."),
]


def usual(phrase: str, pairs: list[tuple[str, str]] = PAIRS, source: str = "zh", target: str = "en") -> str:
    one, other = Side(source), Side(target)
    for text, translation in pairs:
        one.add(text)
        other.add(translation)
    one.count()
    other.count()
    wanted = one.numbered(phrase)
    units = [number for number, unit in enumerate(one.units) if wanted in unit]
    return " ".join(map(other.word, Renderings(one, other).usual(wanted, units)))


def test_a_phrase_is_rendered_in_full() -> None:
    assert usual("处置机制") == "resolution regime"


def test_a_single_word_too() -> None:
    assert usual("法院") == "court"


def test_words_that_name_nothing_may_stand_within() -> None:
    assert usual("防止传播") == "prevention of the spread"


def test_the_other_direction() -> None:
    assert usual("resolution regime", [(en, zh) for zh, en in PAIRS], "en", "zh") == "处置 机制"


def test_a_measure_word_is_the_end_of_a_name() -> None:
    pairs = [(f"{verb} dual-use items.", f"{zh}两用物项。") for verb, zh in [("Export", "出口"), ("Sell", "销售")]]
    pairs += [("Buy dual-use items.", "购买两用物项。"), ("Sell ore.", "销售矿石。"), ("Buy ore.", "购买矿石。")]
    assert usual("dual-use items", pairs, "en", "zh").endswith("项")


def test_a_weak_link_is_chance() -> None:
    pairs = [("稀土出口增长。", "Exports grew.")] * 2 + [
        ("铜出口下降。", f"Exports fell {word}.") for word in "abcdefgh"
    ]
    assert usual("稀土", [*pairs, ("稀土加工。", "Processing."), ("稀土库存。", "Stocks.")]) == ""


def test_of_what_goes_with_nothing_there_is_no_rendering() -> None:
    assert usual("疫苗") == ""
