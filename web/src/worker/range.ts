/** Which bytes a request asks for: sound and film are asked for in parts. */
export interface Part {
  readonly start: number;
  /** The first byte that is not wanted. */
  readonly end: number;
}

/** The part that a Range header names; null for all of it, and for several parts at once, which nobody must serve. */
export function partOf(header: string | null, size: number): Part | "beyond" | null {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return null;
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size : Math.min(size, Number(last) + 1);
  if (first !== "" && last !== "" && Number(last) < start) return null;
  return start < end ? { start, end } : "beyond";
}
