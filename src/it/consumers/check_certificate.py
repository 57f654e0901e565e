"""Checks that an adder is right at every width: python3 check_certificate.py WEIGHTS.json CERTIFICATE.json

Prints CERTIFIED and exits 0, or one line that says why not and exits 1. It needs numpy (1.24 or later) and nothing of the plugin:
it was written from the page on the argument (proof-argument) and the page on the format, lemma by lemma, to be read beside them.

Why rounding does no harm. Within the limits below, states are at most 1, sets reach at most 10, pre-activations are at most 1000 and ||T||*||T^-1||
is at most 1e5, so that a sum of products of doubles, in any order, errs by less than 2e-9 in a step, and by 3e-8 in the coordinates of a metric.
numpy's tanh and log err by a few units in the last place. Against this stand: `tolerance` (at least 1e-6, of which the program that is spoken of may use
one half) in each step, inclusion and bit; 1e-6 more in each inclusion; 1e-7 of itself, in all that goes through an inverse, whose residual is at most
1e-10; 1e-9 of itself in a spectral norm; and in the tube 1e-9 of the state's size, where rounding is below 4e-10 of it. No comparison holds for NaN.
"""
import hashlib
import json
import os
import re
import sys

try:
    import numpy as np
except ImportError:
    sys.exit("check_certificate.py needs numpy, 1.24 or later")

TAGS = (0, 1, 2, 5, 6, 7)  # 4*carry + column, where a column is a + 2*b
TOLERANCES, SLICES, DEPTH = (1e-6, 1e-5, 5e-5, 1e-4), 24, 40
UNIT, TANH, DECIDED = 2.0**-24, 2.0**-21, 2.0**-20  # single precision: rounding, error of its tanh, an output that decides a bit


class Refused(Exception):
    pass


def require(condition, reason):
    if not condition:
        raise Refused(reason)


# The files: whatever they hold, numbers come out, or a reason.

def read(path, most):
    require(os.path.isfile(path), f"{path} is no file")
    with open(path, "rb") as file:
        data = file.read(most + 1)
    require(len(data) <= most, f"{path} is larger than {most} bytes")

    def unique(pairs):
        require(len(dict(pairs)) == len(pairs), f"{path}: a field stands there twice")
        return dict(pairs)

    def no_number(name):
        raise Refused(f"{path}: {name} is no number")
    try:
        return json.loads(data, object_pairs_hook=unique, parse_constant=no_number)
    except (ValueError, RecursionError) as reason:
        raise Refused(f"{path} is no JSON: {reason}") from None


def fields(value, *allowed):
    """The values of exactly these fields, in this order; those that end in ? may be absent."""
    require(type(value) is dict and None not in value.values(), "an object is missing, or a field is null")
    here = [name.rstrip("?") for name in allowed if not name.endswith("?") or name[:-1] in value]
    require(list(value) == here, f"the fields are {', '.join(value)[:200]}, expected {', '.join(allowed)}")
    return [value.get(name.rstrip("?")) for name in allowed]


def integer(value, least, most, what):
    require(type(value) is int and least <= value <= most, f"{what} is no integer from {least} to {most}")
    return value


def numbers(value, shape, what):
    """An array of finite numbers of this shape; () is one number."""
    if shape:
        require(type(value) is list and len(value) == shape[0], f"{what} is no array of {shape[0]}")
        return np.array([numbers(entry, shape[1:], what) for entry in value])
    require(type(value) in (int, float) and abs(value) < 2**1023, f"{what} has an entry that is no number")
    return float(value)


# Algebra: a matrix for each set; norms from above.

def norm(x):
    return np.sqrt((x * x).sum(-1))


def spectral(a):
    """||A|| <= ||(A^T A)^8||_F^(1/16), each power scaled so that nothing overflows."""
    largest = np.maximum(np.abs(a).max((-2, -1), keepdims=True), 1e-300)
    x, log = a / largest, np.log(largest[..., 0, 0])
    for k in range(4):
        x = np.swapaxes(x, -1, -2) @ x
        size = np.sqrt((x * x).sum((-2, -1), keepdims=True)) + 1e-300
        x, log = x / size, log + np.log(size[..., 0, 0]) / 2 ** (k + 1)
    return np.exp(log) * (1 + 1e-9)


def inverse(t, condition):
    try:
        inv = np.linalg.inv(t)
    except np.linalg.LinAlgError:
        raise Refused("a metric has no inverse") from None
    size, inv_size, residual = (np.abs(m).sum(1).max() for m in (t, inv, t @ inv - np.eye(len(t))))
    require(size <= 1e4 and inv_size <= 1e4 and size * inv_size <= condition and residual <= 1e-10, "a metric is too large or nearly singular")
    return inv


