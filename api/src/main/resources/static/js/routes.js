// Dragging a visit onto another route asks for the price, as the form beside the visit does; nothing is given without a click.
(function () {
  'use strict';
  let dragged = null;

  function own(section) { return dragged !== null && dragged.closest('[data-rep]') === section; }
  function clear() { document.querySelectorAll('.over').forEach(function (one) { one.classList.remove('over'); }); }

  document.addEventListener('dragstart', function (event) {
    dragged = event.target.closest('li[draggable]');
    if (dragged === null) return;
    dragged.classList.add('dragged');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged.querySelector('strong').textContent);
  });
  document.addEventListener('dragend', function () {
    clear();
    if (dragged !== null) dragged.classList.remove('dragged');
    dragged = null;
  });
  document.addEventListener('dragover', function (event) {
    const section = event.target.closest('[data-rep]');
    if (section === null || dragged === null || own(section)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    clear();
    section.classList.add('over');
  });
  document.addEventListener('drop', function (event) {
    const section = event.target.closest('[data-rep]');
    if (section === null || dragged === null || own(section)) return;
    event.preventDefault();
    clear();
    const form = dragged.querySelector('form');
    form.querySelector('select[name=rep]').value = section.dataset.rep;
    form.requestSubmit();
    form.scrollIntoView({ block: 'nearest' });
  });
})();
