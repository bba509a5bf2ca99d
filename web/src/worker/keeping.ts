/** The files of one version, in a cache of its own: what is in it belongs to that version and to no other. */
import type { Edition } from "./edition";

const AT_ONCE = 6;
const WHOLE = "?whole";

/** The caches of this site alone: others may stand beside it on the same host. */
const ours = (root: string): string => `study ${root} `;
const nameOf = (root: string, edition: Edition): string => ours(root) + edition.version;

export function open(root: string, edition: Edition): Promise<Cache> {
  return caches.open(nameOf(root, edition));
}

/** Keeps all that a version needs at once, or nothing of it. */
export async function fill(root: string, edition: Edition): Promise<void> {
  const cache = await open(root, edition);
  // The version that pages are served from now may come back as the newest.
  if ((await cache.match(root + WHOLE)) !== undefined) return;
  const files = Object.entries(edition.now);
  try {
    const takers = Array.from({ length: AT_ONCE }, async () => {
      for (let next = files.pop(); next !== undefined; next = files.pop()) await keep(cache, root, ...next);
    });
    await Promise.all(takers);
    await cache.put(root + WHOLE, new Response());
  } catch (error) {
    files.length = 0;
    await caches.delete(nameOf(root, edition));
    throw error;
  }
}

/** Fetches a file and keeps it. Rejects where the host has it otherwise than this version does. */
export async function keep(cache: Cache, root: string, path: string, digest: string): Promise<Response> {
  const address = addressOf(root, path);
  const integrity = `sha256-${digest}`;
  // A host that goes by the time of a file may call one unchanged that is not: then it is asked for the whole.
  const fetched = await fetch(address, { cache: "no-cache", integrity }).catch(() =>
    fetch(address, { cache: "reload", integrity }),
  );
  // Made anew: a browser opens no page with an answer that came by way of another address.
  const type = fetched.headers.get("Content-Type") ?? "application/octet-stream";
  const made = new Response(await fetched.blob(), { headers: { "Content-Type": type } });
  await cache.put(address, made.clone());
  return made;
}

export function kept(cache: Cache, root: string, path: string): Promise<Response | undefined> {
  return cache.match(addressOf(root, path));
}

/** Deletes what is kept of every version but one; of every version where none is named. */
export async function forget(root: string, but?: Edition): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(ours(root)));
  const stale = names.filter((name) => but === undefined || name !== nameOf(root, but));
  await Promise.all(stale.map((name) => caches.delete(name)));
}

function addressOf(root: string, path: string): string {
  return new URL(path.split("/").map(encodeURIComponent).join("/"), root).href;
}
