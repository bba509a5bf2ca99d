/** Tables whose first cells head their rows, and whose first row heads the columns. */
import { element } from "./dom";

export interface Table {
  readonly caption?: string;
  readonly columns: readonly Column[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly (string | Node)[])[];
}

export interface Column {
  readonly name: string;
  /** Numbers stand under each other. */
  readonly isNumber?: boolean;
}

/** The table as an element. */
export function tableOf(className: string, { caption, columns, rows }: Table): HTMLElement {
  const made = element("table", className);
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
  if (caption) made.prepend(element("caption", "", caption));
  return made;
}

function cellOf(content: string | Node, column: Column | undefined, number: number): HTMLTableCellElement {
  const cell = element(number === 0 ? "th" : "td", number > 0 && column?.isNumber ? "is-number" : "");
  if (number === 0) cell.scope = "row";
  cell.append(content);
  return cell;
}
