/*
 * Keeps the one-tap screen open while the network is away. It answers for /tally only, keeps that screen's shell and what
 * it is drawn with, and nothing of a person: the shell has no name, no token and nothing that was tapped.
 */
"use strict";

const CACHE = "cap-tally-1";
const SHELL = "/tally/offline";
const SCREEN = "/tally";
const PATIENCE = 4000;
const DRAWING = [
  "/webjars/bootstrap/css/bootstrap.min.css",
  "/css/app.css",
  "/js/tally.js",
  "/img/icons.svg",
  "/img/mark.svg",
  "/fonts/source-sans-3-latin-wght-normal.woff2",
  "/fonts/source-sans-3-latin-ext-wght-normal.woff2",
];

const keepShell = async () => {
  const cache = await caches.open(CACHE);
  const shell = await fetch(SHELL, { headers: { "X-Requested-With": "XMLHttpRequest" }, cache: "no-store" });
  // a session that has ended leads to the login page: the shell that is there stays
  if (!shell.ok || shell.redirected) return;
  await cache.put(SHELL, shell);
  await cache.addAll(DRAWING);
};

const fromNetwork = async (request, key) => {
  const kept = await caches.match(key);
  if (!kept) return fetch(request);
  let late;
  const patience = new Promise((resolve) => (late = setTimeout(() => resolve(kept), PATIENCE)));
  const answer = fetch(request).then((response) => (response.status >= 500 ? kept : response), () => kept);
  try {
    return await Promise.race([answer, patience]);
  } finally {
    clearTimeout(late);
  }
};

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keepShell());
});

self.addEventListener("activate", (event) => {
  const drop = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith("cap-tally-") && name !== CACHE).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(drop());
});

self.addEventListener("message", (event) => {
  if (event.data === "keep-shell") event.waitUntil(keepShell().catch(() => undefined));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && pathname === SCREEN) event.respondWith(fromNetwork(request, SHELL));
  else if (DRAWING.includes(pathname)) event.respondWith(fromNetwork(request, pathname));
});
