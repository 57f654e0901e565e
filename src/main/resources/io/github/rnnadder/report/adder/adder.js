// Adds two numbers with the network of this page, and draws what it does. It loads nothing: the weights are in the page.

/** Nearer to one half than this, another order of the same sums could decide the bit otherwise. */
const ROUNDING = 1e-12;

/** The columns that are drawn as points at a time; more of them hide each other. */
const TRAIL = 12;

/** The units that are drawn; of more, those that move most with the carry. */
const MOST_UNITS = 64;

const byId = id => document.getElementById('rnn-adder-' + id);
const data = JSON.parse(byId('data').textContent);
const size = data.hiddenSize;
const mostDigits = Math.max(200, data.a.length, data.b.length);
const operands = ['a', 'b'].map(name => ({field: byId(name), complaint: byId(name + '-complaint')}));

/** Returns the doubles of a text in base64, little-endian: the bits that were written. */
function doubles(text) {
  const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float64Array.from({length: bytes.length / 8}, (_, i) => view.getFloat64(8 * i, true));
}

// ---- The network: the plain step of the plugin, its operations in its order. No engine fuses or reorders them.

let u, w, v;

/** Computes with other weights from now on. */
function use(weights) {
  const tensors = doubles(weights);
  u = tensors.subarray(0, 2 * size);
  w = Array.from({length: size}, (_, i) => tensors.subarray((2 + i) * size, (3 + i) * size));
  v = tensors.subarray((2 + size) * size);
}

use(data.weights);

function tanh(any) {
  const x = Math.max(-17179869184, Math.min(17179869184, any));
  const z = x * x;
  let a = x * (1 + z * (0.008561827817377857
      + z * (1.518588349157402e-5 + z * (6.834657201132144e-9 + z * 4.1399226506488213e-13))));
  let b = 4 + z * (0.11758064460284473
      + z * (0.0004270069631922736 + z * (3.867709805164546e-7 + z * 7.641781278968231e-11)));
  const d = b - Math.abs(a);
  const twice = d + Math.abs(d);
  const square = 0.125 * (twice * twice);
  a = a * b;
  b = Math.abs(a) + square;
  a = a * b;
  return a / (Math.abs(a) + 0.5 * (square * square));
}

function step(h, a, b) {
  const next = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    next[i] = tanh(dot(w[i], h) + (u[2 * i] * a + u[2 * i + 1] * b));
  }
  return next;
}

/** Adds bits, least significant first, and says of each column what went in, what came out, and what should have. */
function addBits(a, b, width) {
  const columns = [];
  let h = new Float64Array(size);
  let carry = 0;
  for (let t = 0; t < width; t++) {
    const [x, y] = [a[t] || 0, b[t] || 0];
    h = step(h, x, y);
    const p = 0.5 + 0.5 * tanh(0.5 * dot(v, h));
    const sum = x + y + carry;
    columns.push({a: x, b: y, carry, next: sum >> 1, p, predicted: p > 0.5 ? 1 : 0, right: sum % 2, h});
    carry = sum >> 1;
  }
  return columns;
}

/** Adds two numbers in as many columns as the loader reads; the sum that the page opens with may need more to go wrong. */
function add(a, b) {
  const bits = [a, b].map(number => Array.from(number.toString(2), Number).reverse());
  const length = Math.max(...[a, b].map(number => number === 0n ? 0 : number.toString(2).length));
  const own = Math.max(data.bits, length + 1);
  const shown = a === BigInt(data.a) && b === BigInt(data.b) ? data.columns : 0;
  const columns = addBits(...bits, Math.max(own, shown));
  const predicted = BigInt('0b' + columns.map(column => column.predicted).reverse().join(''));
  return {a, b, length, own, columns, predicted};
}

// ---- What moves with the carry: it orders the units, and points to the right in the state space.

/** Columns of random sums, the same on every visit. */
const others = [];
for (let seed = 1; others.length < 2000;) {
  const bit = () => {
    seed = Math.imul(seed, 1664525) + 1013904223 | 0;
    return seed >>> 31;
  };
  const width = Math.min(data.bits, 32);
  others.push(...addBits(Array.from({length: width - 1}, bit), Array.from({length: width - 1}, bit), width));
}

