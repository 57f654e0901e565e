(* Sets of states c + M xi + G eta + beta, what a linear form makes of them (L2), and how far tanh is from a line (L3).
   All in interval arithmetic; Forms.v has linear forms in plain doubles, which are ten times as fast. *)
From Adder Require Export Base Tanh Vectors.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

Definition itanh i := isub ione (idiv itwo (iadd (iexp (imul itwo i)) ione)).
Lemma itanh_ok i x : i ∋ x -> itanh i ∋ tanh x.
Proof.
  intros. rewrite tanh_exp. apply isub_ok; [apply ione_ok|]. apply idiv_ok; [apply itwo_ok|].
  apply iadd_ok; [|apply ione_ok]. apply iexp_ok, imul_ok; [apply itwo_ok|assumption].
Qed.

(* L3. A slope that is not in (0, 1] counts as 0. *)
Definition usable a := positive (pt a) && le (pt a) ione.
Definition slope a : I := if usable a then pt a else iz.
Definition rslope a : R := if usable a then val a else 0.
Definition residual (a l u : float) (tl tu : I) : I :=      (* of tanh at the ends, too *)
  let f x t := isub t (imul (slope a) (pt x)) in
  let ends := ijoin (f l tl) (f u tu) in
  if usable a then
    let r := isqrt (isub ione (pt a)) in
    let t := imul (idiv ione itwo) (iln (idiv (iadd ione r) (isub ione r))) in
    let top := isub r (imul (pt a) t) in
    let ends := if le (pt u) t || le t (pt l) then ends else ijoin ends top in
    if le (pt u) (ineg t) || le (ineg t) (pt l) then ends else ijoin ends (ineg top)
  else ends.

Lemma slope_ok a : slope a ∋ rslope a.
Proof. unfold slope, rslope. destruct usable; [apply pt_ok|apply iz_ok]. Qed.
Lemma rslope_pos a : usable a = true -> 0 < val a <= 1.
Proof.
  unfold usable. rewrite andb_true_iff. intros [A B].
  split; [exact (positive_ok _ _ A (pt_ok a)) | exact (le_ok _ _ _ _ B (pt_ok a) ione_ok)].
Qed.

Lemma residual_ok a l u tl tu z : tl ∋ tanh (val l) -> tu ∋ tanh (val u) -> val l <= z <= val u ->
  residual a l u tl tu ∋ tanh z - rslope a * z.
