// Completes sentences from the vocabulary: the words that fit what is being typed, Ctrl+Space or typing shows them.
(function () {
  'use strict';
  const field = document.querySelector('textarea[data-words]');
  const list = document.getElementById('words');
  if (field === null || list === null) return;
  const MOST = 8;
  let words = [], shown = [], chosen = 0, completed = -1;
  field.setAttribute('aria-controls', 'words');
  fetch(field.dataset.words, { headers: { Accept: 'application/json' } }).then(function (answer) { return answer.ok ? answer.json() : []; })
    .then(function (body) { words = body; if (document.activeElement === field) show(find(false)); }).catch(function () { /* typing works without */ });

  // What the last words before the cursor may become: for each of the last four beginnings of a word, longest first.
  function find(always) {
    const before = field.value.slice(0, field.selectionStart);
    const starts = [];
    for (let i = before.length; i > 0 && starts.length < 4 && before[i - 1] !== '\n'; i--) if (/[\s,(]/.test(before[i - 1])) starts.unshift(i);
    if (starts.length < 4 && (before.length === 0 || before.lastIndexOf('\n') === before.length - 1 || starts.length === 0)) starts.unshift(before.lastIndexOf('\n') + 1);
    const fit = [];
    starts.forEach(function (start) {
      const typed = before.slice(start).toLowerCase();
      if (typed.trim().length < (always ? 0 : 2)) return;
      words.forEach(function (word) {
        if (word.toLowerCase().startsWith(typed) && word.toLowerCase() !== typed && !fit.some(function (one) { return one.word === word; })) fit.push({ word: word, begin: start });
      });
    });
    return fit.slice(0, MOST);
  }
  // Below the cursor, or above it where there is no room below; the field is written in letters of one width.
  function put() {
    const style = getComputedStyle(field), box = field.getBoundingClientRect();
    const lines = field.value.slice(0, field.selectionStart).split('\n');
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = style.font;
    const height = parseFloat(style.lineHeight) || 1.4 * parseFloat(style.fontSize);
    const over = box.left + parseFloat(style.paddingLeft) + pen.measureText(lines[lines.length - 1]).width - field.scrollLeft;
    const line = box.top + parseFloat(style.paddingTop) + (lines.length - 1) * height - field.scrollTop;
    const top = Math.max(box.top, Math.min(box.bottom - height, line));
    const room = window.innerHeight - top - height > list.offsetHeight + 8;
    list.style.left = Math.max(8, Math.min(window.innerWidth - list.offsetWidth - 8, over)) + 'px';
    list.style.top = Math.max(4, room ? top + height + 2 : top - list.offsetHeight - 2) + 'px';
  }
  function show(fit) {
    shown = fit;
    chosen = 0;
    list.hidden = fit.length === 0;
    list.replaceChildren();
    fit.forEach(function (one, index) {
      const item = document.createElement('li');
      item.id = 'word-' + index;
      item.setAttribute('role', 'option');
      item.textContent = one.word;
      item.addEventListener('mousedown', function (event) { event.preventDefault(); chosen = index; take(); });
      list.append(item);
    });
    mark();
    if (fit.length > 0) put();
  }
  function mark() {
    Array.from(list.children).forEach(function (item, index) { item.setAttribute('aria-selected', String(index === chosen)); });
    if (shown.length > 0) field.setAttribute('aria-activedescendant', 'word-' + chosen); else field.removeAttribute('aria-activedescendant');
  }
  function take() {
    field.setRangeText(shown[chosen].word + ' ', shown[chosen].begin, field.selectionStart, 'end');
    completed = field.selectionStart;
    show([]);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    show([]);
    field.focus();
  }
  field.addEventListener('input', function () { show(find(false)); });
  // The space after a completed word goes away before a full stop or a comma.
  field.addEventListener('beforeinput', function (event) {
    const at = field.selectionStart;
    if (at === completed && at === field.selectionEnd && /^[.,;)]$/.test(event.data || '')) field.setRangeText('', at - 1, at, 'end');
    completed = -1;
  });
  window.addEventListener('scroll', function () { if (shown.length > 0) put(); }, { passive: true });
  field.addEventListener('blur', function () { show([]); });
  field.addEventListener('keydown', function (event) {
    if (event.key === ' ' && event.ctrlKey) { event.preventDefault(); show(find(true)); return; }
    if (shown.length === 0) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      chosen = (chosen + (event.key === 'ArrowDown' ? 1 : shown.length - 1)) % shown.length;
      mark();
    } else if (event.key === 'Tab' && !event.shiftKey) { event.preventDefault(); take();
    } else if (event.key === 'Escape') { event.preventDefault(); show([]); }
  });
})();
