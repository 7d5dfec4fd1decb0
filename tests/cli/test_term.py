"""zhengming term: the screens, the exit codes, and what becomes of files."""

from __future__ import annotations

import codecs
import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]

pytestmark = pytest.mark.usefixtures("project")

GLOSSARY = Path("glossary.csv")
PROPOSED = "id,subject_field,zh-Hans,en,en:deprecated,status,check,note,source\n"


def glossary(rows: str, header: str = PROPOSED) -> None:
    GLOSSARY.write_text(header + rows, encoding="utf-8")


# lookup


def test_lookup_lines_up_han_characters(run: Run) -> None:
    assert run("term", "lookup", "rare") == (0, "MG001  稀土永磁体  rare-earth permanent magnet  approved\n", "")
    assert run("term", "lookup", "口") == (
        0,
        "EC001  出口管制  export control      approved\nEC002  出口限制  export restriction  approved\n",
        "",
    )


@pytest.mark.parametrize("words", [["氧化銻"], ["antimony", "oxides"], ["an001"]])
def test_lookup_takes_any_form(run: Run, words: list[str]) -> None:
    assert run("term", "lookup", *words)[1] == "AN001  氧化锑  antimony oxide  approved\n"


def test_lookup_says_what_is_wrong(run: Run) -> None:
    assert run("term", "lookup", "export restrictions")[1] == (
        "EC002  出口限制  export restriction  approved\n"
        "EC001  出口管制  export control      approved  not “export restriction”\n"
    )


def test_lookup_counts_units_on_demand(run: Run) -> None:
    assert run("term", "lookup", "--count", "管制")[1] == "EC001  出口管制  export control  approved     3 units\n"


def test_lookup_that_finds_nothing_fails(run: Run) -> None:
    assert run("term", "lookup", "磁粉") == (1, "", "zhengming: no concept is called “磁粉” in glossary.csv\n")


def test_lookup_without_a_termbase_asks_the_starter(run: Run) -> None:
    GLOSSARY.unlink()
    status, out, _ = run("term", "lookup", "export control")
    assert (status, "出口管制" in out) == (0, True)


def test_a_concept_without_a_name_in_a_language_has_a_dash(run: Run) -> None:
    glossary("A1,,稀土,rare earths,,,,,\nA2,,,tombarthite,,,,,\n")
    assert run("term", "lookup", "tombarthite")[1] == "A2  -  tombarthite  approved\n"


# add


def test_add_writes_one_row_in_its_place(run: Run) -> None:
    before = GLOSSARY.read_text(encoding="utf-8").splitlines(keepends=True)
    status, out, err = run(
        "term", "add", "抛光粉", "polishing powder", "--deprecate", "polish flour {unseen}", "--admit", "polish",
        "--field", "magnets", "--source", "digest-02.tmx:44", "--note", "cerium oxide", "--check", "soft",
    )  # fmt: skip
    assert (status, err) == (0, "")
    assert out == ("MG002 抛光粉 → polishing powder   proposed\neffect here: no unit holds 抛光粉\n")
    after = GLOSSARY.read_text(encoding="utf-8").splitlines(keepends=True)
    terms = "抛光粉,,polishing powder,polish,polish flour {unseen}"
    row = f"MG002,magnets,{terms},proposed,soft,cerium oxide,digest-02.tmx:44\n"
    assert [line for line in after if line not in before] == [row]
    assert after.index(row) == [line[:5] for line in before].index("MG001") + 1
    assert [line for line in after if line in before] == before


def test_add_tells_what_would_happen_here(run: Run) -> None:
    _, out, _ = run("term", "add", "美国", "the US", "--deprecate", "America")
    assert out.endswith("effect here: 2 units hold 美国; 2 pass\n")
    _, out, _ = run("term", "add", "成员国", "participating state")
    assert out.endswith("effect here: 1 unit holds 成员国; 0 pass, 1 would be T001\n")


def test_add_keeps_every_other_byte(run: Run) -> None:
    rows = 'id,zh-Hans,en,status\r\nEC001,"出口管制",export control,approved\r\nEC009,实体清单,"Entity List",\r\n'
    GLOSSARY.write_bytes(codecs.BOM_UTF8 + rows.encode())
    GLOSSARY.chmod(0o640)
    assert run("term", "add", "许可证", "license", "--prefix", "EC")[0] == 0
    assert GLOSSARY.read_bytes() == codecs.BOM_UTF8 + (rows + "EC010,许可证,license,proposed\r\n").encode()
    assert GLOSSARY.stat().st_mode & 0o777 == 0o640


