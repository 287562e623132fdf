// Completes sentences from the vocabulary: the words that fit what is being typed, Ctrl+Space or typing shows them.
(function () {
  'use strict';
  const field = document.querySelector('textarea[data-words]');
  const list = document.getElementById('words');
  if (field === null || list === null) return;
  const MOST = 8;
  let words = [], shown = [], chosen = 0, begin = 0;
  field.setAttribute('aria-controls', 'words');
  fetch(field.dataset.words, { headers: { Accept: 'application/json' } }).then(function (answer) { return answer.ok ? answer.json() : []; })
    .then(function (body) { words = body; }).catch(function () { /* typing works without */ });

  // The longest run of up to four words before the cursor with which some word of the vocabulary begins.
  function find(always) {
    const before = field.value.slice(0, field.selectionStart);
    const starts = [];
    for (let i = before.length; i > 0 && starts.length < 4 && before[i - 1] !== '\n'; i--) if (/[\s,(]/.test(before[i - 1])) starts.unshift(i);
    if (starts.length < 4 && (before.length === 0 || before.lastIndexOf('\n') === before.length - 1 || starts.length === 0)) starts.unshift(before.lastIndexOf('\n') + 1);
    for (const start of starts) {
      const typed = before.slice(start).toLowerCase();
      if (typed.trim().length < (always ? 0 : 2)) continue;
      const fit = words.filter(function (word) { return word.toLowerCase().startsWith(typed) && word.toLowerCase() !== typed; });
      if (fit.length > 0) { begin = start; return fit.slice(0, MOST); }
    }
    return [];
  }
  function show(fit) {
    shown = fit;
    chosen = 0;
    list.hidden = fit.length === 0;
    list.replaceChildren();
    fit.forEach(function (word, index) {
      const item = document.createElement('li');
      item.id = 'word-' + index;
      item.setAttribute('role', 'option');
      item.textContent = word;
      item.addEventListener('mousedown', function (event) { event.preventDefault(); chosen = index; take(); });
      list.append(item);
    });
    mark();
  }
  function mark() {
    Array.from(list.children).forEach(function (item, index) { item.setAttribute('aria-selected', String(index === chosen)); });
    if (shown.length > 0) field.setAttribute('aria-activedescendant', 'word-' + chosen); else field.removeAttribute('aria-activedescendant');
  }
  function take() {
    field.setRangeText(shown[chosen] + ' ', begin, field.selectionStart, 'end');
    show([]);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    show([]);
    field.focus();
  }
  field.addEventListener('input', function () { show(find(false)); });
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
