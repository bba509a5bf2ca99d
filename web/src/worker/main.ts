/**
 * The service worker: it answers for one version of the site, from a cache that holds that version alone.
 *
 * A new version waits until no page of the one before is open. What does not belong to its version it
 * passes on to the host, and then the whole page comes from there. Where no edition is given to it, the site is
 * not to be kept (it is being written, or built without `build.py`): it removes itself and what was there before.
 */
import { type Edition, asked } from "./edition";
import { fill, forget, keep, kept, open } from "./keeping";
import { partOf } from "./range";

/** `build.py` writes it in front of this script. */
declare const SITE: Edition | undefined;
declare const self: ServiceWorkerGlobalScope;

const AWAY = "?away=";
const LOST = "404.html";

const root = self.registration.scope;
const edition = typeof SITE === "undefined" ? undefined : SITE;

if (edition === undefined) retire();
else serve(edition);

function serve(site: Edition): void {
  self.addEventListener("install", (event) => event.waitUntil(fill(root, site)));
  self.addEventListener("activate", (event) => event.waitUntil(forget(root, site)));
  self.addEventListener("fetch", (event) => {
    const { method, url } = event.request;
    if (method === "GET" && url.startsWith(root)) event.respondWith(answer(site, event));
  });
}

function retire(): void {
  self.addEventListener("install", () => void self.skipWaiting());
  self.addEventListener("activate", (event) => event.waitUntil(leave()));
}

/** Pages that an earlier worker served are loaded again, from the host. */
async function leave(): Promise<void> {
  await forget(root);
  await self.registration.unregister();
  for (const client of await self.clients.matchAll({ type: "window" })) void client.navigate(client.url);
}

async function answer(site: Edition, event: FetchEvent): Promise<Response> {
  const { request } = event;
  const opens = request.mode === "navigate";
  const cache = await open(root, site);
  if (!opens && (await cache.match(root + AWAY + event.clientId)) !== undefined) return fetch(request);
  const found = asked(site, root, request.url);
  if (found.kind === "folder" && opens) return Response.redirect(root + found.path + new URL(request.url).search);
  if (found.kind === "file") {
    const file = (await kept(cache, root, found.path)) ?? (await fetched(cache, found.path, found.digest));
    if (file !== undefined) return partial(file, request.headers.get("Range"));
  }
  if (opens) return fromHost(cache, event, found.kind);
  return found.kind === "file" ? Response.error() : fetch(request);
}

/** A file of this version that was not kept yet; none where there is no network or the host has another version. */
async function fetched(cache: Cache, path: string, digest: string): Promise<Response | undefined> {
  try {
    return await keep(cache, root, path, digest);
  } catch {
    return undefined;
  }
}

/** Opens a page that is not of this version: all that it loads comes from where it came from. */
async function fromHost(cache: Cache, event: FetchEvent, kind: string): Promise<Response> {
  try {
    const response = await fetch(event.request);
    await cache.put(root + AWAY + event.resultingClientId, new Response());
    return response;
  } catch {
    // The page that says so finds its styles only at its own address.
    return kind === "nothing" ? Response.redirect(root + LOST) : Response.error();
  }
}

async function partial(file: Response, range: string | null): Promise<Response> {
  if (range === null) return file;
  const whole = await file.blob();
  const part = partOf(range, whole.size);
  if (part === null) return new Response(whole, { headers: file.headers });
  if (part === "beyond") return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${whole.size}` } });
  const headers = new Headers(file.headers);
  headers.set("Content-Range", `bytes ${part.start}-${part.end - 1}/${whole.size}`);
  return new Response(whole.slice(part.start, part.end), { status: 206, headers });
}
