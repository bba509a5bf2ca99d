/** The few ways in which the script finds, makes or copies elements. Text only ever goes in as text. */

/** A new element with classes and, if given, text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text?: string,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/** A button that acts; `primary` is the one filled button of its row. */
export function button(label: string, act: () => void, primary = false): HTMLButtonElement {
  const made = element("button", primary ? "button is-primary" : "button", label);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/** Copies of what stands inside an element. Ids are left out: an id names one place only. */
export function copyOf(source: Element): DocumentFragment {
  const copy = document.createDocumentFragment();
  for (const node of source.childNodes) copy.append(node.cloneNode(true));
  for (const marked of copy.querySelectorAll("[id]")) marked.removeAttribute("id");
  return copy;
}

/** A button that stands back: a line of text. */
export function quiet(label: string, act: () => void): HTMLButtonElement {
  const made = button(label, act);
  made.className = "quiet";
  return made;
}

/** Whether all that was looked for in the page is there. */
export function isWhole<T>(parts: readonly (T | null)[]): parts is readonly T[] {
  return parts.every((part) => part !== null);
}

/** Moves the focus, and the page only as far as it must, without animation. */
export function moveFocus(target: HTMLElement): void {
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "nearest", behavior: "auto" });
}
