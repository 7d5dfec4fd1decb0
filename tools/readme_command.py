"""Print the command that README.md gives under a mark: `python tools/readme_command.py run`.

The README is the one place where these commands stand; what CI runs is what a newcomer reads.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"


def command(name: str) -> str:
    """Return the shell command in the code block after `<!-- command: name -->`. Raise SystemExit if there is none."""
    pattern = rf"<!-- command: {re.escape(name)} -->\s*```\w*\n(.*?)\n```"
    match = re.search(pattern, README.read_text(encoding="utf-8"), re.DOTALL)
    if match is None:
        raise SystemExit(f"{README}: no command is marked “{name}”")
    return match[1].strip()


if __name__ == "__main__":
    print(command(sys.argv[1]))
