(* Norms of vectors and matrices (L8): the 2-norm of a matrix is at most the Frobenius norm, and its square at most that of A'A.
   [fits] decides in plain doubles, with a bound of their rounding, whether a matrix stretches the unit ball to no more than some room. *)
From Adder Require Export Step.
Open Scope R_scope.

(* Norms of lists *)
Lemma sumsq_nth l : forall n, sumsq n (fun k => nth k l 0) <= sq l.
Proof.
  induction l as [|a l IH]; intros n.
  - replace (sumsq n _) with 0; [simpl; lra|]. symmetry. induction n as [|n IHn]; [reflexivity|].
    simpl. replace (sumsq n (fun _ => 0)) with 0; [ring|]. symmetry. clear. induction n; simpl; [easy|]. rewrite IHn. ring.
  - destruct n; simpl; [pose proof (sq_pos l); nra|]. specialize (IH n). lra.
Qed.
Notation nrm l := (sqrt (sq l)).
Lemma triangle (l : list (R * R)) : nrm (map (fun q => fst q + snd q) l) <= nrm (map fst l) + nrm (map snd l).
Proof.
  assert (E : sq (map (fun q => fst q + snd q) l)
    = sq (map fst l) + 2 * dot (map fst l) (fun k => nth k (map snd l) 0) + sq (map snd l)).
  { induction l as [|[a b] l IH]; simpl; [ring|]. rewrite IH. ring. }
  pose proof (dot_sq (map fst l) _ _ (sumsq_nth (map snd l))) as C.
  rewrite E. clear E. set (d := dot _ _) in *. pose proof (sq_pos (map fst l)). pose proof (sq_pos (map snd l)).
  set (x := sq (map fst l)) in *. set (y := sq (map snd l)) in *. clearbody d x y.
  pose proof (sqrt_pos x). pose proof (sqrt_pos y). pose proof (sqrt_sqrt x H). pose proof (sqrt_sqrt y H0).
  rewrite <- (sqrt_Rsqr (sqrt x + sqrt y)) by lra. apply sqrt_le_1_alt. unfold Rsqr.
  assert (d <= sqrt x * sqrt y). { apply Rsqr_incr_0_var; [unfold Rsqr; nra|nra]. }
  nra.
Qed.
Lemma sq_le a b : Forall2 (fun x y => Rabs x <= y) a b -> sq a <= sq b.
Proof.
  induction 1; simpl; [lra|]. assert (x ^ 2 <= y ^ 2). { rewrite <- (pow2_abs x). pose proof (Rabs_pos x). nra. } lra.
Qed.

