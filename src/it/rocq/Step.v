(* One step of the network on a set (L2, L3): every state that a program may come to lies in the set that [step] returns.
   The affine part is in plain doubles with one bound of their rounding; tanh between two lines is in intervals. *)
From Adder Require Export Forms.
Open Scope R_scope.

(* One unit: tanh of a form, with a perturbation of at most delta *)
Record row := { rc : float; rm : list float; rg : list float; re : float }.
Definition least_slope : float := Eval vm_compute in lower (idiv ione (IP.fromZ p (2 ^ 30)%Z)).
Definition guess (l u : float) (tl tu : I) : float :=       (* trusted by nobody *)
  let a := PrimFloat.div (PrimFloat.sub (mid tu) (mid tl)) (PrimFloat.sub u l) in
  if PrimFloat.ltb a least_slope then PrimFloat.zero else a.
Definition fslope (a : float) : float := if usable a then a else PrimFloat.zero.
Lemma fslope_ok a : val (fslope a) = rslope a.
Proof. unfold fslope, rslope. now destruct usable. Qed.
Definition squash (delta : I) (f : fform) (shift : I) : bool * row :=
  let z := iadd (pt (ez f)) shift in
  let one := uabs (eb f) in
  let zz := iadd z (sym (iadd (iadd (isqrt (usq (ea f))) one) (er f))) in
  let l := lower zz in let u := upper zz in let tl := itanh (pt l) in let tu := itanh (pt u) in
  let a := guess l u tl tu in let s := slope a in
  let c := iadd (imul s z) (residual a l u tl tu) in
  let m := map (PrimFloat.mul (fslope a)) (ea f) in let g := map (PrimFloat.mul (fslope a)) (eb f) in
  let e := upper (iadd (iabs (isub c (pt (mid c)))) (iadd (imul (iabs s) (iadd (imul kap (iadd (uabs (ea f)) one)) (er f))) (iadd (iadd tiny tiny) delta))) in
  (IP.F.real l && IP.F.real u && IP.F.real e && allfin m && allfin g && shortb (ea f) && shortb (eb f), {| rc := mid c; rm := m; rg := g; re := e |}).

Lemma scaled_ok a l v : shortb l = true -> allfin (map (PrimFloat.mul a) l) = true -> box 1 v ->
  Rabs (dot (vals (map (PrimFloat.mul a) l)) v - val a * dot (vals l) v) <= Rabs (val a) * (rkap * l1 (vals l)) + rtiny.
Proof.
  intros L F Hv. pose proof (scale_err a l (fin_in _ F) v Hv) as E. apply short_few, few_1024 in L. pose proof small_ulp0. pose proof ulp0_pos.
  assert (u <= rkap).
  { unfold u, rkap. simpl Core.Raux.bpow. change (Z.pow_pos 2 52) with 4503599627370496%Z. change (2 ^ 40)%Z with 1099511627776%Z. lra. }
  assert (INR (length l) * ulp0 <= 1024 * ulp0) by (apply Rmult_le_compat_r; lra).
  assert (0 <= Rabs (val a) * l1 (vals l)) by (apply Rmult_le_pos; [apply Rabs_pos|apply l1_pos]).
  assert (u * (Rabs (val a) * l1 (vals l)) <= rkap * (Rabs (val a) * l1 (vals l))) by (apply Rmult_le_compat_r; lra). lra.
Qed.

Lemma squash_ok delta d f shift t xi eta y q : delta ∋ d -> unit2 xi -> box 1 eta -> shift ∋ t -> is_fform f xi eta y ->
  Rabs (q - tanh (y + t)) <= d -> fst (squash delta f shift) = true -> let r := snd (squash delta f shift) in
  exists err, Rabs err <= val (re r) /\ q = val (rc r) + dot (vals (rm r)) xi + dot (vals (rg r)) eta + err.