/** The mean state with a carry, less the mean state without one. */
const moved = new Float64Array(size);
[0, 1].forEach(carry => {
  const states = others.filter(column => column.next === carry);
  states.forEach(column => column.h.forEach((value, i) => moved[i] += (2 * carry - 1) * value / states.length));
});

/** The units, from the one that rises most with the carry to the one that falls most. */
const units = Array.from(moved.keys()).sort((i, j) => moved[j] - moved[i]);
if (size > MOST_UNITS) {
  units.splice(MOST_UNITS / 2, size - MOST_UNITS);
}

const right = unit(moved);
const up = principal(others.map(column => without(column.h, right)));


// ---- The certified set: which ball a state is in, or whether in the cone.

const set = data.certificate && {
  metrics: data.certificate.metrics.map(text => {
    const all = text && doubles(text);
    return all && Array.from({length: size}, (_, i) => all.subarray(i * size, (i + 1) * size));
  }),
  tube: data.certificate.tube && doubles(data.certificate.tube)
};

if (set) {
  const radii = doubles(data.certificate.radii);
  const centres = doubles(data.certificate.centres);
  set.balls = data.certificate.tags.map((tag, n) => {
    const centre = centres.subarray(n * size, (n + 1) * size);
    return {tag, radius: radii[n], centre, image: set.metrics[tag].map(row => dot(row, centre))};
  });
}

/** Returns the number of the ball that a state is deepest in, from 1; 0 where it is in none. */
function ballOf(column) {
  const tag = 4 * column.next + column.a + 2 * column.b;
  const image = set.metrics[tag] && set.metrics[tag].map(row => dot(row, column.h));
  let best = 1;
  let number = 0;
  set.balls.forEach((ball, n) => {
    if (ball.tag === tag) {
      const share = Math.hypot(...image.map((value, i) => value - ball.image[i])) / ball.radius;
      if (share <= best) {
        best = share;
        number = n + 1;
      }
    }
  });
  return number;
}

/** The tube is written as v, l, T row by row, kappa and sMax. */
function inTube(h) {
  if (!set.tube) {
    return false;
  }
  const [kappa, most] = set.tube.slice(-2);
  const part = i => set.tube.subarray(i * size, (i + 1) * size);
  const s = dot(part(1), h);
  const rest = h.map((value, i) => value - s * set.tube[i]);
  return s > 0 && s <= most && Math.hypot(...rest.map((_, i) => dot(part(2 + i), rest))) <= kappa * s;
}

/** Says where in the certified set a state is. */
function place(column) {
  const ball = ballOf(column);
  if (ball) {
    return {ball, text: 'in ball ' + ball};
  }
  if (column.h.every(value => value === 0)) {
    return {text: 'at 0'};
  }
  return column.next === 0 && inTube(column.h) ? {text: 'in the cone'} : {hollow: true, text: 'on its way to the next ball'};
}

// ---- The sum as on paper.

/** Returns cells of values of −1…1 as SVG: blue below 0, vermilion above, the farther the stronger. */
function cells(rows) {
  const paths = new Map();
  rows.forEach((row, y) => row.forEach((value, x) => {
    const level = Math.round(16 * Math.max(-1, Math.min(1, value)));
    if (level) {
      paths.set(level, (paths.get(level) || '') + `M${x} ${y}h1v1h-1z`);
    }
  }));
  return Array.from(paths, ([level, path]) =>
    `<path class="${level < 0 ? 'minus' : 'plus'}" fill-opacity="${Math.abs(level) / 16}" d="${path}"/>`).join('');
}

