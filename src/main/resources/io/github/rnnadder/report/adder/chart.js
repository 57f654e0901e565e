// What the pages of adders and of studies draw alike. It is put before the script of either, in one scope.

/** Writes a number with a comma between thousands. */
function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Returns round numbers from 0 to the next one after an end: 1, 2 or 5 times a power of ten apart. */
function ticks(most, count) {
  const power = 10 ** Math.floor(Math.log10(most / count));
  const step = power * [1, 2, 5, 10].find(factor => factor * power * count >= most * (1 - 1e-9));
  return Array.from({length: Math.ceil(most / step - 1e-9) + 1}, (_, i) => Number((i * step).toPrecision(6)));
}

/**
 * Returns a line chart as SVG.
 *
 * lines are {kind, points, run}, drawn in their order; a point is [iteration, value]. A band is a line that comes back.
 */
function chart({title, label, end, highest, unit = '', lines}) {
  const grid = ticks(highest, 4);
  const most = Math.max(highest, grid[grid.length - 1]);
  const [left, top, width, height] = [52, 28, 300, 140];
  const x = iteration => (left + width * iteration / end).toFixed(1);
  const y = value => (top + height - height * value / most).toFixed(1);
  const path = points => points.map(([iteration, value], i) => (i ? 'L' : 'M') + x(iteration) + ' ' + y(value)).join('');
  return `<svg class="chart" viewBox="0 0 376 208" role="img" aria-label="${title}"><text x="0" y="14">${label}</text>`
      + grid.map(value => `<path class="grid" d="M${left} ${y(value)}h${width}"/>`
          + `<text class="y quiet" x="${left - 6}" y="${Number(y(value)) + 4}">${value}${unit}</text>`).join('')
      + ticks(end, 5).filter(value => value <= end).map(value => `<path class="grid" d="M${x(value)} ${top + height}v5"/>`
          + `<text class="x quiet" x="${x(value)}" y="${top + height + 19}">${grouped(value)}</text>`).join('')
      + `<text class="x quiet" x="${left + width / 2}" y="${top + height + 36}">sums trained on</text>`
      + lines.map(({kind, points, run}) =>
          `<path class="${kind}"${run === undefined ? '' : ` data-run="${run}"`} d="${path(points)}"/>`).join('') + '</svg>';
}
