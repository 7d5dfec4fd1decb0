"""The index finds what comparing with every form would find: on sentences that are made up, and varied."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from zhengming.tmx.memory import fuzzy as module
from zhengming.tmx.memory.fuzzy import Fuzzy, refresh
from zhengming.tmx.memory.similarity import Likeness, Passage

if TYPE_CHECKING:
    from zhengming.tmx.memory.store import Store

    from .conftest import TakeIn

TERMS = "氧化锑 稀土 重稀土 钕铁硼 稀土永磁体 抛光粉 镓 锗 出口管制 实体清单 两用物项 最终用户 反倾销税 原产地".split()
NAMES = (
    "antimony oxide|rare earths|heavy rare earths|neodymium magnets|polishing powder|gallium|germanium|export control|"
    "the Entity List|dual-use items|end users|anti-dumping duty|country of origin|transshipment|dysprosium metal"
).split("|")
FRAMES = (
    "据海关统计，{}和{}的出口量同比增长3%。",
    "商务部就{}发布公告，{}不在其中。",
    "{}的价格连续三周上涨，{}持平。",
    "出口商须就{}提交说明，并附上{}的证明。",
    "双方讨论了{}，但没有提到{}。",
)
ENGLISH = (
    "Customs data put exports of {} and {} up 3 percent year on year.",
    "The ministry issued an announcement on {}, with {} left out.",
    "Prices of {} rose for a third week, while those of {} were flat.",
    "Exporters must declare {} and enclose proof of {}.",
    "The two sides discussed {} but did not mention {}.",
)
FILES, ARTICLES = "金木水火土日", "甲乙丙丁戊己庚辛壬癸子丑寅"
LEAST = 60


def sentences(language: str) -> list[str]:
    frames, terms = (FRAMES, TERMS) if language == "zh" else (ENGLISH, NAMES)
    return [frame.format(one, other) for frame in frames for one in terms for other in terms]


def varied(text: str, language: str, choose: random.Random) -> str:
    """Return a sentence with one to three of its characters or words changed, added or left out."""
    units = list(text) if language == "zh" else text.split(" ")
    others = list("新旧高低铁铜钴镍") if language == "zh" else "new old high low iron copper cobalt nickel".split()
    for _ in range(choose.randint(1, 3)):
        at = choose.randrange(len(units))
        units[at : at + choose.randint(0, 1)] = [choose.choice(others)] * choose.randint(0, 1)
    return ("" if language == "zh" else " ").join(units)


def pairs() -> list[tuple[str, str]]:
    return [(zh, f"{en} ({number})") for number, (zh, en) in enumerate(zip(sentences("zh"), sentences("en") * 2))]  # noqa: B905


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_index_finds_what_a_comparison_with_all_would(
    store: Store, take_in: TakeIn, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    take_in("made.tmx", pairs())
    everything = Fuzzy(store.database, language)  # without an index, each form is compared
    monkeypatch.setattr(module, "_FEW", 10)
    refresh(store.database)
    indexed = Fuzzy(store.database, language)
    choose = random.Random(7)  # noqa: S311  the same sentences every time
    found = wanted = 0
    for text in choose.sample(sentences(language), 60):
        likeness = Likeness(Passage(varied(text, language, choose), language))
        ones = Counter(int(like.score) for like in everything.most_like(likeness, 5, LEAST))
        others = Counter(int(like.score) for like in indexed.most_like(likeness, 5, LEAST))
        wanted += ones.total()
        found += (ones & others).total()
    assert wanted > 200
    assert found >= 0.99 * wanted


def test_small_indexes_become_one_and_forms_that_nobody_says_go(
    store: Store, take_in: TakeIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_FEW", 10)
    for number in range(6):
        take_in(
            f"{number}.tmx",
            [(f"第{number}号文件第{n}条：{'甲乙丙丁戊己庚辛壬癸子丑寅'[n]}。", "Article.") for n in range(13)],
        )
        refresh(store.database)
    sizes = [size for (size,) in store.database.rows("SELECT size FROM fuzzy WHERE language = 'zh' ORDER BY id")]
    assert len(sizes) < 4
    take_in("0.tmx", [(f"新的文件{one}条。", "Article.") for one in ARTICLES])
    monkeypatch.setattr(module, "_MOST", 40)
    refresh(store.database)
    found = Fuzzy(store.database, "zh").most_like(Likeness(Passage("新的文件丁条。", "zh")), 1, 90)
    assert [like.score for like in found] == [100]


def test_an_index_takes_no_more_than_its_share(store: Store, take_in: TakeIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_FEW", 10)
    monkeypatch.setattr(module, "_MOST", 300)
    take_in("made.tmx", pairs())
    refresh(store.database)
    sizes = [size for (size,) in store.database.rows("SELECT size FROM fuzzy WHERE language = 'zh' ORDER BY id")]
    assert max(sizes) <= 300
    assert sum(sizes) == len(set(sentences("zh")))
    likeness = Likeness(Passage(sentences("zh")[-1], "zh"))
    assert Fuzzy(store.database, "zh").most_like(likeness, 1, 100)[0].score == 100


def test_an_import_that_was_broken_off_is_searched_all_the_same(store: Store, take_in: TakeIn) -> None:
    take_in("made.tmx", pairs()[:50])
    likeness = Likeness(Passage(sentences("zh")[3], "zh"))
    assert Fuzzy(store.database, "zh").most_like(likeness, 1, 70)[0].score == 100


def test_forms_that_hold_a_text_are_found_with_and_without_an_index(
    store: Store, take_in: TakeIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in("made.tmx", pairs())
    monkeypatch.setattr(module, "_FEW", 10)
    refresh(store.database)
    texts = {text for _, text in Fuzzy(store.database, "zh").holding("氧化锑")}
    assert texts >= {text.replace("，", ",").replace("3%", "0%") for text in sentences("zh") if "氧化锑" in text}
    one = {text for _, text in Fuzzy(store.database, "zh").holding("锗")}
    assert one >= {text.replace("，", ",").replace("3%", "0%") for text in sentences("zh") if "锗" in text}
