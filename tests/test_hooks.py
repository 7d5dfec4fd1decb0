"""The hooks we offer, run by pre-commit itself in a scratch repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from zhengming.cli.main import COMMANDS
from zhengming.tmx.formats import xliff

ROOT = Path(__file__).parent.parent
HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}
UNTRANSLATED = (
    '<?xml version="1.0"?>\n<tmx version="1.4"><header creationtool="hand" creationtoolversion="1" segtype="sentence" '
    'o-tmf="TMX" adminlang="en" srclang="zh-CN" datatype="plaintext"/><body><tu><tuv xml:lang="zh-CN">'
    '<seg>价格上涨。</seg></tuv><tuv xml:lang="en"><seg></seg></tuv></tu></body></tmx>\n'
)
TERMBASE = (
    "id,zh-Hans,en,en:deprecated,status,source\n"
    "EC001,出口管制,export control,export restriction,approved,Export Control Law\n"
)
#: pre-commit splits arguments at 128 KiB; names of this length need two processes.
FILES, NAME_LENGTH = 1000, 180


@pytest.mark.parametrize(
    "name", ["digest.tmx", "DIGEST.TMX", "a/b.Tmx", "po/en.po", "zhengming.toml", "sub/zhengming.toml"]
)
def test_the_check_takes_these_files(name: str) -> None:
    assert re.search(HOOKS["zhengming-check"]["files"], name)


@pytest.mark.parametrize("suffix", xliff.FORMAT.suffixes)
def test_check_and_fix_take_every_kind_of_xliff(suffix: str) -> None:
    assert re.search(HOOKS["zhengming-check"]["files"], f"a/notice{suffix.upper()}")
    assert re.search(HOOKS["zhengming-fix"]["files"], f"a/notice{suffix}")


@pytest.mark.parametrize("name", ["digest.tmx.bak", "tmx", "glossary.csv", "my-zhengming.toml"])
def test_the_check_leaves_these_alone(name: str) -> None:
    assert not re.search(HOOKS["zhengming-check"]["files"], name)


@pytest.mark.parametrize(("name", "is_taken"), [("glossary.csv", True), ("a/glossary.csv", True), ("x.csv", False)])
def test_the_termbase_hook_takes_glossaries(name: str, *, is_taken: bool) -> None:
    assert bool(re.search(HOOKS["zhengming-termbase"]["files"], name)) is is_taken


@pytest.mark.parametrize(
    ("name", "is_taken"), [("a/DIGEST.TMX", True), ("po/zh_CN.po", True), ("zhengming.toml", False), ("a.csv", False)]
)
def test_the_fix_takes_translations_only(name: str, *, is_taken: bool) -> None:
    assert bool(re.search(HOOKS["zhengming-fix"]["files"], name)) is is_taken


@pytest.mark.parametrize("hook", HOOKS.values(), ids=lambda hook: hook["id"])
def test_a_hook_calls_a_command_that_exists_and_never_trusts_types(hook: dict[str, Any]) -> None:
    program, command, *_ = hook["entry"].split()
    assert program == "zhengming"
    assert command in COMMANDS
    assert hook.get("types", ["file"]) == ["file"]
    assert hook["language"] == "python"


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    environment = {
        **inherited,
        "PRE_COMMIT_HOME": str(folder.parent / "pre-commit"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
    }
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def commit(folder: Path) -> str:
    """Make the folder a repository, commit all of it, and return the revision."""
    as_somebody = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false")
    for command in (("init", "-q"), ("add", "-A"), (*as_somebody, "commit", "-q", "--no-verify", "-m", "All")):
        done = run(folder, "git", *command)
        assert done.returncode == 0, done.stderr
    return run(folder, "git", "rev-parse", "HEAD").stdout.strip()


def offered(folder: Path) -> str:
    """Make `folder` a repository of the working tree, for that is what is to be tested; return its revision."""
    listed = run(ROOT, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    if listed.returncode != 0:
        pytest.skip("not in a clone: there is no list of the project's files")
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name, follow_symlinks=False)
    return commit(folder)


def test_hooks_in_a_scratch_repository(tmp_path: Path) -> None:
    project, scratch = tmp_path / "project", tmp_path / "scratch"
    for folder in (project, scratch):
        folder.mkdir()
    revision = offered(project)
    config = {"repos": [{"repo": str(project), "rev": revision, "hooks": [{"id": name} for name in HOOKS]}]}
    (scratch / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (scratch / "glossary.csv").write_text(TERMBASE, encoding="utf-8")
    (scratch / "trados.tmx").write_bytes(b"\xff\xfe" + UNTRANSLATED.encode("utf-16-le"))
    (scratch / "OLD.TMX").write_text(UNTRANSLATED, encoding="utf-8")
    for number in range(FILES):
        name = f"{number:04}".ljust(NAME_LENGTH, "x") + ".tmx"
        (scratch / name).write_text(UNTRANSLATED, encoding="utf-8")
    commit(scratch)
    pre_commit = (sys.executable, "-m", "pre_commit", "run", "--all-files", "--color=never")

    checked = run(scratch, *pre_commit, "zhengming-check")
    assert checked.returncode == 1, checked.stdout + checked.stderr
    places = {line.strip() for line in checked.stdout.splitlines() if "╭▸" in line}
    assert len(places) == FILES + 2
    assert any("trados.tmx:" in place for place in places)
    assert any("OLD.TMX:" in place for place in places)
    assert len(re.findall(r"^\d+ issues ", checked.stdout, re.MULTILINE)) > 1  # one summary a process

    everything = run(scratch, *pre_commit, "zhengming-check-all", "--hook-stage", "manual")
    assert everything.returncode == 1, everything.stdout + everything.stderr
    assert len(re.findall(r"^\d[\d,]* issues ", everything.stdout, re.MULTILINE)) == 1

    linted = run(scratch, *pre_commit, "zhengming-termbase")
    assert linted.returncode == 0, linted.stdout + linted.stderr
    assert "Passed" in linted.stdout

    wrong = UNTRANSLATED.replace("价格上涨", "实施出口管制").replace("<seg></seg>", "<seg>Export restrictions</seg>")
    (scratch / "wrong.tmx").write_bytes(b"\xff\xfe" + wrong.encode("utf-16-le"))
    run(scratch, "git", "add", "wrong.tmx")  # pre-commit sees changes of what git knows
    fixing = (*pre_commit[:-2], "--files", "wrong.tmx", "--color=never", "zhengming-fix")
    fixed = run(scratch, *fixing)
    assert fixed.returncode == 1, fixed.stdout + fixed.stderr
    assert "files were modified by this hook" in fixed.stdout
    right = wrong.replace("Export restrictions", "Export controls")
    assert (scratch / "wrong.tmx").read_bytes() == b"\xff\xfe" + right.encode("utf-16-le")
    assert run(scratch, "git", "add", "wrong.tmx").returncode == 0
    again = run(scratch, *fixing)
    assert again.returncode == 0, again.stdout + again.stderr
