(* The network, which programs compute it, and what it means that every sum is right.
   These definitions, with [column], [value] and [run] of Induction.v and [val] of Base.v, are all that a reader has to believe: the rest is checked by the kernel. *)
From Adder Require Import Base Induction.
Open Scope R_scope.

(* A row of a matrix is a list, a vector a function that is 0 from the network's size on. *)
Fixpoint dot (l : list R) (x : nat -> R) : R :=
  match l with [] => 0 | a :: l => a * x 0%nat + dot l (fun k => x (S k)) end.

(* Each double stands for the real number that it is. *)
Definition vals : list float -> list R := map val.
Notation row_of m i := (nth i (map vals m) []).

(* The trained network: a state h of as many numbers as W has rows, 0 at first; two operand bits a column. *)
Record net := { nU : list (list float); nW : list (list float); nV : list float }.
Definition bits (a b : bool) (k : nat) : R := match k with O => if a then 1 else 0 | 1%nat => if b then 1 else 0 | _ => 0 end.
Definition zero_state : nat -> R := fun _ => 0.
Definition zeros : column := (false, false).
(* In exact arithmetic: the next state, and the output, whose sign is the bit. *)
Definition F (N : net) (x : nat -> R) (h : nat -> R) (i : nat) : R := tanh (dot (row_of (nW N) i) h + dot (row_of (nU N) i) x).
Definition output (N : net) (h : nat -> R) : R := dot (vals (nV N)) h.

(* What a program may err by. [absolute]: in each number of a state, and in the output, whatever the state is.
   [fading]: at a column of zeros, where states may fade to nothing, and in every output also in proportion to the terms of the sum; None asks for nothing more. *)
Record accuracy := { absolute : R; fading : option R }.
Definition terms (w : list R) (h : nat -> R) : R := dot (map Rabs w) (fun j => Rabs (h j)).   (* |w_0| |h_0| + |w_1| |h_1| + ... *)
Definition underflow : R := / 2 ^ 110.   (* what underflow may add: in single precision, at any size up to 128, it is less than 2^-114 *)
Definition tie : R := / 2 ^ 60.          (* so small an output is lost in 1/2 + o/4, in single and in double precision *)

(* A program may go from state h at column x to state h'. *)
Definition steps_to (N : net) (d : R) (h x h' : nat -> R) : Prop :=
  (forall i, (i < length (nW N))%nat -> Rabs (h' i - F N x h i) <= d) /\ forall i, (length (nW N) <= i)%nat -> h' i = 0.
Definition pstep (N : net) (A : accuracy) (h : nat -> R) (x : column) (h' : nat -> R) : Prop :=
  steps_to N (absolute A) h (bits (fst x) (snd x)) h'
  /\ (x = zeros -> h = zero_state -> h' = zero_state)
  /\ match fading A with None => True | Some e => x = zeros ->
       forall i, (i < length (nW N))%nat -> Rabs (h' i - F N (bits false false) h i) <= e * terms (row_of (nW N) i) h + underflow end.

(* A program may say bit b of state h: it has computed o for the output, and p for the logistic function of o; the bit is whether p exceeds 1/2. *)
Definition says (N : net) (A : accuracy) (h : nat -> R) (b : bool) : Prop := exists o p : R,
  (b = true <-> p > 1 / 2)
  /\ (o <= 0 -> p <= 1 / 2) /\ (o > absolute A -> p > 1 / 2)
  /\ Rabs (o - output N h) <= absolute A
  /\ (h = zero_state -> p = 1 / 2)
  /\ match fading A with None => True | Some e =>
       Rabs (o - output N h) <= e * terms (vals (nV N)) h + underflow /\ (Rabs o <= tie -> p = 1 / 2) end.

(* The claim: whatever such a program says of two operands of any width, the lowest bits first and a column of zeros last, is their sum. *)
Definition adds (N : net) (A : accuracy) : Prop := forall (a b : list bool) (bs : list bool), length a = length b ->
  run _ (pstep N A) (says N A) zero_state (combine a b ++ [zeros]) bs -> value bs = (value a + value b)%nat.
