/** Follows a lesson as it is read: notes where it is left, leads back there, and says at its end that it is finished. */
import type { Desk } from "./desk";
import { element, quiet } from "./dom";
import { whenever } from "./lessonmarks";
import { lessonsIn, reading, whereaboutsIn, type Sight } from "./whereabouts";

/** How often the page is looked at, in ms. */
const LOOK = 500;

/** Follows the lesson of the page, if it is one. Where nothing is kept the page stays as it is. */
export async function followReading(desk: Desk): Promise<void> {
  const end = document.querySelector<HTMLElement>("[data-lesson]");
  if (!end || desk.trouble) return;
  const names = lessonsIn(end.dataset["lesson"]).flat();
  const about = names[0] ?? "";
  const headings = [...document.querySelectorAll(".md-content__inner > :is(h2, h3)[id]")];
  let where = await whereaboutsIn(desk.log, names);
  const left = where.left.map(({ section }) => section);
  const page = reading(headings.length + 1, left);
  const heading = headings.find(({ id }) => id === left[left.length - 1]);
  if (heading && where.finished.length === 0 && !location.hash) leadBack(heading);

  const show = finishing(end, () => void turn());
  show(where.finished.length > 0);
  const again = async (): Promise<void> => {
    where = await whereaboutsIn(desk.log, names);
    show(where.finished.length > 0);
  };
  let noted = left.length > 0 ? "" : undefined;
  let isWriting = false;
  const turn = async (): Promise<void> => {
    if (isWriting) return;
    isWriting = true;
    if (where.finished.length === 0) await desk.note({ kind: "finished", about });
    for (const entry of where.finished) await desk.note({ kind: "undone", about, entry });
    await again();
    isWriting = false;
  };
  const look = (): void => {
    const seen = page(document.hidden ? null : sight(headings, end), Date.now());
    if (where.finished.length > 0 || desk.trouble) return;
    // The opening is noted of a new lesson alone: who passes it on the way back has not left there.
    if (seen.place !== null && seen.place !== noted && (seen.place || noted === undefined)) {
      noted = seen.place;
      void desk.note({ kind: "left", about, section: noted });
    }
    if (seen.isRead && !where.isByHand) void turn();
  };
  setInterval(look, LOOK);
  document.addEventListener("visibilitychange", look);
  whenever(desk, again);
}

/** The reading line lies at a third of the window: what is above it was read, what is below is still to come. */
function sight(headings: readonly Element[], end: Element): Sight {
  const passed = headings.filter((heading) => isAbove(heading, innerHeight / 3));
  return { section: passed[passed.length - 1]?.id ?? "", isEnd: isAbove(end, innerHeight) };
}

function isAbove(part: Element, line: number): boolean {
  return part.getBoundingClientRect().top < line;
}

/** One link to the section where the lesson was left. A heading ends with the sign that links to it. */
function leadBack({ id, textContent }: Element): void {
  const link = element("a", "resume", `Go on at “${textContent?.slice(0, -1)}”`);
  link.href = `#${id}`;
  document.querySelector(".facts")?.after(link);
}

/** A line at the end of a lesson that says whether it is finished, and turns that. Returns what shows it. */
function finishing(end: Element, turn: () => void): (isFinished: boolean) => void {
  const line = element("p", "next-state");
  const said = element("span", "");
  const turned = quiet("", turn);
  said.setAttribute("role", "status");
  line.append(said, turned);
  end.append(line);
  return (isFinished) => {
    said.textContent = isFinished ? "Finished." : "";
    turned.textContent = `Mark as ${isFinished ? "not " : ""}finished`;
  };
}
