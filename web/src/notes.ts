/**
 * The notes of a page: what a link to a term or a reference leads to, shown beside the link on hover and focus. They
 * stand in the page's own HTML, hidden; without this script the links lead to the glossary and the references as ever.
 * A note can be dismissed (Escape) and hovered, and stays until pointer and focus have left it.
 */
import { copyOf, element } from "./dom";
import { lineAt, place } from "./placing";

const LINKS = "a.term, .cite a";
/** Milliseconds: a pointer on its way over a link opens nothing, one on its way to the note loses nothing. */
const TO_OPEN = 150;
const TO_CLOSE = 300;

/** Gives the links of the page their notes. Browsers without popovers follow the links. */
export function explainLinks(): void {
  const home = document.querySelector("aside.notes")?.parentElement;
  if (!home || !("popover" in HTMLElement.prototype)) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>(LINKS)) {
    const note = noteOf(link);
    if (note) link.setAttribute("aria-describedby", note.id);
  }
  new Notes(home).listen();
}

/** The note of a link: its id is made of what the link names. */
function noteOf(link: HTMLAnchorElement): HTMLElement | null {
  const kind = link.matches(".term") ? "term" : "source";
  return document.getElementById(`${kind}--${decodeURIComponent(link.hash.slice(1))}`);
}

function linkAt(event: Event): HTMLAnchorElement | null {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(LINKS) : null;
  return link && noteOf(link) ? link : null;
}

class Notes {
  private readonly box = element("div", "popnote");
  /** The link whose note is open. */
  private link: HTMLAnchorElement | null = null;
  private hovered = false;
  private focused = false;
  private touched = false;
  private waiting = 0;

  constructor(home: Element) {
    this.box.popover = "manual";
    home.append(this.box);
  }

  listen(): void {
    document.addEventListener("pointerover", (event) => this.point(event));
    document.documentElement.addEventListener("pointerleave", () => this.leave());
    document.addEventListener("focusin", (event) => this.focus(event));
    document.addEventListener("focusout", () => this.unfocus());
    document.addEventListener("keydown", (event) => {
      this.touched = false;
      if (event.key === "Escape") this.close();
    });
    document.addEventListener("pointerdown", (event) => this.press(event));
    document.addEventListener("click", (event) => this.click(event));
    window.addEventListener("pagehide", () => this.close());
  }

  private point(event: PointerEvent): void {
    if (event.pointerType === "touch") return;
    const link = linkAt(event);
    if (this.isInside(event) || (link && link === this.link)) {
      this.hovered = true;
      this.wait(null, 0);
    } else if (link) {
      const height = event.clientY;
      this.wait(() => {
        this.hovered = true;
        this.open(link, height);
      }, TO_OPEN);
    } else {
      this.leave();
    }
  }

  private leave(): void {
    this.hovered = false;
    this.wait(this.focused ? null : () => this.close(), TO_CLOSE);
  }

  /** A link that is focused by a click or a tap is on its way elsewhere. */
  private focus(event: FocusEvent): void {
    const link = linkAt(event);
    if (!link?.matches(":focus-visible")) return;
    this.focused = true;
    this.open(link, null);
  }

  private unfocus(): void {
    if (!this.focused) return;
    this.focused = false;
    if (!this.hovered) this.close();
  }

  private press(event: PointerEvent): void {
    this.touched = event.pointerType === "touch";
    if (this.link && !this.isInside(event) && linkAt(event) !== this.link) this.close();
  }

  /** The first tap shows the note and with it the way on; a click, the second tap and the Enter key follow the link. */
  private click(event: MouseEvent): void {
    const link = linkAt(event);
    if (this.touched && link && link !== this.link) {
      event.preventDefault();
      this.open(link, event.clientY);
      this.box.append(wayOf(link));
      this.put(link, event.clientY);
    } else if (link || (event.target instanceof Element && event.target.closest(".popnote-way"))) {
      this.close();
    }
  }

  private open(link: HTMLAnchorElement, height: number | null): void {
    const note = noteOf(link);
    if (!note) return;
    this.wait(null, 0);
    this.link = link;
    this.box.replaceChildren(copyOf(note));
    this.box.togglePopover(true);
    this.put(link, height);
  }

  private close(): void {
    this.wait(null, 0);
    this.link = null;
    this.hovered = false;
    this.box.togglePopover(false);
  }

  /** The box stands on the page, so that it scrolls with the words beside which it is. */
  private put(link: HTMLAnchorElement, height: number | null): void {
    const words = lineAt([...link.getClientRects()], height);
    if (!words) return;
    const { clientWidth: width, clientHeight } = document.documentElement;
    const { left, top } = place(words, this.box.getBoundingClientRect(), { width, height: clientHeight });
    this.box.style.setProperty("left", `${left + scrollX}px`);
    this.box.style.setProperty("top", `${top + scrollY}px`);
  }

  private isInside(event: Event): boolean {
    return event.target instanceof Node && this.box.contains(event.target);
  }

  /** One thing is waited for at a time. */
  private wait(act: (() => void) | null, milliseconds: number): void {
    clearTimeout(this.waiting);
    if (act) this.waiting = window.setTimeout(act, milliseconds);
  }
}

function wayOf(link: HTMLAnchorElement): HTMLAnchorElement {
  const way = element("a", "popnote-way", link.matches(".term") ? "Open in the glossary" : "Open in the references");
  way.href = link.href;
  return way;
}
