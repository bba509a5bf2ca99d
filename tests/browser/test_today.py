"""The page for the day: what is due, the sitting in which it is asked for, and all that may come between."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser import desk
from tests.browser.axe import violations
from tests.browser.desk import answered, chosen, forget_derived, grown, log, now, remember, reviewed, said
from tests.browser.sites import Site
from tests.browser.sittings import BOIL, KETTLE, TODAY, UNKEPT, asks, grade, start
from tests.browser.windows import Visit

# -- the first time ----------------------------------------------------------------------------------------


def test_four_actions_lead_from_home_to_the_first_grade(sample: Site, visit: Visit) -> None:
    page = visit(sample)
    page.get_by_role("link", name="Today").first.click()
    page.get_by_role("button", name="Start").click()
    page.get_by_text("Show the answer").click()
    page.get_by_role("button", name="Remembered").click()
    asks(page, KETTLE)
    (entry,) = log(page)
    assert (entry["kind"], entry["about"], entry["grade"], entry["retention"]) == (
        "reviewed",
        "why-boil",
        3,
        0.9,
    )


def test_a_beginner_is_offered_the_first_lesson_to_read_or_to_try(today: Page) -> None:
    expect(today.locator(".today")).to_contain_text("2 new")
    expect(today.locator(".today")).to_contain_text("about 3 minutes")
    today.get_by_role("link", name="Read Day 1").click()
    expect(today.locator("h1")).to_contain_text("Kettles")


def test_without_script_the_page_leads_to_the_lessons(sample: Site, visit: Visit) -> None:
    page = visit(sample, TODAY, script=False)
    expect(page.locator("study-today")).to_contain_text("worked out by a script")
    expect(page.locator("study-today .lesson-list li")).not_to_have_count(0)


# -- a sitting ---------------------------------------------------------------------------------------------


def test_by_keyboard_alone(today: Page) -> None:
    today.get_by_role("button", name="Start").focus()
    today.keyboard.press("Enter")
    asks(today, BOIL)
    today.keyboard.press("Space")
    expect(today.get_by_role("button", name="Remembered")).to_be_visible()
    today.keyboard.press("1")
    asks(today, KETTLE)
    today.keyboard.press("Space")
    today.keyboard.press("Space")
    asks(today, BOIL)
    today.keyboard.press("u")
    asks(today, KETTLE)
    today.keyboard.press("Space")
    today.keyboard.press("2")
    asks(today, BOIL)
    today.keyboard.press("Space")
    today.keyboard.press("2")
    expect(today.locator(".today-went")).to_be_focused()
    expect(today.locator(".today-went")).to_have_text("2 done, 1 of them remembered at once.")
    kinds = [(entry["about"], entry["kind"], entry.get("grade")) for entry in log(today)]
    assert kinds == [
        ("why-boil", "reviewed", 1),
        ("what-is-a-kettle", "reviewed", 3),
        ("what-is-a-kettle", "undone", None),
        ("what-is-a-kettle", "reviewed", 3),
        ("why-boil", "reviewed", 3),
    ]


def test_tab_reaches_the_answer_and_the_grades(today: Page) -> None:
    start(today)
    asks(today, BOIL)
    today.keyboard.press("Tab")
    expect(today.locator("details.card-back > summary")).to_be_focused()
    today.keyboard.press("Enter")
    for _ in range(20):
        today.keyboard.press("Tab")
        if today.get_by_role("button", name="Forgot").evaluate("it => it === document.activeElement"):
            break
    today.keyboard.press("Enter")
    asks(today, KETTLE)


def test_what_was_forgotten_comes_again_until_it_is_known(today: Page) -> None:
    start(today)
    grade(today, "Forgot")
    asks(today, KETTLE)
    grade(today, "Forgot")
    asks(today, BOIL)
    grade(today, "Remembered")
    asks(today, KETTLE)
    grade(today, "Remembered")
    expect(today.locator(".today-went")).to_have_text("2 done, 0 of them remembered at once.")


def test_what_is_put_off_or_set_aside_leaves(today: Page) -> None:
    start(today)
    today.get_by_text("Show the answer").click()
    today.get_by_role("button", name="Not today").click()
    asks(today, KETTLE)
    today.get_by_text("Show the answer").click()
    today.get_by_role("button", name="Set aside").click()
    expect(today.locator(".today-fact")).to_have_text("Nothing is due")
    assert said(today) == [("buried", "why-boil"), ("suspended", "what-is-a-kettle")]
    today.reload()
    expect(today.locator(".today-fact")).to_have_text("Nothing is due")


def test_one_may_stop_at_any_time_and_go_on_later(today: Page) -> None:
    start(today)
    grade(today, "Remembered")
    today.get_by_role("button", name="Enough for now").click()
    expect(today.locator(".today-went")).to_have_text("One done, and remembered at once.")
    expect(today.locator(".today-fact")).to_contain_text("1 new")


def test_ticks_are_kept_with_the_grade_and_suggest_it(today: Page) -> None:
    start(today)
    today.get_by_text("Show the answer").click()
    expect(today.locator(".grades .is-primary")).to_have_count(0)
    today.get_by_label("Names time.").check()
    expect(today.locator(".grades .is-primary")).to_contain_text("Remembered")
    today.get_by_role("button", name="Remembered").click()
    asks(today, KETTLE)
    ticked, graded = grown(today, 2)
    assert (ticked["kind"], len(ticked["hit"]), len(ticked["missed"])) == ("ticked", 1, 1)
    assert graded["kind"] == "reviewed"
    today.keyboard.press("u")
    asks(today, BOIL)
    assert [entry["entry"] for entry in grown(today, 4)[2:]] == [graded["id"], ticked["id"]]


def test_each_grade_says_when_the_card_would_come_back(today: Page) -> None:
    start(today)
    today.get_by_text("Show the answer").click()
    expect(today.get_by_role("button", name="Forgot comes back in 1\u00a0minute")).to_be_visible()
    expect(today.get_by_role("button", name="Remembered comes back in 10\u00a0minutes")).to_be_visible()


def test_a_key_is_no_grade_while_the_card_is_shut_or_the_focus_is_elsewhere(today: Page) -> None:
    start(today)
    today.keyboard.press("1")
    asks(today, BOIL)
    today.get_by_text("Show the answer").click()
    today.get_by_role("button", name="Enough for now").focus()
    today.keyboard.press("1")
    assert log(today) == []


# -- what the learner has done before ----------------------------------------------------------------------


def test_what_is_due_comes_before_what_is_new(today: Page) -> None:
    remember(today, reviewed("what-is-a-kettle", 4, now() - 60 * desk.DAY))
    expect(today.locator(".today-fact")).to_contain_text("1 to review · 1 new")
    start(today)
    asks(today, KETTLE)


def test_a_missed_question_is_asked_and_graded_by_its_first_answer(today: Page) -> None:
    remember(today, answered("when-boil", right=False, confidence="sure"))
    expect(today.locator(".today-fact")).to_contain_text("1 to review")
    start(today)
    expect(today.locator(".sitting .item-stem")).to_be_visible()
    options = today.locator(".sitting .option input")
    expect(options.first).to_be_focused()
    right = today.locator(".sitting li[data-verdict=right]").get_attribute("data-option")
    today.locator(f".sitting .option input[value='{right}']").check()
    today.get_by_role("button", name="Check").click()
    today.get_by_role("button", name="Next").click()
    asks(today, BOIL)
    answer, graded = grown(today, 3)[1:]
    assert (answer["kind"], answer["mode"], answer["right"]) == ("answered", "review", True)
    assert (graded["kind"], graded["about"], graded["grade"]) == ("reviewed", "when-boil", 3)


def test_a_question_missed_again_comes_again(today: Page) -> None:
    remember(today, answered("when-boil", right=False, confidence="sure"), chosen("fresh", 0))
    start(today)
    wrong = today.locator(".sitting li[data-verdict=wrong]").first.get_attribute("data-option")
    today.locator(f".sitting .option input[value='{wrong}']").check()
    today.get_by_role("button", name="Check").click()
    today.get_by_role("button", name="Show all reasons").click()
    today.get_by_role("button", name="Next").click()
    expect(today.get_by_role("button", name="Check")).to_be_visible()
    assert [entry.get("grade") for entry in log(today) if entry["kind"] == "reviewed"] == [1]


def test_a_backlog_is_told_kindly_and_comes_in_portions(today: Page) -> None:
    past = now() - 60 * desk.DAY
    ids = ("why-boil", "what-is-a-kettle", "colour-of-leaf")
    remember(today, *(reviewed(id, 4, past) for id in ids), chosen("limit", 1), chosen("fresh", 0))
    expect(today.locator(".today-fact")).to_contain_text("1 to review")
    expect(today.locator(".today")).to_contain_text("2 more are due and can wait")


@pytest.mark.parametrize(
    "entry",
    [
        reviewed("retired-long-ago", at=now() - 60 * desk.DAY),
        reviewed("kettles", at=now() - 60 * desk.DAY),
        chosen("colour", "blue"),
        chosen("limit", "many"),
    ],
    ids=["retired", "no card", "no setting", "odd value"],
)
def test_what_the_course_no_longer_has_disturbs_nothing(today: Page, entry: desk.Entry) -> None:
    remember(today, entry)
    expect(today.locator(".today-fact")).to_contain_text("2 new")


def test_what_was_renamed_keeps_what_was_learnt(today: Page) -> None:
    def rename(route: Route) -> None:
        answer = route.fetch()
        was = '"asked":{"kettle-what":"what-is-a-kettle"}'
        route.fulfill(headers=UNKEPT, body=answer.text().replace('"asked":{}', was))

    today.route("**/assets/course.js", rename)
    remember(today, reviewed("kettle-what", 4, now() - 60 * desk.DAY), chosen("fresh", 0))
    expect(today.locator(".today-fact")).to_contain_text("1 to review")
    start(today)
    asks(today, KETTLE)
    today.get_by_text("Show the answer").click()
    expect(today.get_by_role("button", name="Remembered")).not_to_contain_text("10\u00a0min")
    today.unroute_all()


def test_what_was_edited_since_says_so(today: Page) -> None:
    remember(today, reviewed("what-is-a-kettle", 4, now() - 60 * desk.DAY, edition="older"))
    start(today)
    expect(today.locator(".card-kind")).to_contain_text("edited since you last answered")


def test_a_clock_that_was_ahead_keeps_nothing_away(today: Page) -> None:
    remember(today, reviewed("what-is-a-kettle", 4, now() + 300 * desk.DAY), chosen("fresh", 0))
    expect(today.locator(".today-fact")).to_contain_text("1 to review")


def test_deleting_what_was_made_of_the_log_changes_nothing(today: Page) -> None:
    entries = [reviewed("what-is-a-kettle", 4, now() - 60 * desk.DAY), answered("when-boil", right=False)]
    remember(today, *entries)
    words = today.locator(".today").inner_text()
    forget_derived(today)
    today.reload()
    expect(today.locator(".today-fact")).to_contain_text("to review")
    assert today.locator(".today").inner_text() == words


def test_who_has_much_to_lose_is_reminded_to_export_until_that_is_done(today: Page) -> None:
    expect(today.locator(".today-reminder")).to_have_count(0)
    remember(today, *(reviewed("why-boil", at=now() - hour * 3_600_000) for hour in range(40, 0, -1)))
    today.get_by_role("link", name="Export it as a file").click()
    expect(today.locator("#data")).to_be_in_viewport()
    today.go_back()
    remember(today, chosen("exported", now()))
    expect(today.locator(".today")).to_be_visible()
    expect(today.locator(".today-reminder")).to_have_count(0)


# -- settings ----------------------------------------------------------------------------------------------


def test_four_grades_for_those_who_want_them(today: Page) -> None:
    remember(today, chosen("grades", 4))
    start(today)
    today.get_by_text("Show the answer").click()
    names = today.locator(".grades .button").evaluate_all("all => all.map(one => one.firstChild.textContent)")
    assert names == ["Again", "Hard", "Good", "Easy"]
    today.locator(".card-ask").focus()
    today.keyboard.press("4")
    asks(today, KETTLE)
    assert log(today)[-1]["grade"] == 4


def test_the_keys_can_be_turned_off(today: Page) -> None:
    remember(today, chosen("keys", False))
    start(today)
    asks(today, BOIL)
    today.keyboard.press("Space")
    expect(today.locator(".grades")).not_to_be_visible()


# -- how it looks ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing_in_any_state(sample: Site, visit: Visit, dark: bool) -> None:
    page = visit(sample, TODAY, dark=dark)
    expect(page.locator(".today")).to_be_visible()
    found = violations(page, "before")
    start(page)
    found += violations(page, "asking")
    page.get_by_text("Show the answer").click()
    expect(page.locator(".grades")).to_be_visible()
    found += violations(page, "open")
    page.get_by_role("button", name="Forgot").click()
    asks(page, KETTLE)
    found += violations(page, "the second")
    page.get_by_role("button", name="Enough for now").click()
    expect(page.locator(".today-went")).to_be_visible()
    found += violations(page, "done")
    assert found == []


def test_nothing_is_cut_off_on_a_phone_and_all_is_large_enough_to_touch(sample: Site, visit: Visit) -> None:
    page = visit(sample, TODAY, width=320)
    start(page)
    page.get_by_text("Show the answer").click()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    for target in page.locator(".sitting button").all():
        box = target.bounding_box()
        assert box is None or box["height"] >= 44, target.inner_text()
