"""The page of settings: choices are kept, and a learner's data can be taken away, brought back and erased."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import desk
from tests.browser.axe import violations
from tests.browser.desk import chosen, log, now, remember, reviewed
from tests.browser.sites import Site
from tests.browser.windows import Visit

SETTINGS = "settings/"
SIGN = "line => getComputedStyle(line, '::before').content"
COLOUR = "line => getComputedStyle(line).color"


@pytest.fixture
def settings(sample: Site, visit: Visit) -> Page:
    page = visit(sample, SETTINGS)
    expect(page.locator(".settings")).to_be_visible()
    expect(page.get_by_role("button", name="Import")).to_be_visible()
    return page


def kept(page: Page) -> dict[str, Any]:
    """The settings in the log, the last of each."""
    return {entry["about"]: entry["value"] for entry in log(page) if entry["kind"] == "set"}


def exported(page: Page) -> Path:
    """The file that the page gives away."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
    assert download.value.suggested_filename.startswith("study-progress-")
    return Path(download.value.path())


def import_file(page: Page, file: Path | str, folder: Path) -> None:
    """Choose a file, or a text as a file."""
    path = folder / "chosen.json"
    path.write_bytes(file.read_bytes() if isinstance(file, Path) else file.encode())
    page.locator("input[type=file]").set_input_files(path)


# -- choices -----------------------------------------------------------------------------------------------


def test_the_form_shows_what_holds_for_one_who_never_chose(settings: Page) -> None:
    expect(settings.get_by_label("Two: forgot, remembered")).to_be_checked()
    expect(settings.get_by_label("New cards a day")).to_have_value("10")
    expect(settings.get_by_label("Reviews a day at most")).to_have_value("100")
    expect(settings.get_by_label("Recall to aim at, in percent")).to_have_value("90")
    expect(settings.locator("[name=keys]")).to_be_checked()
    assert log(settings) == []


def test_a_choice_is_kept_at_once_and_holds_after_a_reload(settings: Page) -> None:
    settings.get_by_label("Four: again, hard, good, easy").check()
    settings.get_by_label("New cards a day").fill("5")
    settings.get_by_label("Recall to aim at, in percent").fill("85")
    settings.locator("[name=keys]").uncheck()
    expect(settings.locator("study-settings [role=status]")).to_have_text("Kept.")
    assert kept(settings) == {"set:grades": 4, "set:fresh": 5, "set:retention": 0.85, "set:keys": False}
    settings.reload()
    expect(settings.get_by_label("Four: again, hard, good, easy")).to_be_checked()
    expect(settings.get_by_label("Recall to aim at, in percent")).to_have_value("85")


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("New cards a day", "-1"),
        ("New cards a day", "2.5"),
        ("Reviews a day at most", ""),
        ("Recall to", "99"),
    ],
)
def test_what_does_not_fit_is_not_kept_and_says_why(settings: Page, label: str, value: str) -> None:
    field = settings.get_by_label(label)
    field.fill(value)
    field.blur()
    expect(settings.locator("study-settings [role=status]")).to_contain_text("Not kept")
    expect(field).to_have_attribute("aria-invalid", "true")
    assert log(settings) == []


def test_a_card_set_aside_is_listed_and_comes_back(settings: Page) -> None:
    expect(settings.locator("study-aside")).to_contain_text("You have set no card aside")
    remember(settings, {"kind": "suspended", "about": "why-boil", "on": True, "at": now()})
    settings.get_by_role("button", name="Ask again").click()
    expect(settings.locator("study-aside")).to_contain_text("You have set no card aside")
    assert log(settings)[-1]["on"] is False


# -- data --------------------------------------------------------------------------------------------------


def test_what_was_exported_comes_back_after_all_was_erased(settings: Page, tmp_path: Path) -> None:
    remember(settings, reviewed("why-boil"), chosen("fresh", 3))
    file = exported(settings)
    before = log(settings)
    settings.get_by_role("button", name="Erase my data").click()
    expect(settings.locator(".data-sure")).to_be_focused()
    settings.get_by_role("button", name="Erase for good").click()
    expect(settings.locator("study-data [role=status]")).to_contain_text("Erased")
    expect(settings.get_by_role("button", name="Import")).to_be_focused()
    assert log(settings) == []
    import_file(settings, file, tmp_path)
    expect(settings.locator("study-data [role=status]")).to_have_text("Imported: 3 entries.")
    assert log(settings) == before
    expect(settings.get_by_label("New cards a day")).to_have_value("3")
    import_file(settings, file, tmp_path)
    expect(settings.locator("study-data [role=status]")).to_have_text("All of this was here already.")


