/** <study-data>: what is kept, as a file to take away, from a file, and gone for good. */
import type { Course } from "../course";
import { openDesk, type Desk } from "../desk";
import { button, element, moveFocus } from "../dom";
import { read, refuseSize, written } from "../log/file";
import { StorageFull } from "../log/store";
import { nameOf } from "../settings";
import { loadCourse } from "../site";

const SAFE = "Your browser has promised to keep it.";
const UNSAFE =
  "Your browser may delete it when it runs out of room, and Safari does so with every site that was not visited for " +
  "seven days. A file is safe.";
const NO_ROOM = "There is no room for this file in your browser. Nothing was taken from it.";

/** What came of a file, in words. */
interface Outcome {
  readonly says: string;
  readonly isRefused: boolean;
}

/** What is kept. */
export class StudyData extends HTMLElement {
  private readonly line = element("p", "data-kept");
  private readonly ways = element("div", "actions");
  private readonly said = element("p", "said");
  private desk!: Desk;
  private course!: Course;

  connectedCallback(): void {
    void this.open();
  }

  private async open(): Promise<void> {
    [this.desk, this.course] = await Promise.all([openDesk(), loadCourse()]);
    this.said.setAttribute("role", "status");
    this.replaceChildren(this.line, this.ways, this.said);
    this.desk.onChange(() => void this.count());
    await this.count();
    this.offer();
  }

  private async count(): Promise<void> {
    const size = await this.desk.log.size();
    this.toggleAttribute("data-empty", size === 0);
    const isSafe = (await navigator.storage?.persisted?.()) ?? false;
    this.line.textContent =
      size === 0 ? "Nothing is kept yet." : `Kept: a log of ${entries(size)}. ${isSafe ? SAFE : UNSAFE}`;
  }

  /** The three ways, none of them half done. */
  private offer(): void {
    const file = element("input", "visually-hidden");
    Object.assign(file, { type: "file", accept: "application/json,.json", tabIndex: -1 });
    file.setAttribute("aria-hidden", "true");
    file.addEventListener("change", () => void this.take(file));
    this.ways.replaceChildren(
      needing(button("Export", () => void this.giveAway(), true)),
      button("Import", () => file.click()),
      needing(button("Erase my data", () => void this.ask())),
      file,
    );
  }

  private async giveAway(): Promise<void> {
    this.tell("");
    const now = Date.now();
    await this.desk.note({ kind: "set", about: nameOf("exported"), value: now });
    const url = URL.createObjectURL(new Blob([written(await this.desk.log.all())], { type: "application/json" }));
    const link = element("a", "");
    link.href = url;
    link.download = `study-progress-${new Date(now).toISOString().slice(0, 10)}.json`;
    link.click();
    URL.revokeObjectURL(url);
    this.tell("Exported: the file is among your downloads.");
  }

  private async take(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (file) {
      this.tell("");
      const { says, isRefused } = await this.imported(file);
      this.tell(says, isRefused ? "refused" : "done");
    }
    // The same file may be chosen again.
    input.value = "";
  }

  /** Takes a file in, and says what came of it. */
  private async imported(file: File): Promise<Outcome> {
    const refused = refuseSize(file.size);
    if (refused) return refusal(refused);
    const found = read(await file.text(), namesIn(this.course));
    if ("refused" in found) return refusal(found.refused);
    try {
      const added = await this.desk.log.merge(found.entries);
      this.desk.changed();
      return { says: importedInWords(added, found.entries.length), isRefused: false };
    } catch (error) {
      if (error instanceof StorageFull) return refusal(NO_ROOM);
      throw error;
    }
  }

  private async ask(): Promise<void> {
    const size = await this.desk.log.size();
    const words = `Erase the log of ${entries(size)} for good? Nothing but a file of it can bring it back.`;
    const question = element("p", "data-sure", words);
    question.tabIndex = -1;
    const asked = element("div", "data-asked");
    const erase = button("Erase for good", () => void this.erase());
    erase.classList.add("is-erasing");
    asked.append(question, button("Keep everything", () => this.keep(), true), erase);
    asked.addEventListener("keydown", ({ key }) => key === "Escape" && this.keep());
    this.tell("");
    this.ways.replaceChildren(asked);
    moveFocus(question);
  }

  private async erase(): Promise<void> {
    await this.desk.log.erase();
    this.desk.changed();
    await this.count();
    this.keep();
    this.tell("Erased. Nothing is kept of what you did here.");
  }

  private keep(): void {
    this.offer();
    const first = [...this.ways.querySelectorAll("button")].find((each) => each.checkVisibility());
    if (first) moveFocus(first);
  }

  private tell(words: string, came: "done" | "refused" = "done"): void {
    this.said.classList.toggle("is-refused", came === "refused");
    this.said.textContent = words;
    void this.count();
  }
}

/** A button that has a use only where something is kept. */
function needing(made: HTMLButtonElement): HTMLButtonElement {
  made.classList.add("needs-data");
  return made;
}

function refusal(says: string): Outcome {
  return { says, isRefused: true };
}

function importedInWords(added: number, all: number): string {
  if (added === 0) return "All of this was here already.";
  return added === all ? `Imported: ${entries(all)}.` : `Imported: ${entries(added)}. The rest was here already.`;
}

function entries(count: number): string {
  return count === 1 ? "1 entry" : `${count} entries`;
}

/** Whether the course has, or once had, something of that name. */
function namesIn({ lessons, was }: Course): (about: string) => boolean {
  const now = lessons.flatMap(({ id, items, cards }) => [id, ...[...items, ...cards].map((each) => each.id)]);
  const names = new Set([...now, ...Object.keys(was.lessons), ...Object.keys(was.asked)]);
  return (about) => names.has(about);
}
