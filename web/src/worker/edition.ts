/** One version of the site: what belongs to it, and which of its files an address asks for. */
export interface Edition {
  /** Names the content of all that follows. */
  readonly version: string;
  /** Files that are kept before the version is used: the digest of each by its path from the site's root. */
  readonly now: Readonly<Record<string, string>>;
  /** Files that are kept when a learner comes to them. */
  readonly later: Readonly<Record<string, string>>;
}

/** What an address asks for: a file, a folder whose slash is missing, or nothing that this version has. */
export type Asked =
  | { readonly kind: "file"; readonly path: string; readonly digest: string }
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "nothing" };

const PAGE = "index.html";

/** The files of an edition stand under the address of their folder, as a browser asks for them. */
export function asked(edition: Edition, root: string, address: string): Asked {
  const path = pathOf(root, address);
  const digest = digestOf(edition, path);
  if (digest !== undefined) return { kind: "file", path, digest };
  if (digestOf(edition, `${path}/`) !== undefined) return { kind: "folder", path: `${path}/` };
  return { kind: "nothing" };
}

/** The path from the site's root, without a query, an anchor and the name that a folder's page has. */
function pathOf(root: string, address: string): string {
  const path = decode(new URL(address).pathname).slice(decode(new URL(root).pathname).length);
  return path === PAGE || path.endsWith(`/${PAGE}`) ? path.slice(0, -PAGE.length) : path;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function digestOf({ now, later }: Edition, path: string): string | undefined {
  return own(now, path) ?? own(later, path);
}

function own(files: Readonly<Record<string, string>>, path: string): string | undefined {
  return Object.prototype.hasOwnProperty.call(files, path) ? files[path] : undefined;
}
