(* The network, what counts as a program that computes it, and what it means that every sum is right.
   These definitions are all that a reader has to believe; everything else is proved from them by the kernel. *)
From Adder Require Import Base Induction.
Open Scope R_scope.

(* A vector is a function that is 0 from the network's size on; a row of a matrix is a list. *)
Fixpoint dot (l : list R) (x : nat -> R) : R :=
  match l with [] => 0 | a :: l => a * x 0%nat + dot l (fun k => x (S k)) end.

Definition vals : list float -> list R := map val.  (* each double as the real number that it is *)
Notation row_of m i := (nth i (map vals m) []).

(* The trained network: three matrices of doubles. *)
Record net := { nU : list (list float); nW : list (list float); nV : list float }.
Definition bits (a b : bool) (k : nat) : R := match k with O => if a then 1 else 0 | 1%nat => if b then 1 else 0 | _ => 0 end.
(* Exact arithmetic: the next state and the output, whose sign is the bit. *)
Definition F (N : net) (x : nat -> R) (h : nat -> R) (i : nat) : R := tanh (dot (row_of (nW N) i) h + dot (row_of (nU N) i) x).
Definition output (N : net) (h : nat -> R) : R := dot (vals (nV N)) h.

(* How well a program computes. [absolute] bounds what a step or an output may err by, whatever the state.
   [fading] bounds what they may err by where zeros come in, in units of the terms of the sum; None: nothing is asked there. *)
Record accuracy := { absolute : R; fading : option R }.
Definition terms (w : list R) (h : nat -> R) : R := dot (map Rabs w) (fun j => Rabs (h j)).  (* the sum of |w_j| |h_j| *)
Definition underflow : R := / 2 ^ 110.   (* a thousand products and sums that underflow in single precision: less than 2^-115 *)
Definition tie : R := / 2 ^ 60.          (* an output so small is lost in 1/2 + o/4, in single and double precision *)
Definition zero_state : nat -> R := fun _ => 0.
Definition zeros : column := (false, false).

(* The state h' may follow h at column x. *)
Definition steps_to (N : net) (d : R) (h x h' : nat -> R) : Prop :=
  (forall i, (i < length (nW N))%nat -> Rabs (h' i - F N x h i) <= d) /\ forall i, (length (nW N) <= i)%nat -> h' i = 0.
Definition pstep (N : net) (A : accuracy) (h : nat -> R) (x : column) (h' : nat -> R) : Prop :=
  steps_to N (absolute A) h (bits (fst x) (snd x)) h'
  /\ (x = zeros -> h = zero_state -> h' = zero_state)
  /\ match fading A with None => True | Some e => x = zeros ->
       forall i, (i < length (nW N))%nat -> Rabs (h' i - F N (bits false false) h i) <= e * terms (row_of (nW N) i) h + underflow end.

(* The program may say bit b of state h: it has computed o for the output and p for the logistic function of o. *)
Definition says (N : net) (A : accuracy) (h : nat -> R) (b : bool) : Prop := exists o p : R,
  (b = true <-> p > 1 / 2)
  /\ (o <= 0 -> p <= 1 / 2) /\ (o > absolute A -> p > 1 / 2)
  /\ Rabs (o - output N h) <= absolute A
  /\ (h = zero_state -> p = 1 / 2)
  /\ match fading A with None => True | Some e =>
       Rabs (o - output N h) <= e * terms (vals (nV N)) h + underflow /\ (Rabs o <= tie -> p = 1 / 2) end.

(* The claim: whatever such a program does with operands of any width, lowest bits first and zeros after them, its bits are those of their sum. *)
Definition adds (N : net) (A : accuracy) : Prop := forall (a b : list bool) (bs : list bool), length a = length b ->
  run _ (pstep N A) (says N A) zero_state (combine a b ++ [zeros]) bs -> value bs = (value a + value b)%nat.