def test_add_refuses_what_is_there(run: Run) -> None:
    before = GLOSSARY.read_bytes()
    message = "出口管制 is EC001 already: both are called “出口管制” and “Export Controls”; make one concept of the two"
    assert run("term", "add", "出口管制", "Export Controls") == (
        1,
        "",
        f"zhengming: G001 {message}\n",
    )
    assert GLOSSARY.read_bytes() == before


def test_add_warns_of_what_is_only_doubtful(run: Run) -> None:
    status, _, err = run("term", "add", "锑白", "antimony oxide")
    assert status == 0
    assert err.startswith("zhengming: G003 “antimony oxide” is preferred for 锑白 and for 氧化锑 (AN001) alike")


def test_add_refuses_what_the_table_has_no_column_for(run: Run) -> None:
    glossary("EC001,出口管制,export control,GATT\n", "id,zh-Hans,en,source\n")
    message = "zhengming: glossary.csv: no column “en:deprecated” for “leave”; add one\n"
    assert run("term", "add", "许可证", "license", "--deprecate", "leave", "--approved", "--source", "EAR") == (
        2,
        "",
        message,
    )


def test_add_begins_a_termbase(run: Run) -> None:
    GLOSSARY.unlink()
    assert run("term", "add", "稀土", "rare earths")[0] == 0
    assert GLOSSARY.read_text(encoding="utf-8") == (
        "id,subject_field,zh-Hans,en,part_of_speech,status,check,definition,note,source,confidence\n"
        "TB001,,稀土,rare earths,,proposed,strict,,,,\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["rare earths", "稀土"], "“rare earths” comes first, which is to be zh-Hans; is the order right?"),
        (["稀土", "rare {earths"], "“rare {earths”: “rare {earths”: braces hold labels at the end of a term"),
    ],
)
def test_add_sees_slips(run: Run, arguments: list[str], message: str) -> None:
    status, _, err = run("term", "add", *arguments)
    assert status == 2
    assert message in err


