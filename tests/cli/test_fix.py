"""zhengming fix: what it shows, what it writes, and what it leaves alone."""

from __future__ import annotations

import codecs
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zhengming.cli import checking
from zhengming.cli import fixing as fixing_module

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zhengming.cli.checking import Task
    from zhengming.cli.result import Result
    from zhengming.tmx.fix import Change, Fixed
    from zhengming.tmx.formats import Rewriter

    from .conftest import Run

FIRST, SECOND = Path("tmx/digest-01.tmx"), Path("tmx/digest-02.tmx")
posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions and links are those of POSIX")
pytestmark = pytest.mark.usefixtures("project")

DIFF = """\
--- tmx/digest-01.tmx
@@ 7 unit 1f3a
- On 9 October MOFCOM announced export restrictions on rare-earth technologies.
+ On 9 October MOFCOM announced export controls on rare-earth technologies.
@@ 11 unit 1f3b
- The export restriction applies to all member states.
+ The export control applies to all member states.
Would fix 2 of 3 issues in 1 file; 1 needs a decision
"""
DONE = """\
tmx/digest-01.tmx:7:64: T002 “export restrictions” → “export controls”
tmx/digest-01.tmx:11:38: T002 “export restriction” → “export control”
tmx/digest-02.tmx:15:268: T002 “export restrictions” → “export controls”
Fixed 3 of 7 issues in 2 files; 4 need a decision
"""


def written(path: Path, *units: tuple[str, str], languages: tuple[str, str] = ("zh-CN", "en")) -> bytes:
    """Write a file of these units, as XML has them, and return its bytes."""
    header = FIRST.read_text(encoding="utf-8").partition("<tu ")[0].replace("zh-CN", languages[0])
    body = "".join(
        f'<tu tuid="u"><tuv xml:lang="{languages[0]}"><seg>{source}</seg></tuv>'
        f'<tuv xml:lang="{languages[1]}"><seg>{target}</seg></tuv></tu>\n'
        for source, target in units
    )
    path.write_text(f"{header}{body}</body></tmx>", encoding="utf-8")
    return path.read_bytes()


def test_diff_shows_the_texts_before_and_after(run: Run) -> None:
    before = FIRST.read_bytes()
    outcome = run("fix", "--diff", str(FIRST))
    assert outcome == (1, DIFF, "")
    assert FIRST.read_bytes() == before


def test_fix_changes_the_words_and_says_what_it_did(run: Run) -> None:
    before = {path: path.read_bytes() for path in (FIRST, SECOND)}
    outcome = run("fix")
    assert outcome == (0, DONE, "")
    for path, content in before.items():
        assert path.read_bytes() == content.replace(b"export restriction", b"export control")


def test_a_second_run_changes_nothing(run: Run) -> None:
    run("fix")
    after = [path.read_bytes() for path in (FIRST, SECOND)]
    assert run("fix") == (0, "Nothing to fix; 4 need a decision\n", "")
    assert run("fix", "--diff").status == 0
    assert [path.read_bytes() for path in (FIRST, SECOND)] == after
    assert "T002" not in run("check", "--output-format", "concise").out


def test_number_and_capitals_are_carried_over(run: Run) -> None:
    units = [
        ("出口管制升级。", "Export restriction is being tightened."),
        ("出口管制升级。", "Export restrictions are being tightened."),
        ("出口管制", "EXPORT RESTRICTIONS"),
    ]
    path = Path("titles.tmx")
    written(path, *units)
    run("fix", "titles.tmx")
    text = path.read_text(encoding="utf-8")
    assert "<seg>Export control is being" in text
    assert "<seg>Export controls are being" in text
    assert "<seg>EXPORT CONTROLS</seg>" in text


