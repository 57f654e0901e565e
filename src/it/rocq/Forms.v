(* Linear forms over a set, in plain doubles: what a matrix makes of a set, each row with one bound of all its rounding (L2).
   What is not finite or too long gets the interval that holds everything, so that no lemma has a side condition. *)
From Adder Require Export Rounding Sets.
Open Scope R_scope.

Definition kap : I := Eval vm_compute in idiv ione (IP.fromZ p (2 ^ 40)).
Definition tiny : I := Eval vm_compute in idiv ione (IP.fromZ p (2 ^ 600)).
Definition rkap : R := 1 / IZR (2 ^ 40).
Definition rtiny : R := 1 / IZR (2 ^ 600).
Lemma kap_ok : kap ∋ rkap.
Proof. replace kap with (idiv ione (IP.fromZ p (2 ^ 40))) by (vm_compute; reflexivity). apply idiv_ok; [apply ione_ok|apply IP.fromZ_correct]. Qed.
Lemma tiny_ok : tiny ∋ rtiny.
Proof. replace tiny with (idiv ione (IP.fromZ p (2 ^ 600))) by (vm_compute; reflexivity). apply idiv_ok; [apply ione_ok|apply IP.fromZ_correct]. Qed.
Lemma rkap_pos : 0 < rkap < 1 / 1000.
Proof. unfold rkap. change (2 ^ 40)%Z with 1099511627776%Z. lra. Qed.
Definition shortb (l : list float) : bool := (length l <=? 1024)%nat.
Lemma short_few l : shortb l = true -> few (length l).
Proof. apply Nat.leb_le. Qed.
Lemma few_1024 n : few n -> 0 <= INR n <= 1024.
Proof.
  unfold few. intros H. apply le_INR in H. change 1024%nat with (32 * 32)%nat in H. rewrite mult_INR in H. simpl in H.
  pose proof (pos_INR n). lra.
Qed.
Lemma small_ulp0 : 1024 * (5 * (1024 * ulp0)) <= rtiny.
Proof.
  unfold rtiny, ulp0. apply Rle_trans with (Core.Raux.bpow Core.Zaux.radix2 (-600)).
  - apply Rle_trans with (Core.Raux.bpow Core.Zaux.radix2 23 * Core.Raux.bpow Core.Zaux.radix2 (-1074)).
    + change (Core.Raux.bpow Core.Zaux.radix2 23) with (IZR (2 ^ 23)). change (2 ^ 23)%Z with 8388608%Z.
      pose proof (Core.Raux.bpow_gt_0 Core.Zaux.radix2 (-1074)). lra.
    + rewrite <- Core.Raux.bpow_plus. apply Core.Raux.bpow_le. lia.
  - change (-600)%Z with (Z.opp 600). rewrite Core.Raux.bpow_opp, <- Core.Raux.IZR_Zpower by lia.
    unfold Rdiv. rewrite Rmult_1_l. apply Rle_refl.
Qed.
Lemma rounding n A : few n -> 0 <= A -> INR n * (3 * u * A + 5 * (1024 * ulp0)) <= rkap * A + rtiny.
Proof.
  intros H P. pose proof (few_1024 n H). pose proof small_ulp0. pose proof u_pos. pose proof ulp0_pos.
  assert (1024 * (3 * u) <= rkap).
  { unfold u, rkap. simpl Core.Raux.bpow. change (Z.pow_pos 2 52) with 4503599627370496%Z. change (2 ^ 40)%Z with 1099511627776%Z. lra. }
  assert (0 <= 3 * u * A) by (apply Rmult_le_pos; lra).
  eapply Rle_trans; [apply Rmult_le_compat_r; [lra|apply H0]|].
  assert (1024 * (3 * u) * A <= rkap * A) by (apply Rmult_le_compat_r; lra). lra.
Qed.