def approvers(*addresses: str) -> None:
    Path("zhengming.toml").write_text(f"approvers = {json.dumps(addresses)}\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "config", "user.email", "Li.Wei@example.org"], check=True)


def test_an_approver_s_concepts_are_approved(run: Run) -> None:
    approvers("li.wei@example.org")
    assert "许可证 → license   approved\n" in run("term", "add", "许可证", "license", "--source", "EAR")[1]


def test_somebody_else_s_are_proposed_whatever_they_say(run: Run) -> None:
    approvers("wang.fang@example.org")
    assert "proposed (you are not an approver)" in run("term", "add", "许可证", "license")[1]
    status, _, err = run("term", "add", "执照", "permit", "--approved")
    assert status == 2
    assert "lists the approvers, and git's user.email is none of them" in err


def test_where_nobody_is_an_approver_everybody_may_approve(run: Run) -> None:
    assert "approved" in run("term", "add", "许可证", "license", "--approved", "--source", "EAR")[1]


def test_without_git_nobody_is_an_approver(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    approvers("li.wei@example.org")
    monkeypatch.setenv("PATH", "")
    assert "proposed" in run("term", "add", "许可证", "license")[1]


# lint


def test_lint_is_content_with_a_good_termbase(run: Run) -> None:
    glossary("EC001,,出口管制,export control,,,,,Export Control Law\n")
    status, out, _ = run("term", "lint")
    assert (status, out.startswith("No issues in 1 file")) == (0, True)


def test_lint_finds_what_is_wrong(run: Run) -> None:
    glossary("EC002,,出口管制,export control,Export Controls,sure,,,a\nEC001,,出口管制,export control,,,,,\n")
    status, out, err = run("term", "lint", "--output-format", "concise")
    assert status == 1
    assert [line.split(" ")[:3] for line in out.splitlines()] == [
        ["glossary.csv:2:1:", "G002", "“Export"],
        ["glossary.csv:2:1:", "G005", "“sure”"],
        ["glossary.csv:3:1:", "G001", "出口管制"],
        ["glossary.csv:3:1:", "G004", "出口管制"],
        ["glossary.csv:3:1:", "G005", "EC001"],
    ]
    assert "5 issues" in err


def test_lint_reports_to_programs(run: Run) -> None:
    glossary("EC001,,出口管制,export control,,,,,\n")
    status, out, _ = run("term", "lint", "glossary.csv", "--output-format", "jsonl")
    issue = json.loads(out.splitlines()[1])
    assert status == 0  # minor
    assert (issue["code"], issue["concept"], issue["line"]) == ("G004", "EC001", 2)


def test_lint_compares_the_project_s_termbases_and_reports_on_those_named(run: Run) -> None:
    Path("zhengming.toml").write_text('termbase = ["glossary.csv", "more.csv"]\n', encoding="utf-8")
    glossary("EC001,,出口管制,export control,,,,,\n")
    Path("more.csv").write_text("id,zh-Hans,en,source\nMM001,出口管制,export control,a\n", encoding="utf-8")
    _, out, _ = run("term", "lint", "more.csv", "--output-format", "concise")
    assert "EC001 already" in out
    assert "G004" not in out
    Path("other.csv").write_text("id,zh-Hans,en,source\nOO001,出口管制,export control,a\n", encoding="utf-8")
    assert run("term", "lint", "other.csv", "--output-format", "concise")[1] == ""


def test_lint_says_what_cannot_be_read(run: Run) -> None:
    GLOSSARY.write_bytes("id,zh-Hans\nA1,氧化锑\n".encode("gb18030"))
    status, out, _ = run("term", "lint", "--output-format", "concise")
    assert status == 2
    assert out == "glossary.csv:2:4: F001 not UTF-8 text; save it as UTF-8\n"


def test_lint_of_a_termbase_that_is_not_there(run: Run) -> None:
    Path("zhengming.toml").write_text('termbase = ["glossray.csv"]\n', encoding="utf-8")
    status, out, _ = run("term", "lint", "--output-format", "concise")
    assert status == 2
    assert out == "glossray.csv: F001 No such file or directory; name a termbase with --termbase\n"


def test_lint_without_a_termbase_has_nothing_to_do(run: Run) -> None:
    GLOSSARY.unlink()
    status, _, err = run("term", "lint")
    assert status == 2
    assert err.startswith("zhengming: no termbase: ")


def test_lint_of_what_is_no_termbase(run: Run) -> None:
    GLOSSARY.write_text("a,b\n", encoding="utf-8")
    assert run("term", "lint")[0] == 2
    assert run("term", "lint", "tmx/digest-01.tmx")[2].startswith("zhengming: tmx/digest-01.tmx: no termbase")


def test_lint_obeys_the_settings(run: Run) -> None:
    glossary("EC001,,出口管制,export control,,,,,\n")
    Path("zhengming.toml").write_text('fail-on = "minor"\n', encoding="utf-8")
    assert run("term", "lint")[0] == 1
    Path("zhengming.toml").write_text('fail-on = "minor"\nignore = ["G004"]\n', encoding="utf-8")
    assert run("term", "lint")[0] == 0


# export


def test_export_for_omegat(run: Run) -> None:
    glossary("EC001,,出口管制,export control,export ban,,,,\nEC002,,磁材,magnet material,,proposed,,,\n")
    assert run("term", "export", "--for", "omegat") == (
        0,
        "# -*- coding: utf-8 -*-\n出口管制\texport control\t✗ export ban · EC001\n",
        "zhengming: 1 concept exported; 1 proposed left out (--all exports them)\n",
    )
    _, out, err = run("term", "export", "--for", "omegat", "--all")
    assert "磁材\tmagnet material\tproposed · EC002" in out
    assert err == "zhengming: 2 concepts exported\n"


def test_export_says_what_is_lost(run: Run) -> None:
    _, _, err = run("term", "export", "--for", "omegat", "-o", "terms.utf8")
    assert "zhengming: omegat has no place for sources (5), subject fields (5)\n" in err
    assert Path("terms.utf8").read_text(encoding="utf-8").startswith("# -*- coding: utf-8 -*-\n")


def test_export_of_two_languages_of_several(run: Run) -> None:
    glossary("A1,稀土,rare earths,terres rares\n", "id,zh-Hans,en,fr\n")
    _, out, err = run("term", "export", "--for", "csv", "--source-language", "en", "--target-language", "fr")
    assert out.splitlines()[0].startswith("id,subject_field,en,fr,")
    assert "csv has no place for terms in other languages (1)" in err


@pytest.mark.parametrize("name", ["tbx", "tbx-v2"])
def test_export_as_tbx(run: Run, name: str) -> None:
    status, _, _ = run("term", "export", "--for", name, "-o", "terms.tbx")
    assert status == 0
    assert "出口管制" in Path("terms.tbx").read_text(encoding="utf-8")


def test_export_needs_two_languages(run: Run) -> None:
    glossary("A1,rare earths\n", "id,en\n")
    status, _, err = run("term", "export", "--for", "omegat")
    assert status == 2
    assert "has not two languages; say which with --source-language, --target-language" in err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--for", "excel"], "'excel' is not one of"),
        (["--for", "csv", "--target-language", "englisch"], "“englisch” is no language tag"),
        (["--for", "csv", "-o", "no/such/folder.csv"], "no/such/folder.csv could not be written"),
        ([], "Missing option '--for'"),
    ],
)
def test_export_sees_slips(run: Run, arguments: list[str], message: str) -> None:
    status, out, err = run("term", "export", *arguments)
    assert (status, out) == (2, "")
    assert message in err


