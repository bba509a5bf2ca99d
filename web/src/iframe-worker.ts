/**
 * Where the site is opened from disk, pages load this: browsers refuse workers there, and search needs one.
 *
 * The script of such a worker runs in a hidden frame instead, which gets it as a file: the policy lets no other in.
 */
type Message = Window & { importScripts?: (...addresses: string[]) => Promise<void> };

class FrameWorker extends EventTarget {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  onmessageerror: ((event: MessageEvent) => void) | null = null;
  readonly #frame = document.createElement("iframe");
  readonly #ready: Promise<void>;

  constructor(address: string | URL) {
    super();
    this.#frame.hidden = true;
    document.body.append(this.#frame);
    const inside: Message = this.#inside;
    inside.postMessage = (data: unknown) => this.#tell(data);
    inside.importScripts = async (...addresses) => {
      for (const each of addresses) await this.#load(each);
    };
    this.#ready = this.#load(String(address));
  }

  postMessage(data: unknown): void {
    void this.#ready.then(() => this.#inside.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) })));
  }

  terminate(): void {
    this.#frame.remove();
  }

  get #inside(): Window {
    const inside = this.#frame.contentWindow;
    if (inside === null) throw new Error("the frame is gone");
    return inside;
  }

  #tell(data: unknown): void {
    const event = new MessageEvent("message", { data: structuredClone(data) });
    queueMicrotask(() => {
      this.onmessage?.(event);
      this.dispatchEvent(event);
    });
  }

  #load(address: string): Promise<void> {
    return new Promise((done, failed) => {
      const script = this.#inside.document.createElement("script");
      script.src = address;
      script.onload = () => done();
      script.onerror = () => failed(new Error(address));
      this.#inside.document.body.append(script);
    });
  }
}

if (location.protocol === "file:") Object.assign(window, { Worker: FrameWorker });

export {};
