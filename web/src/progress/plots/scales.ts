/** Where values stand in a plot: the door to d3-scale. */
export { scaleBand, scaleLinear, scaleTime } from "d3-scale";
