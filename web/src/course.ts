/** What the script knows of the course: the data of assets/course.js, which the site writes for it. */

/** The whole course, in its order. Addresses are relative to the site's root; texts have no markup. */
export interface Course {
  readonly title: string;
  readonly lessons: readonly Lesson[];
  readonly claims: readonly Claim[];
  readonly misconceptions: readonly Misconception[];
  /** The id that something has now, by each that it had before. */
  readonly was: {
    readonly lessons: Readonly<Record<string, string>>;
    /** Items and cards. */
    readonly asked: Readonly<Record<string, string>>;
    readonly misconceptions: Readonly<Record<string, string>>;
  };
}

export interface Lesson {
  readonly id: string;
  readonly title: string;
  /** What it says, in a sentence or two; empty where its author wrote none. */
  readonly summary: string;
  readonly day: number;
  /** How many minutes its text takes. */
  readonly minutes: number;
  /** The address of its text, and that of its questions and cards. */
  readonly page: string;
  readonly practice: string;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly objectives: readonly { readonly goal: string; readonly claims: readonly string[] }[];
  readonly items: readonly Item[];
  readonly cards: readonly Card[];
}

export interface Item {
  readonly id: string;
  /** The fingerprint of its content. */
  readonly edition: string;
  readonly type: string;
  readonly level: string;
  readonly claims: readonly string[];
}

export interface Card {
  readonly id: string;
  readonly edition: string;
  readonly type: string;
  /** What it asks. */
  readonly asks: string;
  readonly claims: readonly string[];
}

export interface Claim {
  readonly id: string;
  readonly says: string;
  /** Where it stands among all claims. */
  readonly page: string;
}

export interface Misconception {
  readonly id: string;
  readonly believes: string;
  readonly cure: string;
  /** The passage that mends it. */
  readonly passage: string;
}
