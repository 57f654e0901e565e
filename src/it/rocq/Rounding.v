(* Products and sums of doubles, rounded as the kernel rounds them, and by how much they err at most (L2).
   One bound serves all: a sum of n products errs by n(3 u S + 5 ulp0) if it is finite, S the sum of their absolute values. *)
From Adder Require Export Vectors.
From Interval Require Import Primitive_ops Xreal.
From Flocq Require Import Core Relative BinarySingleNaN IEEE754.PrimFloat.
Notation float := PrimFloat.float.
Open Scope R_scope.

Definition u : R := / 2 * bpow radix2 (-53 + 1).
Definition ulp0 : R := / 2 * bpow radix2 (-1074).
Definition fin (x : float) : Prop := PrimFloat.is_finite x = true.

Lemma u_pos : 0 < u <= / 1024 / 1024 / 1024.
Proof. unfold u. simpl. split; [apply Rmult_lt_0_compat; [lra|apply Rinv_0_lt_compat, IZR_lt; reflexivity]|].
  change (Z.pow_pos 2 52) with 4503599627370496%Z. lra. Qed.
Lemma ulp0_pos : 0 < ulp0.
Proof. unfold ulp0. apply Rmult_lt_0_compat; [lra|apply bpow_gt_0]. Qed.

Lemma val_B2R x : val x = B2R (Prim2B x).
Proof.
  unfold val, IP.convert_bound. fold (PrimitiveFloat.toX x). rewrite PrimitiveFloat.toX_Prim2B. destruct (Prim2B x); try reflexivity.
  now rewrite PrimitiveFloat.B2R_BtoX.
Qed.
Lemma fin_B x : fin x <-> BinarySingleNaN.is_finite (Prim2B x) = true.
Proof. unfold fin. now rewrite is_finite_equiv. Qed.
Lemma round_err x : Rabs (round radix2 (SpecFloat.fexp 53 1024) (round_mode mode_NE) x - x) <= u * Rabs x + ulp0.
Proof.
  destruct (error_N_FLT radix2 (-1074) 53 eq_refl (fun x => negb (Z.even x)) x) as (e & n & He & Hn & _ & E).
  change (round _ _ _ x) with (round radix2 (FLT_exp (-1074) 53) (Znearest (fun x => negb (Z.even x))) x). rewrite E.
  replace (x * (1 + e) + n - x) with (e * x + n) by ring. eapply Rle_trans; [apply Rabs_triang|]. rewrite Rabs_mult.
  apply Rplus_le_compat; [apply Rmult_le_compat_r; [apply Rabs_pos|exact He]|exact Hn].
Qed.

Lemma mul_err x y : fin (PrimFloat.mul x y) ->
  fin x /\ fin y /\ Rabs (val (PrimFloat.mul x y) - val x * val y) <= u * Rabs (val x * val y) + ulp0.