# import

LIST = """\
Chinese,English (US),Synonyms,Domain,Forbidden,Comments,Owner
许可证,license,,export control,,issued by MOFCOM,Li
许可证,permit,,export control,,,Li
出口管制,export control,,,,,
出口管制,export restraint,,,,,
稀土分离,rare earth separation,,process,,,
稀土分离,rare earth parting,,process,TRUE,,
,orphan,,,,,
"""


@pytest.fixture
def listed(project: Path) -> Path:
    path = project / "list.csv"
    path.write_text(LIST.replace("Synonyms", "Synonyms (EN)"), encoding="utf-8")
    return Path(path.name)


CONFLICT = "EC001 calls 出口管制 “export control” or “export controls”, not “export restraint”"


def test_import_shows_first_what_it_would_do(run: Run, listed: Path) -> None:
    before = sorted(Path().rglob("*"))
    remedy = "add it there, or make a concept of its own"
    assert run("term", "import", str(listed))[:2] == (
        0,
        (
            "list.csv: table\n"
            "  1  Chinese        zh-Hans preferred\n"
            "  2  English (US)   en-US preferred\n"
            "  3  Synonyms (EN)  en admitted\n"
            "  4  Domain         subject_field\n"
            "  5  Forbidden      forbidden\n"
            "  6  Comments       note\n"
            "  7  Owner          not taken\n"
            "7 rows: 3 concepts, 3 proposed\n"
            "2 new, 0 known already, 3 rows rejected\n"
            f"  line 4: {CONFLICT}; {remedy}\n"
            f"  line 5: {CONFLICT}; {remedy}\n"
            "  line 8: no term in two languages\n"
            "Nothing was written; -o FILE adds the concepts to that termbase.\n"
        ),
    )
    assert sorted(Path().rglob("*")) == before


def test_import_adds_what_is_new_and_sets_aside_the_rest(run: Run, listed: Path) -> None:
    before = GLOSSARY.read_text(encoding="utf-8")
    listed.write_text(
        LIST.replace("rare earth parting,,process,TRUE", "rare earth parting,,process,"), encoding="utf-8"
    )
    status, out, _ = run("term", "import", str(listed), "-o", "glossary.csv")
    assert status == 0
    assert out.endswith(
        "3 rows to mend: list.csv.rejected.csv\n"
        "2 concepts added to glossary.csv; check them with: zhengming term lint glossary.csv\n"
    )
    after = GLOSSARY.read_text(encoding="utf-8")
    assert [line for line in after.splitlines() if line not in before.splitlines()] == [
        "EC003,export control,许可证,,license,permit,,proposed,strict,issued by MOFCOM,",
        "TB001,process,稀土分离,,rare earth separation,rare earth parting,,proposed,strict,,",
    ]
    rejected = Path("list.csv.rejected.csv").read_text(encoding="utf-8").splitlines()
    assert rejected[0] == "reason,Chinese,English (US),Synonyms,Domain,Forbidden,Comments,Owner"
    assert rejected[-1] == "no term in two languages,,orphan,,,,,"
    assert len(rejected) == 4


