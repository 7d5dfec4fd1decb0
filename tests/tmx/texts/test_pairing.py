"""Which block is the translation of which, where the structure leaves no doubt."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zhengming.tmx.model import Segment
from zhengming.tmx.texts.block import Block
from zhengming.tmx.texts.pairing import Gap, paired

KINDS = {"p": ("paragraph", 0), "i": ("item", 0), "1": ("heading 1", 1), "2": ("heading 2", 2)}


def blocks(kinds: str) -> list[Block]:
    return [Block(KINDS[kind][0], Segment(f"{kind}{n}"), KINDS[kind][1]) for n, kind in enumerate(kinds)]


def shown(sources: str, targets: str) -> str:
    """Return pairs by their numbers, and gaps by how many blocks are in them."""
    told = []
    for found in paired(blocks(sources), blocks(targets)):
        if isinstance(found, Gap):
            told.append(f"{len(found.sources)}/{len(found.targets)}")
        else:
            told.append("=".join(block.segment.text[1:] for block in found))
    return " ".join(told)


def test_the_same_kinds_in_the_same_order_are_paired_one_to_one() -> None:
    assert shown("1pip", "1pip") == "0=0 1=1 2=2 3=3"
    assert shown("", "") == ""


def test_as_many_of_other_kinds_are_not() -> None:
    assert shown("pip", "ppi") == "3/3"


def test_headings_are_anchors_if_both_have_as_many() -> None:
    assert shown("1pp1p", "1p1p") == "0=0 2/1 3=2 4=3"
    assert shown("p1p1pp", "1p1pp") == "1/0 1=0 2=1 3=2 4=3 5=4"


def test_between_them_headings_of_lower_levels_are() -> None:
    assert shown("1p2p2pp", "1p2pp2pp") == "0=0 1=1 2=2 1/2 4=5 5=6 6=7"


def test_headings_that_one_text_lacks_are_no_anchors() -> None:
    assert shown("1p1p", "1p") == "4/2"
    assert shown("2p2p2p", "2p2p") == "6/4"


@given(st.text(st.sampled_from("pi12"), max_size=12), st.text(st.sampled_from("pi12"), max_size=12))
def test_no_block_is_lost_doubled_or_moved(sources: str, targets: str) -> None:
    met: tuple[list[Block], list[Block]] = [], []
    for found in paired(blocks(sources), blocks(targets)):
        if isinstance(found, Gap):
            assert found.sources or found.targets
        else:
            assert found[0].kind == found[1].kind
        for side, part in zip(met, found, strict=True):
            side.extend(part if isinstance(found, Gap) else [part])  # type: ignore[arg-type]
    assert met == (blocks(sources), blocks(targets))
