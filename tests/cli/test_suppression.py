"""Ignores and baseline: what they let stand, and what is said of those that let nothing stand any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from zhengming.cli.registry import all_checks
from zhengming.cli.settings import Settings
from zhengming.cli.suppression import Suppressed, baseline, ignore, suppress
from zhengming.cli.suppression.decisions import Decisions, load
from zhengming.cli.suppression.ignore import Ignore
from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats import table
from zhengming.termbase.issue import Issue
from zhengming.termbase.position import Location
from zhengming.tmx.document import Document
from zhengming.tmx.faults import MALFORMED_FILE
from zhengming.tmx.review import review

GLOSSARY = """\
id,zh-Hans,en,en:deprecated,source
EC001,出口管制,export control,export restriction,Export Control Law
CP009,氧化锑,antimony oxide,,MOFCOM Announcement No. 33 of 2024
"""
WRONG = ("对稀土实施出口管制", "export restrictions on rare earths")
MISSING = ("氧化锑出口下降", "Antimony exports fell")
TODAY = date(2026, 1, 15)
CODES = frozenset(all_checks())


def prop(text: str) -> str:
    return f'<prop type="x-zhengming-ignore">{text}</prop>'


def tmx(*units: tuple[str, ...]) -> bytes:
    """Return a file of units: source, target and, if the unit has an ignore, its text."""
    body = "".join(
        f"<tu>{''.join(map(prop, ignores))}\n"
        f'<tuv xml:lang="zh-CN"><seg>{source}</seg></tuv>\n<tuv xml:lang="en"><seg>{target}</seg></tuv></tu>\n'
        for source, target, *ignores in units
    )
    header = (
        '<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" '
        'adminlang="en" srclang="zh-CN" datatype="plaintext"/><body>\n'
    )
    return f"{header}{body}</body></tmx>\n".encode()


def reviewed(
    *units: tuple[str, ...],
    ignores: str = "",
    entries: tuple[baseline.Entry, ...] = (),
    path: str = "tmx/news.tmx",
    is_whole: bool = True,
    codes: frozenset[str] = CODES,
) -> Suppressed:
    """Review the units and apply an ignore.toml of that text, and a baseline."""
    document = Document(path, content=tmx(*units))
    found = list(review([document], table.read(GLOSSARY.encode(), "glossary.csv", pytest.fail), codes))
    decisions = Decisions(
        folder=Path.cwd(), ignores=ignore.parsed(ignores, "ignore.toml"), entries=entries, baseline="baseline.jsonl"
    )
    return suppress(found, decisions, document.ignores, codes=codes, is_whole=is_whole, today=TODAY)


def shown(outcome: Suppressed) -> list[str]:
    """Return each issue as its code and what lets it stand, then the remarks with their places."""
    marks = [f"{issue.check.code} {issue.suppressed or 'stands'}" for issue in outcome.issues]
    return [*marks, *(f"{remark.location}: {remark.check.code} {remark.message}" for remark in outcome.remarks)]


def entries_for(*units: tuple[str, ...]) -> tuple[baseline.Entry, ...]:
    return baseline.of(reviewed(*units).issues)


class TestIgnoreFile:
    def test_a_code_with_a_concept_lets_the_issues_of_that_concept_stand(self) -> None:
        text = '[[ignore]]\ncode = "T002"\nconcept = "EC001"\nreason = "quotes the US notice"\n'
        assert shown(reviewed(WRONG, MISSING, ignores=text)) == ["T002 ignore", "T001 stands"]

    def test_a_code_with_files_holds_for_these_files_only(self) -> None:
        text = '[[ignore]]\ncode = "T"\nfiles = ["legacy/**"]\nreason = "being revised"\n'
        assert shown(reviewed(WRONG, ignores=text, path="legacy/1998/news.tmx")) == ["T002 ignore"]
        assert shown(reviewed(WRONG, ignores=text, path="tmx/news.tmx", is_whole=False)) == ["T002 stands"]

    def test_a_fingerprint_names_one_pair_of_texts(self) -> None:
        (issue,) = reviewed(WRONG).issues
        text = f'[[ignore]]\nfingerprint = "{issue.fingerprint}"\nreason = "quoted"\n'
        other = ("继续实施出口管制", "to keep the export restrictions")
        assert shown(reviewed(WRONG, other, ignores=text)) == ["T002 ignore", "T002 stands"]

    def test_all_that_an_entry_names_must_hold(self) -> None:
        text = '[[ignore]]\ncode = "T002"\nconcept = "EC001"\nfiles = "legacy/**"\nreason = "being revised"\n'
        assert shown(reviewed(WRONG, ignores=text, is_whole=False)) == ["T002 stands"]

    def test_a_fingerprint_may_be_held_to_files(self) -> None:
        (issue,) = reviewed(WRONG).issues
        text = f'[[ignore]]\nfingerprint = "{issue.fingerprint}"\nfiles = "tmx/*.tmx"\nreason = "quoted"\n'
        assert shown(reviewed(WRONG, ignores=text)) == ["T002 ignore"]
        assert shown(reviewed(WRONG, ignores=text, path="po/news.tmx", is_whole=False)) == ["T002 stands"]

    def test_an_entry_that_matches_nothing_is_unused(self) -> None:
        text = '# decided in March\n\n[[ignore]]\ncode = "T002"\nconcept = "EC081"\nreason = "title of the report"\n'
        assert shown(reviewed(WRONG, ignores=text)) == [
            "T002 stands",
            "ignore.toml:3:1: S001 the ignore of T002 EC081 matches no issue; remove it",
        ]

    def test_nothing_is_unused_while_other_files_have_not_been_read(self) -> None:
        text = '[[ignore]]\ncode = "T002"\nconcept = "EC081"\nreason = "title of the report"\n'
        assert shown(reviewed(WRONG, ignores=text, is_whole=False)) == ["T002 stands"]

    @pytest.mark.parametrize("code", ["T001", "G004"])
    def test_nothing_is_unused_if_its_check_did_not_run_or_looks_at_termbases(self, code: str) -> None:
        text = f'[[ignore]]\ncode = "{code}"\nconcept = "EC081"\nreason = "house style"\n'
        assert shown(reviewed(WRONG, ignores=text, codes=CODES - {"T001"})) == ["T002 stands"]

    def test_an_expired_entry_no_longer_applies_and_says_so_whatever_was_read(self) -> None:
        text = '[[ignore]]\ncode = "T002"\nconcept = "EC001"\nreason = "until the law is out"\nexpires = 2026-01-14\n'
        assert shown(reviewed(WRONG, ignores=text, is_whole=False)) == [
            "T002 stands",
            "ignore.toml:1:1: S001 the ignore of T002 EC001 expired on 2026-01-14; decide again or remove it",
        ]

    def test_an_entry_holds_on_its_last_day(self) -> None:
        text = '[[ignore]]\ncode = "T002"\nconcept = "EC001"\nreason = "until the law is out"\nexpires = "2026-01-15"\n'
        assert shown(reviewed(WRONG, ignores=text)) == ["T002 ignore"]

    def test_an_entry_without_a_reason_applies_and_is_asked_for_one(self) -> None:
        text = '[[ignore]]\ncode = "T002"\nconcept = "EC001"\nreason = " "\n'
        assert shown(reviewed(WRONG, ignores=text)) == [
            "T002 ignore",
            "ignore.toml:1:1: S002 the ignore of T002 EC001 gives no reason; add `reason`, and `by` and `date`",
        ]

    def test_remarks_are_issues_of_checks_that_can_be_turned_off(self) -> None:
        text = '[[ignore]]\ncode = "T002"\nconcept = "EC001"\n'
        assert shown(reviewed(WRONG, ignores=text, codes=CODES - {"S002"})) == ["T002 ignore"]


class TestUnitIgnores:
    def test_a_property_of_the_unit_lets_its_own_issue_stand(self) -> None:
        quoted = (*WRONG, "T002: quotes the US notice")
        assert shown(reviewed(quoted, WRONG)) == ["T002 ignore", "T002 stands"]

    @pytest.mark.parametrize("text", ["deprecated-term：quotes the notice", "T001, T002: quoted", "T: a quotation"])
    def test_names_letters_several_codes_and_the_chinese_colon_are_understood(self, text: str) -> None:
        assert reviewed((*WRONG, text)).issues[0].suppressed == "ignore"

    def test_a_property_that_the_unit_has_no_issue_for_is_unused(self) -> None:
        fixed = ("对稀土实施出口管制", "export controls on rare earths", "T002: quotes the US notice")
        assert shown(reviewed(fixed, is_whole=False)) == [
            (
                "tmx/news.tmx:2:1: S001 the unit's ignore “T002: quotes the US notice” matches no issue of the unit; "
                "remove it"
            )
        ]

    def test_consistency_is_not_judged_while_other_files_have_not_been_read(self) -> None:
        unit = ("许可", "Allow", "C001: label of the button")
        assert shown(reviewed(unit, is_whole=False)) == []
        assert [remark.check.code for remark in reviewed(unit, is_whole=True).remarks] == ["S001"]

    @pytest.mark.parametrize("text", ["T002", "T002:", "T002： "])
    def test_a_property_without_a_reason_applies_and_is_asked_for_one(self, text: str) -> None:
        outcome = reviewed((*WRONG, text))
        assert [issue.suppressed for issue in outcome.issues] == ["ignore"]
        assert [remark.check.code for remark in outcome.remarks] == ["S002"]

    def test_a_property_that_names_no_check_is_unused_and_stops_nothing(self) -> None:
        outcome = reviewed((*WRONG, "T0002: quotes the US notice"))
        assert [issue.suppressed for issue in outcome.issues] == [None]
        (remark,) = outcome.remarks
        assert remark.check.code == "S001"
        assert "unknown check “T0002”; did you mean T002?" in remark.message

    def test_a_property_without_any_code_is_unused(self) -> None:
        assert shown(reviewed((*WRONG, ": quoted"))) == [
            "T002 stands",
            (
                "tmx/news.tmx:2:1: S001 the unit's ignore “: quoted” is not understood: it names no check; "
                "write such as “T002: quotes the notice”"
            ),
        ]

    def test_a_property_of_a_variant_counts_and_is_placed_there(self) -> None:
        with_prop = f'<tuv xml:lang="en">{prop("T001: caption")}<seg>'
        content = tmx(MISSING, WRONG).replace(b'<tuv xml:lang="en"><seg>', with_prop.encode())
        document = Document("news.tmx", content=content)
        termbase = table.read(GLOSSARY.encode(), "glossary.csv", pytest.fail)
        issues = list(review([document], termbase, CODES))
        decisions = Decisions(folder=Path.cwd())
        outcome = suppress(issues, decisions, document.ignores, codes=CODES, is_whole=True, today=TODAY)
        assert [f"{issue.check.code} {issue.suppressed}" for issue in outcome.issues] == ["T001 ignore", "T002 None"]
        assert [str(remark.location) for remark in outcome.remarks] == ["news.tmx:7:1"]


class TestBaseline:
    def test_an_issue_of_old_is_held_against_nobody(self) -> None:
        outcome = reviewed(WRONG, MISSING, entries=entries_for(WRONG))
        assert shown(outcome) == ["T002 baseline", "T001 stands"]
        assert outcome.stale == 0

    def test_of_more_issues_than_were_counted_the_first_are_those_of_old(self) -> None:
        outcome = reviewed(WRONG, WRONG, WRONG, entries=entries_for(WRONG, WRONG))
        assert shown(outcome) == ["T002 baseline", "T002 baseline", "T002 stands"]

    def test_the_first_are_the_first_in_the_file_whatever_the_order_of_issues(self) -> None:
        found = reviewed(WRONG, WRONG).issues
        decisions = Decisions(folder=Path.cwd(), entries=entries_for(WRONG))
        backwards = suppress(reversed(found), decisions, codes=CODES, is_whole=True, today=TODAY)
        assert shown(backwards) == ["T002 stands", "T002 baseline"]

    def test_an_ignored_issue_does_not_use_up_the_count(self) -> None:
        quoted = (*WRONG, "T002: quotes the US notice")
        assert shown(reviewed(quoted, WRONG, entries=entries_for(WRONG))) == ["T002 ignore", "T002 baseline"]

    def test_entries_that_no_longer_occur_or_less_often_are_one_remark(self) -> None:
        outcome = reviewed(WRONG, entries=at_lines(entries_for(WRONG, WRONG, MISSING)))
        assert outcome.stale == 2
        assert shown(outcome) == [
            "T002 baseline",
            (
                "baseline.jsonl:1:1: S003 2 entries no longer occur as often as the baseline says; drop what is gone: "
                "zhengming baseline prune"
            ),
        ]
        assert {related.text for related in outcome.remarks[0].related} == {
            "T001 x1, now x0: 氧化锑出口下降 → Antimony exports fell",
            "T002 x2, now x1: 对稀土实施出口管制 → export restrictions on rare earths",
        }

    def test_nothing_is_stale_while_other_files_have_not_been_read(self) -> None:
        outcome = reviewed(WRONG, entries=entries_for(MISSING), is_whole=False)
        assert (shown(outcome), outcome.stale) == (["T002 stands"], 0)

    def test_an_entry_of_a_check_that_did_not_run_is_not_stale(self) -> None:
        outcome = reviewed(WRONG, entries=entries_for(MISSING), codes=CODES - {"T001"})
        assert (shown(outcome), outcome.stale) == (["T002 stands"], 0)

    def test_two_branches_that_wrote_one_entry_come_to_the_higher_count(self, tmp_path: Path) -> None:
        once, twice = entries_for(WRONG), entries_for(WRONG, WRONG)
        path = tmp_path / "baseline.jsonl"
        path.write_bytes(baseline.written(once) + baseline.written(twice))
        assert baseline.read(path, "baseline.jsonl") == twice

    def test_what_is_written_is_read_and_sorted(self, tmp_path: Path) -> None:
        entries = entries_for(WRONG, MISSING, MISSING)
        path = tmp_path / "baseline.jsonl"
        path.write_bytes(baseline.written(reversed(entries)))
        assert baseline.read(path, "baseline.jsonl") == entries
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines == sorted(lines)
        assert [line.partition(":")[0] for line in lines] == ['{"fingerprint"', '{"fingerprint"']

    @pytest.mark.parametrize(
        ("line", "problem"),
        [
            ("<<<<<<< HEAD", "the entry is no JSON"),
            ('{"fingerprint": "ab"}', "the entry lacks fingerprint, code, concept or count"),
            ("[]", "the entry lacks fingerprint, code, concept or count"),
        ],
    )
    def test_a_line_that_is_no_entry_is_an_error_with_its_place(self, line: str, problem: str, tmp_path: Path) -> None:
        path = tmp_path / "baseline.jsonl"
        path.write_bytes(baseline.written(entries_for(WRONG)) + line.encode())
        with pytest.raises(InvalidSettings) as error:
            baseline.read(path, "baseline.jsonl")
        assert str(error.value).startswith(f"baseline.jsonl:2: {problem}")


def at_lines(entries: tuple[baseline.Entry, ...]) -> tuple[baseline.Entry, ...]:
    """Return the entries as if they had been read."""
    return tuple(replace(entry, line=line) for line, entry in enumerate(entries, 1))


def test_a_file_that_cannot_be_read_and_a_decision_out_of_order_can_not_be_let_stand() -> None:
    broken = Issue(
        check=MALFORMED_FILE, severity=MALFORMED_FILE.severity, message="cut short", location=Location("a.tmx")
    )
    decision = Ignore(location=Location("ignore.toml"), codes=frozenset({"F001"}), files=("**",), reason="never mind")
    decisions = Decisions(folder=Path.cwd(), ignores=(decision,), entries=baseline.of([broken]))
    outcome = suppress([broken], decisions, codes=CODES, is_whole=False, today=TODAY)
    assert [issue.suppressed for issue in outcome.issues] == [None]


def test_decisions_are_found_beside_the_settings_whatever_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / ".zhengming"
    kept.mkdir()
    (kept / "ignore.toml").write_text('[[ignore]]\ncode = "T002"\nconcept = "EC001"\n', encoding="utf-8")
    (kept / "baseline.jsonl").write_bytes(baseline.written(entries_for(WRONG)))
    (tmp_path / "tmx").mkdir()
    monkeypatch.chdir(tmp_path / "tmx")
    decisions = load(Settings(folder=tmp_path))
    assert [str(found.location) for found in decisions.ignores] == ["../.zhengming/ignore.toml:1:1"]
    assert (len(decisions.entries), decisions.baseline) == (1, "../.zhengming/baseline.jsonl")
    assert load(Settings(folder=tmp_path), has_baseline=False).entries == ()
    assert load(Settings(folder=tmp_path / "tmx")).ignores == ()
    with pytest.raises(InvalidSettings, match="there is no such baseline"):
        load(Settings(folder=tmp_path), other_baseline=Path("old.jsonl"))
