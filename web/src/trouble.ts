/** Says on the page why what a learner does is not kept. */
import type { Desk, Trouble } from "./desk";
import { element } from "./dom";

const SAYS: Readonly<Record<Trouble, string>> = {
  denied:
    "Your browser keeps nothing for this site: what you do here is gone once you leave the page. " +
    "A private window does that, and so does a setting that refuses site data.",
  newer:
    "Another tab has a newer version of this site. Reload this page to go on: until then nothing that you do is kept.",
  full:
    "Your browser has no room left, and the last thing you did was not kept. Free some space, then go on; " +
    "all that was kept before is still there.",
};

/** Shows the desk's trouble, if it has one, below the head of the page, and again when there is another. */
export function tellTrouble(desk: Desk): void {
  const line = element("p", "notice");
  line.setAttribute("role", "status");
  line.hidden = true;
  (document.querySelector(".opening") ?? document.querySelector("h1"))?.after(line);
  const tell = (): void => {
    const words = desk.trouble ? SAYS[desk.trouble] : "";
    line.hidden = words === "";
    if (line.textContent !== words) line.textContent = words;
  };
  desk.onChange(tell);
  tell();
}
