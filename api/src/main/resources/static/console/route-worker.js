// Keeps the rep's page and its parts, so that it opens where there is no network. With network the service always answers first.
'use strict';
const CACHE = 'lotse-route';
const PATIENCE = 6000;

self.addEventListener('install', function () { self.skipWaiting(); });
self.addEventListener('activate', function (event) { event.waitUntil(self.clients.claim()); });

async function page(request) {
  const cache = await caches.open(CACHE);
  const stop = new AbortController();
  const timer = setTimeout(function () { stop.abort(); }, PATIENCE);
  try {
    const answer = await fetch(request.url, { credentials: 'same-origin', headers: request.headers, signal: stop.signal });
    if (answer.ok && !answer.redirected) await cache.put('/console/route', answer.clone());
    return answer.redirected ? Response.redirect(answer.url) : answer;
  } catch (e) {
    const kept = await cache.match('/console/route');
    if (kept !== undefined) return kept;
    throw e;
  } finally { clearTimeout(timer); }
}
async function part(request) {
  try {
    return await fetch(request);
  } catch (e) {
    const kept = await caches.match(request, { ignoreSearch: true });
    if (kept !== undefined) return kept;
    throw e;
  }
}
self.addEventListener('fetch', function (event) {
  const request = event.request;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate' && url.pathname === '/console/route') event.respondWith(page(request));
  else if (/^\/(css|js|img|webjars)\//.test(url.pathname)) event.respondWith(part(request));
});