# One step of many sets {c + M xi + G eta : ||xi||_2 <= 1, |eta| <= 1}; the rows hold M and G side by side.

def reach(rows, h):
    return norm(rows[..., :h]) + np.abs(rows[..., h:]).sum(-1)


def step(net, c, rows, x, tags):
    """Encloses tanh(W h + U x): affine maps are exact, and on [l, u] tanh z lies within slope*z + offset +- error."""
    z, rows = c @ net.W.T + x @ net.U.T, net.W @ rows
    r = reach(rows, net.h) + net.tolerance
    require(np.all(np.abs(z) + r <= 1e3), "the bounds of a step are too wide")
    l, u = z - r, z + r
    slope = np.minimum((np.tanh(u) - np.tanh(l)) / (u - l), 1)
    slope = np.where(slope >= 1e-9, slope, 0)  # below, the inner extremes would be lost in rounding; with 0 there are none
    root = np.sqrt(1 - slope)  # tanh at the inner extremes is +-root
    at = np.where(slope > 0, np.log((1 + root) / np.where(slope > 0, 1 - root, 1)) / 2, np.inf)
    inner = np.where(slope > 0, root - slope * np.where(slope > 0, at, 0), 0)
    ends = [np.tanh(l) - slope * l, np.tanh(u) - slope * u]
    extremes = np.stack(ends + [np.where((l < s * at) & (s * at < u), s * inner, ends[0]) for s in (1, -1)])
    low, high = extremes.min(0), extremes.max(0)
    error = ((high - low) / 2 + net.tolerance)[:, :, None] * np.eye(net.h)
    c, rows = slope * z + (high + low) / 2, np.concatenate([slope[:, :, None] * rows, error], 2)
    if rows.shape[2] - net.h > max(128, 4 * net.h):  # too many generators: their box along the axes of the metric instead
        r = np.abs(net.T[tags] @ rows[:, :, net.h:]).sum(2)
        r += 1e-7 * r.max(1, keepdims=True) + 1e-9
        rows = np.concatenate([rows[:, :, :net.h], net.inv[tags] * r[:, None, :]], 2)
        require(np.all(reach(rows, net.h) <= 10), "the bounds of a step are too wide")
    return c, rows


def radius(a, rows, h):
    """Bounds ||A (h - c)|| over each set."""
    image = a @ rows
    return spectral(image[..., :h]) + norm(np.abs(image[..., h:]).sum(-1)) + 1e-6


# The tube: s v + y, 0 < s <= sMax, l y = 0, ||T y|| <= kappa s. Everything about it is relative to s.

