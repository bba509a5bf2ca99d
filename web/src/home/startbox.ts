/** The box on the home page that says where to start: for one who has started it says where to go on. */
import type { Course, Lesson } from "../course";
import { element } from "../dom";
import { linkTo } from "../links";
import { loadCourse } from "../site";
import { stateOf, toGoOnWith, type Whereabouts } from "../whereabouts";
import { many } from "../wording";

/** The box. What it held stays at hand for one who erases all. */
export class StartBox {
  private readonly box: Element;
  private readonly start: readonly Node[];
  /** The lesson and section to which it leads: it is only made again where these change. */
  private shown = START;

  constructor(box: Element) {
    this.box = box;
    this.start = [...box.childNodes];
  }

  /** Shows the lesson to go on with, of all by their ids and in their order. */
  async show(known: ReadonlyMap<string, Whereabouts>): Promise<void> {
    const lessons = [...known.values()];
    const at = toGoOnWith(lessons);
    const leadsTo = [[...known.keys()][at] ?? "", lessons[at]?.left.slice(-1)[0]?.section ?? ""] as const;
    const name = stateOf(lessons) === "" ? START : leadsTo.join("#");
    if (name === this.shown) return;
    this.shown = name;
    const parts = name === START ? this.start : partsOf(await loadCourse(), ...leadsTo);
    const hadFocus = this.box.contains(document.activeElement);
    this.box.replaceChildren(...parts);
    if (hadFocus) this.box.querySelector("a")?.focus({ preventScroll: true });
  }

  /** Adds a plain way to what is due, or takes it away; a box that leads there already has it. */
  leadToToday(isWanted: boolean): void {
    const actions = this.box.querySelector(".actions");
    const way = actions?.querySelector(".start-due");
    if (!isWanted) way?.remove();
    if (!isWanted || !actions || way || actions.querySelector("a[href$='today/']")) return;
    const made = linkTo("What is due today", "today/");
    made.className = "button start-due";
    actions.append(made);
  }
}

const START = "start";

function partsOf({ lessons }: Course, id: string, section: string): HTMLElement[] {
  const lesson = lessons.find((each) => each.id === id);
  return lesson ? [goOn(lesson, section), factsOf(lesson)] : [allFinished()];
}

function goOn(lesson: Lesson, section: string): HTMLElement {
  const left = lesson.sections.find(({ id }) => id === section);
  const way = left ? linkTo(`Go on at “${left.title}”`, `${lesson.page}#${left.id}`) : linkTo("Read the lesson", lesson.page);
  const ways = lesson.items.length + lesson.cards.length > 0 ? [linkTo("Go straight to practice", lesson.practice)] : [];
  return saying([`Go on · Day ${lesson.day}`, linkTo(lesson.title, lesson.page), lesson.summary], [way, ...ways]);
}

function allFinished(): HTMLElement {
  const words = "What you learnt comes back shortly before you would forget it.";
  return saying(["Every lesson is finished", linkTo("Today", "today/"), words], [linkTo("See what is due", "today/")]);
}

/** The text of the box: its kind, its title, a sentence or none, and the buttons, the first of them the filled one. */
function saying(
  [kind, title, words]: readonly [string, HTMLElement, string],
  ways: readonly HTMLAnchorElement[],
): HTMLElement {
  const text = element("div", "start-text");
  const name = element("p", "start-title");
  name.append(title);
  text.append(element("p", "start-kind", kind), name);
  if (words) text.append(element("p", "start-say", words));
  const actions = element("p", "actions");
  ways.forEach((way, at) => {
    way.className = at === 0 ? "button is-primary" : "button";
    actions.append(way);
  });
  text.append(actions);
  return text;
}

function factsOf({ minutes, items, cards }: Lesson): HTMLElement {
  const facts = element("ul", "start-facts");
  facts.append(fact(minutes, "minute", " to read"));
  if (items.length > 0) facts.append(fact(items.length, "question", ""));
  const aloud = cards.filter(({ type }) => type === "interview").length;
  if (aloud > 0) facts.append(fact(aloud, "card", " to say aloud"));
  if (cards.length > aloud) facts.append(fact(cards.length - aloud, "card", " to recall"));
  return facts;
}

function fact(count: number, noun: string, more: string): HTMLElement {
  const line = element("li", "");
  const [number = "", words = ""] = many(count, noun).split(" ");
  line.append(element("b", "", number), ` ${words}${more}`);
  return line;
}
