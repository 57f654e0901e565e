"""Adds with numpy's float32: float32.py WEIGHTS.json ZERO_COLUMNS prints how many bits come out wrong."""
import json
import sys

import numpy as np

with open(sys.argv[1]) as file:
    adder = json.load(file)
U, W, V = (np.array(adder[name], np.float32) for name in "UWV")
rng = np.random.default_rng(31)


def step(h, carry, x):
    """One column of many sums side by side."""
    a, b = x & 1, x >> 1
    h = np.tanh(h @ W.T + np.stack([a, b], 1).astype(np.float32) @ U.T)
    p = 1 / (1 + np.exp(-(h @ V[0])))
    assert h.dtype == p.dtype == np.float32
    return h, (a + b + carry) >> 1, int(((p > 0.5) != (a ^ b ^ carry)).sum())


def run(columns, h, carry):
    wrong = 0
    for x in columns:
        h, carry, bad = step(h, carry, x)
        wrong += bad
    return h, carry, wrong


def begin(sums):
    return np.zeros((sums, len(W)), np.float32), np.zeros(sums, int)


# Random words, half of which stay at a column for a while; then a run of zeros, and every word of four columns after it.
words = rng.integers(0, 4, (100, 2000))
words[:, 1000:] = np.repeat(words[::10, 1000:], 10, 0)
*_, wrong = run(words, *begin(2000))
h, carry, bad = run([np.array([1, 2, 3])] + [np.zeros(3, int)] * int(sys.argv[2]), *begin(3))
after = np.indices((4,) * 4).reshape(4, -1)
*_, worse = run(np.tile(after, 3), np.repeat(h, 256, 0), np.repeat(carry, 256))
print(wrong + bad + worse, "wrong bits")
