(* [covers] compares the errors of single and of double precision with what a certificate allows, row by row.
   Where it says yes, the certificate's theorem is one about such floating-point programs; of them only tanh and the logistic function are taken on trust. *)
From Adder Require Import Checker NotVacuous Cone Tube Certified Ieee.
Open Scope R_scope.

(* What is asked of fewer programs follows *)
Lemma run_sub (step step' : (nat -> R) -> column -> (nat -> R) -> Prop) (says says' : (nat -> R) -> bool -> Prop) :
  (forall h x h', step h x h' -> step' h x h') -> (forall h b, says h b -> says' h b) ->
  forall h w bs, run _ step says h w bs -> run _ step' says' h w bs.
Proof. intros H1 H2 h w bs H. induction H; econstructor; eauto. Qed.
Lemma terms_pos w h : 0 <= terms w h.
Proof. eapply Rle_trans; [apply Rabs_pos|apply terms_above]. Qed.
Lemma adds_fewer N d f e : match f with None => True | Some e' => e <= e' end ->
  adds N {| absolute := d; fading := f |} -> adds N {| absolute := d; fading := Some e |}.
Proof.
  intros L H a b bs E Hr. apply (H a b bs E). revert Hr. apply run_sub.
  - intros h x h' (H1 & H2 & H3). split; [exact H1|]. split; [exact H2|]. cbn [fading] in *. destruct f as [e'|]; [|trivial].
    intros Hx i Hi. eapply Rle_trans; [apply (H3 Hx i Hi)|]. apply Rplus_le_compat_r, Rmult_le_compat_r; [apply terms_pos|exact L].
  - intros h c (o & q & H1 & H2 & H3 & H4 & H5 & H6). exists o, q. do 5 (split; [assumption|]). cbn [fading] in *. destruct f as [e'|]; [|trivial].
    destruct H6 as [H6 H7]. split; [|exact H7]. eapply Rle_trans; [exact H6|]. apply Rplus_le_compat_r, Rmult_le_compat_r; [apply terms_pos|exact L].
Qed.

(* L4: an operation errs by u, tanh by ut; where zeros fade, a step by e in units of its terms. What passes is far from overflow, which the formats of
   Ieee.v do not have: its rows sum to less than the tolerance / u. *)
Record format := { of_operation : I; of_tanh : I; of_fading : I }.
Definition covers (N : net) (tolerance : float) (tube : option (tube_data * float)) (f : format) : bool :=
  let delta := idiv (pt tolerance) itwo in
  let g := imul (iadd (IP.fromZ p (Z.of_nat (length (nW N)))) (IP.fromZ p 4)) (of_operation f) in
  (length (nW N) <=? 128)%nat && (length (nU N) =? length (nW N))%nat && (length (nV N) =? length (nW N))%nat
  && forallb (fun w => (length w =? length (nW N))%nat) (nW N) && forallb (fun w => (length w =? 2)%nat) (nU N)
  && forallb (fun wu => le (iadd (iadd (imul g (iadd (isumabs (pts (fst wu))) (isumabs (pts (snd wu))))) (of_tanh f)) iunderflow) delta) (combine (nW N) (nU N))
  && le (iadd (imul g (isumabs (pts (nV N)))) iunderflow) delta
  && match tube with None => true | Some (_, e') => le (of_fading f) (pt e') end.
Definition power (n : Z) : I := idiv ione (IP.fromZ p (2 ^ n)).
Definition of_single (N : net) : format := {| of_operation := power 24; of_tanh := power 21;
  of_fading := idiv (iadd (IP.fromZ p (Z.of_nat (length (nW N)))) (IP.fromZ p 16)) (IP.fromZ p (2 ^ 24)) |}.
Definition of_double : format := {| of_operation := power 53; of_tanh := idiv ione (IP.fromZ p (10 ^ 12)); of_fading := power 30 |}.
Lemma whole_ok n : IP.fromZ p (Z.of_nat n) ∋ INR n.
Proof. rewrite INR_IZR_INZ. apply IP.fromZ_correct. Qed.
Lemma of_single_ok N : of_fading (of_single N) ∋ (INR (length (nW N)) + 16) / 2 ^ 24.
Proof.
  replace (2 ^ 24) with (IZR (2 ^ 24)) by (change (2 ^ 24)%Z with 16777216%Z; ring).
  apply idiv_ok; [apply iadd_ok; [apply whole_ok|]|]; apply IP.fromZ_correct.
Qed.
Lemma covers_ok N tolerance tube f u ut e : of_operation f ∋ u -> of_tanh f ∋ ut -> of_fading f ∋ e -> covers N tolerance tube f = true ->
  (length (nW N) <= 128)%nat /\ sized N /\ length (nV N) = length (nW N) /\ within N u ut (val tolerance / 2)
  /\ match fading (asked tolerance tube) with None => True | Some e' => e <= e' end.
Proof.
  intros Hu Hut He H. unfold covers in H. cbv zeta in H. rewrite !andb_true_iff, !forallb_forall, !Nat.eqb_eq, Nat.leb_le in H.
  destruct H as [[[[[[[H1 H2] H3] H4] H5] H6] H7] H8]. pose proof (half_ok tolerance) as Hd.
  pose proof (imul_ok _ _ _ _ (iadd_ok _ _ _ _ (whole_ok (length (nW N))) (IP.fromZ_correct p 4)) Hu) as Hg.
  repeat split; trivial.
  - rewrite nth_valss. unfold vals. rewrite length_map. apply Nat.eqb_eq, H4, nth_In, H.
  - rewrite nth_valss. unfold vals. rewrite length_map. apply Nat.eqb_eq, H5, nth_In. lia.
  - intros i Hi. rewrite !nth_valss. specialize (H6 (nth i (nW N) [], nth i (nU N) [])). cbn [fst snd] in H6.
    refine (le_ok _ _ _ _ (H6 _) _ Hd).
    + rewrite <- (combine_nth (nW N) (nU N) i [] []) by lia. apply nth_In. rewrite length_combine. lia.
    + apply iadd_ok; [|apply underflow_ok]. apply iadd_ok; [|exact Hut]. apply imul_ok; [exact Hg|]. apply iadd_ok; apply isumabs_ok, pts_ok.
  - refine (le_ok _ _ _ _ H7 _ Hd). apply iadd_ok; [|apply underflow_ok]. apply imul_ok; [exact Hg|]. apply isumabs_ok, pts_ok.
  - destruct tube as [[B e']|]; cbn [asked fading]; [|trivial]. exact (le_ok _ _ _ _ H8 He (pt_ok _)).
Qed.

Theorem single_precision_adds N C tolerance tube : accepts N C tolerance tube = true -> covers N tolerance tube (of_single N) = true ->
  forall a b bs, length a = length b ->
  run _ (machine_step (/ 2 ^ 24) (/ 2 ^ 126) (/ 2 ^ 21) N) (machine_says (/ 2 ^ 24) (/ 2 ^ 126) N (asked tolerance tube)) zero_state (combine a b ++ [zeros]) bs ->
  value bs = (value a + value b)%nat.
Proof.
  intros HA HC. destruct (covers_ok _ _ _ (of_single N) (/ 2 ^ 24) (/ 2 ^ 21) _ (power_ok 24) (power_ok 21) (of_single_ok N) HC) as (H1 & H2 & H3 & H4 & H5).
  exact (single_adds N _ H1 H2 H3 H4 (adds_fewer N _ _ _ H5 (accepted N C tolerance tube HA))).
Qed.
Lemma of_tanh_ok : of_tanh of_double ∋ / 10 ^ 12.
Proof.
  replace (/ 10 ^ 12) with (1 / IZR (10 ^ 12)) by (change (10 ^ 12)%Z with (10 ^ Z.of_nat 12)%Z; rewrite <- (pow_IZR 10 12); field).
  apply idiv_ok; [apply ione_ok|apply IP.fromZ_correct].
Qed.
Theorem double_precision_adds N C tolerance tube : accepts N C tolerance tube = true -> covers N tolerance tube of_double = true ->
  forall a b bs, length a = length b ->
  run _ (machine_step (/ 2 ^ 53) (/ 2 ^ 126) (/ 10 ^ 12) N) (machine_says (/ 2 ^ 53) (/ 2 ^ 126) N (asked tolerance tube)) zero_state (combine a b ++ [zeros]) bs ->
  value bs = (value a + value b)%nat.
Proof.
  intros HA HC. destruct (covers_ok _ _ _ of_double (/ 2 ^ 53) (/ 10 ^ 12) (/ 2 ^ 30) (power_ok 53) of_tanh_ok (power_ok 30) HC) as (H1 & H2 & H3 & H4 & H5).
  exact (double_adds N _ H1 H2 H3 H4 (adds_fewer N _ _ _ H5 (accepted N C tolerance tube HA))).
Qed.