class Tube:
    def __init__(self, net, tube, single):
        v, l, t, kappa, s_max = fields(tube, "v", "l", "T", "kappa", "sMax")
        h, self.h = net.h, net.h
        self.v, self.l, t = numbers(v, (h,), "v"), numbers(l, (h,), "l"), numbers(t, (h, h), "T of the tube")
        self.kappa, self.s_max = numbers(kappa, (), "kappa"), numbers(s_max, (), "sMax")
        inv = inverse(t, 1e3)
        require(abs(self.l @ self.v - 1) <= 1e-12 and np.abs(self.l).sum() <= 100, "l of the tube is too large, or l v is not 1")
        require(1e-6 <= self.kappa <= 1e3 and SLICES * 1e-6 <= self.s_max <= 10, "kappa or sMax of the tube is out of range")
        self.spread = self.kappa * (1 + 1e-7) * (inv - np.outer(self.v, self.l @ inv))  # h = s (v + spread xi)
        self.deviation = t - np.outer(t @ self.v, self.l)  # T y = deviation h
        size = np.abs(self.v) + norm(self.spread)
        require(np.all(size <= 10), "the cone of the tube is too wide")
        self.slack = 1e-9 + single * ((h + 4) * UNIT * max(1, (np.abs(net.W) @ size).max()) + TANH)
        self.wv, self.a = net.W @ self.v, net.W @ self.spread
        most = max(1, (np.abs(self.wv) + norm(self.a) + self.slack).max())
        skew = self.kappa * norm(np.abs(self.l) @ np.abs(inv)) * max(1, (np.abs(net.W) @ np.abs(self.v)).max())
        require(max(skew, norm(np.abs(t) @ np.abs(self.v)) * np.abs(self.l).sum() * most) <= 1e3, "the cone of the tube is too skew")
        self.ends = self.s_max * np.arange(SLICES + 1) / SLICES
        tiny, slices = self.growth(0, 1e-6), [self.growth(*ends) for ends in zip(self.ends, self.ends[1:])]
        self.keeps = [shape and least >= 1e-3 and end * most <= self.s_max * (1 - self.slack)
                      for (least, most, shape), end in zip(slices, self.ends[1:])]
        zero_bits = -(net.V @ self.v) > norm(net.V @ self.spread) * (1 + 1e-6) + self.slack * (np.abs(net.V) @ size)
        require(zero_bits and self.keeps[0] and (tiny[1] <= 1 - 1e-6 or tiny[0] >= 1 + 1e-6), "the tip of the tube does not hold")

    def growth(self, start, end):
        """Bounds s'/s from both sides after column 00, and says whether the cone keeps its shape, for start < s <= end."""
        width = norm(self.a) + self.slack
        most, least = np.abs(self.wv) + width, np.maximum(np.abs(self.wv) - width, 0)
        tau = lambda z: np.where(z < 1e-5, 1 - z * z / 3, np.tanh(z) / np.maximum(z, 1e-5))  # tanh(z)/z, falling
        low, high = tau(end * most) - self.slack, np.minimum(1, tau(start * least) + self.slack)
        d, error = (low + high) / 2, ((high - low) / 2 + self.slack) * most + self.slack
        da, image = d[:, None] * self.a, d * self.wv
        growth, uncertain = self.l @ image, self.slack + np.abs(self.l) @ error + norm(self.l @ da)
        width = norm(self.deviation @ image) + spectral(self.deviation @ da) + norm(np.abs(self.deviation) @ error) + self.slack
        return growth - uncertain, growth + uncertain, width <= self.kappa * (growth - uncertain) * (1 - self.slack)

    def sets(self):
        """Each slice as a cylinder: its piece of the axis, and the ellipsoid at its far end."""
        start, end = self.ends[:-1, None], self.ends[1:, None]
        axis = (end - start) / 2 * self.v * (1 + 1e-9)
        return (start + end) / 2 * self.v, np.concatenate([end[:, :, None] * self.spread, axis[:, :, None]], 2)

    def contains(self, c, rows):
        s, ds = c @ self.l, reach(self.l @ rows, self.h) + 1e-6
        room = self.kappa * (s - ds) - 1e-6 - norm(c @ self.deviation.T)
        return (s - ds > 1e-6) & (s + ds <= self.s_max) & (radius(self.deviation, rows, self.h) <= room)


# The proof: induction over the columns.

class Network:
    pass


