(* The tube (L13 to L17): zeros keep its states in it with bit 0, through any number of columns and where products underflow.
   What other columns make of its states is left to the checker, which follows the slices as sets; a set may enter by [enters]. *)
From Adder Require Import Induction Balls Tau NotVacuous Cone.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

(* Below [floor] the tube has a tip of its own, unless states below [entry] grow. *)
Definition floor : float := Eval vm_compute in lower (idiv ione (IP.fromZ p (2 ^ 74)%Z)).
Definition entry : float := Eval vm_compute in lower (idiv ione (IP.fromZ p (2 ^ 20)%Z)).
Definition iunderflow : I := idiv ione (IP.fromZ p (2 ^ 110)).
Definition itie : I := idiv ione (IP.fromZ p (2 ^ 60)).
Definition lost : I := idiv iunderflow (pt floor).       (* what underflow may cost, relative to the size of a state above the floor *)
Lemma floor_pos : 0 < val floor.
Proof. apply (positive_ok (pt floor)); [vm_compute; reflexivity|apply pt_ok]. Qed.
Lemma power_ok n : idiv ione (IP.fromZ p (2 ^ Z.of_nat n)) ∋ / 2 ^ n.
Proof.
  replace (/ 2 ^ n) with (1 / IZR (2 ^ Z.of_nat n)); [apply idiv_ok; [apply ione_ok|apply IP.fromZ_correct]|].
  rewrite <- (pow_IZR 2 n). unfold Rdiv. ring.
Qed.
Lemma underflow_ok : iunderflow ∋ underflow. Proof. exact (power_ok 110). Qed.
Lemma tie_ok : itie ∋ tie. Proof. exact (power_ok 60). Qed.
Lemma lost_ok : lost ∋ underflow / val floor. Proof. apply idiv_ok; [apply underflow_ok|apply pt_ok]. Qed.
Lemma lost_le s : val floor <= s -> underflow <= underflow / val floor * s.
Proof.
  intros L. pose proof floor_pos. pose proof underflow_pos. replace underflow with (underflow / val floor * val floor) at 1 by (field; lra).
  apply Rmult_le_compat_l; [|exact L]. apply Rlt_le, Rdiv_lt_0_compat; assumption.
Qed.