Proof.
  rewrite !fin_B, !val_B2R, mul_equiv. pose proof (Bmult_correct _ _ Hprec Hmax mode_NE (Prim2B x) (Prim2B y)) as H.
  intros F. destruct (Rlt_bool _ _).
  - destruct H as (E & F' & _). rewrite F in F'. symmetry in F'. rewrite andb_true_iff in F'. destruct F'. repeat split; trivial.
    change FloatOps.prec with 53%Z in *. change FloatOps.emax with 1024%Z in *. rewrite E. apply round_err.
  - exfalso. destruct (Bmult _ _ _); simpl in *; try discriminate; unfold binary_overflow in H; simpl in H; destruct (xorb _ _); discriminate.
Qed.
Lemma add_err x y : fin (PrimFloat.add x y) ->
  fin x /\ fin y /\ Rabs (val (PrimFloat.add x y) - (val x + val y)) <= u * Rabs (val x + val y) + ulp0.
Proof.
  rewrite !fin_B, !val_B2R, add_equiv. intros F.
  assert (Fx : BinarySingleNaN.is_finite (Prim2B x) = true) by (destruct (Prim2B x) as [| | |], (Prim2B y) as [| | |]; try destruct s, s0; try reflexivity; discriminate).
  assert (Fy : BinarySingleNaN.is_finite (Prim2B y) = true) by (destruct (Prim2B x) as [| | |], (Prim2B y) as [| | |]; try destruct s, s0; try reflexivity; discriminate).
  pose proof (Bplus_correct _ _ Hprec Hmax mode_NE (Prim2B x) (Prim2B y) Fx Fy) as H. repeat split; trivial.
  destruct (Rlt_bool _ _).
  - destruct H as (E & _). change FloatOps.prec with 53%Z in *. change FloatOps.emax with 1024%Z in *. rewrite E. apply round_err.
  - exfalso. destruct H as [H _]. destruct (Bplus _ _ _); simpl in *; try discriminate; unfold binary_overflow in H; simpl in H; destruct (Bsign _); discriminate.
Qed.
Lemma val_abs x : val (PrimFloat.abs x) = Rabs (val x).
Proof. rewrite !val_B2R, abs_equiv. apply B2R_Babs. Qed.

(* One term more: p is computed as y, the sum S of the others as s, and y + s as r. *)
Lemma term_err r y s p : Rabs (y - p) <= u * Rabs p + ulp0 -> Rabs (r - (y + s)) <= u * Rabs (y + s) + ulp0 ->
  Rabs (r - (p + s)) <= 3 * u * Rabs p + u * Rabs s + 3 * ulp0.
Proof.
  intros Hy Hr. pose proof u_pos. pose proof ulp0_pos. pose proof (Rabs_pos p). pose proof (Rabs_pos s).
  assert (Rabs y <= (1 + u) * Rabs p + ulp0) by (replace y with ((y - p) + p) by ring; pose proof (Rabs_triang (y - p) p); lra).
  assert (Rabs (y + s) <= Rabs y + Rabs s) by apply Rabs_triang.
  replace (r - (p + s)) with ((r - (y + s)) + (y - p)) by ring.
  eapply Rle_trans; [apply Rabs_triang|].
  assert (u * Rabs (y + s) <= u * ((1 + u) * Rabs p + ulp0 + Rabs s)) by (apply Rmult_le_compat_l; lra).
  assert (u * u * Rabs p <= u * Rabs p) by (apply Rmult_le_compat_r; nra). assert (u * ulp0 <= ulp0) by nra. nra.
Qed.

Fixpoint fdot (w c : list float) : float :=
  match w, c with a :: w, x :: c => PrimFloat.add (PrimFloat.mul a x) (fdot w c) | _, _ => PrimFloat.zero end.
Fixpoint faxpy (a : float) (l acc : list float) : list float :=
  match l, acc with
  | x :: l, y :: acc => PrimFloat.add (PrimFloat.mul a x) y :: faxpy a l acc
  | [], acc => acc
  | l, [] => map (PrimFloat.mul a) l
  end.
Fixpoint fcomb (w : list float) (m : list (list float)) : list float :=
  match w, m with a :: w, l :: m => faxpy a l (fcomb w m) | _, _ => [] end.

Lemma val_zero : val PrimFloat.zero = 0.
Proof. reflexivity. Qed.
Definition adot (w c : list float) : R := l1 (map (fun q => val (fst q) * val (snd q)) (combine w c)).
Lemma dot_zeros l x : (forall k, x k = 0) -> dot l x = 0.
Proof. intros H. rewrite (dot_ext _ _ (fun _ => 0 * 0)) by (intros; rewrite H; ring). rewrite dot_scale. ring. Qed.
Lemma nth_none {A} k (d : A) : nth k [] d = d.
Proof. now destruct k. Qed.
Lemma dot_none w : dot w (fun k => nth k [] 0) = 0.
Proof. apply dot_zeros. intros. apply nth_none. Qed.
Lemma dot_no_rows w v : dot w (fun k => dot (nth k [] []) v) = 0.
Proof. apply dot_zeros. intros. now rewrite nth_none. Qed.
Lemma dot_adot w : forall c, Rabs (dot (vals w) (fun k => nth k (vals c) 0)) <= adot w c.
Proof.
  induction w as [|a w IH]; intros [|x c]; try (change (vals []) with (@nil R); rewrite dot_none, Rabs_R0; apply l1_pos).
  - simpl. rewrite Rabs_R0. apply l1_pos.
  - unfold adot. simpl. eapply Rle_trans; [apply Rabs_triang|]. apply Rplus_le_compat_l. apply IH.
Qed.
Definition few (n : nat) : Prop := (n <= 1024)%nat.
Lemma few_u n : few n -> 0 <= INR n /\ 4 * u * INR n <= 1.
Proof.
  unfold few. intros H. apply le_INR in H. pose proof (pos_INR n). change 1024%nat with (Nat.mul 32 32) in H. rewrite mult_INR in H. simpl in H.
  pose proof u_pos. split; [lra|]. nra.
Qed.
Lemma carry_err n A e : 0 <= n -> 4 * u * n <= 1 -> 0 <= A -> 0 <= e ->
  u * (A + n * (3 * u * A + 5 * e)) <= 2 * u * A + 2 * e.
Proof.
  intros. pose proof u_pos. assert (0 <= u * n) by (apply Rmult_le_pos; lra). assert (0 <= u * A) by (apply Rmult_le_pos; lra).
  replace (u * (A + n * (3 * u * A + 5 * e))) with (u * A + (u * n) * (3 * (u * A)) + (u * n) * (5 * e)) by ring.
  assert ((u * n) * (3 * (u * A)) <= / 4 * (3 * (u * A))) by (apply Rmult_le_compat_r; lra).
  assert ((u * n) * (5 * e) <= / 4 * (5 * e)) by (apply Rmult_le_compat_r; lra). lra.
Qed.
Lemma fdot_err w : few (length w) -> forall c, fin (fdot w c) ->
  Rabs (val (fdot w c) - dot (vals w) (fun k => nth k (vals c) 0)) <= INR (length w) * (3 * u * adot w c + 5 * ulp0).
Proof.
  pose proof u_pos as Pu. pose proof ulp0_pos as Pe.
  induction w as [|a w IH]; intros L [|x c] F;
    try (change (vals []) with (@nil R); rewrite dot_none; unfold adot; simpl; rewrite val_zero, Rminus_0_r, Rabs_R0).
  - simpl. lra.
  - unfold adot. simpl. rewrite val_zero, Rminus_0_r, Rabs_R0. lra.
  - change (match length w with O => 1 | S _ => INR (length w) + 1 end) with (INR (S (length w))). apply Rmult_le_pos; [apply pos_INR|lra].
  - cbn [fdot] in *. destruct (add_err _ _ F) as (Fm & Fs & Ea). destruct (mul_err _ _ Fm) as (_ & _ & Em).
    assert (L' : few (length w)) by (unfold few in *; simpl in L; lia). specialize (IH L' c Fs). cbn [length]. rewrite S_INR.
    pose proof (term_err _ _ _ _ Em Ea) as T. pose proof (dot_adot w c) as B. destruct (few_u _ L') as [P1 P2].
    change (dot (vals (a :: w)) (fun k => nth k (vals (x :: c)) 0)) with (val a * val x + dot (vals w) (fun k => nth k (vals c) 0)).
    change (adot (a :: w) (x :: c)) with (Rabs (val a * val x) + adot w c). set (d := dot (vals w) _) in *.
    set (n := INR (length w)) in *. set (A := adot w c) in *. set (r := val (PrimFloat.add _ _)) in *. set (s := val (fdot w c)) in *.
    set (q := val a * val x) in *. pose proof (Rabs_pos q).
    replace (r - (q + d)) with ((r - (q + s)) + (s - d)) by ring. eapply Rle_trans; [apply Rabs_triang|].
    assert (Rabs s <= A + n * (3 * u * A + 5 * ulp0)).
    { replace s with ((s - d) + d) by ring. pose proof (Rabs_triang (s - d) d). lra. }
    pose proof (Rabs_pos d). assert (0 <= A) by lra.
    assert (u * Rabs s <= u * (A + n * (3 * u * A + 5 * ulp0))) by (apply Rmult_le_compat_l; lra).
    pose proof (carry_err n A ulp0 P1 P2 ltac:(lra) ltac:(lra)) as C.
    assert (0 <= n * (u * Rabs q)) by (apply Rmult_le_pos; [lra|apply Rmult_le_pos; lra]). assert (0 <= u * A) by (apply Rmult_le_pos; lra). lra.
Qed.

(* The same for rows, applied to a vector v with entries of at most 1. *)
Lemma fin_in l : forallb PrimFloat.is_finite l = true -> List.Forall fin l.
Proof. intros H. apply Forall_forall. intros x. rewrite forallb_forall in H. apply H. Qed.
Lemma scale_err a l : List.Forall fin (map (PrimFloat.mul a) l) -> forall v, box 1 v ->
  Rabs (dot (vals (map (PrimFloat.mul a) l)) v - val a * dot (vals l) v) <= u * Rabs (val a) * l1 (vals l) + INR (length l) * ulp0.
Proof.
  pose proof u_pos as Pu. pose proof ulp0_pos as Pe.
  induction l as [|x l IH]; intros F v Hv.
  - simpl. rewrite Rmult_0_r, Rminus_0_r, Rabs_R0. lra.
  - inversion F as [|? ? F1 F2]; subst. specialize (IH F2 (fun k => v (S k)) (fun k => Hv (S k))). destruct (mul_err _ _ F1) as (_ & _ & E).
    cbn [length]. rewrite S_INR. unfold vals in *. cbn [map dot l1]. set (d := dot (map val (map _ l)) _) in *. set (d' := dot (map val l) _) in *.
    set (y := val (PrimFloat.mul a x)) in *. specialize (Hv 0%nat). set (v0 := v 0%nat) in *.
    replace (y * v0 + d - val a * (val x * v0 + d')) with ((y - val a * val x) * v0 + (d - val a * d')) by ring.
    eapply Rle_trans; [apply Rabs_triang|]. rewrite !Rabs_mult in *.
    assert (Rabs (y - val a * val x) * Rabs v0 <= (u * (Rabs (val a) * Rabs (val x)) + ulp0) * 1)
      by (apply Rmult_le_compat; trivial; apply Rabs_pos). lra.
Qed.
Lemma axpy_err a l : forall acc, List.Forall fin (faxpy a l acc) -> List.Forall fin acc /\ forall v, box 1 v ->
  Rabs (dot (vals (faxpy a l acc)) v - (val a * dot (vals l) v + dot (vals acc) v))
    <= 3 * u * Rabs (val a) * l1 (vals l) + u * l1 (vals acc) + INR (length l) * (3 * ulp0).
Proof.
  pose proof u_pos as Pu. pose proof ulp0_pos as Pe.
  induction l as [|x l IH]; intros acc F.
  - assert (E : faxpy a [] acc = acc) by (destruct acc; reflexivity). rewrite E in *. split; [exact F|]. intros v Hv. simpl.
    replace (_ - _) with 0 by ring. rewrite Rabs_R0. pose proof (l1_pos (vals acc)). nra.
  - destruct acc as [|y acc].
    + split; [constructor|]. intros v Hv. pose proof (scale_err a (x :: l) F v Hv) as S. change (faxpy a (x :: l) []) with (map (PrimFloat.mul a) (x :: l)).
      simpl (vals []). simpl (dot [] v). simpl (l1 []). rewrite Rplus_0_r, Rmult_0_r. pose proof (l1_pos (vals (x :: l))). pose proof (Rabs_pos (val a)).
      assert (0 <= Rabs (val a) * l1 (vals (x :: l))) by now apply Rmult_le_pos. pose proof (pos_INR (length (x :: l))). nra.
    + cbn [faxpy] in *. inversion F as [|? ? F1 F2]; subst. destruct (IH acc F2) as [Fa E]. destruct (add_err _ _ F1) as (Fm & Fy & E1).
      destruct (mul_err _ _ Fm) as (_ & _ & E2). split; [now constructor|]. intros v Hv. specialize (E (fun k => v (S k)) (fun k => Hv (S k))).
      pose proof (term_err _ _ _ _ E2 E1) as T. cbn [length]. rewrite S_INR. unfold vals in *. cbn [map dot l1]. set (d := dot (map val (faxpy a l acc)) _) in *.
      set (dl := dot (map val l) _) in *. set (da := dot (map val acc) _) in *.
      set (r := val (PrimFloat.add _ _)) in *. specialize (Hv 0%nat). set (v0 := v 0%nat) in *. rewrite Rabs_mult in T.
      replace (r * v0 + d - (val a * (val x * v0 + dl) + (val y * v0 + da))) with ((r - (val a * val x + val y)) * v0 + (d - (val a * dl + da))) by ring.
      eapply Rle_trans; [apply Rabs_triang|]. rewrite (Rabs_mult _ v0).
      assert (Rabs (r - (val a * val x + val y)) * Rabs v0 <= (3 * u * (Rabs (val a) * Rabs (val x)) + u * Rabs (val y) + 3 * ulp0) * 1)
        by (apply Rmult_le_compat; trivial; apply Rabs_pos). lra.
Qed.

Definition combabs (w : list float) (m : list (list float)) : R := l1 (map (fun q => val (fst q) * l1 (vals (snd q))) (combine w m)).
Lemma dot_combabs w : forall m v, box 1 v -> Rabs (dot (vals w) (fun k => dot (nth k (map vals m) []) v)) <= combabs w m.
Proof.
  induction w as [|a w IH]; intros [|l m] v Hv; try (simpl; rewrite Rabs_R0; apply l1_pos).
  - change (map vals []) with (@nil (list R)). rewrite dot_no_rows, Rabs_R0. apply l1_pos.
  - unfold combabs. simpl. eapply Rle_trans; [apply Rabs_triang|]. apply Rplus_le_compat; [|now apply IH].
    rewrite !Rabs_mult. apply Rmult_le_compat_l; [apply Rabs_pos|]. pose proof (dot_l1 (vals l) v 1 Hv) as D. rewrite Rmult_1_r in D.
    rewrite (Rabs_pos_eq (l1 _)) by apply l1_pos. exact D.
Qed.
(* A vector on which a form takes its 1-norm *)
Definition signs (l : list R) (k : nat) : R := if Rle_dec 0 (nth k l 0) then 1 else -1.
Lemma signs_box l : box 1 (signs l).
Proof. intros k. unfold signs. destruct Rle_dec; [rewrite Rabs_R1|rewrite Rabs_left]; lra. Qed.
Lemma signs_l1 l : dot l (signs l) = l1 l.
Proof.
  induction l as [|a l IH]; simpl; [easy|]. f_equal; [|exact IH]. unfold signs. simpl. destruct (Rle_dec 0 a).
  - rewrite Rabs_pos_eq by assumption. ring.
  - rewrite Rabs_left by lra. ring.
Qed.
Lemma comb_err w : few (length w) -> forall m, List.Forall (fun l => few (length l)) m -> List.Forall fin (fcomb w m) -> forall v, box 1 v ->
  Rabs (dot (vals (fcomb w m)) v - dot (vals w) (fun k => dot (nth k (map vals m) []) v))
    <= INR (length w) * (3 * u * combabs w m + 5 * (1024 * ulp0)).
Proof.
  pose proof u_pos as Pu. pose proof ulp0_pos as Pe.
  induction w as [|a w IH]; intros L m Hm F v Hv.
  - simpl. rewrite Rminus_0_r, Rabs_R0. lra.
  - destruct Hm as [|l m Hl Hm].
    + change (map vals []) with (@nil (list R)). rewrite dot_no_rows. simpl fcomb. simpl vals. simpl (dot [] v).
      rewrite Rminus_0_r, Rabs_R0. apply Rmult_le_pos; [apply pos_INR|]. unfold combabs. simpl. lra.
    + cbn [fcomb] in *. destruct (axpy_err _ _ _ F) as [Fa E].
      assert (L' : few (length w)) by (unfold few in *; simpl in L; lia). pose proof (IH L' m Hm Fa) as IH'. specialize (E v Hv).
      (* the size of what has been summed so far *)
      pose proof (IH' _ (signs_box (vals (fcomb w m)))) as Z. rewrite signs_l1 in Z.
      pose proof (dot_combabs w m _ (signs_box (vals (fcomb w m)))) as Z2.
      specialize (IH' v Hv). destruct (few_u _ L') as [P1 P2]. cbn [length]. rewrite S_INR.
      change (dot (vals (a :: w)) (fun k => dot (nth k (map vals (l :: m)) []) v)) with
        (val a * dot (vals l) v + dot (vals w) (fun k => dot (nth k (map vals m) []) v)).
      assert (EA : combabs (a :: w) (l :: m) = Rabs (val a) * l1 (vals l) + combabs w m).
      { unfold combabs. simpl. rewrite Rabs_mult, (Rabs_pos_eq (l1 _)) by apply l1_pos. reflexivity. }
      rewrite EA. clear EA.
      set (r := dot (vals (faxpy _ _ _)) v) in *. set (dl := dot (vals l) v) in *. set (s := dot (vals (fcomb w m)) v) in *.
      set (D := dot (vals w) _) in *. set (x := dot (vals w) (fun k => dot _ (signs _))) in *. set (n := INR (length w)) in *.
      set (A := combabs w m) in *. set (q := Rabs (val a) * l1 (vals l)) in *. set (t := l1 (vals (fcomb w m))) in *.
      assert (0 <= q) by (apply Rmult_le_pos; [apply Rabs_pos|apply l1_pos]).
      assert (0 <= A) by (pose proof (Rabs_pos x); lra).
      assert (t <= A + n * (3 * u * A + 5 * (1024 * ulp0))).
      { pose proof (Rle_abs (t - x)). pose proof (Rle_abs x). lra. }
      assert (u * t <= u * (A + n * (3 * u * A + 5 * (1024 * ulp0)))) by (apply Rmult_le_compat_l; lra).
      pose proof (carry_err n A (1024 * ulp0) P1 P2 ltac:(lra) ltac:(lra)) as C.
      assert (INR (length l) * (3 * ulp0) <= 1024 * (3 * ulp0)).
      { apply Rmult_le_compat_r; [lra|]. unfold few in Hl. apply le_INR in Hl. change 1024%nat with (32 * 32)%nat in Hl. rewrite mult_INR in Hl. simpl in Hl. lra. }
      replace (r - (val a * dl + D)) with ((r - (val a * dl + s)) + (s - D)) by ring. eapply Rle_trans; [apply Rabs_triang|].
      assert (0 <= n * (u * q)) by (apply Rmult_le_pos; [lra|apply Rmult_le_pos; lra]). assert (0 <= u * A) by (apply Rmult_le_pos; lra).
      replace (3 * u * Rabs (val a) * l1 (vals l)) with (3 * u * q) in E by (unfold q; ring). lra.
Qed.
