"""One's own answer recorded: the microphone closes, nothing is kept, and a refusal is told kindly."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import find
from tests.browser.desk import log
from tests.browser.interview.steps import INTERVIEW, ask, asks, exists, press, states
from tests.browser.sites import Site
from tests.browser.windows import Windows


def test_the_microphone_opens_on_request_and_closes_with_the_answer(page: Page) -> None:
    ask(page)
    press(page, "Start")
    assert states(page) == []
    press(page, "Record")
    expect(page.locator(".take-said")).to_have_text("Recording. It stays in this page.")
    assert states(page) == ["live"]
    press(page, "Show the answer")
    expect(page.locator(".take audio")).to_have_attribute("src", re.compile("^blob:"))
    assert states(page) == ["ended"]
    assert log(page) == []


@pytest.mark.parametrize("way", ["Enough for now", "Next question", "Stop recording", "Record, left at once"])
def test_the_microphone_is_never_left_on(page: Page, way: str) -> None:
    ask(page)
    if way == "Record, left at once":
        page.evaluate(
            "() => { const open = navigator.mediaDevices.getUserMedia;"
            " const wait = () => new Promise(done => { window.allow = done });"
            " navigator.mediaDevices.getUserMedia = async () => { await wait(); return open() } }"
        )
        press(page, "Record")
        press(page, "Enough for now")
        page.evaluate("() => allow()")
        page.wait_for_function("() => tracks.length === 1")
    else:
        press(page, "Record")
        expect(page.locator(".take.is-on")).to_be_visible()
        press(page, way)
    page.wait_for_function("() => tracks.every(track => track.readyState === 'ended')")


def test_what_was_recorded_is_deleted_when_one_goes_on(page: Page) -> None:
    ask(page)
    press(page, "Record")
    press(page, "Stop recording")
    address = page.locator(".take audio").get_attribute("src")
    expect(page.get_by_role("button", name="Record again")).to_be_visible()
    assert exists(page, address)
    press(page, "Record again")
    expect(page.locator(".take audio")).to_have_count(0)
    press(page, "Enough for now")
    assert not exists(page, address)


def test_a_recording_can_be_kept_as_a_file(page: Page) -> None:
    ask(page)
    press(page, "Record")
    press(page, "Stop recording")
    with page.expect_download() as download:
        page.get_by_role("link", name="Keep as a file").click()
    assert download.value.suggested_filename == "your-answer.webm"
    assert download.value.path().stat().st_size > 0


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("NotAllowedError", "The microphone was not allowed, and that is fine"),
        ("NotFoundError", "No microphone was found."),
        ("NotReadableError", "another program may be using it"),
    ],
)
def test_a_refusal_is_told_kindly_and_all_else_works(page: Page, name: str, words: str) -> None:
    refuse = (
        "name => { navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', name) } }"
    )
    page.evaluate(refuse, name)
    ask(page)
    press(page, "Record")
    expect(page.locator(".take-said")).to_contain_text(words)
    expect(page.get_by_role("button", name="Record", exact=True)).to_be_visible()
    press(page, "Show the answer")
    asks(page, "A model answer")


def test_a_browser_that_cannot_record_says_so(page: Page) -> None:
    page.evaluate("() => { delete window.MediaRecorder }")
    ask(page)
    press(page, "Record")
    expect(page.locator(".take-said")).to_contain_text("This browser cannot record here.")


def test_with_a_microphone_as_the_browser_has_one(sample: Site, browser: Browser) -> None:
    """No stand-in: the browser's own pretended microphone, asked for and allowed as the reader would."""
    args = [*find.flags(as_root=find.is_root()), "--use-fake-device-for-media-stream"]
    program = find.choose(find.this_machine())
    other = browser.browser_type.launch(executable_path=program, args=args)
    windows = Windows(other)
    page = windows.visit(sample, INTERVIEW)
    page.context.grant_permissions(["microphone"])
    ask(page)
    press(page, "Record")
    expect(page.locator(".take.is-on")).to_be_visible()
    page.wait_for_timeout(300)
    press(page, "Show the answer")
    audio = page.locator(".take audio")
    audio.evaluate("it => new Promise(known => it.duration < 10 ? known() : it.ondurationchange = known)")
    assert 0 < audio.evaluate("it => it.duration") < 10
    faults = windows.reckon()
    other.close()
    assert not faults, "\n".join(faults)
