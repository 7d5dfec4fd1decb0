"""Small memories, as a tool would write them and as they are kept: in SQLite, and in a PostgreSQL that is started."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from zhengming.tmx.memory.database import opened
from zhengming.tmx.memory.intake import Intake, Outcome
from zhengming.tmx.memory.store import Store
from zhengming.tmx.model import Header, Segment, TranslationUnit, TranslationUnitVariant

TakeIn = Callable[..., Outcome]

_PLACES = "/usr/local/pgsql/bin", *sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin")), reverse=True)
_PATIENCE = 30
_names = itertools.count()


def unit(zh: str, en: str, number: int) -> TranslationUnit:
    variants = tuple(TranslationUnitVariant(tag, Segment(text)) for tag, text in (("zh-CN", zh), ("en-US", en)))
    return TranslationUnit(variants, Header({"srclang": "zh-CN"}), number=number)


Pairs = Sequence[tuple[str, str]]


def _program(name: str) -> str | None:
    return shutil.which(name, path=os.pathsep.join([os.environ.get("PATH", ""), *_PLACES]))


def _owner() -> str | None:
    """Return whom the server is to run as, if not as whoever runs the tests: it refuses to run as root."""
    if os.getuid():
        return None
    return next((name for name in ("postgres", "nobody") if name in {entry.pw_name for entry in pwd.getpwall()}), None)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Start a server on a socket in a folder of its own; return its address."""
    pytest.importorskip("psycopg", reason="no driver: pip install 'zhengming[postgres]'")
    initdb, postgres = _program("initdb"), _program("postgres")
    if initdb is None or postgres is None:
        pytest.skip("no PostgreSQL server is installed")
    owner = _owner()
    if owner is None and not os.getuid():
        pytest.skip("PostgreSQL refuses to run as root, and there is no other user")
    # A socket's path must be short, and the folder the server's own.
    with tempfile.TemporaryDirectory(prefix="zhengming-") as folder:
        if owner:
            shutil.chown(folder, owner)
        data = f"{folder}/data"
        initialise = [initdb, "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
        subprocess.run(initialise, check=True, capture_output=True, user=owner, cwd=folder)
        # -F: a test need not outlive the machine.
        call = [postgres, "-D", data, "-k", folder, "-c", "listen_addresses=", "-F"]
        with subprocess.Popen(
            call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, user=owner, cwd=folder
        ) as process:
            try:
                _wait(Path(folder), process)
                yield f"postgresql:///postgres?host={folder}&user=tests"
            finally:
                process.terminate()
                process.wait(_PATIENCE)


def _wait(folder: Path, process: subprocess.Popen[bytes]) -> None:
    import psycopg  # noqa: PLC0415  an extra

    for _ in range(_PATIENCE * 10):
        assert process.poll() is None, "the server has ended"
        try:
            psycopg.connect(host=str(folder), user="tests", dbname="postgres").close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the server does not answer")


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return where a memory is to be that nothing is in yet."""
    if request.param == "sqlite":
        return str(tmp_path / "memory.db")
    server: str = request.getfixturevalue("server")  # skips where there is none
    import psycopg  # noqa: PLC0415  an extra

    schema = f"memory_{next(_names)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}".encode())
    return f"{server}&options=-csearch_path%3D{schema}"


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """An empty memory."""
    store = Store(opened(address))
    yield store
    store.database.close()


@pytest.fixture
def take_in(store: Store) -> TakeIn:
    """Take pairs or units into the memory as the content of a file."""

    def taking(path: str, content: Pairs | Sequence[TranslationUnit]) -> Outcome:
        units = [
            one if isinstance(one, TranslationUnit) else unit(*one, number) for number, one in enumerate(content, 1)
        ]
        intake = Intake(store.database, path, repr(units).encode())
        for _ in intake.add(units):
            pass
        return intake.finish()

    return taking


HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\r\n<tmx version="1.4"><header creationtool="hand" creationtoolversion="1" '
    'segtype="sentence" o-tmf="none" adminlang="en" srclang="zh-CN" datatype="plaintext"/><body>'
)
TAIL = "\r\n</body></tmx>\r\n"

#: `unit_of("出口管制", "export control", changed="20250110T080000Z")`; one line of a memory.
UnitOf = Callable[..., str]


@pytest.fixture(scope="session")
def unit_of() -> UnitOf:
    """Write one unit; further languages by their tag."""

    def written(zh: str, en: str, *, changed: str = "", inside: str = "", **others: str) -> str:
        date = f' changedate="{changed}"' if changed else ""
        texts = {"zh-CN": zh, "en-US": en, **others}
        variants = "".join(f'<tuv xml:lang="{tag}"><seg>{escape(text)}</seg></tuv>' for tag, text in texts.items())
        return f"\r\n  <tu{date}>{inside}{variants}</tu>"

    return written


@pytest.fixture(scope="session")
def memory_of() -> Callable[..., bytes]:
    """Write a memory of these units."""

    def written(*units: str) -> bytes:
        return f"{HEAD}{''.join(units)}{TAIL}".encode()

    return written
