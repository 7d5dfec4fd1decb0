from __future__ import annotations

import pytest

from zhengming.termbase.formats.markers import BEGINNING, END, MIDDLE, is_marker


@pytest.mark.parametrize("line", [BEGINNING, MIDDLE, END, "<<<<<<< HEAD", ">>>>>>> 3b7c117", "||||||| base"])
def test_a_line_between_two_versions_is_known_also_when_a_spreadsheet_has_saved_it(line: str) -> None:
    assert is_marker([line])
    assert is_marker([line, "", " "])


@pytest.mark.parametrize("cells", [[], [""], ["<<<"], ["======="[:5]], ["<<<<<<< ours", "稀土"], ["EC001", "======="]])
def test_other_rows_are_rows(cells: list[str]) -> None:
    assert not is_marker(cells)