(* Bounds of norms, from above *)
Definition nai : I := IP.nai.
Lemma nai_ok x : nai ∋ x.
Proof. apply has_nan. unfold nai. rewrite IP.nai_correct. exact Logic.I. Qed.
Fixpoint fabs1 (l : list float) : float := match l with [] => PrimFloat.zero | x :: l => PrimFloat.add (PrimFloat.abs x) (fabs1 l) end.
Definition grown (s : float) : I := imul (iadd (pt s) tiny) (iadd ione kap).
Definition uabs (l : list float) : I := let s := fabs1 l in if PrimFloat.is_finite s && shortb l then grown s else nai.
Definition usq (l : list float) : I := let s := fdot l l in if PrimFloat.is_finite s && shortb l then grown s else nai.

Lemma grown_ok s S n : few n -> 0 <= S -> Rabs (val s - S) <= INR n * (3 * u * S + 5 * ulp0) -> exists x, grown s ∋ x /\ S <= x.
Proof.
  intros H P E. exists ((val s + rtiny) * (1 + rkap)). split.
  - apply imul_ok; apply iadd_ok; [apply pt_ok|apply tiny_ok|apply ione_ok|apply kap_ok].
  - pose proof (few_1024 n H). pose proof small_ulp0. pose proof u_pos. pose proof ulp0_pos. pose proof rkap_pos.
    assert (INR n * (3 * u * S + 5 * ulp0) <= rkap / 2 * S + rtiny).
    { assert (1024 * (3 * u) <= rkap / 2).
      { unfold u, rkap. simpl Core.Raux.bpow. change (Z.pow_pos 2 52) with 4503599627370496%Z. change (2 ^ 40)%Z with 1099511627776%Z. lra. }
      assert (0 <= 3 * u * S) by (apply Rmult_le_pos; lra).
      eapply Rle_trans; [apply Rmult_le_compat_r; [lra|apply H0]|].
      assert (1024 * (3 * u) * S <= rkap / 2 * S) by (apply Rmult_le_compat_r; lra). lra. }
    assert (S * (1 - rkap / 2) <= val s + rtiny) by (pose proof (Rle_abs (S - val s)); rewrite Rabs_minus_sym in E; lra).
    assert (S * (1 - rkap / 2) * (1 + rkap) <= (val s + rtiny) * (1 + rkap)) by (apply Rmult_le_compat_r; lra).
    assert (0 <= S * (rkap / 2 - rkap / 2 * rkap)) by (apply Rmult_le_pos; nra). lra.
