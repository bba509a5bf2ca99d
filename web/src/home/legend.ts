/** The key of the course map names the sign for what is finished, but only where that is to be seen. */
import { element } from "../dom";

/** Adds that line to the key, or takes it away. */
export function explainSign(isSeen: boolean): void {
  const legend = document.querySelector(".legend");
  const line = legend?.querySelector(".legend-finished");
  if (!isSeen) line?.remove();
  if (!isSeen || line) return;
  const sample = element("span", "day day-written");
  sample.append(element("span", "mark"));
  sample.dataset["state"] = "finished";
  const made = element("li", "legend-finished");
  made.append(sample, "Finished");
  legend?.firstElementChild?.after(made);
}