def test_of_a_file_as_trados_writes_it_only_the_words_change(run: Run) -> None:
    text = (
        '<?xml version="1.0" encoding="utf-16"?>\r\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\r\n<tmx version="1.4">\r\n'
        '<header creationtool="TRADOS" segtype="sentence" o-tmf="TW4Win" adminlang="EN-US" srclang="ZH-CN" '
        'datatype="rtf">\r\n<prop type="RTFFontTable">\r\n{\\fonttbl \r\n{\\f1 }}</prop>\r\n</header>\r\n<body>\r\n'
        '<tu creationdate="20251009T080000Z"  creationid=\'LI\'>\r\n<tuv xml:lang="ZH-CN">\r\n'
        "<seg><ut>{\\b </ut>对稀土实施出口管制<ut>}</ut>。</seg>\r\n</tuv>\r\n"
        '<tuv xml:lang="EN-US">\r\n<seg><ut>{\\b </ut>Export restrictions<ut>}</ut> on rare earths &#x2014; R&amp;D.'
        "</seg>\r\n</tuv>\r\n</tu>\r\n</body>\r\n</tmx>\r\n"
    )
    path = Path("trados.tmx")
    path.write_bytes(codecs.BOM_UTF16_LE + text.encode("utf-16-le"))
    outcome = run("fix", "trados.tmx", "--select", "T002")
    assert outcome.out.startswith(
        "trados.tmx:15:19: T002 “Export restrictions” → “Export controls”\nFixed 1 of 1 issue"
    )
    fixed = text.replace("Export restrictions", "Export controls")
    assert path.read_bytes() == codecs.BOM_UTF16_LE + fixed.encode("utf-16-le")


def test_words_parted_by_a_code_are_left_and_it_is_said(run: Run) -> None:
    before = written(Path("codes.tmx"), ("实施出口管制。", "export <ph>{0}</ph>restrictions apply"))
    outcome = run("fix", "codes.tmx", "--select", "T002")
    assert outcome.status == 0
    assert outcome.out == "Nothing to fix; 1 needs a decision\n"
    assert outcome.err == (
        "zhengming: codes.tmx:5:88: “export restrictions” is left as it is: "
        "an inline code or a comment stands inside it\n"
    )
    assert Path("codes.tmx").read_bytes() == before


def test_two_units_that_are_called_alike_are_shown_apart(run: Run) -> None:
    written(Path("twins.tmx"), *[("实施出口管制。", "export restrictions apply")] * 2)
    outcome = run("fix", "--diff", "--select", "T002", "twins.tmx")
    assert outcome.out.count("\n@@ ") == 2
    assert outcome.out.count("+ export controls apply") == 2


def test_what_two_variants_of_the_source_ask_for_is_done_once(run: Run) -> None:
    first, again = '<tuv xml:lang="en">', '<tuv xml:lang="zh-CN"><seg>对其实施出口管制。</seg></tuv>'
    content = written(Path("three.tmx"), ("实施出口管制。", "export restrictions apply")).decode()
    Path("three.tmx").write_text(content.replace(first, again + first), encoding="utf-8")
    outcome = run("fix", "three.tmx", "--select", "T002")
    assert outcome.out == (
        "three.tmx:5:136: T002 “export restrictions” → “export controls”\nFixed 2 of 2 issues in 1 file\n"
    )
    assert "export controls apply" in Path("three.tmx").read_text(encoding="utf-8")


def test_two_replacements_in_one_sentence_are_one_comparison(run: Run) -> None:
    written(Path("both.tmx"), ("转运和出口管制。", "Transfer transport and export restrictions."))
    outcome = run("fix", "--diff", "--select", "T002", "both.tmx")
    assert outcome.out == (
        "--- both.tmx\n@@ 5 unit u\n- Transfer transport and export restrictions.\n"
        "+ Transshipment and export controls.\nWould fix 2 of 2 issues in 1 file\n"
    )


