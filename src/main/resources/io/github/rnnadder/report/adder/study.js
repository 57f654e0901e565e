// Shows only the initializers that are wanted, and which run a curve belongs to. It loads nothing.
(function () {
  'use strict';

  const rows = [...document.querySelectorAll('#runs tbody tr')];
  const headings = [...document.querySelectorAll('#runs thead th')].map(heading => heading.textContent);
  const filter = document.getElementById('initializers');
  const readout = document.getElementById('run');

  /** The curves of each chart, as points of the drawing. */
  const charts = new Map([...document.querySelectorAll('.charts svg')].map(svg => [svg,
    [...svg.querySelectorAll('.run')].filter(path => path.getAttribute('d')).map(path => ({
      run: Number(path.dataset.run),
      points: path.getAttribute('d').slice(1).split(' ').map(point => point.split(',').map(Number))
    }))]));

  function choose(run) {
    document.querySelectorAll('.chosen').forEach(element => element.classList.remove('chosen'));
    document.querySelectorAll('[data-run="' + run + '"]').forEach(path => path.classList.add('chosen'));
    rows[run].classList.add('chosen');
    readout.textContent = [...rows[run].cells].map((cell, i) => (i === 0 ? '' : headings[i] + ' ') + cell.textContent).join(', ');
  }

  /** Chooses the curve that is nearest to a place at its iteration. */
  function nearest(event) {
    const svg = event.currentTarget;
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    let best;
    let least = Infinity;
    charts.get(svg).forEach(curve => {
      const point = curve.points.reduce(
          (one, other) => Math.abs(other[0] - place.x) < Math.abs(one[0] - place.x) ? other : one);
      const distance = Math.abs(point[1] - place.y);
      if (distance < least) {
        least = distance;
        best = curve.run;
      }
    });
    if (best !== undefined) {
      choose(best);
    }
  }

  charts.forEach((curves, svg) => {
    svg.addEventListener('pointermove', nearest);
    svg.addEventListener('pointerdown', nearest);
  });

  rows.forEach((row, run) => {
    row.tabIndex = run === 0 ? 0 : -1;
    row.addEventListener('pointerenter', () => choose(run));
    row.addEventListener('focus', () => choose(run));
    row.addEventListener('keydown', event => {
      const way = {ArrowUp: -1, ArrowDown: 1}[event.key];
      let next = run + way;
      while (way && rows[next] && rows[next].hidden) {
        next += way;
      }
      if (way && rows[next]) {
        event.preventDefault();
        rows.forEach(other => other.tabIndex = -1);
        rows[next].tabIndex = 0;
        rows[next].focus();
      }
    });
  });

  filter.hidden = false;
  filter.addEventListener('change', () => {
    const wanted = new Set([...filter.querySelectorAll(':checked')].map(box => box.value));
    document.querySelectorAll('[data-initializer]').forEach(
        section => section.hidden = !wanted.has(section.dataset.initializer));
    rows.forEach(row => row.hidden = !wanted.has(row.cells[0].textContent));
    const first = rows.find(row => !row.hidden);
    rows.forEach(row => row.tabIndex = row === first ? 0 : -1);
  });
}());