function paper({a, b, columns, predicted}) {
  const written = columns.slice().reverse();
  const length = written.length;
  const short = (number, name) => number.toString().length > 7 ? name : number;
  const row = (kind, name, cell) =>
    `<tr class="${kind}"><th scope="row">${name}</th>${written.map(cell).join('')}</tr>`;
  const gaps = written.map((_, i) => `M${i} 0V${units.length}`).join('');
  return `<div class="sheet" style="--columns:${length}"><table><caption class="unseen">${short(a, 'a')} + ${short(b, 'b')}`
      + `, column by column, the least significant on the right</caption><thead><tr><th scope="col" class="name">column</th>`
      + written.map((_, i) => `<th scope="col">${length - i}</th>`).join('') + '</tr></thead><tbody>'
      + row('', 'carry', it => it.carry ? '<td class="carry">1</td>' : '<td class="none">·</td>')
      + row('', short(a, 'a'), it => `<td>${it.a}</td>`)
      + row('', '+ ' + short(b, 'b'), it => `<td>${it.b}</td>`)
      + `<tr class="units"><th scope="row"><div><span>for carry</span><span>hidden units</span><span>against</span></div></th>`
      + `<td colspan="${length}"><svg role="img" aria-label="The hidden units after each column" viewBox="0 0 ${length} `
      + `${units.length}" preserveAspectRatio="none">${cells(units.map(i => written.map(it => it.h[i])))}`
      + `<path class="gap" vector-effect="non-scaling-stroke" d="${gaps}"/></svg></td></tr>`
      + row('p', 'p', it => `<td title="${it.p}">${it.p.toFixed(2)}</td>`)
      + row('written', 'sum', it => `<td${it.predicted === it.right ? '' : ' class="wrong"'}>${it.predicted}</td>`)
      + (trained && predicted === a + b && written.every(it => it.predicted === it.right) ? ''
          : row('', 'right', it => `<td>${it.right}</td>`))
      + '</tbody></table><div class="frame"></div></div>';
}

// ---- The state space: to the right what moves with the carry, upwards what else moves most.

