// Sets a formula as a picture, for what knows no MathML: paper and e-books. Its letters are those of STIX Two, which of
// MathJax's fonts comes nearest to Source Serif in weight; the style sheet of pages asks for it first, too.
import MathJax from "mathjax";
import { around, NoOutline, outlines, pathData } from "./math-outlines.mjs";
import { borrowed, MACROS, withoutSmallCaps } from "./math-macros.mjs";

// Ems of the text for an em of the formula: with this, x, H and 1 are as high in a formula as beside it in Source Serif.
const SCALE = 1.03;

const EXTENSIONS = (
  "ams amscd begingroup boldsymbol braket cancel cases centernot configmacros empheq enclose extpfeil gensymb " +
  "mathtools mhchem newcommand textcomp textmacros units upgreek verb"
).split(" ");

const OTHERWISE = "write it with other commands";

// What MathJax dislikes in the formula that it sets now.
let failure;

await MathJax.init({
  loader: {
    load: ["input/tex-base", ...EXTENSIONS.map((name) => `[tex]/${name}`), "output/svg", "adaptors/liteDOM"],
    versionWarnings: false,
  },
  tex: {
    packages: ["base", ...EXTENSIONS],
    formatError: (jax, error) => jax.formatError((failure = error)),
    macros: MACROS,
    ams: { multlineWidth: "24em" },
  },
  output: {
    font: "mathjax-stix2",
    fontPath: "@mathjax/%%FONT%%-font",
    displayOverflow: "overflow",
    linebreaks: { inline: false },
  },
  svg: { fontCache: "none" },
});

MathJax.startup.document.inputJax[0].postFilters.add(tagBeside, -10);

/** A formula that pages can show and print cannot; `culprit` is what of its TeX is to blame, where that is known. */
export class Unprintable extends Error {
  constructor(message, culprit) {
    super(message);
    this.culprit = culprit;
  }
}

/** A formula as SVG, with its measures in em of the text around it; its depth is what hangs below the line. */
export async function picture(tex, display) {
  const { adaptor } = MathJax.startup;
  const svg = adaptor.firstChild(await drawn(tex, display));
  const [left, top, width, height] = adaptor.getAttribute(svg, "viewBox").split(" ").map(Number);
  const shapes = outlined(svg);
  // What leans out of its box, as a y does, would be cut off in an image; and no image floats above its line.
  const box = around([left, Math.min(top, 0), left + width, Math.max(top + height, 0)], shapes).map(Math.round);
  return { svg: markup(box, shapes), ...measures(box) };
}

async function drawn(tex, display) {
  const known = new Map();
  for (;;) {
    failure = undefined;
    // The sandbox keeps a formula's own macros from the next.
    const prefix = ["\\begingroupSandbox ", ...known.values()].join("");
    const result = await MathJax.tex2svgPromise(prefix + withoutSmallCaps(tex), { display }).catch(stumbled);
    if (failure === undefined) return result;
    const name = /^Undefined control sequence (\\.+)$/.exec(failure.message)?.[1];
    const meaning = name === undefined || known.has(name) ? null : borrowed(name);
    if (meaning === null) throw refusal(name);
    known.set(name, `\\def${name}{${meaning}}`);
  }
}

function stumbled(error) {
  throw new Unprintable(`print cannot set this formula (“${error.message}”): ${OTHERWISE}`);
}

function refusal(name) {
  if (name !== undefined) return new Unprintable(`print cannot set ${name}: ${OTHERWISE}`, name);
  const culprit = /\\[A-Za-z]+/.exec(failure.message)?.[0];
  return new Unprintable(`print cannot set this formula (“${failure.message}”): ${OTHERWISE}`, culprit);
}

function outlined(svg) {
  try {
    return svg.children.flatMap((child) => outlines(child));
  } catch (error) {
    if (!(error instanceof NoOutline)) throw error;
    if (error.sign === "") throw new Unprintable(`print cannot draw ${error.message}: ${OTHERWISE}`);
    const advice = "write it in the text beside the formula";
    throw new Unprintable(`print has no sign for “${error.sign}” in a formula: ${advice}`, error.sign);
  }
}

function markup([left, top, right, bottom], shapes) {
  const { width, height } = measures([left, top, right, bottom]);
  const size = `width="${width}em" height="${height}em" viewBox="${left} ${top} ${right - left} ${bottom - top}"`;
  const paths = shapes.map((shape) => `<path d="${pathData(shape)}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${paths.join("")}</svg>`;
}

function measures([left, top, right, bottom]) {
  return { width: em(right - left), height: em(bottom - top), depth: em(bottom) };
}

function em(thousandths) {
  return Math.round(thousandths * SCALE) / 1000;
}

// A tag would stand at the far end of the line; a picture ends where its formula does.
function tagBeside({ data }) {
  const rows = [];
  data.root.walkTree((node) => node.isKind("mlabeledtr") && rows.push(node));
  for (const row of rows) {
    const [tag, ...cells] = row.childNodes;
    const gap = row.factory.create("mspace", { width: "2em" });
    tag.childNodes[0].setChildren([gap, ...tag.childNodes[0].childNodes]);
    row.parent.replaceChild(row.factory.create("mtr", {}, [...cells, tag]), row);
  }
}
