/** What the sections are made of: figures with their tables, links, and what stands where there is nothing yet. */
import { element } from "../dom";
import { tableOf, type Table } from "../table";

type Draw = (width: number) => SVGSVGElement;

/** How wide a plot is drawn until the page has told its width: the measure of the text. */
const MEASURE = 576;

/** A plot, or rows of them, under the sentence that it says, with the same as a table. */
export function figure(says: string, shown: readonly Node[], table: Table): HTMLElement {
  const made = element("figure", "plot-figure");
  const details = element("details", "plot-table");
  details.append(element("summary", "", "The same as a table"), tableOf("plot-data", table));
  made.append(element("figcaption", "plot-says", says), ...shown, details);
  return made;
}

/** A plot that is drawn anew for each width, so that its letters keep their size. */
export function plot(draw: Draw): HTMLElement {
  const box = element("div", "plot-box");
  let drawn = MEASURE;
  box.append(draw(drawn));
  new ResizeObserver(() => {
    const width = Math.round(box.clientWidth);
    if (width === 0 || width === drawn) return;
    drawn = width;
    box.replaceChildren(draw(width));
  }).observe(box);
  return box;
}

/** A sentence below a plot; nothing for an empty one. */
export function notes(...sentences: readonly string[]): HTMLElement[] {
  return sentences.filter((sentence) => sentence !== "").map((sentence) => element("p", "plot-note", sentence));
}

/** What stands where there is nothing yet: what will be here, and the way there. */
export function empty(says: string, ...ways: readonly HTMLElement[]): HTMLElement {
  const made = element("div", "empty");
  made.append(element("p", "", says));
  if (ways.length > 0) {
    const row = element("p", "actions");
    row.append(...ways);
    made.append(row);
  }
  return made;
}

export function link(text: string, address: string, className = ""): HTMLAnchorElement {
  const made = element("a", className, text);
  made.href = address;
  return made;
}
