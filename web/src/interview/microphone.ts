/** The microphone: opened when asked for, closed as soon as one stops. What was said stays in this page's memory. */

/** Why nothing can be recorded. */
export type Refusal = "absent" | "refused" | "missing" | "busy";

const BY_NAME: Readonly<Record<string, Refusal>> = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
};

/** Whether this browser can record at all, here: it does so on secure pages only. */
export function canRecord(): boolean {
  return "MediaRecorder" in window && Boolean((navigator as Partial<Navigator>).mediaDevices?.getUserMedia);
}

/** One recording at a time. */
export class Microphone {
  private recorder: MediaRecorder | null = null;
  /** What was said, once the recorder has stopped, for whatever reason. */
  private said: Promise<Blob | null> = Promise.resolve(null);
  /** Counts what was wanted: a microphone that opens after the wish for it has passed is closed at once. */
  private wish = 0;

  get isOn(): boolean {
    return this.recorder !== null;
  }

  /** Opens the microphone and records. Returns why not, else null. */
  async start(): Promise<Refusal | null> {
    if (!canRecord()) return "absent";
    this.drop();
    const { wish } = this;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      if (wish !== this.wish) close(stream);
      else this.record(stream);
      return null;
    } catch (error) {
      return BY_NAME[(error as DOMException).name] ?? "busy";
    }
  }

  /** Closes the microphone. Returns what was said; null where nothing was recorded. */
  stop(): Promise<Blob | null> {
    const { recorder } = this;
    this.wish += 1;
    this.recorder = null;
    if (!recorder) return Promise.resolve(null);
    if (recorder.state !== "inactive") recorder.stop();
    close(recorder.stream);
    return this.said;
  }

  /** Closes the microphone and forgets what was said. */
  drop(): void {
    void this.stop();
  }

  private record(stream: MediaStream): void {
    try {
      const recorder = new MediaRecorder(stream);
      this.said = outcome(recorder);
      recorder.start();
      this.recorder = recorder;
    } catch (error) {
      close(stream);
      throw error;
    }
  }
}

/** What a recorder leaves when it stops: by our wish, or because the microphone was pulled out. */
function outcome(recorder: MediaRecorder): Promise<Blob | null> {
  return new Promise((resolve) => {
    recorder.addEventListener("dataavailable", ({ data }) => resolve(data.size > 0 ? data : null));
    recorder.addEventListener("stop", () => resolve(null));
  });
}

function close(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
