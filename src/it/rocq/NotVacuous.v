(* Exact arithmetic is a program in the sense of Program.v, and so is each whose every number is off by a small fraction: the theorem is about something.
   What the checker needs of a program follows: bounds whatever the state, and a state 0 that stays at 0 with bit 0. *)
From Adder Require Import Base Tanh Program Induction Sets Tau.
From Coq Require Import FunctionalExtensionality.
Open Scope R_scope.

(* What the checker needs *)
Lemma pstep_abs N A h x h' : pstep N A h x h' -> steps_to N (absolute A) h (bits (fst x) (snd x)) h'.
Proof. now intros [H _]. Qed.
Lemma pstep_zero N A h' : pstep N A zero_state zeros h' -> h' = zero_state.
Proof. intros (_ & H & _). now apply H. Qed.
Lemma says_abs N A h b : says N A h b ->
  exists o, Rabs (o - output N h) <= absolute A /\ (o <= 0 -> b = false) /\ (o > absolute A -> b = true).
Proof.
  intros (o & q & Eb & Lz & Gz & Lo & _). exists o. split; [exact Lo|]. split; intros H.
  - specialize (Lz H). destruct b; [|reflexivity]. destruct Eb as [Eb _]. specialize (Eb eq_refl). lra.
  - apply Eb, Gz, H.
Qed.
Lemma says_zero N A b : says N A zero_state b -> b = false.
Proof.
  intros (o & q & Eb & _ & _ & _ & H & _). specialize (H eq_refl). destruct b; [|reflexivity]. destruct Eb as [Eb _]. specialize (Eb eq_refl). lra.
Qed.

Lemma dot_0 l : dot l zero_state = 0.
Proof. unfold zero_state. induction l as [|a l IH]; simpl; [easy|]. rewrite IH. ring. Qed.
Lemma tie_pos : 0 < tie. Proof. unfold tie. apply Rinv_0_lt_compat, pow_lt. lra. Qed.
Lemma underflow_pos : 0 < underflow. Proof. unfold underflow. apply Rinv_0_lt_compat, pow_lt. lra. Qed.

