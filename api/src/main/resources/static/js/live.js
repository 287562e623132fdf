// A list that somebody else has changed shows itself anew, unless somebody is typing or choosing.
(function () {
  'use strict';
  const live = document.getElementById('live');
  if (live === null) return;
  function isBusy() {
    return document.querySelector('main details[open] form') !== null || document.activeElement.matches('input, select, textarea');
  }
  function changed() {
    if (!isBusy()) { location.reload(); return; }
    const told = document.createElement('p');
    told.className = 'chip warn';
    told.textContent = live.dataset.changed;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = live.dataset.reload;
    button.addEventListener('click', function () { location.reload(); });
    live.replaceChildren(told, button);
  }
  const events = new EventSource(live.dataset.revisions);
  events.addEventListener('revision', function (event) { if (event.data !== live.dataset.known) changed(); });
  events.addEventListener('replaced', function () { events.close(); changed(); });
  window.addEventListener('pagehide', function () { events.close(); });
})();
