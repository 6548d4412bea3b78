/**
 * Lets the app start without a network, and without its server. All files of a build are kept when it is first seen. The build puts their
 * names in here (`scripts/lib/build/build-mobile.mjs`), so another build is another service worker. It takes over when no page of the
 * former one is open: a page never meets files of two builds.
 *
 * What is asked of the office is never kept here: rows and photos are in the app's own database.
 */
const BUILD = '%BUILD%';
const FILES = ['%FILES%'];
const SHELL = '/field/index.html';

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(BUILD).then((cache) => cache.addAll(FILES)));
});

self.addEventListener('activate', (event) => {
  const others = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== BUILD).map((name) => caches.delete(name)));
    // The page that brought this worker is served by it from now on.
    await self.clients.claim();
  };
  event.waitUntil(others());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin || request.method !== 'GET') return;
  const isScreen = request.mode === 'navigate';
  if (!isScreen && !pathname.startsWith('/field/')) return;
  const kept = async () => {
    const cache = await caches.open(BUILD);
    return (await cache.match(isScreen ? SHELL : pathname)) ?? fetch(request);
  };
  event.respondWith(kept());
});
