/** Where values stand in a plot: the door to d3-scale. */
export { scaleBand, scaleLinear } from "d3-scale";
