(* Balls ||T(h - c)|| <= r: a set lies in one (L7), and one lies in a set (L6).
   The guess X of the inverse of T is trusted by nobody: X T - I is looked at, from the left, which asks for no invertibility. *)
From Adder Require Export Norms.
Open Scope R_scope.

(* L7: inclusion in a ball *)
Definition in_ball (T : list (list float)) (r : float) (c : list float) (h : nat -> R) : Prop :=
  nrm (map (fun t => dot (vals t) (fun k => h k - nth k (vals c) 0)) T) <= val r.
Definition forms (T : list (list float)) (S : set) : list fform := let P := prepare' S in map (affine' P) T.
Definition image (T : list (list float)) (c : list float) := map (fun t => idot (pts t) (pts c)) T.
Definition base (fs : list fform) : I := isqrt (isumsq (map (fun f => iadd (uabs (eb f)) (er f)) fs)).
Definition offset (fs : list fform) (tc : list I) : I := isqrt (isumsq (map (fun q => isub (pt (ez (fst q))) (snd q)) (combine fs tc))).
Definition within (n : nat) (fs : list fform) (tc : list I) (r : float) : bool :=
  fits n (map ea fs) (isub (isub (pt r) (offset fs tc)) (base fs)).

Lemma within_ok n T S h c r : In S h -> within n (forms T S) (image T c) r = true -> in_ball T r c h.
Proof.
  intros (xi & eta & beta & Hx & He & Hb & Hh) H. unfold in_ball, within, forms, image in *.
  set (P := prepare' S) in *.
  (* what each row is made of *)
  assert (D : exists (l : list (R * (R * R))) s,
     map (fun t => dot (vals t) (fun k => h k - nth k (vals c) 0)) T = map (fun q => fst q + (fst (snd q) + snd (snd q))) l
     /\ Forall2 has (map (fun q => isub (pt (ez (fst q))) (snd q)) (combine (map (affine' P) T) (map (fun t => idot (pts t) (pts c)) T))) (map fst l)
     /\ app_ (map vals (map ea (map (affine' P) T))) xi = map (fun q => fst (snd q)) l
     /\ Forall2 has (map (fun f => iadd (uabs (eb f)) (er f)) (map (affine' P) T)) s
     /\ Forall2 (fun x y => Rabs x <= y) (map (fun q => snd (snd q)) l) s).
  { clear H. induction T as [|t T IH]; [exists [], []; repeat split; constructor|].
    destruct IH as (l & s & E1 & H1 & E2 & H3 & H4).
    destruct (affine'_ok S xi eta beta h t Hx He Hb Hh) as (rho & Hr & L). fold P in Hr, L. destruct (uabs_ok (eb (affine' P t))) as (b & Hb' & Lb).
    set (f := affine' P t) in *.
    exists ((val (ez f) - dot (vals t) (fun k => nth k (vals c) 0), (dot (vals (ea f)) xi, dot (vals t) h - (val (ez f) + dot (vals (ea f)) xi))) :: l), (b + rho :: s).
    repeat split; cbn [map fst snd combine].
    - rewrite E1. f_equal.
      rewrite (dot_ext _ _ (fun k => h k + -1 * nth k (vals c) 0)) by (intros; ring). rewrite dot_plus, dot_scale. ring.
    - constructor; trivial. apply isub_ok; [apply pt_ok|]. apply idot_ok; apply pts_ok.
    - unfold app_ in *. cbn [map]. now rewrite E2.
    - constructor; trivial. now apply iadd_ok.
    - constructor; trivial. pose proof (dot_l1 (vals (eb f)) eta 1 He) as B. set (d1 := dot (vals (eb f)) eta) in *. set (d2 := dot (vals (ea f)) xi) in *.
      set (y := dot (vals t) h) in *. replace (y - (val (ez f) + d2)) with (d1 + (y - (val (ez f) + d2 + d1))) by ring.
      eapply Rle_trans; [apply Rabs_triang|]. rewrite Rmult_1_r in B. lra. }
  destruct D as (l & s & E1 & H1 & E2 & H3 & H4). rewrite E1.
  pose proof (fits_ok _ _ _ _ xi (isub_ok _ _ _ _ (isub_ok _ _ _ _ (pt_ok r) (isqrt_ok _ _ (isumsq_ok _ _ H1))) (isqrt_ok _ _ (isumsq_ok _ _ H3))) Hx H) as L.
  pose proof (triangle (map (fun q => (fst q, fst (snd q) + snd (snd q))) l)) as T1. rewrite !map_map in T1. simpl in T1.
  pose proof (triangle (map snd l)) as T2. rewrite !map_map in T2. rewrite E2 in L.
  pose proof (sqrt_le_1_alt _ _ (sq_le _ _ H4)) as L4.
  eapply Rle_trans; [exact T1|]. apply Rle_trans with (nrm (map fst l) + (nrm (map (fun q => fst (snd q)) l) + nrm s)); [|lra].
  apply (Rplus_le_compat_l (nrm (map fst l))). eapply Rle_trans; [exact T2|]. now apply Rplus_le_compat_l.
Qed.

(* L6: a ball as a set. X is a guess of T's inverse: X T = I + E, row sums of |E| at most eps. *)
Fixpoint minus1 (k : nat) (l : list I) : list I :=
  match k, l with
  | O, a :: l => isub a ione :: l | O, [] => ineg ione :: nil
  | S k, a :: l => a :: minus1 k l | S k, [] => iz :: minus1 k []
  end.
Lemma minus1_ok k : forall l r, Forall2 has l r -> exists r', Forall2 has (minus1 k l) r' /\ forall x, dot r' x = dot r x - x k.
Proof.
  induction k; intros l r H; destruct H as [|a y l r Ha Hl]; simpl.
  - exists (- (1) :: nil). split; [constructor; [exact (ineg_ok _ _ ione_ok)|constructor]|]. intros. simpl. ring.
  - exists (y - 1 :: r). split; [constructor; trivial; apply isub_ok; trivial; apply ione_ok|]. intros. simpl. ring.
  - destruct (IHk [] [] ltac:(constructor)) as (r' & Hr & E). exists (0 :: r'). split; [constructor; trivial; apply iz_ok|].
    intros. simpl. rewrite E. simpl. ring.
  - destruct (IHk l r Hl) as (r' & Hr & E). exists (y :: r'). split; [constructor; trivial|]. intros. simpl. rewrite E. ring.
Qed.
Definition eps : I := idiv ione (IP.fromZ p (2 ^ 30)).
Definition reps : R := 1 / IZR (2 ^ 30).
Definition slackZ : I := IP.fromZ p 17.
Definition around : float := Eval vm_compute in upper (idiv ione (IP.fromZ p (2 ^ 25)%Z)).
Lemma reps_small : 0 < reps < 1 / 1000.
Proof. unfold reps. change (2 ^ 30)%Z with 1073741824%Z. lra. Qed.
Lemma eps_ok : eps ∋ reps.
Proof. apply idiv_ok; [apply ione_ok|apply IP.fromZ_correct]. Qed.
(* What is asked of X: of each row of X T - I the absolute sum is at most 2^-30. *)
Definition inverse (T X : list (list float)) : bool :=
  (length X =? length T)%nat &&
  forallb (fun x => le (isumabs (minus1 (fst x) (comb (pts (snd x)) (map pts T)))) eps) (combine (seq 0 (length T)) X).
Definition ball (T X : list (list float)) (c : list float) (r : float) : option set :=
  let m := map (fun x => map mid (map (imul (pt r)) (pts x))) X in
  if nonneg (pt r) && (length c =? length T)%nat &&
     forallb (fun x => let px := pts x in let rx := map (imul (pt r)) px in
        le (imul (isqrt (isumsq px)) (pt r)) (IP.fromZ p 16)
        && le (iadd (idist rx (map mid rx)) (imul eps slackZ)) (pt around)) X
  then Some {| sc := c; sm := m; sg := []; sb := around |} else None.

Lemma largest (d : nat -> R) n : (forall k, (n <= k)%nat -> d k = 0) ->
  exists D, 0 <= D /\ (forall k, Rabs (d k) <= D) /\ (D = 0 \/ exists k, (k < n)%nat /\ D = Rabs (d k)).
Proof.
  revert d. induction n; intros d H.
  - exists 0. split; [lra|]. split; [intros k; rewrite H by lia; rewrite Rabs_R0; lra|now left].
  - destruct (IHn (fun k => d (S k))) as (D & P & B & C). { intros. apply H. lia. }
    destruct (Rle_dec (Rabs (d 0%nat)) D) as [L|L].
    + exists D. split; [exact P|]. split; [intros [|k]; [exact L|apply B]|]. destruct C as [C|(k & Hk & C)]; [now left|].
      right. exists (S k). split; [lia|exact C].
    + exists (Rabs (d 0%nat)). split; [apply Rabs_pos|]. split; [intros [|k]; [lra|specialize (B k); lra]|].
      right. exists 0%nat. split; [lia|reflexivity].
Qed.
Lemma sumsq_scale a n : forall x, sumsq n (fun k => x k * a) = sumsq n x * a ^ 2.
Proof. induction n; simpl; intros; [ring|]. rewrite (IHn (fun k => x (S k))). ring. Qed.
Lemma normalise y r : 0 <= r -> nrm y <= r -> exists xi, unit2 xi /\ forall k, nth k y 0 = r * xi k.
Proof.
  intros P L. assert (Q : sq y <= r ^ 2). { rewrite <- (sqrt_sqrt (sq y)) by apply sq_pos. pose proof (sqrt_pos (sq y)). nra. }
  destruct (Req_dec r 0) as [Z|Z].
  - exists (fun _ => 0). split.
    + intros n. replace (sumsq n _) with 0; [lra|]. clear. induction n; simpl; [easy|]. rewrite <- IHn. ring.
    + intros k. rewrite Z in *. assert (B : (nth k y 0) ^ 2 <= sq y).
      { clear. revert k. induction y as [|a y IH]; intros [|k]; simpl; try lra; [pose proof (sq_pos y); nra|specialize (IH k); nra]. }
      assert (nth k y 0 ^ 2 <= 0) by lra. nra.
  - exists (fun k => nth k y 0 * / r). split; [|intros; field; assumption].
    intros n. rewrite sumsq_scale. pose proof (sumsq_nth y n). assert (0 < r) by lra.
    apply (Rmult_le_reg_r (r ^ 2)); [nra|]. rewrite Rmult_assoc. replace ((/ r) ^ 2 * r ^ 2) with 1 by (field; lra). lra.
Qed.

Lemma inverse_ok T X k (d : nat -> R) D : inverse T X = true -> (k < length T)%nat -> box D d -> exists e,
  Rabs e <= reps * D /\ d k = dot (vals (nth k X [])) (fun j => dot (nth j (map vals T) []) d) - e.
Proof.
  unfold inverse. rewrite andb_true_iff, Nat.eqb_eq, forallb_forall. intros [HX H] Hk HD.
  assert (PD : 0 <= D) by (specialize (HD 0%nat); pose proof (Rabs_pos (d 0%nat)); lra).
  set (x := nth k X []).
  assert (Hin : List.In (k, x) (combine (seq 0 (length T)) X)).
  { replace (k, x) with (nth k (combine (seq 0 (length T)) X) (0%nat, [])).
    - apply nth_In. rewrite length_combine, length_seq. lia.
    - rewrite combine_nth by (rewrite length_seq; lia). rewrite seq_nth by lia. reflexivity. }
  specialize (H _ Hin). cbn [fst snd] in H.
  destruct (comb_ok _ _ (pts_ok x) _ _ (ptss_ok T)) as (q & Hq & Eq).
  destruct (minus1_ok k _ _ Hq) as (q' & Hq' & Eq').
  exists (dot q' d). split.
  - eapply Rle_trans; [apply (dot_l1 q' d D HD)|]. apply Rmult_le_compat_r; [exact PD|].
    apply (le_ok _ _ _ _ H); [now apply isumabs_ok|apply eps_ok].
  - rewrite Eq', Eq. ring.
Qed.

Lemma ball_ok T X c r S h : inverse T X = true -> ball T X c r = Some S -> in_ball T r c h -> (forall k, (length T <= k)%nat -> h k = 0) -> In S h.
Proof.
  intros HI. unfold ball. destruct (_ && _) eqn:E; [|discriminate]. intros E'. injection E' as <-. intros Hb Hout.
  rewrite !andb_true_iff, !Nat.eqb_eq, forallb_forall in E. destruct E as [[Hr Hc] Hall].
  assert (HX : length X = length T) by (unfold inverse in HI; rewrite andb_true_iff, Nat.eqb_eq in HI; apply HI).
  pose proof (nonneg_ok _ _ Hr (pt_ok r)) as Pr. unfold in_ball in Hb.
  set (d k := h k - nth k (vals c) 0) in Hb. set (y := map _ T) in Hb.
  destruct (normalise y (val r) Pr Hb) as (xi & Hx & Ex).
  assert (Hd : forall k, (length T <= k)%nat -> d k = 0).
  { intros k Hk. unfold d. rewrite Hout by assumption. rewrite nth_overflow; [ring|]. unfold vals. rewrite length_map. lia. }
  destruct (largest d _ Hd) as (D & PD & BD & CD).
  assert (Row : forall k, (k < length T)%nat -> exists e dist, d k = val r * dot (vals (nth k X [])) xi - e /\ Rabs e <= reps * D
     /\ Rabs (val r * dot (vals (nth k X [])) xi) <= 16
     /\ Rabs (val r * dot (vals (nth k X [])) xi - dot (vals (map mid (map (imul (pt r)) (pts (nth k X []))))) xi) <= dist
     /\ dist + reps * 17 <= val around).
  { intros k Hk. destruct (inverse_ok T X k d D HI Hk BD) as (e & Le & Ee). set (x := nth k X []) in *.
    assert (Hin : List.In x X) by (apply nth_In; lia).
    specialize (Hall _ Hin). cbv zeta in Hall. rewrite andb_true_iff in Hall. destruct Hall as [A2 A3].
    destruct (scale_ok (pt r) (val r) _ _ (pt_ok r) (pts_ok x)) as [Hs Es].
    destruct (idist_ok _ _ Hs 1 xi (unit2_box _ Hx) ltac:(lra)) as (dist & Hdist & Ldist). rewrite Es in Ldist.
    exists e, dist. split; [|split; [|split; [|split]]].
    - rewrite Ee. f_equal. rewrite <- dot_scale. apply dot_ext.
      intros j. rewrite <- Ex. unfold y. symmetry. rewrite <- (map_map vals (fun l => dot l d)).
      exact (map_nth (fun l => dot l d) (map vals T) [] j).
    - exact Le.
    - rewrite Rabs_mult, (Rabs_pos_eq (val r)), Rmult_comm by assumption.
      eapply Rle_trans; [apply Rmult_le_compat_r; [exact Pr|apply (dot_norm _ _ Hx)]|].
      apply (le_ok _ _ _ _ A2); [apply imul_ok; [apply isqrt_ok, isumsq_ok, pts_ok|apply pt_ok]|apply IP.fromZ_correct].
    - exact Ldist.
    - apply (le_ok _ _ _ _ A3); [|apply pt_ok]. apply iadd_ok; [exact Hdist|]. apply imul_ok; [apply eps_ok|apply IP.fromZ_correct]. }
  assert (LD : D <= 17).
  { destruct CD as [->|(k & Hk & ->)]; [lra|]. destruct (Row k Hk) as (e & dist & E1 & E2 & E3 & _).
    specialize (BD k). set (w := val r * _) in *. pose proof (Rabs_triang w (- e)). rewrite Rabs_Ropp in *.
    rewrite E1 in *. pose proof reps_small. unfold Rminus in *. assert (reps * Rabs (w + - e) <= 1 / 1000 * Rabs (w + - e)) by (apply Rmult_le_compat_r; [apply Rabs_pos|lra]). lra. }
  exists xi, (fun _ => 0), (fun k => d k - dot (nth k (map vals (map (fun x => map mid (map (imul (pt r)) (pts x))) X)) []) xi).
  split; [exact Hx|]. split; [intros k; rewrite Rabs_R0; lra|]. split.
  - intros k. simpl sb. rewrite nth_valss. destruct (Nat.lt_ge_cases k (length T)) as [Hk|Hk].
    + destruct (Row k Hk) as (e & dist & E1 & E2 & E3 & E4 & E5). rewrite E1.
      replace (nth k (map (fun x => map mid (map (imul (pt r)) (pts x))) X) []) with (map mid (map (imul (pt r)) (pts (nth k X [])))).
      2: { symmetry. apply (map_nth (fun x => map mid (map (imul (pt r)) (pts x))) X []). }
      set (w := val r * _) in *. set (u := dot (vals (map mid _)) xi) in *. replace (w - e - u) with ((w - u) - e) by ring.
      pose proof (Rabs_triang (w - u) (- e)) as Q. rewrite Rabs_Ropp in Q. fold (w - u - e) in Q.
      assert (reps * D <= reps * 17) by (apply Rmult_le_compat_l; [pose proof reps_small; lra|exact LD]). lra.
    + rewrite Hd by assumption. rewrite (nth_overflow (map _ X)) by (rewrite length_map; lia). simpl. rewrite Rminus_0_r, Rabs_R0.
      apply (nonneg_ok (pt around)); [vm_compute; reflexivity|apply pt_ok].
  - intros k. unfold at_, d. simpl. destruct k; simpl; ring.
Qed.