Qed.
Lemma uabs_ok l : exists x, uabs l ∋ x /\ l1 (vals l) <= x.
Proof.
  unfold uabs. destruct (_ && _) eqn:E; [|exists (l1 (vals l)); split; [apply nai_ok|lra]]. rewrite andb_true_iff in E. destruct E as [F L].
  apply short_few in L. apply (grown_ok _ _ _ L (l1_pos _)). fold (fin (fabs1 l)) in F.
  pose proof u_pos as Pu. pose proof ulp0_pos as Pe.
  induction l as [|x l IH].
  - simpl. rewrite val_zero, Rminus_0_r, Rabs_R0. lra.
  - cbn [fabs1] in *. destruct (add_err _ _ F) as (_ & Fs & Ea). rewrite val_abs in Ea.
    assert (L' : few (length l)) by (unfold few in *; simpl in L; lia). specialize (IH Fs L'). cbn [length]. rewrite S_INR.
    assert (Em : Rabs (Rabs (val x) - Rabs (val x)) <= u * Rabs (Rabs (val x)) + ulp0).
    { rewrite Rminus_diag, Rabs_R0. pose proof (Rabs_pos (Rabs (val x))). nra. }
    pose proof (term_err _ _ _ _ Em Ea) as T. rewrite Rabs_Rabsolu in T. destruct (few_u _ L') as [P1 P2].
    change (l1 (vals (x :: l))) with (Rabs (val x) + l1 (vals l)). pose proof (l1_pos (vals l)) as PA.
    set (n := INR (length l)) in *. set (A := l1 (vals l)) in *. set (r := val (PrimFloat.add _ _)) in *. set (s := val (fabs1 l)) in *.
    pose proof (Rabs_pos (val x)). set (q := Rabs (val x)) in *. clearbody q r s A.
    replace (r - (q + A)) with ((r - (q + s)) + (s - A)) by ring. eapply Rle_trans; [apply Rabs_triang|].
    assert (Rabs s <= A + n * (3 * u * A + 5 * ulp0)).
    { replace s with ((s - A) + A) by ring. pose proof (Rabs_triang (s - A) A). rewrite (Rabs_pos_eq A) in * by assumption. lra. }
    assert (u * Rabs s <= u * (A + n * (3 * u * A + 5 * ulp0))) by (apply Rmult_le_compat_l; lra).
    pose proof (carry_err n A ulp0 P1 P2 PA ltac:(lra)) as C. assert (0 <= u * A) by (apply Rmult_le_pos; lra).
    assert (0 <= n * (u * q)) by (apply Rmult_le_pos; [lra|apply Rmult_le_pos; lra]). lra.
Qed.
Lemma adot_self l : adot l l = sq (vals l).
Proof.
  unfold adot. induction l as [|x l IH]; [reflexivity|]. simpl. fold (vals l). rewrite <- IH. f_equal. rewrite Rabs_pos_eq; [ring|nra].
Qed.
Lemma dot_self l : dot l (fun k => nth k l 0) = sq l.
Proof. induction l as [|x l IH]; simpl; [easy|]. rewrite <- IH. ring. Qed.
Lemma usq_ok l : exists x, usq l ∋ x /\ sq (vals l) <= x.
Proof.
  unfold usq. destruct (_ && _) eqn:E; [|exists (sq (vals l)); split; [apply nai_ok|lra]]. rewrite andb_true_iff in E. destruct E as [F L].
  apply short_few in L. apply (grown_ok _ _ _ L (sq_pos _)). pose proof (fdot_err l L l F) as D. now rewrite dot_self, adot_self in D.
Qed.

(* The largest of some bounds *)
Definition imax (l : list I) : I := fold_right ijoin iz l.
Lemma imax_ok {A} (f : A -> I) (g : A -> R) l : (forall a, exists x, f a ∋ x /\ g a <= x) ->
  exists X, imax (map f l) ∋ X /\ 0 <= X /\ forall a, List.In a l -> g a <= X.
Proof.
  intros H. induction l as [|a l (X & HX & P & B)].
  - exists 0. split; [apply iz_ok|]. split; [lra|]. intros a [].
  - destruct (H a) as (x & Hx & Lx). exists (Rmax x X). simpl. split; [|split].
    + unfold Rmax. destruct Rle_dec; [now apply ijoin_r|now apply ijoin_l].
    + eapply Rle_trans; [exact P|apply Rmax_r].
    + intros b [<-|Hb]; [eapply Rle_trans; [exact Lx|apply Rmax_l]|eapply Rle_trans; [now apply B|apply Rmax_r]].
Qed.

(* A set with what the rounding of any form over it depends on *)
Record pset' := { ps : set; pok : bool; pbig : I }.
Definition prepare' (S : set) : pset' := {| ps := S; pok := forallb shortb (sm S) && forallb shortb (sg S);
  pbig := iadd (imax (map (fun x => iabs (pt x)) (sc S))) (iadd (imax (map uabs (sm S))) (imax (map uabs (sg S)))) |}.
Record fform := { ez : float; ea : list float; eb : list float; er : I }.
Definition allfin (l : list float) : bool := forallb PrimFloat.is_finite l.
Definition affine' (P : pset') (w : list float) : fform :=
  let z := fdot w (sc (ps P)) in let a := fcomb w (sm (ps P)) in let b := fcomb w (sg (ps P)) in
  {| ez := z; ea := a; eb := b;
     er := if pok P && shortb w && PrimFloat.is_finite z && allfin a && allfin b
           then iadd (imul (uabs w) (iadd (pt (sb (ps P))) (imul kap (pbig P)))) (iadd tiny (iadd tiny tiny)) else nai |}.
Definition is_fform (f : fform) xi eta (y : R) : Prop :=
  exists rho, er f ∋ rho /\ Rabs (y - (val (ez f) + dot (vals (ea f)) xi + dot (vals (eb f)) eta)) <= rho.

