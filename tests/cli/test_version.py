from importlib.metadata import version

from zhengming.cli.version import VERSION


def test_the_version_is_that_of_the_package() -> None:
    assert version("zhengming") == VERSION
