// Writes every file the site needs from web/ into the folder named by the first argument.
import { build } from "esbuild";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const WEB = dirname(dirname(fileURLToPath(import.meta.url)));

// One classic script per kind of page, three that come once a question needs them, two that stand where the theme has
// its own in the page, and three for reading without a network: browsers refuse modules from file://. The worker rules
// over the folder that it stands in.
const SCRIPTS = {
  "assets/study.js": "src/main.ts",
  "assets/items.js": "src/items.ts",
  "assets/dragged.js": "src/dragged.ts",
  "assets/written.js": "src/written.ts",
  "assets/today.js": "src/today.ts",
  "assets/progress.js": "src/progress.ts",
  "assets/settings.js": "src/preferences.ts",
  "assets/exam.js": "src/exam.ts",
  "assets/interview.js": "src/interview.ts",
  "assets/notes.js": "src/reading.ts",
  "assets/home.js": "src/home.ts",
  "assets/storage.js": "src/storage.ts",
  "assets/palette.js": "src/palette.ts",
  "assets/install.js": "src/install.ts",
  "assets/iframe-worker.js": "src/iframe-worker.ts",
  "sw.js": "src/worker/main.ts",
};

// Latin, one weight axis: about 50 kB each. At most these three load on a page.
const FONTS = {
  "assets/fonts/source-serif-4.woff2": "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  "assets/fonts/source-serif-4-italic.woff2": "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
  "assets/fonts/inter.woff2": "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
};

// What PDFs are set in, with optical sizes and the letters of more languages. None of it is staged for the site. Signs are
// no variable font, so they come in the packing that is opened soonest.
const serif = (part) => `@fontsource-variable/source-serif-4/files/source-serif-4-${part}.woff2`;
const sans = (part) => `@fontsource-variable/inter/files/inter-${part}.woff2`;
const PRINT = {
  "print/fonts/serif.woff2": serif("latin-opsz-normal"),
  "print/fonts/serif-italic.woff2": serif("latin-opsz-italic"),
  "print/fonts/serif-ext.woff2": serif("latin-ext-opsz-normal"),
  "print/fonts/serif-ext-italic.woff2": serif("latin-ext-opsz-italic"),
  "print/fonts/serif-greek.woff2": serif("greek-opsz-normal"),
  "print/fonts/sans.woff2": sans("latin-opsz-normal"),
  "print/fonts/sans-italic.woff2": sans("latin-opsz-italic"),
  "print/fonts/sans-ext.woff2": sans("latin-ext-opsz-normal"),
  "print/fonts/sans-greek.woff2": sans("greek-opsz-normal"),
  "print/fonts/code.woff2": "@fontsource-variable/source-code-pro/files/source-code-pro-latin-wght-normal.woff2",
  "print/fonts/signs.woff": "@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff",
};

// What formulas are set in. The site gets so much of it as the formulas of a course need, and Python cuts that from the
// packing that it opens soonest.
const FORMULAS = {
  "formulas/font.woff": "@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff",
};

// What of others reaches the reader: the fonts, Temml's output with the style sheet adapted from its own, and what the
// scripts hold of libraries.
const LICENSED = [
  ...["@fontsource-variable/source-serif-4", "@fontsource-variable/inter", "@fontsource/stix-two-math"],
  ...["temml", "ts-fsrs", "zod"],
  ...["d3-scale", "d3-shape", "d3-array", "d3-color", "d3-format", "d3-interpolate", "d3-path", "internmap"],
];

const bundleScript = (entry, outfile) =>
  build({
    absWorkingDir: WEB,
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
  });

async function copyFont(source, target) {
  await mkdir(dirname(target), { recursive: true });
  await copyFile(join(WEB, "node_modules", source), target);
}

async function licence(name) {
  const folder = join(WEB, "node_modules", name);
  const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const text = await readFile(join(folder, "LICENSE"), "utf8");
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}

async function main(out) {
  const at = (path) => join(out, path);
  for (const [target, entry] of Object.entries(SCRIPTS)) await bundleScript(entry, at(target));
  for (const [target, source] of Object.entries({ ...FONTS, ...PRINT, ...FORMULAS })) await copyFont(source, at(target));
  const texts = await Promise.all(LICENSED.map(licence));
  await writeFile(at("assets/LICENSES.txt"), texts.join(`\n${"-".repeat(72)}\n\n`));
}

await main(process.argv[2]);
