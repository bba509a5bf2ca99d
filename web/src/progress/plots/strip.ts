/** One share as a dot on its way from nothing to all. */
import { scaleLinear } from "./scales";
import { drawing, shape } from "./svg";

const WIDTH = 160;
const HEIGHT = 16;
const MIDDLE = HEIGHT / 2;

/** The way is dashed while nothing is known. */
export function strip(share: number | null, says: string): SVGSVGElement {
  const across = scaleLinear([0, 1], [6, WIDTH - 6]);
  const way = { x1: 1, x2: WIDTH - 1, y1: MIDDLE, y2: MIDDLE };
  if (share === null) {
    return drawing(WIDTH, HEIGHT, says, [shape("line", "s edge", { ...way, "stroke-dasharray": "2 5" })]);
  }
  return drawing(WIDTH, HEIGHT, says, [
    shape("line", "s line wide", way),
    shape("line", "s context wide", { ...way, x2: across(share) }),
    shape("circle", "f accent", { cx: across(share), cy: MIDDLE, r: 6 }),
  ]);
}
