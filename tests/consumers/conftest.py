"""OmegaT as it is installed, and a small project for it. Where it or Java is missing, its tests skip and say so."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

JAR = Path(os.environ.get("OMEGAT_JAR", "/usr/share/omegat/OmegaT.jar"))
JUDGE = Path(__file__).parent / "GlossaryJudge.java"
_PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>ZH-CN</source_lang><target_lang>EN-US</target_lang>
<sentence_seg>true</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags>
</project></omegat>
"""


class OmegaT(NamedTuple):
    """The program: what it makes of a project, and what its readers make of a glossary."""

    java: str
    jar: Path

    def translate(self, project: Path) -> None:
        """Write the target files, as the menu item “Create translated documents” does."""
        configuration = f"--config-dir={project / 'configuration'}"
        self._run("-jar", str(self.jar), str(project), "--mode=console-translate", configuration, "--no-team")

    def glossary(self, path: Path) -> list[tuple[str, ...]]:
        """Return the entries that its own reader finds: source, targets and comment."""
        if "jdk.compiler" not in self._run("--list-modules"):
            pytest.skip("needs a JDK to compile GlossaryJudge.java: apt-get install default-jdk-headless")
        lines = self._run("-cp", str(self.jar), str(JUDGE), str(path)).splitlines()
        return [tuple(line.split("\t")) for line in lines]

    def _run(self, *arguments: str) -> str:
        command = [self.java, "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", *arguments]
        done = subprocess.run(command, capture_output=True, timeout=120, check=False, encoding="utf-8")
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture(scope="session")
def omegat() -> OmegaT:
    java = shutil.which("java")

    if java is None or not JAR.is_file():
        pytest.skip("needs OmegaT and Java: apt-get install omegat, or set OMEGAT_JAR")
    return OmegaT(java, JAR)


@pytest.fixture
def omegat_project(tmp_path: Path) -> Path:
    """A project from Chinese (zh-CN) into English (en-US), still empty."""
    for folder in ("source", "target", "tm/auto", "glossary", "omegat", "dictionary"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "omegat.project").write_text(_PROJECT, encoding="utf-8")
    return tmp_path