Proof.
  intros Htl Htu Hz. unfold residual. cbv beta zeta.
  pose (f x t := isub t (imul (slope a) (pt x))).
  assert (Hf : forall x t, t ∋ tanh (val x) -> f x t ∋ tanh (val x) - rslope a * val x)
    by (intros; apply isub_ok; [assumption | apply imul_ok; [apply slope_ok | apply pt_ok]]).
  pose proof (ijoin_l _ (f u tu) _ (Hf l tl Htl)) as Hl. pose proof (ijoin_r (f l tl) _ _ (Hf u tu Htu)) as Hu.
  unfold f in *. clear Hf f Htl Htu.
  set (ends := ijoin _ _) in *. clearbody ends. unfold rslope in *. destruct (usable a) eqn:Ua.
  2: { apply (has_convex _ _ _ _ Hl Hu). pose proof (tanh_mono (val l) z). pose proof (tanh_mono z (val u)). lra. }
  pose proof (rslope_pos a Ua) as Ha.
  set (ri := isqrt (isub ione (pt a))). set (ti := imul (idiv ione itwo) (iln (idiv (iadd ione ri) (isub ione ri)))).
  pose (r := sqrt (1 - val a)). pose (t := / 2 * ln ((1 + r) / (1 - r))).
  assert (Hr : ri ∋ r) by (apply isqrt_ok, isub_ok; [apply ione_ok|apply pt_ok]).
  assert (Ht : ti ∋ t).
  { apply imul_ok. { replace (/ 2) with (1 / 2) by field. apply idiv_ok; [apply ione_ok|apply itwo_ok]. }
    apply iln_ok, idiv_ok; [apply iadd_ok|apply isub_ok]; trivial; apply ione_ok. }
  assert (Htop : isub ri (imul (pt a) ti) ∋ r - val a * t) by (apply isub_ok; [|apply imul_ok; [apply pt_ok|]]; assumption).
  set (top := isub ri (imul (pt a) ti)) in *. clearbody ri ti top.
  (* after the first join: a value above f z; then one below *)
  set (J1 := if le (pt u) ti || le ti (pt l) then ends else ijoin ends top).
  set (J2 := if le (pt u) (ineg ti) || le (ineg ti) (pt l) then J1 else ijoin J1 (ineg top)).
  assert (E1 : forall x, ends ∋ x -> J1 ∋ x) by (intros; unfold J1; destruct (_ || _); [assumption|now apply ijoin_l]).
  assert (E2 : forall x, J1 ∋ x -> J2 ∋ x) by (intros ? X; unfold J2; destruct (le (pt u) (ineg ti) || le (ineg ti) (pt l)); [exact X|apply ijoin_l, X]).
  assert (T1 : val l < t < val u -> J1 ∋ r - val a * t).
  { intros. unfold J1. destruct (le (pt u) ti) eqn:L1; [pose proof (le_ok _ _ _ _ L1 (pt_ok u) Ht); lra|].
    destruct (le ti (pt l)) eqn:L2; [pose proof (le_ok _ _ _ _ L2 Ht (pt_ok l)); lra|]. now apply ijoin_r. }
  assert (T2 : val l < - t < val u -> J2 ∋ val a * t - r).
  { intros. unfold J2. pose proof (ineg_ok _ _ Ht) as Hn.
    destruct (le (pt u) (ineg ti)) eqn:L1; [pose proof (le_ok _ _ _ _ L1 (pt_ok u) Hn); lra|].
    destruct (le (ineg ti) (pt l)) eqn:L2; [pose proof (le_ok _ _ _ _ L2 Hn (pt_ok l)); lra|]. apply ijoin_r.
    replace (val a * t - r) with (- (r - val a * t)) by ring. now apply ineg_ok. }
  assert (Hhi : exists hi, J2 ∋ hi /\ tanh z - val a * z <= hi).
  { pose (e := Rmax (tanh (val l) - val a * val l) (tanh (val u) - val a * val u)).
    assert (He : J2 ∋ e) by (unfold e, Rmax; destruct Rle_dec; auto).
    assert (Et : tanh t = r) by (apply tanh_artanh, r_range, Ha).
    destruct (Rlt_dec (val l) t) as [A|A]; [destruct (Rlt_dec t (val u)) as [B|B]|].
    - exists (Rmax e (r - val a * t)). split; [unfold Rmax at 1; destruct Rle_dec; auto|].
      apply (below (val a) Ha (val l) (val u) z); trivial.
      + eapply Rle_trans; [apply Rmax_l|]. apply Rmax_l.
      + eapply Rle_trans; [apply Rmax_r|]. apply Rmax_l.
      + intros _. fold r. fold t. rewrite Et. apply Rmax_r.
    - exists e. split; trivial. apply (below (val a) Ha (val l) (val u) z); trivial; [apply Rmax_l|apply Rmax_r|]. fold r; fold t; lra.
    - exists e. split; trivial. apply (below (val a) Ha (val l) (val u) z); trivial; [apply Rmax_l|apply Rmax_r|]. fold r; fold t; lra. }
  assert (Hlo : exists lo, J2 ∋ lo /\ lo <= tanh z - val a * z).
  { pose (e := Rmin (tanh (val l) - val a * val l) (tanh (val u) - val a * val u)).
    assert (He : J2 ∋ e) by (unfold e, Rmin; destruct Rle_dec; auto).
    destruct (Rlt_dec (val l) (- t)) as [A|A]; [destruct (Rlt_dec (- t) (val u)) as [B|B]|].
    - exists (Rmin e (val a * t - r)). split; [unfold Rmin at 1; destruct Rle_dec; auto|].
      apply (above (val a) (val l) (val u) z); trivial.
      + eapply Rle_trans; [apply Rmin_l|]. apply Rmin_l.
      + eapply Rle_trans; [apply Rmin_l|]. apply Rmin_r.
      + intros _. fold r. fold t. apply Rmin_r.
    - exists e. split; trivial. apply (above (val a) (val l) (val u) z); trivial; [apply Rmin_l|apply Rmin_r|]. fold r; fold t; lra.
    - exists e. split; trivial. apply (above (val a) (val l) (val u) z); trivial; [apply Rmin_l|apply Rmin_r|]. fold r; fold t; lra. }
  destruct Hhi as (hi & ? & ?), Hlo as (lo & ? & ?). apply (has_convex _ lo hi); trivial. lra.
Qed.

(* Sets *)
Record set := { sc : list float; sm : list (list float); sg : list (list float); sb : float }.
Definition at_ (S : set) xi eta beta k : R :=
  nth k (vals (sc S)) 0 + dot (nth k (map vals (sm S)) []) xi + dot (nth k (map vals (sg S)) []) eta + beta k.