def test_what_is_ignored_or_in_the_baseline_stays(run: Run) -> None:
    Path(".zhengming").mkdir()
    Path(".zhengming/ignore.toml").write_text(
        '[[ignore]]\ncode = "T002"\nconcept = "EC001"\nfiles = ["tmx/digest-01.tmx"]\nreason = "quotes"\n',
        encoding="utf-8",
    )
    before = FIRST.read_bytes()
    assert "in 1 file" in run("fix").out
    assert FIRST.read_bytes() == before

    Path(".zhengming/ignore.toml").unlink()
    run("baseline", "create")
    assert run("fix") == (0, "Nothing to fix\n", "")
    assert "Fixed 2 of 6 issues" in run("fix", "--no-baseline").out


def test_without_settings_nothing_is_let_stand(run: Run) -> None:
    run("baseline", "create")
    assert run("--isolated", "fix", "--diff").status == 1


def test_a_baseline_cannot_be_both_named_and_left_unread(run: Run) -> None:
    assert run("fix", "--no-baseline", "--baseline", str(FIRST)).status == 2


def test_a_note_is_not_acted_upon(run: Run) -> None:
    Path("zhengming.toml").write_text('[severity]\nT002 = "neutral"\n', encoding="utf-8")
    outcome = run("fix")
    assert outcome.out == (
        "Nothing to fix; 7 need a decision\n3 replacements to be read by a person: zhengming fix --unsafe --diff\n"
    )
    assert "Fixed 3 of 7" in run("fix", "--unsafe").out


def test_a_term_that_is_right_elsewhere_is_replaced_only_if_asked(run: Run) -> None:
    glossary = Path("glossary.csv")
    labelled = glossary.read_text(encoding="utf-8").replace(",export restriction,a", ",export restriction {soft},a")
    glossary.write_text(labelled, encoding="utf-8")
    before = FIRST.read_bytes()
    assert run("fix", str(FIRST)).out.startswith("Nothing to fix; ")
    assert FIRST.read_bytes() == before
    assert run("fix", "--unsafe", str(FIRST)).out.startswith(DONE.partition("tmx/digest-02")[0])


def test_an_article_that_would_turn_wants_a_reader(run: Run) -> None:
    before = written(Path("article.tmx"), ("转运", "a transfer transport, an export restriction"), ("转运", "transfer"))
    Path("glossary.csv").write_text(
        "id,zh-Hans,en,en:deprecated,status,source\nTR1,转运,onward carriage,transfer transport,approved,customs\n",
        encoding="utf-8",
    )
    assert "1 replacement to be read by a person" in run("fix", "--select", "T002", "article.tmx").out
    assert Path("article.tmx").read_bytes() == before


def test_only_the_checks_selected_are_fixed(run: Run) -> None:
    assert run("fix", "--select", "C", "--diff") == (0, "Nothing to fix; 2 need a decision\n", "")


def test_quiet_names_the_changes_only(run: Run) -> None:
    assert run("-q", "fix").out == "".join(DONE.splitlines(keepends=True)[:-1])


def test_the_arrow_can_be_plain(run: Run) -> None:
    assert " -> “export controls”" in run("fix", "--ascii").out


@posix
def test_links_and_permissions_survive(run: Run) -> None:
    FIRST.chmod(0o640)
    link = Path("latest.tmx")
    link.symlink_to(FIRST)
    outcome = run("fix", "latest.tmx", str(FIRST))
    assert outcome.out.count("→") == 2
    assert outcome.err == ""
    assert link.is_symlink()
    assert FIRST.stat().st_mode & 0o777 == 0o640
    assert b"restriction" not in FIRST.read_bytes()


