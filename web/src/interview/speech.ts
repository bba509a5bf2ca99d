/** The browser's voice, where it has one. */
import { button } from "../dom";

const READ = "Read it to me";
const STOP = "Stop reading";

/** Whether the browser can speak. */
export function canSpeak(): boolean {
  return "speechSynthesis" in window && "SpeechSynthesisUtterance" in window;
}

/** Stops whatever is being read. */
export function hush(): void {
  if (canSpeak()) window.speechSynthesis.cancel();
}

/** Reads one text when pressed; pressed again it stops. */
export class Reader {
  readonly button: HTMLButtonElement;
  private readonly text: string;
  private spoken: SpeechSynthesisUtterance | null = null;

  constructor(text: string) {
    this.text = text;
    this.button = button(READ, () => (this.spoken ? this.stop() : this.read()));
    this.button.hidden = !canSpeak();
  }

  /** Reads it from the beginning. */
  read(): void {
    if (!canSpeak()) return;
    hush();
    const spoken = new SpeechSynthesisUtterance(this.text);
    spoken.lang = document.documentElement.lang;
    const done = (): void => {
      if (this.spoken === spoken) this.stop();
    };
    spoken.addEventListener("end", done);
    spoken.addEventListener("error", done);
    this.spoken = spoken;
    this.button.textContent = STOP;
    window.speechSynthesis.speak(spoken);
  }

  /** Is silent from now on. */
  stop(): void {
    if (!this.spoken) return;
    this.spoken = null;
    this.button.textContent = READ;
    hush();
  }
}

// A voice may outlive the page that it reads from.
window.addEventListener("pagehide", hush);