Section Tube.
  Variable N : net.
  Variable B : tube_data.
  Variable e : float.
  Variable powers : nat.
  Let P := prepare' (cone B).
  Let P0 := prepare' (tip B).
  Definition middles : list (list float * I) := map middle (deviate B).
  Definition size_on (S : set) : I := value_on (prepare' S) (tl B).
  Definition error_on (Q : pset') : I := iadd (imul (pt e) (idot (map iabs (pts (nV N))) (sizes N Q))) lost.

  (* L13 *)
  Definition zeros_say_0 : bool := nonneg (ineg (iadd (value_on P (nV N)) (error_on P))).
  (* L14: either small states grow, or all that is not larger than the floor stays so, and its output is too small to decide a bit. *)
  Definition grows (us : list (form * I)) : bool :=
    match next e us iz (pt entry) lost with None => false | Some S' => le ione (size_on S') end.
  Definition tip_keeps (ms : list (list float * I)) : bool :=
    match next e (units N (tip B)) iz (pt floor) lost with None => false | Some S' =>
      le (iabs (size_on S')) ione && small_on powers ms (prepare' S') (pt (tkappa B)) end
    && le (imul (pt floor) (iadd (iabs (value_on P0 (nV N))) (error_on P0))) itie.
  (* L12, for one slice *)
  Definition keeps (ms : list (list float * I)) (us : list (form * I)) (g : bool) (q : float * float) : bool :=
    match next e us (pt (fst q)) (pt (snd q)) lost with None => false | Some S' =>
      let s := size_on S' in
      positive s && le (imul (pt (snd q)) s) (pt (tsmax B)) && (if g then positive (isub (imul (pt entry) s) (pt floor)) else true)
      && nonneg (pt (fst q)) && small_on powers ms (prepare' S') (imul (pt (tkappa B)) s) end.
  (* L15: a slice as a set; it reaches back by the floor, so that the first one holds the tip. *)
  Definition slice (q : float * float) : bool * set :=
    let to := pt (snd q) in
    let m := pt (mid (idiv (iadd (pt (fst q)) to) itwo)) in
    let w := upper (iadd (ijoin (isub to m) (isub m (pt (fst q)))) (pt floor)) in
    let rs := map (fun x => (imul m (pt (snd x)), (imul (pt w) (pt (snd x)), map (imul to) (pts (fst x))))) (combine (skew B) (tv B)) in
    (IP.F.real w && positive (pt w) && le (pt floor) to
       && forallb (fun r => le (iadd (iabs (isub (fst r) (pt (mid (fst r))))) (iadd (iabs (isub (fst (snd r)) (pt (mid (fst (snd r))))))
            (iadd (idist (snd (snd r)) (map mid (snd (snd r)))) (imul to (pt rim))))) (pt around)) rs,
     {| sc := map (fun r => mid (fst r)) rs; sm := map (fun r => map mid (snd (snd r))) rs;
        sg := map (fun r => mid (fst (snd r)) :: nil) rs; sb := around |}).
  Definition ends : list (float * float) := combine (PrimFloat.zero :: tcuts B) (tcuts B).
  (* The slices to be followed, and whether column 00 needs not be. *)
  Definition slices : option (list (set * bool)) :=
    let ms := middles in let us := units N (cone B) in let g := grows us in let ss := map slice ends in
    if shaped N B && zeros_say_0 && (if g then true else tip_keeps ms) && forallb fst ss
       && le (pt floor) (pt (tsmax B)) && le (pt (tsmax B)) (pt (last (tcuts B) PrimFloat.zero))
    then Some (combine (map snd ss) (map (keeps ms us g) ends)) else None.
  (* L16 *)
  Definition enters : set -> bool := let ms := middles in fun S =>
    let Q := prepare' S in let s := value_on Q (tl B) in
    if positive (isub s (pt floor)) && le s (pt (tsmax B)) then small_on powers ms Q (imul (pt (tkappa B)) s) else false.

  Definition in_cone (h : nat -> R) : Prop := val floor < size B h <= val (tsmax B) /\ deviation B h <= val (tkappa B) * size B h.
  Definition in_tip (h : nat -> R) : Prop := grows (units N (cone B)) = false /\ Rabs (size B h) <= val floor /\ deviation B h <= val (tkappa B) * val floor.
  Definition in_tube (h : nat -> R) : Prop := inside N h /\ (in_cone h \/ in_tip h).

  Lemma deviation_on S h room rho : In S h -> small_on powers middles (prepare' S) room = true -> room ∋ rho -> deviation B h <= rho.
  Proof. intros Hin Hs Hr. destruct (deviate_ok B) as (tr & Ht & E). rewrite E. exact (small_on_ok _ _ _ _ _ _ _ Hin Ht Hs Hr). Qed.
  Lemma size_on_ok S h : In S h -> size_on S ∋ size B h.
  Proof. apply value_on_ok. Qed.

  Theorem enters_ok S h : enters S = true -> In S h -> inside N h -> in_tube h.
  Proof.
    unfold enters. cbv zeta. intros E Hin H0. destruct (_ && _) eqn:E1 in E; [|discriminate]. rewrite andb_true_iff in E1. destruct E1 as [E1 E2].
    split; [exact H0|]. left. pose proof (size_on_ok S h Hin) as Hs. unfold size_on in Hs.
    pose proof (positive_ok _ _ E1 (isub_ok _ _ _ _ Hs (pt_ok floor))). pose proof (le_ok _ _ _ _ E2 Hs (pt_ok _)).
    split; [lra|]. apply (deviation_on S h _ _ Hin E). apply imul_ok; [apply pt_ok|exact Hs].
  Qed.

  Variable A : accuracy.
  Hypothesis HA : fading A = Some (val e).
  Variable all : list (set * bool).
  Hypothesis Hall : slices = Some all.
  Let g := grows (units N (cone B)).

  Lemma checked : shaped N B = true /\ zeros_say_0 = true /\ (g = false -> tip_keeps middles = true) /\ forallb fst (map slice ends) = true
    /\ val floor <= val (tsmax B) /\ val (tsmax B) <= val (last (tcuts B) PrimFloat.zero)
    /\ all = combine (map snd (map slice ends)) (map (keeps middles (units N (cone B)) g) ends).
  Proof.
    unfold slices in Hall. cbv zeta in Hall. fold g in Hall. destruct (_ && _) eqn:E in Hall; [|discriminate]. injection Hall as <-.
    rewrite !andb_true_iff in E. destruct E as [[[[[E1 E2] E3] E4] E5] E6]. repeat split; trivial.
    - intros G. now rewrite G in E3.
    - exact (le_ok _ _ _ _ E5 (pt_ok _) (pt_ok _)).
    - exact (le_ok _ _ _ _ E6 (pt_ok _) (pt_ok _)).
  Qed.
  Lemma scaled_back (h : nat -> R) s : s <> 0 -> forall k, h k = s * (h k / s).
  Proof. intros D k. field. exact D. Qed.

  (* A state of the cone is its size times one of size 1. *)
  Lemma unit_cone h : inside N h -> 0 < size B h -> deviation B h <= val (tkappa B) * size B h -> In (cone B) (fun k => h k / size B h) /\ inside N (fun k => h k / size B h).
  Proof.
    intros H0 Ps Hd. destruct checked as (Sh & _). set (s := size B h) in *. assert (E := scaled_back h s (Rgt_not_eq _ _ Ps)).
    assert (I0 : inside N (fun k => h k / s)) by (intros k Hk; rewrite H0 by assumption; unfold Rdiv; ring). split; [|exact I0].
    apply (cone_ok N B _ Sh I0).
    - pose proof (deviation_scale B h s _ (Rlt_le _ _ Ps) E) as D. apply (Rmult_le_reg_l s); [exact Ps|]. rewrite <- D. lra.
    - pose proof (size_scale B h s _ E) as Z. fold s in Z. apply (Rmult_eq_reg_l s); lra.
  Qed.

  Lemma says_0 h b : in_tube h -> says N A h b -> b = false.
  Proof.
    intros [H0 H] (o & q & Eb & Lz & _ & _ & _ & Hf). rewrite HA in Hf. destruct Hf as [Lo Ht].
    assert (Q : q <= 1 / 2 -> b = false). { intros L. destruct b; [|reflexivity]. destruct Eb as [Eb _]. specialize (Eb eq_refl). lra. }
    apply Q. clear Q Eb. destruct checked as (Sh & Z & Tk & _). pose proof floor_pos as Pf. pose proof underflow_pos.
    destruct H as [[[Hs _] Hd] | (G & Hs & Hd)].
    - destruct (unit_cone h H0 ltac:(lra) Hd) as [Hin Hg]. set (s := size B h) in *. set (gg := fun k => h k / s) in *.
      assert (E : forall k, h k = s * gg k) by (apply scaled_back; lra). apply Lz.
      assert (Hv : iadd (value_on P (nV N)) (error_on P) ∋ dot (vals (nV N)) gg + (val e * terms (vals (nV N)) gg + underflow / val floor)).
      { apply iadd_ok; [now apply value_on_ok|]. apply iadd_ok; [|apply lost_ok]. apply imul_ok; [apply pt_ok|]. now apply terms_ok. }
      pose proof (nonneg_ok _ _ Z (ineg_ok _ _ Hv)) as L. pose proof (lost_le s ltac:(lra)).
      unfold output in Lo. rewrite (dot_ext _ h _ E), dot_scale in Lo. rewrite (terms_scale _ h s gg) in Lo by (trivial; lra).
      pose proof (Rle_abs (o - s * dot (vals (nV N)) gg)). set (x := dot (vals (nV N)) gg) in *. set (y := terms _ gg) in *. set (u := underflow / val floor) in *.
      clearbody x y u. assert (s * (x + (val e * y + u)) <= 0) by nra. lra.
    - specialize (Tk G). unfold tip_keeps in Tk. rewrite andb_true_iff in Tk. destruct Tk as [_ Tk].
      set (s := val floor) in *. set (gg := fun k => h k / s). assert (E : forall k, h k = s * gg k) by (apply scaled_back; lra).
      assert (I0 : inside N gg) by (intros k Hk; unfold gg; rewrite H0 by assumption; unfold Rdiv; ring).
      assert (Hin : In (tip B) gg).
      { apply (tip_ok N B gg Sh I0).
        - pose proof (deviation_scale B h s _ (Rlt_le _ _ Pf) E). apply (Rmult_le_reg_l s); lra.
        - rewrite (size_scale B h s _ E), Rabs_mult, (Rabs_pos_eq s) in Hs by lra. apply (Rmult_le_reg_l s); lra. }
      rewrite Ht; [lra|].
      assert (Hv : imul (pt floor) (iadd (iabs (value_on P0 (nV N))) (error_on P0)) ∋
         s * (Rabs (dot (vals (nV N)) gg) + (val e * terms (vals (nV N)) gg + underflow / val floor))).
      { apply imul_ok; [apply pt_ok|]. apply iadd_ok; [apply iabs_ok, value_on_ok; exact Hin|].
        apply iadd_ok; [|apply lost_ok]. apply imul_ok; [apply pt_ok|]. now apply terms_ok. }
      pose proof (le_ok _ _ _ _ Tk Hv tie_ok) as L. eapply Rle_trans; [|exact L].
      unfold output in Lo. rewrite (dot_ext _ h _ E), dot_scale in Lo. rewrite (terms_scale _ h s gg) in Lo by (trivial; lra).
      pose proof (Rabs_triang (o - s * dot (vals (nV N)) gg) (s * dot (vals (nV N)) gg)) as T.
      replace (o - s * dot (vals (nV N)) gg + s * dot (vals (nV N)) gg) with o in T by ring.
      rewrite (Rabs_mult s), (Rabs_pos_eq s) in T by lra. pose proof (lost_le s (Rle_refl _)). fold s in Pf.
      replace (underflow / val floor) with (underflow / s) by reflexivity. unfold Rdiv at 1. rewrite !Rmult_plus_distr_l.
      replace (s * (underflow * / s)) with underflow by (field; lra). lra.
  Qed.

  Lemma grows_ok h h' : g = true -> inside N h -> in_cone h -> size B h <= val entry -> pstep N A h zeros h' -> size B h <= size B h'.
  Proof.
    intros G H0 [[Hs _] Hd] Le Hst. unfold g, grows in G. pose proof floor_pos. destruct (unit_cone h H0 ltac:(lra) Hd) as [Hin Hg].
    destruct (next _ _ _ _ _) as [S'|] eqn:En in G; [|discriminate]. set (s := size B h) in *.
    assert (E : forall k, h k = s * (h k / s)) by (apply scaled_back; lra).
    pose proof (next_ok N e A _ _ _ _ _ 0 (val entry) (underflow / val floor) s _ h h' HA Hin Hg E iz_ok (pt_ok _) lost_ok
      ltac:(lra) ltac:(lra) ltac:(lra) (lost_le s ltac:(lra)) En Hst) as Hin'.
    pose proof (le_ok _ _ _ _ G ione_ok (size_on_ok _ _ Hin')) as L.
    rewrite (size_scale B h' s (fun k => h' k / s)) by (apply scaled_back; lra). nra.
  Qed.

  Lemma keeps_ok q h h' : keeps middles (units N (cone B)) g q = true -> inside N h -> in_cone h -> val (fst q) <= size B h <= val (snd q) ->
    pstep N A h zeros h' -> in_tube h'.
  Proof.
    intros K H0 HC [Lf Lt] Hst. pose proof HC as [[Hs Hm] Hd]. pose proof floor_pos. destruct (unit_cone h H0 ltac:(lra) Hd) as [Hin Hg].
    unfold keeps in K. destruct (next _ _ _ _ _) as [S'|] eqn:En in K; [|discriminate]. cbv zeta in K.
    rewrite !andb_true_iff in K. destruct K as [[[[K1 K2] K3] K4] K5].
    set (s := size B h) in *. assert (E : forall k, h k = s * (h k / s)) by (apply scaled_back; lra).
    pose proof (nonneg_ok _ _ K4 (pt_ok _)) as Pq.
    pose proof (next_ok N e A _ _ _ _ _ (val (fst q)) (val (snd q)) (underflow / val floor) s _ h h' HA Hin Hg E (pt_ok _) (pt_ok _) lost_ok
      ltac:(lra) ltac:(lra) ltac:(lra) (lost_le s ltac:(lra)) En Hst) as Hin'.
    set (g' := fun k => h' k / s) in *. assert (E' : forall k, h' k = s * g' k) by (apply scaled_back; lra).
    pose proof (size_on_ok _ _ Hin') as Z. pose proof (positive_ok _ _ K1 Z) as Pz.
    pose proof (le_ok _ _ _ _ K2 (imul_ok _ _ _ _ (pt_ok _) Z) (pt_ok _)) as Lm.
    pose proof (deviation_on _ _ _ _ Hin' K5 (imul_ok _ _ _ _ (pt_ok _) Z)) as D.
    assert (Es : size B h' = s * size B g') by (now apply size_scale).
    assert (Ed : deviation B h' = s * deviation B g') by (apply deviation_scale; trivial; lra).
    assert (D' : deviation B h' <= val (tkappa B) * size B h') by (rewrite Es, Ed; nra).
    destruct checked as (Sh & _). pose proof (kappa_pos N B Sh) as Pk.
    split; [exact (proj2 (proj1 Hst))|]. destruct (Rlt_or_le (val floor) (size B h')) as [L|L].
    - left. split; [split; [exact L|]|exact D']. rewrite Es. nra.
    - destruct (Bool.bool_dec g true) as [G|G].
      + exfalso. destruct (Rle_or_lt s (val entry)) as [Q|Q].
        * pose proof (grows_ok h h' G H0 HC Q Hst). fold s in H1. lra.
        * rewrite G in K3. pose proof (positive_ok _ _ K3 (isub_ok _ _ _ _ (imul_ok _ _ _ _ (pt_ok _) Z) (pt_ok _))). nra.
      + right. apply Bool.not_true_is_false in G. split; [exact G|]. assert (0 < size B h') by (rewrite Es; nra). rewrite Rabs_pos_eq by lra. split; [exact L|]. nra.
  Qed.

  Lemma tip_keeps_ok h h' : inside N h -> in_tip h -> pstep N A h zeros h' -> in_tube h'.
  Proof.
    intros H0 (G & Hs & Hd) Hst. destruct checked as (Sh & _ & Tk & _). pose proof (Tk G) as K. unfold tip_keeps in K.
    rewrite andb_true_iff in K. destruct K as [K _]. destruct (next _ _ _ _ _) as [S'|] eqn:En in K; [|discriminate].
    rewrite andb_true_iff in K. destruct K as [K1 K2]. pose proof floor_pos as Pf.
    set (s := val floor) in *. set (gg := fun k => h k / s). assert (E : forall k, h k = s * gg k) by (apply scaled_back; lra).
    assert (I0 : inside N gg) by (intros k Hk; unfold gg; rewrite H0 by assumption; unfold Rdiv; ring).
    assert (Hin : In (tip B) gg).
    { apply (tip_ok N B gg Sh I0).
      - pose proof (deviation_scale B h s _ (Rlt_le _ _ Pf) E). apply (Rmult_le_reg_l s); lra.
      - rewrite (size_scale B h s _ E), Rabs_mult, (Rabs_pos_eq s) in Hs by lra. apply (Rmult_le_reg_l s); lra. }
    pose proof (next_ok N e A _ _ _ _ _ 0 (val floor) (underflow / val floor) s _ h h' HA Hin I0 E iz_ok (pt_ok _) lost_ok
      ltac:(lra) (Rle_refl _) Pf (lost_le s (Rle_refl _)) En Hst) as Hin'.
    set (g' := fun k => h' k / s) in *. assert (E' : forall k, h' k = s * g' k) by (apply scaled_back; lra).
    pose proof (le_ok _ _ _ _ K1 (iabs_ok _ _ (size_on_ok _ _ Hin')) ione_ok) as Lz. pose proof (deviation_on _ _ _ _ Hin' K2 (pt_ok _)) as D.
    split; [exact (proj2 (proj1 Hst))|]. right. split; [exact G|].
    rewrite (size_scale B h' s g' E'), (deviation_scale B h' s g' (Rlt_le _ _ Pf) E'), Rabs_mult, (Rabs_pos_eq s) by lra. fold s. split; nra.
  Qed.

  Lemma shaped_lengths : length (tY B) = length (nW N) /\ length (tv B) = length (nW N).
  Proof.
    destruct checked as (Sh & _). unfold shaped in Sh. rewrite !andb_true_iff, !Nat.eqb_eq in Sh. tauto.
  Qed.
  Lemma slice_ok q h : fst (slice q) = true -> inside N h -> val (fst q) - val floor <= size B h -> Rabs (size B h) <= val (snd q) ->
    deviation B h <= val (tkappa B) * val (snd q) -> In (snd (slice q)) h.
  Proof.
    intros Hq H0 Lf Lt Hd. destruct checked as (Sh & _). destruct shaped_lengths as [LY Lv]. pose proof floor_pos as Pf.
    unfold slice in *. cbv zeta in *. cbn [fst snd] in *. set (m := mid _) in *. set (w := upper _) in *. set (to := val (snd q)) in *.
    rewrite !andb_true_iff, forallb_forall in Hq. destruct Hq as [[[Rw Pw] Lq] Hall'].
    apply positive_ok with (x := val w) in Pw; [|apply pt_ok]. pose proof (le_ok _ _ _ _ Lq (pt_ok _) (pt_ok _)) as Pt. fold to in Pt.
    set (gg := fun k => h k / to). assert (E : forall k, h k = to * gg k) by (apply scaled_back; lra).
    assert (I0 : inside N gg) by (intros k Hk; unfold gg; rewrite H0 by assumption; unfold Rdiv; ring).
    pose proof (size_scale B h to gg E) as Es.
    destruct (shape N B gg Sh I0) as (xi & ee & Hx & He & Eg).
    { pose proof (deviation_scale B h to gg ltac:(lra) E). apply (Rmult_le_reg_l to); lra. }
    { rewrite Es, Rabs_mult, (Rabs_pos_eq to) in Lt by lra. apply (Rmult_le_reg_l to); lra. }
    (* where between the ends *)
    assert (W : Rabs (size B h - val m) <= val w).
    { assert (J : forall x, ijoin (isub (pt (snd q)) (pt m)) (isub (pt m) (pt (fst q))) ∋ x -> x + val floor <= val w)
        by (intros x Hx'; apply (upper_ok _ _ Rw); apply iadd_ok; [exact Hx'|apply pt_ok]).
      pose proof (J _ (ijoin_l _ _ _ (isub_ok _ _ _ _ (pt_ok (snd q)) (pt_ok m)))). pose proof (J _ (ijoin_r _ _ _ (isub_ok _ _ _ _ (pt_ok m) (pt_ok (fst q))))).
      fold to in H. unfold Rabs in *. destruct (Rcase_abs (size B h)), (Rcase_abs (size B h - val m)); lra. }
    set (rs := map _ (combine _ _)) in *.
    exists xi, (fun _ => (size B h - val m) / val w),
      (fun k => h k - nth k (vals (map (fun r => mid (fst r)) rs)) 0 - dot (nth k (map vals (map (fun r => map mid (snd (snd r))) rs)) []) xi
                - dot (nth k (map vals (map (fun r => mid (fst (snd r)) :: nil) rs)) []) (fun _ => (size B h - val m) / val w)).
    split; [exact Hx|]. split; [|split].
    - intros _. unfold Rdiv. rewrite Rabs_mult, Rabs_inv, (Rabs_pos_eq (val w)) by lra.
      apply (Rmult_le_reg_r (val w)); [exact Pw|]. rewrite Rmult_assoc, Rinv_l by lra. lra.
    - intros k. cbn [sb]. rewrite nth_vals, !nth_valss.
      assert (Lrs : length rs = length (nW N)).
      { unfold rs. rewrite length_map, length_combine. unfold skew. rewrite length_map. lia. }
      destruct (Nat.lt_ge_cases k (length (nW N))) as [Hk|Hk].
      + set (one x := (imul (pt m) (pt (snd x)), (imul (pt w) (pt (snd x)), map (imul (pt (snd q))) (pts (fst x))))) in *.
        set (mk := nth k (skew B) []) in *. set (vk := nth k (tv B) PrimFloat.zero).
        assert (N1 : nth k rs (one ([], PrimFloat.zero)) = one (mk, vk)).
        { unfold rs. rewrite (map_nth one). f_equal. apply combine_nth. unfold skew. rewrite length_map. lia. }
        assert (Hin : List.In (one (mk, vk)) rs). { rewrite <- N1. apply nth_In. lia. }
        specialize (Hall' _ Hin). unfold one in Hall' at 1 2 3 4 5 6. cbn [fst snd] in Hall'.
        rewrite (nth_indep _ _ (mid (fst (one ([], PrimFloat.zero))))) by (rewrite length_map; lia). rewrite (map_nth (fun r => mid (fst r))), N1.
        rewrite (nth_indep _ _ (map mid (snd (snd (one ([], PrimFloat.zero)))))) by (rewrite length_map; lia). rewrite (map_nth (fun r => map mid (snd (snd r)))), N1.
        rewrite (nth_indep _ _ (mid (fst (snd (one ([], PrimFloat.zero)))) :: nil)) by (rewrite length_map; lia). rewrite (map_nth (fun r => mid (fst (snd r)) :: nil)), N1.
        unfold one. cbn [fst snd].
        destruct (scale_ok _ _ _ _ (pt_ok (snd q)) (pts_ok mk)) as [Hs' Es'].
        destruct (idist_ok _ _ Hs' 1 xi (unit2_box _ Hx) ltac:(lra)) as (dist & Hdist & Ldist). rewrite Es' in Ldist.
        assert (C1 : imul (pt m) (pt vk) ∋ val m * val vk) by (apply imul_ok; apply pt_ok).
        assert (C2 : imul (pt w) (pt vk) ∋ val w * val vk) by (apply imul_ok; apply pt_ok).
        eapply Rle_trans; [|apply (le_ok _ _ _ _ Hall'); [|apply pt_ok]].
        2: { apply iadd_ok; [apply iabs_ok, isub_ok; [exact C1|apply pt_ok]|]. apply iadd_ok; [apply iabs_ok, isub_ok; [exact C2|apply pt_ok]|].
             apply iadd_ok; [exact Hdist|]. apply imul_ok; [apply pt_ok|apply (pt_ok rim)]. }
        rewrite E, Eg, Rmult_plus_distr_l, Rmult_plus_distr_l, <- Rmult_assoc, <- Es, nth_vals. fold vk. fold mk. fold to.
        fold to in Ldist. set (t := (size B h - val m) / val w). assert (Et : size B h = val m + val w * t) by (unfold t; field; lra).
        assert (Lt1 : Rabs t <= 1).
        { unfold t, Rdiv. rewrite Rabs_mult, Rabs_inv, (Rabs_pos_eq (val w)) by lra.
          apply (Rmult_le_reg_r (val w)); [exact Pw|]. rewrite Rmult_assoc, Rinv_l by lra. lra. }
        rewrite Et. cbn [vals map dot]. set (c1 := val (mid (imul (pt m) (pt vk)))). set (c2 := val (mid (imul (pt w) (pt vk)))).
        set (u := dot (vals (map mid _)) xi) in *. set (d := dot (vals mk) xi) in *.
        replace ((val m + val w * t) * val vk + to * d + to * ee k - c1 - u - (c2 * t + 0)) with
          ((val m * val vk - c1) + ((val w * val vk - c2) * t + ((to * d - u) + to * ee k))) by ring.
        eapply Rle_trans; [apply Rabs_triang|]. apply Rplus_le_compat_l. eapply Rle_trans; [apply Rabs_triang|]. apply Rplus_le_compat.
        { rewrite Rabs_mult. pose proof (Rabs_pos (val w * val vk - c2)). nra. }
        eapply Rle_trans; [apply Rabs_triang|]. apply Rplus_le_compat; [exact Ldist|].
        rewrite Rabs_mult, (Rabs_pos_eq to) by lra. apply Rmult_le_compat_l; [lra|apply He].
      + rewrite H0 by assumption. rewrite !nth_overflow; try (rewrite length_map, Lrs; exact Hk). simpl. rewrite val_0.
        rewrite !Rminus_0_r, Rabs_R0. apply (nonneg_ok (pt around)); [vm_compute; reflexivity|apply pt_ok].
    - intros k. unfold at_. cbn [sc sm sg]. ring.
  Qed.

  Lemma between cuts : forall z s, cuts <> [] -> val z <= s -> s <= val (last cuts PrimFloat.zero) ->
    exists q, List.In q (combine (z :: cuts) cuts) /\ val (fst q) <= s <= val (snd q).
  Proof.
    induction cuts as [|c cuts IH]; intros z s D L1 L2; [easy|]. destruct (Rle_or_lt s (val c)) as [L|L].
    - exists (z, c). split; [now left|]. simpl. lra.
    - destruct cuts as [|c' cuts]; [simpl in L2; lra|]. destruct (IH c s ltac:(easy) ltac:(lra) L2) as (q & Hq & Lq). exists q. split; [now right|exact Lq].
  Qed.

  Theorem slices_ok h : in_tube h -> exists S z, List.In (S, z) all /\ In S h /\
    (z = true -> forall h', pstep N A h zeros h' -> in_tube h' /\ forall b, says N A h' b -> b = false).
  Proof.
    intros [H0 H]. destruct checked as (Sh & _ & _ & Hss & Lm1 & Lm2 & Ea). pose proof floor_pos as Pf. pose proof (kappa_pos N B Sh) as Pk.
    rewrite forallb_forall in Hss.
    assert (D : tcuts B <> []). { intros D. rewrite D in Lm2. simpl in Lm2. rewrite val_0 in Lm2. lra. }
    assert (Zip : forall q, List.In q ends -> List.In (snd (slice q), keeps middles (units N (cone B)) g q) (combine (map snd (map slice ends)) (map (keeps middles (units N (cone B)) g) ends))).
    { rewrite map_map. generalize ends. intros l q. induction l as [|x l IH]; simpl; [easy|]. intros [->|Hq]; [now left|right; auto]. }
    assert (Q : exists q, List.In q ends /\ In (snd (slice q)) h /\ (in_cone h -> val (fst q) <= size B h <= val (snd q))).
    { destruct H as [HC|HT].
      - pose proof HC as [[Hs Hm] Hd]. destruct (between (tcuts B) PrimFloat.zero (size B h) D) as (q & Hq & L1 & L2); [rewrite val_0; lra|lra|].
        exists q. split; [exact Hq|]. split; [|intros _; split; assumption].
        apply slice_ok; [apply Hss, in_map, Hq|exact H0|lra|rewrite Rabs_pos_eq; lra|nra].
      - pose proof HT as (G & Hs & Hd). destruct (between (tcuts B) PrimFloat.zero (Rmax (size B h) 0) D) as (q & Hq & L1 & L2).
        + rewrite val_0. apply Rmax_r.
        + apply Rmax_lub; [|lra]. pose proof (Rle_abs (size B h)). lra.
        + exists q. split; [exact Hq|]. pose proof (Hss _ (in_map _ _ _ Hq)) as Hq'. assert (Lq : val floor <= val (snd q)).
          { unfold slice in Hq'. cbv zeta in Hq'. cbn [fst] in Hq'. rewrite !andb_true_iff in Hq'. destruct Hq' as [[_ Lq] _]. exact (le_ok _ _ _ _ Lq (pt_ok _) (pt_ok _)). }
          split.
          * apply slice_ok; trivial; [|lra|nra]. unfold Rmax in L1. unfold Rabs in Hs. destruct (Rle_dec _ _), (Rcase_abs _); lra.
          * intros [[Hs' _] _]. pose proof (Rle_abs (size B h)). lra. }
    destruct Q as (q & Hq & Hin & Hc). exists (snd (slice q)), (keeps middles (units N (cone B)) g q). split; [rewrite Ea; now apply Zip|]. split; [exact Hin|].
    intros K h' Hst. assert (T : in_tube h').
    { destruct H as [HC|HT]; [exact (keeps_ok q h h' K H0 HC (Hc HC) Hst)|exact (tip_keeps_ok h h' H0 HT Hst)]. }
    split; [exact T|]. intros b. now apply says_0.
  Qed.
End Tube.