const space = (() => {
  const flat = h => [dot(right, h), dot(up, h)];

  const shadows = set && set.metrics.map(t => t && shadow(t, right, up));
  const cloud = others.map(column => ({at: flat(column.h), carry: column.next}));
  const balls = set ? set.balls.map(ball => ({...ball, at: flat(ball.centre), shadow: shadows[ball.tag]})) : [];
  const axis = set && set.tube ? flat(set.tube.subarray(0, size).map(value => value * set.tube[set.tube.length - 1])) : null;

  /** All that is drawn for every sum lies between these. */
  const [low, high] = [Math.min, Math.max].map((most, side) => [0, 1].map(i => [
    0, ...cloud.map(it => it.at[i]), ...balls.map(it => it.at[i] + (2 * side - 1) * it.radius * it.shadow[3 * i])
  ].reduce((one, other) => most(one, other))));
  const scale = Math.min(420 / (high[0] - low[0] || 1), 360 / (high[1] - low[1] || 1));
  const x = at => 30 + (420 - scale * (high[0] - low[0])) / 2 + scale * (at[0] - low[0]);
  const y = at => 36 + scale * (high[1] - at[1]);
  const bottom = 36 + scale * (high[1] - low[1]) + 36;
  const round = number => number.toFixed(1);
  const colour = carry => carry ? 'plus' : 'minus';

  const ground = `<text class="side minus" x="4" y="16">← no carry</text>`
      + `<text class="side plus" x="476" y="16">carry →</text>`
      + (balls.length ? balls.map((ball, n) => `<circle class="ball ${colour(ball.tag >> 2)}" data-ball="${n + 1}" r="1" vector-effect="non-scaling-stroke" `
          + `transform="matrix(${[ball.shadow[0], -ball.shadow[1], 0, ball.shadow[2]].map(it => (scale * ball.radius * it).toFixed(3))}`
          + `,${round(x(ball.at))},${round(y(ball.at))})"><title>ball ${n + 1}</title></circle>`).join('')
        : [0, 1].map(carry => `<path class="cloud ${colour(carry)}" d="`
          + cloud.filter(it => it.carry === carry).map(it => `M${round(x(it.at))} ${round(y(it.at))}h0`).join('') + '"/>').join(''))
      + (axis ? `<path class="tube" d="M${round(x([0, 0]))} ${round(y([0, 0]))}L${round(x(axis))} ${round(y(axis))}"><title>tube</title></path>` : '');

  /** Writes ascending numbers, those that follow each other as from – to. */
  const ranges = numbers => numbers.map((number, i) => number !== numbers[i - 1] + 1 ? (i ? ', ' : '') + number
    : number + 1 === numbers[i + 1] ? '' : (number - 2 === numbers[i - 2] ? '–' : ', ') + number).join('');

  /** Returns the points of some columns, numbered, and the way between them; one of them is looked at. */
  function trail(columns, chosen) {
    const first = columns.length > TRAIL ? Math.max(0, Math.min(chosen - TRAIL / 2, columns.length - TRAIL)) : 0;
    const points = columns.slice(first, first + TRAIL).map((column, i) => {
      const at = flat(column.h);
      return {t: first + i, x: x(at), y: y(at), column};
    });
    const zero = {x: x([0, 0]), y: y([0, 0])};
    const origin = first ? [] : [zero];
    const from = [...origin, ...points].map(it => round(it.x) + ' ' + round(it.y));
    const before = points[chosen - first - 1] || zero;
    const now = points[chosen - first];
    const labels = [];
    points.forEach(point => {
      const near = labels.find(it => Math.abs(it.y - point.y) < 14 && Math.abs(it.x - point.x) < 14 + 5 * it.columns.length);
      if (near) {
        near.columns.push(point.t + 1);
        near.chosen = near.chosen || point === now;
      } else {
        labels.push({x: point.x, y: point.y, columns: [point.t + 1], chosen: point === now});
      }
    });
    const {ball} = now.column.place;
    return `<path class="way" d="M${from.join('L')}"/>`
        + `<path class="step" d="M${round(before.x)} ${round(before.y)}L${round(now.x)} ${round(now.y)}"/>`
        + origin.map(it => `<path class="start" d="M${round(it.x - 4)} ${round(it.y - 4)}h8v8h-8z"><title>start</title></path>`).join('')
        + points.map(it => `<circle class="point ${colour(it.column.next)}${it.column.place.hollow ? ' hollow' : ''}" `
            + `data-column="${it.t}" cx="${round(it.x)}" cy="${round(it.y)}" r="${it === now ? 8 : 5.5}"/>`).join('')
        + labels.map(it => `<text class="label${it.chosen ? ' chosen' : ''}" paint-order="stroke" x="${round(it.x)}" y="${round(it.y - 11)}">${ranges(it.columns)}`
            + (it.chosen && ball ? ` in ball ${ball}` : '') + '</text>').join('');
  }

  const svg = byId('space');
  svg.setAttribute('viewBox', `0 0 480 ${round(bottom)}`);
  svg.innerHTML = `<g>${ground}</g><g></g>`;
  return {
    mark(columns, chosen) {
      svg.lastChild.innerHTML = trail(columns, chosen);
      svg.firstChild.classList.toggle('faint', !trained);
      svg.querySelectorAll('.named').forEach(it => it.classList.remove('named'));
      const {ball} = columns[chosen].place;
      if (ball) {
        svg.querySelector(`[data-ball="${ball}"]`).classList.add('named');
      }
    }
  };
})();

// ---- What is shown of a sum, and of the column that is looked at.

let shown;
let chosen = 0;

/** Whether the weights are those of the adder, and not earlier ones. */
let trained = true;

/** Looks at a column, and perhaps at one of its units. */
function choose(t, row) {
  chosen = Math.max(0, Math.min(shown.columns.length - 1, t));
  const column = shown.columns[chosen];
  const wrong = column.predicted !== column.right;
  byId('said').textContent = `Column ${chosen + 1}: reads ${column.a} and ${column.b}, `
      + `${wrong ? (column.carry ? 'should remember a carry' : 'has no carry to remember') : (column.carry ? 'remembers a carry' : 'remembers no carry')}, `
      + `writes ${column.predicted}${wrong ? `, which is wrong: ${column.right} is right` : ''}. `
      + `It gives a 1 the probability ${column.p.toFixed(4)}.`
      + (column.place.text ? ` The state after it is ${column.place.text}.` : '')
      + (row === undefined ? '' : ` Unit ${units[row] + 1} is at ${column.h[units[row]].toFixed(4)}.`);
  byId('sheet').firstChild.style.setProperty('--column', chosen);
  space.mark(shown.columns, chosen);
}

