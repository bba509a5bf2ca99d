/** What a page with questions and cards owes to the log: its cards are graded here too, and what was edited says so. */
import { StudyCard } from "./card";
import { CardReview } from "./cardreview";
import { settingsIn } from "./chosen";
import type { Desk } from "./desk";
import { element } from "./dom";
import { aboutAll } from "./log/about";
import { standingIn } from "./review/standings";

/** Gives each card of the page its review once it is opened. */
export function reviewCards(desk: Promise<Desk>): void {
  for (const card of document.querySelectorAll("study-card")) {
    if (!(card instanceof StudyCard) || !card.back) continue;
    const { back } = card;
    back.addEventListener("toggle", () => void review(card, back, desk), { once: true });
  }
}

async function review(card: StudyCard, back: HTMLDetailsElement, opening: Promise<Desk>): Promise<void> {
  const desk = await opening;
  const [settings, standing] = await Promise.all([settingsIn(desk.log), standingIn(desk.log, namesOn(card))]);
  new CardReview(card, back, { desk, settings, standing, onAct: () => false });
}

/** Says of each question that was answered before in another wording that it was edited. */
export async function markEdited(desk: Promise<Desk>): Promise<void> {
  const { log } = await desk;
  for (const item of document.querySelectorAll<HTMLElement>("study-item")) {
    const entries = await aboutAll(log, namesOn(item));
    const last = entries.filter((entry) => entry.kind === "answered").pop();
    if (last && last.edition !== item.dataset["edition"]) {
      item.querySelector(".item-meta")?.append(element("span", "edited", " · edited since you answered"));
    }
  }
}

/** All ids that something on the page has or had. */
function namesOn({ dataset }: HTMLElement): string[] {
  return [dataset["id"] ?? "", ...(dataset["was"] ?? "").split(" ").filter((name) => name !== "")];
}
