"""What is said of the codes of XLIFF 2, by the name of the rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

DATA = '<originalData><data id="d1">[b]</data></originalData>'
NOTES = '<notes><note id="n1">see the law</note></notes>'
FIXED = 'canCopy="no" canDelete="no"'


def rules_of(reading: object) -> list[str]:
    return [issue.message.partition(":")[0] for issue in reading.issues]


@pytest.mark.parametrize(
    "content",
    [
        '<pc id="1" dataRefStart="d1">镓</pc><ph id="2" dataRef="d1"/>',
        '<sc id="1"/>镓<ec startRef="1"/>',
        '<sc id="1" isolated="yes"/>镓<ec id="2" isolated="yes"/>',
        '<ph id="1"/><ph id="2" copyOf="1"/>',
        '<pc id="1" type="fmt" subType="xlf:b">镓</pc><ph id="2" type="ui" subType="my:key"/>',
        '<mrk id="m1" type="comment" ref="#n=n1">镓</mrk><mrk id="m2" type="comment" value="sic">锗</mrk>',
        '<mrk id="m1" type="comment" ref="#f=f1/u=u1/n=n1">镓</mrk><mrk id="m2" type="my:kind">锗</mrk>',
        f'<ph id="1" canReorder="firstNo" {FIXED}/><ph id="2" canReorder="no" {FIXED}/>',
    ],
)
def test_right_codes(read_xliff: Callable, xliff_2: Callable, content: str) -> None:
    unit = f'<unit id="u1">{NOTES}{DATA}<segment><source>{content}</source></segment></unit>'
    assert rules_of(read_xliff(xliff_2(unit))) == []


@pytest.mark.parametrize(
    ("content", "rules"),
    [
        ("<ph/>", ["attribute-missing"]),
        ('<ph id="a/b"/>', ["id-malformed"]),
        ('<ph id="1"/><ph id="1"/>', ["id-duplicate"]),
        ('<sc id="1"/>镓', ["sc-unpaired"]),
        ('镓<ec startRef="1"/>', ["ec-unpaired"]),
        ('<ec startRef="1"/>镓<sc id="1"/>', ["ec-unpaired", "sc-unpaired"]),
        ('<sc id="1"/>镓<ec id="2"/>', ["attribute-missing", "sc-unpaired"]),
        ('<sc id="1"/>镓<ec id="2" startRef="1"/>', ["ec-isolated"]),
        ('<ec startRef="1" isolated="yes"/>', ["ec-isolated"]),
        ('<sm id="m"/>镓', ["sm-unpaired"]),
        ('镓<em startRef="m"/>', ["em-unpaired"]),
        ('<sc id="1" canCopy="no"/>镓<ec startRef="1"/>', ["rights-differ"]),
        ('<ph id="1" dataRef="d9"/>', ["reference-unknown"]),
        ('<ph id="2" copyOf="1"/>', ["reference-unknown"]),
        ('<ph id="1" canCopy="no"/><ph id="2" copyOf="1"/>', ["reference-unknown"]),
        ('<ph id="1" dataRef="d1"/><ph id="2" copyOf="1" dataRef="d1"/>', ["attribute-unknown"]),
        ('<ph id="1" type="bold"/>', ["attribute-value"]),
        ('<ph id="1" subType="xlf:lb"/>', ["attribute-missing"]),
        ('<ph id="1" type="fmt" subType="xlf:var"/>', ["attribute-value"]),
        ('<ph id="1" my:thing="x"/>', ["attribute-unknown"]),
        ('<mrk id="m" type="remark">镓</mrk>', ["attribute-value"]),
        ('<mrk id="m" type="comment">镓</mrk>', ["comment-source"]),
        ('<mrk id="m" type="comment" ref="#n=n9">镓</mrk>', ["reference-unknown"]),
        ('<ph id="1" canReorder="firstNo"/>', ["attribute-value"]),
        (f'<ph id="1" canReorder="no" {FIXED}/>', ["order-begun"]),
        ('<ph id="1" subFlows="u1 u9"/>', ["reference-unknown"]),
    ],
)
def test_wrong_codes(read_xliff: Callable, xliff_2: Callable, content: str, rules: list[str]) -> None:
    unit = f'<unit id="u1">{NOTES}{DATA}<segment><source>{content}</source></segment></unit>'
    assert rules_of(read_xliff(xliff_2(unit))) == rules


def test_a_pair_may_span_the_segments_of_its_unit(read_xliff: Callable, xliff_2: Callable) -> None:
    def unit(name: str, content: str) -> str:
        return f'<unit id="{name}">{content}</unit>'

    first = '<segment><source><sc id="1"/>镓</source></segment>'
    second = '<segment><source>锗<ec startRef="1"/></source></segment>'
    assert rules_of(read_xliff(xliff_2(unit("u1", first + second)))) == []
    assert rules_of(read_xliff(xliff_2(unit("u1", first), unit("u2", second)))) == ["sc-unpaired", "ec-unpaired"]


def test_codes_that_must_stay_together(read_xliff: Callable, xliff_2: Callable) -> None:
    one, two = f'<ph id="1" canReorder="firstNo" {FIXED}/>', f'<ph id="2" canReorder="no" {FIXED}/>'
    three = '<ph id="3"/>'

    def rules(target: str) -> list[str]:
        segment = f"<segment><source>{one}{two}镓{three}</source><target>{target}</target></segment>"
        return rules_of(read_xliff(xliff_2(f'<unit id="u1">{segment}</unit>')))

    assert rules(f"{three}gallium{one}{two}") == []
    assert rules(f"{one}{three}{two}gallium") == ["order-broken"]
    assert rules(f"{two}{one}gallium") == ["order-begun", "order-broken"]
    assert rules(f"{one}gallium") == ["code-deleted"]


def test_a_code_may_go_to_another_segment(read_xliff: Callable, xliff_2: Callable) -> None:
    code = '<ph id="1" canDelete="no"/>'
    first = f"<segment><source>{code}镓</source><target>gallium</target></segment>"
    second = f"<segment><source>锗</source><target>germanium{code}</target></segment>"
    assert rules_of(read_xliff(xliff_2(f'<unit id="u1">{first}{second}</unit>'))) == []
    reading = read_xliff(xliff_2(f'<unit id="u1">{first}</unit>'))
    assert reading.faults == ["3:69: major code-deleted"]
