"""Odd scripts, endless titles, damaged caches: what must neither stop a run nor mislead it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.language import Tag
from zhengming.termbase.text.convert import convert, is_foreign
from zhengming.termbase.text.forms import surface_forms
from zhengming.termbase.text.normal import fold
from zhengming.termbase.text.store import kept

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_hangul_and_kana_are_letters_of_their_own() -> None:
    assert fold("희토류") == "희토류"
    assert fold("ガス") != fold("カス")
    assert fold("Entrepôt") == "entrepot"
    assert fold("й") != fold("и")


def test_chinese_in_latin_script_is_left_as_it_is() -> None:
    pinyin = Tag("zh", "Latn")
    assert convert("国", pinyin) == "国"
    assert not is_foreign("國", "Latn")


def test_a_title_of_many_varying_words_has_few_forms() -> None:
    assert len(surface_forms("analyses and " * 12 + "analyses", "en", "noun")) < 1000


def test_a_damaged_cache_is_made_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ZHENGMING_CACHE", str(tmp_path))
    assert bytes(kept("thing-1", lambda: b"whole")) == b"whole"
    assert bytes(kept("thing-1", lambda: b"other")) == b"whole"
    (path,) = tmp_path.iterdir()
    for damaged in (path.read_bytes()[:-1], b"", b"x" * 100):
        path.write_bytes(damaged)
        assert bytes(kept("thing-1", lambda: b"made anew")) == b"made anew"
