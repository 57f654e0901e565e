(* Order reduction (L5): the generators of a set are replaced by one for each row of a metric.
   The set that [reduce] returns holds every state of the set that it was given. *)
From Adder Require Export Balls.
Open Scope R_scope.

Fixpoint times (x r : list float) : list I :=
  match x, r with a :: x, b :: r => imul (pt a) (pt b) :: times x r | _, _ => [] end.
Lemma times_ok x : forall r, exists l, Forall2 has (times x r) l /\ forall t, dot l t = dot (vals x) (fun j => nth j (vals r) 0 * t j).
Proof.
  induction x as [|a x IH]; intros r; [exists []; split; [constructor|reflexivity]|]. destruct r as [|b r].
  - exists []. split; [constructor|]. intros t. simpl (dot []). symmetry. apply dot_zeros. intros k. change (vals []) with (@nil R). rewrite nth_none. ring.
  - destruct (IH r) as (l & Hl & E). exists (val a * val b :: l). split; [constructor; [apply imul_ok; apply pt_ok|exact Hl]|].
    intros t. simpl. rewrite E. fold (vals x). ring.
Qed.

Definition only_generators (g : list (list float)) : set := {| sc := []; sm := []; sg := g; sb := PrimFloat.zero |}.
Definition reduce (T X : list (list float)) (S : set) : option set :=
  let P := prepare' (only_generators (sg S)) in
  let rs := map (fun t => let f := affine' P t in upper (iadd (iadd (iabs (pt (ez f))) (spread' f)) iz)) T in
  let row x := times x rs in
  let b := upper (iadd (pt (sb S)) (iadd (imax (map (fun x => idist (row x) (map mid (row x))) X)) (imul eps (imax (map uabs (sg S)))))) in
  if forallb IP.F.real rs && IP.F.real b && (length (sg S) <=? length T)%nat && nonneg (pt (sb S))
  then Some {| sc := sc S; sm := sm S; sg := map (fun x => map mid (row x)) X; sb := b |} else None.

Lemma ratio y r : Rabs y <= r -> exists t, Rabs t <= 1 /\ y = r * t.
Proof.
  intros H. pose proof (Rabs_pos y). destruct (Req_dec r 0) as [Z|Z].
  - exists 0. rewrite Rabs_R0. split; [lra|]. destruct (Req_dec y 0) as [Y|Y]; [lra|]. pose proof (Rabs_pos_lt y Y). lra.
  - exists (y / r). split; [|field; exact Z]. unfold Rdiv. rewrite Rabs_mult, Rabs_inv, (Rabs_pos_eq r) by lra.
    apply (Rmult_le_reg_r r); [lra|]. rewrite Rmult_assoc, Rinv_l by exact Z. lra.
Qed.
Lemma ratios (y r : nat -> R) : (forall k, Rabs (y k) <= r k) -> exists t, box 1 t /\ forall k, y k = r k * t k.
Proof.
  intros H. exists (fun k => if Req_EM_T (r k) 0 then 0 else y k / r k). assert (A : forall k, exists t, Rabs t <= 1 /\ y k = r k * t) by (intros; apply ratio, H).
  split; intros k; destruct (A k) as (t & Lt & E); destruct (Req_EM_T (r k) 0) as [Z|Z].
  - rewrite Rabs_R0. lra.
  - rewrite E. replace (r k * t / r k) with t by (field; exact Z). exact Lt.
  - rewrite E, Z. ring.
  - rewrite E. field. exact Z.
Qed.

