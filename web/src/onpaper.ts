/** Paper shows what stands open on the screen, and its foot says where it is from: style sheets can read neither. */

addEventListener("beforeprint", (event) => {
  // The theme would open everything that opens, answers too. This was loaded before it, so it never hears of it.
  event.stopImmediatePropagation();
  document.documentElement.style.setProperty("--running", inStyle(title(), address()));
});

/** The page and the course, which are one on the home page. */
function title(): string {
  return [...new Set(document.title.split(" - "))].join(" · ");
}

function address(): string {
  return location.protocol === "file:" ? "" : location.origin + location.pathname;
}

/** Lines as one string of a style sheet, where a backslash and an a are the end of a line. */
function inStyle(...lines: readonly string[]): string {
  const quoted = lines.filter(Boolean).map((line) => JSON.stringify(line).slice(1, -1));
  return `"${quoted.join(String.raw`\a `)}"`;
}

export {};
