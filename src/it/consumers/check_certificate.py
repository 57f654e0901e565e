"""Checks that an adder is right at every width: python3 check_certificate.py WEIGHTS.json CERTIFICATE.json

Prints CERTIFIED and exits 0, or one line that says why not and exits 1. It needs numpy (1.24 or later) and nothing of the plugin:
it was written from the page on the argument (proof-argument) and the page on the format, lemma by lemma, to be read beside them.

Why rounding does no harm. Within the limits below, states are at most 1, those of a set at most 10 and those of what three cuts leave of it at most
15, pre-activations are at most 11,000 and ||T||*||T^-1|| is at most 1e5, so that a sum of products of doubles, in any order, errs by less than 1e-9
in a step, and by 2e-7 in the coordinates of a metric. numpy's tanh and log err by a few units in the last place. Against this stand: `tolerance` (at least 1e-6, of which the program that is
spoken of may use one half) in each step, inclusion and bit; 1e-6 more in each inclusion; 1e-7 of itself, in all that goes through an inverse, whose
residual is at most 1e-10; 1e-9 of the 16th power of a spectral norm; 6e-4 of the squared size of the ellipsoid around a half; and in the tube 1e-8
of the state's size, which errs by 4e-9. No comparison holds for NaN.
"""
import hashlib
import json
import os
import sys
from types import SimpleNamespace

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # threads only delay matrices that are so small

try:
    import numpy as np
except ImportError:
    sys.exit("check_certificate.py needs numpy, 1.24 or later")

MOST_BYTES, MOST_DIGITS = 16 << 20, 1000  # of a file, of a number in it
TAGS = [0, 1, 2, 5, 6, 7]  # 4*carry + column, where a column is a + 2*b
TOLERANCES, SLICES, DEPTH = (1e-6, 1e-5, 5e-5, 1e-4), 24, 40
UNIT, TANH, DECIDED = 2.0**-24, 2.0**-21, 2.0**-20  # single precision: rounding, error of its tanh, an output that decides a bit


class Refused(Exception):
    pass


def require(condition, reason):
    if not condition:
        raise Refused(reason)


# The files: whatever they hold, numbers come out, or a reason.

def read(path):
    require(os.path.isfile(path), f"{path} is no file")
    with open(path, "rb") as file:
        data = file.read(MOST_BYTES + 1)
    require(len(data) <= MOST_BYTES, f"{path} is larger than {MOST_BYTES} bytes")

    def unique(pairs):
        require(len(dict(pairs)) == len(pairs), f"{path}: a field stands there twice")
        return dict(pairs)

    def number(text):
        require(len(text) <= MOST_DIGITS or sum(map(str.isdigit, text)) <= MOST_DIGITS, f"{path}: a number has more than {MOST_DIGITS} digits")
        return int(text) if text.lstrip("-").isdigit() and text != "-0" else float(text)  # -0 is no integer

    def constant(text):
        raise Refused(f"{path} is no JSON: {text} is no number")
    try:
        return json.loads(data, object_pairs_hook=unique, parse_int=number, parse_float=number, parse_constant=constant)
    except (ValueError, RecursionError) as reason:
        raise Refused(f"{path} is no JSON: {reason}") from None


def parse(value, form, what):
    """What has this form: an object of exactly these fields in this order (those that end in ? may be absent), a [list], an array of numbers
    of this (shape), where () is one number, or a value of this type."""
    if type(form) is dict:
        require(type(value) is dict, f"{what} is no object")
        names = [name.rstrip("?") for name in form if name.rstrip("?") in value or not name.endswith("?")]
        require(list(value) == names, f"{what} has other fields than {', '.join(form)}")
        return SimpleNamespace(**{name: parse(value[name], form.get(name, form.get(name + "?")), name) for name in names})
    if form == ():
        require(type(value) in (int, float) and abs(value) < 2**1023, f"{what} has an entry that is no number")
        return float(value)
    if type(form) in (list, tuple):
        require(type(value) is list, f"{what} is no array")
        if type(form) is list:
            return [parse(entry, form[0], what) for entry in value]
        require(len(value) == form[0], f"{what} is no array of {form[0]}")
        return np.array([parse(entry, form[1:], what) for entry in value])
    require(type(value) is form, f"{what} is no {form.__name__}")
    return value


# Algebra, of one set {c + M xi + G eta : ||xi||_2 <= 1, |eta| <= 1} or of many at once.

def norm(x):
    return np.sqrt((x * x).sum(-1))


def row_sum(a):
    return np.abs(a).sum(-1).max()


