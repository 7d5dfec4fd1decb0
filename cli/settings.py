"""zhengming.toml: found, read, validated.

The nearest zhengming.toml or [tool.zhengming] of a pyproject.toml upwards wins whole. There is no file of the user's
own, so that a result depends on the repository only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zhengming.cli.patterns import demand
from zhengming.termbase.check import Severity
from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats.columns import nearest
from zhengming.termbase.language import COMMON, Tag, is_registered, parse
from zhengming.termbase.text.spelling import VARIETIES
from zhengming.tmx.choice import FINISHED, Choice
from zhengming.tmx.model import State
from zhengming.tmx.wanted import Wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["KEYS", "NAME", "Override", "Settings", "find", "governing", "language", "load", "threshold"]

NAME = "zhengming.toml"
_FILES = (NAME, "pyproject.toml")
_TERMBASE = ("glossary.csv",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """What holds for some files only; of several that match one file, the later wins."""

    files: tuple[str, ...]
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the repository wants; the defaults are what it gets unasked. Codes are validated where they are used."""

    folder: Path
    path: Path | None = None
    termbase: tuple[str, ...] = _TERMBASE
    termbase_named_by: str = ""
    """The settings file or option that names the termbase; "" if it is the usual one, which need not exist."""
    source_language: Tag | None = None
    target_language: Tag | None = None
    files: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    states: frozenset[State] = FINISHED.states
    locked: str = "skip"
    csv: Mapping[str, str] = field(default_factory=dict)
    pairs: tuple[tuple[str, str], ...] = ()
    select: tuple[str, ...] = ("default",)
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = Severity.MAJOR
    approvers: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    override: tuple[Override, ...] = ()
    english: str = "any"
    """The spelling that T005 asks for: en-GB, en-US or any."""

    @property
    def names_no_termbase(self) -> bool:
        """Whether the termbase is the usual one, which need not exist."""
        return not self.termbase_named_by

    @property
    def wanted(self) -> Wanted:
        """What is known of files that do not say it themselves."""
        columns = self.csv.get("source", ""), self.csv.get("target", "")
        return Wanted(self.source_language, self.target_language, *columns)

    @property
    def choice(self) -> Choice:
        """Which units are looked at."""
        return Choice(self.states, has_locked=self.locked == "check")


def governing(config: Path | None = None, *, is_isolated: bool = False) -> Settings:
    """Return the settings for the working folder: those of `config`, else the nearest file's, else the defaults."""
    folder = Path.cwd()
    path = None if is_isolated else config or find(folder)
    return Settings(folder=_home(folder)) if path is None else load(path)


def _home(folder: Path) -> Path:
    """Return the folder that the defaults speak of: the nearest with a termbase, else the repository's, else this."""
    for parent in (folder, *folder.parents):
        if (parent / _TERMBASE[0]).is_file() or (parent / ".git").exists():
            return parent
    return folder


def find(folder: Path) -> Path | None:
    """Return the settings file that governs `folder`, or None."""
    for parent in (folder, *folder.parents):
        for name in _FILES:
            path = parent / name
            if path.is_file() and (name == _FILES[0] or _tool_table(_parsed(path)) is not None):
                return path
    return None


def load(path: Path) -> Settings:
    """Read a settings file. Raise InvalidSettings with the file, the key and the nearest known one."""
    data = _parsed(path)
    table = data if path.name != _FILES[1] else _tool_table(data) or {}
    values = _values(table, _READERS, path, "")
    named_by = str(path) if "termbase" in values else ""
    return Settings(folder=path.parent, path=path, termbase_named_by=named_by, **values)


def _parsed(path: Path) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415  many projects have no settings

    try:
        with path.open("rb") as stream:
            return tomllib.load(stream)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidSettings(f"{path}: not TOML: {error}") from error
    except RecursionError as error:
        raise InvalidSettings(f"{path}: lists or tables within each other, too deep to read") from error
    except OSError as error:
        raise InvalidSettings(f"{path}: {error.strerror}") from error


def _tool_table(data: dict[str, Any]) -> dict[str, Any] | None:
    tools = data.get("tool", {})
    return tools.get("zhengming") if isinstance(tools, dict) else None