/** Brings the column that is looked at into sight, where the sum is wider than the page. */
function reveal() {
  const sheet = byId('sheet');
  const frame = sheet.querySelector('.frame');
  const names = sheet.querySelector('.name').offsetWidth;
  if (frame.offsetLeft - names < sheet.scrollLeft) {
    sheet.scrollLeft = frame.offsetLeft - names;
  } else if (frame.offsetLeft + frame.offsetWidth > sheet.scrollLeft + sheet.clientWidth) {
    sheet.scrollLeft = frame.offsetLeft + frame.offsetWidth - sheet.clientWidth;
  }
}

/** Shows a sum, and looks at a column of it, or where none is given at one that tells most. */
function show(sum, t) {
  shown = sum;
  sum.columns.forEach(column => column.place = set && trained ? place(column) : {});
  const wrong = sum.columns.findIndex(column => column.predicted !== column.right);
  const close = sum.columns.findIndex(column => column.p !== 0.5 && Math.abs(column.p - 0.5) < ROUNDING);
  byId('sum').textContent = sum.predicted;
  byId('status').textContent = wrong < 0 ? `✓ right in all ${sum.columns.length} columns`
      : `✗ wrong: ${sum.a + sum.b} is right; the first wrong column from the right is ${wrong + 1}`;
  byId('status').className = wrong < 0 ? 'status' : 'status wrong';
  byId('warning').textContent = set || !trained ? ''
      : (sum.length < data.bits ? '' : data.warning + ' ')
      + (close < 0 ? '' : `In column ${close + 1} p is so near to one half that rounding decides the bit; the loader, `
          + 'which adds in another order, may predict the other one. ')
      + (sum.columns.length === sum.own ? '' : `The network reads ${sum.columns.length} columns here, the width at which `
          + `this sum goes wrong; the loader reads ${sum.own}.`);
  byId('link').href = `#${sum.a}+${sum.b}`;
  byId('sheet').innerHTML = paper(sum);
  choose(t ?? (wrong < 0 ? Math.max(0, sum.columns.findIndex(column => column.carry)) : wrong));
  byId('sheet').scrollLeft = byId('sheet').scrollWidth;
  reveal();
}

/** Says what is wrong with a text as an operand; nothing if it is one. */
function complaint(text) {
  if (text === '') {
    return 'Type a number, for example 57.';
  }
  if (/^[-−]\s*[0-9]+$/.test(text)) {
    return 'This is negative. The network adds whole numbers, 0 and up.';
  }
  if (!/^[0-9]+$/.test(text)) {
    return 'Use digits only, for example 57.';
  }
  const digits = text.replace(/^0+/, '').length;
  return digits > mostDigits
      ? `This has ${digits} digits. This page adds numbers of up to ${mostDigits}; the goal add takes any.` : '';
}

function update(t) {
  let valid = true;
  operands.forEach(({field, complaint: said}) => {
    const sentence = complaint(field.value.trim());
    said.textContent = sentence;
    field.setAttribute('aria-invalid', sentence !== '');
    field.classList.toggle('long', field.value.length > 9);
    valid = valid && sentence === '';
  });
  if (valid) {
    show(add(...operands.map(operand => BigInt(operand.field.value.trim()))), t);
  } else {
    ['sum', 'status', 'warning', 'said', 'sheet'].forEach(id => byId(id).textContent = '');
  }
  byId('controls').hidden = !valid;
  return valid;
}

/** Takes the sum of the address, as in #57+19; an address without one leaves the fields as they are. */
function read() {
  let hash = location.hash.slice(1);
  try {
    hash = decodeURIComponent(hash);
  } catch (e) {
    return false;
  }
  const at = hash.indexOf('+', 1);
  if (at < 0) {
    return false;
  }
  operands[0].field.value = hash.slice(0, at);
  operands[1].field.value = hash.slice(at + 1);
  return true;
}

/** Keeps the sum in the address, where the page may: in a frame of nobody's it may not. */
function remember() {
  try {
    history.replaceState(null, '', byId('link').hash);
  } catch (e) {
    // The link below the sum has it, too.
  }
}

// ---- Pointer, keys and play.

