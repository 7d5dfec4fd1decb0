"""What a check is: a code, a name that names the fault, and how grave the fault is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

__all__ = ["Check", "Severity"]


class Severity(IntEnum):
    """How much an issue weighs, in MQM's words."""

    NEUTRAL = 0
    MINOR = 1
    MAJOR = 2
    CRITICAL = 3

    def __str__(self) -> str:
        return self.name.lower()

    @classmethod
    def named(cls, name: str) -> Severity:
        """Return the severity of that name. Raise KeyError if there is none."""
        return cls[name.upper()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One kind of fault. `mqm` is an MQM 2021 issue type, `its` a locQualityIssueType of ITS 2.0."""

    code: str
    name: str
    mqm: str | None
    its: str | None
    severity: Severity
    opt_in: bool = False

    @property
    def page(self) -> str:
        """The file name of the check's page, without folder."""
        return f"{self.code}-{self.name}.md"