def inverse(t):
    try:
        inv = np.linalg.inv(t)
    except np.linalg.LinAlgError:
        raise Refused("a metric has no inverse") from None
    residual = row_sum(t @ inv - np.eye(len(t)))
    require(row_sum(t) <= 1e4 and row_sum(t) * row_sum(inv) <= 1e5 and residual <= 1e-10, "a metric is too large or nearly singular")
    return inv


def image(a, c, m, g):
    return (a @ c[..., None])[..., 0], a @ m, a @ g


def reach(m, g):
    return norm(m) + np.abs(g).sum(-1)


def bounded(c, m, g):
    require(np.all(np.abs(c) + reach(m, g) <= 10), "a set is too wide")
    return c, m, g


def within(room, m, g):
    """Whether ||M xi + G eta|| <= room: ||M / rest||^16 is at most the Frobenius norm of its power, which grows beyond bounds if it is above 1."""
    rest = room - norm(np.abs(g).sum(-1))
    power = m / rest[..., None, None]
    for _ in range(4):
        power = np.swapaxes(power, -1, -2) @ power
    return (rest > 0) & (np.sqrt((power * power).sum((-2, -1))) <= 1 - 1e-9)


def halves(t, c, m, g):
    """Two sets that cover each, cut across the longest axis of its ellipsoid in the metric: half a unit ball lies in the ellipsoid around
    q/2, ||q|| = 1, with the semi-axes 0.667 along q and 1.512 across, for every q."""
    square = np.swapaxes(t @ m, -1, -2) @ (t @ m)
    q = np.abs(square).sum(-1, keepdims=True)
    for _ in range(16):
        q = square @ q
        q = q / norm(q[..., 0])[..., None, None]
    middle = (m @ q)[..., 0] / 2
    m = 1.512 * m @ (np.eye(m.shape[-1]) - (1 - 0.667 / 1.512) * q * q[..., 0][..., None, :])
    return (c - middle, m, g), (c + middle, m, g)


def step(net, x, tags, c, m, g):
    """Encloses tanh(W h + U x): affine maps are exact, and on [l, u] tanh z lies within slope*z + offset +- error."""
    z, m, g = image(net.W, c, m, g)
    z = z + x @ net.U.T
    r = reach(m, g) + net.tolerance
    l, u = z - r, z + r
    slope = np.minimum((np.tanh(u) - np.tanh(l)) / (u - l), 1)
    slope = np.where(slope >= 1e-9, slope, 0)  # below, the inner extremes would be lost in rounding; with 0 they are at infinity
    root = np.sqrt(1 - slope)  # tanh at the inner extremes is +-root
    at = np.log((1 + root) / (1 - root)) / 2
    ends = [np.tanh(l) - slope * l, np.tanh(u) - slope * u]
    extremes = ends + [np.where((l < s * at) & (s * at < u), s * (root - slope * at), ends[0]) for s in (1, -1)]
    low, high = np.min(extremes, 0), np.max(extremes, 0)
    error = ((high - low) / 2 + net.tolerance)[..., None] * np.eye(net.h)
    c, m, g = slope * z + (high + low) / 2, slope[..., None] * m, np.concatenate([slope[..., None] * g, error], 2)
    if g.shape[2] <= max(128, 4 * net.h):
        return c, m, g
    r = np.abs(net.T[tags] @ g).sum(2)  # too many generators: their box along the axes of the metric instead
    return bounded(c, m, net.inv[tags] * (r + 1e-7 * r.max(1, keepdims=True) + 1e-9)[:, None, :])


# The tube: s v + y, 0 < s <= sMax, l y = 0, ||T y|| <= kappa s. Everything about it is relative to s.

