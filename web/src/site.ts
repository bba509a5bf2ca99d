/** Where the site lies, and what is loaded of it: data in scripts, since from disk a page may ask for nothing else. */
import type { Course } from "./course";
import { taught } from "./types/taught";

/** Items and cards of a lesson by id, as HTML whose links start at the page `today/`. */
export type Deck = Readonly<Record<string, string>>;

interface Loaded {
  studyCourse?: Course;
  studyDecks?: Readonly<Record<string, Deck>>;
}

const loaded = window as unknown as Loaded;

/** The address of the site: this script lies in its folder assets/. */
export const ROOT = new URL("..", (document.currentScript as HTMLScriptElement).src);

/** The address of a page of the site. From disk no server finds the file in a folder. */
export function addressOf(path: string): string {
  const address = new URL(path, ROOT);
  if (address.protocol === "file:") address.pathname = address.pathname.replace(/\/$/, "/index.html");
  return address.href;
}

/** The course. Rejects where it cannot be loaded. */
export async function loadCourse(): Promise<Course> {
  if (!loaded.studyCourse) await load("assets/course.js");
  if (!loaded.studyCourse) throw new Error("assets/course.js holds no course");
  return loaded.studyCourse;
}

/** A lesson's deck. Rejects where it cannot be loaded. */
export async function loadDeck(lesson: string): Promise<Deck> {
  if (!loaded.studyDecks?.[lesson]) await load(`assets/decks/${lesson}.js`);
  const deck = loaded.studyDecks?.[lesson];
  if (!deck) throw new Error(`assets/decks/${lesson}.js holds no deck`);
  return deck;
}

/** Gives questions that come onto the page their behaviour. Rejects where it cannot be loaded. */
export async function loadItems(): Promise<void> {
  if (!customElements.get("study-item")) await load("assets/items.js");
}

/** Brings the type of an article's question, where it has a script of its own. Rejects where it cannot be loaded. */
export async function loadType(article: Element): Promise<void> {
  const { type = "", script } = article.querySelector<HTMLElement>("study-item")?.dataset ?? {};
  if (script === undefined) return;
  if (!taught(type)) await load(`assets/${script}.js`);
  if (!taught(type)) throw new Error(`assets/${script}.js holds no ${type}`);
}

const underWay = new Map<string, Promise<void>>();

/** Loads a script of the site. Whoever asks for one that is under way waits for the same. */
function load(path: string): Promise<void> {
  const begun = underWay.get(path) ?? inserted(path).finally(() => underWay.delete(path));
  underWay.set(path, begun);
  return begun;
}

function inserted(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(path, ROOT).href;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(`${path} cannot be loaded`)));
    document.head.append(script);
  });
}
