"""A translation memory as large as wanted, the same every time: sentences about trade with the glossary's own terms.

Frames are filled with approved terms, quantities and dates. Some units have a planted fault, and its label says which.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape

from zhengming.termbase.concept import Enforcement, Standing
from zhengming.termbase.language import Tag
from zhengming.termbase.text.convert import convert

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from zhengming.termbase.concept import Termbase

__all__ = ["Fault", "write"]

ZH, EN = Tag("zh", "Hans"), Tag("en")

#: Where a term, quantity or date goes: A and B are terms, Q, P and D what they come to in figures.
FRAMES = (
    ("{D}，商务部就{A}发布公告。", "On {D}, the Ministry of Commerce issued an announcement on {A}."),
    ("据海关统计，{A}出口量为{Q}，同比增长{P}。", "Customs data put exports of {A} at {Q}, up {P} year on year."),
    ("{A}和{B}的价格连续三周上涨。", "Prices of {A} and {B} rose for a third week in a row."),
    ("该公司表示，{A}项目一期产能为{Q}。", "The company said phase one of its {A} project has a capacity of {Q}."),
    ("分析人士认为，{A}对{B}的影响有限。", "Analysts see little effect of {A} on {B}."),
    ("{D}起，有关{A}的规定正式生效。", "The rules on {A} take effect on {D}."),
    ("出口商须就{A}提交说明，并附上{B}的证明。", "Exporters must declare {A} and enclose proof of {B}."),
    ("去年{A}进口下降{P}，至{Q}。", "Imports of {A} fell {P} last year to {Q}."),
    ("双方讨论了{A}，但没有提到{B}。", "The two sides discussed {A} but did not mention {B}."),
    ("与{A}有关的投诉占全部投诉的{P}。", "Complaints about {A} make up {P} of the total."),
    ("会议要求各地在{D}之前上报{A}的情况。", "The meeting told local authorities to report on {A} before {D}."),
    ("下游企业主要采购{A}，用于生产{B}。", "Downstream companies mainly buy {A} to make {B}."),
    ("港口仓库里还有{Q}{A}。", "Some {Q} of {A} are still in the port warehouse."),
    ("他说，{A}的问题不是一天形成的。", "The problem of {A}, he said, did not arise in a day."),
    ("{A}的检验需要五个工作日。", "Testing {A} takes five working days."),
    ("市场关注的是{A}，而不是{B}。", "What the market watches is {A}, not {B}."),
)
MIDDLES = (
    ("消息人士没有透露更多细节。", "The sources gave no further details."),
    ("截至发稿时，双方均未回应置评请求。", "Neither side had responded to a request for comment by press time."),
    ("这一比例高于前年的{P}。", "The share was higher than the {P} of the year before."),
    ("相关数据将于{D}公布。", "The figures will be published on {D}."),
    ("业内预计全年产量约{Q}。", "The industry expects output of about {Q} for the whole year."),
    ("", ""),
)
_FIRST_DAY = date(2019, 1, 2)
_DAYS = 2500
#: One unit in so many has a planted fault.
_FAULTY = 50
_INLINE = 12
_REPEATED = 25


class Fault(NamedTuple):
    """A planted fault: the unit it is in, and the code of the check that should say so."""

    unit: str
    code: str


class _Pair(NamedTuple):
    zh: str
    en: str


class _Writer:
    def __init__(self, termbase: Termbase, seed: int, *, is_traditional: bool) -> None:
        self._random = random.Random(seed)  # noqa: S311  the same file every time is what is wanted
        self._is_traditional = is_traditional
        self._terms = [
            concept
            for concept in termbase
            if concept.status is Standing.APPROVED
            and concept.check is Enforcement.STRICT
            and concept.part_of_speech == "noun"
            and concept.allowed(ZH)
            and concept.allowed(EN)
        ]
        self._wrong = [c for c in self._terms if any(not t.labels for t in c.deprecated(EN))]
        self._earlier: list[_Pair] = []

    def units(self, count: int) -> Iterator[tuple[str, _Pair, str]]:
        """Yield name, texts and the code of the planted fault, if any."""
        choose = self._random
        for number in range(count):
            code = choose.choice(("T002", "N001", "C001", "A001")) if number % _FAULTY == _FAULTY - 1 else ""
            if self._earlier and (code == "C001" or not (number + 7) % _REPEATED):
                pair = choose.choice(self._earlier)
                pair = pair._replace(en=pair.en + " That is all.") if code == "C001" else pair
            else:
                pair = self._pair(code)
            if len(self._earlier) < 1000:  # noqa: PLR2004
                self._earlier.append(pair)
            if code == "A001":
                pair = pair._replace(en="")
            yield f"u{number}", pair, code

    def _pair(self, code: str) -> _Pair:
        choose = self._random
        frames = [choose.choice(FRAMES), choose.choice(MIDDLES)]
        one = choose.choice(self._wrong if code == "T002" else self._terms)
        other = choose.choice(self._terms)
        quantity, share, day = self._quantity(), self._share(), self._day()
        english = next(t.text for t in one.deprecated(EN) if not t.labels) if code == "T002" else one.name(EN)
        zh = "".join(frame[0] for frame in frames).format(
            A=one.name(ZH), B=other.name(ZH), Q=quantity.zh, P=share.zh, D=day.zh
        )
        if code == "N001":
            frames.append(("共{Q}。", "The total is {Q}."))
            zh += f"共{quantity.zh}。"
        wrong = quantity._replace(en="7 tonnes") if code == "N001" else quantity
        en = " ".join(frame[1] for frame in frames if frame[1]).format(
            A=english, B=other.name(EN), Q=wrong.en, P=share.en, D=day.en
        )
        return _Pair(zh, en)

    def _quantity(self) -> _Pair:
        if self._random.random() < 0.5:  # noqa: PLR2004
            tens = self._random.randrange(11, 990)
            return _Pair(f"{tens / 10:g}万吨", f"{tens * 1000:,} tonnes")
        tonnes = self._random.randrange(120, 9900)
        return _Pair(f"{tonnes}吨", f"{tonnes:,} tonnes")

    def _share(self) -> _Pair:
        share = f"{self._random.randrange(11, 990) / 10:g}"
        return _Pair(f"{share}%", f"{share} percent")

    def _day(self) -> _Pair:
        day = _FIRST_DAY + timedelta(self._random.randrange(_DAYS))
        return _Pair(f"{day.year}年{day.month}月{day.day}日", f"{day.day} {day:%B} {day.year}")


def write(
    stream: BinaryIO, termbase: Termbase, count: int, *, seed: int = 1, is_traditional: bool = False
) -> Iterator[Fault]:
    """Write TMX 1.4 with `count` units; yield the planted faults, in their order."""
    zh = "zh-TW" if is_traditional else "zh-CN"
    stream.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        '  <header creationtool="benchmarks" creationtoolversion="1" segtype="sentence" o-tmf="none" adminlang="en" '
        f'srclang="{zh}" datatype="plaintext"/>\n  <body>\n'.encode()
    )
    for number, (name, pair, code) in enumerate(_Writer(termbase, seed, is_traditional=is_traditional).units(count)):
        texts = [escape(convert(pair.zh, Tag("zh", "Hant", "TW")) if is_traditional else pair.zh), escape(pair.en)]
        if not number % _INLINE:
            texts = [f'<bpt i="1" x="1" type="bold">&lt;b&gt;</bpt>{text}<ept i="1">&lt;/b&gt;</ept>' for text in texts]
        stream.write(
            f'    <tu tuid="{name}" creationdate="20240115T081500Z">\n      <prop type="project">trade</prop>\n'
            f'      <tuv xml:lang="{zh}"><seg>{texts[0]}</seg></tuv>\n'
            f'      <tuv xml:lang="en-US"><seg>{texts[1]}</seg></tuv>\n    </tu>\n'.encode()
        )
        if code:
            yield Fault(name, code)
    stream.write(b"  </body>\n</tmx>\n")