class Tube:
    def __init__(self, net, tube, single):
        v, self.l, self.kappa, self.s_max = tube.v, tube.l, tube.kappa, tube.sMax
        require(abs(self.l @ v - 1) <= 1e-12 and np.abs(self.l).sum() <= 50, "l of the tube is too large, or l v is not 1")
        require(self.s_max >= SLICES * 1e-6, "the tube is too short")
        projection, ball, none = np.eye(net.h) - np.outer(v, self.l), self.kappa * (1 + 1e-7) * inverse(tube.T), np.zeros((net.h, 0))
        bounded(0 * v, ball, none)
        self.cone = bounded(v, projection @ ball, none)  # h / s
        self.z, self.a, _ = image(net.W, *self.cone)
        self.deviation = tube.T @ projection  # T y = deviation h
        size, of_z = (np.abs(self.cone[0]) + norm(self.cone[1])).max(), (np.abs(self.z) + norm(self.a)).max()
        skew = max(norm(ball).max() * max(1, row_sum(net.W)), np.sqrt(net.h) * row_sum(tube.T) * max(1, of_z))
        require(np.abs(self.l).sum() * max(1, size) * skew <= 1e5, "the tube is too skew")
        self.slack = 1e-8 + single * ((net.h + 4) * UNIT * max(1, row_sum(net.W) * size) + TANH)
        o, m, g = image(net.V, *self.cone)
        require(np.all(-o - reach(m, g) > self.slack * row_sum(net.V) * size), "a bit may be wrong in the tube")
        least, most, _ = self.growth(0, 1e-6)
        require(most <= 1 - 1e-6 or least >= 1 + 1e-6, "zeros neither shrink nor enlarge all states near the tip of the tube")
        require(self.keeps(0), "zeros may lead out of the tip of the tube")

    def growth(self, start, end):
        """Bounds s'/s from both sides after column 00, and says whether the cone keeps its shape, for start < s <= end."""
        width = norm(self.a) + self.slack
        most, least = np.abs(self.z) + width, np.maximum(np.abs(self.z) - width, 0)
        tau = lambda z: np.where(z < 1e-5, 1 - z * z / 3, np.tanh(z) / np.maximum(z, 1e-5))  # tanh(z)/z, falling
        low, high = tau(end * most) - self.slack, np.minimum(1, tau(start * least) + self.slack)
        d, error = (low + high) / 2, ((high - low) / 2 + self.slack) * most + self.slack
        after = d * self.z, d[:, None] * self.a, np.diag(error)
        s, m, g = image(self.l, *after)
        uncertain = reach(m, g) + self.slack
        y, m, g = image(self.deviation, *after)
        return s - uncertain, s + uncertain, within(self.kappa * (s - uncertain) * (1 - self.slack) - norm(y) - self.slack, m, g)

    def keeps(self, k):
        start, end = self.s_max * k / SLICES, self.s_max * (k + 1) / SLICES
        least, most, shape = self.growth(start, end)
        return shape and least >= 1e-3 and end * most <= self.s_max * (1 - self.slack)

    def slice(self, k):
        """A cylinder: a piece of the axis, and the ellipsoid at its far end."""
        v, spread, _ = self.cone
        start, end = self.s_max * k / SLICES, self.s_max * (k + 1) / SLICES
        return (start + end) / 2 * v, end * spread, ((end - start) / 2 * (1 + 1e-9) * v)[:, None]

    def contains(self, c, m, g):
        s, ds = c @ self.l, reach(self.l @ m, self.l @ g) + 1e-6
        y, m, g = image(self.deviation, c, m, g)
        return (s - ds > 1e-6) & (s + ds <= self.s_max) & within(self.kappa * (s - ds) - norm(y) - 2e-6, m, g)


# The proof: induction over the columns.

def check(weights_path, certificate_path):
    weights = read(weights_path)
    require(type(weights) is dict and weights.get("format") == "rnn-adder-weights", f"{weights_path} has no weights of an adder")
    require(parse(weights.get("version", 1), int, "version") == 1, "version of the weights is not 1")
    h = parse(weights.get("hiddenSize"), int, "hiddenSize")
    require(1 <= h <= 128, "hiddenSize is not from 1 to 128")
    U, W, V = (parse(weights.get(name), shape, name) for name, shape in (("U", (h, 2)), ("W", (h, h)), ("V", (1, h))))
    digest = hashlib.sha256(b"".join(m.astype("<f8").tobytes() for m in (U, W, V))).hexdigest()
    claim = parse(read(certificate_path), {
        "format": str, "version": int, "tensors": str, "hiddenSize": int, "steps": int, "halvings": int, "metrics": [{"tag": int, "T": (h, h)}],
        "balls": [{"tag": int, "radius": (), "centre": (h,)}], "tube?": {"v": (h,), "l": (h,), "T": (h, h), "kappa": (), "sMax": ()},
        "tolerance?": (), "covers?": [str]}, "the certificate")
    require(claim.format == "rnn-adder-certificate" and claim.version == 1, "this is no certificate of version 1")
    require(0 <= claim.halvings <= 3, "halvings is not from 0 to 3")
    require(claim.tensors == digest and claim.hiddenSize == h, "the certificate is about other weights")
    require(1 <= claim.steps <= 5000 and len(claim.balls) <= 20000, "it states no steps, or it has too many steps or balls")
    require(max(row_sum(U), row_sum(W), row_sum(V)) <= 1e3, "a row of U, W or V sums to more than 1000")
    tolerance, covers = getattr(claim, "tolerance", 1e-6), getattr(claim, "covers", ["double"])
    require(tolerance in TOLERANCES, "the tolerance is not one of 1e-6, 1e-5, 5e-5 and 1e-4")
    require(covers in (["double"], ["double", "single"]), "covers is not what can be covered")
    single, rounding = covers == ["double", "single"], (h + 4) * UNIT
    errors = rounding * (row_sum(W) + row_sum(U)) + TANH, rounding * row_sum(V) + DECIDED
    require(not single or max(errors) <= tolerance / 2, "single precision may err by more than the tolerance allows")

    require([metric.tag for metric in claim.metrics] == TAGS, "its metrics are not those of the tags 0, 1, 2, 5, 6 and 7")
    require(all(ball.tag in TAGS for ball in claim.balls), "no sum leads to the tag of a ball")
    require(all(1e-6 <= ball.radius <= 10 for ball in claim.balls), "a radius is not between 0.000001 and 10")
    T, inv = np.zeros((8, h, h)), np.zeros((8, h, h))
    for metric in claim.metrics:
        T[metric.tag], inv[metric.tag] = metric.T, inverse(metric.T)
    net = SimpleNamespace(h=h, U=U, W=W, V=V, T=T, inv=inv, tolerance=tolerance, steps=claim.steps, halvings=claim.halvings, tube=None)
    net.left = 30_000_000 * 256 // max(256, h * h) // max(16, h)
    net.balls = [[ball for ball in claim.balls if ball.tag == tag] for tag in range(8)]
    net.radii = [np.array([ball.radius for ball in balls]) for balls in net.balls]
    net.centres = [np.array([T[ball.tag] @ ball.centre for ball in balls]).reshape(-1, h) for balls in net.balls]

    # From h = 0 column 00 leads to exactly 0 again, and to bit 0; any other must lead into a ball at once.
    none = np.zeros((h, 0))
    follow(net, 0, 1, 1, np.zeros(h), np.zeros((h, h)), none)
    if hasattr(claim, "tube"):
        net.tube = Tube(net, claim.tube, single)
        for k in range(SLICES):
            follow(net, 0, DEPTH, int(net.tube.keeps(k)), *net.tube.slice(k))
    for ball in claim.balls:
        follow(net, ball.tag >> 2, DEPTH, 0, ball.centre, inv[ball.tag] * ball.radius * (1 + 1e-7), none)


