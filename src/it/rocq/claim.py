"""Reads weights and a certificate, strictly, and writes what they claim as a file for Coq.

This is the only program outside of Coq that the theorem depends on: its numbers must be those of the files. A decimal becomes the nearest double,
and that double is written in hexadecimal, which is exact. All that follows from the numbers, the inverses of matrices included, is a hint that
Coq looks at and does not trust. It needs the standard library of Python 3.8, and nothing else.
"""
import hashlib
import json
import math
import os
import re
import struct

MOST_BYTES = 16 << 20
MOST_DIGITS = 1000  # of one number, as the plugin has it
OCCURRING = (0, 1, 2, 5, 6, 7)  # the tags 4*carry + column that a sum leads to
TOLERANCES = (1e-6, 1e-5, 5e-5, 1e-4)
SLICES = 24
OPTIONAL_FIELDS = ("tube", "tolerance", "covers")


class Refused(Exception):
    pass


def require(condition, reason):
    if not condition:
        raise Refused(reason)


# Reading. A number keeps the text that it has in the file.

class Numeral(str):
    pass


def read(path):
    require(os.path.isfile(path), f"{path} is no file")
    with open(path, "rb") as file:
        data = file.read(MOST_BYTES + 1)
    require(len(data) <= MOST_BYTES, f"{path} is larger than {MOST_BYTES} bytes")

    def unique(pairs):
        require(len(dict(pairs)) == len(pairs), f"{path}: a field stands there twice")
        return dict(pairs)

    def numeral(text):
        require(len(text) <= MOST_DIGITS, f"{path}: a number has more than {MOST_DIGITS} digits")
        return Numeral(text)

    def constant(text):
        raise Refused(f"{path}: {text} is no number")
    try:
        return json.loads(data, object_pairs_hook=unique, parse_int=numeral, parse_float=numeral, parse_constant=constant)
    except (ValueError, RecursionError) as reason:
        raise Refused(f"{path} is no JSON: {reason}") from None


def integer(value, least, most, what):
    require(isinstance(value, Numeral) and re.fullmatch("0|[1-9][0-9]{0,8}", value) and least <= int(value) <= most,
            f"{what} is not an integer from {least} to {most}")
    return int(value)


def number(value, what):
    require(isinstance(value, Numeral) and math.isfinite(float(value)), f"{what} has an entry that is no number")
    return float(value)


def array(value, shape, what):
    if not shape:
        return number(value, what)
    require(type(value) is list and len(value) == shape[0], f"{what} is no array of {shape[0]}")
    return [array(entry, shape[1:], what) for entry in value]


def fields(value, names, what):
    """The fields of an object: exactly these, in this order; some may be absent."""
    require(type(value) is dict, f"{what} is no object")
    wanted = [name for name in names if name in value or name not in OPTIONAL_FIELDS]
    require(list(value) == wanted, f"{what} has other fields than {', '.join(names)}")
    return [value.get(name) for name in names]


def weights(path):
    value = read(path)
    require(type(value) is dict and value.get("format") == "rnn-adder-weights", f"{path} has no weights of an adder")
    integer(value.get("version", Numeral("1")), 1, 1, "version of the weights")
    h = integer(value.get("hiddenSize"), 1, 128, "hiddenSize")
    return h, array(value.get("U"), (h, 2), "U"), array(value.get("W"), (h, h), "W"), array(value.get("V"), (1, h), "V")[0]


def certificate(path, h, digest):
    names = "format", "version", "tensors", "hiddenSize", "steps", "halvings", "metrics", "balls", "tube", "tolerance", "covers"
    values = dict(zip(names, fields(read(path), names, "the certificate")))
    require(values["format"] == "rnn-adder-certificate", "this is no certificate")
    integer(values["version"], 1, 1, "version of the certificate")
    halvings = integer(values["halvings"], 0, 3, "halvings")
    require(values["tensors"] == digest and integer(values["hiddenSize"], 1, 128, "hiddenSize") == h, "the certificate is about other weights")
    steps = integer(values["steps"], 1, 5000, "steps")
    tolerance = number(values["tolerance"], "tolerance") if values["tolerance"] is not None else 1e-6
    require(tolerance in TOLERANCES, "the tolerance is not one of 1e-6, 1e-5, 5e-5 and 1e-4")
    covers = values["covers"] if values["covers"] is not None else ["double"]
    require(covers in (["double"], ["double", "single"]), "covers is not what can be covered")
    metrics, balls = {}, {tag: [] for tag in OCCURRING}
    require(type(values["metrics"]) is list and type(values["balls"]) is list and len(values["balls"]) <= 20000, "metrics or balls are no list, or too long")
    for metric in values["metrics"]:
        tag, t = fields(metric, ("tag", "T"), "a metric")
        tag = integer(tag, 0, 7, "tag of a metric")
        require(tag == (OCCURRING + (None,))[len(metrics)], "its metrics are not those of the tags 0, 1, 2, 5, 6 and 7")
        metrics[tag] = array(t, (h, h), "T")
    require(len(metrics) == len(OCCURRING), "its metrics are not those of the tags 0, 1, 2, 5, 6 and 7")
    for ball in values["balls"]:
        tag, radius, centre = fields(ball, ("tag", "radius", "centre"), "a ball")
        tag = integer(tag, 0, 7, "tag of a ball")
        require(tag in OCCURRING, f"no sum leads to tag {tag}")
        balls[tag].append((number(radius, "radius"), array(centre, (h,), "centre")))
    tube = None
    if values["tube"] is not None:
        v, l, t, kappa, s_max = fields(values["tube"], ("v", "l", "T", "kappa", "sMax"), "the tube")
        tube = array(v, (h,), "v"), array(l, (h,), "l"), array(t, (h, h), "T"), number(kappa, "kappa"), number(s_max, "sMax")
    return steps, halvings, tolerance, covers, metrics, balls, tube


