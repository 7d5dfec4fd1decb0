"""Files to be put beside the translations, each with a question and shown as a diff before it is written."""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from zhengming.cli import termbases
from zhengming.cli.suppression import baseline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.cli.initiation.folder import Findings

__all__ = ["HOOKS", "WORKFLOW", "Proposal", "diff", "hook", "proposals", "workflow"]

SETTINGS, GLOSSARY = Path("zhengming.toml"), Path("glossary.csv")
WORKFLOW = Path(".github/workflows/zhengming.yml")
BASELINE, HOOKS = Path(".zhengming/baseline.jsonl"), Path(".pre-commit-config.yaml")
#: Of a long new file so many lines are shown.
_SHOWN = 12
_EMPTY_GLOSSARY = "id,subject_field,{source},{target},{target}:admitted,{target}:deprecated,status,note,source\n"
_REPOS = re.compile(r"^repos:[ \t]*(\[\][ \t]*)?(#.*)?$", re.MULTILINE)
_FIRST_REPO = re.compile(r"^([ \t]*)-[ \t]+repo:", re.MULTILINE)
_HOOK = """\
{indent}- repo: local
{indent}  hooks:
{indent}    - id: zhengming-check
{indent}      name: zhengming check
{indent}      entry: zhengming check
{indent}      language: system
{indent}      files: (?i)\\.({suffixes})$
{indent}      types: [file]
{indent}      require_serial: true
"""


_WORKFLOW = """\
name: zhengming
on: [push, pull_request]
permissions: {contents: read}
jobs:
  terms:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with: {fetch-depth: 0}
      - uses: actions/setup-python@v5
        with: {python-version: "3.12"}
      - run: pip install zhengming
      - run: zhengming check --output-format github $SINCE
        env:
          SINCE: ${{ github.base_ref && format('--since origin/{0}', github.base_ref) }}
"""


class Proposal(NamedTuple):
    """A file as it is (None: not there) and as it would be, and what to ask."""

    path: Path
    question: str
    before: bytes | None
    after: bytes


def proposals(found: Findings, folder: Path) -> Iterator[Proposal]:
    """Yield what is worth proposing, in the order in which one builds on the other."""
    if not (folder / SETTINGS).exists():
        yield Proposal(SETTINGS, _languages_asked(found), None, _settings(found))
    if found.glossary is None:
        yield _termbase(found)
    if found.issues and not (folder / BASELINE).exists():
        entries = baseline.of(found.issues)
        count = len(found.issues)
        asked = f"Baseline   {count:,} {'issue' if count == 1 else 'issues'} of today let stand → {BASELINE}"
        yield Proposal(BASELINE, asked, None, baseline.written(entries))
    if HOOKS.name in found.others and (proposed := hook(folder, found.counts)):
        yield proposed


def _languages_asked(found: Findings) -> str:
    if found.languages is None:
        return "Settings   no one pair of languages: each file's own"
    return f"Settings   {found.languages[0]} → {found.languages[1]}"


def _settings(found: Findings) -> bytes:
    lines = [f'termbase = ["{(found.glossary or GLOSSARY).as_posix()}"]']
    if found.languages is not None:
        source, target = found.languages
        lines += [f'source-language = "{source}"', f'target-language = "{target}"']
    return "".join(f"{line}\n" for line in lines).encode()


def _termbase(found: Findings) -> Proposal:
    spoken = {tag.language for tag in found.languages or ()}
    if found.languages is None or spoken == {"zh", "en"}:
        starter = termbases.starter().read_bytes()
        count = found.result.concepts
        return Proposal(
            GLOSSARY, f"Termbase   {GLOSSARY}, new: {count:,} rare-earth and trade terms to start with", None, starter
        )
    source, target = found.languages
    header = _EMPTY_GLOSSARY.format(source=source, target=target).encode()
    return Proposal(GLOSSARY, f"Termbase   {GLOSSARY}, new and empty, for {source} and {target}", None, header)


def hook(folder: Path, suffixes: Iterable[str]) -> Proposal | None:
    """Return the hook among those there are, or None where the file is not as pre-commit's own examples are."""
    before = (folder / HOOKS).read_bytes()
    try:
        text = before.decode()
    except UnicodeDecodeError:
        return None
    place = _REPOS.search(text)
    if place is None or "zhengming" in text:
        return None
    first = _FIRST_REPO.search(text, place.end())
    known = "|".join(sorted(suffix.lstrip(".") for suffix in suffixes)) or "tmx"
    written = _HOOK.format(indent=first[1] if first else "  ", suffixes=known)
    after = f"{text[: place.start()]}repos:\n{written}{text[place.end() :].removeprefix(chr(10))}"
    return Proposal(HOOKS, f"Hook       zhengming-check in {HOOKS}", before, after.encode())


def workflow(folder: Path) -> Proposal | None:
    """Return the file that makes GitHub check, or None where the repository has no workflows or one of ours."""
    there = folder / WORKFLOW.parent
    ours = (path for path in there.glob("*.y*ml") if "zhengming" in path.read_text("utf-8", "replace"))
    if not there.parent.is_dir() or any(ours):
        return None
    return Proposal(WORKFLOW, f"CI          {WORKFLOW}", None, _WORKFLOW.encode())


def diff(proposal: Proposal) -> Iterator[str]:
    """Yield the lines of a unified diff; of a long new file the first ones."""
    before = (proposal.before or b"").decode(errors="replace").splitlines()
    after = proposal.after.decode("utf-8-sig", errors="replace").splitlines()
    name = proposal.path.as_posix()
    origin = "/dev/null" if proposal.before is None else f"a/{name}"
    lines = list(difflib.unified_diff(before, after, origin, f"b/{name}", lineterm="", n=2))
    yield from lines[: _SHOWN + 3]
    if len(lines) > _SHOWN + 3:
        yield f"… and {len(lines) - _SHOWN - 3:,} lines more"
