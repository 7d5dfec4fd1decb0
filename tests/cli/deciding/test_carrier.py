"""What a decision changes: words of a segment, a row of the termbase, or an entry of ignore.toml."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zhengming.cli.checking import examine, prepare
from zhengming.cli.deciding.carrier import Carrier
from zhengming.cli.deciding.decision import Action, Decision
from zhengming.cli.deciding.desk import Desk
from zhengming.cli.settings import governing
from zhengming.cli.suppression import ignore
from zhengming.termbase.errors import ZhengmingError

if TYPE_CHECKING:
    from zhengming.termbase.issue import Issue

PROJECT = Path(__file__).parent.parent / "golden" / "project"
FIRST, GLOSSARY, IGNORES = Path("tmx/digest-01.tmx"), Path("glossary.csv"), Path(".zhengming/ignore.toml")
TODAY = dt.date(2026, 3, 31)


class Office:
    """The project checked, and somebody to carry decisions."""

    def __init__(self) -> None:
        self.desk = Desk()
        task = prepare([], governing(), lambda _: None)
        self.issues = examine(task).issues
        self.carrier = Carrier(task, self.desk, TODAY)

    def decide(self, action: Action, issue: Issue, text: str = "", reason: str = "") -> str:
        made = Decision(fingerprint=issue.fingerprint, action=action, text=text, reason=reason)
        done = self.carrier.carry(made, [one for one in self.issues if one.fingerprint == issue.fingerprint])
        self.desk.save()
        return done

    def of(self, code: str, path: Path = FIRST) -> Issue:
        return next(one for one in self.issues if one.check.code == code and one.location.path == str(path))


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.chdir(shutil.copytree(PROJECT, tmp_path / "project"))
    return Office()


def test_fixes_come_one_after_another_in_one_file(office: Office) -> None:
    before = FIRST.read_bytes()
    first, second = [one for one in office.issues if one.check.code == "T002" and one.location.path == str(FIRST)]
    assert office.decide(Action.FIX, first) == "“export restrictions” → “export controls” x1"
    office.decide(Action.FIX, second, text="control of exports")
    fixed = before.replace(b"export restrictions", b"export controls")
    assert FIRST.read_bytes() == fixed.replace(b"export restriction", b"control of exports")
    office.desk.take_back()
    office.desk.save()
    assert FIRST.read_bytes() == fixed


def test_a_target_is_rewritten_where_it_differs_only(office: Office) -> None:
    issue = office.of("T002")
    assert issue.passage is not None
    before = FIRST.read_text(encoding="utf-8")
    office.carrier.rewrite(
        issue, issue.passage.target.replace("announced export restrictions", "imposed export controls")
    )
    office.desk.save()
    assert FIRST.read_text(encoding="utf-8") == before.replace(
        "announced export restrictions", "imposed export controls"
    )


def test_words_are_put_in_at_either_end(office: Office) -> None:
    issue = office.of("T002")
    assert issue.passage is not None
    target = issue.passage.target
    office.carrier.rewrite(issue, f"In short: {target}")
    office.desk.save()
    assert f"<seg>In short: {target}</seg>" in FIRST.read_text(encoding="utf-8")


def test_a_deprecated_term_is_admitted_by_its_own_name(office: Office) -> None:
    others = [line for line in GLOSSARY.read_text(encoding="utf-8").splitlines() if not line.startswith("EC001,")]
    assert office.decide(Action.ADMIT, office.of("T002")) == "EC001: “export restriction” admitted"
    lines = GLOSSARY.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("EC001,")] == others
    assert all(one.concept != "EC001" or one.check.code != "T002" for one in Office().issues)


def test_other_words_are_deprecated(office: Office) -> None:
    assert office.decide(Action.DEPRECATE, office.of("T002"), text="export ban") == "EC001: “export ban” deprecated"
    assert "export ban" in GLOSSARY.read_text(encoding="utf-8")


@pytest.mark.usefixtures("office")
def test_who_may_not_approve_proposes_anew() -> None:
    Path("zhengming.toml").write_text('approvers = ["reviewer@example.org"]\n', encoding="utf-8")
    new = Office()
    done = new.decide(Action.DEPRECATE, new.of("T002"), text="export ban")
    assert done.endswith("“export ban” deprecated; the concept is proposed again, for you are not an approver")
    assert ",proposed," in next(line for line in GLOSSARY.read_text("utf-8").splitlines() if line.startswith("EC001,"))


def test_an_ignore_has_reason_and_date_and_holds(office: Office) -> None:
    issue = office.of("T002")
    assert office.decide(Action.IGNORE, issue, reason="quotes the US “notice”") == (
        "T002 ignored: quotes the US “notice”"
    )
    (written,) = ignore.read(IGNORES, "ignore.toml")
    assert (written.fingerprint, written.reason, written.date) == (issue.fingerprint, "quotes the US “notice”", TODAY)
    assert IGNORES.read_text(encoding="utf-8").startswith("# ")


def test_two_ignores_make_a_file_that_can_be_read(office: Office) -> None:
    office.decide(Action.IGNORE, office.issues[0], reason="a quotation")
    office.decide(Action.OTHER, office.issues[1], reason="")
    assert [one.reason for one in ignore.read(IGNORES, "")] == ["a quotation", "another concept is meant"]


def test_a_whole_concept_is_let_stand(office: Office) -> None:
    office.carrier.let_stand("C003", "MG005", "both are usual")
    office.desk.save()
    (written,) = ignore.read(IGNORES, "")
    assert (written.codes, written.concept) == ({"C003"}, "MG005")


@pytest.mark.parametrize(
    ("action", "code", "problem"),
    [
        (Action.IGNORE, "T002", "an ignore wants a reason (S002)"),
        (Action.ADMIT, "T001", "which words are meant is not known; say them in “text”"),
        (Action.FIX, "T001", "no replacement is known for it; edit the unit"),
    ],
)
def test_what_cannot_be_carried_is_said(office: Office, action: Action, code: str, problem: str) -> None:
    issue = next((one for one in office.issues if one.check.code == code and not one.found), office.of("T002"))
    with pytest.raises(ZhengmingError) as error:
        office.decide(action, issue)
    assert problem in str(error.value)
    assert office.desk.save() == []


def test_somebody_elses_change_is_not_written_over(office: Office) -> None:
    issue = office.of("T002")
    office.carrier.carry(Decision(fingerprint=issue.fingerprint, action=Action.FIX), [issue])
    theirs = FIRST.read_bytes() + b"\n"
    FIRST.write_bytes(theirs)
    with pytest.raises(ZhengmingError, match="changed on disk since it was read"):
        office.desk.save()
    assert FIRST.read_bytes() == theirs
