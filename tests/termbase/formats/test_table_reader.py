"""Tables of any make, with and without names of columns."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.errors import InvalidSettings, UnreadableFile
from zhengming.termbase.formats import table_reader
from zhengming.termbase.formats.source import Gathered, Sides, Wanted
from zhengming.termbase.language import Tag

if TYPE_CHECKING:
    from zhengming.termbase.formats.headers import Role


def read(text: str, encoding: str = "utf-8", **wanted: object) -> Gathered:
    return table_reader.read(text.encode(encoding), "list.csv", Wanted(**wanted))  # type: ignore[arg-type]


def held(found: Gathered) -> list[str]:
    return [meaning(found.roles.get(index)) for index in range(len(found.headers))]


def meaning(role: Role | None) -> str:
    return role if isinstance(role, str) else "" if role is None else f"{role.language}:{role.status.value}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters(encoding: str, delimiter: str) -> None:
    found = read(f"Chinese{delimiter}English\n许可证{delimiter}license\n", encoding)
    assert [term.text for term in found.concepts[0].terms] == ["许可证", "license"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("许可证,license\n稀土,rare earths\n", ["zh-Hans:preferred", "en:preferred"]),
        ("license,许可证,a paper\nore,矿,\n", ["en:preferred", "zh-Hans:preferred", "note"]),
        ("EC1,許可證,license\nEC2,礦,ore\n", ["id", "zh-Hant:preferred", "en:preferred"]),
        ("1,лицензия,license\n2,руда,ore\n", ["", "ru:preferred", "en:preferred"]),
        ("許可,ライセンス,license\n鉱石,こうせき,ore\n", ["zh-Hant:preferred", "ja:preferred", "en:preferred"]),
        ("it,信息技术\nto,关于\n", ["en:preferred", "zh-Hans:preferred"]),
    ],
)  # fmt: skip
def test_columns_without_names_are_known_by_their_script(text: str, roles: list[str]) -> None:
    found = read(text)
    assert held(found) == roles
    assert sum(map(len, found.rows)) == 2


def test_languages_that_the_caller_names_come_first() -> None:
    sides = Sides(Tag("de"), Tag("en"))
    assert held(read("Ausfuhr,export\nEinfuhr,import\n", sides=sides)) == ["de:preferred", "en:preferred"]
    assert held(read("許可證,licence\n礦,ore\n", sides=Sides(Tag("zh", "Hant", "HK"), Tag("en", region="GB")))) == [
        "zh-Hant-HK:preferred",
        "en-GB:preferred",
    ]


def test_columns_may_be_said_by_number() -> None:
    found = read("许可证,license,permit\n", mapping={"3": "en:admitted"})
    assert held(found) == ["zh-Hans:preferred", "en:preferred", "en:admitted"]
    with pytest.raises(InvalidSettings, match="no column “Wort”; there are 2, without names"):
        read("许可证,license\n", mapping={"Wort": "de"}, has_headers=False)


@pytest.mark.parametrize(
    ("text", "rows"),
    [("Chinese,English\n许可证,license\n", 1), ("词条,释义\n许可证,license\n", 1), ("术语,译文\n许可证,license\n", 1)],
)
def test_words_above_columns_are_no_terms(text: str, rows: int) -> None:
    sides = Sides(Tag("zh", "Hans"), Tag("en"))
    found = read(text, sides=sides)
    assert len(found.rejected) + sum(map(len, found.rows)) == rows


def test_the_caller_may_say_whether_there_are_names() -> None:
    assert len(read("field,字段\nrow,行\n", has_headers=False).concepts) == 2
    assert len(read("词条,Lemma\n许可证,license\n", mapping={"1": "zh", "2": "en"}, has_headers=True).concepts) == 1


def test_two_languages_are_wanted() -> None:
    with pytest.raises(InvalidSettings, match=re.escape("list.csv:1:1: the columns of two languages are wanted")):
        table_reader.demand_languages(read("许可证,矿\n稀土,土\n"), "list.csv")


def test_old_encodings_must_be_said() -> None:
    with pytest.raises(UnreadableFile, match=r"not UTF-8 text; .* --encoding gb18030$"):
        table_reader.read("中文,英文\n".encode("gb18030"), "list.csv", Wanted())
    data = "中文,英文\n许可证,license\n".encode("gb18030")
    assert len(table_reader.read(data, "list.csv", Wanted(encoding="gb18030")).concepts) == 1
    for name in ("klingon", "base64", "big5"):
        with pytest.raises(InvalidSettings, match=f"list.csv: not {name} text"):
            table_reader.read("中文,英文\n𠮷".encode("gb18030"), "list.csv", Wanted(encoding=name))


def test_what_a_row_forbids_another_must_not_allow() -> None:
    found = read("Chinese,English,Status\n许可证,license,approved\n许可证,license,forbidden\n")
    assert [one.reason for one in found.rejected] == ["“license” is allowed in line 2, and forbidden here"]


@pytest.mark.parametrize(
    ("word", "status"),
    [("Forbidden", "deprecated"), ("禁用", "deprecated"), ("non-standard", "admitted"), ("approved", "preferred")],
)
def test_a_status_may_be_that_of_the_translation(word: str, status: str) -> None:
    [concept] = read(f"Chinese,English,Status\n许可证,allowance,{word}\n").concepts
    assert [term.status.value for term in concept.terms] == ["preferred", status]


def test_hostile_cells_are_texts_or_are_refused() -> None:
    found = read('Chinese,English\n许可证,=HYPERLINK("x")\n矿,o\x00re\n稀土,"ra\x07re"\n')
    assert found.concepts[0].terms[1].text == '=HYPERLINK("x")'
    assert [one.reason for one in found.rejected] == ["a control character in a term"] * 2


def test_twenty_thousand_rows_are_read_in_seconds() -> None:
    text = "Chinese,English\n" + "".join(f"许可证{n // 2},license {n}\n" for n in range(20_000))
    started = time.process_time()
    found = read(text)
    assert time.process_time() - started < 10
    assert len(found.concepts) == 10_000
