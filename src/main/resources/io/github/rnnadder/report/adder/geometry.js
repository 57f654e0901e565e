// Vectors and matrices, as far as a plane needs them that states and balls are seen on.

function dot(x, y) {
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    sum += x[i] * y[i];
  }
  return sum;
}

function unit(vector) {
  const length = Math.hypot(...vector);
  return length ? vector.map(value => value / length) : vector;
}

/** Takes from a vector what it has of a direction. */
function without(vector, direction) {
  const share = dot(vector, direction);
  return vector.map((value, i) => value - share * direction[i]);
}

/** Returns the direction in which points vary most, found by power iteration on their covariance. */
function principal(points) {
  const size = points[0].length;
  const mean = Float64Array.from({length: size}, (_, i) => points.reduce((sum, point) => sum + point[i], 0) / points.length);
  const states = points.map(point => point.map((value, i) => value - mean[i]));
  let direction = unit(states.reduce((one, other) => dot(one, one) > dot(other, other) ? one : other));
  for (let n = 0; n < 60; n++) {
    const next = new Float64Array(size);
    states.forEach(state => {
      const share = dot(state, direction);
      state.forEach((value, i) => next[i] += share * value);
    });
    direction = unit(next);
  }
  return direction;
}

/** Solves Tᵀx = b for two b, by elimination. */
function solve(t, sides) {
  const size = t.length;
  const rows = Array.from({length: size}, (_, i) => [...t.map(row => row[i]), ...sides.map(side => side[i])]);
  for (let i = 0; i < size; i++) {
    let pivot = i;
    for (let r = i; r < size; r++) {
      pivot = Math.abs(rows[r][i]) > Math.abs(rows[pivot][i]) ? r : pivot;
    }
    [rows[i], rows[pivot]] = [rows[pivot], rows[i]];
    for (let r = i + 1; r < size; r++) {
      const factor = rows[r][i] / rows[i][i];
      for (let j = i; factor && j < rows[i].length; j++) {
        rows[r][j] -= factor * rows[i][j];
      }
    }
  }
  return sides.map((_, k) => {
    const x = new Float64Array(size);
    for (let i = size - 1; i >= 0; i--) {
      let sum = rows[i][size + k];
      for (let j = i + 1; j < size; j++) {
        sum -= rows[i][j] * x[j];
      }
      x[i] = sum / rows[i][i];
    }
    return x;
  });
}

/**
 * Returns the shadow of {T⁻¹ξ : ‖ξ‖ ≤ 1} on the plane of two directions: [a, b, c, height], the disc of radius 1 after
 * (x, y) ↦ (ax, bx + cy). It reaches ±a to the sides and ±height upwards.
 */
function shadow(t, right, up) {
  const [x, y] = solve(t, [right, up]);
  const width = Math.sqrt(dot(x, x));
  const slant = width ? dot(x, y) / width : 0;
  return [width, slant, Math.sqrt(Math.max(0, dot(y, y) - slant * slant)), Math.sqrt(dot(y, y))];
}
