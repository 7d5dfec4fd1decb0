"""The full report where the project of the golden tests has no example: floods, hostile texts, poor encodings."""

from __future__ import annotations

import io

from zhengming.cli.report import full
from zhengming.cli.report.page import Page
from zhengming.cli.result import Result
from zhengming.termbase.check import Check, Severity
from zhengming.termbase.issue import Edit, Issue, Passage, Related
from zhengming.termbase.position import Location, Position, Span

DEPRECATED = Check(code="T002", name="deprecated-term", mqm="termbase", its="terminology", severity=Severity.MAJOR)
SOURCE = "对稀土实施出口管制。"
TARGET = "It put export restrictions on rare earths."


def issue(line: int = 1, *, source: str = SOURCE, target: str = TARGET, safe: bool = True, unit: str = "") -> Issue:
    start = target.index("export")
    span = Span(start, start + 19)
    return Issue(
        check=DEPRECATED,
        severity=Severity.MAJOR,
        message="出口管制: “export restrictions” is deprecated; use “export control”",
        location=Location("a.tmx", Position(line, 40), Position(line, 59)),
        passage=Passage(unit or f"#{line}", "zh-Hans", "en-GB", source, target),
        source_span=Span(source.index("出口"), source.index("出口") + 4),
        target_span=span,
        concept="EC001",
        term="出口管制",
        expected=("export control", "export controls"),
        found="export restrictions",
        why="A licence is one thing, a ban another.",
        edit=Edit(span, "export controls", safe),
    )


def screen(*issues: Issue, limit: int | None = None, encoding: str = "utf-8") -> list[str]:
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="backslashreplace", newline="")
    page = Page.on(out, is_quiet=True, limit=limit)
    full.write(Result(issues=issues, files=1, units=9, seconds=0.0), page)
    out.seek(0)
    return out.read().splitlines()


def test_the_reason_is_given_once_for_all_places_of_a_term() -> None:
    lines = screen(issue(1), issue(2), issue(3))
    assert lines[0] == "T002 major deprecated-term [*]  出口管制: “export restrictions” is deprecated  (3 places)"
    assert [line for line in lines if "why" in line] == ["  = why: A licence is one thing, a ban another."]
    assert sum("━" in line for line in lines) == 3


def test_from_the_sixth_place_on_a_line_is_enough() -> None:
    lines = screen(*map(issue, range(1, 101)))
    assert sum("━" in line for line in lines) == 5
    assert "  ╭▸ a.tmx:100:40  unit #100  “export restrictions”" in lines
    assert len(lines) < 130


def test_issues_past_the_limit_are_left_out() -> None:
    assert sum("╭▸" in line for line in screen(*map(issue, range(1, 10)), limit=4)) == 4


def test_what_is_safe_in_some_places_only_is_said() -> None:
    lines = screen(issue(1), issue(2, safe=False))
    assert "  = fix: replace, then read the sentence again; safe in 1 of 2" in lines


def test_control_and_bidi_characters_are_shown_and_the_line_stays_in_its_column() -> None:
    lines = screen(issue(target="\x1b[2J\u202eIt put export restrictions on rare earths.", unit="\x1b]0;x\x07"))
    assert r"  ╭▸ a.tmx:1:40  unit \x1b]0;x\x07" in lines
    shown = next(line for line in lines if line.startswith("en│"))
    assert shown == r"en│ \x1b[2J\u202eIt put export restrictions on rare earths."
    assert lines[lines.index(shown) + 1].index("━") == shown.index("export")


def test_an_encoding_without_lines_gets_ascii_and_its_columns_hold() -> None:
    lines = screen(issue(), encoding="ascii")
    shown = next(line for line in lines if line.startswith("zh|"))
    assert shown == r"zh| \u5bf9\u7a00\u571f\u5b9e\u65bd\u51fa\u53e3\u7ba1\u5236\u3002"
    assert lines[lines.index(shown) + 1].index("-") == shown.index(r"\u51fa")
    assert any("^^^^" in line for line in lines)


def test_chinese_code_pages_get_chinese_and_ascii_lines() -> None:
    lines = screen(issue(), encoding="gbk")
    assert "zh| 对稀土实施出口管制。" in lines


def test_two_kinds_of_chinese_are_told_apart() -> None:
    passage = Passage("7", "zh-Hans", "zh-Hant-TW", "氧化锑", "氧化锑")
    found = Issue(
        check=DEPRECATED,
        severity=Severity.MINOR,
        message="氧化锑: “氧化锑” is in the other Chinese script; use “氧化銻”",
        location=Location("a.tmx", Position(1, 1)),
        passage=passage,
        target_span=Span(0, 3),
        expected=("氧化銻",),
    )
    assert screen(found)[2:5] == ["   zh-Hans│ 氧化锑", "zh-Hant-TW│ 氧化锑", "          │ ━━━━━━  use “氧化銻”"]


def test_places_elsewhere_are_named_and_the_rest_counted() -> None:
    places = tuple(Related(Location("b.tmx", Position(line, 9)), f"export control {line}") for line in range(1, 9))
    found = issue()
    object.__setattr__(found, "related", places)
    assert [line for line in screen(found) if "╰▸" in line or "more" in line] == [
        "  ╰▸ b.tmx:1:9  “export control 1”",
        "  ╰▸ b.tmx:2:9  “export control 2”",
        "  ╰▸ b.tmx:3:9  “export control 3”",
        "    and 5 more places",
    ]
