/** Brings a thing of a deck onto the page. */

/** The article of an item or a card. Its id is left out: it names a place on another page. */
export function articleOf(html: string): Element {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const article = document.importNode(body.firstElementChild ?? body, true);
  article.removeAttribute("id");
  return article;
}
