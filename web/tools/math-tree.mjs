// Turns Temml's tree into MathML Core without style attributes. Whatever has no counterpart in the site's style sheet
// is refused: a formula shown otherwise than its author wrote it would be wrong in silence.
import { readFileSync } from "node:fs";

const { styles: STYLES, classes: CLASSES, notations: NOTATIONS } = JSON.parse(
  readFileSync(new URL("math-classes.json", import.meta.url), "utf8"),
);

const ELEMENTS = new Set(
  ("math mrow mi mn mo ms mspace mtext mfrac msqrt mroot mstyle mpadded mphantom msub msup msubsup " +
    "munder mover munderover mmultiscripts mprescripts mtable mtr mtd").split(" "),
);

const ATTRIBUTES = new Set(
  ("display displaystyle scriptlevel mathsize mathvariant linethickness lspace rspace width height depth voffset " +
    "stretchy symmetric minsize maxsize largeop movablelimits form fence separator accent accentunder " +
    "rowspan columnspan").split(" "),
);

const LENGTHS = new Set(["lspace", "rspace", "width", "height", "depth", "voffset"]);
const LENGTH = /^[+-]?(\d+\.?\d*|\.\d+)(em|ex|px|pt|mu)?$/;

const COLOUR =
  "a colour in a formula would not follow the reader's light or dark scheme: " +
  "leave it out and use \\boxed{…}, \\mathbf{…} or words instead";
const BLOCK = "a filled block (\\rule, \\centerdot) has no place in a formula here: write it with other commands";
const NUMBER =
  "formulas are not numbered by themselves here: " +
  "write align* for align (equation* for equation), or set the number with \\tag{1}";
const REFERENCE = "\\label and \\ref do not reach from one formula to another: name the formula in words";
const BREAK = "a line break needs an environment: put the lines into \\begin{aligned} … \\end{aligned}";

/** A formula that can be read but not shown; the message says what to write instead. */
export class Refused extends Error {}

/** Changes the tree of one formula in place. */
export function toCore(math) {
  convert(math);
  return math;
}

function convert(node) {
  if (node.children === undefined) return;
  const kind = node.constructor.name;
  if (kind !== "DocumentFragment") convertElement(node, kind);
  node.children = node.children.filter((child) => !isStrike(child));
  node.children.forEach(convert);
}

function convertElement(node, kind) {
  if (kind === "AnchorNode" || node.classes.includes("tml-label")) throw new Refused(REFERENCE);
  if (node.classes.includes("tml-eqn")) throw new Refused(NUMBER);
  if (isLineBreak(node)) throw new Refused(BREAK);
  if (node.attributes.mathbackground !== undefined) throw new Refused(node.type === "mspace" ? BLOCK : COLOUR);
  const classes = node.type === "menclose" ? [notation(node)] : node.classes.map(known);
  if (node.type === "menclose" || node.type === "none") node.type = "mrow";
  if (!ELEMENTS.has(node.type)) throw unknown(`the element ${node.type ?? kind}`);
  node.classes = [...new Set([...classes, ...styleClasses(node)])].filter((name) => name !== "");
  node.style = {};
  node.attributes = Object.fromEntries(Object.entries(node.attributes).filter(keeps));
}

// Temml draws the strokes of \cancel as extra rows; here they are a background of the struck row itself.
function isStrike(node) {
  return node.classes?.includes("tml-cancel") === true;
}

// Outside an environment \\ leaves an operator without a sign.
function isLineBreak(node) {
  if (node.type !== "mo" || node.children.length > 0) return false;
  const names = Object.keys(node.attributes);
  return names.length === 0 || names.includes("linebreak");
}

function notation(node) {
  const name = node.attributes.notation;
  delete node.attributes.notation;
  return NOTATIONS[name] ?? fail(`the enclosure “${name}”`);
}

function known(name) {
  if (name === "" || name === undefined) return "";
  return CLASSES[name] ?? fail(`the class “${name}”`);
}

function styleClasses(node) {
  const written = node.attributes.style ?? "";
  delete node.attributes.style;
  const set = Object.entries(node.style).map(([name, value]) => `${hyphenated(name)}:${value}`);
  return [...set, ...declarations(written)].map(styleClass);
}

function declarations(text) {
  return text
    .split(";")
    .map((part) => part.trim().replace(/\s*:\s*/, ":"))
    .filter((part) => part !== "");
}

function styleClass(declaration) {
  const [name] = declaration.split(":");
  if (name === "color") throw new Refused(COLOUR);
  return STYLES[declaration.trim()] ?? fail(`the style “${declaration}”`);
}

function keeps([name, value]) {
  // A non-breaking space: without line breaking inside formulas it says nothing.
  if (name === "linebreak") return false;
  if (!ATTRIBUTES.has(name)) throw unknown(`the attribute ${name}`);
  if (LENGTHS.has(name) && !LENGTH.test(value)) throw unknown(`the ${name} “${value}”`);
  return true;
}

function hyphenated(name) {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function fail(what) {
  throw unknown(what);
}

function unknown(what) {
  return new Refused(`this formula needs ${what}, which the site's pages cannot show: write it with other commands`);
}
