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

(* [e] in units of the terms is within half of the tolerance *)
Definition covers (N : net) (tolerance : float) (tube : option (tube_data * float)) (e : I) : bool :=
  let delta := idiv (pt tolerance) itwo in
  (length (nW N) <=? 128)%nat && (length (nU N) =? length (nW N))%nat && (length (nV N) =? length (nW N))%nat
  && forallb (fun w => (length w =? length (nW N))%nat) (nW N) && forallb (fun w => (length w =? 2)%nat) (nU N)
  && forallb (fun wu => le (iadd (imul e (iadd (isumabs (pts (fst wu))) (isumabs (pts (snd wu))))) iunderflow) delta) (combine (nW N) (nU N))
  && le (iadd (imul e (isumabs (pts (nV N)))) iunderflow) delta
  && match tube with None => true | Some (_, e') => le e (pt e') end.
Definition of_single (N : net) : I := idiv (iadd (IP.fromZ p (Z.of_nat (length (nW N)))) (IP.fromZ p 16)) (IP.fromZ p (2 ^ 24)).
Definition of_double : I := idiv ione (IP.fromZ p (2 ^ 30)).
Lemma of_single_ok N : of_single N ∋ (INR (length (nW N)) + 16) / 2 ^ 24.
Proof.
  replace (2 ^ 24) with (IZR (2 ^ 24)) by (change (2 ^ 24)%Z with 16777216%Z; ring).
  apply idiv_ok; [apply iadd_ok; [rewrite INR_IZR_INZ|]|]; apply IP.fromZ_correct.
Qed.
Lemma of_double_ok : of_double ∋ / 2 ^ 30.
Proof.
  replace (/ 2 ^ 30) with (1 / IZR (2 ^ 30)) by (change (2 ^ 30)%Z with 1073741824%Z; field).
  apply idiv_ok; [apply ione_ok|apply IP.fromZ_correct].
Qed.
Lemma covers_ok N tolerance tube ie e : ie ∋ e -> covers N tolerance tube ie = true ->
  (length (nW N) <= 128)%nat /\ sized N /\ length (nV N) = length (nW N) /\ within N e (val tolerance / 2)
  /\ match fading (asked tolerance tube) with None => True | Some e' => e <= e' end.
Proof.
  intros He H. unfold covers in H. cbv zeta in H. rewrite !andb_true_iff, !forallb_forall, !Nat.eqb_eq, Nat.leb_le in H.
  destruct H as [[[[[[[H1 H2] H3] H4] H5] H6] H7] H8]. pose proof (half_ok tolerance) as Hd.
  repeat split; trivial.
  - rewrite nth_valss. unfold vals. rewrite length_map. apply Nat.eqb_eq, H4, nth_In, H.
  - rewrite nth_valss. unfold vals. rewrite length_map. apply Nat.eqb_eq, H5, nth_In. lia.
  - intros i Hi. rewrite !nth_valss. specialize (H6 (nth i (nW N) [], nth i (nU N) [])). cbn [fst snd] in H6.
    refine (le_ok _ _ _ _ (H6 _) _ Hd).
    + rewrite <- (combine_nth (nW N) (nU N) i [] []) by lia. apply nth_In. rewrite length_combine. lia.
    + apply iadd_ok; [|apply underflow_ok]. apply imul_ok; [exact He|]. apply iadd_ok; apply isumabs_ok, pts_ok.
  - refine (le_ok _ _ _ _ H7 _ Hd). apply iadd_ok; [|apply underflow_ok]. apply imul_ok; [exact He|]. apply isumabs_ok, pts_ok.
  - destruct tube as [[B e']|]; cbn [asked fading]; [|trivial]. exact (le_ok _ _ _ _ H8 He (pt_ok _)).
Qed.

Theorem single_precision_adds N C tolerance tube : accepts N C tolerance tube = true -> covers N tolerance tube (of_single N) = true ->
  forall a b bs, length a = length b ->
  run _ (machine_step (/ 2 ^ 24) (/ 2 ^ 126) (/ 2 ^ 21) N) (machine_says (/ 2 ^ 24) (/ 2 ^ 126) N (asked tolerance tube)) zero_state (combine a b ++ [zeros]) bs ->
  value bs = (value a + value b)%nat.
Proof.
  intros HA HC. destruct (covers_ok _ _ _ _ _ (of_single_ok N) HC) as (H1 & H2 & H3 & H4 & H5).
  exact (single_adds N _ H1 H2 H3 H4 (adds_fewer N _ _ _ H5 (accepted N C tolerance tube HA))).
Qed.
Theorem double_precision_adds N C tolerance tube : accepts N C tolerance tube = true -> covers N tolerance tube of_double = true ->
  forall a b bs, length a = length b ->
  run _ (machine_step (/ 2 ^ 53) (/ 2 ^ 126) (/ 10 ^ 12) N) (machine_says (/ 2 ^ 53) (/ 2 ^ 126) N (asked tolerance tube)) zero_state (combine a b ++ [zeros]) bs ->
  value bs = (value a + value b)%nat.
Proof.
  intros HA HC. destruct (covers_ok _ _ _ _ _ of_double_ok HC) as (H1 & H2 & H3 & H4 & H5).
  exact (double_adds N _ H1 H2 H3 H4 (adds_fewer N _ _ _ H5 (accepted N C tolerance tube HA))).
Qed.