Lemma adot_le w : forall c X, (forall x, List.In x c -> Rabs (val x) <= X) -> 0 <= X -> adot w c <= l1 (vals w) * X.
Proof.
  induction w as [|a w IH]; intros [|x c] X H P; try (replace (adot _ _) with 0 by reflexivity; apply Rmult_le_pos; [apply l1_pos|assumption]).
  change (adot (a :: w) (x :: c)) with (Rabs (val a * val x) + adot w c). change (l1 (vals (a :: w))) with (Rabs (val a) + l1 (vals w)).
  rewrite Rmult_plus_distr_r, Rabs_mult. apply Rplus_le_compat.
  - apply Rmult_le_compat_l; [apply Rabs_pos|apply H; now left].
  - apply IH; [intros; apply H; now right|assumption].
Qed.
Lemma combabs_le w : forall m X, (forall l, List.In l m -> l1 (vals l) <= X) -> 0 <= X -> combabs w m <= l1 (vals w) * X.
Proof.
  induction w as [|a w IH]; intros [|x c] X H P; try (replace (combabs _ _) with 0 by reflexivity; apply Rmult_le_pos; [apply l1_pos|assumption]).
  change (combabs (a :: w) (x :: c)) with (Rabs (val a * l1 (vals x)) + combabs w c). change (l1 (vals (a :: w))) with (Rabs (val a) + l1 (vals w)).
  rewrite Rmult_plus_distr_r, Rabs_mult, (Rabs_pos_eq (l1 _)) by apply l1_pos. apply Rplus_le_compat.
  - apply Rmult_le_compat_l; [apply Rabs_pos|apply H; now left].
  - apply IH; [intros; apply H; now right|assumption].
Qed.
Lemma adot_pos w c : 0 <= adot w c. Proof. apply l1_pos. Qed.
Lemma combabs_pos w c : 0 <= combabs w c. Proof. apply l1_pos. Qed.

Lemma affine'_ok S xi eta beta h w : unit2 xi -> box 1 eta -> box (val (sb S)) beta -> (forall k, h k = at_ S xi eta beta k) ->
  is_fform (affine' (prepare' S) w) xi eta (dot (vals w) h).
