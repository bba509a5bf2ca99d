/** The ways in which plots make SVG. Colours and type are classes (assets/css/drawing.css); text goes in as text. */

const NAMESPACE = "http://www.w3.org/2000/svg";

type Attributes = Readonly<Record<string, string | number>>;

/** A drawing of so many units, and what it says to those who do not see it. */
export function drawing(width: number, height: number, says: string, parts: readonly SVGElement[]): SVGSVGElement {
  const made = document.createElementNS(NAMESPACE, "svg");
  put(made, { class: "drawing plot", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": says });
  made.append(...parts);
  return made;
}

/** A shape with the classes of its roles. */
export function shape(tag: "circle" | "line" | "path" | "rect", roles: string, at: Attributes): SVGElement {
  const made = document.createElementNS(NAMESPACE, tag);
  put(made, { class: roles, ...at });
  return made;
}

/** Words at a point: where they begin, unless another anchor is given. */
export function words(text: string, roles: string, x: number, y: number, anchor = "start"): SVGElement {
  const made = document.createElementNS(NAMESPACE, "text");
  put(made, { class: `t ${roles}`, x, y, "text-anchor": anchor });
  made.textContent = text;
  return made;
}

/** About how wide a text is in the small size: to see what would meet what. */
export function widthOf(text: string): number {
  return text.length * 7.5;
}

function put(made: SVGElement, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, typeof value === "number" ? `${Math.round(value * 100) / 100}` : value);
  }
}
