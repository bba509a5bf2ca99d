/** Progress as one JSON file: written for a learner to keep, read back with every reason to refuse it told in words. */
import * as z from "zod/mini";
import { entrySchema, type Entry } from "./entry";

const FORMAT = "study-progress";

/** The version of the file. One that this program does not know is refused; an older one would be brought up here. */
const VERSION = 1;

/** Bytes. A log of a hundred thousand entries is about a fifth of this. */
const LARGEST = 128 * 1024 * 1024;

const fileSchema = z.object({ format: z.literal(FORMAT), version: z.number(), entries: z.array(z.unknown()) });

const NOT_OURS = "This file is not an export of this site. Nothing was changed. Choose the file that 'Export' gave you.";

/** What came of a file: its entries, or why it is refused. */
export type Read = { readonly entries: Entry[] } | { readonly refused: string };

/** The file that holds `entries`. */
export function written(entries: readonly Entry[]): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, entries })}\n`;
}

/** Why a file of so many bytes is not even opened; null where it may be. */
export function refuseSize(bytes: number): string | null {
  return bytes > LARGEST ? "This file is far too large for progress. Choose the file that 'Export' gave you." : null;
}

/** Reads a file. `isOurs` tells whether this course has, or once had, what an entry is about. */
export function read(text: string, isOurs: (about: string) => boolean): Read {
  if (text.trim() === "") return { refused: "The file is empty. Export your progress again on the other device." };
  const data = parsed(text);
  if (data === undefined) {
    return {
      refused: isCutOff(text)
        ? "The file is cut off: its end is missing. Copy it again, or export once more."
        : NOT_OURS,
    };
  }
  const file = fileSchema.safeParse(data);
  if (!file.success) {
    return { refused: NOT_OURS };
  }
  const { version, entries } = file.data;
  if (version !== VERSION) return { refused: refuseVersion(version) };
  return readEntries(entries, isOurs);
}

function refuseVersion(version: number): string {
  return version > VERSION
    ? "This file was written by a newer version of the site. Reload this page to get that version, then import again."
    : `This file says that it is of version ${version}, which there never was.`;
}

function readEntries(all: readonly unknown[], isOurs: (about: string) => boolean): Read {
  const entries: Entry[] = [];
  for (const [at, each] of all.entries()) {
    const entry = entrySchema.safeParse(each);
    if (!entry.success) return { refused: refuseEntry(at, all.length, entry.error.issues[0]?.path ?? []) };
    entries.push(entry.data);
  }
  const named = entries.filter(({ kind }) => kind !== "set");
  if (named.length > 0 && !named.some(({ about }) => isOurs(about))) {
    return { refused: "This is the progress of another course: it names nothing that this one has." };
  }
  return { entries };
}

function refuseEntry(at: number, of: number, path: readonly PropertyKey[]): string {
  const where = path.join(".");
  const what = where === "" ? "is none that this site writes" : `has a wrong value at '${where}'`;
  return `The file is damaged: entry ${at + 1} of ${of} ${what}. Nothing was taken from it.`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isCutOff(text: string): boolean {
  return text.trimStart().startsWith(`{"format":"${FORMAT}"`) && !text.trimEnd().endsWith("}");
}
