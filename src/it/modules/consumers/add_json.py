"""Adds two numbers with the weights as JSON: python3 add_json.py consumers.json 37 91"""
import json
import math
import sys

with open(sys.argv[1]) as file:
    adder = json.load(file)
U, W, V = adder["U"], adder["W"], adder["V"][0]
a, b = int(sys.argv[2]), int(sys.argv[3])

h = [0.0] * adder["hiddenSize"]
total = 0
for t in range(max(adder["bits"], a.bit_length() + 1, b.bit_length() + 1)):
    x = (a >> t & 1, b >> t & 1)  # least significant first
    h = [
        math.tanh(sum(w * k for w, k in zip(row, h)) + u[0] * x[0] + u[1] * x[1])
        for row, u in zip(W, U)
    ]
    p = 1 / (1 + math.exp(-sum(v * k for v, k in zip(V, h))))
    total |= (p > 0.5) << t  # a tie is 0
print(total)
