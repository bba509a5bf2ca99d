/** What the sections are made of: figures with their tables, links, and what stands where there is nothing yet. */
import { element } from "../dom";

export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly (string | Node)[])[];
}

export interface Column {
  readonly name: string;
  /** Numbers stand under each other. */
  readonly isNumber?: boolean;
}

type Draw = (width: number) => SVGSVGElement;

/** How wide a plot is drawn until the page has told its width: the measure of the text. */
const MEASURE = 576;

/** A plot, or rows of them, under the sentence that it says, with the same as a table. */
export function figure(says: string, shown: readonly Node[], table: Table): HTMLElement {
  const made = element("figure", "plot-figure");
  const details = element("details", "plot-table");
  details.append(element("summary", "", "The same as a table"), tableOf(table));
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

function tableOf({ caption, columns, rows }: Table): HTMLElement {
  const made = element("table", "plot-data");
  const head = made.createTHead().insertRow();
  for (const column of columns) {
    const cell = element("th", column.isNumber ? "is-number" : "", column.name);
    cell.scope = "col";
    head.append(cell);
  }
  const body = made.createTBody();
  for (const row of rows) {
    body.insertRow().append(...row.map((content, number) => cellOf(content, columns[number], number)));
  }
  made.prepend(element("caption", "", caption));
  return made;
}

function cellOf(content: string | Node, column: Column | undefined, number: number): HTMLTableCellElement {
  const cell = element(number === 0 ? "th" : "td", number > 0 && column?.isNumber ? "is-number" : "");
  if (number === 0) cell.scope = "row";
  cell.append(content);
  return cell;
}
