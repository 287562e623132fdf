// The table editor of a draft: cells as in a spreadsheet, saved and checked while somebody types.
(function () {
  'use strict';
  const place = document.getElementById('grid');
  if (place === null) return;
  const words = place.dataset;
  const WINDOW = 300;      // rows drawn at once
  const AGAIN = 3000;      // milliseconds until it is tried again without a network
  const PAUSE = 600;       // milliseconds after the last change before it is saved
  const head = document.createElement('div');
  const tabs = document.createElement('div');
  const bar = document.createElement('div');
  const state = document.createElement('span');
  const box = document.createElement('div');
  const told = document.createElement('div');
  const hints = document.createElement('datalist');
  let sheets = [], at = 0, revision = 0, findings = [], shares = {}, next = 1;
  let stored = new Map();  // id of a row -> its number in the file
  let sel = { row: 0, column: 0, toRow: 0, toColumn: 0 };
  let kept = []; // the rows as they were saved last
  let undone = [], done = [], from = 0, editing = null, timer = null, saving = false, dirty = false, lost = false;

  function sheet() { return sheets[at]; }
  function rows() { return sheet().rows; }
  function top() { return sheet().headings; }
  function begin() { const row = Math.min(top(), rows().length - 1); sel = { row: row, column: 0, toRow: row, toColumn: 0 }; }
  function made(cells) { return { id: next++, cells: cells }; }
  function width() { return Math.max(1, ...rows().slice(0, top()).map(function (row) { return row.cells.length; }), rows().length >= top() ? rows()[top() - 1].cells.length : 1); }
  function text(row, column) { const cells = rows()[row].cells; return column < cells.length ? cells[column] : ''; }
  function name(column) { let text = ''; for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) text = String.fromCharCode(65 + (n - 1) % 26) + text; return text; }
  function say(key) { state.textContent = words[key] || ''; state.className = 'chip ' + ({ saved: 'good', failed: 'bad', changed: 'bad', waiting: 'warn' }[key] || ''); }
  function column(number) { return sheet().columns[number] || { kind: 'OTHER', values: [], several: false }; }

  // --- what the server says ---
  function take(body, sent) {
    revision = body.revision;
    findings = body.findings;
    if (sent === undefined) {
      sheets = body.sheets.map(function (one) { return { sheet: one.sheet, headings: one.headings, columns: one.columns, rows: one.rows.map(function (cells) { return made(cells.slice()); }) }; });
      number(sheets[at]);
    } else {
      body.sheets.forEach(function (one, index) { sheets[index].columns = one.columns; });
      number({ rows: sent });
    }
  }
  function number(one) { kept = one.rows.slice(); stored = new Map(one.rows.map(function (row, index) { return [row.id, index + 1]; })); }
  function load() {
    fetch(words.src, { headers: { Accept: 'application/json' } }).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    }).then(function (body) {
      take(body);
      begin();
      build();
      reach();
    }).catch(function () { lost = true; place.textContent = words.unreadable; });
  }
  function reach() {
    fetch(words.shares, { headers: { Accept: 'application/json' } }).then(function (answer) { return answer.ok ? answer.json() : {}; })
      .then(function (body) { shares = body; draw(); }).catch(function () { /* shown without */ });
  }
  function save() {
    if (saving || !dirty || lost) return;
    saving = true;
    dirty = false;
    say('saving');
    const sent = rows().slice();
    const body = { sheet: sheet().sheet, rows: sent.map(function (row) { return { from: stored.get(row.id) || 0, cells: row.cells }; }) };
    const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
    headers[words.csrfHeader] = words.csrf;
    fetch(words.src + '?revision=' + revision, { method: 'PUT', headers: headers, body: JSON.stringify(body) }).then(function (answer) {
      if (answer.status === 412) { lost = true; dirty = true; say('changed'); list(); throw new Error('changed meanwhile'); }
      if (!answer.ok) { say('failed'); throw new Error(String(answer.status)); }
      return answer.json();
    }).then(function (answer) {
      saving = false;
      take(answer, sent);
      draw();
      if (dirty) { save(); } else { say('saved'); reach(); }
    }).catch(function (failure) {
      saving = false;
      if (lost) return;
      dirty = true;
      if (failure instanceof TypeError) { say('waiting'); clearTimeout(timer); timer = setTimeout(save, AGAIN); } // no network: again
    });
  }
  // What somebody typed after the draft was changed by another is named, so that it can be typed again.
  function list() {
    const before = new Map(kept.map(function (row) { return [row.id, row.cells]; }));
    const cells = [];
    rows().forEach(function (row, index) {
      const was = before.get(row.id) || [];
      row.cells.forEach(function (cell, column) { if (cell !== (was[column] || '')) cells.push(name(column) + (index + 1) + ' = ' + cell); });
    });
    const line = document.createElement('p');
    line.className = 'problem';
    line.textContent = words.unsaved + ' ' + cells.join(' · ');
    told.replaceChildren(line);
  }
  window.addEventListener('beforeunload', function (event) { if ((dirty || saving) && !lost) event.preventDefault(); });
  function later() {
    dirty = true;
    say('typed');
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  }

  // --- changing ---
  function change(rowsNow, selNow) {
    done.push({ rows: rows(), sel: Object.assign({}, sel) });
    if (done.length > 200) done.shift();
    undone = [];
    sheet().rows = rowsNow;
    if (selNow !== undefined) sel = selNow;
    draw();
    later();
  }
  function swap(fromStack, toStack) {
    if (fromStack.length === 0) return;
    toStack.push({ rows: rows(), sel: Object.assign({}, sel) });
    const before = fromStack.pop();
    sheet().rows = before.rows;
    sel = before.sel;
    draw();
    later();
  }
  function withCells(changes) {
    const result = rows().slice();
    changes.forEach(function (one) {
      while (result.length <= one.row) result.push(made([]));
      const row = result[one.row];
      const cells = row.cells.slice();
      while (cells.length <= one.column) cells.push('');
      cells[one.column] = one.text;
      result[one.row] = { id: row.id, cells: cells };
    });
    return result;
  }
  function area() {
    return { top: Math.min(sel.row, sel.toRow), bottom: Math.max(sel.row, sel.toRow), left: Math.min(sel.column, sel.toColumn), right: Math.max(sel.column, sel.toColumn) };
  }
  function each(work) {
    const a = area();
    const changes = [];
    for (let row = a.top; row <= a.bottom; row++) for (let column = a.left; column <= a.right; column++) changes.push({ row: row, column: column, text: work(row, column) });
    change(withCells(changes));
  }
  function insert() {
    const below = Math.max(area().bottom, Math.min(top() - 1, rows().length - 1)) + 1;
    const result = rows().slice();
    result.splice(below, 0, made(new Array(width()).fill('')));
    change(result, { row: below, column: 0, toRow: below, toColumn: 0 });
  }
  function remove() {
    const a = area();
    if (a.top < top()) return;
    const result = rows().slice();
    result.splice(a.top, a.bottom - a.top + 1);
    const row = Math.min(a.top, result.length - 1);
    change(result, { row: row, column: sel.column, toRow: row, toColumn: sel.column });
  }
  // Whole rows change their places; what is selected stays selected.
  function carry(to) {
    const a = area();
    const many = a.bottom - a.top + 1;
    const target = Math.max(top(), Math.min(rows().length - many, to));
    if (a.top < top() || target === a.top) return;
    const result = rows().slice();
    const block = result.splice(a.top, many);
    result.splice(target, 0, ...block);
    const step = target - a.top;
    change(result, { row: sel.row + step, toRow: sel.toRow + step, column: sel.column, toColumn: sel.toColumn });
  }
  function copied() {
    const a = area();
    const lines = [];
    for (let row = a.top; row <= a.bottom; row++) {
      const cells = [];
      for (let column = a.left; column <= a.right; column++) {
        const cell = text(row, column);
        cells.push(/[\t\n"]/.test(cell) ? '"' + cell.replace(/"/g, '""') + '"' : cell);
      }
      lines.push(cells.join('\t'));
    }
    return lines.join('\n');
  }
  // What spreadsheets put on the clipboard: tabs between cells, cells with ends of lines in quotes.
  function pasted(clip) {
    const lines = [[]];
    let cell = '', quoted = false;
    const source = clip.replace(/\r\n?/g, '\n').replace(/\n$/, '');
    for (let i = 0; i < source.length; i++) {
      const letter = source[i];
      if (quoted) {
        if (letter === '"' && source[i + 1] === '"') { cell += '"'; i++; } else if (letter === '"') { quoted = false; } else { cell += letter === '\n' ? ' ' : letter; }
      } else if (letter === '"' && cell === '') { quoted = true;
      } else if (letter === '\t') { lines[lines.length - 1].push(cell); cell = '';
      } else if (letter === '\n') { lines[lines.length - 1].push(cell); cell = ''; lines.push([]);
      } else { cell += letter; }
    }
    lines[lines.length - 1].push(cell);
    const a = area();
    const one = lines.length === 1 && lines[0].length === 1;
    const changes = [];
    if (one) {
      for (let row = a.top; row <= a.bottom; row++) for (let column = a.left; column <= a.right; column++) changes.push({ row: row, column: column, text: lines[0][0] });
    } else {
      lines.forEach(function (cells, down) { cells.forEach(function (content, over) { changes.push({ row: a.top + down, column: a.left + over, text: content }); }); });
    }
    const last = one ? { row: a.bottom, column: a.right } : { row: a.top + lines.length - 1, column: a.left + Math.max(...lines.map(function (cells) { return cells.length; })) - 1 };
    change(withCells(changes), { row: a.top, column: a.left, toRow: last.row, toColumn: last.column });
  }

  // --- drawing ---
  function build() {
    place.replaceChildren();
    head.className = 'gridhead row';
    bar.className = 'row';
    bar.setAttribute('role', 'toolbar');
    bar.setAttribute('aria-label', words.toolbar);
    [['insert', insert], ['remove', remove], ['up', function () { carry(area().top - 1); }], ['down', function () { carry(area().top + 1); }], ['undo', function () { swap(done, undone); }], ['redo', function () { swap(undone, done); }]].forEach(function (one) {
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset.do = one[0];
      button.textContent = words[one[0]];
      button.addEventListener('click', function () { one[1](); focus(); });
      bar.append(button);
    });
    state.setAttribute('role', 'status');
    head.append(bar, state);
    tabs.className = 'row';
    if (sheets.length > 1) {
      sheets.forEach(function (one, index) {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = one.sheet;
        button.setAttribute('aria-pressed', String(index === at));
        button.addEventListener('click', function () {
          if (dirty || saving) return;
          at = index; done = []; undone = []; number(sheet()); begin(); build();
        });
        tabs.append(button);
      });
    }
    hints.id = 'grid-values';
    box.className = 'scroll';
    told.className = 'gridtold';
    told.setAttribute('aria-live', 'polite');
    place.append(head, tabs, box, told, hints);
    draw();
  }
  function findingsOf(row, column) {
    const number = stored.get(rows()[row].id);
    const cell = number === undefined ? '' : name(column) + number;
    return findings.filter(function (one) { return one.sheet === sheet().sheet && one.cell === cell; });
  }
  function worst(list) { return list.some(function (one) { return one.severity === 'ERROR'; }) ? 'bad' : list.some(function (one) { return one.severity === 'WARNING'; }) ? 'warn' : list.length > 0 ? 'tint' : ''; }
  function draw() {
    if (editing !== null) return;
    clampSel();
    const table = document.createElement('table');
    table.className = 'grid sheet';
    table.setAttribute('role', 'grid');
    table.setAttribute('aria-label', words.label);
    table.setAttribute('aria-rowcount', String(rows().length));
    const across = width();
    const letters = table.createTHead().insertRow();
    const corner = document.createElement('th');
    corner.className = 'nr';
    corner.scope = 'col';
    corner.textContent = top() > 1 ? words.share : '';
    letters.append(corner);
    for (let column = 0; column < across; column++) {
      const letter = document.createElement('th');
      letter.scope = 'col';
      letter.textContent = name(column);
      letters.append(letter);
    }
    if (sel.toRow < from || sel.toRow >= from + WINDOW) from = Math.max(0, sel.toRow - Math.floor(WINDOW / 2));
    const body = table.createTBody();
    const until = Math.min(rows().length, from + WINDOW);
    const shown = [];
    for (let row = 0; row < top() && from > row; row++) shown.push(row);
    for (let row = Math.max(from, shown.length); row < until; row++) shown.push(row);
    shown.forEach(function (row) { body.append(line(row, across)); });
    const left = box.scrollLeft, down = box.scrollTop;
    const focused = box.contains(document.activeElement);
    box.replaceChildren(table);
    box.scrollLeft = left;
    box.scrollTop = down;
    if (focused) cell().focus({ preventScroll: true });
    tell();
  }
  function line(row, across) {
    const tr = document.createElement('tr');
    tr.setAttribute('aria-rowindex', String(row + 1));
    if (row < top()) tr.className = row === top() - 1 ? 'headings' : 'first';
    const nr = document.createElement('th');
    nr.scope = 'row';
    nr.className = 'nr';
    nr.textContent = String(row + 1);
    if (row >= top()) { nr.dataset.carry = String(row); nr.title = words.carry; }
    const number = stored.get(rows()[row].id);
    const share = number === undefined ? undefined : shares[sheet().sheet + '!' + number];
    if (row >= top() && share !== undefined) {
      const part = document.createElement('span');
      part.className = 'part';
      part.textContent = share.toLocaleString(document.documentElement.lang, { maximumFractionDigits: share < 10 ? 1 : 0 }) + ' %';
      nr.append(part);
    }
    tr.append(nr);
    for (let column = 0; column < across; column++) {
      const td = document.createElement('td');
      td.textContent = text(row, column);
      td.dataset.row = String(row);
      td.dataset.column = String(column);
      td.tabIndex = row === sel.toRow && column === sel.toColumn ? 0 : -1;
      const list = findingsOf(row, column);
      const classes = [];
      if (column > 0 && row >= top() && (sheet().columns[column] || {}).kind === 'CONCLUSION') classes.push('concludes');
      if (list.length > 0) { classes.push('flawed', worst(list)); td.setAttribute('aria-invalid', String(worst(list) === 'bad')); td.title = list.map(function (one) { return one.message; }).join('\n'); }
      const a = area();
      if (row >= a.top && row <= a.bottom && column >= a.left && column <= a.right) { classes.push('chosen'); td.setAttribute('aria-selected', 'true'); }
      td.className = classes.join(' ');
      tr.append(td);
    }
    return tr;
  }
  function tell() {
    told.replaceChildren();
    const here = findingsOf(sel.toRow, sel.toColumn);
    const others = findings.filter(function (one) { return !here.includes(one); });
    here.concat(others.slice(0, 20)).forEach(function (one) {
      const p = document.createElement('p');
      p.className = 'told ' + ({ ERROR: 'bad', WARNING: 'warn' }[one.severity] || 'tint');
      const go = document.createElement('button');
      go.type = 'button';
      go.className = 'quiet';
      go.textContent = one.cell || '·';
      go.addEventListener('click', function () { jump(one); });
      const message = document.createElement('span');
      message.textContent = one.message;
      p.append(go, message);
      told.append(p);
    });
  }
  function jump(finding) {
    const parts = /^([A-Z]+)(\d+)$/.exec(finding.cell);
    if (parts === null) return;
    let over = 0;
    for (const letter of parts[1]) over = over * 26 + letter.charCodeAt(0) - 64;
    const row = rows().findIndex(function (one) { return stored.get(one.id) === Number(parts[2]); });
    if (row >= 0) { move(row, over - 1, false); focus(); }
  }
  function clampSel() {
    const bottom = rows().length - 1, right = width() - 1;
    sel = { row: Math.min(sel.row, bottom), toRow: Math.min(sel.toRow, bottom), column: Math.min(sel.column, right), toColumn: Math.min(sel.toColumn, right) };
  }
  function cell() { return box.querySelector('td[data-row="' + sel.toRow + '"][data-column="' + sel.toColumn + '"]'); }
  function focus() { const td = cell(); if (td !== null) { td.focus({ preventScroll: true }); td.scrollIntoView({ block: 'nearest', inline: 'nearest' }); } }
  function move(row, column, extend) {
    const toRow = Math.max(0, Math.min(rows().length - 1, row)), toColumn = Math.max(0, Math.min(width() - 1, column));
    sel = extend ? Object.assign({}, sel, { toRow: toRow, toColumn: toColumn }) : { row: toRow, column: toColumn, toRow: toRow, toColumn: toColumn };
    draw();
    focus();
  }

  // --- typing ---
  function edit(start) {
    const td = cell();
    if (td === null || lost) return;
    const row = sel.toRow, over = sel.toColumn;
    const input = document.createElement('input');
    const values = row >= top() ? column(over).values : [];
    input.value = start === undefined ? text(row, over) : start;
    input.setAttribute('aria-label', name(over) + (row + 1));
    input.autocomplete = 'off';
    if (values.length > 0) input.setAttribute('list', 'grid-values');
    function offer() {
      const begun = column(over).several && input.value.includes('|') ? input.value.slice(0, input.value.lastIndexOf('|') + 1) + ' ' : '';
      hints.replaceChildren();
      values.forEach(function (value) { const option = document.createElement('option'); option.value = begun + value; hints.append(option); });
    }
    offer();
    input.addEventListener('input', offer);
    td.replaceChildren(input);
    editing = { row: row, column: over, input: input };
    input.focus();
    if (start !== undefined) input.setSelectionRange(input.value.length, input.value.length);
    input.addEventListener('keydown', function (event) {
      event.stopPropagation();
      if (event.key === 'Enter') { event.preventDefault(); finish(true); move(row + (event.shiftKey ? -1 : 1), over, false);
      } else if (event.key === 'Tab') { event.preventDefault(); finish(true); move(row, over + (event.shiftKey ? -1 : 1), false);
      } else if (event.key === 'Escape') { event.preventDefault(); finish(false); focus(); }
    });
    input.addEventListener('blur', function () { finish(true); });
  }
  function finish(keep) {
    if (editing === null) return;
    const was = editing;
    editing = null;
    if (keep && was.input.value.trim() !== text(was.row, was.column)) change(withCells([{ row: was.row, column: was.column, text: was.input.value.trim() }])); else draw();
  }
  function edge(row, column, down, over) {
    let r = row, c = column;
    do { r += down; c += over; } while (r >= 0 && c >= 0 && r < rows().length - 1 && c < width() - 1 && text(r, c) === '');
    return [r, c];
  }

  box.addEventListener('keydown', function (event) {
    if (editing !== null || event.target.closest('td') === null) return;
    const control = event.ctrlKey || event.metaKey;
    const arrows = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };
    if (arrows[event.key] !== undefined && !event.altKey) {
      const step = arrows[event.key];
      const to = control ? edge(sel.toRow, sel.toColumn, step[0], step[1]) : [sel.toRow + step[0], sel.toColumn + step[1]];
      event.preventDefault();
      event.stopPropagation();
      move(to[0], to[1], event.shiftKey);
      return;
    }
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      event.stopPropagation();
      carry(area().top + (event.key === 'ArrowUp' ? -1 : 1));
      focus();
      return;
    }
    const keys = {
      Home: function () { move(control ? 0 : sel.toRow, 0, event.shiftKey); }, End: function () { move(control ? rows().length - 1 : sel.toRow, width() - 1, event.shiftKey); },
      PageDown: function () { move(sel.toRow + 15, sel.toColumn, event.shiftKey); }, PageUp: function () { move(sel.toRow - 15, sel.toColumn, event.shiftKey); },
      F2: function () { edit(); }, Delete: function () { each(function () { return ''; }); focus(); }
    };
    const controls = {
      z: function () { if (event.shiftKey) swap(undone, done); else swap(done, undone); focus(); }, y: function () { swap(undone, done); focus(); },
      d: function () { const top = area().top; each(function (row, over) { return text(top, over); }); focus(); },
      a: function () { sel = { row: 0, column: 0, toRow: rows().length - 1, toColumn: width() - 1 }; draw(); focus(); },
      s: function () { clearTimeout(timer); save(); }, Enter: function () { insert(); focus(); }, Backspace: function () { remove(); focus(); }
    };
    let doing;
    if (control) doing = controls[event.key.length === 1 ? event.key.toLowerCase() : event.key] || keys[event.key];
    else if (event.key === 'Enter') doing = function () { edit(); };
    else if (event.key === 'Backspace') doing = function () { edit(''); };
    else if (keys[event.key] !== undefined) doing = keys[event.key];
    else if (event.key.length === 1 && !event.altKey) doing = function () { edit(event.key); };
    if (doing !== undefined) { event.preventDefault(); event.stopPropagation(); doing(); }
  });
  // A row is carried by its number: the line shows where it will be.
  let carried = null;
  function over(event) {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const tr = under === null ? null : under.closest('#grid tbody tr');
    const nr = tr === null ? null : tr.querySelector('th[data-carry]');
    if (nr === null) return null;
    const half = tr.getBoundingClientRect();
    return { tr: tr, gap: Number(nr.dataset.carry) + (event.clientY > half.top + half.height / 2 ? 1 : 0), after: event.clientY > half.top + half.height / 2 };
  }
  function unmark() { box.querySelectorAll('.drop-before, .drop-after').forEach(function (tr) { tr.classList.remove('drop-before', 'drop-after'); }); }
  box.addEventListener('pointerdown', function (event) {
    const nr = event.target.closest('th[data-carry]');
    if (nr === null || event.button !== 0) return;
    finish(true);
    event.preventDefault();
    const row = Number(nr.dataset.carry), a = area();
    const inside = row >= a.top && row <= a.bottom && a.left === 0 && a.right === width() - 1;
    if (!inside) { sel = event.shiftKey ? { row: sel.row, column: 0, toRow: row, toColumn: width() - 1 } : { row: row, column: 0, toRow: row, toColumn: width() - 1 }; draw(); focus(); }
    carried = { gap: null };
    box.setPointerCapture(event.pointerId);
  });
  box.addEventListener('pointermove', function (event) {
    if (carried === null) return;
    const at = over(event);
    unmark();
    if (at === null) return;
    carried.gap = at.gap;
    at.tr.classList.add(at.after ? 'drop-after' : 'drop-before');
  });
  box.addEventListener('pointerup', function () {
    if (carried === null) return;
    const gap = carried.gap, a = area();
    carried = null;
    unmark();
    if (gap !== null && (gap < a.top || gap > a.bottom + 1)) { carry(gap < a.top ? gap : gap - (a.bottom - a.top + 1)); focus(); }
  });
  box.addEventListener('pointercancel', function () { carried = null; unmark(); });
  box.addEventListener('mousedown', function (event) {
    const td = event.target.closest('td');
    if (td === null || event.target.tagName === 'INPUT') return;
    finish(true);
    event.preventDefault();
    move(Number(td.dataset.row), Number(td.dataset.column), event.shiftKey);
  });
  box.addEventListener('mouseover', function (event) {
    const td = event.target.closest('td');
    if (event.buttons !== 1 || td === null || editing !== null) return;
    if (Number(td.dataset.row) !== sel.toRow || Number(td.dataset.column) !== sel.toColumn) move(Number(td.dataset.row), Number(td.dataset.column), true);
  });
  // The cell is drawn anew by the first click, so what lies under the pointer counts.
  box.addEventListener('dblclick', function (event) {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    if (editing === null && under !== null && under.closest('#grid td') !== null) edit();
  });
  document.addEventListener('copy', function (event) {
    if (editing !== null || event.target.closest === undefined || event.target.closest('#grid td') === null) return;
    event.clipboardData.setData('text/plain', copied());
    event.preventDefault();
  });
  document.addEventListener('cut', function (event) {
    if (editing !== null || event.target.closest === undefined || event.target.closest('#grid td') === null) return;
    event.clipboardData.setData('text/plain', copied());
    event.preventDefault();
    each(function () { return ''; });
    focus();
  });
  document.addEventListener('paste', function (event) {
    if (editing !== null || event.target.closest === undefined || event.target.closest('#grid td') === null) return;
    event.preventDefault();
    pasted(event.clipboardData.getData('text/plain'));
    focus();
  });
  window.addEventListener('beforeunload', function (event) { if (dirty || saving) event.preventDefault(); });
  load();
})();
