"""What few questions need is loaded where one of them is asked, and nowhere else."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.desk import answered, chosen, remember
from tests.browser.exams import KETTLES, PAPER, Exam, second_window
from tests.browser.keeping import Reader
from tests.browser.sites import BREWING_PRACTICE, PRACTICE, Site
from tests.browser.sittings import TODAY, start
from tests.browser.windows import Visit

POURING_PRACTICE = "lessons/pouring/practice/"
MOVED, WRITTEN = "assets/dragged.js", "assets/written.js"
OF_TYPES = {"order": "make-tea", "match": "which-vessel", "number": "cool-down", "cloze": "one-blank"}
"""A question of the small course for each type that comes by need."""
LOADED = "() => performance.getEntriesByType('resource').map(({ name }) => name)"


def loaded(page: Page, site: Site) -> list[str]:
    """What a page loaded of those scripts."""
    names = [name.removeprefix(site.address) for name in page.evaluate(LOADED)]
    return sorted(name for name in names if name in (MOVED, WRITTEN))


@pytest.mark.parametrize(
    ("path", "needs"),
    [(PRACTICE, []), (POURING_PRACTICE, [MOVED]), (BREWING_PRACTICE, [WRITTEN])],
)
def test_a_page_loads_what_its_questions_need(
    path: str, needs: list[str], sample: Site, visit: Visit
) -> None:
    page = visit(sample, path)
    states = page.locator("study-item").evaluate_all("all => all.map((item) => item.dataset.state)")
    assert set(states) == {"asking"}
    assert loaded(page, sample) == needs


@pytest.mark.parametrize("type", OF_TYPES)
def test_a_missed_question_brings_its_type_into_the_sitting(type: str, today: Page, sample: Site) -> None:
    remember(today, answered(OF_TYPES[type], right=False, confidence="sure"), chosen("fresh", 0))
    expect(today.locator(".today-fact")).to_contain_text("1 to review")
    assert loaded(today, sample) == []
    start(today)
    expect(today.get_by_role("button", name="Check")).to_be_visible()
    assert loaded(today, sample) == [MOVED if type in ("order", "match") else WRITTEN]


def test_a_sitting_loads_a_script_once(today: Page, sample: Site) -> None:
    missed = [answered(OF_TYPES[type], right=False, confidence="sure") for type in ("number", "cloze")]
    remember(today, *missed, chosen("fresh", 0))
    start(today)
    for id_ in (OF_TYPES["number"], OF_TYPES["cloze"]):
        item = today.locator(f".sitting study-item[data-id={id_}]")
        item.locator("input[type=text]").fill("7")
        item.get_by_role("button", name="Check").click()
        item.get_by_role("button", name="Show all reasons").click()
        item.get_by_role("button", name="Next").click()
    assert loaded(today, sample) == [WRITTEN]
    assert today.locator(f"script[src$='{WRITTEN}']").count() == 1


def test_an_exam_loads_what_its_paper_needs(sample: Site, visit: Visit) -> None:
    exam = Exam(visit(sample, KETTLES))
    exam.start()
    assert loaded(exam.page, sample) == []
    exam.page.goto(sample.address + PAPER)
    exam.start()
    assert loaded(exam.page, sample) == [MOVED, WRITTEN]
    assert exam.page.locator("script[src*='dragged'], script[src*='written']").count() == 2


@pytest.mark.parametrize("answer", ["", "// a page of whoever runs this network"])
def test_a_type_that_does_not_come_is_asked_for_again(answer: str, sample: Site, visit: Visit) -> None:
    page = visit(sample)
    with second_window(page, sample.address + TODAY) as other:
        remember(other, answered("cool-down", right=False, confidence="sure"), chosen("fresh", 0))
        respond = {"body": answer, "content_type": "text/javascript"}
        other.route(f"**/{WRITTEN}", lambda route: route.fulfill(**respond) if answer else route.abort())
        other.get_by_role("button", name="Start").click()
        expect(other.get_by_role("alert")).to_contain_text("cannot be loaded")
        other.unroute(f"**/{WRITTEN}")
        other.get_by_role("button", name="Try again").click()
        expect(other.get_by_role("button", name="Check")).to_be_visible()


def test_on_a_page_it_leaves_its_questions_as_without_a_script(sample: Site, visit: Visit) -> None:
    page = visit(sample)
    with second_window(page, "about:blank") as other:
        other.route(f"**/{MOVED}", lambda route: route.abort())
        other.goto(sample.address + POURING_PRACTICE)
        item = other.locator("study-item[data-id=make-tea]")
        expect(other.locator("study-score")).to_be_visible()
        expect(item.get_by_role("button")).to_have_count(0)
        item.get_by_text("The right order").click()
        expect(item.locator(".right-order")).to_be_visible()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Reader]:
    reader = Reader(browser)
    yield reader
    reader.context.close()
    assert reader.said == []


def test_all_types_come_without_a_network(sample: Site, reader: Reader) -> None:
    page = reader.keep(sample)
    reader.context.set_offline(True)
    page.goto(sample.address + PAPER)
    exam = Exam(page)
    exam.start()
    assert {exam.id(), *(id_ for id_, _ in exam.paper())} >= set(OF_TYPES.values())


def test_all_types_come_from_disk(sample: Site, reader: Reader) -> None:
    reader.context.set_offline(True)
    address = (sample.on_disk / "exam" / "index.html").as_uri()
    exam = Exam(reader.open(f"{address}?{PAPER.partition('?')[2]}"))
    exam.start()
    assert {id_ for id_, _ in exam.paper()} >= set(OF_TYPES.values())
    exam.page.goto((sample.on_disk / POURING_PRACTICE / "index.html").as_uri())
    expect(exam.page.get_by_role("button", name="Check")).to_have_count(2)
