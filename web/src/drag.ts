/** Dragging with the mouse anywhere on a part, with a finger or a pen by its grip: elsewhere they scroll the page. */

/** A place in the window, or a way over the page, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What is being dragged. */
export interface Drag {
  /** The pointer has come `by` so far over the page, and is `at` that place of the window. */
  move(by: Point, at: Point): void;
  /** The pointer was let go. */
  drop(): void;
  /** Called off: all is to be as it was. */
  cancel(): void;
}

/** Near the upper and lower edge of the window the page moves along. */
const EDGE = 72;
const PACE = 8;

/** Lets a part be dragged. `start` gives what then happens, or null where nothing can be dragged just now. */
export function onDrag(part: HTMLElement, start: () => Drag | null): void {
  part.addEventListener("pointerdown", (event) => {
    const drag = mayDrag(event) ? start() : null;
    if (drag) follow(part, event, drag);
  });
}

/** How far the page moves with a pointer at `y` in a window of that height. */
export function creep(y: number, height: number): number {
  if (y < EDGE) return -PACE;
  return y > height - EDGE ? PACE : 0;
}

function mayDrag({ isPrimary, button, target, pointerType }: PointerEvent): boolean {
  if (!isPrimary || button !== 0 || !(target instanceof Element)) return false;
  if (target.closest("button, select, a")) return false;
  return pointerType === "mouse" || target.closest(".grip") !== null;
}

function follow(part: HTMLElement, { pointerId, clientX, clientY }: PointerEvent, drag: Drag): void {
  const from: Point = { x: clientX + scrollX, y: clientY + scrollY };
  let at: Point = { x: clientX, y: clientY };
  const over = new AbortController();
  const { signal } = over;
  const move = (): void => drag.move({ x: at.x + scrollX - from.x, y: at.y + scrollY - from.y }, at);
  const end = (how: () => void): void => {
    over.abort();
    how();
  };
  const scroll = (): void => {
    if (signal.aborted) return;
    const by = creep(at.y, innerHeight);
    if (by !== 0) {
      scrollBy({ top: by, behavior: "instant" });
      move();
    }
    requestAnimationFrame(scroll);
  };
  part.setPointerCapture(pointerId);
  part.addEventListener(
    "pointermove",
    (event) => {
      at = { x: event.clientX, y: event.clientY };
      move();
    },
    { signal },
  );
  part.addEventListener("pointermove", scroll, { once: true, signal });
  part.addEventListener("pointerup", () => end(() => drag.drop()), { signal });
  part.addEventListener("pointercancel", () => end(() => drag.cancel()), { signal });
  document.addEventListener("keydown", ({ key }) => key === "Escape" && end(() => drag.cancel()), { signal });
}
