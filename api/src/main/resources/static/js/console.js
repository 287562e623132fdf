// What the pages do beyond htmx: keyboard, keeping typed text, and moving the focus to what has just changed.
(function () {
  'use strict';

  function isTyping(target) {
    return target.closest('input, textarea, select, [contenteditable]') !== null;
  }

  // data-group="g" on a fieldset: the key, then the number of an answer, gives the answer; Escape or moving on leaves it.
  function picking() { return document.querySelector('fieldset.picking'); }
  function leave(group) { if (group !== null) group.classList.remove('picking'); }

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) && event.target.type !== 'radio') return;
    const open = picking();
    if (open !== null && event.key === 'Escape') { leave(open); return; }
    if (open !== null && /^[1-9]$/.test(event.key)) {
      event.preventDefault();
      const answer = open.querySelectorAll('input[type=radio]')[Number(event.key) - 1];
      leave(open);
      if (answer !== undefined) { answer.focus(); answer.click(); }
      return;
    }
    const group = /^[a-z]$/i.test(event.key) ? document.querySelector('[data-group="' + event.key.toLowerCase() + '"]') : null;
    if (group === null) return;
    event.preventDefault();
    leave(open);
    (group.querySelector('input:checked') || group.querySelector('input')).focus();
    group.classList.add('picking');
  });
  document.addEventListener('focusout', function (event) {
    const group = event.target.closest('fieldset.picking');
    if (group !== null && !group.contains(event.relatedTarget)) leave(group);
  });

  // data-filter="#list" on a field: only items that contain what is typed stay.
  document.addEventListener('input', filter);
  document.addEventListener('search', filter, true);
  function filter(event) {
    const list = event.target.dataset.filter;
    if (list === undefined) return;
    const wanted = event.target.value.trim().toLowerCase();
    document.querySelectorAll(list + ' > li').forEach(function (item) {
      item.hidden = !item.querySelector('strong').textContent.toLowerCase().includes(wanted);
    });
  }

  // data-key="a" on a button or link: pressing the key presses it, unless somebody is typing.
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (isTyping(event.target) && event.target.type !== 'radio') {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    if (!/^[a-z0-9/?]$/i.test(event.key)) return;
    const wanted = document.querySelector('[data-key="' + event.key.toLowerCase() + '"]:not([disabled])');
    if (wanted === null || wanted.closest('[hidden]') !== null) return;
    event.preventDefault();
    if (wanted.matches('input:not([type=radio]), textarea')) {
      wanted.focus();
      wanted.select();
    } else {
      wanted.focus();
      wanted.click();
    }
  });

  // Up and down move through a list of links marked data-list.
  document.addEventListener('keydown', function (event) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const list = document.querySelector('[data-list]');
    if (list === null) return;
    const links = Array.from(list.querySelectorAll('a'));
    const at = links.indexOf(document.activeElement);
    const from = event.target.getAttribute('aria-controls') === list.id;
    if (at < 0 && !from) return;
    const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
    if (next >= 0 && next < links.length) {
      event.preventDefault();
      links[next].focus();
    }
  });

  document.addEventListener('click', function (event) {
    const close = event.target.closest('[data-close]');
    if (close !== null) document.querySelector(close.dataset.close).replaceChildren();
    const print = event.target.closest('[data-print]');
    if (print !== null) window.print();
    const take = event.target.closest('[data-take]');
    if (take !== null) take.form.querySelectorAll('input[type=radio][value="' + take.dataset.take + '"]').forEach(function (one) { one.checked = true; });
    const drop = event.target.closest('[data-forget]');
    if (drop !== null) forget(drop.dataset.forget);
  });

  // Typed text is kept in this browser until it has arrived: data-keep="name" on a field.
  function place(name) { return 'lotse:' + name; }
  function forget(name) { try { localStorage.removeItem(place(name)); } catch (e) { /* private window */ } }

  function keepTyped(root) {
    root.querySelectorAll('[data-keep]').forEach(function (field) {
      const name = field.dataset.keep;
      let kept = null;
      try { kept = localStorage.getItem(place(name)); } catch (e) { return; }
      const notice = document.getElementById(field.id + '-kept');
      if (kept !== null && kept !== field.value) {
        field.value = kept;
        if (notice !== null) notice.hidden = false;
      }
      field.addEventListener('input', function () {
        try { localStorage.setItem(place(name), field.value); } catch (e) { /* private window */ }
      });
    });
    root.querySelectorAll('[data-arrived]').forEach(function (mark) { forget(mark.dataset.arrived); });
  }

  // 1 to 3 choose an offer (data-key); the answer keys speak about the chosen one.
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) && event.target.type !== 'radio') return;
    const answer = document.querySelector('.offer:has([name=chosen]:checked) [data-answer="' + CSS.escape(event.key.toLowerCase()) + '"]');
    if (answer === null) return;
    event.preventDefault();
    answer.click();
  });

  document.body.addEventListener('htmx:afterSettle', function (event) {
    keepTyped(event.target);
    const focus = event.target.querySelector('[data-focus]');
    if (focus !== null) focus.focus({ preventScroll: false });
  });
  document.body.addEventListener('htmx:beforeRequest', function () {
    document.getElementById('notice').replaceChildren();
  });
  document.body.addEventListener('htmx:sendError', function () {
    const told = document.createElement('div');
    told.className = 'problem';
    told.textContent = document.body.dataset.lost;
    document.getElementById('notice').replaceChildren(told);
  });
  keepTyped(document);

  // Who logs out leaves no page behind on this device.
  document.addEventListener('submit', function (event) {
    if (!event.target.matches('form[action$="/logout"]') || !('caches' in window)) return;
    caches.delete('lotse-route');
  });
})();
