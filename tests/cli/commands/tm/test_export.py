from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from zhengming.tmx.formats.tmx import read

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run
    from zhengming.tmx.model import TranslationUnit


def units(path: Path) -> list[TranslationUnit]:
    with path.open("rb") as stream:
        return list(read(stream, str(path), lambda _: None))


@pytest.fixture(autouse=True)
def _memory(project: Path, run: Run) -> None:
    assert project.is_dir()
    run("tm", "import", "tmx")


def test_a_file_comes_out_as_it_went_in(project: Path, run: Run) -> None:
    outcome = run("tm", "export", "tmx/digest-01.tmx", "-o", "out.tmx")
    assert outcome == (0, "", "zhengming: 4 units of 1 file written to out.tmx\n")
    assert units(project / "out.tmx") == units(project / "tmx/digest-01.tmx")


def test_all_files_come_out_together(project: Path, run: Run) -> None:
    run("tm", "export", "-o", "out.tmx")
    names = [unit.tuid for unit in units(project / "out.tmx")]
    assert names == [unit.tuid for name in ("01", "02") for unit in units(project / f"tmx/digest-{name}.tmx")]


def test_other_formats_are_written_too(project: Path, run: Run) -> None:
    assert run("tm", "export", "tmx/digest-01.tmx", "-o", "out.csv").status == 0
    assert "出口管制适用于全部成员国。" in (project / "out.csv").read_text(encoding="utf-8-sig")


def test_the_form_for_exchange_has_the_tags_that_tools_expect(project: Path, run: Run) -> None:
    run("tm", "export", "-o", "out.tmx", "--exchange", "--source-language", "zh", "--target-language", "en")
    assert {variant.language for unit in units(project / "out.tmx") for variant in unit.variants} == {"zh-CN", "en-GB"}


def test_units_without_the_languages_named_are_left_out(project: Path, run: Run) -> None:
    outcome = run("tm", "export", "-o", "out.tmx", "--target-language", "de")
    assert outcome.status == 2
    assert "no unit with text in two languages" in outcome.err
    assert not (project / "out.tmx").exists()


def test_nothing_is_written_over_unasked(project: Path, run: Run) -> None:
    (project / "out.tmx").write_text("mine", encoding="utf-8")
    assert "out.tmx exists, and nothing is overwritten" in run("tm", "export", "-o", "out.tmx").err
    assert (project / "out.tmx").read_text(encoding="utf-8") == "mine"
    assert run("tm", "export", "-o", "out.tmx", "--force").status == 0


def test_a_file_that_was_not_imported_is_not_there(run: Run) -> None:
    outcome = run("tm", "export", "other.tmx", "-o", "out.tmx")
    assert outcome == (2, "", "zhengming: other.tmx: not in the memory; zhengming tm import takes it in\n")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this platform has no kill -9")
def test_an_export_that_is_killed_leaves_the_old_file(project: Path, run: Run) -> None:
    lines = "".join(f"第{number}条规定了出口的情形。,Article {number} governs exports.\n" for number in range(20_000))
    (project / "large.csv").write_text("zh,en\n" + lines, encoding="utf-8")
    run("tm", "import", "large.csv")
    (project / "out.tmx").write_text("old", encoding="utf-8")
    call = [
        sys.executable,
        "-c",
        "from zhengming.cli.main import main; main()",
        "tm",
        "export",
        "-o",
        "out.tmx",
        "--force",
    ]
    with subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ) as process:
        for _ in range(1000):
            if any(path.stat().st_size > 100_000 for path in project.glob(".out.tmx.*")):
                break
            assert process.poll() is None, "the export ended before it could be killed"
            time.sleep(0.005)
        process.kill()
    assert process.returncode == -signal.SIGKILL
    assert (project / "out.tmx").read_text(encoding="utf-8") == "old"
