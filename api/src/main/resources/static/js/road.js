// On the road: the page goes on without network, what is reported waits until it can be sent, and a changed plan shows itself.
(function () {
  'use strict';
  const QUEUE = 'lotse:reports';
  const CACHE = 'lotse-route';
  const live = document.getElementById('live');
  if (live === null) return;
  const words = live.dataset;

  // --- what waits to be sent -----------------------------------------------------------------------------------------
  function waiting() {
    try { return JSON.parse(localStorage.getItem(QUEUE) || '[]'); } catch (e) { return []; }
  }
  function keep(reports) {
    try { localStorage.setItem(QUEUE, JSON.stringify(reports)); } catch (e) { /* private window */ }
  }
  function token() {
    const field = document.querySelector('input[name=_csrf]');
    return field === null ? '' : field.value;
  }
  function line(text, button) {
    const told = document.createElement('p');
    told.className = 'chip warn';
    told.textContent = text;
    live.replaceChildren(told);
    if (button !== undefined) live.appendChild(button);
  }
  function mark() {
    const reports = waiting();
    document.querySelectorAll('.waits').forEach(function (one) { one.remove(); });
    reports.forEach(function (report) {
      document.querySelectorAll('form[data-report]').forEach(function (form) {
        if (new URL(form.action).pathname !== report.path || report.visit !== (form.dataset.visit || '')) return;
        const chip = document.createElement('span');
        chip.className = 'chip warn waits';
        chip.textContent = words.waiting;
        form.appendChild(chip);
        if (form.dataset.ends !== undefined) form.closest('.stop').classList.add('ended');
      });
    });
    if (!navigator.onLine) line(words.offline);
  }
  function post(report) {
    const body = new URLSearchParams(report.fields);
    body.set('_csrf', token());
    return fetch(report.path, { method: 'POST', body: body, credentials: 'same-origin', redirect: 'follow' });
  }
  // A page kept from before knows a token that may be good no longer; the one of now is asked for once.
  async function send(report) {
    const answer = await post(report);
    return answer.status === 403 && await renewed() ? post(report) : answer;
  }
  async function renewed() {
    const answer = await fetch(location.pathname, { credentials: 'same-origin', cache: 'no-store' });
    if (!answer.ok || answer.url.includes('/login')) return false;
    const now = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('input[name=_csrf]');
    if (now === null || now.value === token()) return false;
    document.querySelectorAll('input[name=_csrf]').forEach(function (field) { field.value = now.value; });
    return true;
  }
  async function refusal(answer) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const problem = page.querySelector('main');
    return problem === null ? String(answer.status) : problem.textContent.replace(/\s+/g, ' ').trim().slice(0, 200);
  }
  let sending = false;
  async function flush() {
    if (sending) return;
    sending = true;
    let sent = false;
    const refused = [];
    try {
      for (let reports = waiting(); reports.length > 0; reports = waiting()) {
        const answer = await send(reports[0]);
        // Logged out or a server in trouble: it goes on waiting. Anything else has been heard, a visit that is another rep's by now
        // as well.
        if (answer.url.includes('/login') || answer.status >= 500) break;
        if (!answer.ok) refused.push(await refusal(answer));
        keep(waiting().slice(1));
        sent = true;
      }
    } catch (e) { /* still no network */ } finally { sending = false; }
    mark();
    if (refused.length > 0) line(words.refused + ' ' + refused.join(' '));
    else if (sent) location.reload();
  }

  document.addEventListener('submit', async function (event) {
    const form = event.target.closest('form[data-report]');
    if (form === null) return;
    event.preventDefault();
    const fields = Array.from(new FormData(form)).filter(function (pair) { return pair[0] !== '_csrf'; });
    fields.push(['at', new Date().toISOString()]);
    const report = { path: new URL(form.action).pathname, visit: form.dataset.visit || '', fields: fields };
    const buttons = Array.from(form.querySelectorAll('button'));
    buttons.forEach(function (button) { button.disabled = true; });
    try {
      const answer = await send(report);
      if (answer.ok && !answer.url.includes('/login')) {
        forget(form);
        if (new URL(answer.url).href === location.href) location.reload(); else location.assign(answer.url);
        return;
      }
      if (answer.ok) { location.assign(answer.url); return; }
      line(words.refused + ' ' + await refusal(answer));
    } catch (e) {
      keep(waiting().concat([report]));
      forget(form);
      form.reset();
      mark();
      line(words.offline);
    }
    buttons.forEach(function (button) { button.disabled = false; });
  });
  function forget(form) {
    form.querySelectorAll('[data-keep]').forEach(function (field) {
      try { localStorage.removeItem('lotse:' + field.dataset.keep); } catch (e) { /* private window */ }
    });
  }
  window.addEventListener('online', function () { live.replaceChildren(); flush(); });
  window.addEventListener('offline', mark);
  setInterval(function () { if (navigator.onLine && waiting().length > 0) flush(); }, 15000);

  // --- the plan becomes another one -----------------------------------------------------------------------------------
  function isBusy() {
    return Array.from(document.querySelectorAll('textarea')).some(function (field) { return field.value.trim() !== ''; });
  }
  function changed() {
    if (!isBusy() && waiting().length === 0) { location.reload(); return; }
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = words.reload;
    button.addEventListener('click', function () { location.reload(); });
    line(words.changed, button);
  }
  const events = new EventSource(words.revisions);
  events.addEventListener('revision', function (event) { if (event.data !== words.known) changed(); });
  events.addEventListener('replaced', function () { events.close(); changed(); });
  window.addEventListener('pagehide', function () { events.close(); });

  // --- opened once, it opens again without network ---------------------------------------------------------------------
  if ('serviceWorker' in navigator) {
    navigator.serviceWorker.register('/console/route-worker.js', { scope: '/console/route' }).then(function () {
      return caches.open(CACHE);
    }).then(function (cache) {
      const parts = Array.from(document.querySelectorAll('script[src], link[rel=stylesheet], link[rel=icon], img[src^="/"]'));
      const addresses = parts.map(function (part) { return part.src || part.href; });
      return cache.addAll(Array.from(new Set(addresses)).concat(['/console/route'].concat(location.search === '' ? [] : [location.href])));
    }).then(function () { document.body.dataset.kept = 'yes'; }).catch(function (e) { document.body.dataset.kept = String(e); /* the page works, it only cannot be opened anew without network */ });
  }
  mark();
  if (navigator.onLine && waiting().length > 0) flush();
})();
