"""Map the top-level folders `termbase`, `tmx` and `cli` to the one import name `zhengming` (see docs/design.md)."""

from pathlib import Path

from setuptools import find_packages, setup

FOLDERS = ("termbase", "tmx", "cli")


def shipped(pattern: str) -> list[str]:
    """Return files that are installed as they are, for the commands that show or copy them."""
    return [path.as_posix() for path in sorted(Path().glob(pattern))]


setup(
    packages=["zhengming." + name for name in find_packages(include=[f"{folder}*" for folder in FOLDERS])],
    package_dir={f"zhengming.{folder}": folder for folder in FOLDERS},
    package_data={
        **{f"zhengming.{folder}": ["py.typed"] for folder in FOLDERS},
        "zhengming.cli.report.html": ["page.html", "script.js", "style.css"],
    },
    data_files=[
        ("share/zhengming", ["glossary.csv", "zhengming.toml"]),
        ("share/zhengming/checks", shipped("docs/checks/*.md")),
        ("share/zhengming/examples", shipped("examples/*.*")),
    ],
)