Proof.
  intros Hx He Hb Hh. unfold is_fform, affine'. cbn [er ez ea eb ps pok pbig prepare'].
  destruct (_ && _) eqn:E; [|eexists; split; [apply nai_ok|apply Rle_refl]].
  rewrite !andb_true_iff in E. destruct E as [[[[[E1 E2] L] Fz] Fa] Fb]. apply short_few in L.
  assert (M : List.Forall (fun l => few (length l)) (sm S)) by (apply Forall_forall; intros l Hl; apply short_few; rewrite forallb_forall in E1; auto).
  assert (G : List.Forall (fun l => few (length l)) (sg S)) by (apply Forall_forall; intros l Hl; apply short_few; rewrite forallb_forall in E2; auto).
  pose proof (fdot_err w L (sc S) Fz) as D1.
  pose proof (comb_err w L (sm S) M (fin_in _ Fa) xi (unit2_box _ Hx)) as D2.
  pose proof (comb_err w L (sg S) G (fin_in _ Fb) eta He) as D3.
  destruct (uabs_ok w) as (lw & Hlw & Llw).
  destruct (imax_ok (fun x => iabs (pt x)) (fun x => Rabs (val x)) (sc S)) as (X1 & H1 & P1 & B1).
  { intros x. exists (Rabs (val x)). split; [apply iabs_ok, pt_ok|lra]. }
  destruct (imax_ok uabs (fun l => l1 (vals l)) (sm S) uabs_ok) as (X2 & H2 & P2 & B2).
  destruct (imax_ok uabs (fun l => l1 (vals l)) (sg S) uabs_ok) as (X3 & H3 & P3 & B3).
  eexists. split; [apply iadd_ok; [apply imul_ok; [exact Hlw|]; apply iadd_ok; [apply pt_ok|]; apply imul_ok; [apply kap_ok|]; apply iadd_ok; [exact H1|apply iadd_ok; eassumption]
     |apply iadd_ok; [|apply iadd_ok]; apply tiny_ok]|].
  pose proof (adot_le w (sc S) X1 B1 P1) as A1. pose proof (combabs_le w (sm S) X2 B2 P2) as A2. pose proof (combabs_le w (sg S) X3 B3 P3) as A3.
  pose proof (rounding _ _ L (combabs_pos w (sm S))) as R2. pose proof (rounding _ _ L (combabs_pos w (sg S))) as R3.
  pose proof (rounding _ _ L (adot_pos w (sc S))) as R1. pose proof ulp0_pos as Pe. pose proof (few_1024 _ L) as Ln. pose proof rkap_pos.
  assert (R1' : INR (length w) * (3 * u * adot w (sc S) + 5 * ulp0) <= INR (length w) * (3 * u * adot w (sc S) + 5 * (1024 * ulp0)))
    by (apply Rmult_le_compat_l; lra).
  pose proof (dot_l1 (vals w) beta _ Hb) as DB. pose proof (l1_pos (vals w)) as PW.
  assert (0 <= val (sb S)) by (specialize (Hb 0%nat); pose proof (Rabs_pos (beta 0%nat)); lra).
  assert (E : dot (vals w) h = dot (vals w) (fun k => nth k (vals (sc S)) 0) + dot (vals w) (fun k => dot (nth k (map vals (sm S)) []) xi)
     + dot (vals w) (fun k => dot (nth k (map vals (sg S)) []) eta) + dot (vals w) beta).
  { rewrite <- !dot_plus. apply dot_ext. intros k. rewrite Hh. reflexivity. }
  rewrite E. clear E.
  set (a1 := dot (vals w) (fun k => nth _ _ _)) in *. set (a2 := dot (vals w) (fun k => dot _ xi)) in *. set (a3 := dot (vals w) (fun k => dot _ eta)) in *.
  set (a4 := dot (vals w) beta) in *. set (b1 := val (fdot _ _)) in *. set (b2 := dot (vals (fcomb _ (sm S))) _) in *. set (b3 := dot (vals (fcomb _ (sg S))) _) in *.
  replace (a1 + a2 + a3 + a4 - (b1 + b2 + b3)) with (- ((b1 - a1) + (b2 - a2) + (b3 - a3)) + a4) by ring.
  eapply Rle_trans; [apply Rabs_triang|]. rewrite Rabs_Ropp.
  pose proof (Rabs_triang ((b1 - a1) + (b2 - a2)) (b3 - a3)). pose proof (Rabs_triang (b1 - a1) (b2 - a2)).
  set (W := l1 (vals w)) in *. set (sb_ := val (sb S)) in *.
  assert (W * (sb_ + rkap * (X1 + (X2 + X3))) <= lw * (sb_ + rkap * (X1 + (X2 + X3)))) by (apply Rmult_le_compat_r; nra).
  assert (rkap * adot w (sc S) <= rkap * (W * X1)) by (apply Rmult_le_compat_l; lra).
  assert (rkap * combabs w (sm S) <= rkap * (W * X2)) by (apply Rmult_le_compat_l; lra).
  assert (rkap * combabs w (sg S) <= rkap * (W * X3)) by (apply Rmult_le_compat_l; lra). lra.
Qed.

(* How far a form reaches *)
Definition spread' (f : fform) : I := iadd (iadd (isqrt (usq (ea f))) (uabs (eb f))) (er f).
Lemma spread'_ok f xi eta y : unit2 xi -> box 1 eta -> is_fform f xi eta y -> iadd (pt (ez f)) (sym (spread' f)) ∋ y.
Proof.
  intros Hx He (rho & Hr & L). replace y with (val (ez f) + (y - val (ez f))) by ring. apply iadd_ok; [apply pt_ok|].
  destruct (usq_ok (ea f)) as (q & Hq & Lq). destruct (uabs_ok (eb f)) as (b & Hb & Lb).
  apply (sym_ok _ (sqrt q + b + rho)).
  - repeat apply iadd_ok; trivial. now apply isqrt_ok.
  - pose proof (dot_norm (vals (ea f)) xi Hx). pose proof (dot_l1 (vals (eb f)) eta 1 He). rewrite Rmult_1_r in *. pose proof (sqrt_le_1_alt _ _ Lq).
    set (d1 := dot _ xi) in *. set (d2 := dot _ eta) in *. replace (y - val (ez f)) with ((d1 + d2) + (y - (val (ez f) + d1 + d2))) by ring.
    eapply Rle_trans; [apply Rabs_triang|]. pose proof (Rabs_triang d1 d2). lra.
Qed.