Theorem reduce_ok T X S S' h : inverse T X = true -> In S h -> reduce T X S = Some S' -> In S' h.
Proof.
  intros HI (xi & eta & beta & Hx & He & Hb & Hh). unfold reduce. set (P := prepare' _). set (rs := map _ T).
  set (row x := times x rs). set (b := upper _). destruct (_ && _) eqn:E; [|discriminate]. intros Q. injection Q as <-.
  rewrite !andb_true_iff, forallb_forall in E. destruct E as [[[Fr Fb] L] Ps]. apply Nat.leb_le in L.
  assert (HX : length X = length T) by (unfold inverse in HI; rewrite andb_true_iff, Nat.eqb_eq in HI; apply HI).
  set (d k := dot (nth k (map vals (sg S)) []) eta).
  (* how far the generators reach, and their image *)
  destruct (imax_ok uabs (fun l => l1 (vals l)) (sg S) uabs_ok) as (D & HD & PD & BD).
  assert (Bd : box D d).
  { intros k. unfold d. rewrite nth_valss. pose proof (dot_l1 (vals (nth k (sg S) [])) eta 1 He) as B. rewrite Rmult_1_r in B. eapply Rle_trans; [exact B|].
    destruct (Nat.lt_ge_cases k (length (sg S))) as [Hk|Hk]; [apply BD, nth_In, Hk|]. rewrite nth_overflow by exact Hk. simpl. exact PD. }
  assert (Hd : forall k, d k = at_ (only_generators (sg S)) (fun _ => 0) eta (fun _ => 0) k).
  { intros k. unfold at_, d. cbn [sc sm sg only_generators]. change (vals []) with (@nil R). change (map vals []) with (@nil (list R)).
    rewrite !nth_none. simpl (dot [] _). ring. }
  assert (U0 : unit2 (fun _ => 0)) by (intros n; replace (sumsq n _) with 0; [lra|]; induction n; simpl; [easy|]; rewrite <- IHn; ring).
  assert (B0 : box (val (sb (only_generators (sg S)))) (fun _ => 0)) by (intros k; simpl; rewrite Rabs_R0, val_zero; lra).
  destruct (ratios (fun j => dot (nth j (map vals T) []) d) (fun j => nth j (vals rs) 0)) as (t & Ht & Et).
  { intros j. destruct (Nat.lt_ge_cases j (length T)) as [Hj|Hj].
    - pose proof (affine'_ok _ _ _ _ d (nth j T []) U0 He B0 Hd) as Hf. rewrite nth_valss. fold P in Hf.
      set (f := affine' P (nth j T [])) in *. set (y := dot _ d) in *.
      assert (Er : nth j rs PrimFloat.zero = upper (iadd (iadd (iabs (pt (ez f))) (spread' f)) iz)).
      { unfold rs. rewrite (nth_indep _ _ ((fun t => upper (iadd (iadd (iabs (pt (ez (affine' P t)))) (spread' (affine' P t))) iz)) [])) by (rewrite length_map; exact Hj).
        rewrite (map_nth (fun t => upper (iadd (iadd (iabs (pt (ez (affine' P t)))) (spread' (affine' P t))) iz))). reflexivity. }
      rewrite nth_vals. assert (Rr : IP.F.real (nth j rs PrimFloat.zero) = true) by (apply Fr, nth_In; unfold rs; rewrite length_map; exact Hj).
      rewrite Er in *. destruct Hf as (rho & Hr & Lr). destruct (usq_ok (ea f)) as (q & Hq & Lq). destruct (uabs_ok (eb f)) as (w & Hw & Lw).
      eapply Rle_trans; [|apply (upper_ok _ _ Rr); apply iadd_ok; [apply iadd_ok; [apply iabs_ok, pt_ok|unfold spread'; apply iadd_ok; [apply iadd_ok; [apply isqrt_ok; exact Hq|exact Hw]|exact Hr]]|apply iz_ok]].
      pose proof (dot_norm (vals (ea f)) _ U0). pose proof (dot_l1 (vals (eb f)) eta 1 He). rewrite Rmult_1_r in *. pose proof (sqrt_le_1_alt _ _ Lq).
      set (d1 := dot (vals (ea f)) _) in *. set (d2 := dot (vals (eb f)) eta) in *.
      replace y with ((val (ez f) + d1 + d2) + (y - (val (ez f) + d1 + d2))) by ring.
      pose proof (Rabs_triang (val (ez f) + d1 + d2) (y - (val (ez f) + d1 + d2))). pose proof (Rabs_triang (val (ez f) + d1) d2). pose proof (Rabs_triang (val (ez f)) d1). lra.
    - rewrite (nth_overflow (map vals T)) by (rewrite length_map; exact Hj). rewrite (nth_overflow (vals rs)); [simpl; rewrite Rabs_R0; lra|].
      unfold vals, rs. rewrite !length_map. exact Hj. }
  (* the rows, and what is left over *)
  set (ex x := Rabs (dot (vals x) (fun j => nth j (vals rs) 0 * t j) - dot (vals (map mid (row x))) t)).
  destruct (imax_ok (fun x => idist (row x) (map mid (row x))) ex X) as (M & HM & PM & BM).
  { intros x. destruct (times_ok x rs) as (l & Hl & El). destruct (idist_ok _ _ Hl 1 t Ht ltac:(lra)) as (z & Hz & Lz). exists z. split; [exact Hz|].
    unfold ex. rewrite <- El. exact Lz. }
  assert (Lb : val (sb S) + (M + reps * D) <= val b).
  { apply (upper_ok _ _ Fb). apply iadd_ok; [apply pt_ok|]. apply iadd_ok; [exact HM|]. apply imul_ok; [apply eps_ok|exact HD]. }
  pose proof reps_small. assert (0 <= reps * D) by (apply Rmult_le_pos; lra).
  exists xi, t, (fun k => beta k + (d k - dot (nth k (map vals (map (fun x => map mid (row x)) X)) []) t)).
  split; [exact Hx|]. split; [exact Ht|]. split.
  - intros k. cbn [sb]. rewrite nth_valss. eapply Rle_trans; [apply Rabs_triang|]. specialize (Hb k).
    assert (G : Rabs (d k - dot (vals (nth k (map (fun x => map mid (row x)) X) [])) t) <= M + reps * D); [|lra].
    destruct (Nat.lt_ge_cases k (length T)) as [Hk|Hk].
    + destruct (inverse_ok T X k d D HI Hk Bd) as (e & Le & Ed). rewrite Ed.
      replace (nth k (map (fun x => map mid (row x)) X) []) with (map mid (row (nth k X [])))
        by (rewrite <- (map_nth (fun x => map mid (row x)) X [] k); apply nth_indep; rewrite length_map; lia).
      set (x := nth k X []) in *. assert (Hin : List.In x X) by (apply nth_In; lia). specialize (BM x Hin). unfold ex in BM.
      rewrite (dot_ext _ (fun j => dot (nth j (map vals T) []) d) (fun j => nth j (vals rs) 0 * t j)) by exact Et.
      set (A := dot (vals x) _) in *. set (B := dot (vals (map mid (row x))) t) in *. replace (A - e - B) with ((A - B) - e) by ring.
      pose proof (Rabs_triang (A - B) (- e)) as Q. rewrite Rabs_Ropp in Q. fold (A - B - e) in Q. lra.
    + replace (d k) with 0; [|unfold d; rewrite nth_overflow by (rewrite length_map; lia); reflexivity].
      rewrite nth_overflow by (rewrite length_map; lia). simpl. rewrite Rminus_0_r, Rabs_R0. lra.
  - intros k. rewrite Hh. unfold at_. cbn [sc sm sg]. fold (d k). unfold row. ring.
Qed.