def follow(net, carry, columns, first, *start):
    """Every word of at most so many columns from a set leads into a ball or the tube, with right bits on the way."""
    pending, steps = [([a[None] for a in bounded(*start)], np.array([carry]), columns, first)], 0
    at_once = max(1, 2**20 // (net.h * (net.h + max(128, 4 * net.h))))  # what fits in some 100 MB
    while pending:
        sets, carry, columns, first = pending.pop()
        if len(carry) > at_once:
            pending += [([a[part] for a in sets], carry[part], columns, first) for part in (slice(at_once, None), slice(at_once))]
            continue
        require(columns > 0, "a set lies in no ball after as many columns as a word may have")
        x = np.tile(np.arange(first, 4), len(carry))
        a, b, carry = x & 1, x >> 1, np.repeat(carry, 4 - first)
        steps += len(x)
        require(steps <= net.steps, "a set takes more steps than it may")
        bit, carry = a ^ b ^ carry, (a + b + carry) >> 1
        tags = 4 * carry + x
        sets = step(net, np.stack([a, b], 1), tags, *(np.repeat(part, 4 - first, 0) for part in sets))
        o, m, g = image(net.V, *sets)
        require(np.all(np.where(bit == 1, 1, -1) * o[:, 0] - reach(m, g)[:, 0] > net.tolerance), "a bit may be wrong")
        open_ = ~held(net, tags, net.halvings, *sets)
        if open_.any():
            pending.append(([part[open_] for part in sets], carry[open_], columns - 1, 0))


def held(net, tags, halvings, *sets):
    """Whether each set lies in a ball of its tag, or in the tube, or both its halves do."""
    net.left -= sum(1 + len(net.balls[tag]) // 1000 for tag in tags)  # looking at so many balls takes as long as a step
    require(net.left >= 0, "checking it takes too many steps")
    y, m, g = image(net.T[tags], *sets)
    room = np.array([(net.radii[tag] - norm(net.centres[tag] - point)).max(initial=0) for tag, point in zip(tags, y)])
    is_held = within(room - net.tolerance - 1e-6, m, g)
    if net.tube:
        is_held |= (tags == 0) & net.tube.contains(*sets)
    if halvings and not is_held.all():
        cut = np.flatnonzero(~is_held)
        first, second = halves(net.T[tags[cut]], *(part[cut] for part in sets))
        is_held[cut] = held(net, tags[cut], halvings - 1, *first)
        both = is_held[cut]  # only where the first half is held, the second matters
        is_held[cut[both]] = held(net, tags[cut[both]], halvings - 1, *(part[both] for part in second))
    return is_held


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
