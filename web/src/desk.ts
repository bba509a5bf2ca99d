/** The learner's desk: the log of this site, opened once for a page, and who is to hear of what is added. */
import type { Entry, News } from "./log/entry";
import { kept, passing, StorageFull, StorageNewer, type Log, type World } from "./log/store";
import { ROOT } from "./site";

/** Why what a learner does is not kept: the browser does not let us, a newer version of the site was here, no room. */
export type Trouble = "denied" | "newer" | "full";

type Listener = () => void;

/** A log with those who listen to it. */
export class Desk {
  readonly log: Log;
  trouble: Trouble | null;
  private readonly listeners: Listener[] = [];
  private readonly channel: BroadcastChannel | null;
  private isAsked = false;

  constructor(log: Log, trouble: Trouble | null) {
    this.log = log;
    this.trouble = trouble;
    this.channel = "BroadcastChannel" in window ? new BroadcastChannel(NAME) : null;
    this.channel?.addEventListener("message", () => this.tell());
  }

  /** Writes an entry down. Returns null where there is no room for it, which the listeners hear of. */
  async note(news: News): Promise<Entry | null> {
    try {
      const entry = await this.log.append(news);
      this.channel?.postMessage(null);
      if (news.kind === "reviewed") this.askToLast();
      return entry;
    } catch (error) {
      if (!(error instanceof StorageFull)) throw error;
      this.trouble = "full";
      this.tell();
      return null;
    }
  }

  /** Calls `act` whenever another tab has changed the log, and when something goes wrong. */
  onChange(act: Listener): void {
    this.listeners.push(act);
  }

  /** Tells this page and every other tab that the whole log is another. */
  changed(): void {
    this.channel?.postMessage(null);
    this.tell();
  }

  private tell(): void {
    for (const act of this.listeners) act();
  }

  /** Once there is something to lose, the browser is asked not to tidy it away. */
  private askToLast(): void {
    if (this.isAsked || this.trouble) return;
    this.isAsked = true;
    void navigator.storage?.persist?.().catch(() => undefined);
  }
}

/** One site may have several courses below it, and each keeps its own log. */
const NAME = `study ${ROOT.pathname}`;

const world: World = { now: () => Date.now(), id: randomId };

let opened: Promise<Desk> | null = null;

/** The desk of this page. Where the browser keeps nothing, it lasts as long as the page. */
export function openDesk(): Promise<Desk> {
  opened ??= kept(NAME, world).then(
    (log) => new Desk(log, null),
    (error: unknown) => new Desk(passing(world), error instanceof StorageNewer ? "newer" : "denied"),
  );
  return opened;
}

/** 96 bits of chance in 16 letters. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_");
}