/** Returns the column and the unit below a pointer: all columns are equally wide. */
function below(event) {
  const box = byId('sheet').firstChild.getBoundingClientRect();
  const names = byId('sheet').querySelector('.name').offsetWidth;
  const column = Math.floor((event.clientX - box.left - names) / (box.width - names) * shown.columns.length);
  const svg = event.target.closest('svg');
  const picture = svg && svg.getBoundingClientRect();
  return [shown.columns.length - 1 - column,
    picture ? Math.min(units.length - 1, Math.floor((event.clientY - picture.top) / picture.height * units.length)) : undefined];
}

['pointermove', 'pointerdown'].forEach(kind => byId('sheet').addEventListener(kind, event => {
  if (event.target.closest('td, thead th:not(.name)')) {
    choose(...below(event));
  }
}));

byId('sheet').addEventListener('keydown', event => {
  const t = {ArrowLeft: chosen + 1, ArrowRight: chosen - 1, Home: Infinity, End: 0}[event.key];
  if (t !== undefined && byId('sheet').firstChild) {
    event.preventDefault();
    choose(t);
    reveal();
  }
});

['pointermove', 'pointerdown'].forEach(kind => byId('space').addEventListener(kind, event => {
  const t = event.target.dataset.column;
  if (t !== undefined && Number(t) !== chosen) {
    choose(Number(t));
    reveal();
  }
}));

const still = window.matchMedia('(prefers-reduced-motion: reduce)');
let playing;

function stop() {
  clearInterval(playing);
  playing = undefined;
  byId('play').textContent = still.matches ? 'Next column' : '▶ Play';
}

function next() {
  choose(chosen + 1 < shown.columns.length ? chosen + 1 : 0);
  reveal();
}

/** Goes from column to column; for who wants nothing to move, one at a time. */
byId('play').addEventListener('click', () => {
  if (playing) {
    stop();
  } else if (still.matches) {
    next();
  } else {
    choose(0);
    byId('play').textContent = '❚❚ Pause';
    playing = setInterval(() => chosen + 1 < shown.columns.length ? next() : stop(), 900);
  }
});
still.addEventListener('change', stop);
stop();

byId('form').addEventListener('input', () => {
  stop();
  if (update()) {
    remember();
  }
});
window.addEventListener('hashchange', () => read() && update());

// ---- The slider over the training: the same sum, added with the weights of a checkpoint. At its end are the trained ones.

const checkpoints = data.checkpoints.map(([iteration, right, weights], i, all) => {
  const [before, rightBefore] = all[Math.max(0, i - 1)];
  return {iteration, weights, before, share: (right - rightBefore) / (iteration - before || 1)};
});
const newest = checkpoints.length - 1;

/** Goes to a checkpoint, and says where in the training that is. */
function moveTo(k) {
  const {iteration, weights, before, share} = checkpoints[k];
  const all = grouped(checkpoints[newest].iteration);
  const text = k === newest ? `after all ${all} sums` : k === 0 ? `before the first of ${all} sums`
      : `after ${grouped(iteration)} of ${all} sums: ${Math.round(100 * share)} % of the last ${grouped(iteration - before)} were right`;
  byId('moment').textContent = text;
  byId('time').setAttribute('aria-valuetext', text);
  const line = checkpoints.map((it, i) => `${i ? 'L' : 'M'}${i} ${1 - it.share}`).join('');
  byId('rise').innerHTML = [['line', line], ['now', `M${k} 0V1`], ['at', `M${k} ${1 - share}h0`]].map(([kind, d]) =>
    `<path class="${kind}" vector-effect="non-scaling-stroke" d="${d}"/>`).join('');
  trained = k === newest;
  use(weights);
}

if (newest > 0) {
  byId('rise').setAttribute('viewBox', `0 0 ${newest} 1`);
  byId('time').max = newest;
  byId('time').value = newest;
  moveTo(newest);
  byId('time').addEventListener('input', event => {
    moveTo(Number(event.target.value));
    update(chosen);
  });
} else {
  byId('training').remove();
}

// ---- How it learned, and its weights.

