// Draws the curves of each initializer, and shows which run a curve belongs to. It loads nothing: the curves are in the page.

const data = JSON.parse(document.getElementById('rnn-adder-data').textContent);
const rows = [...document.querySelectorAll('#runs tbody tr')];
const headings = [...document.querySelectorAll('#runs thead th')].map(heading => heading.textContent);
const sections = [...document.querySelectorAll('[data-initializer]')];
const filter = document.getElementById('initializers');
const readout = document.getElementById('run');

/** The points of each single run in each chart, as they are drawn. */
const drawn = new Map();

/** Draws one measure of one initializer, whose first run has a number. */
function draw(section, first, {low, median, high, runs}, {title, label, most, unit, scale}) {
  const points = values => values.map((value, i) => [data.at[i], Math.min(most, value / scale)]);
  const holder = section.appendChild(document.createElement('figure'));
  holder.innerHTML = chart({
    title: `${title}, ${section.dataset.initializer}, ${runs.length} runs`, label, end: data.end, highest: most, unit,
    lines: [
      {kind: 'band', points: [...points(low), ...points(high).reverse()]},
      ...runs.map((run, i) => ({kind: 'run', run: first + i, points: points(run)})),
      {kind: 'line', points: points(median)}
    ]
  });
  drawn.set(holder.firstChild, [...holder.querySelectorAll('.run')].map(path => {
    const numbers = (path.getAttribute('d').match(/[0-9.]+/g) || []).map(Number);
    return {run: Number(path.dataset.run), points: numbers.flatMap((x, i) => i % 2 ? [] : [[x, numbers[i + 1]]])};
  }));
}

let first = 0;
sections.forEach((section, i) => {
  const {accuracy, error} = data.initializers[i];
  const window = grouped(data.interval);
  draw(section, first, accuracy, {title: 'Sums right in each window', label: `sums right, of each ${window}`, most: 100, unit: ' %', scale: 10});
  draw(section, first, error, {title: 'Mean loss in each window', label: `mean loss of each ${window}`, most: data.mostError / 1000, scale: 1000});
  first += accuracy.runs.length;
});

function choose(run) {
  document.querySelectorAll('.chosen').forEach(element => element.classList.remove('chosen'));
  document.querySelectorAll(`[data-run="${run}"]`).forEach(path => path.classList.add('chosen'));
  rows[run].classList.add('chosen');
  readout.textContent = [...rows[run].cells].map((cell, i) => (i === 0 ? '' : headings[i] + ' ') + cell.textContent).join(', ');
}

/** Chooses the curve that is nearest to a place at its iteration. */
function nearest(event) {
  const svg = event.currentTarget;
  const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  let best;
  let least = Infinity;
  drawn.get(svg).filter(curve => curve.points.length).forEach(curve => {
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

drawn.forEach((curves, svg) => ['pointermove', 'pointerdown'].forEach(kind => svg.addEventListener(kind, nearest)));

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
  sections.forEach(section => section.hidden = !wanted.has(section.dataset.initializer));
  rows.forEach(row => row.hidden = !wanted.has(row.cells[0].textContent));
  const shown = rows.find(row => !row.hidden);
  rows.forEach(row => row.tabIndex = row === shown ? 0 : -1);
});
