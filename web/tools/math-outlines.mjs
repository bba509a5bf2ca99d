// Turns MathJax's tree of a picture into outlines: paths alone, each in place, without groups, transforms, strokes and
// clippings. So every program draws it alike, and as no more than ink on paper.

/** Something that has no outline; `sign` where it is one that the font lacks. */
export class NoOutline extends Error {
  constructor(what, sign = "") {
    super(what);
    this.sign = sign;
  }
}

// What MathJax leaves to its style sheet, in its thousandths of an em.
const LINE = 70;
const DASH = 140;

// How coordinates become those of the picture, and the box [left, top, right, bottom] that they may not leave.
const HERE = { scaleX: 1, scaleY: 1, moveX: 0, moveY: 0, box: [-Infinity, -Infinity, Infinity, Infinity] };

/** The outlines within an element: lists of [letter, x, y, x, y …]. */
export function outlines(node, place = HERE) {
  const shapes = SHAPES[node.kind] ?? fail(`the element ${node.kind}`);
  return shapes(node, placed(node, place));
}

/** The least box around outlines and around a box that is there already. */
export function around(box, shapes) {
  let [left, top, right, bottom] = box;
  for (const [, ...values] of shapes.flat()) {
    for (let index = 0; index < values.length; index += 2) {
      [left, right] = [Math.min(left, values[index]), Math.max(right, values[index])];
      [top, bottom] = [Math.min(top, values[index + 1]), Math.max(bottom, values[index + 1])];
    }
  }
  return [left, top, right, bottom];
}

/** An outline as the d of a path. A thousandth of an em is finer than any printer. */
export function pathData(shape) {
  const part = ([letter, ...values]) => letter + values.map(Math.round).join(" ").replaceAll(" -", "-");
  return shape.map(part).join("");
}

const SHAPES = {
  g: ({ children }, place) => children.flatMap((child) => outlines(child, place)),
  svg: ({ children }, place) => children.flatMap((child) => outlines(child, place)),
  path: ({ attributes }, place) => (attributes.d === "" ? [] : [path(attributes.d, place)]),
  rect: ({ attributes }, place) => [inPlace(rect(attributes), place)],
  polygon: ({ attributes }, place) => [inPlace(polygon(attributes), place)],
  line: ({ attributes }, place) => line(attributes).map((shape) => inPlace(shape, place)),
  text: ({ children }) => {
    const sign = children.map((child) => child.value).join("");
    return sign === "" ? [] : fail("a letter", sign);
  },
};

function placed({ kind, attributes }, place) {
  if (kind === "svg" && attributes.viewBox !== undefined) return window(attributes, place);
  const steps = [...(attributes.transform ?? "").matchAll(/(\w+)\(([^)]*)\)/g)];
  return steps.reduce((at, [, name, list]) => step(at, name, numbers(list)), place);
}

function step(place, name, [first, second]) {
  if (name === "translate") return translated(place, first, second ?? 0);
  if (name !== "scale") fail(`the transform ${name}`);
  return { ...place, scaleX: place.scaleX * first, scaleY: place.scaleY * (second ?? first) };
}

function translated(place, x, y) {
  return { ...place, moveX: place.moveX + place.scaleX * x, moveY: place.moveY + place.scaleY * y };
}

// A picture within the picture shows a bar that was drawn too long: its ends are pushed in to where it is cut off.
function window({ x = 0, y = 0, viewBox }, place) {
  const [left, top, width, height] = numbers(viewBox);
  const inner = translated(place, Number(x) - left, Number(y) - top);
  const [a, b] = [at(inner, left, top), at(inner, left + width, top + height)];
  const box = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])];
  return { ...inner, box };
}

function at({ scaleX, scaleY, moveX, moveY, box: [left, top, right, bottom] }, x, y) {
  const [px, py] = [scaleX * x + moveX, scaleY * y + moveY];
  return [Math.min(Math.max(px, left), right), Math.min(Math.max(py, top), bottom)];
}

// MathJax's fonts have absolute commands only.
const PATH = /([A-Za-z])([^A-Za-z]*)/g;

function path(data, place) {
  let [x, y] = [0, 0];
  return [...data.matchAll(PATH)].map(([, letter, list]) => {
    if (!"MLHVQTCSZ".includes(letter)) fail(`the path command ${letter}`);
    const values = numbers(list);
    if (letter === "H" || letter === "V") values.splice(letter === "H" ? 1 : 0, 0, letter === "H" ? y : x);
    if (values.length > 0) [x, y] = values.slice(-2);
    return [letter === "H" || letter === "V" ? "L" : letter, ...points(values, place)];
  });
}

function inPlace(shape, place) {
  return shape.map(([letter, ...values]) => [letter, ...points(values, place)]);
}

function points(values, place) {
  const found = [];
  for (let index = 0; index < values.length; index += 2) found.push(...at(place, values[index], values[index + 1]));
  return found;
}

function rect({ x = 0, y = 0, width, height, fill, "data-frame": frame, "stroke-width": stroke = LINE }) {
  const [left, top, right, bottom] = [Number(x), Number(y), Number(x) + Number(width), Number(y) + Number(height)];
  if (fill !== "none" && frame === undefined) return box(left, top, right, bottom);
  const half = Number(stroke) / 2;
  // The inner edge runs the other way round, and what it holds stays empty.
  return [
    ...box(left - half, top - half, right + half, bottom + half),
    ...box(right - half, top + half, left + half, bottom - half),
  ];
}

function box(left, top, right, bottom) {
  return [["M", left, top], ["L", right, top], ["L", right, bottom], ["L", left, bottom], ["Z"]];
}

function polygon({ points }) {
  const corners = points.split(" ").map((corner, index) => [index === 0 ? "M" : "L", ...numbers(corner)]);
  return [...corners, ["Z"]];
}

function line({ x1, y1, x2, y2, "stroke-width": stroke = LINE, class: style, "stroke-dasharray": dashes }) {
  const [x, y, width] = [Number(x1), Number(y1), Number(stroke)];
  const [dx, dy] = [Number(x2) - x, Number(y2) - y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return [];
  const bar = (from, to) => {
    const [startX, startY, endX, endY] = [dx * from, dy * from, dx * to, dy * to].map((value) => value / length);
    const [sideX, sideY] = [(-dy / length) * (width / 2), (dx / length) * (width / 2)];
    return [
      ["M", x + startX + sideX, y + startY + sideY],
      ["L", x + startX - sideX, y + startY - sideY],
      ["L", x + endX - sideX, y + endY - sideY],
      ["L", x + endX + sideX, y + endY + sideY],
      ["Z"],
    ];
  };
  if (style !== "mjx-dashed" && dashes === undefined) return [bar(0, length)];
  const dash = (_, index) => bar(index * DASH * 2, Math.min(index * DASH * 2 + DASH, length));
  return Array.from({ length: Math.ceil(length / DASH / 2) }, dash);
}

function numbers(list) {
  return (list.match(/-?(\d+\.?\d*|\.\d+)(e-?\d+)?/g) ?? []).map(Number);
}

function fail(what, sign) {
  throw new NoOutline(what, sign);
}
