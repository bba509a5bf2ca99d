/** The head of every page loads this: the theme's own script keeps and finds its settings by these four names. */
interface Globals {
  __md_scope: URL;
  __md_hash: (text: string) => number;
  __md_get: (key: string, storage?: Storage, scope?: URL) => unknown;
  __md_set: (key: string, value: unknown, storage?: Storage, scope?: URL) => void;
}

const globals = window as unknown as Globals;
const slashed = (path: string): string => (path.endsWith("/") ? path : `${path}/`);
const root = new URL(document.currentScript?.dataset["scope"] ?? ".", location.href);

/** Whether the scheme was chosen on this page: a switch that was pressed stays so. */
const isChosen = (): boolean => document.querySelector("[name=__palette]:checked") !== null;

globals.__md_scope = new URL(slashed(root.pathname), root);
globals.__md_hash = (text) => [...text].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0);
globals.__md_get = (key, storage = localStorage, scope = globals.__md_scope) =>
  JSON.parse(storage.getItem(`${scope.pathname}.${key}`) ?? "null");
globals.__md_set = (key, value, storage = localStorage, scope = globals.__md_scope) => {
  // The theme's script keeps a scheme on the first visit already, as if the reader had chosen it.
  if (key === "__palette" && !isChosen()) return;
  try {
    storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // A browser may keep nothing: the choice holds for this page.
  }
};
// One engine's script asks for this mark.
document.documentElement.setAttribute("data-platform", navigator.platform);

export {};
