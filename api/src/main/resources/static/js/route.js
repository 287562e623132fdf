// Draws the route as numbered markers and a line; map tiles only when a tile server is configured.
(function () {
  'use strict';
  const place = document.getElementById('map');
  if (place === null || typeof L === 'undefined') return;
  const home = [Number(place.dataset.homeLat), Number(place.dataset.homeLon)];
  const stops = Array.from(document.querySelectorAll('.stop[data-lat]')).map(function (stop) {
    return { at: [Number(stop.dataset.lat), Number(stop.dataset.lon)], title: stop.dataset.title, text: stop.querySelector('.badge').textContent };
  });
  const tiles = place.dataset.tiles || '';
  const map = L.map(place, { scrollWheelZoom: false, keyboard: false, zoomControl: true, attributionControl: tiles !== '' });
  if (tiles !== '') {
    L.tileLayer(tiles, { maxZoom: 18 }).addTo(map);
  }
  const way = [home].concat(stops.map(function (stop) { return stop.at; }), [home]);
  L.polyline(way, { color: getComputedStyle(place).getPropertyValue('--accent').trim() || '#0b5688', weight: 4, opacity: 0.85 }).addTo(map);
  function mark(at, text, title, kind) {
    L.marker(at, { title: title, alt: title, keyboard: false, icon: L.divIcon({ className: 'pin ' + kind, html: text, iconSize: [28, 28] }) }).addTo(map);
  }
  mark(home, '⌂', place.dataset.home, 'home');
  stops.forEach(function (stop) { mark(stop.at, stop.text, stop.title, ''); });
  map.fitBounds(L.latLngBounds(way), { padding: [30, 30] });
})();