def test_import_a_second_time_adds_nothing(run: Run, listed: Path) -> None:
    run("term", "import", str(listed), "-o", "glossary.csv")
    once = GLOSSARY.read_bytes()
    assert "0 new, 2 known already" in run("term", "import", str(listed), "-o", "glossary.csv")[1]
    assert GLOSSARY.read_bytes() == once


def test_import_makes_a_new_termbase(run: Run, listed: Path) -> None:
    assert run("term", "import", str(listed), "-o", "new.tsv", "--prefix", "NN")[0] == 0
    lines = Path("new.tsv").read_text(encoding="utf-8").splitlines()
    assert [line.split("\t")[0] for line in lines] == ["id", "NN001", "NN002", "NN003"]
    assert run("term", "lint", "new.tsv")[0] == 0


def test_import_dry_run_writes_nothing(run: Run, listed: Path) -> None:
    assert "Nothing was written" in run("term", "import", str(listed), "-o", "new.csv", "--dry-run")[1]
    assert not Path("new.csv").exists()


def test_import_of_sources_and_targets(run: Run) -> None:
    Path("st.tsv").write_text("Source\tTarget\n稀土\trare earths\n", encoding="utf-8")
    status, out, err = run("term", "import", "st.tsv")
    assert (status, "not taken" in out) == (2, True)
    assert "st.tsv:1:1: the columns of two languages are wanted" in err
    languages = ("--source-language", "zh-CN", "--target-language", "en")
    assert "1 new" in run("term", "import", "st.tsv", *languages)[1]


def test_import_with_a_mapping(run: Run) -> None:
    Path("m.csv").write_text("Wort,Word\n许可证,license\n", encoding="utf-8")
    assert "1 new" in run("term", "import", "m.csv", "--map", "Wort=zh-Hans", "--map", "2=en")[1]
    assert "write COLUMN=WHAT" in run("term", "import", "m.csv", "--map", "Wort")[2]
    assert "did you mean “Wort”?" in run("term", "import", "m.csv", "--map", "Wart=en")[2]


def test_import_of_an_old_encoding(run: Run) -> None:
    Path("gb.csv").write_bytes("中文,英文\n许可证,license\n".encode("gb18030"))
    assert run("term", "import", "gb.csv")[0] == 2
    assert "1 new" in run("term", "import", "gb.csv", "--encoding", "gb18030")[1]
    assert "not klingon text" in run("term", "import", "gb.csv", "--encoding", "klingon")[2]


def test_import_lists_ten_rejected_rows(run: Run) -> None:
    Path("bad.csv").write_text("Chinese,English\n" + "许可证,\n" * 12, encoding="utf-8")
    out = run("term", "import", "bad.csv", "-o", "new.csv")[1]
    assert "  line 11: no term in two languages\n  and 2 more\n" in out
    assert not Path("new.csv").exists()


def test_import_of_an_empty_file(run: Run) -> None:
    Path("empty.csv").touch()
    assert run("term", "import", "empty.csv")[0] == 2


@pytest.mark.parametrize(
    "arguments", [["add", "许可证", "license"], ["import", "list.csv", "-o", "glossary.csv"]], ids=["add", "import"]
)
@pytest.mark.usefixtures("listed")
def test_a_full_disk_is_told_and_nothing_is_half_written(
    run: Run, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    before = GLOSSARY.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", no_room)
        status, _, err = run("term", *arguments)
    assert status == 2
    assert "glossary.csv could not be written: No space left on device" in err
    assert GLOSSARY.read_bytes() == before


# the group


def test_help_lists_the_commands(run: Run) -> None:
    status, out, _ = run("term", "--help")
    assert status == 0
    listed = [line.split()[0] for line in out.split("Commands:\n")[1].splitlines()]
    assert listed == ["add", "diff", "export", "import", "lint", "lookup", "merge"]


def test_an_unknown_command_is_a_mistake(run: Run) -> None:
    assert run("term", "approve")[0] == 2


def test_add_tells_of_a_new_field_and_takes_it(run: Run) -> None:
    status, out, err = run("term", "add", "抛光粉", "polishing powder", "--field", "magnet")
    assert status == 0
    assert out.startswith("TB001 抛光粉 → polishing powder   proposed\n")
    assert err == "zhengming: “magnet” is a new subject field; did you mean “magnets”?\n"
