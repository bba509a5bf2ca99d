"""Takes hold of things on a page and lets go of them elsewhere: with the mouse, and with a finger."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import CDPSession, Locator, Page

Drag = Callable[[Locator, Locator], None]
STEPS = 6

CENTRE = "part => { part.closest('.item').scrollIntoView({block: 'center', behavior: 'instant'}) }"

SMALL = """parts => parts.map(part => [part, part.getBoundingClientRect()]).filter(
    ([, box]) => Math.min(box.width, box.height) < 44).map(([part]) => part.outerHTML)"""


def middle(part: Locator) -> tuple[float, float]:
    """Where the middle of a part is in the window."""
    box = part.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def way(part: Locator, target: Locator) -> list[tuple[float, float]]:
    """The places between a part and a target, their question amid the window: by its edges the page moves."""
    target.evaluate(CENTRE)
    (x, y), (to_x, to_y) = middle(part), middle(target)
    return [(x + (to_x - x) * at / STEPS, y + (to_y - y) * at / STEPS) for at in range(STEPS + 1)]


def lift(part: Locator, target: Locator) -> None:
    """Take hold of a part with the mouse and hold it over the target."""
    start, *rest = way(part, target)
    mouse = part.page.mouse
    mouse.move(*start)
    mouse.down()
    for place in rest:
        mouse.move(*place)


def by_mouse(part: Locator, target: Locator) -> None:
    """Drag a part onto a target with the mouse."""
    lift(part, target)
    part.page.mouse.up()


def by_finger(part: Locator, target: Locator) -> None:
    """Drag a part onto a target with a finger."""
    draw(part.page, way(part, target))


def swipe_up(part: Locator, far: int) -> None:
    """Move a finger up the window from a part, as one does to read on."""
    part.scroll_into_view_if_needed()
    x, y = middle(part)
    draw(part.page, [(x, y - by) for by in range(0, far, 10)])


def draw(page: Page, places: list[tuple[float, float]]) -> None:
    """Put a finger down, move it from place to place, and lift it."""
    session = page.context.new_cdp_session(page)
    touch(session, "touchStart", places[0])
    for place in places[1:]:
        touch(session, "touchMove", place)
    touch(session, "touchEnd")
    session.detach()


def touch(session: CDPSession, kind: str, *places: tuple[float, float]) -> None:
    points: list[dict[str, Any]] = [{"x": x, "y": y} for x, y in places]
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def small(parts: Locator) -> list[str]:
    """Those parts that are too small to be taken hold of with a finger."""
    found: list[str] = parts.evaluate_all(SMALL)
    return found
