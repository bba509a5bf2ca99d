/** The header loads this after the switch: the scheme that was chosen is there before the first paint. */
import "./onpaper";

interface Chosen {
  color?: Record<string, string>;
}

const keep = window as unknown as { __md_get: (key: string) => Chosen | null };

for (const [key, value] of Object.entries(keep.__md_get("__palette")?.color ?? {})) {
  document.body.setAttribute(`data-md-color-${key}`, value);
}

// Until the switch was used, an open page turns with the system. The theme's own script sets the page back to what it
// was when it hears of that: so this comes after it.
matchMedia("(prefers-color-scheme: light)").addEventListener("change", () => setTimeout(follow));

function follow(): void {
  const isChosen = keep.__md_get("__palette") ?? document.querySelector("[name=__palette]:checked");
  if (isChosen) return;
  const media = `(prefers-color-scheme: ${matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark"})`;
  document.querySelector(`[data-md-color-media='${media}']`)?.dispatchEvent(new Event("change"));
}
