/** Lines through points, with gaps where there are none: the door to d3-shape. */
export { line } from "d3-shape";
