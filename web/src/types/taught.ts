/** Question types that a script of their own brings to the page. Scripts share nothing but the window. */
import type { ReadQuestion } from "./question";

type Types = Readonly<Record<string, ReadQuestion>>;

const page = window as unknown as { studyTypes?: Types };

/** Lets the page ask for these types. */
export function teach(types: Types): void {
  page.studyTypes = { ...page.studyTypes, ...types };
}

/** The type of that name, if its script has come. */
export function taught(name: string): ReadQuestion | undefined {
  return page.studyTypes?.[name];
}