(* L8: |A xi|^2 is xi times A'A xi *)
Definition app_ (m : list (list R)) xi := map (fun r => dot r xi) m.
Lemma dot_map_plus (f g : nat -> R) s : forall x, dot (map (fun j => f j + g j) s) x = dot (map f s) x + dot (map g s) x.
Proof. induction s; simpl; intros; [ring|]. rewrite IHs. ring. Qed.
Lemma dot_map_mul c (f : nat -> R) s : forall x, dot (map (fun j => c * f j) s) x = c * dot (map f s) x.
Proof. induction s; simpl; intros; [ring|]. rewrite IHs. ring. Qed.
Lemma dot_seq l : forall n x, (length l <= n)%nat -> dot (map (fun j => nth j l 0) (seq 0 n)) x = dot l x.
Proof.
  induction l as [|a l IH]; intros n x H.
  - rewrite (map_ext _ (fun j => 0 * INR j)) by (intros []; simpl; ring). rewrite dot_map_mul. simpl. ring.
  - destruct n; [simpl in H; lia|]. simpl. f_equal. rewrite <- seq_shift, map_map. apply IH. simpl in H. lia.
Qed.
Lemma gram_exact mr n xi : List.Forall (fun r => (length r <= n)%nat) mr ->
  sq (app_ mr xi) = dot (map (fun j => dot (map (fun l => nth j l 0) mr) (fun k => dot (nth k mr []) xi)) (seq 0 n)) xi.
Proof.
  intros Hn. set (y k := dot (nth k mr []) xi).
  enough (A : forall l (y : nat -> R), List.Forall (fun r => (length r <= n)%nat) l -> (forall k, (k < length l)%nat -> y k = dot (nth k l []) xi) ->
     sq (app_ l xi) = dot (map (fun j => dot (map (fun l => nth j l 0) l) y) (seq 0 n)) xi) by (apply A; trivial).
  clear y Hn. induction l as [|r l IH]; intros y Hn Hy; simpl.
  - symmetry. rewrite (map_ext _ (fun j => 0 * INR j)) by (intros; ring). rewrite dot_map_mul. ring.
  - inversion Hn; subst. rewrite (dot_map_plus (fun j => nth j r 0 * y 0%nat)).
    rewrite (map_ext (fun j => nth j r 0 * y 0%nat) (fun j => y 0%nat * nth j r 0)) by (intros; ring).
    rewrite dot_map_mul, dot_seq by assumption. rewrite <- (IH (fun k => y (S k))); trivial.
    + rewrite (Hy 0%nat) by (simpl; lia). simpl. ring.
    + intros k Hk. apply (Hy (S k)). simpl. lia.
Qed.
(* Does a matrix stretch no vector of the unit ball to more than [room]? *)
Definition fcol j (m : list (list float)) := map (fun l => nth j l PrimFloat.zero) m.
Definition fwidth (m : list (list float)) : nat := fold_right (fun l n => Nat.max (length l) n) 0%nat m.
Definition fgram (m : list (list float)) := map (fun j => fcomb (fcol j m) m) (seq 0 (fwidth m)).
Definition isum (l : list I) : I := fold_right iadd iz l.
Fixpoint fits (n : nat) (m : list (list float)) (room : I) : bool :=
  if nonneg room then
    if le (isqrt (isum (map usq m))) room then true else
    match n with
    | O => false
    | S n => if shortb (fcol 0 m) && forallb shortb m then
        let g := fgram m in
        if forallb allfin g then
          fits n g (isub (isqr room) (iadd (imul kap (isum (map (fun l => isqr (uabs l)) m))) (isum (map (fun _ => tiny) g))))
        else false
      else false
    end
  else false.

Definition rsum (l : list R) : R := fold_right Rplus 0 l.
Lemma isum_ok {A} (f : A -> I) (g : A -> R) l : (forall a, exists x, f a ∋ x /\ g a <= x) -> exists X, isum (map f l) ∋ X /\ rsum (map g l) <= X.
Proof.
  intros H. induction l as [|a l (X & HX & LX)]; [exists 0; split; [apply iz_ok|apply Rle_refl]|].
  destruct (H a) as (x & Hx & Lx). exists (x + X). split; [now apply iadd_ok|]. simpl. lra.
Qed.
Lemma rsum_plus {A} (f g : A -> R) s : rsum (map (fun j => f j + g j) s) = rsum (map f s) + rsum (map g s).
Proof. induction s; simpl; [ring|]. rewrite IHs. ring. Qed.
Lemma rsum_scale {A} c (f : A -> R) s : rsum (map (fun j => c * f j) s) = c * rsum (map f s).
Proof. induction s; simpl; [ring|]. rewrite IHs. ring. Qed.
Lemma rsum_le {A} (f g : A -> R) s : (forall j, List.In j s -> f j <= g j) -> rsum (map f s) <= rsum (map g s).
Proof. induction s; simpl; intros H; [lra|]. apply Rplus_le_compat; [apply H; now left|apply IHs; intros; apply H; now right]. Qed.
Lemma dot_apart (f g : nat -> R) s : forall x, box 1 x -> dot (map f s) x - dot (map g s) x <= rsum (map (fun j => Rabs (f j - g j)) s).
Proof.
  induction s as [|j s IH]; intros x Hx; simpl; [lra|]. specialize (IH (fun k => x (S k)) (fun k => Hx (S k))). specialize (Hx 0%nat).
  pose proof (Rle_abs ((f j - g j) * x 0%nat)) as L. rewrite Rabs_mult in L. pose proof (Rabs_pos (f j - g j)).
  assert (Rabs (f j - g j) * Rabs (x 0%nat) <= Rabs (f j - g j) * 1) by (apply Rmult_le_compat_l; lra). lra.
Qed.
Lemma rsum_nth l : forall n, rsum (map (fun j => Rabs (val (nth j l PrimFloat.zero))) (seq 0 n)) <= l1 (vals l).
Proof.
  induction l as [|a l IH]; intros n.
  - rewrite (map_ext _ (fun _ => 0 * 1)); [rewrite rsum_scale; simpl; lra|]. intros. rewrite nth_none, val_zero, Rabs_R0. ring.
  - destruct n; simpl; [pose proof (Rabs_pos (val a)); pose proof (l1_pos (vals l)); fold (vals l); lra|].
    rewrite <- seq_shift, map_map. fold (vals l). apply Rplus_le_compat_l, IH.
Qed.
Lemma rsum_combabs m n : rsum (map (fun j => combabs (fcol j m) m) (seq 0 n)) <= rsum (map (fun l => l1 (vals l) ^ 2) m).
Proof.
  enough (G : forall m', rsum (map (fun j => combabs (fcol j m') m') (seq 0 n)) <= rsum (map (fun l => l1 (vals l) ^ 2) m')) by apply G.
  induction m' as [|l m' IH].
  - rewrite (map_ext _ (fun _ => 0 * 1)); [rewrite rsum_scale; simpl; lra|]. intros. unfold combabs. simpl. ring.
  - rewrite (map_ext _ (fun j => l1 (vals l) * Rabs (val (nth j l PrimFloat.zero)) + combabs (fcol j m') m')).
    + rewrite rsum_plus, rsum_scale. simpl. rewrite Rmult_1_r. apply Rplus_le_compat; [|exact IH].
      apply Rmult_le_compat_l; [apply l1_pos|apply rsum_nth].
    + intros j. unfold combabs. simpl. rewrite Rabs_mult, (Rabs_pos_eq (l1 _)) by apply l1_pos. ring.
Qed.
Lemma vals_fcol j m : vals (fcol j m) = map (fun l => nth j l 0) (map vals m).
Proof. unfold vals, fcol. rewrite !map_map. apply map_ext. intros l. rewrite <- val_zero. symmetry. apply map_nth. Qed.

Lemma fits_ok n : forall m room r xi, room ∋ r -> unit2 xi -> fits n m room = true -> nrm (app_ (map vals m) xi) <= r.
Proof.
  induction n as [|n IH]; intros m room r xi Hr Hx H; cbn [fits] in H; (destruct (nonneg room) eqn:P; [|discriminate]);
    pose proof (nonneg_ok _ _ P Hr) as Pr; (destruct (le _ room) eqn:L; [|try discriminate]);
    try (destruct (isum_ok usq (fun l => sq (vals l)) m usq_ok) as (X & HX & LX);
         eapply Rle_trans; [|exact (le_ok _ _ _ _ L (isqrt_ok _ _ HX) Hr)]; apply sqrt_le_1_alt; eapply Rle_trans; [|exact LX];
         clear - Hx; induction m as [|l m IHm]; simpl; [lra|]; pose proof (dot_sq (vals l) xi 1 Hx); simpl in *; lra).
  destruct (_ && _) eqn:E in H; [|discriminate]. destruct (forallb allfin _) eqn:F in H; [|discriminate].
  rewrite andb_true_iff in E. destruct E as [Lm Lr].
  assert (Lr' : List.Forall (fun l => few (length l)) m) by (apply Forall_forall; intros l Hl; apply short_few; rewrite forallb_forall in Lr; auto).
  destruct (isum_ok (fun l => isqr (uabs l)) (fun l => l1 (vals l) ^ 2) m) as (X & HX & LX).
  { intros l. destruct (uabs_ok l) as (x & Hx' & Lx). exists (x ^ 2). split; [now apply isqr_ok|]. apply pow_incr. split; [apply l1_pos|exact Lx]. }
  destruct (isum_ok (fun _ => tiny) (fun _ => rtiny) (fgram m)) as (Y & HY & LY). { intros. exists rtiny. split; [apply tiny_ok|lra]. }
  specialize (IH _ _ (r ^ 2 - (rkap * X + Y)) xi (isub_ok _ _ _ _ (isqr_ok _ _ Hr) (iadd_ok _ _ _ _ (imul_ok _ _ _ _ kap_ok HX) HY)) Hx H).
  assert (W : List.Forall (fun r => (length r <= fwidth m)%nat) (map vals m)).
  { apply Forall_map. unfold fwidth. clear. induction m as [|l m IHm]; constructor; simpl; [unfold vals; rewrite length_map; lia|].
    eapply Forall_impl; [|exact IHm]. simpl. intros. lia. }
  pose proof (gram_exact (map vals m) (fwidth m) xi W) as E.
  assert (Q : sq (app_ (map vals m) xi) <= r ^ 2).
  { rewrite E. clear E. set (f j := dot (map (fun l => nth j l 0) (map vals m)) (fun k => dot (nth k (map vals m) []) xi)).
    set (g j := dot (vals (fcomb (fcol j m) m)) xi).
    pose proof (dot_apart f g (seq 0 (fwidth m)) xi (unit2_box _ Hx)) as D.
    assert (Eg : app_ (map vals (fgram m)) xi = map g (seq 0 (fwidth m))) by (unfold app_, fgram, g; rewrite !map_map; reflexivity).
    pose proof (dot_norm (map g (seq 0 (fwidth m))) xi Hx) as B. rewrite Eg in IH.
    pose proof (Rle_abs (dot (map g (seq 0 (fwidth m))) xi)).
    assert (S1 : rsum (map (fun j => Rabs (f j - g j)) (seq 0 (fwidth m))) <= rsum (map (fun j => rkap * combabs (fcol j m) m + rtiny) (seq 0 (fwidth m)))).
    { apply rsum_le. intros j Hj. unfold f, g. rewrite <- vals_fcol. rewrite Rabs_minus_sym.
      assert (Lj : few (length (fcol j m))) by (apply short_few in Lm; unfold fcol in *; rewrite length_map in *; exact Lm).
      eapply Rle_trans; [apply (comb_err _ Lj m Lr')|apply rounding; [exact Lj|apply combabs_pos]]; [|apply unit2_box, Hx].
      apply fin_in. rewrite forallb_forall in F. apply F. unfold fgram. apply in_map_iff. now exists j. }
    rewrite rsum_plus, rsum_scale in S1. pose proof (rsum_combabs m (fwidth m)) as C. pose proof rkap_pos.
    assert (rsum (map (fun _ : nat => rtiny) (seq 0 (fwidth m))) <= Y).
    { eapply Rle_trans; [|exact LY]. unfold fgram. rewrite map_map. lra. }
    set (c := rsum (map (fun j => combabs _ _) _)) in *. assert (rkap * c <= rkap * X) by (apply Rmult_le_compat_l; lra). lra. }
  rewrite <- (sqrt_pow2 r Pr). now apply sqrt_le_1_alt.
Qed.
