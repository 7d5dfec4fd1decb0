"""zhengming term: the screens, the exit codes, and what becomes of files."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run  # noqa: TC001