(* A program that multiplies each number of exact arithmetic by 1 + t i, its output by 1 + t', and looks at the logistic function unless o is tiny *)
Section Off.
  Variable N : net.
  Variable A : accuracy.
  Hypothesis absolute_pos : 0 <= absolute A.
  Hypothesis fading_pos : match fading A with None => True | Some e => 0 <= e end.
  Definition small (t : R) := Rabs t <= absolute A /\ match fading A with None => True | Some e => Rabs t <= e end.
  Variable t : nat -> R.
  Hypothesis t_small : forall i, small (t i).
  Definition off (h : nat -> R) (x : column) (i : nat) : R := F N (bits (fst x) (snd x)) h i * (1 + t i).
  Definition logistic (o : R) : R := if Rle_dec (Rabs o) tie then 1 / 2 else 1 / (1 + exp (- o)).

  Lemma no_bits : bits false false = zero_state.
  Proof. apply functional_extensionality. intros [|[|j]]; reflexivity. Qed.
  Lemma terms_above w : forall h, Rabs (dot w h) <= terms w h.
  Proof.
    induction w as [|a w IH]; intros h; unfold terms in *; simpl; [rewrite Rabs_R0; lra|]. specialize (IH (fun k => h (S k))).
    pose proof (Rabs_triang (a * h 0%nat) (dot w (fun k => h (S k)))). rewrite Rabs_mult in *. lra.
  Qed.
  Lemma tanh_abs z : Rabs (tanh z) <= Rabs z.
  Proof.
    unfold Rabs at 2. destruct (Rcase_abs z).
    - rewrite <- (Ropp_involutive z), tanh_opp, Rabs_Ropp, Ropp_involutive. rewrite Rabs_pos_eq; [apply tanh_below|apply tanh_pos]; lra.
    - rewrite Rabs_pos_eq; [apply tanh_below|apply tanh_pos]; lra.
  Qed.
  Lemma off_steps h x : length (nU N) = length (nW N) -> pstep N A h x (off h x).
  Proof.
    intros L. unfold off. split; [split|split].
    - intros i _. set (f := F _ _ _ _). replace (f * (1 + t i) - f) with (f * t i) by ring. rewrite Rabs_mult.
      assert (Rabs f <= 1) by (apply Rabs_le; unfold f, F; pose proof (tanh_bound (dot (row_of (nW N) i) h + dot (row_of (nU N) i) (bits (fst x) (snd x)))); lra).
      destruct (t_small i) as [La _]. pose proof (Rabs_pos (t i)). nra.
    - intros i Hi. unfold F. rewrite !nth_overflow by (rewrite length_map; lia). simpl. rewrite Rplus_0_l, tanh_0. ring.
    - intros -> ->. apply functional_extensionality. intros i. unfold F. cbn [fst snd zeros]. rewrite no_bits, !dot_0, Rplus_0_l, tanh_0. unfold zero_state. ring.
    - pose proof underflow_pos. destruct (fading A) as [e|] eqn:Ef; [|trivial]. intros -> i _. cbn [fst snd zeros]. set (f := F _ _ _ _).
      replace (f * (1 + t i) - f) with (f * t i) by ring. rewrite Rabs_mult.
      assert (Lf : Rabs f <= terms (row_of (nW N) i) h).
      { unfold f, F. rewrite no_bits, dot_0, Rplus_0_r. eapply Rle_trans; [apply tanh_abs|apply terms_above]. }
      destruct (t_small i) as [_ Le]. rewrite Ef in Le. pose proof (Rabs_pos (t i)). pose proof (Rabs_pos f). nra.
  Qed.

  Lemma logistic_half o : 1 / 2 < 1 / (1 + exp (- o)) <-> 0 < o.
  Proof.
    pose proof (exp_pos (- o)). assert (E : 1 / 2 < 1 / (1 + exp (- o)) <-> exp (- o) < exp 0).
    { rewrite exp_0. split; intros Q.
      - apply (Rmult_lt_compat_r (2 * (1 + exp (- o)))) in Q; [|lra]. field_simplify in Q; lra.
      - apply (Rmult_lt_reg_r (2 * (1 + exp (- o)))); [lra|]. field_simplify; lra. }
    rewrite E. split; intros Q; [apply exp_lt_inv in Q; lra|apply exp_increasing; lra].
  Qed.
  Variable t' : R.
  Hypothesis t'_small : match fading A with None => True | Some e => Rabs t' <= e end.
  Lemma off_says h : Rabs (t' * output N h) <= absolute A -> tie <= absolute A -> exists b, says N A h b.
  Proof.
    intros La Lt. set (o := output N h * (1 + t')).
    exists (if Rlt_dec (1 / 2) (logistic o) then true else false), o, (logistic o). pose proof tie_pos. pose proof underflow_pos.
    assert (Eo : o - output N h = t' * output N h) by (unfold o; ring). rewrite Eo.
    repeat split; trivial.
    - destruct (Rlt_dec _ _); [trivial|discriminate].
    - intros Q. destruct (Rlt_dec _ _); [reflexivity|contradiction].
    - intros Q. unfold logistic. destruct (Rle_dec _ _); [lra|]. destruct (Rle_or_lt (1 / (1 + exp (- o))) (1 / 2)) as [|G]; [assumption|].
      apply logistic_half in G. lra.
    - intros Q. unfold logistic. destruct (Rle_dec _ _); [rewrite Rabs_pos_eq in *; lra|]. apply logistic_half. lra.
    - intros ->. unfold logistic, o, output. rewrite dot_0, Rmult_0_l, Rabs_R0. destruct (Rle_dec _ _); lra.
    - destruct (fading A) as [e|] eqn:Ef; [|trivial]. split.
      + rewrite Rabs_mult. pose proof (terms_above (vals (nV N)) h). unfold output. pose proof (Rabs_pos t'). pose proof (Rabs_pos (dot (vals (nV N)) h)). nra.
      + intros Q. unfold logistic. destruct (Rle_dec _ _); [reflexivity|contradiction].
  Qed.
End Off.

(* Exact arithmetic runs through every word of columns. *)
Theorem exact_runs N A w : tie <= absolute A -> match fading A with None => True | Some e => 0 <= e end -> length (nU N) = length (nW N) ->
  forall h, exists bs, run _ (pstep N A) (says N A) h w bs.
Proof.
  intros La Le L. pose proof tie_pos. assert (Z : forall i : nat, small A ((fun _ => 0) i)).
  { intros i. unfold small. rewrite Rabs_R0. split; [lra|]. destruct (fading A); trivial. }
  induction w as [|x w IH]; intros h; [exists []; constructor|].
  set (h' := off N (fun _ => 0) h x). destruct (off_says N A Le 0) with (h := h') as (b & Hb); trivial.
  - rewrite Rabs_R0. destruct (fading A); trivial.
  - rewrite Rmult_0_l, Rabs_R0. lra.
  - destruct (IH h') as (bs & Hr). exists (b :: bs). econstructor; [|exact Hb|exact Hr]. now apply off_steps.
Qed.
