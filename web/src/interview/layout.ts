/** A card laid out for an interview: the question as a heading, the model answer beside the points. */
import { articleOf } from "../deck";
import { copyOf, element } from "../dom";
import { countPoints } from "../points";

/** What an interviewer may go on to ask: another card by its id, or a question with its answer. */
export type FollowUp =
  | { readonly kind: "card"; readonly id: string }
  | { readonly kind: "question"; readonly ask: DocumentFragment; readonly answer: DocumentFragment };

/** A card with its parts. */
export interface Laid {
  readonly article: HTMLElement;
  /** The element that knows the card's id and edition. */
  readonly card: HTMLElement;
  readonly question: HTMLHeadingElement;
  readonly back: HTMLDetailsElement;
  /** What the back holds: the answer, the points. */
  readonly beside: HTMLElement;
  readonly answer: HTMLHeadingElement;
  readonly boxes: readonly HTMLInputElement[];
  readonly followUps: readonly FollowUp[];
}

/** Lays out a card of the deck; null where it is none for an interview. */
export function laidOut(html: string): Laid | null {
  const article = articleOf(html);
  for (const named of article.querySelectorAll("[id]")) named.removeAttribute("id");
  const card = article.querySelector<HTMLElement>("study-card");
  const ask = card?.querySelector(".card-ask");
  const back = card?.querySelector<HTMLDetailsElement>("details.card-back");
  const points = back?.querySelector<HTMLFieldSetElement>(".points");
  if (!(article instanceof HTMLElement) || !card || !ask || !back || !points) return null;
  const question = headed("h3", "card-ask", ask);
  ask.replaceWith(question);
  const followUps = followUpsOf(back);
  back.querySelector(".follow-ups")?.remove();
  // Without a summary the browser would make one of its own; what opens the answer is a button.
  const summary = back.querySelector("summary");
  if (summary) summary.hidden = true;
  const answer = element("h4", "beside-head", "A model answer");
  answer.tabIndex = -1;
  const beside = element("div", "beside");
  const right = element("div", "beside-points");
  const left = element("div", "beside-answer");
  right.append(points, ...back.querySelectorAll(".pitfalls"));
  // It puts its count after the points.
  countPoints(points);
  left.append(answer, ...[...back.childNodes].filter((node) => node !== summary));
  beside.append(left, right);
  back.append(beside);
  const boxes = [...points.querySelectorAll<HTMLInputElement>("input")];
  return { article, card, question, back, beside, answer, boxes, followUps };
}

/** The words of the points with these fingerprints, in the order of the card. */
export function wordsOf(boxes: readonly HTMLInputElement[], values: readonly string[]): string[] {
  const those = boxes.filter(({ value }) => values.includes(value));
  return those.map((box) => box.closest("label")?.textContent.trim() ?? "");
}

/** A heading with the words of another element, which the focus can be moved to. */
export function headed(tag: "h3" | "h4", className: string, words: Element | DocumentFragment): HTMLHeadingElement {
  const made = element(tag, className);
  made.append(words instanceof Element ? copyOf(words) : words);
  made.tabIndex = -1;
  return made;
}

function followUpsOf(back: HTMLElement): FollowUp[] {
  return [...back.querySelectorAll(".follow-ups li")].flatMap((row): FollowUp[] => {
    const link = row.querySelector<HTMLAnchorElement>(":scope > a");
    const summary = row.querySelector("summary");
    if (link) return [{ kind: "card", id: decodeURIComponent(link.hash.slice(1)) }];
    if (!summary?.parentElement) return [];
    const ask = copyOf(summary);
    const answer = copyOf(summary.parentElement);
    answer.querySelector("summary")?.remove();
    return [{ kind: "question", ask, answer }];
  });
}
