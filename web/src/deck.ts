/** Brings a thing of a deck onto the page. */
import type { Course } from "./course";
import { element } from "./dom";

/** The article of an item or a card. Its id is left out: it names a place on another page. */
export function articleOf(html: string): Element {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const article = document.importNode(body.firstElementChild ?? body, true);
  article.removeAttribute("id");
  boxBack(article);
  return article;
}

/** Gives the answer of a card, and the grades that come after it, a box: what sticks to the window stays within it. */
function boxBack(article: Element): void {
  const back = article.querySelector(".card-back");
  const box = element("div", "card-review");
  back?.replaceWith(box);
  if (back) box.append(back);
}

/** Where the thing comes from: its lesson. */
export function originOf({ lesson }: { readonly lesson: string }, { lessons }: Course): HTMLElement {
  const found = lessons.find(({ id }) => id === lesson);
  return element("p", "sitting-origin", found ? `Day ${found.day} · ${found.title}` : "");
}