def _values(
    table: Mapping[str, Any], readers: Mapping[str, Callable[[Any], Any]], path: Path, within: str
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in readers:
            guess = nearest(key, readers)
            hint = f"; did you mean “{guess}”?" if guess else f"; known: {', '.join(readers)}"
            raise InvalidSettings(f"{path}: unknown setting “{within}{key}”{hint}")
        try:
            values[key.replace("-", "_")] = readers[key](value)
        except InvalidSettings as error:
            raise InvalidSettings(f"{path}: {within}{key}: {error}") from error
    return values


def _strings(value: Any) -> tuple[str, ...]:  # noqa: ANN401  whatever TOML holds
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise InvalidSettings("a list of strings is wanted")
    return tuple(value)


def _patterns(value: Any) -> tuple[str, ...]:  # noqa: ANN401
    patterns = _strings(value)
    for pattern in patterns:
        demand(pattern)
    return patterns


def language(value: object) -> Tag:
    """Return the language tag that is written there. Raise InvalidSettings with the nearest well-known one."""
    tag = parse(value) if isinstance(value, str) else None
    if tag is None or not is_registered(tag):
        guess = nearest(str(value), COMMON)
        hint = f"did you mean “{guess}”?" if guess else "write one such as zh-Hans or en-GB (BCP 47)"
        raise InvalidSettings(f"“{value}” is no language tag; {hint}")
    return tag


def _severity(value: Any) -> Severity:  # noqa: ANN401
    try:
        return Severity.named(value)
    except (KeyError, AttributeError) as error:
        known = ", ".join(str(severity) for severity in Severity)
        raise InvalidSettings(f"{value!r} is none of {known}") from error


def threshold(value: Any) -> Severity | None:  # noqa: ANN401
    """Return the severity from which issues fail a check; None for "never". Raise InvalidSettings."""
    return None if value == "never" else _severity(value)


def _severities(value: Any) -> dict[str, Severity]:  # noqa: ANN401
    if not isinstance(value, dict):
        raise InvalidSettings("a table of codes and severities is wanted")
    return {str(code): _severity(severity) for code, severity in value.items()}


def _states(value: Any) -> frozenset[State]:  # noqa: ANN401
    known = {state.value: state for state in State}
    for name in _strings(value):
        if name not in known:
            guess = nearest(name, known)
            hint = f"did you mean “{guess}”?" if guess else f"there are {', '.join(known)}"
            raise InvalidSettings(f"“{name}” is no state; {hint}")
    return frozenset(known[name] for name in _strings(value))


def _locked(value: Any) -> str:  # noqa: ANN401
    if value not in {"skip", "check"}:
        raise InvalidSettings(f"{value!r} is neither “skip” nor “check”")
    return str(value)


def _columns(value: Any) -> dict[str, str]:  # noqa: ANN401
    if not isinstance(value, dict) or not all(isinstance(name, str) for name in value.values()):
        raise InvalidSettings("a table with the headers or letters of “source” and “target” is wanted")
    if unknown := set(value) - {"source", "target"}:
        raise InvalidSettings(f"unknown setting “{min(unknown)}”; known: source, target")
    return dict(value)


def _pairs(value: Any) -> tuple[tuple[str, str], ...]:  # noqa: ANN401
    from zhengming.cli.beside import demand_patterns  # noqa: PLC0415  few projects have texts side by side

    pairs = [_strings(pair) for pair in value] if isinstance(value, list) else []
    if not pairs or any(len(pair) != len(("source", "target")) for pair in pairs):
        raise InvalidSettings('a list of pairs is wanted: [["{name}.zh.md", "{name}.en.md"]]')
    for source, target in pairs:
        demand_patterns(source, target)
    return tuple((source, target) for source, target in pairs)


def _overrides(value: Any) -> tuple[Override, ...]:  # noqa: ANN401
    if not isinstance(value, list) or not all(isinstance(item, dict) and "files" in item for item in value):
        raise InvalidSettings("tables [[override]] with “files” are wanted")
    return tuple(Override(**_values(item, _OVERRIDE_READERS, Path("override"), "")) for item in value)


def _english(value: Any) -> str:  # noqa: ANN401
    if not isinstance(value, dict) or set(value) != {"spelling"} or value["spelling"] not in VARIETIES:
        raise InvalidSettings(f"spelling = one of {', '.join(VARIETIES)} is wanted, and nothing else")
    return str(value["spelling"])


_OVERRIDE_READERS: dict[str, Callable[[Any], Any]] = {"files": _patterns, "ignore": _strings, "severity": _severities}
_READERS: dict[str, Callable[[Any], Any]] = {
    "termbase": _strings,
    "source-language": language,
    "target-language": language,
    "files": _patterns,
    "exclude": _patterns,
    "states": _states,
    "locked": _locked,
    "csv": _columns,
    "pairs": _pairs,
    "select": _strings,
    "extend-select": _strings,
    "ignore": _strings,
    "fail-on": threshold,
    "approvers": _strings,
    "severity": _severities,
    "override": _overrides,
    "english": _english,
}
#: Every key, in the order in which the documentation tells them.
KEYS = tuple(_READERS)
