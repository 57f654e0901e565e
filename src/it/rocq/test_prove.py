"""Tests of prove and claim.py: python3 -B test_prove.py. They take a minute and a half of processor time, and need Coq as prove does."""
import os
import re
import subprocess
import sys
import tempfile
import unittest
from fractions import Fraction
from importlib.machinery import SourceFileLoader

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.realpath(__file__))
sys.path.insert(0, HERE)
import claim  # noqa: E402

prove = SourceFileLoader("prove", os.path.join(HERE, "prove")).load_module()
BENCHMARK = os.path.join(HERE, "..", "..", "test", "resources", "benchmark")
HALFWAY = "0.5000000000000000277555756156289135105907917022705078125"  # between 1/2 and its neighbour
DECIMALS = ["0.1", "1e-6", "0.00005", "-0.2726", "1e22", "1e23", "9007199254740993", "123456789012345678901234567890", "5e-324", "2e-324", "3e-324", "-5e-324",
            "2.2250738585072011e-308", "2.2250738585072014e-308", "1.7976931348623157e308", "1.7976931348623158e308", "0", "-0", "0.0", "-0.0", "1E-400", "1.0",
            HALFWAY, HALFWAY + "1", "0.500000000000000083266726846886740531772375106811523437500", "0." + "3" * 900]


