/** The forecast: a bar a day. Today is the one to see, the days after it are what it stands in. */
import type { DueDay } from "../forecast";
import type { Formats } from "../formats";
import { fullestAfterToday } from "../sentences";
import { scaleBand, scaleLinear } from "./scales";
import { drawing, shape, widthOf, words } from "./svg";

const HEIGHT = 190;
const TOP = 24;
const BOTTOM = 160;
const TODAY = "Today";

export function bars(days: readonly DueDay[], says: string, formats: Formats, width: number): SVGSVGElement {
  const across = scaleBand(days.keys(), [0, width]).paddingInner(0.25);
  const up = scaleLinear([0, Math.max(1, ...days.map(({ due }) => due))], [BOTTOM, TOP]);
  const at = (number: number): number => across(number) ?? 0;
  const fullest = fullestAfterToday(days);
  const told = days.flatMap((day, number) => {
    if (day.due === 0 || (number > 0 && day !== fullest)) return [];
    const role = number === 0 ? "accent strong" : "";
    return words(`${day.due}`, role, ...above(at(number), up(day.due), across.bandwidth(), width));
  });
  const marks = days.map(({ due }, number) =>
    shape("rect", number === 0 ? "f accent" : "f context", {
      ...{ x: at(number), y: up(due), width: across.bandwidth(), height: BOTTOM - up(due) },
    }),
  );
  const ground = shape("line", "s line", { x1: 0, x2: width, y1: BOTTOM, y2: BOTTOM });
  return drawing(width, HEIGHT, says, [...marks, ground, ...told, ...dates(days, at, formats, width)]);
}

/** Where the number of a bar stands: in its middle, but never over the edge. */
function above(x: number, y: number, band: number, width: number): [number, number, string] {
  if (x < band) return [x, y - 7, "start"];
  return x > width - 2 * band ? [x + band, y - 7, "end"] : [x + band / 2, y - 7, "middle"];
}

/** Today, and each Monday that has room beside what is there. */
function dates(days: readonly DueDay[], at: (number: number) => number, { day }: Formats, width: number): SVGElement[] {
  const labels = [words(TODAY, "accent strong", 0, BOTTOM + 22)];
  let free = widthOf(TODAY) + 14;
  for (const [number, { from }] of days.entries()) {
    const [text, x] = [day(from), at(number)];
    const end = x + widthOf(text);
    if (number === 0 || new Date(from).getDay() !== 1 || x < free || end > width) continue;
    labels.push(words(text, "soft small", x, BOTTOM + 22));
    labels.push(shape("line", "s line", { x1: x, x2: x, y1: BOTTOM, y2: BOTTOM + 6 }));
    free = end + 10;
  }
  return labels;
}
