"""The page that is passed on: nothing in it acts but its own script, and a browser can decide in it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .conftest import Run

PAGE = Path("report.html")
#: A browser that asks nobody for anything.
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --window-size=1200,1000"
).split()
_ESCAPE = "\ue00c"


def data_of(page: str) -> dict[str, Any]:
    match = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert match is not None
    found: dict[str, Any] = json.loads(match[1])
    return found


@pytest.fixture
def page(run: Run, project: Path) -> str:  # noqa: ARG001
    """The page of the small project; one of its segments would like to run a script."""
    path = Path("tmx/digest-01.tmx")
    text = path.read_text(encoding="utf-8")
    hostile = "&lt;/script&gt;&lt;script&gt;document.title='taken'&lt;/script&gt;"
    path.write_text(text.replace("On 9 October", f"{hostile}On 9 October"), encoding="utf-8")
    assert run("report", "-o", str(PAGE)).status == 0
    return PAGE.read_text(encoding="utf-8")


def test_only_its_own_style_and_script_are_allowed(page: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; ")
    for kind, pattern in (("style", r"<style>(.*?)</style>"), ("script", r"<script>(.*?)</script>\n</body>")):
        match = re.search(pattern, page, re.DOTALL)
        assert match is not None
        digest = base64.b64encode(hashlib.sha256(match[1].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy[1]
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)


def test_what_a_segment_holds_cannot_end_the_data(page: str) -> None:
    assert page.count("<script") == 2
    found = data_of(page)
    assert any("</script><script>" in issue["target"]["text"] for issue in found["issues"] if "target" in issue)


def test_the_page_has_issues_concepts_and_files(page: str) -> None:
    found = data_of(page)
    assert found["summary"]["files"] == 2
    assert [one["path"] for one in found["files"]] == ["tmx/digest-01.tmx", "tmx/digest-02.tmx"]
    (use,) = found["concepts"]["EC001"]["uses"]
    assert {form["form"]: form["status"] for form in use["forms"]}["export restrictions"] == "deprecated"
    assert sum(form["count"] for form in use["forms"]) == len(use["contexts"])


def test_the_same_result_makes_the_same_page(run: Run, page: str) -> None:
    run("report", "-o", "again.html")
    assert Path("again.html").read_text(encoding="utf-8") == page


class Browser:
    """Headless Chromium at the page; downloads go to the working folder."""

    def __init__(self, driver: Any) -> None:  # noqa: ANN401  selenium's classes are there or not
        self.driver = driver

    def all(self, selector: str) -> list[Any]:
        found: list[Any] = self.driver.find_elements("css selector", selector)
        return found

    def one(self, selector: str) -> Any:  # noqa: ANN401
        return self.driver.find_element("css selector", selector)

    def press(self, keys: str) -> None:
        self.one("body").send_keys(keys)


@pytest.fixture
def browser(page: str) -> Iterator[Browser]:  # noqa: ARG001
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    driver_path = shutil.which("chromedriver")
    if driver_path is None:
        pytest.skip("no chromedriver: install Debian's chromium-driver to test the page in a browser")
    from selenium.webdriver.chrome.service import Service  # noqa: PLC0415

    options = webdriver.ChromeOptions()
    for flag in _FLAGS:
        options.add_argument(flag)
    options.add_experimental_option("prefs", {"download.default_directory": str(Path.cwd())})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(driver_path))
    try:
        driver.get(PAGE.resolve().as_uri())
        yield Browser(driver)
        assert [entry for entry in driver.get_log("browser") if entry["level"] != "INFO"] == []
        assert requested(driver) <= {PAGE.resolve().as_uri()}
    finally:
        driver.quit()


def requested(driver: Any) -> set[str]:  # noqa: ANN401
    """Return every address that the page has asked for, but for what it made itself."""
    messages = (json.loads(entry["message"])["message"] for entry in driver.get_log("performance"))
    sent = (m["params"] for m in messages if m["method"] == "Network.requestWillBeSent")
    addresses = {params["request"]["url"].partition("#")[0] for params in sent}
    return {address for address in addresses if not address.startswith(("blob:", "data:"))}


def test_nothing_in_a_segment_runs(browser: Browser) -> None:
    assert browser.driver.title == "zhengming report"


def test_filters_leave_what_is_asked_for(browser: Browser) -> None:
    everything = len(browser.all("#issues article"))
    browser.one("#search").send_keys("export restrictions")
    found = browser.all("#issues article")
    assert 0 < len(found) < everything
    assert all("export restrictions" in one.text for one in found)
    browser.one("#search").clear()
    browser.one("#search").send_keys(" ")
    browser.one("[data-severity=major]").click()
    assert browser.all("#issues article.major") == []


def test_chinese_says_which_chinese_it_is(browser: Browser) -> None:
    texts = browser.all("#issues .source")
    assert texts
    assert {text.get_attribute("lang") for text in texts} == {"zh-Hans-CN"} or all(
        (text.get_attribute("lang") or "").startswith("zh") for text in texts
    )
    assert "出口管制" in {mark.text for mark in browser.all("#issues .source mark")}


def test_a_concept_shows_how_it_is_rendered(browser: Browser) -> None:
    browser.driver.execute_script("location.hash = '#concept/EC001'")
    time.sleep(0.2)
    assert "EC001" in browser.one("h2").text
    assert len(browser.all(".bar span")) == len(browser.all(".legend li")) >= 2
    assert browser.all("mark.deprecated")


def test_decisions_made_with_keys_are_downloaded_and_carried_out(browser: Browser, run: Run) -> None:
    assert browser.one("#download").get_attribute("disabled")
    browser.one("#check").send_keys("T002")
    browser.press("j")
    browser.press("f")
    browser.one("h2").click()
    browser.press("j")
    browser.press("i")
    assert browser.one("#decided").text == "2 decisions, 1 without a reason"
    browser.one("article.current .decision input").send_keys("quotes the notice")
    browser.one("article.current .decision input").send_keys(_ESCAPE)
    browser.press("j")
    browser.press("a")
    before = Path("glossary.csv").read_text(encoding="utf-8")
    browser.one("#download").click()
    saved = Path("decisions.json")
    deadline = time.monotonic() + 10
    while not saved.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    made = json.loads(saved.read_text(encoding="utf-8"))
    assert [one["decision"] for one in made["decisions"]] == ["fix", "ignore", "admit"]
    outcome = run("review", "--apply", str(saved))
    assert outcome.out.endswith("3 decisions carried out\n"), outcome
    after = Path("glossary.csv").read_text(encoding="utf-8")
    changed = [new for old, new in zip(before.splitlines(), after.splitlines(), strict=True) if old != new]
    assert [line.partition(",")[0] for line in changed] == ["EC001"]
