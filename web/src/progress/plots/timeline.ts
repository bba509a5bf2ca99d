/** The answers that bear on a misconception in time: a dot where it showed, a stroke where it did not. */
import type { Formats } from "../formats";
import type { Trace } from "../misconceptions";
import { scaleLinear } from "./scales";
import { drawing, shape, words } from "./svg";

const HEIGHT = 40;
const MIDDLE = 12;
const SIDE = 7;

/** The times of the first answer of all and of now, between which every timeline runs. */
export type Span = readonly [from: number, now: number];

export function timeline(
  traces: readonly Trace[],
  span: Span,
  says: string,
  { day }: Formats,
  width: number,
): SVGSVGElement {
  const across = scaleLinear(span, [SIDE, width - SIDE]).clamp(true);
  const strokes = traces.filter(({ shows }) => !shows).map(({ at }) => {
    return shape("line", "s context", { x1: across(at), x2: across(at), y1: MIDDLE - 7, y2: MIDDLE + 7 });
  });
  const dots = traces.filter(({ shows }) => shows).map(({ at }) => {
    return shape("circle", "f accent edged", { cx: across(at), cy: MIDDLE, r: 6 });
  });
  return drawing(width, HEIGHT, says, [
    shape("line", "s line", { x1: 0, x2: width, y1: MIDDLE, y2: MIDDLE }),
    ...strokes,
    ...dots,
    words(day(span[0]), "soft small", 0, HEIGHT - 4),
    words("today", "soft small", width, HEIGHT - 4, "end"),
  ]);
}