def digest(u, w, v):
    return hashlib.sha256(b"".join(struct.pack("<d", x) for x in [x for row in u + w for x in row] + v)).hexdigest()


# Hints that Coq does not trust

def inverse(t):
    """The inverse of a matrix by elimination; any matrix at all where there is none."""
    n = len(t)
    rows = [row + [float(i == j) for j in range(n)] for i, row in enumerate(t)]
    for i in range(n):
        k = max(range(i, n), key=lambda k: abs(rows[k][i]))
        rows[i], rows[k] = rows[k], rows[i]
        rows[i] = [x / (rows[i][i] or 1.0) for x in rows[i]]
        for k in range(n):
            if k != i and rows[k][i]:
                factor = rows[k][i]
                rows[k] = [x - factor * y for x, y in zip(rows[k], rows[i])]
    return [[x if math.isfinite(x) else 0.0 for x in row[n:]] for row in rows]


def projected(v, l, x):
    """(I - v l) X"""
    lx = [sum(l[k] * x[k][j] for k in range(len(l))) for j in range(len(l))]
    return [[x[i][j] - v[i] * lx[j] for j in range(len(l))] for i in range(len(v))]


# Writing. float.hex is exact, and so is Coq's reading of hexadecimals.

def literal(x):
    return f"({x.hex()})" if x < 0 or x.hex().startswith("-") else x.hex()


def listed(l):
    return "[" + "; ".join(listed(x) if isinstance(x, list) else literal(x) for x in l) + "]"


def claim(weights_path, certificate_path):
    """Returns the text for Coq, and what it claims in words."""
    h, u, w, v = weights(weights_path)
    steps, halvings, tolerance, covers, metrics, balls, tube = certificate(certificate_path, h, digest(u, w, v))
    lines = ["From Coq Require List PrimFloat.", "From Adder Require Program Checker Cone Certified Covers.",
             "Module Claim.", "Import List.ListNotations Coq.Floats.PrimFloat Program Checker Cone Certified Covers.", "Local Open Scope float_scope.",
             f"Definition N : net := {{| nU := {listed(u)};\n  nW := {listed(w)};\n  nV := {listed(v)} |}}."]
    for tag in OCCURRING:
        lines.append(f"Definition M{tag} := ({listed(metrics[tag])},\n  {listed(inverse(metrics[tag]))}).")
        lines.append(f"Definition B{tag} : list (float * list float) := [" + ";\n  ".join(f"({literal(r)}, {listed(c)})" for r, c in balls[tag]) + "].")
    cases = " | ".join(f"{tag} => {{}}{tag}" for tag in OCCURRING)
    lines.append(f"Definition C : certificate := {{| metric := fun tag => match tag with {cases.format(*'M' * 6)} | _ => ([], []) end%nat;\n"
                 f"  balls := fun tag => match tag with {cases.format(*'B' * 6)} | _ => [] end%nat; most_steps := {steps}%nat; halvings := {halvings}%nat |}}.")
    lines.append(f"Definition tolerance : float := {literal(tolerance)}.")
    if tube is None:
        lines.append("Definition tube : option (tube_data * float) := None.")
    else:
        tv, tl, t, kappa, s_max = tube
        cuts = [s_max * k / SLICES for k in range(1, SLICES)] + [s_max * (1 + 2**-40)]
        error = ((h + 16) * 2.0**-24 if "single" in covers else 2.0**-30) * (1 + 2**-40)  # a little more than Coq computes
        lines.append(f"Definition tube : option (tube_data * float) := Some ({{| tv := {listed(tv)}; tl := {listed(tl)};\n  tT := {listed(t)};\n"
                     f"  tY := {listed(projected(tv, tl, inverse(t)))};\n  tkappa := {literal(kappa)}; tsmax := {literal(s_max)}; tcuts := {listed(cuts)} |}}, {literal(error)}).")
    lines.append("Local Close Scope float_scope.")
    for name, error in (("double", "of_double"), ("single", "(of_single N)"))[:len(covers)]:
        lines.append(f"Lemma covers_{name} : covers N tolerance tube {error} = true.\nProof. vm_cast_no_check (eq_refl true). Qed.")
    lines.append("Lemma holds : accepts N C tolerance tube = true.\nProof. vm_cast_no_check (eq_refl true). Qed.")
    lines.append("Definition every_program := accepted N C tolerance tube holds.")
    for name in covers:
        lines.append(f"Definition {name}_programs := {name}_precision_adds N C tolerance tube holds covers_{name}.")
    lines.append("Definition proved := (every_program, " + ", ".join(f"{name}_programs" for name in covers) + ").")
    lines.append("End Claim.\nPrint Assumptions Claim.proved.")
    count = sum(len(b) for b in balls.values())
    words = (f"every sum of every width is right: {h} hidden units, {count} balls" + (", a tube" if tube else "")
             + f"; for programs in {' and '.join(covers)} precision, and for all within {tolerance / 2:g} of exact arithmetic in every step and output"
             + (" that err in proportion, too" if tube else ""))
    return "\n".join(lines) + "\n", words