@posix
def test_what_is_write_protected_is_not_written(run: Run) -> None:
    FIRST.chmod(0o444)
    outcome = run("fix")
    assert outcome.status == 2
    assert outcome.err == "zhengming: tmx/digest-01.tmx: write-protected; nothing was written to it\n"
    assert outcome.out.startswith("tmx/digest-02.tmx:15:268")
    assert b"restriction" in FIRST.read_bytes()


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Let something happen when the files have been read, and before any is written."""

    def happens(event: Callable[[], object]) -> None:
        def examining(task: Task, by: str = "term") -> Result:
            result = examine(task, by)
            event()
            return result

        examine = checking.examine
        monkeypatch.setattr(checking, "examine", examining)

    return happens


def test_a_file_that_somebody_changes_meanwhile_is_left(
    run: Run, meanwhile: Callable[[Callable[[], object]], None]
) -> None:
    theirs = FIRST.read_bytes().replace(b"On 9 October", b"On 8 October")
    meanwhile(lambda: FIRST.write_bytes(theirs))
    outcome = run("fix")
    assert outcome.status == 2
    assert "tmx/digest-01.tmx: changed by somebody since it was read; nothing was written to it" in outcome.err
    assert "Fixed 1 of 7 issues in 1 file" in outcome.out
    assert FIRST.read_bytes() == theirs


def test_a_file_that_somebody_changes_at_the_last_moment_is_left(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fixing(content: bytes, changes: Sequence[Change], rewriter: Callable[[bytes], Rewriter]) -> Fixed:
        FIRST.write_bytes(b"theirs")
        return fix(content, changes, rewriter)

    fix = fixing_module.fix
    monkeypatch.setattr(fixing_module, "fix", fixing)
    assert run("fix", str(FIRST)).status == 2
    assert FIRST.read_bytes() == b"theirs"


def test_a_file_that_is_gone_meanwhile_is_said_to_be(
    run: Run, meanwhile: Callable[[Callable[[], object]], None]
) -> None:
    meanwhile(FIRST.unlink)
    outcome = run("fix")
    assert outcome.status == 2
    assert outcome.err == "zhengming: tmx/digest-01.tmx: No such file or directory; nothing was written to it\n"
    assert not FIRST.exists()


def test_a_file_that_cannot_be_read_to_its_end_is_left(run: Run) -> None:
    broken = FIRST.read_bytes().replace(b"</tmx>", b"")
    FIRST.write_bytes(broken)
    outcome = run("fix")
    assert outcome.status == 2
    assert outcome.err.startswith("zhengming: tmx/digest-01.tmx:23:1: the file ends before its last tag")
    assert outcome.out.startswith("tmx/digest-02.tmx:15:268")
    assert FIRST.read_bytes() == broken


def test_a_termbase_is_no_translation(run: Run) -> None:
    before = Path("glossary.csv").read_bytes()
    assert run("fix", "glossary.csv") == (0, "Nothing to fix\n", "")
    assert Path("glossary.csv").read_bytes() == before


def test_the_other_chinese_script_is_put_right(run: Run) -> None:
    path = Path("into-chinese.tmx")
    before = written(path, ("Antimony oxide exports fell.", "氧化銻出口下降。"), languages=("en", "zh-CN"))
    run("fix", "into-chinese.tmx")
    assert path.read_bytes() == before.replace("氧化銻".encode(), "氧化锑".encode())


@posix
def test_a_link_out_of_the_project_is_followed_only_if_it_is_named(run: Run, project: Path) -> None:
    outside = project.parent / "theirs.tmx"
    before = outside.write_bytes(FIRST.read_bytes()) and outside.read_bytes()
    link = Path("tmx", "link.tmx")
    link.symlink_to(outside)
    outcome = run("fix")
    assert outcome.status == 2
    assert f"tmx/link.tmx: a link out of the project, to {outside}; nothing was written to it" in outcome.err
    assert outside.read_bytes() == before
    assert b"export restriction" not in FIRST.read_bytes()
    assert run("fix", str(link)).status == 0
    assert outside.read_bytes() != before


def test_a_termbase_that_is_not_all_read_is_two(run: Run) -> None:
    with Path("glossary.csv").open("a", encoding="utf-8") as file:
        file.write("ZZ001,trade,关税,,tariff,,,aproved,,,\n")
    assert run("fix").status == 2