def test_two_devices_are_joined(settings: Page, tmp_path: Path) -> None:
    remember(settings, reviewed("why-boil"))
    here = json.loads(exported(settings).read_text())
    other = {**here["entries"][0], "id": "z" * 16, "grade": 1}
    import_file(settings, json.dumps({**here, "entries": [*here["entries"], other]}), tmp_path)
    expect(settings.locator("study-data [role=status]")).to_contain_text(
        "Imported: 1 entry. The rest was here"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("hello", "not an export of this site. Nothing was changed."),
        ('{"format":"study-progress","version":1,"entr', "cut off"),
        ('{"a": 1}', "not an export of this site. Nothing was changed."),
        ('{"format": "study-progress", "version": 99, "entries": []}', "newer version"),
        ('{"format": "study-progress", "version": 1, "entries": [{"kind": "eaten"}]}', "damaged"),
        (
            json.dumps(
                {
                    "format": "study-progress",
                    "version": 1,
                    "entries": [{**reviewed("other-course"), "n": 1, "id": "a" * 16}],
                }
            ),
            "another course",
        ),
    ],
    ids=["empty", "no JSON", "cut off", "foreign", "newer", "damaged", "another course"],
)
def test_a_file_that_will_not_do_is_refused_and_changes_nothing(
    settings: Page, tmp_path: Path, text: str, words: str
) -> None:
    remember(settings, reviewed("why-boil"))
    import_file(settings, text, tmp_path)
    said = settings.locator("study-data [role=status]")
    expect(said).to_contain_text(words)
    assert said.evaluate(SIGN) == '"✗ " / ""'
    assert said.evaluate(COLOUR) not in (settings.locator(".data-kept").evaluate(COLOUR), "")
    assert len(log(settings)) == 1
    exported(settings)
    expect(said).to_contain_text("Exported")
    assert said.evaluate(SIGN) == "none", "what went well does not look as what did not"


def test_a_huge_file_is_not_even_read(settings: Page, tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    settings.locator("input[type=file]").set_input_files(path)
    expect(settings.locator("study-data [role=status]")).to_contain_text("far too large")


@pytest.mark.parametrize("way", ["button", "Escape"])
def test_one_may_think_better_of_erasing(settings: Page, way: str) -> None:
    remember(settings, reviewed("why-boil"))
    settings.get_by_role("button", name="Erase my data").click()
    expect(settings.locator("study-data .data-sure")).to_be_focused()
    if way == "Escape":
        settings.keyboard.press("Escape")
    else:
        settings.get_by_role("button", name="Keep everything").click()
    expect(settings.get_by_role("button", name="Export")).to_be_focused()
    assert len(log(settings)) == 1


def test_to_keep_all_is_the_first_and_filled_way_and_nothing_old_is_said(settings: Page) -> None:
    remember(settings, reviewed("why-boil"))
    exported(settings)
    expect(settings.locator("study-data [role=status]")).to_contain_text("Exported")
    settings.get_by_role("button", name="Erase my data").click()
    ways = settings.locator("study-data button")
    expect(ways).to_have_text(["Keep everything", "Erase for good"])
    expect(settings.locator("study-data .is-primary")).to_have_text("Keep everything")
    expect(settings.locator("study-data [role=status]")).to_be_empty()


def test_where_nothing_is_kept_there_is_nothing_to_export_or_erase(settings: Page) -> None:
    expect(settings.locator("study-data")).to_contain_text("Nothing is kept yet.")
    expect(settings.get_by_role("button", name="Export")).not_to_be_visible()
    expect(settings.get_by_role("button", name="Erase my data")).not_to_be_visible()


def test_a_log_of_another_tab_is_counted(settings: Page, sample: Site) -> None:
    other = settings.context.new_page()
    other.goto(sample.address + SETTINGS)
    other.get_by_label("New cards a day").fill("4")
    other.get_by_label("New cards a day").blur()
    expect(settings.locator("study-data")).to_contain_text("a log of 1 entry")
    expect(settings.get_by_label("New cards a day")).to_have_value("4")
    other.close()


# -- how it looks ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing(sample: Site, visit: Visit, dark: bool) -> None:
    page = visit(sample, SETTINGS, dark=dark)
    aside = {"kind": "suspended", "about": "why-boil", "on": True, "at": now()}
    remember(page, aside, reviewed("what-is-a-kettle", at=now() - desk.DAY))
    expect(page.get_by_role("button", name="Ask again")).to_be_visible()
    found = violations(page, "settings")
    page.get_by_role("button", name="Erase my data").click()
    assert found + violations(page, "erasing") == []


def test_nothing_is_cut_off_on_a_phone(sample: Site, visit: Visit) -> None:
    page = visit(sample, SETTINGS, width=320)
    expect(page.locator(".settings")).to_be_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_without_script_there_is_nothing_to_set(sample: Site, visit: Visit) -> None:
    page = visit(sample, SETTINGS, script=False)
    expect(page.locator(".settings")).not_to_be_visible()
    expect(page.locator("study-settings")).to_contain_text("Without one there is nothing to set.")
