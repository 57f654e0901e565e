(* L18: half of a unit ball lies in an ellipsoid that is smaller along a direction q, whatever q is.
   So the two sets that [halve] returns hold, together, every state of the set that it was given. *)
From Coq Require Import Psatz.
From Adder Require Export Balls.
Open Scope R_scope.

Definition along : R := IZR 667 / IZR 1000.
Definition across : R := IZR 1512 / IZR 1000.
Definition ialong : I := idiv (IP.fromZ p 667) (IP.fromZ p 1000).
Definition iacross : I := idiv (IP.fromZ p 1512) (IP.fromZ p 1000).
Lemma ialong_ok : ialong ∋ along. Proof. apply idiv_ok; apply IP.fromZ_correct. Qed.
Lemma iacross_ok : iacross ∋ across. Proof. apply idiv_ok; apply IP.fromZ_correct. Qed.

(* t = q'xi, s = ||xi||^2; the square of ||zeta|| *)
Lemma half t s : 0 <= t -> t ^ 2 <= s -> s <= 1 -> (t - 1 / 2) ^ 2 / along ^ 2 + (s - t ^ 2) / across ^ 2 <= 1.
Proof.
  intros. unfold along, across. assert (t <= 1) by nra.
  enough ((t - 1 / 2) ^ 2 * (1512 / 1000) ^ 2 + (s - t ^ 2) * (667 / 1000) ^ 2 < (667 / 1000) ^ 2 * (1512 / 1000) ^ 2).
  { apply (Rmult_le_reg_r ((667 / 1000) ^ 2 * (1512 / 1000) ^ 2)); [lra|]. field_simplify; lra. }
  nra.
Qed.

(* Sums of squares *)
Lemma sumsq_more m : forall n x, sumsq n x <= sumsq (n + m) x.
Proof.
  induction n; intros x; simpl; [apply sumsq_pos|]. specialize (IHn (fun k => x (S k))). lra.
Qed.
Lemma sumsq_zero c n : forall x, sumsq n (fun k => c * x k) = c ^ 2 * sumsq n x.
Proof. induction n; intros x; simpl; [ring|]. rewrite (IHn (fun k => x (S k))). ring. Qed.
Lemma sumsq_ext n : forall f g, (forall j, (j < n)%nat -> f j = g j) -> sumsq n f = sumsq n g.
Proof. induction n; intros f g E; simpl; [easy|]. rewrite E by lia. f_equal. apply IHn. intros. apply E. lia. Qed.
Lemma sumsq_mix a c q : forall x n, sumsq (length q + n) (fun k => a * nth k q 0 + c * x k)
  = a ^ 2 * sq q + 2 * a * c * dot q x + c ^ 2 * sumsq (length q + n) x.
Proof.
  induction q as [|b q IH]; intros x n.
  - cbn [length plus sq dot]. rewrite <- sumsq_zero. rewrite (sumsq_ext n _ (fun k => c * x k)) by (intros; rewrite nth_none; ring). ring.
  - simpl. rewrite (IH (fun k => x (S k))). simpl. ring.
Qed.

Section Half.
  Variable q : list R.
  Hypothesis Hq : 0 < sq q.
  Let n := sqrt (sq q).
  Lemma n_pos : 0 < n. Proof. now apply sqrt_lt_R0. Qed.
  Lemma n_sq : n * n = sq q. Proof. apply sqrt_sqrt. lra. Qed.
  (* q'zeta with ||q|| = 1, and rows times the ellipsoid's matrix *)
  Definition turned (m : list R) (zeta : nat -> R) : R :=
    across * dot m zeta - (across - along) * dot m (fun k => nth k q 0) / sq q * dot q zeta.

  Lemma upper_half xi : unit2 xi -> 0 <= dot q xi -> exists zeta, unit2 zeta /\
    forall m, dot m xi = dot m (fun k => nth k q 0) / (2 * n) + turned m zeta.
  Proof.
    intros Hx Ht. pose proof n_pos. pose proof n_sq. set (t := dot q xi / n).
    set (al := (t - 1 / 2) / along - t / across). set (zeta k := al / n * nth k q 0 + / across * xi k).
    assert (Dz : forall m, dot m zeta = al / n * dot m (fun k => nth k q 0) + / across * dot m xi)
      by (intros; unfold zeta; rewrite dot_plus, !dot_scale; reflexivity).
    assert (Et : dot q xi = t * n) by (unfold t; field; lra).
    exists zeta. split.
    - intros k. eapply Rle_trans; [apply (sumsq_more (length q))|]. rewrite Nat.add_comm. unfold zeta. rewrite sumsq_mix.
      set (s := sumsq (length q + k) xi). assert (s <= 1) by apply Hx.
      assert (C : t ^ 2 <= s).
      { (* Cauchy and Schwarz *)
        assert (G : dot q xi ^ 2 <= sq q * s).
        { unfold s. clear -Hq. apply Rle_trans with (sq q * sumsq (length q + k) (fun j => if (j <? length q + k)%nat then xi j else 0)).
          - set (N := (length q + k)%nat). set (x' j := if (j <? N)%nat then xi j else 0).
            replace (dot q xi) with (dot q x').
            + apply dot_sq. intros j. clear Hq. unfold x'. clear x'. revert j xi. induction N as [|N IHN]; intros j xi.
              * rewrite (sumsq_ext j _ (fun k => 0 * xi k)) by (intros; simpl; ring). rewrite sumsq_zero. simpl. lra.
              * destruct j; [apply sumsq_pos|]. simpl. apply Rplus_le_compat_l. apply (IHN j (fun k => xi (S k))).
            + assert (G : forall l (x y : nat -> R), (forall j, (j < length l)%nat -> x j = y j) -> dot l x = dot l y).
              { induction l as [|a l IH]; intros x y E; simpl; [easy|]. rewrite E by (simpl; lia). f_equal. apply IH. intros. apply E. simpl. lia. }
              apply G. intros j Hj. unfold x'. replace (j <? N)%nat with true; [reflexivity|]. symmetry. apply Nat.ltb_lt. unfold N. lia.
          - apply Rmult_le_compat_l; [lra|]. apply Req_le, sumsq_ext. intros j Hj. now apply Nat.ltb_lt in Hj as ->. }
        rewrite Et, <- H0 in G. apply (Rmult_le_reg_r (n * n)); [nra|]. lra. }
      pose proof (half t s ltac:(unfold t; apply Rle_mult_inv_pos; lra) C H1) as B.
      rewrite Et, <- H0. replace ((al / n) ^ 2 * (n * n) + 2 * (al / n) * / across * (t * n) + (/ across) ^ 2 * s)
        with ((t - 1 / 2) ^ 2 / along ^ 2 + (s - t ^ 2) / across ^ 2); [exact B|].
      unfold al, along, across. field. lra.
    - intros m. unfold turned. rewrite !Dz, Et. fold (sq q). rewrite <- H0.
      replace (dot q (fun k => nth k q 0)) with (n * n) by (rewrite dot_self; exact H0).
      unfold al, along, across. field. lra.
  Qed.
  Lemma halves_cover xi : unit2 xi -> exists side zeta, (side = 1 \/ side = -1) /\ unit2 zeta /\
    forall m, dot m xi = side * (dot m (fun k => nth k q 0) / (2 * n)) + turned m zeta.
  Proof.
    intros Hx. destruct (Rle_dec 0 (dot q xi)) as [L|L].
    - destruct (upper_half xi Hx L) as (zeta & Hz & E). exists 1, zeta. split; [now left|]. split; [exact Hz|]. intros m. rewrite E. ring.
    - assert (Neg : forall l x, dot l (fun k => - x k) = - dot l x)
        by (intros; rewrite (dot_ext _ _ (fun k => -1 * x k)) by (intros; ring); rewrite dot_scale; ring).
      assert (Un : forall x, unit2 x -> unit2 (fun k => - x k)).
      { intros x H j. specialize (H j). replace (sumsq j (fun k => - x k)) with (sumsq j x); [exact H|]. clear. revert x. induction j; intros x; simpl; [easy|].
        rewrite (IHj (fun k => x (S k))). ring. }
      destruct (upper_half (fun k => - xi k) (Un _ Hx)) as (zeta & Hz & E). { rewrite Neg. lra. }
      exists (-1), (fun k => - zeta k). split; [now right|]. split; [now apply Un|]. intros m. specialize (E m). unfold turned in *. rewrite !Neg in *. lra.
  Qed.
End Half.

(* The two sets *)
Definition piece (q : list float) (m : list float) : I * list I :=
  let nq := isumsq (pts q) in let t := idot (pts m) (pts q) in
  (idiv t (imul itwo (isqrt nq)), axpy (ineg (idiv (imul (isub iacross ialong) t) nq)) (pts q) (map (imul iacross) (pts m))).
Notation part := (float * (I * list I))%type.
Definition parts (q : list float) (S : set) : list part := map (fun cm => (fst cm, piece q (snd cm))) (combine (sc S) (sm S)).
Definition moved (sgn : I -> I) (c : part) : I := iadd (pt (fst c)) (sgn (fst (snd c))).
Definition far (sgn : I -> I) (c : part) : I :=
  iadd (iabs (isub (moved sgn c) (pt (mid (moved sgn c))))) (idist (snd (snd c)) (map mid (snd (snd c)))).
Definition side (ps : list part) (S : set) (sgn : I -> I) : set :=
  {| sc := map (fun c => mid (moved sgn c)) ps; sm := map (fun c => map mid (snd (snd c))) ps; sg := sg S;
     sb := upper (iadd (pt (sb S)) (imax (map (far sgn) ps))) |}.
Definition halve (q : list float) (S : set) : option (set * set) :=
  let ps := parts q S in let s1 := side ps S (fun i => i) in let s2 := side ps S ineg in
  if positive (isumsq (pts q)) && (length (sc S) =? length (sm S))%nat && IP.F.real (sb s1) && IP.F.real (sb s2) then Some (s1, s2) else None.

Lemma piece_ok q m : 0 < sq (vals q) -> exists t l, fst (piece q m) ∋ t /\ Forall2 has (snd (piece q m)) l
  /\ t = dot (vals m) (fun k => nth k (vals q) 0) / (2 * sqrt (sq (vals q))) /\ forall z, dot l z = turned (vals q) (vals m) z.
Proof.
  intros P. unfold piece. cbv zeta. cbn [fst snd].
  pose proof (isumsq_ok _ _ (pts_ok q)) as Hn. pose proof (idot_ok _ _ (pts_ok m) _ _ (pts_ok q)) as Ht.
  set (n := isumsq (pts q)) in *. set (t := idot (pts m) (pts q)) in *. set (rt := dot (vals m) _) in *.
  destruct (scale_ok iacross across _ _ iacross_ok (pts_ok m)) as [Hs Es].
  pose proof (ineg_ok _ _ (idiv_ok _ _ _ _ (imul_ok _ _ _ _ (isub_ok _ _ _ _ iacross_ok ialong_ok) Ht) Hn)) as Hk.
  destruct (axpy_ok _ _ _ _ Hk (pts_ok q) _ _ Hs) as (l & Hl & El).
  eexists _, l. split; [apply idiv_ok; [exact Ht|apply imul_ok; [apply itwo_ok|apply isqrt_ok; exact Hn]]|].
  split; [exact Hl|]. split; [reflexivity|]. intros z. rewrite El, Es. unfold turned. fold rt. ring.
Qed.

Theorem halve_ok q S S1 S2 h : halve q S = Some (S1, S2) -> In S h -> In S1 h \/ In S2 h.
Proof.
  unfold halve. set (ps := parts q S). destruct (_ && _) eqn:E; [|discriminate].
  intros Q. injection Q as <- <-. rewrite !andb_true_iff, Nat.eqb_eq in E. destruct E as [[[Pq L] F1] F2].
  intros (xi & eta & beta & Hx & He & Hb & Hh).
  pose proof (positive_ok _ _ Pq (isumsq_ok _ _ (pts_ok q))) as P.
  destruct (halves_cover (vals q) P xi Hx) as (sg_ & zeta & Hsg & Hz & E).
  assert (G : forall sgn, (forall i x, i ∋ x -> sgn i ∋ sg_ * x) -> IP.F.real (sb (side ps S sgn)) = true -> In (side ps S sgn) h).
  2: { destruct Hsg as [-> | ->]; [left; apply G; [|exact F1]|right; apply G; [|exact F2]].
       - intros i x Hi. now rewrite Rmult_1_l.
       - intros i x Hi. replace (-1 * x) with (- x) by ring. now apply ineg_ok. }
  clear F1 F2. intros sgn Hsgn F.
  change (sb (side ps S sgn)) with (upper (iadd (pt (sb S)) (imax (map (far sgn) ps)))) in F.
  (* row by row *)
  set (rest (cm : float * list float) := Rabs (val (fst cm) + dot (vals (snd cm)) xi
     - (val (mid (moved sgn (fst cm, piece q (snd cm)))) + dot (vals (map mid (snd (piece q (snd cm))))) zeta))).
  destruct (imax_ok (fun cm => far sgn (fst cm, piece q (snd cm))) rest (combine (sc S) (sm S))) as (X & HX & PX & BX).
  { intros [c m]. unfold rest, far, moved. cbn [fst snd]. destruct (piece_ok q m P) as (t & l & Ht & Hl & Et & El).
    pose proof (iadd_ok _ _ _ _ (pt_ok c) (Hsgn _ _ Ht)) as Hc. set (ci := iadd (pt c) (sgn (fst (piece q m)))) in *.
    destruct (idist_ok _ _ Hl 1 zeta (unit2_box _ Hz) ltac:(lra)) as (dd & Hdd & Ldd).
    eexists. split; [apply iadd_ok; [apply iabs_ok, isub_ok; [exact Hc|apply pt_ok]|exact Hdd]|].
    rewrite (E (vals m)), <- Et, <- El. set (x := dot l zeta) in *. set (y := dot (vals (map mid _)) zeta) in *.
    replace (val c + (sg_ * t + x) - (val (mid ci) + y)) with ((val c + sg_ * t - val (mid ci)) + (x - y)) by ring.
    eapply Rle_trans; [apply Rabs_triang|]. lra. }
  assert (EX : map (fun cm => far sgn (fst cm, piece q (snd cm))) (combine (sc S) (sm S)) = map (far sgn) ps) by (unfold ps, parts; rewrite map_map; reflexivity).
  rewrite EX in HX. clear EX.
  pose proof (upper_ok _ _ F (iadd_ok _ _ _ _ (pt_ok (sb S)) HX)) as LB.
  exists zeta, eta, (fun k => beta k + (nth k (vals (sc S)) 0 + dot (nth k (map vals (sm S)) []) xi
    - (nth k (vals (sc (side ps S sgn))) 0 + dot (nth k (map vals (sm (side ps S sgn))) []) zeta))).
  split; [exact Hz|]. split; [exact He|]. split.
  - intros k. change (sb (side ps S sgn)) with (upper (iadd (pt (sb S)) (imax (map (far sgn) ps)))).
    eapply Rle_trans; [apply Rabs_triang|]. specialize (Hb k). eapply Rle_trans; [|exact LB]. apply Rplus_le_compat; [exact Hb|].
    destruct (Nat.lt_ge_cases k (length (sc S))) as [Hk|Hk].
    + set (d := (PrimFloat.zero, @nil float)).
      assert (Hin : List.In (nth k (combine (sc S) (sm S)) d) (combine (sc S) (sm S))) by (apply nth_In; rewrite length_combine; lia).
      pose proof (combine_nth (sc S) (sm S) k PrimFloat.zero [] L) as N. fold d in N.
      specialize (BX _ Hin). rewrite N in BX. unfold rest in BX. cbn [fst snd] in BX. rewrite !nth_vals, !nth_valss.
      unfold side, ps, parts, moved. cbn [sc sm]. rewrite !map_map. cbn [fst snd].
      set (f := fun cm : float * list float => mid (iadd (pt (fst cm)) (sgn (fst (piece q (snd cm)))))).
      set (g := fun cm : float * list float => map mid (snd (piece q (snd cm)))).
      change (mid (iadd (pt (nth k (sc S) PrimFloat.zero)) (sgn (fst (piece q (nth k (sm S) [])))))) with (f (nth k (sc S) PrimFloat.zero, nth k (sm S) [])) in BX.
      change (map mid (snd (piece q (nth k (sm S) [])))) with (g (nth k (sc S) PrimFloat.zero, nth k (sm S) [])) in BX.
      rewrite (nth_indep (map f _) PrimFloat.zero (f d)), (nth_indep (map g _) [] (g d)) by (rewrite length_map, length_combine; lia).
      rewrite !map_nth, N. exact BX.
    + rewrite nth_vals, nth_valss, (nth_overflow (sc S)), (nth_overflow (sm S)) by lia.
      rewrite nth_vals, nth_valss, !nth_overflow; unfold side, ps, parts; cbn [sc sm]; rewrite ?length_map, ?length_combine; try lia.
      simpl. rewrite val_zero. replace (0 + 0 - (0 + 0)) with 0 by ring. rewrite Rabs_R0. exact PX.
  - intros k. rewrite Hh. unfold at_. change (sg (side ps S sgn)) with (sg S). ring.
Qed.
