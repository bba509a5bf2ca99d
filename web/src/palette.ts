/** The header loads this after the switch: the scheme that was chosen is there before the first paint. */
interface Chosen {
  color?: Record<string, string>;
}

const keep = window as unknown as { __md_get: (key: string) => Chosen | null };
const system = "(prefers-color-scheme)";

const color = keep.__md_get("__palette")?.color;
if (color) {
  const all = color["media"] === system ? { ...color, ...ofSystem() } : color;
  for (const [key, value] of Object.entries(all)) document.body.setAttribute(`data-md-color-${key}`, value);
}

/** What the page has for the system's own scheme. */
function ofSystem(): Record<string, string> {
  const media = `(prefers-color-scheme: ${matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark"})`;
  const input = document.querySelector(`[data-md-color-media='${media}']`);
  const names = ["media", "scheme", "primary", "accent"];
  return Object.fromEntries(names.map((name) => [name, input?.getAttribute(`data-md-color-${name}`) ?? ""]));
}

export {};
