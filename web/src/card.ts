/** <study-card>: a question whose answer opens at a click on the question or with its summary, by mouse or keyboard. */
import { countPoints } from "./points";

const HIDE = "Hide the answer";

/** A card. The static <details> opens by itself; the script adds the question as a target and keeps the words true. */
export class StudyCard extends HTMLElement {
  private ready = false;

  /** What opens and holds the answer. */
  get back(): HTMLDetailsElement | null {
    return this.querySelector<HTMLDetailsElement>("details.card-back");
  }

  connectedCallback(): void {
    if (this.ready) return;
    const { back } = this;
    const summary = back?.querySelector<HTMLElement>(":scope > summary");
    if (!back || !summary) return;
    this.ready = true;
    const show = summary.textContent;
    const sync = (): void => {
      summary.textContent = back.open ? HIDE : show;
      this.dataset["state"] = back.open ? "open" : "closed";
      this.closest(".card")?.classList.toggle("is-open", back.open);
    };
    back.addEventListener("toggle", sync);
    sync();
    this.addEventListener("click", (event) => flip(event, this, back, summary));
    const points = back.querySelector<HTMLFieldSetElement>("fieldset.points");
    if (points) countPoints(points);
  }
}

const OWN_USE = "details, a, button, input, label, textarea";

/** Opens or closes the card, unless the click was meant for the answer or a link, or ended a selection of text. */
function flip(event: MouseEvent, card: StudyCard, back: HTMLDetailsElement, summary: HTMLElement): void {
  const elsewhere = event.target instanceof Element && event.target.closest(OWN_USE) !== null;
  if (elsewhere || event.defaultPrevented || isSelecting(card)) return;
  back.open = !back.open;
  summary.focus({ preventScroll: true });
}

function isSelecting(card: StudyCard): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(card, true);
}
