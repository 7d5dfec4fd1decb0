"""What a check is called and how grave it is."""

from __future__ import annotations

import pytest

from zhengming.termbase.check import Check, Severity


def test_severities_are_ordered_and_go_by_mqm_s_names() -> None:
    assert [str(severity) for severity in sorted(Severity)] == ["neutral", "minor", "major", "critical"]
    assert Severity.named("major") is Severity.MAJOR
    with pytest.raises(KeyError):
        Severity.named("blocker")


def test_a_check_has_a_page() -> None:
    check = Check(code="T001", name="missing-term", mqm="termbase", its="terminology", severity=Severity.MAJOR)
    assert (check.page, check.opt_in) == ("T001-missing-term.md", False)
