/** Every page loads this: it has the browser keep the site, for reading without a network. */

// Where there is no worker, or the browser keeps nothing, the site is read as it is.
const script = document.currentScript;
const isServed = location.protocol === "https:" || location.protocol === "http:";

if (isServed && "serviceWorker" in navigator && script instanceof HTMLScriptElement) {
  const worker = new URL("../sw.js", script.src);
  addEventListener("load", () => {
    navigator.serviceWorker.register(worker, { updateViaCache: "none" }).catch(() => undefined);
  });
}

export {};
