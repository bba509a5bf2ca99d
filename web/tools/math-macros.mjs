// What Temml knows by itself and MathJax does not.
import temml from "temml";

// Meaning first, then the names that have it; what stands in braces is given as #1, #2, #3.
const MEANINGS = {
  "": "relax DOTSB DOTSI DOTSX",
  "\\:": "medspace",
  "\\;": "thickspace",
  "\\enspace": "enskip",
  "\\nabla\\cdot": "divergence",
  "\\nabla\\times": "curl",
  "\\nabla^2": "laplacian",
  "\\operatorname*{arg\\,max}": "argmax",
  "\\operatorname*{arg\\,min}": "argmin",
  "\\operatorname*{plim}": "plim",
  "\\operatorname*{#1}": "operatornamewithlimits",
  "\\boldsymbol{#1}": "bm vectorbold vb",
  "\\mathbf{#1}": "bold",
  "\\textit{#1}": "emph",
  "\\text{#1}": "textmd",
  "\\quad\\text{ #1 }\\quad": "qqtext qq",
  "\\underline{\\text{#1}}": "underbar",
  "\\enclose{horizontalstrike}{#1}": "sout",
  "\\vec{\\boldsymbol{#1}}": "vectorarrow va",
  "\\boldsymbol{\\hat{#1}}": "vectorunit vu",
  "{\\left\\lvert #1\\right\\rvert}": "abs absolutevalue vqty",
  "{\\left\\lVert #1\\right\\rVert}": "norm",
  "{\\left(#1\\right)}": "pqty",
  "{\\left[#1\\right]}": "bqty",
  "{\\left\\{#1\\right\\}}": "quantity qty Bqty",
  "{\\left.#1\\right\\rvert}": "evaluated eval",
  "{\\left\\langle #1\\right\\rangle}": "expectationvalue expval ev",
  "\\mathcal{O}\\left(#1\\right)": "order",
  "{\\left[#1, #2\\right]}": "commutator comm",
  "{\\left\\{#1, #2\\right\\}}": "anticommutator acomm poissonbracket pb",
  "\\frac{\\mathrm{d}#1}{\\mathrm{d}#2}": "derivative dv",
  "\\frac{\\partial #1}{\\partial #2}": "partialderivative",
  "\\frac{\\delta #1}{\\delta #2}": "functionalderivative fdv",
  "{\\left\\langle #1\\mid #2\\right\\rangle}": "innerproduct",
  "{\\left\\lvert #1\\right\\rangle\\left\\langle #2\\right\\rvert}": "outerproduct dyad op",
  "{\\left\\langle #1\\mid #2\\mid #3\\right\\rangle}": "matrixelement matrixel mel",
  "{}^{#1}\\mkern-3mu/\\mkern-2mu{}_{#2}": "sfrac",
};

/** Commands of more than one sign, as MathJax wants them: name to [meaning, number of arguments]. */
export const MACROS = Object.fromEntries(
  Object.entries(MEANINGS).flatMap(([meaning, names]) => {
    const count = Math.max(0, ...[...meaning.matchAll(/#(\d)/g)].map(([, number]) => Number(number)));
    return names.split(" ").map((name) => [name, count === 0 ? meaning : [meaning, count]]);
  }),
);

/** TeX whose small capitals are capitals, smaller where they stand for small letters. */
export function withoutSmallCaps(tex) {
  const small = (part) => (part.startsWith("\\") ? part : `{\\small ${part.toUpperCase()}}`);
  return tex.replace(/\\textsc\s*\{([^{}]*)\}/g, (_, words) => `\\textrm{${words.replace(/\\.|\p{Ll}+/gu, small)}}`);
}

/** What a command without arguments stands for, where Temml shows it as a single sign or name; else null. */
export function borrowed(command) {
  const [leaf, ...others] = leaves(command).filter((node) => node.toText().trim() !== "" && node.toText() !== APPLY);
  if (leaf === undefined || others.length > 0) return null;
  const sign = leaf.toText().replace(/[#$%&_]/, "\\$&");
  if (leaf.type === "mi" && sign.length > 1 && /^[A-Za-z]+$/.test(sign)) return `\\operatorname{${sign}}`;
  return leaf.attributes.mathvariant === "normal" ? `\\mathrm{${sign}}` : sign;
}

const APPLY = "\u2061";
const LEAVES = new Set(["mi", "mo", "mn", "mtext"]);

function leaves(command) {
  try {
    return collected(temml.__renderToMathMLTree(command, { strict: true, throwOnError: true }));
  } catch {
    return [];
  }
}

function collected(node) {
  return LEAVES.has(node.type) ? [node] : (node.children ?? []).flatMap(collected);
}
