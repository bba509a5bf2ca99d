"""The choice of a browser, on machines that are made up."""

from collections.abc import Iterable

import pytest

from tests.browser.find import ADVICE, FLAGS, MAC, Machine, NoBrowserError, choose, flags

KEPT = "/home/me/playwright/chrome"
EDGE = r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe"


class Pretended:
    """A machine that has some files, of which some are broken, and remembers what was fetched for it."""

    def __init__(self, has: Iterable[str] = (), broken: Iterable[str] = (), *, network: bool = True) -> None:
        self.has = set(has)
        self.broken = set(broken)
        self.network = network
        self.fetched: list[str] = []

    def fetch(self, what: str, path: str) -> None:
        self.fetched.append(what)
        if self.network:
            self.has.add(path)

    def machine(self, system: str = "Linux", *, is_debian_root: bool = False) -> Machine:
        return Machine(
            system=system,
            variables={"HOME": "/Users/me", "PROGRAMFILES(X86)": r"C:\Program Files (x86)"},
            which=lambda name: next((path for path in self.has if name in (path, path.split("/")[-1])), None),
            works=lambda path: path in self.has - self.broken,
            playwright_keeps=lambda: KEPT,
            download=lambda: self.fetch("download", KEPT),
            is_debian_root=is_debian_root,
            apt_install=lambda: self.fetch("apt-get", "/usr/bin/chromium"),
        )


@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
def test_the_machine_s_own_browser_serves(name: str) -> None:
    here = Pretended([f"/usr/bin/{name}"])
    assert choose(here.machine(is_debian_root=True)) == f"/usr/bin/{name}"
    assert here.fetched == []


@pytest.mark.parametrize("home", ["", "/Users/me"])
def test_a_mac_has_it_among_its_applications(home: str) -> None:
    assert choose(Pretended([home + MAC[0]]).machine("Darwin")) == home + MAC[0]


def test_windows_has_it_among_its_programs() -> None:
    assert choose(Pretended([EDGE]).machine("Windows")) == EDGE


def test_places_of_another_system_are_not_tried() -> None:
    here = Pretended([EDGE, MAC[0]])
    assert choose(here.machine("Linux")) == KEPT


def test_a_wrapper_without_its_browser_is_passed_over() -> None:
    here = Pretended(["/usr/bin/chromium-browser", "/usr/bin/google-chrome"], ["/usr/bin/chromium-browser"])
    assert choose(here.machine()) == "/usr/bin/google-chrome"


def test_what_playwright_has_already_is_not_fetched_again() -> None:
    here = Pretended([KEPT])
    assert choose(here.machine()) == KEPT
    assert here.fetched == []


def test_without_a_browser_playwright_downloads_one() -> None:
    here = Pretended()
    assert choose(here.machine(is_debian_root=True)) == KEPT
    assert here.fetched == ["download"]


def test_a_download_without_its_libraries_does_not_count() -> None:
    here = Pretended(broken=[KEPT])
    assert choose(here.machine(is_debian_root=True)) == "/usr/bin/chromium"
    assert here.fetched == ["download", "apt-get"]


def test_nothing_is_installed_for_somebody_who_is_not_root_on_debian() -> None:
    here = Pretended(broken=[KEPT])
    with pytest.raises(NoBrowserError):
        choose(here.machine())
    assert here.fetched == ["download"]


def test_without_a_network_one_line_says_what_to_install() -> None:
    here = Pretended(network=False)
    with pytest.raises(NoBrowserError) as caught:
        choose(here.machine(is_debian_root=True))
    assert str(caught.value) == ADVICE
    assert "\n" not in ADVICE
    assert here.fetched == ["download", "apt-get"]


def test_the_sandbox_is_given_up_for_root_alone() -> None:
    assert set(flags(as_root=True)) - set(flags(as_root=False)) == {"--no-sandbox"}
    assert set(FLAGS) == set(flags(as_root=False))
