/** The claims of a lesson along one line, from shaky to known; those to look at again carry their names. */
import type { LessonMastery } from "../mastery";
import { weakest } from "../sentences";
import { scaleLinear } from "./scales";
import { drawing, shape, widthOf, words } from "./svg";

const SIDE = 8;
const RADIUS = 5;
const ROW = 18;
const FOOT = 30;

/** Where the words for a score begin and end. */
const ZONES = [
  { name: "shaky", from: 0, to: 0.6 },
  { name: "growing", from: 0.6, to: 0.85 },
  { name: "known", from: 0.85, to: 1 },
] as const;

interface Mark {
  readonly x: number;
  /** Its name; empty where it has no more to say than that it is there. */
  readonly name: string;
  /** The room that it takes along the line. */
  readonly from: number;
  readonly to: number;
}

export function swarm(claims: LessonMastery["claims"], says: string, width: number): SVGSVGElement {
  const across = scaleLinear([0, 1], [SIDE, width - SIDE]);
  const weak = weakest(claims);
  const rows = rowsOf(
    [...weak, ...claims.filter((one) => !weak.includes(one))].flatMap(({ claim, mastery: { score } }, number) =>
      score === null ? [] : markAt(across(score), number < weak.length ? claim.id : "", width),
    ),
  );
  const bottom = rows.length * ROW + 4;
  const marks = rows.flatMap((row, number) => row.flatMap((mark) => drawn(mark, bottom - (number + 0.5) * ROW)));
  const ground = shape("line", "s line", { x1: 0, x2: width, y1: bottom, y2: bottom });
  return drawing(width, bottom + FOOT, says, [ground, ...zones(across, bottom), ...marks]);
}

function markAt(x: number, name: string, width: number): Mark {
  const [left, right] = [x - RADIUS - 1, x + RADIUS + 1];
  if (name === "") return { x, name, from: left, to: right };
  const room = widthOf(name) + 12;
  return right + room > width ? { x, name, from: left - room, to: right } : { x, name, from: left, to: right + room };
}

/** Each mark in the lowest row in which it meets no other. */
function rowsOf(marks: readonly Mark[]): Mark[][] {
  const rows: Mark[][] = [[]];
  for (const mark of marks) {
    const free = rows.find((row) => row.every((other) => other.to < mark.from || mark.to < other.from));
    if (free) free.push(mark);
    else rows.push([mark]);
  }
  return rows;
}

function drawn({ x, name, from, to }: Mark, y: number): SVGElement[] {
  const dot = shape("circle", name === "" ? "f context" : "f accent", { cx: x, cy: y, r: RADIUS });
  if (name === "") return [dot];
  const isAfter = to - x > x - from;
  return [dot, words(name, "accent strong small", isAfter ? x + 10 : x - 10, y + 4, isAfter ? "start" : "end")];
}

function zones(across: (share: number) => number, bottom: number): SVGElement[] {
  return ZONES.flatMap(({ name, from, to }) => [
    shape("line", "s edge", { x1: across(from), x2: across(from), y1: bottom - 5, y2: bottom + 5 }),
    words(name, "soft small", (across(from) + across(to)) / 2, bottom + 20, "middle"),
  ]);
}
