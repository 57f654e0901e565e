(* tanh(z)/z falls with z > 0, and lies between 1 - z^2/3 and 1.
   So where |z| is known to lie in [a, b], tanh z is z times something in a small interval, which the checker computes (for L11). *)
From Adder Require Import Base Tanh Sets.
From Coq Require Import Psatz.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

Lemma tanh_pos z : 0 <= z -> 0 <= tanh z.
Proof. intros. rewrite <- tanh_0. now apply tanh_mono. Qed.
Lemma tanh_chord z : 0 <= z -> z * (1 - tanh z ^ 2) <= tanh z.
Proof.
  intros H. enough (0 <= tanh z - z * (1 - tanh z ^ 2)) by lra.
  pose (f z := tanh z - z * (1 - tanh z ^ 2)). change (0 <= f z).
  replace 0 with (f 0) by (unfold f; rewrite tanh_0; ring).
  apply (Tanh.increasing f (fun z => 2 * z * tanh z * (1 - tanh z ^ 2))); [exact H| |].
  - intros x. unfold f. evar_last.
    + apply @is_derive_minus; [apply is_derive_tanh|]. apply (is_derive_mult (fun z => z) (fun z => 1 - tanh z ^ 2)).
      * apply @is_derive_id.
      * apply @is_derive_minus; [apply @is_derive_const|]. apply is_derive_pow, is_derive_tanh.
      * intros; apply Rmult_comm.
    + unfold minus, plus, opp, mult, one, zero, scal; simpl. unfold mult; simpl. ring.
  - intros x [P _]. pose proof (tanh_pos x P). pose proof (tanh_bound x). apply Rmult_le_pos; nra.
Qed.
Lemma tau_falls x y : 0 < x <= y -> tanh y / y <= tanh x / x.
Proof.
  intros [P L]. enough (x * tanh y <= y * tanh x).
  { apply (Rmult_le_reg_r (x * y)); [nra|]. replace (tanh y / y * (x * y)) with (x * tanh y) by (field; lra).
    replace (tanh x / x * (x * y)) with (y * tanh x) by (field; lra). assumption. }
  (* by the mean value theorem for z tanh x - x tanh z between x and y *)
  apply Rminus_le. pose (f z := z * tanh x - x * tanh z).
  enough (f x <= f y) by (unfold f in *; lra).
  apply (Tanh.increasing f (fun z => tanh x - x * (1 - tanh z ^ 2))); [exact L| |].
  - intros z. unfold f. evar_last.
    + apply @is_derive_minus; [apply (is_derive_scal_l (fun z => z) z 1 (tanh x)); apply @is_derive_id|]. apply is_derive_scal, is_derive_tanh.
    + unfold minus, plus, opp, scal; simpl. unfold mult; simpl. ring.
  - intros z [A _]. pose proof (tanh_chord x ltac:(lra)). pose proof (tanh_mono x z A). pose proof (tanh_pos x ltac:(lra)).
    assert (tanh x ^ 2 <= tanh z ^ 2) by nra. nra.
Qed.
Lemma tanh_below z : 0 <= z -> tanh z <= z.
Proof.
  intros H. enough (0 <= z - tanh z) by lra. pose (f z := z - tanh z). change (0 <= f z).
  replace 0 with (f 0) by (unfold f; rewrite tanh_0; ring).
  apply (Tanh.increasing f (fun z => 1 - (1 - tanh z ^ 2))); [exact H| |].
  - intros x. apply @is_derive_minus; [apply @is_derive_id|apply is_derive_tanh].
  - intros x _. nra.
Qed.
Lemma tanh_above z : 0 <= z -> z * (1 - z ^ 2 / 3) <= tanh z.
Proof.
  intros H. enough (0 <= tanh z - z * (1 - z ^ 2 / 3)) by lra. pose (f z := tanh z - z * (1 - z ^ 2 / 3)). change (0 <= f z).
  replace 0 with (f 0) by (unfold f; rewrite tanh_0; field).
  apply (Tanh.increasing f (fun z => 1 - tanh z ^ 2 - (1 - z ^ 2))); [exact H| |].
  - intros x. apply @is_derive_minus; [apply is_derive_tanh|]. auto_derive; [trivial|field].
  - intros x [P _]. pose proof (tanh_pos x P). pose proof (tanh_below x P). nra.
Qed.

(* Where a <= |z| <= b, by intervals of a and b. *)
Definition milli : float := Eval vm_compute in lower (idiv ione (IP.fromZ p (2 ^ 10)%Z)).
Definition ratio (a b : I) : I :=
  ijoin (if le b (pt milli) then isub ione (idiv (isqr b) (IP.fromZ p 3)) else idiv (itanh b) b)
        (if le (pt milli) a then idiv (itanh a) a else ione).
Lemma milli_pos : 0 < val milli.
Proof. apply (positive_ok (pt milli)); [vm_compute; reflexivity|apply pt_ok]. Qed.
Lemma tanh_ratio z : z <> 0 -> exists x, 0 < x /\ x = Rabs z /\ tanh z = tanh x / x * z.
Proof.
  intros H. exists (Rabs z). split; [now apply Rabs_pos_lt|]. split; [reflexivity|].
  unfold Rabs. destruct (Rcase_abs z); [rewrite tanh_opp|]; field; lra.
Qed.
Lemma ratio_ok ia ib a b z : ia ∋ a -> ib ∋ b -> a <= Rabs z <= b -> exists t, ratio ia ib ∋ t /\ tanh z = t * z.
Proof.
  intros Ha Hb [La Lb]. unfold ratio. set (low := if le ib _ then _ else _). set (high := if le _ ia then _ else _).
  assert (L : exists u, low ∋ u /\ forall x, 0 < x <= b -> u <= tanh x / x).
  { unfold low. destruct (le ib _).
    - exists (1 - b ^ 2 / 3). split.
      + apply isub_ok; [apply ione_ok|]. apply idiv_ok; [now apply isqr_ok|apply IP.fromZ_correct].
      + intros x [P Q]. pose proof (tanh_above x ltac:(lra)). apply (Rmult_le_reg_r x); [lra|].
        replace (tanh x / x * x) with (tanh x) by (field; lra). assert (x ^ 2 <= b ^ 2) by nra. nra.
    - exists (tanh b / b). split; [apply idiv_ok; [now apply itanh_ok|assumption]|]. intros. now apply tau_falls. }
  assert (G : exists u, high ∋ u /\ (0 < Rabs z -> tanh (Rabs z) / Rabs z <= u)).
  { unfold high. destruct (le _ ia) eqn:E.
    - exists (tanh a / a). split; [apply idiv_ok; [now apply itanh_ok|assumption]|]. intros.
      apply tau_falls. pose proof (le_ok _ _ _ _ E (pt_ok milli) Ha). pose proof milli_pos. lra.
    - exists 1. split; [apply ione_ok|]. intros P. pose proof (tanh_below _ (Rlt_le _ _ P)).
      apply (Rmult_le_reg_r (Rabs z)); [lra|]. replace (tanh (Rabs z) / Rabs z * Rabs z) with (tanh (Rabs z)) by (field; lra). lra. }
  destruct L as (u & Hu & Lu). destruct G as (v & Hv & Lv). destruct (Req_dec z 0) as [->|D].
  - exists u. split; [now apply ijoin_l|]. rewrite tanh_0. ring.
  - destruct (tanh_ratio z D) as (x & P & E & T). rewrite <- E in *. exists (tanh x / x). split; [|exact T].
    apply (has_convex _ u v); [now apply ijoin_l|now apply ijoin_r|]. split; [apply Lu|apply Lv]; lra.
Qed.