def said(*arguments):
    done = subprocess.run([os.path.join(HERE, "prove"), *arguments], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def contents(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def files(weights, certificate):
    return os.path.join(BENCHMARK, weights + ".json"), os.path.join(BENCHMARK, certificate + ".certificate.json")


def nearest(text):
    """The double nearest to a decimal, ties to even, by whole numbers alone: its sign, and mantissa and exponent of 2 if it is not 0."""
    exact = abs(Fraction(text))
    negative = text.startswith("-")
    if exact == 0:
        return negative, 0, 0
    exponent = -1074
    while exact / Fraction(2)**exponent >= 2**53:
        exponent += 1
    scaled = exact / Fraction(2)**exponent
    mantissa = scaled.numerator // scaled.denominator
    rest = scaled - mantissa
    mantissa += rest > Fraction(1, 2) or (rest == Fraction(1, 2) and mantissa % 2 == 1)
    if mantissa == 2**53:
        mantissa, exponent = 2**52, exponent + 1
    return negative, mantissa, exponent if mantissa else 0


class Proved(unittest.TestCase):

    def assert_proved(self, weights, certificate, *parts):
        code, out, err = said(*files(weights, certificate))
        self.assertEqual((code, err), (0, ""), out)
        for part in ("PROVED every sum of every width is right: ",) + parts:
            self.assertIn(part, out)
        self.assertEqual([line.split()[0] for line in out.splitlines()], ["PROVED", "axioms:", "time:"])
        self.assertRegex(out, r"axioms: (?:\w+\.\w+(?:, |; and \d+ of the kernel's doubles and integers\n))+time")

    def test_with_a_tube(self):
        self.assert_proved("certified/decay-1", "certified/decay-1", "16 hidden units, 38 balls, a tube; for programs in double and single precision")

    def test_with_halves(self):
        self.assert_proved("certified/decay-4", "certified/decay-4-in-halves", "16 hidden units, 100 balls", "; for programs in double precision")


class Refused(unittest.TestCase):

    def assert_refused(self, reason, *arguments):
        code, out, err = said(*arguments)
        self.assertEqual((code, err), (1, ""), out)
        self.assertRegex(out, r"\AREFUSED: [^\n]*" + reason + r"[^\n]*\n\Z")

    def test_what_coq_does_not_accept(self):
        for certificate in ("radius-negative", "ball-removed", "halvings-removed"):
            weights = "certified/decay-4" if certificate == "halvings-removed" else "certified/decay-1"
            with self.subTest(certificate):
                self.assert_refused("Coq's checker does not accept the certificate", *files(weights, "forged/" + certificate))
        self.assert_refused("Coq's checker does not accept the certificate", *files("refuted/wrong-20", "forged/transplant"))

    def test_what_is_not_of_the_format(self):
        for certificate, reason in (("radius-nan", "NaN is no number"), ("radius-infinite", "no number"), ("tag-8", "tag of a ball is not"),
                                    ("field-twice", "a field stands there twice"), ("field-unknown", "other fields"),
                                    ("tolerance-unknown", "tolerance is not one of"), ("covers-half", "covers is not")):
            with self.subTest(certificate):
                self.assert_refused(reason, *files("certified/decay-1", "forged/" + certificate))
        self.assert_refused("about other weights", *files("certified/strong-decay-2", "certified/decay-1"))

    def test_what_is_not_covered(self):
        self.assert_refused("single precision may err", *files("certified/decay-4", "forged/covers-single"))

    def test_a_file_that_was_changed(self):
        weights, certificate = files("certified/decay-1", "certified/decay-1")
        for path, valid, broken, reason in ((weights, '"version": 1', '"version": 2', "version of the weights"),
                                            (weights, '"bits": 8', '"bits": NaN', "NaN is no number"),
                                            (weights, '"bits": 8', '"bits": 8.' + "0" * 1001, "more than 1000 digits"),
                                            (weights, "2.62355646", "2.62355647", "about other weights"),
                                            (weights, '"U": [[', '"U": [0, [', "U is no array of 16"),
                                            (certificate, '"tag": 0', '"tag": -0', "tag of a metric"),
                                            (certificate, '"steps": ', '"steps": 1e', "steps is not an integer"),
                                            (certificate, '"hiddenSize": 16', '"hiddenSize": 17', "about other weights"),
                                            (certificate, '"kappa"', '"kapa"', "other fields")):
            with self.subTest(broken), tempfile.TemporaryDirectory() as place:
                text = contents(path)
                self.assertIn(valid, text)
                changed = os.path.join(place, "changed.json")
                with open(changed, "w") as file:
                    file.write(text.replace(valid, broken, 1))
                self.assert_refused(reason, changed if path == weights else weights, changed if path == certificate else certificate)

    def test_what_is_no_file_or_no_json(self):
        weights, certificate = files("certified/decay-1", "certified/decay-1")
        self.assert_refused("usage")
        self.assert_refused("is no file", "there-is-none.json", certificate)
        with tempfile.TemporaryDirectory() as place:
            for text in (b"", b"{", b"[" * 200000, b"\xff", b"{} {}", b'{"format": "rnn-adder-weights"}', b"x" * (1 << 24) + b"x"):
                broken = os.path.join(place, "broken.json")
                with open(broken, "wb") as file:
                    file.write(text)
                with self.subTest(text[:9]):
                    self.assert_refused("", broken, certificate)
                    self.assert_refused("", weights, broken)

    def test_what_takes_too_long(self):
        os.environ["RNN_ADDER_ROCQ_SECONDS"] = "2"
        try:
            self.assert_refused("takes more than 2 s", *files("certified/plain-26", "certified/plain-26"))
        finally:
            del os.environ["RNN_ADDER_ROCQ_SECONDS"]


class Assumptions(unittest.TestCase):

    def test_only_those_of_the_kernel_and_of_the_classical_reals_are_allowed(self):
        allowed = "Axioms:\nPrimFloat.add : PrimFloat.float -> PrimFloat.float\n  -> PrimFloat.float\nFloatAxioms.add_spec\n  : forall x, x\nClassicalDedekindReals.sig_forall_dec : Set\n"
        self.assertEqual(prove.axioms(allowed), ["PrimFloat.add", "FloatAxioms.add_spec", "ClassicalDedekindReals.sig_forall_dec"])
        for more in ("holds : true = false\n", "Claim.Claim.holds : 1 = 2\n", "foo is assumed to be guarded.\n", "PrimFloat.add.x : nat\n", "Theory:\n", "Axioms:\n"):
            with self.subTest(more), self.assertRaises(claim.Refused):
                prove.axioms(allowed + more)
        for nothing in ("", "Closed under the global context\n", "Warning\n"):
            with self.subTest(nothing), self.assertRaises(claim.Refused):
                prove.axioms(nothing)

    def test_an_axiom_of_ours_is_seen(self):
        with tempfile.TemporaryDirectory() as place:
            with open(os.path.join(place, "Mine.v"), "w") as file:
                file.write("From Coq Require PrimFloat.\nAxiom mine : PrimFloat.one = PrimFloat.zero.\nPrint Assumptions mine.\n")
            out = prove.coq(["coqc", "-q", "Mine.v"], place).stdout
            with self.assertRaisesRegex(claim.Refused, "rests on mine"):
                prove.axioms(out)

    def test_nothing_is_left_unproved(self):
        for name in prove.FILES:
            text = contents(os.path.join(HERE, name + ".v"))
            self.assertNotRegex(text, r"\b(?:Admitted|admit|Axioms?|Parameters?|Conjecture|give_up|Unset)\b", name)


class Numbers(unittest.TestCase):

    def test_coq_reads_the_doubles_that_the_decimals_are(self):
        """Both sides of the generator, bit by bit: the decimals by whole numbers alone, the doubles as the kernel takes them apart."""
        texts = [text for text in DECIMALS]
        for path in files("certified/decay-1", "certified/decay-1"):
            texts += re.findall(r"-?[0-9]+\.[0-9]+(?:[eE][-+]?[0-9]+)?", contents(path))
        with tempfile.TemporaryDirectory() as place:
            with open(os.path.join(place, "Numbers.v"), "w") as file:
                file.write("From Coq Require Import List ZArith Floats SpecFloat.\nImport ListNotations.\nLocal Open Scope float_scope.\n"
                           "Definition parts x := match Prim2SF x with S754_zero s => (s, 0%Z, 0%Z) | S754_finite s m e => (s, Zpos m, e) | _ => (true, (-1)%Z, 0%Z) end.\n"
                           "Set Printing Width 1000000.\nSet Printing Depth 1000000.\n"
                           f"Definition numbers := {claim.listed([claim.number(claim.Numeral(text), text) for text in texts])}.\n"
                           "Eval vm_compute in map parts numbers.\n")
            done = prove.coq(["coqc", "-q", "Numbers.v"], place)
        self.assertEqual(done.returncode, 0, done.stderr)
        read = [(s == "true", int(m), int(e)) for s, m, e in re.findall(r"\((true|false), (-?\d+)%?Z?, \(?(-?\d+)\)?%?Z?\)", done.stdout)]
        self.assertEqual(len(read), len(texts))
        for text, got in zip(texts, read):
            self.assertEqual(got, nearest(text), text)

    def test_the_claim_has_every_number_of_both_files(self):
        """In their order, and no other but the hints: inverses, slices, and the error of programs."""
        paths = files("certified/decay-1", "certified/decay-1")
        text, _ = claim.claim(*paths)
        h, u, w, v = claim.weights(paths[0])
        self.assertIn(f"Definition N : net := {{| nU := {claim.listed(u)};\n  nW := {claim.listed(w)};\n  nV := {claim.listed(v)} |}}.\n", text)
        self.assertEqual((len(u), len(w), len(v), u[0][1], w[1][0]), (16, 16, 16, 0.3197364932533078, float(re.search(r'"W": \[\[[^]]*\], \[([-0-9.eE]+)', contents(paths[0])).group(1))))
        self.assertIn(f"Definition tolerance : float := {(1e-4).hex()}.\n", text)


if __name__ == "__main__":
    unittest.main()
