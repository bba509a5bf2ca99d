"""The page of interviews, in the states in which its tests begin."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.interview.steps import INTERVIEW, ready, with_clock
from tests.browser.sites import Site
from tests.browser.windows import Visit


@pytest.fixture
def page(sample: Site, visit: Visit) -> Page:
    """The page of interviews, with a microphone and a voice, of somebody who did nothing yet."""
    return ready(visit(sample, INTERVIEW))


@pytest.fixture
def real_page(real: Site, visit: Visit) -> Page:
    """The same of the real course, which has many questions."""
    return ready(visit(real, INTERVIEW))


@pytest.fixture
def timed(sample: Site, browser: Browser) -> Iterator[Page]:
    """The page with a clock that the test turns."""
    with with_clock(sample, browser) as page:
        yield page
