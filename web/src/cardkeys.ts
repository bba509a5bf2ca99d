/** Keys of a card, as in Anki. They act only while the card or something in it has the focus, and never in a field. */

/** What the keys do. */
export interface Keyed {
  goOn(): void;
  choose(place: number): void;
  undo(): void;
}

const CONTROLS = "a, button, input, summary, textarea, select";
const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select";

/** Space opens the card and goes on, 1 to 4 choose a grade, u takes back. */
export function listenToKeys(card: HTMLElement, keyed: Keyed): void {
  card.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const act = actOf(event, keyed);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

/** The key that takes back, where nothing else is to be done by keys. */
export function listenToUndo(place: HTMLElement, undo: () => void): void {
  place.addEventListener("keydown", (event) => {
    if (event.key === "u" && !(event.ctrlKey || event.metaKey || event.altKey || event.repeat)) undo();
  });
}

function actOf({ key, target }: KeyboardEvent, keyed: Keyed): (() => void) | null {
  if (!(target instanceof Element) || target.matches(FIELDS)) return null;
  // On a control the space bar is the control's own.
  if (key === " ") return target.matches(CONTROLS) ? null : () => keyed.goOn();
  if (/^[1-4]$/.test(key)) return () => keyed.choose(Number(key));
  return key === "u" ? () => keyed.undo() : null;
}
