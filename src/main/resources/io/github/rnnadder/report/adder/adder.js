// Adds two numbers with the network of this page, column by column. It loads nothing: the weights lie in the page.
(function () {
  'use strict';

  /** Nearer to one half than this, another order of the same sums could decide the bit otherwise. */
  const ROUNDING = 1e-12;

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

  const tensors = doubles(data.weights);
  const u = tensors.subarray(0, 2 * size);
  const w = tensors.subarray(2 * size, 2 * size + size * size);
  const v = tensors.subarray(2 * size + size * size);

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

  function dot(matrix, row, vector) {
    let sum = 0;
    for (let j = 0; j < size; j++) {
      sum += matrix[row * size + j] * vector[j];
    }
    return sum;
  }

  function step(h, a, b) {
    const next = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      next[i] = tanh(dot(w, i, h) + (u[2 * i] * a + u[2 * i + 1] * b));
    }
    return next;
  }

  /** Adds two numbers, and says of each column what went in, what came out, and what should have. */
  function add(a, b) {
    const bits = [a, b].map(number => Array.from(number.toString(2), Number).reverse());
    const length = Math.max(...[a, b].map(number => number === 0n ? 0 : number.toString(2).length));
    const shown = a === BigInt(data.a) && b === BigInt(data.b) ? data.columns : 0;
    const columns = [];
    let h = new Float64Array(size);
    let carry = 0;
    for (let t = 0; t < Math.max(data.bits, length + 1, shown); t++) {
      const [x, y] = bits.map(of => of[t] || 0);
      h = step(h, x, y);
      const p = 0.5 + 0.5 * tanh(0.5 * dot(v, 0, h));
      const sum = x + y + carry;
      columns.push({a: x, b: y, carry, p, predicted: p > 0.5 ? 1 : 0, right: sum % 2, h});
      carry = sum > 1 ? 1 : 0;
      columns[t].place = data.certificate ? place(h, 4 * carry + x + 2 * y) : '';
    }
    const predicted = BigInt('0b' + columns.map(column => column.predicted).reverse().join(''));
    return {a, b, length, columns, predicted};
  }

  // ---- The certified set: which ball a state is in, or whether in the tube.

  const set = data.certificate && {
    metrics: data.certificate.metrics.map(text => text && doubles(text)),
    radii: doubles(data.certificate.radii),
    centres: doubles(data.certificate.centres),
    tube: data.certificate.tube && doubles(data.certificate.tube)
  };

  function length(t, vector) {
    let sum = 0;
    for (let i = 0; i < size; i++) {
      const y = dot(t, i, vector);
      sum += y * y;
    }
    return Math.sqrt(sum);
  }

  function place(h, tag) {
    if (h.every(value => value === 0)) {
      return 'at 0';
    }
    let best = 1;
    let ball = -1;
    data.certificate.tags.forEach((other, n) => {
      if (other === tag) {
        const away = h.map((value, i) => value - set.centres[n * size + i]);
        const share = length(set.metrics[tag], away) / set.radii[n];
        if (share <= best) {
          best = share;
          ball = n;
        }
      }
    });
    if (ball >= 0) {
      return 'ball ' + (ball + 1);
    }
    return tag < 4 && inTube(h) ? 'tube' : 'on the way';
  }

  /** The tube is written as v, l, T row by row, kappa and sMax. */
  function inTube(h) {
    if (!set.tube) {
      return false;
    }
    const [kappa, most] = set.tube.slice(-2);
    const s = dot(set.tube, 1, h);
    const rest = h.map((value, i) => value - s * set.tube[i]);
    return s > 0 && s <= most && length(set.tube.subarray(2 * size), rest) <= kappa * s;
  }

  // ---- What is shown.

  function cell(row, name, text, title) {
    const element = row.appendChild(document.createElement(name));
    element.textContent = text;
    if (title) {
      element.title = title;
    }
    return element;
  }

  /** Draws all states as one picture, a line of pixels each: blue below 0, vermilion above, the stronger the farther. */
  function picture(columns) {
    const canvas = document.createElement('canvas');
    canvas.width = size;
    canvas.height = columns.length;
    const pixels = new ImageData(size, columns.length);
    columns.forEach((column, t) => column.h.forEach((value, i) => pixels.data.set(
        [...(value < 0 ? [0, 114, 178] : [213, 94, 0]), Math.round(255 * Math.abs(value))], 4 * (t * size + i))));
    canvas.getContext('2d').putImageData(pixels, 0, 0);
    return canvas.toDataURL();
  }

  /** Returns the line of the picture that shows one state. */
  function strip(h, t) {
    const strip = document.createElement('div');
    strip.className = 'strip';
    strip.style.setProperty('--line', t);
    strip.tabIndex = t === 0 ? 0 : -1;
    strip.setAttribute('role', 'img');
    strip.setAttribute('aria-label', 'hidden state after column ' + (t + 1)
        + (size > 64 ? '' : ': ' + Array.from(h, value => value.toFixed(2)).join(', ')));
    return strip;
  }

  function row(column, t) {
    const wrong = column.predicted !== column.right;
    const row = document.createElement('tr');
    row.className = wrong ? 'wrong' : '';
    cell(row, 'th', t + 1).scope = 'row';
    cell(row, 'td', column.a);
    cell(row, 'td', column.b);
    cell(row, 'td', column.carry);
    cell(row, 'td', column.p.toFixed(4), String(column.p));
    cell(row, 'td', column.predicted);
    cell(row, 'td', column.right + (wrong ? ' ✗ wrong' : ''));
    cell(row, 'td', '').appendChild(strip(column.h, t));
    if (set) {
      cell(row, 'td', column.place);
    }
    return row;
  }

  let shown;

  function show(addition) {
    shown = addition;
    const right = addition.a + addition.b;
    const first = addition.columns.findIndex(column => column.predicted !== column.right);
    const close = addition.columns.findIndex(
        column => column.p !== 0.5 && Math.abs(column.p - 0.5) < ROUNDING);
    const own = Math.max(data.bits, addition.length + 1);
    byId('sum').textContent = addition.predicted;
    byId('status').textContent = addition.a + ' + ' + addition.b + ' = ' + right + ', predicted '
        + (first < 0 ? 'right.' : addition.predicted + ': wrong, first in column ' + (first + 1) + '.');
    byId('status').className = first < 0 ? '' : 'wrong';
    byId('warning').textContent = data.certificate ? ''
        : (addition.length < data.bits ? '' : data.warning + ' ')
        + (close < 0 ? '' : 'In column ' + (close + 1) + ' p is so near to one half that rounding decides the bit; the loader,'
            + ' which adds in another order, may predict the other one. ')
        + (addition.columns.length === own ? '' : 'The network reads ' + addition.columns.length
            + ' columns here, the width at which this sum goes wrong; the loader reads ' + own + '.');
    byId('link').href = '#' + addition.a + '+' + addition.b;
    byId('link').hidden = false;
    byId('columns').style.setProperty('--states', 'url(' + picture(addition.columns) + ')');
    byId('columns').style.setProperty('--lines', addition.columns.length);
    byId('columns').tBodies[0].replaceChildren(...addition.columns.map(row));
    byId('columns').parentNode.scrollTop = first < 0 ? 0 : byId('columns').tBodies[0].rows[first].offsetTop - 100;
    byId('value').textContent = '';
  }

  /** Says what is wrong with a text as an operand; nothing if it is one. */
  function complaint(text) {
    if (text === '') {
      return 'Type a number, for example 57.';
    }
    if (/^[-−]\s*[0-9]+$/.test(text)) {
      return 'This is negative; the network adds numbers from 0 on.';
    }
    if (!/^[0-9]+$/.test(text)) {
      return 'This is no decimal number; allowed are the digits 0 to 9.';
    }
    const digits = text.replace(/^0+/, '').length;
    return digits > mostDigits
        ? 'This has ' + digits + ' digits; this page adds numbers of up to ' + mostDigits + ', the goal add any.' : '';
  }

  function update() {
    let valid = true;
    operands.forEach(operand => {
      const sentence = complaint(operand.field.value.trim());
      operand.complaint.textContent = sentence;
      operand.field.setAttribute('aria-invalid', sentence !== '');
      valid = valid && sentence === '';
    });
    if (valid) {
      show(add(...operands.map(operand => BigInt(operand.field.value.trim()))));
    } else {
      ['sum', 'status', 'warning', 'value'].forEach(id => byId(id).textContent = '');
      byId('columns').tBodies[0].replaceChildren();
      byId('link').hidden = true;
    }
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

  /** Tells the value of one unit after one column. */
  function tell(strip, unit) {
    const t = Array.prototype.indexOf.call(byId('columns').tBodies[0].rows, strip.closest('tr'));
    const i = Math.max(0, Math.min(size - 1, unit));
    strip.dataset.unit = i;
    byId('value').textContent = 'column ' + (t + 1) + ', unit ' + (i + 1) + ': ' + shown.columns[t].h[i];
  }

  const headings = ['column', 'a', 'b', 'carry in', 'p', 'predicted', 'right', 'hidden state', ...(set ? ['certified set'] : [])];
  const head = byId('columns').tHead.rows[0];
  head.replaceChildren();
  headings.forEach(heading => {
    cell(head, 'th', heading).scope = 'col';
  });
  const body = byId('columns').tBodies[0];
  body.addEventListener('pointermove', event => {
    if (event.target.className === 'strip') {
      tell(event.target, Math.floor(event.offsetX / event.target.clientWidth * size));
    }
  });
  body.addEventListener('focusin', event => tell(event.target, Number(event.target.dataset.unit || 0)));
  body.addEventListener('keydown', event => {
    const strip = event.target;
    const way = {ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0]}[event.key];
    if (!way || strip.className !== 'strip') {
      return;
    }
    event.preventDefault();
    const rows = body.rows;
    const next = rows[strip.closest('tr').sectionRowIndex + way[0]];
    if (next) {
      const other = next.querySelector('.strip');
      other.dataset.unit = Number(strip.dataset.unit || 0) + way[1];
      strip.tabIndex = -1;
      other.tabIndex = 0;
      other.focus();
      tell(other, Number(other.dataset.unit));
    }
  });
  ['input', 'change'].forEach(kind => byId('form').addEventListener(kind, () => {
    if (update()) {
      history.replaceState(null, '', byId('link').hash);
    }
  }));
  window.addEventListener('hashchange', () => read() && update());

  byId('form').hidden = false;
  const linked = read();
  update();
  if (linked) {
    byId('try').scrollIntoView();
  }

  // A page that stays light at night keeps its light figures.
  const paper = getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g).map(Number);
  if (!(paper[3] === 0) && paper[0] + paper[1] + paper[2] > 382 || paper[3] === 0 && !/dark/.test(getComputedStyle(document.documentElement).colorScheme)) {
    document.querySelectorAll('picture.rnn-adder-figure source').forEach(source => source.remove());
  }
}());
