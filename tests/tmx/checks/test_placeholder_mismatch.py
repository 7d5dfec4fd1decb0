"""Placeholders lost, spoilt or added; and text that only looks like them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Review = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("chinese", "english", "message"),
    [
        ("共{0}个物项。", "Found items.", "{0} is not in the target"),
        ("共{0}个物项。", "Found { 0 } items.", "{0} is not in the target, found “{ 0 }”"),
        ("共{0}个物项。", "Found ｛０｝ items.", "{0} is not in the target, found “｛０｝”"),
        ("已用%d秒。", "Took % d seconds.", "%d is not in the target, found “% d”"),
        ("文件%1$s无法读取。", "The file cannot be read.", "%1$s is not in the target"),
        ("你好，%(name)s。", "Hello, %(Name)s.", "%(name)s is not in the target, found “%(Name)s”"),
        ("路径${home}", "path $home", "${home} is not in the target"),
        ("你好，{{name}}", "Hello, {name}", "{{name}} is not in the target"),
        ("%1已存在。", "It exists.", "%1 is not in the target"),
        ("列%1%2", "Col %1", "%2 is not in the target"),
        ("层级%1,", "Level", "%1 is not in the target"),
        ("缩放(%1%)", "Scale(%)", "%1 is not in the target"),
        ("路径%PATH%", "the path", "%PATH% is not in the target"),
        ("值为$VALUE$", "the value", "$VALUE$ is not in the target"),
        ('按<x id="1"/>继续', "Press to go on", '<x id="1"/> is not in the target'),
        ("<f0>镝</f0>", "<f0>dysprosium", "</f0> is not in the target"),
        ("共有物项。", "Found %s items.", "%s is not in the source"),
        ("研发&amp;生产", "R & D &amp；production", "“&amp；” is a spoilt entity"),
    ],
)
def test_a_placeholder_is_lost_spoilt_or_added(review_of: Review, chinese: str, english: str, message: str) -> None:
    assert f"M002 major {message}" in review_of((chinese, english), select="M002")


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("第%2$s页，共%1$s页", "Page %2$s of %1$s"),
        ("我们100%确定。", "We are 100% sure."),
        ("增长5% 的说法", "a growth of 5% does not follow"),
        ("纯度99.99%d级", "grade d of 99.99% purity"),
        ("售价$5，不是$6", "$5, not $6"),
        ("{count, plural, other {#个物项}}", "{count, plural, one {# item} other {# items}}"),
        ("a < b 且 c > d", "a < b and c > d"),
        ("研发与生产", "R&D and production"),
        ("共%d兆", "%dMB in all"),
        ("集合{镝、铽}", "the set {Dy, Tb}"),
        ("{0}和{0}", "{0}"),
    ],
)
def test_what_is_kept_or_is_none_is_let_through(review_of: Review, chinese: str, english: str) -> None:
    assert review_of((chinese, english), (english, chinese), select="M002") == []
