"""Map the top-level folders `termbase`, `tmx` and `cli` to the one import name `zhengming` (see docs/design.md)."""

from setuptools import find_packages, setup

FOLDERS = ("termbase", "tmx", "cli")

setup(
    packages=["zhengming." + name for name in find_packages(include=[f"{folder}*" for folder in FOLDERS])],
    package_dir={f"zhengming.{folder}": folder for folder in FOLDERS},
    package_data={f"zhengming.{folder}": ["py.typed"] for folder in FOLDERS},
    data_files=[("share/zhengming", ["glossary.csv"])],
)
