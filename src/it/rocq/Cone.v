(* The cone in which states move while zeros come in, and how one step at column 00 acts on it (L10 to L12).
   Every bound is relative to the state's size s, so that it holds however small s is. *)
From Adder Require Import Induction Balls Tau.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

(* The value of a form over a set *)
Definition value_on (P : pset') (w : list float) : I := let f := affine' P w in iadd (pt (ez f)) (sym (spread' f)).
Lemma value_on_ok S h w : In S h -> value_on (prepare' S) w ∋ dot (vals w) h.
Proof.
  intros (xi & eta & beta & Hx & He & Hb & Hh). exact (spread'_ok _ xi eta _ Hx He (affine'_ok S xi eta beta h w Hx He Hb Hh)).
Qed.

(* How far a set's states lie from 0, in every coordinate *)
Definition reach (P : pset') : I := iadd (pbig P) (pt (sb (ps P))).
Lemma reach_ok S h : In S h -> exists X, reach (prepare' S) ∋ X /\ 0 <= X /\ box X h.
Proof.
  intros (xi & eta & beta & Hx & He & Hb & Hh).
  destruct (imax_ok (fun x => iabs (pt x)) (fun x => Rabs (val x)) (sc S)) as (X1 & H1 & P1 & B1).
  { intros x. exists (Rabs (val x)). split; [apply iabs_ok, pt_ok|lra]. }
  destruct (imax_ok uabs (fun l => l1 (vals l)) (sm S) uabs_ok) as (X2 & H2 & P2 & B2).
  destruct (imax_ok uabs (fun l => l1 (vals l)) (sg S) uabs_ok) as (X3 & H3 & P3 & B3).
  assert (P4 : 0 <= val (sb S)) by (specialize (Hb 0%nat); pose proof (Rabs_pos (beta 0%nat)); lra).
  exists (X1 + (X2 + X3) + val (sb S)). split; [repeat apply iadd_ok; trivial; apply pt_ok|]. split; [lra|].
  intros k. rewrite Hh. unfold at_. rewrite nth_vals, !nth_valss.
  assert (Q : forall (l : list (list float)) X v, (forall a, List.In a l -> l1 (vals a) <= X) -> 0 <= X -> box 1 v -> Rabs (dot (vals (nth k l [])) v) <= X).
  { intros l X v H P V. pose proof (dot_l1 (vals (nth k l [])) v 1 V) as D. rewrite Rmult_1_r in D. eapply Rle_trans; [exact D|].
    destruct (Nat.lt_ge_cases k (length l)) as [Hk|Hk]; [apply H, nth_In, Hk|]. rewrite nth_overflow by exact Hk. simpl. exact P. }
  pose proof (Q _ _ _ B2 P2 (unit2_box _ Hx)). pose proof (Q _ _ _ B3 P3 He). specialize (Hb k).
  assert (Rabs (val (nth k (sc S) PrimFloat.zero)) <= X1).
  { destruct (Nat.lt_ge_cases k (length (sc S))) as [Hk|Hk]; [apply B1, nth_In, Hk|]. rewrite nth_overflow by exact Hk. rewrite val_0, Rabs_R0. exact P1. }
  replace (X1 + (X2 + X3) + val (sb S)) with (X1 + X2 + X3 + val (sb S)) by ring.
  do 3 (eapply Rle_trans; [apply Rabs_triang|]; apply Rplus_le_compat; [|assumption]). assumption.
Qed.

(* The norm of many forms over a set; of a row of intervals, its middle and how far it is from that *)
Definition middle (r : list I) : list float * I := (map mid r, idist r (map mid r)).
Lemma middle_ok l r : Forall2 has l r -> forall b x, 0 <= b -> box b x ->
  exists d, snd (middle l) ∋ d /\ Rabs (dot r x - dot (vals (fst (middle l))) x) <= d * b.
Proof.
  intros H b. induction H as [|a y l r Ha Hl IH]; intros x Pb Hx; simpl.
  - exists 0. split; [apply iz_ok|]. rewrite Rminus_0_r, Rabs_R0. lra.
  - destruct (IH (fun k => x (Datatypes.S k)) Pb (fun k => Hx (Datatypes.S k))) as (d & Hd & Ld). exists (Rabs (y - val (mid a)) + d). split.
    + apply iadd_ok; trivial. apply iabs_ok, isub_ok; trivial. apply pt_ok.
    + specialize (Hx 0%nat). cbn [fst middle] in Ld. fold (vals (map mid l)). set (u := dot r _) in *. set (v := dot (vals (map mid l)) _) in *.
      replace (y * x 0%nat + u - (val (mid a) * x 0%nat + v)) with ((y - val (mid a)) * x 0%nat + (u - v)) by ring.
      pose proof (Rabs_triang ((y - val (mid a)) * x 0%nat) (u - v)). rewrite Rabs_mult in *.
      assert (Rabs (y - val (mid a)) * Rabs (x 0%nat) <= Rabs (y - val (mid a)) * b) by (apply Rmult_le_compat_l; [apply Rabs_pos|assumption]). lra.
Qed.
Definition small_on (n : nat) (ts : list (list float * I)) (P : pset') (room : I) : bool :=
  let X := reach P in
  let fs := map (fun t => (affine' P (fst t), imul (snd t) X)) ts in
  fits n (map (fun f => ea (fst f)) fs)
    (isub (isub room (isqrt (isumsq (map (fun f => pt (ez (fst f))) fs)))) (isqrt (isumsq (map (fun f => iadd (uabs (eb (fst f))) (iadd (er (fst f)) (snd f))) fs)))).
Lemma small_on_ok n ts tr S h room rho : In S h -> rows ts tr -> small_on n (map middle ts) (prepare' S) room = true -> room ∋ rho ->
  nrm (map (fun t => dot t h) tr) <= rho.
Proof.
  intros Hin Ht H Hr. pose proof Hin as (xi & eta & beta & Hx & He & Hb & Hh). destruct (reach_ok S h Hin) as (X & HX & PX & BX).
  unfold small_on in H. cbv zeta in H. set (P := prepare' S) in *. rewrite !map_map in H. cbn [fst snd] in H.
  set (f t := affine' P (fst (middle t))) in *.
  assert (Q : exists (l : list (R * (R * R))) s,
     map (fun t => dot t h) tr = map (fun q => fst q + (fst (snd q) + snd (snd q))) l
     /\ Forall2 has (map (fun t => pt (ez (f t))) ts) (map fst l)
     /\ app_ (map vals (map (fun t => ea (f t)) ts)) xi = map (fun q => fst (snd q)) l
     /\ Forall2 has (map (fun t => iadd (uabs (eb (f t))) (iadd (er (f t)) (imul (snd (middle t)) (reach P)))) ts) s
     /\ Forall2 (fun x y => Rabs x <= y) (map (fun q => snd (snd q)) l) s).
  { clear H. induction Ht as [|t r ts tr Ht _ IH]; [exists [], []; repeat split; constructor|].
    destruct IH as (l & s & E1 & H1 & E2 & H3 & H4).
    destruct (affine'_ok S xi eta beta h (fst (middle t)) Hx He Hb Hh) as (rh & Hq & Lq). fold P in Hq, Lq. change (affine' P (fst (middle t))) with (f t) in *.
    destruct (uabs_ok (eb (f t))) as (b & Hb' & Lb). destruct (middle_ok t r Ht X h PX BX) as (dd & Hd & Ld).
    exists ((val (ez (f t)), (dot (vals (ea (f t))) xi, dot r h - (val (ez (f t)) + dot (vals (ea (f t))) xi))) :: l), (b + (rh + dd * X) :: s).
    repeat split; cbn [map fst snd].
    - rewrite E1. f_equal. ring.
    - constructor; trivial. apply pt_ok.
    - unfold app_ in *. cbn [map]. now rewrite E2.
    - constructor; trivial. apply iadd_ok; [exact Hb'|]. apply iadd_ok; [exact Hq|]. now apply imul_ok.
    - constructor; trivial. pose proof (dot_l1 (vals (eb (f t))) eta 1 He) as D. rewrite Rmult_1_r in D. set (d1 := dot (vals (eb (f t))) eta) in *.
      set (d2 := dot (vals (ea (f t))) xi) in *. set (y := dot (vals (fst (middle t))) h) in *.
      replace (dot r h - (val (ez (f t)) + d2)) with (d1 + ((y - (val (ez (f t)) + d2 + d1)) + (dot r h - y))) by ring.
      eapply Rle_trans; [apply Rabs_triang|]. pose proof (Rabs_triang (y - (val (ez (f t)) + d2 + d1)) (dot r h - y)). lra. }
  destruct Q as (l & s & E1 & H1 & E2 & H3 & H4). rewrite E1.
  pose proof (fits_ok _ _ _ _ xi (isub_ok _ _ _ _ (isub_ok _ _ _ _ Hr (isqrt_ok _ _ (isumsq_ok _ _ H1))) (isqrt_ok _ _ (isumsq_ok _ _ H3))) Hx H) as L.
  change (nrm (app_ (map vals (map (fun t => ea (f t)) ts)) xi) <= rho - nrm (map fst l) - nrm s) in L. rewrite E2 in L.
  pose proof (triangle (map (fun q => (fst q, fst (snd q) + snd (snd q))) l)) as T1. rewrite !map_map in T1. simpl in T1.
  pose proof (triangle (map snd l)) as T2. rewrite !map_map in T2. pose proof (sqrt_le_1_alt _ _ (sq_le _ _ H4)) as T3.
  eapply Rle_trans; [exact T1|]. apply Rle_trans with (nrm (map fst l) + (nrm (map (fun q => fst (snd q)) l) + nrm s)); [|lra].
  apply (Rplus_le_compat_l (nrm (map fst l))). eapply Rle_trans; [exact T2|]. now apply Rplus_le_compat_l.
Qed.

Lemma val_1 : val PrimFloat.one = 1.
Proof. unfold val. vm_compute. lra. Qed.
Lemma terms_scale w h s g : 0 <= s -> (forall k, h k = s * g k) -> terms w h = s * terms w g.
Proof.
  intros P E. unfold terms. rewrite <- dot_scale. apply dot_ext. intros k. rewrite E, Rabs_mult, (Rabs_pos_eq s) by assumption. reflexivity.
Qed.

(* What the certificate says of the tube: v, l, T, kappa, s_max; and, believed by nobody, Y = (I - v l') T^-1 and where slices end. *)
Record tube_data := { tv : list float; tl : list float; tT : list (list float); tY : list (list float);
                      tkappa : float; tsmax : float; tcuts : list float }.

Section Cone.
  Variable N : net.
  Variable B : tube_data.
  Let H := length (nW N).
  Let vk k := nth k (vals (tv B)) 0.
  Definition size (h : nat -> R) : R := dot (vals (tl B)) h.
  (* ||T (h - s v)|| *)
  Definition deviation (h : nat -> R) : R := nrm (map (fun t => dot (vals t) (fun k => h k - size h * nth k (vals (tv B)) 0)) (tT B)).
  Definition inside (h : nat -> R) := forall k, (length (nW N) <= k)%nat -> h k = 0.

  Definition deviate : list (list I) :=
    map (fun t => axpy (ineg (idot (pts t) (pts (tv B)))) (pts (tl B)) (pts t)) (tT B).
  Lemma deviate_ok : exists tr, rows deviate tr /\ forall h, deviation h = nrm (map (fun t => dot t h) tr).
  Proof.
    unfold deviate, deviation. induction (tT B) as [|t T IH].
    - exists []. split; [constructor|reflexivity].
    - destruct IH as (tr & Hr & E). simpl.
      pose proof (idot_ok _ _ (pts_ok t) _ _ (pts_ok (tv B))) as Hd.
      destruct (axpy_ok _ _ _ _ (ineg_ok _ _ Hd) (pts_ok (tl B)) _ _ (pts_ok t)) as (r & Hr' & Er).
      exists (r :: tr). split; [constructor; trivial|]. intros h. specialize (E h). simpl.
      assert (Q : dot (vals t) (fun k => h k - size h * nth k (vals (tv B)) 0) = dot r h).
      { rewrite Er. rewrite (dot_ext _ _ (fun k => h k + - size h * nth k (vals (tv B)) 0)) by (intros; ring).
        rewrite dot_plus, dot_scale. unfold size. ring. }
      rewrite Q. f_equal. f_equal. apply sqrt_inj in E; trivial; apply sq_pos.
  Qed.
  Lemma size_scale h s g : (forall k, h k = s * g k) -> size h = s * size g.
  Proof. intros E. unfold size. rewrite <- dot_scale. now apply dot_ext. Qed.
  Lemma deviation_scale h s g : 0 <= s -> (forall k, h k = s * g k) -> deviation h = s * deviation g.
  Proof.
    intros P E. destruct deviate_ok as (tr & _ & D). rewrite !D.
    replace (sq (map (fun t => dot t h) tr)) with (s ^ 2 * sq (map (fun t => dot t g) tr)).
    - rewrite sqrt_mult by (try apply sq_pos; nra). f_equal. replace (s ^ 2) with (Rsqr s) by (unfold Rsqr; ring). now apply sqrt_Rsqr.
    - clear D. induction tr as [|t tr IH]; simpl; [ring|]. rewrite <- IH, (dot_ext t h _ E), dot_scale. ring.
  Qed.

  (* L10: the cone at size 1 as a set. *)
  Definition skew : list (list float) := map (fun y => map mid (map (imul (pt (tkappa B))) (pts y))) (tY B).
  Definition fine : I := idiv ione (IP.fromZ p (2 ^ 40)).
  Definition rfine : R := 1 / IZR (2 ^ 40).
  Definition rim : float := Eval vm_compute in upper (idiv ione (IP.fromZ p (2 ^ 34)%Z)).
  Definition shaped : bool :=
    let om := iabs (isub ione (idot (pts (tl B)) (pts (tv B)))) in
    nonneg (pt (tkappa B)) && (length (tT B) =? H)%nat && (length (tY B) =? H)%nat && (length (tv B) =? H)%nat
    && forallb (fun x => let y := pts (fst (snd x)) in let v := snd (snd x) in
         let m := map (imul (pt (tkappa B))) y in let o := imul (iabs (pt v)) om in
         le (isumabs (axpy (pt v) (pts (tl B)) (minus1 (fst x) (comb y (map pts (tT B)))))) fine
         && le (iadd (imul (isqrt (isumsq y)) (pt (tkappa B))) o) (IP.fromZ p 16)
         && le (iadd (idist m (map mid m)) (iadd o (imul fine slackZ))) (pt rim))
       (combine (seq 0 H) (combine (tY B) (tv B))).
  Lemma rfine_small : 0 < rfine < 1 / 1000.
  Proof. unfold rfine. change (2 ^ 40)%Z with 1099511627776%Z. lra. Qed.
  Lemma fine_ok : fine ∋ rfine.
  Proof. apply idiv_ok; [apply ione_ok|apply IP.fromZ_correct]. Qed.
  Lemma kappa_pos : shaped = true -> 0 <= val (tkappa B).
  Proof. unfold shaped. rewrite !andb_true_iff. intros [[[[E _] _] _] _]. exact (nonneg_ok _ _ E (pt_ok _)). Qed.
  Lemma rim_pos : 0 <= val rim.
  Proof. apply (nonneg_ok (pt rim)); [vm_compute; reflexivity|apply pt_ok]. Qed.

  Lemma shape g : shaped = true -> inside g -> deviation g <= val (tkappa B) -> Rabs (size g) <= 1 ->
    exists xi e, unit2 xi /\ box (val rim) e /\ forall k, g k = size g * vk k + dot (vals (nth k skew [])) xi + e k.
  Proof.
    intros Hsh Hout Hdev Hsz. pose proof (kappa_pos Hsh) as Pk. unfold shaped in Hsh.
    rewrite !andb_true_iff, !Nat.eqb_eq, forallb_forall in Hsh. destruct Hsh as [[[[_ HT] HY] Hv] Hall].
    set (y k := g k - size g * nth k (vals (tv B)) 0). set (ty := map (fun t => dot (vals t) y) (tT B)).
    destruct (normalise ty (val (tkappa B)) Pk Hdev) as (xi & Hx & Ex).
    assert (Hy : forall k, (H <= k)%nat -> y k = 0).
    { intros k Hk. unfold y. rewrite Hout by assumption. rewrite nth_overflow; [ring|]. unfold vals. rewrite length_map. lia. }
    destruct (largest y _ Hy) as (D & PD & BD & CD).
    set (om := 1 - dot (vals (tl B)) (fun k => nth k (vals (tv B)) 0)).
    assert (Hom : iabs (isub ione (idot (pts (tl B)) (pts (tv B)))) ∋ Rabs om).
    { apply iabs_ok, isub_ok; [apply ione_ok|]. apply idot_ok; apply pts_ok. }
    assert (Ey : dot (vals (tl B)) y = size g * om).
    { unfold y, om. rewrite (dot_ext _ _ (fun k => g k + - size g * nth k (vals (tv B)) 0)) by (intros; ring).
      rewrite dot_plus, dot_scale. unfold size. ring. }
    assert (Row : forall k, (k < H)%nat -> exists d dist,
       y k = val (tkappa B) * dot (vals (nth k (tY B) [])) xi + vk k * (size g * om) - d /\ Rabs d <= rfine * D
       /\ Rabs (val (tkappa B) * dot (vals (nth k (tY B) [])) xi) + Rabs (vk k) * Rabs om <= 16
       /\ Rabs (val (tkappa B) * dot (vals (nth k (tY B) [])) xi - dot (vals (map mid (map (imul (pt (tkappa B))) (pts (nth k (tY B) []))))) xi) <= dist
       /\ dist + (Rabs (vk k) * Rabs om + rfine * 17) <= val rim).
    { intros k Hk. set (yr := nth k (tY B) []).
      assert (Hin : List.In (k, (yr, nth k (tv B) PrimFloat.zero)) (combine (seq 0 H) (combine (tY B) (tv B)))).
      { replace (k, (yr, nth k (tv B) PrimFloat.zero)) with (nth k (combine (seq 0 H) (combine (tY B) (tv B))) (0%nat, ([], PrimFloat.zero))).
        - apply nth_In. rewrite !length_combine, length_seq. lia.
        - rewrite combine_nth by (rewrite length_seq, length_combine; lia). rewrite combine_nth by lia. rewrite seq_nth by lia. reflexivity. }
      specialize (Hall _ Hin). cbn [fst snd] in Hall. rewrite !andb_true_iff in Hall. destruct Hall as [[A1 A2] A3].
      destruct (comb_ok _ _ (pts_ok yr) _ _ (ptss_ok (tT B))) as (q & Hq & Eq).
      destruct (minus1_ok k _ _ Hq) as (q' & Hq' & Eq').
      destruct (axpy_ok _ _ _ _ (pt_ok (nth k (tv B) PrimFloat.zero)) (pts_ok (tl B)) _ _ Hq') as (q2 & Hq2 & Eq2).
      destruct (scale_ok _ _ _ _ (pt_ok (tkappa B)) (pts_ok yr)) as [Hs Es].
      destruct (idist_ok _ _ Hs 1 xi (unit2_box _ Hx) ltac:(lra)) as (dist & Hdist & Ldist). rewrite Es in Ldist.
      assert (Ev : vk k = val (nth k (tv B) PrimFloat.zero)) by (unfold vk; apply nth_vals).
      assert (Ho : imul (iabs (pt (nth k (tv B) PrimFloat.zero))) (iabs (isub ione (idot (pts (tl B)) (pts (tv B))))) ∋ Rabs (vk k) * Rabs om).
      { apply imul_ok; [|exact Hom]. rewrite Ev. apply iabs_ok, pt_ok. }
      exists (dot q2 y), dist. split; [|split; [|split; [|split]]].
      - rewrite Eq2, Eq', Eq, Ey, <- Ev. rewrite <- dot_scale.
        rewrite (dot_ext (vals yr) (fun k => dot (nth k (map vals (tT B)) []) y) (fun k => val (tkappa B) * xi k)); [ring|].
        intros j. rewrite <- Ex. unfold ty. symmetry. rewrite <- (map_map vals (fun l => dot l y)). exact (map_nth (fun l => dot l y) (map vals (tT B)) [] j).
      - eapply Rle_trans; [apply (dot_l1 q2 y D BD)|]. apply Rmult_le_compat_r; [exact PD|].
        apply (le_ok _ _ _ _ A1); [now apply isumabs_ok|apply fine_ok].
      - eapply Rle_trans; [|apply (le_ok _ _ _ _ A2); [apply iadd_ok; [apply imul_ok; [apply isqrt_ok, isumsq_ok, pts_ok|apply pt_ok]|exact Ho]|apply IP.fromZ_correct]].
        apply Rplus_le_compat_r. rewrite Rabs_mult, (Rabs_pos_eq (val (tkappa B))), Rmult_comm by assumption.
        apply Rmult_le_compat_r; [exact Pk|apply (dot_norm _ _ Hx)].
      - exact Ldist.
      - apply (le_ok _ _ _ _ A3); [|apply pt_ok]. apply iadd_ok; [exact Hdist|]. apply iadd_ok; [exact Ho|]. apply imul_ok; [apply fine_ok|apply IP.fromZ_correct]. }
    assert (Small : forall k, Rabs (vk k * (size g * om)) <= Rabs (vk k) * Rabs om).
    { intros k. rewrite !Rabs_mult. pose proof (Rabs_pos (vk k)). pose proof (Rabs_pos om). pose proof (Rabs_pos (size g)).
      apply Rmult_le_compat_l; [assumption|]. nra. }
    pose proof rfine_small.
    assert (LD : D <= 17).
    { destruct CD as [->|(k & Hk & ->)]; [lra|]. destruct (Row k Hk) as (d & dist & E1 & E2 & E3 & _). specialize (Small k).
      set (w := val (tkappa B) * _) in *. set (u := vk k * _) in *. pose proof (Rabs_triang (w + u) (- d)) as Q1. pose proof (Rabs_triang w u).
      rewrite Rabs_Ropp in Q1. fold (w + u - d) in Q1. rewrite <- E1 in Q1.
      assert (rfine * Rabs (y k) <= 1 / 1000 * Rabs (y k)) by (apply Rmult_le_compat_r; [apply Rabs_pos|lra]). lra. }
    exists xi, (fun k => y k - dot (vals (nth k skew [])) xi). split; [exact Hx|]. split.
    - intros k. destruct (Nat.lt_ge_cases k H) as [Hk|Hk].
      + destruct (Row k Hk) as (d & dist & E1 & E2 & E3 & E4 & E5). specialize (Small k).
        replace (nth k skew []) with (map mid (map (imul (pt (tkappa B))) (pts (nth k (tY B) [])))).
        2: { symmetry. apply (map_nth (fun y => map mid (map (imul (pt (tkappa B))) (pts y))) (tY B) []). }
        rewrite E1. set (w := val (tkappa B) * _) in *. set (u := dot (vals (map mid _)) xi) in *. set (o := vk k * _) in *.
        replace (w + o - d - u) with ((w - u) + (o + - d)) by ring.
        pose proof (Rabs_triang (w - u) (o + - d)). pose proof (Rabs_triang o (- d)) as Q. rewrite Rabs_Ropp in Q.
        assert (rfine * D <= rfine * 17) by (apply Rmult_le_compat_l; lra). lra.
      + rewrite Hy by assumption. rewrite (nth_overflow skew) by (unfold skew; rewrite length_map; lia). simpl. rewrite Rminus_0_r, Rabs_R0. apply rim_pos.
    - intros k. unfold y, vk. ring.
  Qed.

  (* Two sets of this kind: the cone at size 1, and all that is not larger. *)
  Definition cone : set := {| sc := tv B; sm := skew; sg := []; sb := rim |}.
  Definition tip : set := {| sc := []; sm := skew; sg := map (fun x => x :: nil) (tv B); sb := rim |}.
  Lemma cone_ok g : shaped = true -> inside g -> deviation g <= val (tkappa B) -> size g = 1 -> In cone g.
  Proof.
    intros Hs Ho Hd E. destruct (shape g Hs Ho Hd) as (xi & e & Hx & He & Eg). { rewrite E, Rabs_R1. lra. }
    exists xi, (fun _ => 0), e. split; [exact Hx|]. split; [intros k; rewrite Rabs_R0; lra|]. split; [exact He|].
    intros k. rewrite Eg, E. unfold at_, vk. simpl. rewrite nth_valss. destruct k; simpl; ring.
  Qed.
  Lemma tip_ok g : shaped = true -> inside g -> deviation g <= val (tkappa B) -> Rabs (size g) <= 1 -> In tip g.
  Proof.
    intros Hs Ho Hd E. destruct (shape g Hs Ho Hd E) as (xi & e & Hx & He & Eg).
    exists xi, (fun _ => size g), e. split; [exact Hx|]. split; [intros k; exact E|]. split; [exact He|].
    intros k. rewrite Eg. unfold at_, vk. simpl. rewrite !nth_valss.
    replace (dot (vals (nth k (map (fun x => x :: nil) (tv B)) [])) (fun _ => size g)) with (size g * nth k (vals (tv B)) 0).
    - destruct k; simpl; ring.
    - rewrite nth_vals. generalize (tv B). intros l. revert k. induction l as [|a l IH]; intros [|k]; simpl; try (rewrite val_0; ring); [ring|apply IH].
  Qed.

  (* L11, one step at column 00 from s times a set: each coordinate of W g, with the terms of its sum; then tanh z = t z. *)
  Definition sizes (P : pset') : list I := map (fun k => iabs (value_on P (repeat PrimFloat.zero k ++ (PrimFloat.one :: nil)))) (seq 0 (length (nW N))).
  Definition units (S : set) : list (form * I) :=
    let P := prepare S in let r := sizes (prepare' S) in map (fun w => (affine P (pts w), idot (map iabs (pts w)) r)) (nW N).
  Lemma sizes_ok S g : In S g -> Forall2 has (sizes (prepare' S)) (map (fun k => Rabs (g k)) (seq 0 H)).
  Proof.
    intros Hin. unfold sizes, H. induction (seq 0 (length (nW N))) as [|k l IH]; simpl; constructor; trivial.
    apply iabs_ok. replace (g k) with (dot (vals (repeat PrimFloat.zero k ++ (PrimFloat.one :: nil))) g); [now apply value_on_ok|].
    unfold vals. rewrite map_app. fold (vals (repeat PrimFloat.zero k)). rewrite vals_0. simpl. rewrite dot_app, dot_repeat, repeat_length. simpl. rewrite Nat.add_0_r, val_1. ring.
  Qed.
  Lemma terms_ok S g w : In S g -> inside g -> idot (map iabs (pts w)) (sizes (prepare' S)) ∋ terms (vals w) g.
  Proof.
    intros Hin Hg. replace (terms (vals w) g) with (dot (map Rabs (vals w)) (fun k => nth k (map (fun k => Rabs (g k)) (seq 0 H)) 0)).
    - apply idot_ok; [|now apply sizes_ok]. clear. induction w; simpl; constructor; trivial. apply iabs_ok, pt_ok.
    - apply dot_ext. intros k. destruct (Nat.lt_ge_cases k H) as [L|L].
      + rewrite (nth_indep _ _ (Rabs (g 0%nat))) by (rewrite length_map, length_seq; assumption).
        rewrite (map_nth (fun k => Rabs (g k))). rewrite seq_nth by assumption. reflexivity.
      + rewrite nth_overflow by (rewrite length_map, length_seq; assumption). rewrite Hg, Rabs_R0 by assumption. reflexivity.
  Qed.

  Variable e : float.      (* the program's relative error *)
  Definition grown (from to lost : I) (q : form * I) : bool * row :=
    let f := fst q in let y := iabs (iadd (fz f) (sym (spread f))) in
    let t := ratio (imul from (pt (lower y))) (imul to (pt (upper y))) in let d := pt (mid t) in
    let c := imul d (fz f) in let m := map (imul d) (fa f) in let g := map (imul d) (fb f) in
    let err := upper (iadd (iabs (isub c (pt (mid c)))) (iadd (iadd (idist m (map mid m)) (idist g (map mid g)))
                 (iadd (imul (iabs d) (fr f)) (iadd (imul (iabs (isub t d)) y) (iadd (imul (pt e) (snd q)) lost))))) in
    (IP.F.real (lower y) && IP.F.real (upper y) && IP.F.real err, {| rc := mid c; rm := map mid m; rg := map mid g; re := err |}).
  Lemma grown_ok from to lost a b u f im mu xi eta s y q : from ∋ a -> to ∋ b -> lost ∋ u -> 0 <= a <= s -> s <= b -> 0 < s ->
    unit2 xi -> box 1 eta -> is_form f xi eta y -> im ∋ mu -> Rabs (q - tanh (s * y) / s) <= val e * mu + u ->
    fst (grown from to lost (f, im)) = true -> let r := snd (grown from to lost (f, im)) in
    exists err, Rabs err <= val (re r) /\ q = val (rc r) + dot (vals (rm r)) xi + dot (vals (rg r)) eta + err.
  Proof.
    intros Ha Hb Hu La Lb Ps Hx He Hf Hm Hq. pose proof (iabs_ok _ _ (spread_ok f xi eta y Hx He Hf)) as Hy.
    unfold grown. cbv zeta. cbn [fst snd rc rm rg re]. set (yy := iabs (iadd (fz f) (sym (spread f)))) in *.
    rewrite !andb_true_iff. intros [[Rl Ru] Re]. pose proof (lower_ok _ _ Rl Hy) as Ll. pose proof (upper_ok _ _ Ru Hy) as Lu.
    destruct (ratio_ok (imul from (pt (lower yy))) (imul to (pt (upper yy))) (a * val (lower yy)) (b * val (upper yy)) (s * y)) as (t & Ht & Et).
    { apply imul_ok; trivial. apply pt_ok. } { apply imul_ok; trivial. apply pt_ok. }
    { rewrite Rabs_mult, (Rabs_pos_eq s) by lra. pose proof (Rabs_pos y). split; [|nra].
      destruct (Rle_or_lt (val (lower yy)) 0); nra. }
    replace (tanh (s * y) / s) with (t * y) in Hq by (rewrite Et; field; lra).
    set (tt := ratio _ _) in *. set (k := val (mid tt)). assert (Hs : pt (mid tt) ∋ k) by apply pt_ok. set (d := pt (mid tt)) in *. clearbody tt d k.
    destruct Hf as (z & A & C & r & rho & Hz & HA & HC & Hr & Lr & Ey).
    destruct (scale_ok d k _ _ Hs HA) as [HA' EA]. destruct (scale_ok d k _ _ Hs HC) as [HC' EC].
    destruct (idist_ok _ _ HA' 1 xi (unit2_box _ Hx) ltac:(lra)) as (d1 & Hd1 & Ld1).
    destruct (idist_ok _ _ HC' 1 eta He ltac:(lra)) as (d2 & Hd2 & Ld2). rewrite EA in Ld1. rewrite EC in Ld2.
    assert (Hc : imul d (fz f) ∋ k * z) by (apply imul_ok; assumption). set (c := imul d (fz f)) in *.
    eexists. split; [|symmetry; apply Rplus_minus].
    eapply Rle_trans; [|apply (upper_ok _ _ Re)].
    2: { apply iadd_ok; [apply iabs_ok, isub_ok; [exact Hc|apply pt_ok]|]. apply iadd_ok; [apply iadd_ok; eassumption|].
         apply iadd_ok; [apply imul_ok; [apply iabs_ok; exact Hs|exact Hr]|].
         apply iadd_ok; [apply imul_ok; [apply iabs_ok, isub_ok; [exact Ht|exact Hs]|exact Hy]|].
         apply iadd_ok; [apply imul_ok; [apply pt_ok|exact Hm]|exact Hu]. }
    set (mx := dot (vals (map mid (map (imul d) (fa f)))) xi) in *. set (gx := dot (vals (map mid (map (imul d) (fb f)))) eta) in *.
    replace (q - (val (mid c) + mx + gx)) with
      ((k * z - val (mid c)) + ((k * dot A xi - mx) + (k * dot C eta - gx) + (k * r + ((t - k) * y + (q - t * y))))) by (rewrite Ey; ring).
    assert (Rabs (k * r) <= Rabs k * rho) by (rewrite Rabs_mult; apply Rmult_le_compat_l; [apply Rabs_pos|exact Lr]).
    eapply Rle_trans; [apply Rabs_triang|]. apply Rplus_le_compat_l. eapply Rle_trans; [apply Rabs_triang|].
    apply Rplus_le_compat; (eapply Rle_trans; [apply Rabs_triang|]); apply Rplus_le_compat; try assumption.
    eapply Rle_trans; [apply Rabs_triang|]. rewrite Rabs_mult. apply Rplus_le_compat_l. exact Hq.
  Qed.

  Definition next (us : list (form * I)) (from to lost : I) : option set :=
    let rs := map (grown from to lost) us in if forallb fst rs then Some (assemble (map snd rs)) else None.
  Lemma next_ok A S S' from to lost a b u s g h h' : fading A = Some (val e) -> In S g -> inside g -> (forall k, h k = s * g k) ->
    from ∋ a -> to ∋ b -> lost ∋ u -> 0 <= a <= s -> s <= b -> 0 < s -> underflow <= u * s ->
    next (units S) from to lost = Some S' -> pstep N A h zeros h' -> In S' (fun k => h' k / s).
  Proof.
    intros EA Hin Hg Eh Ha Hb Hu La Lb Ps Lu Hn ([_ Hout] & _ & Hst). rewrite EA in Hst. specialize (Hst eq_refl).
    unfold next in Hn. destruct (forallb _ _) eqn:Eall in Hn; [|discriminate]. injection Hn as <-. rewrite forallb_forall in Eall.
    pose proof Hin as (xi & eta & beta & Hx & He & Hb' & Hh).
    set (one w := (affine (prepare S) (pts w), idot (map iabs (pts w)) (sizes (prepare' S)))).
    change (units S) with (map one (nW N)) in *. rewrite !map_map. rewrite map_map in Eall.
    set (unit w := grown from to lost (one w)) in *.
    apply (assemble_ok _ (snd (unit [])) xi eta); trivial; rewrite length_map.
    - intros k Hk. cbv zeta. rewrite (map_nth (fun x => snd (unit x))). set (w := nth k (nW N) []) in *.
      apply (grown_ok from to lost a b u _ _ (terms (vals w) g) xi eta s (dot (vals w) g)); trivial.
      + exact (affine_ok S xi eta beta g _ _ Hb' Hh (pts_ok w)).
      + now apply terms_ok.
      + specialize (Hst k Hk). unfold F in Hst. rewrite !nth_valss in Hst. fold w in Hst.
        rewrite (dot_zeros _ (bits false false)), Rplus_0_r in Hst by (intros [|[|j]]; reflexivity).
        rewrite (dot_ext (vals w) h _ Eh), dot_scale in Hst. rewrite (terms_scale _ h s g) in Hst by (trivial; lra).
        replace (h' k / s - tanh (s * dot (vals w) g) / s) with ((h' k - tanh (s * dot (vals w) g)) / s) by (field; lra).
        unfold Rdiv. rewrite Rabs_mult, Rabs_inv, (Rabs_pos_eq s) by lra. apply (Rmult_le_reg_r s); [exact Ps|].
        rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. lra.
      + apply (Eall (unit w)). apply (in_map unit). apply nth_In. exact Hk.
    - intros k Hk. rewrite Hout by assumption. unfold Rdiv. ring.
  Qed.
End Cone.