def check(weights_path, certificate_path):
    net, weights = Network(), read(weights_path, 1 << 28)
    require(type(weights) is dict and weights.get("format") == "rnn-adder-weights", f"{weights_path} has no weights of an adder")
    h = net.h = integer(weights.get("hiddenSize"), 1, 128, "hiddenSize of the weights")
    net.U, net.W, net.V = (numbers(weights.get(name), shape, name) for name, shape in (("U", (h, 2)), ("W", (h, h)), ("V", (1, h))))
    sizes = [np.abs(m).sum(1).max() for m in (net.U, net.W, net.V)]
    digest = hashlib.sha256(b"".join(m.astype("<f8").tobytes() for m in (net.U, net.W, net.V))).hexdigest()
    net.V = net.V[0]

    form, version, tensors, hidden, steps, metrics, balls, tube, tolerance, covers = fields(
        read(certificate_path, 16 << 20), "format", "version", "tensors", "hiddenSize", "steps", "metrics", "balls", "tube?", "tolerance?", "covers?")
    require(form == "rnn-adder-certificate" and type(version) is int and version == 1, "this is no certificate of version 1")
    require(type(tensors) is str and re.fullmatch("[0-9a-f]{64}", tensors) and tensors == digest and hidden == h and type(hidden) is int,
            "the certificate is about other weights")
    integer(steps, 1, 5000, "steps")
    require(max(sizes) <= 1e3, "a row of U, W or V sums to more than 1000")
    net.tolerance = 1e-6 if tolerance is None else numbers(tolerance, (), "tolerance")
    require(net.tolerance in TOLERANCES, "the tolerance is not one of 1e-6, 1e-5, 5e-5 and 1e-4")
    require(covers in (None, ["double"], ["double", "single"]), "covers is not what can be covered")
    single, rounding = covers == ["double", "single"], (h + 4) * UNIT
    require(not single or max(rounding * (sizes[0] + sizes[1]) + TANH, rounding * sizes[2] + DECIDED) <= net.tolerance / 2,
            "single precision may err by more than the tolerance allows")

    require(type(metrics) is list and type(balls) is list and len(balls) <= 20000, "metrics or balls is no array of allowed length")
    net.T, net.inv, seen = np.zeros((8, h, h)), np.zeros((8, h, h)), []
    for metric in metrics:
        tag, t = fields(metric, "tag", "T")
        seen.append(integer(tag, 0, 7, "tag of a metric"))
        net.T[tag] = numbers(t, (h, h), "T")
        net.inv[tag] = inverse(net.T[tag], 1e5)
    require(sorted(seen) == list(TAGS), "there is not one metric for each tag")
    tag, r, centre = [], [], []
    for ball in balls:
        t, b, c = fields(ball, "tag", "radius", "centre")
        tag.append(integer(t, 0, 7, "tag of a ball"))
        r.append(numbers(b, (), "radius"))
        centre.append(numbers(c, (h,), "centre"))
    tag, r, centre = np.array(tag, int), np.array(r), np.array(centre).reshape(-1, h)
    require(np.all(np.isin(tag, TAGS)) and np.all((1e-6 <= r) & (r <= 10)) and np.all(np.abs(centre) <= 2), "a ball is beyond the limits")
    net.balls = [(r[tag == t], centre[tag == t] @ net.T[t].T) for t in range(8)]
    net.tube = None if tube is None else Tube(net, tube, single)

    # From h = 0 column 00 leads to exactly 0 again, and to bit 0; any other must lead into a ball at once.
    zero, zeros = np.zeros((1, h)), np.zeros((1, h, h))
    require(not follow(net, zero, zeros, np.zeros(1, int), np.array([True]))[0].size, "no ball holds the state after a first column")
    starts = [(centre, net.inv[tag] * (r * (1 + 1e-7))[:, None, None], tag >> 2, np.zeros(len(r), bool))]
    if net.tube:
        starts.append((*net.tube.sets(), np.zeros(SLICES, int), np.array(net.tube.keeps)))
    left, most = 30_000_000 * 256 // max(256, h * h) // max(16, h), 1 + 1_000_000 // (h * (2 * h + max(128, 4 * h)))
    for c, rows, carry, keeps in starts:
        require(np.all(reach(rows, h) <= 10), "a ball or the tube is too wide")
        taken = np.zeros(len(c), int)  # steps, by ball or slice
        stack = [(0, c, rows, carry, keeps, np.arange(len(c)))]
        while stack:
            depth, *sets = stack.pop()
            if len(sets[0]) > most:
                stack.append((depth, *(s[most:] for s in sets)))
            c, rows, carry, keeps, start = (s[:most] for s in sets)
            require(depth < DEPTH, f"a set lies in no ball after {DEPTH} columns")
            np.add.at(taken, start, 4 - keeps)
            left -= (4 - keeps).sum()
            require(np.all(taken <= steps) and left >= 0, "a set takes more steps than it may")
            which, c, rows, carry = follow(net, c, rows, carry, keeps)
            if which.size:
                stack.append((depth + 1, c, rows, carry, np.zeros(which.size, bool), start[which]))


def follow(net, c, rows, carry, skip):
    """One step for each column (but 00 where it is to be skipped), all bits right; returns those sets that lie nowhere yet, and whence."""
    which, x = np.nonzero(~(skip[:, None] & (np.arange(4) == 0)))
    a, b, carry = x & 1, x >> 1, carry[which]
    bit, carry = a ^ b ^ carry, (a + b + carry) >> 1
    tags = 4 * carry + x
    c, rows = step(net, c[which], rows[which], np.stack([a, b], 1), tags)
    require(np.all(np.where(bit == 1, 1, -1) * (c @ net.V) - reach(net.V @ rows, net.h) > net.tolerance), "a bit may be wrong")
    y = (net.T[tags] @ c[:, :, None])[:, :, 0]
    room = [(r - norm(centre - point)).max(initial=0) for point, (r, centre) in zip(y, (net.balls[tag] for tag in tags))]
    room = np.array(room) - net.tolerance
    held = (room > 0) & (radius(net.T[tags], rows, net.h) <= room)
    if net.tube:
        held |= (tags == 0) & net.tube.contains(c, rows)
    return which[~held], c[~held], rows[~held], carry[~held]


def main(arguments):
    """Returns CERTIFIED, or why not, in one line."""
    try:
        require(len(arguments) == 2, "usage: check_certificate.py WEIGHTS.json CERTIFICATE.json")
        with np.errstate(all="ignore"):
            check(*arguments)
        return "CERTIFIED"
    except (Refused, OSError, ValueError, RecursionError, MemoryError) as reason:
        return ascii(" ".join(str(reason).split()))[1:-1] or "refused"


if __name__ == "__main__":
    verdict = main(sys.argv[1:])
    print(verdict)
    sys.exit(verdict != "CERTIFIED")