Definition In (S : set) (h : nat -> R) : Prop :=
  exists xi eta beta, unit2 xi /\ box 1 eta /\ box (val (sb S)) beta /\ forall k, h k = at_ S xi eta beta k.

(* L2: w h over the set, as z + A xi + B eta + rest *)
Record pset := { pc : list I; pm : list (list I); pg : list (list I); pb : I }.
Definition prepare (S : set) := {| pc := pts (sc S); pm := map pts (sm S); pg := map pts (sg S); pb := pt (sb S) |}.
Record form := { fz : I; fa : list I; fb : list I; fr : I }.
Definition affine (S : pset) (w : list I) : form :=
  {| fz := idot w (pc S); fa := comb w (pm S); fb := comb w (pg S); fr := imul (isumabs w) (pb S) |}.
Definition is_form (f : form) xi eta (y : R) : Prop :=
  exists z a b r rho, fz f ∋ z /\ Forall2 has (fa f) a /\ Forall2 has (fb f) b /\ fr f ∋ rho /\ Rabs r <= rho
    /\ y = z + dot a xi + dot b eta + r.
Lemma affine_ok S xi eta beta h w wr : box (val (sb S)) beta -> (forall k, h k = at_ S xi eta beta k) ->
  Forall2 has w wr -> is_form (affine (prepare S) w) xi eta (dot wr h).
Proof.
  intros Hb Hh Hw. destruct (comb_ok w wr Hw _ _ (ptss_ok (sm S))) as (a & Ha & Ea).
  destruct (comb_ok w wr Hw _ _ (ptss_ok (sg S))) as (b & Hb' & Eb).
  exists (dot wr (fun k => nth k (vals (sc S)) 0)), a, b, (dot wr beta), (l1 wr * val (sb S)).
  repeat split; simpl; trivial.
  - apply idot_ok; trivial. apply pts_ok.
  - apply imul_ok; [now apply isumabs_ok|apply pt_ok].
  - now apply dot_l1.
  - rewrite Ea, Eb, <- !dot_plus. apply dot_ext. intros k. rewrite Hh. unfold at_. reflexivity.
Qed.
Definition spread (f : form) : I := iadd (iadd (isqrt (isumsq (fa f))) (isumabs (fb f))) (fr f).
Lemma spread_ok f xi eta y : unit2 xi -> box 1 eta -> is_form f xi eta y -> iadd (fz f) (sym (spread f)) ∋ y.
Proof.
  intros Hx He (z & a & b & r & rho & Hz & Ha & Hb & Hr & Lr & ->). rewrite 2!Rplus_assoc. apply iadd_ok; trivial.
  apply (sym_ok _ (sqrt (sq a) + l1 b + rho)).
  - repeat apply iadd_ok; trivial; [now apply isqrt_ok, isumsq_ok | now apply isumabs_ok].
  - pose proof (dot_norm a xi Hx). pose proof (dot_l1 b eta 1 He). rewrite Rmult_1_r in *.
    pose proof (Rabs_triang (dot a xi) (dot b eta + r)). pose proof (Rabs_triang (dot b eta) r). lra.
Qed.

(* How far a list of intervals is from the doubles in the middle of them *)
Fixpoint idist (l : list I) (m : list float) : I :=
  match l, m with a :: l, x :: m => iadd (iabs (isub a (pt x))) (idist l m) | _, _ => iz end.
Lemma idist_ok l r : Forall2 has l r -> forall b x, (forall k, Rabs (x k) <= b) -> 0 <= b <= 1 ->
  exists d, idist l (map mid l) ∋ d /\ Rabs (dot r x - dot (vals (map mid l)) x) <= d.
Proof.
  intros H b. induction H as [|a y l r Ha Hl IH]; intros x Hx Hb; simpl.
  - exists 0. split; [apply iz_ok|]. rewrite Rminus_0_r, Rabs_R0. lra.
  - destruct (IH (fun k => x (S k)) (fun k => Hx (S k)) Hb) as (d & Hd & Ld). exists (Rabs (y - val (mid a)) + d). split.
    + apply iadd_ok; trivial. apply iabs_ok, isub_ok; trivial. apply pt_ok.
    + specialize (Hx 0%nat). set (u := dot r _) in *. set (v := dot (vals _) _) in *.
      replace (y * x 0%nat + u - (val (mid a) * x 0%nat + v)) with ((y - val (mid a)) * x 0%nat + (u - v)) by ring.
      pose proof (Rabs_triang ((y - val (mid a)) * x 0%nat) (u - v)). rewrite Rabs_mult in *.
      pose proof (Rabs_pos (y - val (mid a))). pose proof (Rabs_pos (x 0%nat)). nra.
Qed.