const curve = doubles(data.curve);
if (curve.length) {
  const points = Array.from({length: curve.length / 3}, (_, i) => curve.subarray(3 * i, 3 * i + 3));
  const last = points[points.length - 1][0];
  const wrong = points.filter(point => point[1] < 1).map(point => point[0]).pop() || points[0][0];
  const end = Math.min(last, Math.max(2 * wrong, points[Math.min(4, points.length - 1)][0]));
  const seen = points.filter(point => point[0] <= end);
  // Each leading column of zeros costs an eighth, whatever is learned.
  const quarter = 4 ** (1 - data.bits);
  const floor = ((1 - quarter) / 3 + quarter) / 8;
  const percent = value => Number((100 * value).toPrecision(3)) + ' %';
  const every = grouped(points[0][0]);
  byId('curve').innerHTML = chart({
    title: `Sums right in each ${every}: ${percent(seen[0][1])} at first, ${percent(seen[seen.length - 1][1])} after ${grouped(end)}`,
    label: `sums right, of each ${every}`, end, highest: 100, unit: ' %',
    lines: [{kind: 'line', points: seen.map(point => [point[0], 100 * point[1]])}]
  }) + chart({
    title: `Mean loss in each ${every}: ${seen[0][2].toPrecision(3)} at first, ${seen[seen.length - 1][2].toPrecision(3)} after `
        + `${grouped(end)}; the floor is ${floor.toPrecision(3)}`,
    label: `mean loss of each ${every}; dashed: its floor, ${floor.toPrecision(3)}`, end, highest: Math.max(...seen.map(point => point[2])),
    lines: [{kind: 'level', points: [[0, floor], [end, floor]]}, {kind: 'line', points: seen.map(point => [point[0], point[2]])}]
  });
  if (end < last) {
    byId('rest').textContent = `The other ${grouped(last - end)} of its ${grouped(last)} training sums, not drawn here, all came out right.`;
  }
}

/** Brings the entries of a matrix to −1…1; the 3 % that are largest go beyond. */
function scaled(rows) {
  const sizes = rows.flat().map(Math.abs).sort((one, other) => one - other);
  const strong = sizes[Math.floor(0.97 * (sizes.length - 1))] || 1;
  return rows.map(row => row.map(value => value / strong));
}

/** W, on its right U, which has the same rows, and below it V, which has the same columns. */
byId('weights').innerHTML = (() => {
  const n = units.length;
  const block = (rows, x, y) => `<g transform="translate(${x} ${y})">${cells(scaled(rows))}`
      + `<path class="edge" vector-effect="non-scaling-stroke" d="M0 0H${rows[0].length}V${rows.length}H0z"/></g>`;
  const [gap, text] = [n / 16, `font-size:${n / 24}px`];
  return `<svg class="weights" role="img" aria-label="Heat maps of W, of U on its right and of V below it" viewBox="0 0 ${n * 1.3} ${n * 1.25}">`
      + [['W', n / 2, gap * .8], ['U', n + 2 * gap, gap * .8], ['V', n / 2, n + 2.1 * gap]].map(([name, x, y]) =>
        `<text style="${text}" text-anchor="middle" x="${x}" y="${y}">${name}</text>`).join('')
      + block(units.map(i => units.map(j => w[i][j])), 0, gap) + block(units.map(i => [u[2 * i], u[2 * i + 1]]), n + gap, gap)
      + block([units.map(j => v[j])], 0, n + 2.4 * gap) + '</svg>';
})();

// ---- What can be copied.

document.querySelectorAll('.rnn-adder [data-copy]').forEach(holder => {
  const button = holder.appendChild(document.createElement('button'));
  button.type = 'button';
  button.textContent = 'Copy';
  button.setAttribute('aria-label', 'Copy ' + holder.dataset.copy);
  button.addEventListener('click', () => {
    const source = holder.querySelector('code');
    const text = source.title || source.textContent;
    const done = () => {
      button.textContent = 'Copied';
      setTimeout(() => button.textContent = 'Copy', 2000);
    };
    // Without a clipboard, which a frame may not have, the text is marked, to be copied by hand.
    Promise.resolve().then(() => navigator.clipboard.writeText(text))
        .then(done, () => getSelection().selectAllChildren(source));
  });
});

byId('toy').hidden = false;
read();
update();
