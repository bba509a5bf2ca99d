/** A recording of one's own answer: the button, the sign that it runs, and what to play afterwards. */
import { button, element } from "../dom";
import { Microphone, type Refusal } from "./microphone";

const SAYS: Readonly<Record<Refusal, string>> = {
  absent: "This browser cannot record here. All else works, and any recorder beside you does as well.",
  refused: "The microphone was not allowed, and that is fine: all else works. The browser’s address bar lets you change it.",
  missing: "No microphone was found. All else works without one.",
  busy: "The microphone did not open; another program may be using it. All else works without.",
};
const RUNS = "Recording. It stays in this page.";
const DONE = "Recorded. It is deleted when you go on.";

/** What was said: where the page has it, and how a file of it is to end. */
export interface Said {
  readonly address: string;
  readonly ending: string;
}

/** What records and plays one answer. */
export class TakeView {
  readonly element = element("div", "take");
  /** What records: it stands beside the other buttons. */
  readonly button = button("Record", () => void (this.microphone.isOn ? this.stop() : this.start()));
  private readonly microphone = new Microphone();
  private readonly said = element("p", "take-said");
  private readonly stage = element("div", "take-stage");
  private kept: Said | null = null;
  private isOver = false;

  constructor() {
    this.said.setAttribute("role", "status");
    this.element.append(this.said, this.stage);
  }

  /** Asks for the microphone and records; says so, or says kindly why not. Returns whether it does. */
  async start(): Promise<boolean> {
    this.forget();
    if (this.isOver) return false;
    const refusal = await this.microphone.start();
    if (this.isOver) return false;
    this.button.textContent = this.microphone.isOn ? "Stop recording" : "Record";
    this.element.classList.toggle("is-on", this.microphone.isOn);
    this.said.textContent = refusal ? SAYS[refusal] : RUNS;
    if (refusal === "absent") this.button.hidden = true;
    return refusal === null;
  }

  /** Closes the microphone, and gives what was said to be played. */
  async stop(): Promise<void> {
    if (!this.microphone.isOn) return this.microphone.drop();
    await this.close();
    if (this.isOver || !this.kept) return;
    this.button.textContent = "Record again";
    this.said.textContent = DONE;
    this.stage.replaceChildren(player(this.kept, "Your answer"));
  }

  /** Ends this take. Returns what was said, which is the caller's now to delete; null where nothing was. */
  async hand(): Promise<Said | null> {
    this.isOver = true;
    if (this.microphone.isOn) await this.close();
    else this.microphone.drop();
    const { kept } = this;
    this.kept = null;
    return kept;
  }

  /** Ends this take, and deletes what was said. */
  drop(): void {
    this.isOver = true;
    this.microphone.drop();
    this.forget();
  }

  private async close(): Promise<void> {
    this.element.classList.remove("is-on");
    const said = await this.microphone.stop();
    if (said) this.kept = { address: URL.createObjectURL(said), ending: endingOf(said.type) };
  }

  private forget(): void {
    this.stage.replaceChildren();
    if (this.kept) URL.revokeObjectURL(this.kept.address);
    this.kept = null;
  }
}

/** Plays what was said, and keeps it as a file where that is wanted. */
export function player({ address, ending }: Said, name: string): HTMLElement {
  const box = element("div", "take-play");
  const audio = element("audio", "");
  audio.controls = true;
  audio.src = address;
  audio.setAttribute("aria-label", name);
  audio.addEventListener("loadedmetadata", () => measure(audio), { once: true });
  const keep = element("a", "button", "Keep as a file");
  keep.href = address;
  keep.download = `${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.${ending}`;
  box.append(audio, keep);
  return box;
}

/** Browsers differ in what they record. */
function endingOf(type: string): string {
  return /^audio\/(mp4|ogg)/.exec(type)?.[1] ?? "webm";
}

/** A recording does not say how long it is: some browsers learn it only by looking for its end. */
function measure(audio: HTMLAudioElement): void {
  if (audio.duration !== Infinity) return;
  audio.addEventListener("durationchange", () => (audio.currentTime = 0), { once: true });
  audio.currentTime = Number.MAX_SAFE_INTEGER;
}