Proof.
  intros Hd Hx He Ht Hf Hq. pose proof (spread'_ok f xi eta y Hx He Hf) as Hy. unfold squash. cbv zeta. cbn [fst snd rc rm rg re].
  set (z := iadd (pt (ez f)) shift) in *. fold (spread' f).
  assert (Hyt : iadd z (sym (spread' f)) ∋ y + t).
  { destruct Hf as (rho & Hr & L). pose proof (usq_ok (ea f)) as (q2 & Hq2 & Lq2). pose proof (uabs_ok (eb f)) as (b & Hb & Lb).
    replace (y + t) with ((val (ez f) + t) + (y - val (ez f))) by ring. apply iadd_ok; [apply iadd_ok; [apply pt_ok|exact Ht]|].
    apply (sym_ok _ (sqrt q2 + b + rho)); [repeat apply iadd_ok; trivial; now apply isqrt_ok|].
    pose proof (dot_norm (vals (ea f)) xi Hx). pose proof (dot_l1 (vals (eb f)) eta 1 He). rewrite Rmult_1_r in *. pose proof (sqrt_le_1_alt _ _ Lq2).
    set (d1 := dot _ xi) in *. set (d2 := dot _ eta) in *. replace (y - val (ez f)) with ((d1 + d2) + (y - (val (ez f) + d1 + d2))) by ring.
    eapply Rle_trans; [apply Rabs_triang|]. pose proof (Rabs_triang d1 d2). lra. }
  set (zz := iadd z (sym (spread' f))) in *. rewrite !andb_true_iff. intros [[[[[[Rl Ru] Re] Fm] Fg] Lm] Lg].
  pose proof (residual_ok (guess (lower zz) (upper zz) (itanh (pt (lower zz))) (itanh (pt (upper zz)))) _ _ _ _ (y + t)
    (itanh_ok _ _ (pt_ok _)) (itanh_ok _ _ (pt_ok _)) (conj (lower_ok _ _ Rl Hyt) (upper_ok _ _ Ru Hyt))) as Hres.
  set (a := guess _ _ _ _) in *. set (res := residual a _ _ _ _) in *. pose proof (slope_ok a) as Hs. pose proof (fslope_ok a) as Es. set (s := slope a) in *.
  set (k := rslope a) in *. clearbody res s.
  destruct Hf as (rho & Hr & Lr).
  pose proof (scaled_ok (fslope a) (ea f) xi Lm Fm (unit2_box _ Hx)) as E1. pose proof (scaled_ok (fslope a) (eb f) eta Lg Fg He) as E2. rewrite Es in E1, E2.
  destruct (uabs_ok (ea f)) as (b1 & Hb1 & Lb1). destruct (uabs_ok (eb f)) as (b2 & Hb2 & Lb2).
  assert (Hc : iadd (imul s z) res ∋ k * (val (ez f) + t) + (tanh (y + t) - k * (y + t)))
    by (apply iadd_ok; [apply imul_ok; [exact Hs|]; apply iadd_ok; [apply pt_ok|exact Ht]|exact Hres]).
  set (c := iadd (imul s z) res) in *. set (cr := k * (val (ez f) + t) + (tanh (y + t) - k * (y + t))) in *.
  eexists. split; [|symmetry; apply Rplus_minus].
  eapply Rle_trans; [|apply (upper_ok _ _ Re)].
  2: { apply iadd_ok; [apply iabs_ok, isub_ok; [exact Hc|apply pt_ok]|]. apply iadd_ok; [apply imul_ok; [apply iabs_ok; exact Hs|]; apply iadd_ok;
         [apply imul_ok; [apply kap_ok|apply iadd_ok; eassumption]|exact Hr]|]. apply iadd_ok; [apply iadd_ok; apply tiny_ok|exact Hd]. }
  set (dm := dot (vals (ea f)) xi) in *. set (dg := dot (vals (eb f)) eta) in *.
  set (mx := dot (vals (map _ (ea f))) xi) in *. set (gx := dot (vals (map _ (eb f))) eta) in *.
  replace (q - (val (mid c) + mx + gx)) with
    ((cr - val (mid c)) + ((q - tanh (y + t)) + (k * (y - (val (ez f) + dm + dg)) + (- (mx - k * dm) + - (gx - k * dg))))) by (unfold cr; ring).
  assert (Rabs (k * (y - (val (ez f) + dm + dg))) <= Rabs k * rho) by (rewrite Rabs_mult; apply Rmult_le_compat_l; [apply Rabs_pos|exact Lr]).
  pose proof (Rabs_pos k). pose proof rkap_pos.
  assert (Rabs k * (rkap * l1 (vals (ea f))) <= Rabs k * (rkap * b1)) by (apply Rmult_le_compat_l; [lra|apply Rmult_le_compat_l; lra]).
  assert (Rabs k * (rkap * l1 (vals (eb f))) <= Rabs k * (rkap * b2)) by (apply Rmult_le_compat_l; [lra|apply Rmult_le_compat_l; lra]).
  eapply Rle_trans; [apply Rabs_triang|]. apply Rplus_le_compat_l. eapply Rle_trans; [apply Rabs_triang|].
  eapply Rle_trans; [apply Rplus_le_compat_l, Rabs_triang|]. eapply Rle_trans; [apply Rplus_le_compat_l, Rplus_le_compat_l, Rabs_triang|].
  rewrite !Rabs_Ropp. lra.
Qed.

(* All units: the error of unit i becomes generator n + i *)
Fixpoint grow (n i : nat) (l : list row) : list (list float) :=
  match l with
  | [] => []
  | r :: l => (rg r ++ repeat PrimFloat.zero (n - length (rg r)) ++ repeat PrimFloat.zero i ++ (re r :: nil)) :: grow n (S i) l
  end.
Definition assemble (l : list row) : set :=
  {| sc := map rc l; sm := map rm l;
     sg := grow (fold_right (fun r n => Nat.max (length (rg r)) n) 0%nat l) 0 l; sb := PrimFloat.zero |}.

Lemma length_grow n : forall l i, length (grow n i l) = length l.
Proof. induction l; simpl; intros; [easy|]. now rewrite IHl. Qed.
Lemma nth_grow n d : forall l i k, (k < length l)%nat -> nth k (grow n i l) [] =
  rg (nth k l d) ++ repeat PrimFloat.zero (n - length (rg (nth k l d))) ++ repeat PrimFloat.zero (i + k) ++ (re (nth k l d) :: nil).
Proof.
  induction l; simpl; intros i k H; [lia|]. destruct k; [now rewrite Nat.add_0_r|].
  rewrite IHl by lia. now replace (S i + k)%nat with (i + S k)%nat by lia.
Qed.
Lemma val_0 : val PrimFloat.zero = 0.
Proof. reflexivity. Qed.
Lemma vals_0 n : vals (repeat PrimFloat.zero n) = repeat 0 n.
Proof. induction n; simpl; [easy|]. rewrite IHn, val_0. reflexivity. Qed.
Lemma most (f : row -> nat) : forall l d k, (k < length l)%nat ->
  (f (nth k l d) <= fold_right (fun r n => Nat.max (f r) n) 0 l)%nat.
Proof. induction l; simpl; intros d k H; [lia|]. destruct k; [lia|]. specialize (IHl d k). lia. Qed.
Lemma nth_vals k l : nth k (vals l) 0 = val (nth k l PrimFloat.zero).
Proof. rewrite <- val_0 at 1. apply map_nth. Qed.
Lemma nth_valss k l : nth k (map vals l) [] = vals (nth k l []).
Proof. apply (map_nth vals l []). Qed.

Lemma dot_bounded l : forall x y, (forall k, (k < length l)%nat -> x k = y k) -> dot l x = dot l y.
Proof.
  induction l as [|a l IH]; simpl; intros x y H; [easy|]. rewrite H by lia. f_equal. apply IH. intros. apply H. lia.
Qed.
(* What holds unit by unit holds of the set. *)
Lemma assemble_ok l d xi eta (h : nat -> R) : unit2 xi -> box 1 eta ->
  (forall k, (k < length l)%nat -> let r := nth k l d in
     exists err, Rabs err <= val (re r) /\ h k = val (rc r) + dot (vals (rm r)) xi + dot (vals (rg r)) eta + err) ->
  (forall k, (length l <= k)%nat -> h k = 0) -> In (assemble l) h.
Proof.
  intros Hx He Hin Hout. unfold assemble. set (n := fold_right _ _ _).
  (* the new generators' coefficients *)
  assert (T : exists theta : nat -> R, box 1 theta /\ forall k, (k < length l)%nat -> let r := nth k l d in
            h k = val (rc r) + dot (vals (rm r)) xi + dot (vals (rg r)) eta + val (re r) * theta k).
  { clear Hout n. revert h Hin. induction l as [|r l IH]; intros h Hin.
    - exists (fun _ => 0). split; [intros k; rewrite Rabs_R0; lra|]. simpl. intros. lia.
    - destruct (IH (fun k => h (S k))) as (th & Hth & Eth). { intros k Hk. apply (Hin (S k)). simpl. lia. }
      destruct (Hin 0%nat) as (err & Le & Ee); [simpl; lia|]. simpl in Le, Ee.
      assert (Q : exists t, Rabs t <= 1 /\ err = val (re r) * t).
      { destruct (Req_dec (val (re r)) 0) as [Z|Z].
        - exists 0. rewrite Z, Rabs_R0 in *. pose proof (Rabs_pos err). split; [lra|].
          destruct (Req_dec err 0); [lra|]. pose proof (Rabs_pos_lt err H0). lra.
        - exists (err / val (re r)). assert (0 < val (re r)) by (pose proof (Rabs_pos err); lra). split; [|field; lra].
          unfold Rdiv. rewrite Rabs_mult, Rabs_inv, (Rabs_pos_eq (val (re r))) by lra.
          apply (Rmult_le_reg_r (val (re r))); [lra|]. rewrite Rmult_assoc, Rinv_l by lra. lra. }
      destruct Q as (t & Lt & Et). exists (fun k => match k with O => t | S k => th k end). split.
      + intros [|k]; [exact Lt|apply Hth].
      + intros [|k] Hk; simpl; [rewrite Ee, Et; reflexivity|]. apply Eth. simpl in Hk. lia. }
  destruct T as (th & Hth & Eth).
  exists xi, (fun k => if (k <? n)%nat then eta k else th (k - n)%nat), (fun _ => 0).
  split; [exact Hx|]. split; [intros k; destruct (k <? n)%nat; [apply He|apply Hth]|]. split; [intros k; simpl; rewrite Rabs_R0, val_0; lra|].
  intros k. unfold at_. simpl sc. simpl sm. simpl sg. destruct (Nat.lt_ge_cases k (length l)) as [Hk|Hk].
  - rewrite nth_vals, !nth_valss, (nth_grow n d) by assumption. rewrite Eth by assumption. simpl.
    rewrite (nth_indep _ _ (rc d)) by (rewrite length_map; assumption). rewrite (nth_indep _ _ (rm d)) by (rewrite length_map; assumption).
    rewrite !map_nth. set (r := nth k l d) in *.
    assert (Ln : (length (rg r) <= n)%nat) by (apply (most (fun r => length (rg r))); assumption).
    unfold vals. rewrite !map_app. fold (vals (repeat PrimFloat.zero (n - length (rg r)))). fold (vals (repeat PrimFloat.zero k)).
    rewrite !vals_0, !dot_app, !dot_repeat, !length_map, !repeat_length. simpl.
    rewrite Rplus_0_r, Rplus_0_l, Rplus_0_l, Rplus_0_r, <- Rplus_assoc. f_equal; [f_equal|].
    + apply dot_bounded. intros j Hj. rewrite length_map in Hj. destruct (Nat.ltb_spec j n); [reflexivity|lia].
    + destruct (Nat.ltb_spec (length (rg r) + (n - length (rg r) + (k + 0))) n); [lia|]. do 2 f_equal. lia.
  - rewrite Hout by assumption. rewrite !nth_overflow; simpl; rewrite ?length_map, ?length_grow; try assumption.
    + simpl. ring.
    + unfold vals. rewrite !length_map. assumption.
Qed.

Definition ibits (a b : bool) : list I := [if a then ione else iz; if b then ione else iz].
Definition step (N : net) (delta : I) (a b : bool) (S : set) : option set :=
  let s := prepare' S in
  let us := map (fun wu => squash delta (affine' s (fst wu)) (idot (pts (snd wu)) (ibits a b))) (combine (nW N) (nU N)) in
  if forallb fst us && (length (nU N) =? length (nW N))%nat then Some (assemble (map snd us)) else None.

Lemma dot_bits w a b : dot (vals w) (bits a b) = dot (vals w) (fun k => nth k [if a then 1 else 0; if b then 1 else 0] 0).
Proof. apply dot_ext. intros [|[|[|k]]]; reflexivity. Qed.
Lemma ibits_ok a b : Forall2 has (ibits a b) [if a then 1 else 0; if b then 1 else 0].
Proof. repeat constructor; [destruct a|destruct b]; apply ione_ok || apply iz_ok. Qed.

Theorem step_ok N delta d a b S S' h h' : delta ∋ d -> In S h -> step N delta a b S = Some S' ->
  steps_to N d h (bits a b) h' -> In S' h'.
Proof.
  intros Hd (xi & eta & beta & Hx & He & Hb & Hh) Hs [Hin Hout]. unfold step in Hs.
  set (one wu := squash delta (affine' (prepare' S) (fst wu)) (idot (pts (snd wu)) (ibits a b))) in Hs.
  destruct (_ && _) eqn:E in Hs; [|discriminate]. injection Hs as <-. rewrite andb_true_iff, Nat.eqb_eq, forallb_forall in E.
  destruct E as [Hall Hlen]. rewrite map_map.
  assert (L : length (combine (nW N) (nU N)) = length (nW N)) by (rewrite length_combine; lia).
  pose (dw := (@nil float, @nil float)). apply (assemble_ok _ (snd (one dw)) xi eta); trivial; rewrite length_map, L; trivial.
  intros k Hk. cbv zeta. rewrite (map_nth (fun x => snd (one x))). specialize (Hin k Hk).
  assert (N1 : nth k (combine (nW N) (nU N)) dw = (nth k (nW N) [], nth k (nU N) [])) by (apply combine_nth; lia).
  rewrite N1. unfold F in Hin. rewrite !nth_valss in Hin. set (w := nth k (nW N) []) in *. set (u := nth k (nU N) []) in *.
  change (snd (one (w, u))) with (snd (squash delta (affine' (prepare' S) w) (idot (pts u) (ibits a b)))).
  apply (squash_ok delta d _ _ (dot (vals u) (bits a b)) xi eta (dot (vals w) h)); trivial.
  - rewrite dot_bits. apply idot_ok; [apply pts_ok|apply ibits_ok].
  - now apply (affine'_ok S xi eta beta).
  - apply (Hall (one (w, u))). apply (in_map one). rewrite <- N1. apply nth_In. lia.
Qed.
