"""Units and currencies: kept, converted, confused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Review = Callable[..., list[str]]
NUMBERS = "N001 N002 N003 N004 N005 N006 N007"

RIGHT = [
    ("出口5吨氧化锑。", "5 tonnes of antimony oxide were exported."),
    ("占地100亩。", "It covers 6.67 hectares."),
    ("占地15亩。", "It covers one hectare."),
    ("占地1500亩。", "It covers 100 hectares."),
    ("重500克。", "It weighs half a kilogram."),
    ("购买10斤。", "Bought 5 kg."),
    ("进口5万桶原油。", "50,000 barrels of crude were imported."),
    ("装机50万千瓦。", "Installed capacity is 500 MW."),
    ("用电3亿度。", "It used 300 million kWh."),
    ("用电3亿千瓦时。", "It used 300 GWh."),
    ("温度达到25摄氏度。", "The temperature reached 25 °C."),
    ("温度达到25摄氏度。", "The temperature reached 77 °F."),
    ("厚度5微米。", "It is 5 μm thick."),
    ("28纳米制程", "the 28 nm process"),
    ("杂质低于50ppm。", "Impurities are below 50 ppm."),
    ("杂质低于百万分之五十。", "Impurities are below 50 ppm."),
    ("杂质低于百万分之50。", "Impurities are below 50 ppm."),
    ("投资5亿元。", "Investment came to 500 million yuan."),
    ("投资5亿元。", "RMB500 million was invested."),
    ("售价5000美元/吨。", "It sells at US$5,000 per tonne."),
    ("售价5000美元/吨。", "It sells at $5,000 per ton."),
    ("长10里。", "It is 5 km long."),
    ("面积9.6平方公里。", "The area is 960 hectares."),
    ("高30米。", "It is 98 feet high."),
    ("一辆2吨卡车", "a two-ton truck"),
    ("一共3.2万吨。", "32 kt in all."),
    ("5公斤黄金。", "161 troy ounces of gold."),
    ("5万短吨。", "50,000 short tons."),
    ("每公斤80元。", "80 yuan per kilogram."),
    ("出口了2万多吨。", "Over 20,000 tonnes were exported."),
    ("900兆瓦时的储能", "900 MWh of storage"),
    ("投资5亿多元。", "More than 500 million yuan was invested."),
    ("售价1.2万美元。", "It costs USD 12,000."),
    ("港币3亿元", "HK$300 million"),
    ("3.2万新台币", "NT$32,000"),
    ("三两白银", "three taels of silver"),
    ("5克拉钻石", "5 carats"),
    ("5克朗", "5 kronor"),
    ("本月3升至5。", "It rose from 3 to 5 this month."),
]
WRONG = [
    ("出口5吨氧化锑。", "5 kg of antimony oxide were exported."),
    ("贸易额90亿美元。", "Trade came to 9 billion yuan."),
    ("投资5亿元。", "Investment came to 500 million dollars."),
    ("占地100亩。", "It covers 100 hectares."),
    ("占地100亩。", "It covers 50 hectares."),
    ("进口5万桶原油。", "50,000 tonnes of crude were imported."),
    ("温度达到25摄氏度。", "The temperature reached 25 °F."),
    ("28纳米制程", "the 28 μm process"),
    ("装机50兆瓦。", "Installed capacity is 50 GW."),
    ("5万短吨。", "50,000 tonnes."),
    ("10斤稀土", "10 kg of rare earths"),
    ("重5公斤。", "It weighs 5 pounds."),
    ("5亿港元", "500 million US dollars"),
    ("3亿欧元", "RMB 300 million"),
    ("面积5平方公里", "an area of 5 hectares"),
    ("长5公里。", "It is 5 miles long."),
    ("出口3.2万吨。", "3,200 kg were exported."),
]


@pytest.mark.parametrize(("chinese", "english"), RIGHT)
def test_the_same_in_another_unit_is_let_through(review_of: Review, chinese: str, english: str) -> None:
    assert review_of((chinese, english), select=NUMBERS) == []
    assert review_of((english, chinese), select=NUMBERS, languages=("en", "zh-CN")) == []


@pytest.mark.parametrize(("chinese", "english"), WRONG)
def test_another_unit_is_a_fault_of_its_own(review_of: Review, chinese: str, english: str) -> None:
    assert [issue[:4] for issue in review_of((chinese, english), select=NUMBERS)] == ["N005"]
    back = review_of((english, chinese), select=NUMBERS, languages=("en", "zh-CN"))
    assert [issue[:4] for issue in back] == ["N005"]


def test_the_message_gives_the_unit_in_the_language_of_the_target(review_of: Review) -> None:
    found = review_of(("90 billion US dollars", "900亿元"), select="N005", languages=("en", "zh-CN"))
    assert found == ["N005 major “90 billion US dollars” is 900亿美元; found “900亿元”"]


@pytest.mark.parametrize(
    ("chinese", "english", "severity"),
    [
        ("12吨", "12 kg", "major"),
        ("100亩", "100 hectares", "major"),
        ("5亿美元", "500 million euros", "major"),
        ("5万短吨", "50,000 tonnes", "minor"),
        ("100亩", "50 hectares", "minor"),
    ],
)
def test_an_order_of_magnitude_or_a_currency_is_grave(
    review_of: Review, chinese: str, english: str, severity: str
) -> None:
    assert [issue.split()[1] for issue in review_of((chinese, english), select="N005")] == [severity]


def test_yuan_may_be_the_dollars_of_hong_kong(review_of: Review) -> None:
    assert review_of(("成本為5億元。", "It cost $500 million."), select="N005", languages=("zh-HK", "en")) == []
    assert review_of(("港元贬值，成本为5亿元。", "It cost $500 million."), select="N005") == []


def test_a_unit_that_nobody_here_knows_may_be_the_right_one(review_of: Review) -> None:
    assert review_of(("5吨和5套设备", "5 sets of equipment"), select="N005") == []
