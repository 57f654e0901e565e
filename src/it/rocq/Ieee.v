(* Floating-point programs are programs in the sense of Program.v: sums of rounded products in any order, fused or not, and a tanh that is exact to
   some units in the last place. For single precision (with underflow, or flushed to 0) and double precision a certificate's theorem is carried over to them. *)
From Adder Require Import Base Tanh Program Induction Sets Tau NotVacuous.
From Coq Require Import Psatz Permutation FunctionalExtensionality.
From Flocq Require Import Core Relative.
Open Scope R_scope.

(* (1 + u)^n - 1, where n u is small *)
Lemma gamma u n : 0 <= u -> INR n * u <= 1 -> (1 + u) ^ n <= 1 + INR n * u + (INR n * u) ^ 2.
Proof.
  intros Pu. induction n as [|n IH]; intros L; [simpl; nra|]. rewrite S_INR in *. pose proof (pos_INR n). specialize (IH ltac:(nra)).
  simpl pow at 1. set (x := INR n) in *. assert ((1 + u) * (1 + u) ^ n <= (1 + u) * (1 + x * u + (x * u) ^ 2)) by (apply Rmult_le_compat_l; lra).
  enough (x * u ^ 2 + x ^ 2 * u ^ 3 <= (2 * x + 1) * u ^ 2) by nra.
  assert (x * u * (x * u * u) <= 1 * (x * u * u)) by (apply Rmult_le_compat_r; [|lra]; repeat apply Rmult_le_pos; lra). nra.
Qed.
Lemma tanh_lipschitz x y : Rabs (tanh x - tanh y) <= Rabs (x - y).
Proof.
  assert (Q : forall x y, x <= y -> tanh y - tanh x <= y - x).
  { clear. intros x y L. enough (x - tanh x <= y - tanh y) by lra. apply (Tanh.increasing (fun z => z - tanh z) (fun z => 1 - (1 - tanh z ^ 2))); [exact L| |].
    - intros z. apply @Coquelicot.Derive.is_derive_minus; [apply @Coquelicot.Derive.is_derive_id|apply is_derive_tanh].
    - intros z _. nra. }
  destruct (Rle_or_lt x y) as [L|L].
  - pose proof (Q x y L). pose proof (tanh_mono x y L). rewrite Rabs_minus_sym, (Rabs_minus_sym x), !Rabs_pos_eq by lra. lra.
  - pose proof (Q y x ltac:(lra)). pose proof (tanh_mono y x ltac:(lra)). rewrite !Rabs_pos_eq by lra. lra.
Qed.

Section Machine.
  Variables u eta ut : R.        (* of an operation, of underflow, of tanh *)
  Hypothesis Hu : 0 <= u <= 1.
  Hypothesis Heta : 0 <= eta.
  Hypothesis Hut : 0 <= ut.
  (* y is x, rounded. *)
  Definition rounded (x y : R) : Prop := Rabs (y - x) <= u * Rabs x + eta /\ (x = 0 -> y = 0).

  (* q is a sum of products w h as computed: weights rounded to the format, products rounded or fused with an addition, added in any order. *)
  Inductive computed : list (R * R) -> R -> Prop :=
  | product w h w' q : rounded w w' -> rounded (w' * h) q -> computed [(w, h)] q
  | added l m a b q : computed l a -> computed m b -> rounded (a + b) q -> computed (l ++ m) q
  | fused l a w h w' q : computed l a -> rounded w w' -> rounded (a + w' * h) q -> computed ((w, h) :: l) q
  | reordered l m q : Permutation l m -> computed l q -> computed m q.
  (* Any rounding computes every sum. *)
  Lemma computed_somehow (rnd : R -> R) : (forall x, rounded x (rnd x)) -> forall l, l <> [] -> exists q, computed l q.
  Proof.
    intros H l. induction l as [|[w h] l IH]; intros D; [easy|]. destruct l as [|q l].
    - exists (rnd (rnd w * h)). apply (product w h (rnd w)); apply H.
    - destruct (IH ltac:(discriminate)) as (a & Ha). exists (rnd (a + rnd w * h)). apply (fused _ a w h (rnd w)); trivial; apply H.
  Qed.
  Definition total (l : list (R * R)) : R := fold_right (fun q s => fst q * snd q + s) 0 l.
  Definition mass (l : list (R * R)) : R := fold_right (fun q s => Rabs (fst q * snd q) + s) 0 l.
  Lemma total_app l m : total (l ++ m) = total l + total m.
  Proof. unfold total. induction l as [|q l IH]; simpl; [ring|]. rewrite IH. ring. Qed.
  Lemma mass_app l m : mass (l ++ m) = mass l + mass m.
  Proof. unfold mass. induction l as [|q l IH]; simpl; [ring|]. rewrite IH. ring. Qed.
  Lemma total_perm l m : Permutation l m -> total l = total m.
  Proof. unfold total. induction 1; simpl; lra. Qed.
  Lemma mass_perm l m : Permutation l m -> mass l = mass m.
  Proof. unfold mass. induction 1; simpl; lra. Qed.
  Lemma mass_pos l : 0 <= mass l.
  Proof. unfold mass. induction l; simpl; [lra|]. pose proof (Rabs_pos (fst a * snd a)). lra. Qed.
  Lemma total_mass l : Rabs (total l) <= mass l.
  Proof.
    unfold total, mass. induction l as [|q l IH]; simpl; [rewrite Rabs_R0; lra|]. eapply Rle_trans; [apply Rabs_triang|]. lra.
  Qed.
  Lemma computed_some l q : computed l q -> (1 <= length l)%nat.
  Proof.
    induction 1; simpl; try lia.
    - rewrite length_app. lia.
    - rewrite <- (Permutation_length H). assumption.
  Qed.
  Lemma g_pos n : 1 <= (1 + u) ^ n.
  Proof. apply pow_R1_Rle. lra. Qed.
  Lemma g_mono n m : (n <= m)%nat -> (1 + u) ^ n <= (1 + u) ^ m.
  Proof. apply Rle_pow. lra. Qed.
  Definition underflowed n : R := (4 * INR n - 1) * (1 + u) ^ (n + 1) * eta.

  (* Rounding what is off by D already *)
  Lemma rounding x y q D : rounded y q -> Rabs (y - x) <= D -> Rabs (q - x) <= (1 + u) * D + u * Rabs x + eta.
  Proof.
    intros [H _] L. replace (q - x) with ((q - y) + (y - x)) by ring. pose proof (Rabs_triang (q - y) (y - x)).
    replace y with (x + (y - x)) in H at 2 by ring. pose proof (Rabs_triang x (y - x)). nra.
  Qed.
  Lemma computed_error l q : computed l q -> (forall w h, List.In (w, h) l -> Rabs h <= 1) ->
    Rabs (q - total l) <= ((1 + u) ^ (length l + 1) - 1) * mass l + underflowed (length l).
  Proof.
    unfold underflowed. induction 1 as [w h w' q [Hw _] Hq | l m a b q Ha IHa Hb IHb Hq | l a w h w' q Ha IHa [Hw _] Hq | l m q P H IH]; intros L.
    - unfold total, mass. simpl. specialize (L w h (or_introl eq_refl)). pose proof (Rabs_pos w). pose proof (Rabs_pos h).
      assert (D : Rabs (w' * h - w * h) <= u * Rabs (w * h) + eta).
      { replace (w' * h - w * h) with ((w' - w) * h) by ring. rewrite !Rabs_mult. pose proof (Rabs_pos (w' - w)). nra. }
      pose proof (rounding _ _ _ _ Hq D) as Q. pose proof (Rabs_pos (w * h)). rewrite !Rplus_0_r. set (x := Rabs (w * h)) in *. clearbody x. clear - Q H1 Hu Heta.
      eapply Rle_trans; [exact Q|]. assert (0 <= u * eta) by nra. assert (0 <= u * u * eta) by nra. nra.
    - rewrite total_app, mass_app, length_app, plus_INR.
      specialize (IHa (fun w h I => L w h (in_or_app _ _ _ (or_introl I)))). specialize (IHb (fun w h I => L w h (in_or_app _ _ _ (or_intror I)))).
      pose proof (computed_some _ _ Ha) as Na. pose proof (computed_some _ _ Hb) as Nb. set (n := length l) in *. set (k := length m) in *.
      assert (D : Rabs (a + b - (total l + total m)) <= ((1 + u) ^ (n + k) - 1) * (mass l + mass m) + (4 * (INR n + INR k) - 2) * (1 + u) ^ (n + k) * eta).
      { replace (a + b - (total l + total m)) with ((a - total l) + (b - total m)) by ring. eapply Rle_trans; [apply Rabs_triang|].
        pose proof (mass_pos l). pose proof (mass_pos m). pose proof (g_mono (n + 1) (n + k) ltac:(lia)). pose proof (g_mono (k + 1) (n + k) ltac:(lia)).
        assert (1 <= INR n) by (apply (le_INR 1); lia). assert (1 <= INR k) by (apply (le_INR 1); lia).
        assert (((1 + u) ^ (n + 1) - 1) * mass l <= ((1 + u) ^ (n + k) - 1) * mass l) by (apply Rmult_le_compat_r; lra).
        assert (((1 + u) ^ (k + 1) - 1) * mass m <= ((1 + u) ^ (n + k) - 1) * mass m) by (apply Rmult_le_compat_r; lra).
        assert ((4 * INR n - 1) * (1 + u) ^ (n + 1) * eta <= (4 * INR n - 1) * (1 + u) ^ (n + k) * eta) by (apply Rmult_le_compat_r; [lra|]; apply Rmult_le_compat_l; lra).
        assert ((4 * INR k - 1) * (1 + u) ^ (k + 1) * eta <= (4 * INR k - 1) * (1 + u) ^ (n + k) * eta) by (apply Rmult_le_compat_r; [lra|]; apply Rmult_le_compat_l; lra).
        lra. }
      pose proof (rounding _ _ _ _ Hq D) as Q. pose proof (total_mass l). pose proof (total_mass m). pose proof (Rabs_triang (total l) (total m)).
      pose proof (mass_pos l). pose proof (mass_pos m).
      assert (u * Rabs (total l + total m) <= u * (mass l + mass m)) by (apply Rmult_le_compat_l; lra).
      rewrite (pow_add _ (n + k)), pow_1. pose proof (g_pos (n + k)) as PG. set (G := (1 + u) ^ (n + k)) in *. clearbody G.
      assert (eta <= G * (1 + u) * eta). { rewrite <- (Rmult_1_l eta) at 1. apply Rmult_le_compat_r; nra. }
      lra.
    - change (total ((w, h) :: l)) with (w * h + total l). change (mass ((w, h) :: l)) with (Rabs (w * h) + mass l). simpl length. rewrite S_INR.
      specialize (IHa (fun w h I => L w h (or_intror I))). specialize (L w h (or_introl eq_refl)). set (n := length l) in *.
      assert (D1 : Rabs (w' * h - w * h) <= u * Rabs (w * h) + eta).
      { replace (w' * h - w * h) with ((w' - w) * h) by ring. rewrite !Rabs_mult. pose proof (Rabs_pos (w' - w)). pose proof (Rabs_pos w). pose proof (Rabs_pos h). nra. }
      assert (D : Rabs (a + w' * h - (w * h + total l)) <= ((1 + u) ^ (n + 1) - 1) * mass l + (4 * INR n - 1) * (1 + u) ^ (n + 1) * eta + (u * Rabs (w * h) + eta)).
      { replace (a + w' * h - (w * h + total l)) with ((a - total l) + (w' * h - w * h)) by ring. eapply Rle_trans; [apply Rabs_triang|]. lra. }
      pose proof (rounding _ _ _ _ Hq D) as Q. pose proof (total_mass l). pose proof (Rabs_triang (w * h) (total l)). pose proof (mass_pos l). pose proof (Rabs_pos (w * h)).
      assert (u * Rabs (w * h + total l) <= u * (Rabs (w * h) + mass l)) by (apply Rmult_le_compat_l; lra).
      replace (Datatypes.S n + 1)%nat with (n + 1 + 1)%nat by lia. rewrite (pow_add _ (n + 1)), pow_1. rewrite pow_add, pow_1 in *. pose proof (g_pos n).
      set (G := (1 + u) ^ n) in *. set (x := Rabs (w * h)) in *. set (y := mass l) in *. set (k := INR n) in *. clearbody G x y k. clear - Hu Heta Q H1 H2 H3 H4.
      assert ((1 + u) * (u * x) <= (G * (1 + u) * (1 + u) - 1 - u) * x).
      { rewrite <- Rmult_assoc. apply Rmult_le_compat_r; [lra|]. assert (1 * ((1 + u) * (1 + u)) <= G * ((1 + u) * (1 + u))) by (apply Rmult_le_compat_r; nra). lra. }
      assert ((1 + u) * eta + eta <= 4 * (G * (1 + u) * (1 + u)) * eta).
      { replace ((1 + u) * eta + eta) with ((2 + u) * eta) by ring. apply Rmult_le_compat_r; [lra|]. assert (1 * ((1 + u) * (1 + u)) <= G * ((1 + u) * (1 + u))) by (apply Rmult_le_compat_r; nra). nra. }
      lra.
    - rewrite <- (total_perm _ _ P), <- (mass_perm _ _ P), <- (Permutation_length P). apply IH. intros w h I. apply (L w h). now apply (Permutation_in _ P).
  Qed.
  Lemma computed_zero l q : computed l q -> (forall w h, List.In (w, h) l -> h = 0) -> q = 0.
  Proof.
    induction 1 as [w h w' q _ [_ Hq] | l m a b q Ha IHa Hb IHb [_ Hq] | l a w h w' q Ha IHa _ [_ Hq] | l m q P H IH]; intros L.
    - apply Hq. rewrite (L w h (or_introl eq_refl)). ring.
    - apply Hq. rewrite IHa, IHb; [ring| |]; intros w h I; apply (L w h), in_or_app; tauto.
    - apply Hq. rewrite IHa, (L w h (or_introl eq_refl)); [ring|]. intros w1 h1 I. apply (L w1 h1). now right.
    - apply IH. intros w h I. apply (L w h). now apply (Permutation_in _ P).
  Qed.

  (* Rows times vectors as such lists *)
  Definition products (w : list R) (h : nat -> R) : list (R * R) := combine w (map h (seq 0 (length w))).
  Lemma products_cons a w h : products (a :: w) h = (a, h 0%nat) :: products w (fun k => h (Datatypes.S k)).
  Proof. unfold products. simpl. f_equal. f_equal. rewrite <- seq_shift, map_map. reflexivity. Qed.
  Lemma products_length w h : length (products w h) = length w.
  Proof. unfold products. rewrite length_combine, length_map, length_seq. lia. Qed.
  Lemma products_total w : forall h, total (products w h) = dot w h.
  Proof. unfold total. induction w as [|a w IH]; intros h; [reflexivity|]. rewrite products_cons. simpl. now rewrite IH. Qed.
  Lemma products_mass w : forall h, mass (products w h) = terms w h.
  Proof. unfold mass, terms. induction w as [|a w IH]; intros h; [reflexivity|]. rewrite products_cons. simpl. rewrite IH, Rabs_mult. reflexivity. Qed.
  Lemma products_in w h a b : List.In (a, b) (products w h) -> exists k, b = h k.
  Proof. intros H. apply in_combine_r in H. apply in_map_iff in H. destruct H as (k & <- & _). now exists k. Qed.

  (* One step of such a program: row by row a sum, and tanh. *)
  Definition computes_step (N : net) (h : nat -> R) (x : column) (h' : nat -> R) : Prop :=
    (forall i, (length (nW N) <= i)%nat -> h' i = 0) /\
    forall i, (i < length (nW N))%nat -> exists z,
      computed (products (row_of (nW N) i) h ++ products (row_of (nU N) i) (bits (fst x) (snd x))) z
      /\ Rabs (h' i - tanh z) <= ut * Rabs (tanh z) + eta /\ (z = 0 -> h' i = 0).
  Definition sized (N : net) : Prop := forall i, (i < length (nW N))%nat -> length (row_of (nW N) i) = length (nW N) /\ length (row_of (nU N) i) = 2%nat.

  Variable A : accuracy.
  Variable N : net.
  Variable e : R.
  Let g := (1 + u) ^ (length (nW N) + 3) - 1.
  Hypothesis HN : sized N.
  Hypothesis He : g * (1 + ut) + ut <= e.
  Hypothesis Hlost : underflowed (length (nW N) + 2) * (1 + ut) + eta <= underflow.
  Hypothesis HA : fading A = Some e.
  Hypothesis Habs : forall i, (i < length (nW N))%nat ->
    g * (l1 (row_of (nW N) i) + l1 (row_of (nU N) i)) + ut + underflow <= absolute A.

  Lemma terms_l1 w : forall h, (forall k, Rabs (h k) <= 1) -> terms w h <= l1 w.
  Proof.
    unfold terms. induction w as [|a w IH]; intros h H; simpl; [lra|]. specialize (IH (fun k => h (Datatypes.S k)) (fun k => H _)).
    specialize (H 0%nat). pose proof (Rabs_pos a). pose proof (Rabs_pos (h 0%nat)). nra.
  Qed.
  Lemma bits_1 a b k : Rabs (bits a b k) <= 1.
  Proof. destruct k as [|[|k]]; simpl; try (rewrite Rabs_R0; lra); [destruct a|destruct b]; rewrite ?Rabs_R1, ?Rabs_R0; lra. Qed.

  Theorem computes_is_program h x h' : (forall k, Rabs (h k) <= 1) -> computes_step N h x h' -> pstep N A h x h'.
  Proof.
    intros Lh [Hout Hin].
    assert (E : forall i, (i < length (nW N))%nat ->
      let M := terms (row_of (nW N) i) h + terms (row_of (nU N) i) (bits (fst x) (snd x)) in
      Rabs (h' i - F N (bits (fst x) (snd x)) h i) <= e * M + underflow /\ Rabs (h' i - F N (bits (fst x) (snd x)) h i) <= g * M + ut + underflow).
    { intros i Hi M. destruct (Hin i Hi) as (z & Hz & Ht & _). destruct (HN i Hi) as [LW LU].
      pose proof (computed_error _ _ Hz) as D. rewrite total_app, mass_app, !products_total, !products_mass, length_app, !products_length, LW, LU in D.
      replace (length (nW N) + 2 + 1)%nat with (length (nW N) + 3)%nat in D by lia. fold g in D.
      assert (L1 : forall w h0, List.In (w, h0) (products (row_of (nW N) i) h ++ products (row_of (nU N) i) (bits (fst x) (snd x))) -> Rabs h0 <= 1).
      { intros w h0 I. apply in_app_or in I. destruct I as [I|I]; apply products_in in I; destruct I as (k & ->); [apply Lh|apply bits_1]. }
      specialize (D L1). unfold F. set (s := dot (row_of (nW N) i) h + dot (row_of (nU N) i) (bits (fst x) (snd x))) in *.
      fold M in D.
      assert (Ls : Rabs s <= M).
      { unfold s, M. eapply Rle_trans; [apply Rabs_triang|]. apply Rplus_le_compat; apply terms_above. }
      pose proof (tanh_abs z) as Tz. pose proof (tanh_lipschitz z s) as TL.
      replace (h' i - tanh s) with ((h' i - tanh z) + (tanh z - tanh s)) by ring. pose proof (Rabs_triang (h' i - tanh z) (tanh z - tanh s)).
      replace z with (s + (z - s)) in Tz at 2 by ring. pose proof (Rabs_triang s (z - s)). pose proof (Rabs_pos s).
      set (d := Rabs (z - s)) in *. pose proof (Rabs_pos s). assert (PL : 0 <= underflowed (length (nW N) + 2)).
      { unfold underflowed. rewrite plus_INR. pose proof (pos_INR (length (nW N))). simpl (INR 2).
        apply Rmult_le_pos; [apply Rmult_le_pos; [lra|]|exact Heta]. pose proof (g_pos (length (nW N) + 2 + 1)). lra. }
      split; (eapply Rle_trans; [eassumption|]).
      2: { assert (ut * Rabs (tanh z) <= ut * 1).
           { apply Rmult_le_compat_l; [exact Hut|]. pose proof (tanh_bound z). apply Rabs_le. lra. }
           assert (0 <= underflowed (length (nW N) + 2) * ut) by (apply Rmult_le_pos; assumption). lra. }
      apply Rle_trans with (d * (1 + ut) + ut * M + eta).
      { assert (ut * Rabs (tanh z) <= ut * (M + d)) by (apply Rmult_le_compat_l; lra). lra. }
      apply Rle_trans with ((g * M + underflowed (length (nW N) + 2)) * (1 + ut) + ut * M + eta); [|assert ((g * (1 + ut) + ut) * M <= e * M) by (apply Rmult_le_compat_r; lra); lra].
      do 2 apply Rplus_le_compat_r. apply Rmult_le_compat_r; lra. }
    assert (Pg : 0 <= g) by (unfold g; pose proof (g_pos (length (nW N) + 3)); lra).
    split; [split|split].
    - intros i Hi. eapply Rle_trans; [apply (E i Hi)|]. eapply Rle_trans; [|apply (Habs i Hi)]. do 2 apply Rplus_le_compat_r. apply Rmult_le_compat_l; [exact Pg|].
      apply Rplus_le_compat; apply terms_l1; [exact Lh|apply bits_1].
    - exact Hout.
    - intros -> ->. apply functional_extensionality. intros i. destruct (Nat.lt_ge_cases i (length (nW N))) as [Hi|Hi]; [|now apply Hout].
      destruct (Hin i Hi) as (z & Hz & _ & H0). apply H0. apply (computed_zero _ _ Hz). intros w h0 I. apply in_app_or in I.
      destruct I as [I|I]; apply products_in in I; destruct I as (k & ->); [reflexivity|]. cbn [fst snd zeros]. now rewrite no_bits.
    - rewrite HA. intros -> i Hi. specialize (E i Hi). cbv zeta in E. destruct E as [E _]. cbn [fst snd zeros] in E.
      replace (terms (row_of (nU N) i) (bits false false)) with 0 in E; [now rewrite Rplus_0_r in E|].
      unfold terms. rewrite no_bits. unfold zero_state. rewrite (dot_ext _ _ zero_state); [symmetry; apply dot_0|intros; apply Rabs_R0].
  Qed.
End Machine.

Section Output.
  Variables u eta : R.
  Hypothesis Hu : 0 <= u <= 1.
  Hypothesis Heta : 0 <= eta.
  Variable A : accuracy.
  Variable N : net.
  Variable e : R.
  Let n := length (vals (nV N)).
  Hypothesis He : (1 + u) ^ (n + 1) - 1 <= e.
  Hypothesis Hlost : underflowed u eta n <= underflow.
  Hypothesis HA : fading A = Some e.
  Hypothesis Habs : ((1 + u) ^ (n + 1) - 1) * l1 (vals (nV N)) + underflow <= absolute A.
  (* The logistic function as a program may compute it: this is all that is asked of it. *)
  Definition decides (o q : R) : Prop := (o <= 0 -> q <= 1 / 2) /\ (o > absolute A -> q > 1 / 2) /\ (Rabs o <= tie -> q = 1 / 2).
  Theorem computes_says h o q : (forall k, Rabs (h k) <= 1) -> computed u eta (products (vals (nV N)) h) o -> decides o q ->
    says N A h (if Rlt_dec (1 / 2) q then true else false).
  Proof.
    intros Lh Ho (D1 & D2 & D3).
    assert (L1 : forall w h0, List.In (w, h0) (products (vals (nV N)) h) -> Rabs h0 <= 1)
      by (intros w h0 I; apply products_in in I; destruct I as (k & ->); apply Lh).
    pose proof (computed_error u eta Hu Heta _ _ Ho L1) as D. rewrite products_total, products_mass, products_length in D. fold n in D.
    assert (P : 0 <= terms (vals (nV N)) h) by (rewrite <- products_mass; apply mass_pos).
    assert (E : Rabs (o - output N h) <= e * terms (vals (nV N)) h + underflow).
    { unfold output. assert (((1 + u) ^ (n + 1) - 1) * terms (vals (nV N)) h <= e * terms (vals (nV N)) h) by (apply Rmult_le_compat_r; assumption). lra. }
    exists o, q. repeat split; trivial.
    - destruct (Rlt_dec _ _); [trivial|discriminate].
    - intros Q. destruct (Rlt_dec _ _); [reflexivity|contradiction].
    - eapply Rle_trans; [exact D|]. eapply Rle_trans; [|exact Habs]. apply Rplus_le_compat; [|exact Hlost]. apply Rmult_le_compat_l; [|now apply terms_l1].
      pose proof (g_pos u Hu (n + 1)). lra.
    - intros ->. apply D3. assert (Zo : o = 0); [|rewrite Zo, Rabs_R0; pose proof tie_pos; lra]. eapply computed_zero; [exact Hu|exact Ho|].
      intros w h0 I. apply products_in in I. now destruct I as (k & ->).
    - rewrite HA. split; assumption.
  Qed.
End Output.

(* Rounding to nearest is such a rounding, however ties are broken; so is one that flushes what it makes to 0 where it is subnormal. *)
Definition fl (emin prec : Z) (choice : Z -> bool) (x : R) : R := round radix2 (FLT_exp emin prec) (Znearest choice) x.
Lemma half_power n : / 2 * bpow radix2 (- n + 1) = bpow radix2 (- n).
Proof. rewrite bpow_plus. change (bpow radix2 1) with 2. field. Qed.
Lemma nearest emin prec choice x : (0 < prec)%Z -> rounded (bpow radix2 (- prec)) (bpow radix2 emin) x (fl emin prec choice x).
Proof.
  intros P. unfold fl. split.
  - destruct (error_N_FLT radix2 emin prec P choice x) as (d & t & Ld & Lt & _ & ->). rewrite half_power in Ld.
    replace (x * (1 + d) + t - x) with (d * x + t) by ring. eapply Rle_trans; [apply Rabs_triang|]. rewrite Rabs_mult.
    apply Rplus_le_compat; [apply Rmult_le_compat_r; [apply Rabs_pos|exact Ld]|]. pose proof (bpow_gt_0 radix2 emin). lra.
  - intros ->. apply round_0. apply valid_rnd_N.
Qed.
Definition flush (least x : R) : R := if Rlt_dec (Rabs x) least then 0 else x.
Lemma flushed emin prec choice x : (0 < prec)%Z ->
  rounded (bpow radix2 (- prec)) (bpow radix2 (emin + prec - 1)) x (flush (bpow radix2 (emin + prec - 1)) (fl emin prec choice x)).
Proof.
  intros P. destruct (nearest emin prec choice x P) as [Q Z]. unfold flush. destruct (Rlt_dec _ _) as [L|L].
  - split; [|trivial]. pose proof (bpow_gt_0 radix2 (- prec)). pose proof (Rabs_pos x). unfold Rminus. rewrite Rplus_0_l, Rabs_Ropp.
    destruct (Rle_or_lt (Rabs x) (bpow radix2 (emin + prec - 1))) as [G|G]; [nra|exfalso; apply (Rlt_not_le _ _ L)].
    apply abs_round_ge_generic; [apply FLT_exp_valid; exact P|apply valid_rnd_N| |lra].
    apply generic_format_bpow. unfold FLT_exp. lia.
  - split; [|exact Z]. eapply Rle_trans; [exact Q|]. apply Rplus_le_compat_l, bpow_le. lia.
Qed.

Lemma pow2 n : bpow radix2 (- Z.of_nat n) = / 2 ^ n.
Proof.
  induction n as [|n IH]; [simpl; field|]. rewrite Nat2Z.inj_succ. replace (- Z.succ (Z.of_nat n))%Z with (- Z.of_nat n + -1)%Z by lia.
  rewrite bpow_plus, IH. change (bpow radix2 (-1)) with (/ 2). pose proof (pow_lt 2 n ltac:(lra)). simpl. field. lra.
Qed.
Lemma power_bound u (n m : nat) : 0 <= u -> (n <= m)%nat -> INR m * u <= 1 -> (1 + u) ^ n <= 1 + INR n * u + (INR m * u) ^ 2.
Proof.
  intros P L B. pose proof (le_INR _ _ L) as I. pose proof (pos_INR n). eapply Rle_trans; [apply gamma; [exact P|nra]|].
  apply Rplus_le_compat_l, pow_incr. split; nra.
Qed.

(* Sizes up to 128, and every format whose roundoff is at most u, where underflow costs at most 2^-126 *)
Section Format.
  Variables u eta ut e : R.
  Variable N : net.
  Let H := length (nW N).
  Hypothesis Hu : 0 <= u <= / 2 ^ 24.
  Hypothesis Heta : 0 <= eta <= / 2 ^ 126.
  Hypothesis Hut : 0 <= ut <= 1.
  Hypothesis He : (INR H + 4) * u * (1 + ut) + ut <= e.
  Hypothesis HH : (H <= 128)%nat.
  Lemma format_power n : (n <= H + 3)%nat -> (1 + u) ^ n - 1 <= (INR H + 4) * u.
  Proof.
    intros L. pose proof (power_bound u n 131 (proj1 Hu) ltac:(lia)) as Q. pose proof (le_INR _ _ L) as I. rewrite plus_INR in I. simpl (INR 3) in I.
    replace (INR 131) with 131 in Q by (rewrite INR_IZR_INZ; reflexivity). assert (U : u <= 1 / 16777216) by lra.
    specialize (Q ltac:(lra)). assert ((131 * u) ^ 2 <= u) by nra. assert (INR n * u <= (INR H + 3) * u) by (apply Rmult_le_compat_r; lra).
    lra.
  Qed.
  Lemma format_error n : (n <= H + 3)%nat -> ((1 + u) ^ n - 1) * (1 + ut) + ut <= e.
  Proof.
    intros L. pose proof (format_power n L). assert (((1 + u) ^ n - 1) * (1 + ut) <= (INR H + 4) * u * (1 + ut)) by (apply Rmult_le_compat_r; lra). lra.
  Qed.
  Lemma format_lost n : (n <= H + 2)%nat -> underflowed u eta n * (1 + ut) + eta <= underflow.
  Proof.
    intros L. unfold underflowed. pose proof (power_bound u (n + 1) 131 (proj1 Hu) ltac:(lia)) as Q.
    replace (INR 131) with 131 in Q by (rewrite INR_IZR_INZ; reflexivity). assert (U : u <= 1 / 16777216) by lra. specialize (Q ltac:(lra)).
    assert (I : INR n <= 130) by (replace 130 with (INR 130) by (rewrite INR_IZR_INZ; reflexivity); apply le_INR; lia).
    assert (I2 : INR (n + 1) <= 131) by (rewrite plus_INR; simpl (INR 1); lra). pose proof (pos_INR n). pose proof (pos_INR (n + 1)).
    assert (G : (1 + u) ^ (n + 1) <= 2) by nra. assert (1 <= (1 + u) ^ (n + 1)) by (apply pow_R1_Rle; lra).
    assert (X : underflow = 65536 * / 2 ^ 126).
    { unfold underflow. replace 126%nat with (110 + 16)%nat by reflexivity. rewrite pow_add. pose proof (pow_lt 2 110 ltac:(lra)). field; lra. }
    rewrite X. assert ((4 * INR n - 1) * (1 + u) ^ (n + 1) <= 519 * 2).
    { destruct (Rle_or_lt (4 * INR n - 1) 0); [nra|]. apply Rmult_le_compat; lra. }
    assert ((4 * INR n - 1) * (1 + u) ^ (n + 1) * eta <= 1038 * eta) by (apply Rmult_le_compat_r; lra).
    assert ((4 * INR n - 1) * (1 + u) ^ (n + 1) * eta * (1 + ut) <= 1038 * eta * (1 + ut)) by (apply Rmult_le_compat_r; lra). nra.
  Qed.

  Variable A : accuracy.
  Hypothesis HN : sized N.
  Hypothesis HV : length (nV N) = H.
  Hypothesis HA : fading A = Some e.
  (* L4: what the certificate's tolerance has to leave for this *)
  Hypothesis Habs : forall i, (i < H)%nat -> (INR H + 4) * u * (l1 (row_of (nW N) i) + l1 (row_of (nU N) i)) + ut + underflow <= absolute A.
  Hypothesis HabsV : (INR H + 4) * u * l1 (vals (nV N)) + underflow <= absolute A.
  Lemma u_small : 0 <= u <= 1. Proof. lra. Qed.
  Theorem format_steps h x h' : (forall k, Rabs (h k) <= 1) -> computes_step u eta ut N h x h' -> pstep N A h x h'.
  Proof.
    apply (computes_is_program u eta ut u_small (proj1 Heta) (proj1 Hut) A N e HN); trivial; [now apply format_error|now apply format_lost|].
    intros i Hi. eapply Rle_trans; [|apply (Habs i Hi)]. do 2 apply Rplus_le_compat_r. apply Rmult_le_compat_r; [|now apply format_power].
    pose proof (l1_pos (row_of (nW N) i)). pose proof (l1_pos (row_of (nU N) i)). lra.
  Qed.
  Theorem format_says h o q : (forall k, Rabs (h k) <= 1) -> computed u eta (products (vals (nV N)) h) o -> decides A o q ->
    says N A h (if Rlt_dec (1 / 2) q then true else false).
  Proof.
    assert (L : length (vals (nV N)) = H) by (unfold vals; rewrite length_map; exact HV).
    apply (computes_says u eta u_small (proj1 Heta) A N e); trivial; rewrite L.
    - pose proof (format_error (H + 1) ltac:(lia)) as Q. pose proof (g_pos u u_small (H + 1)).
      assert (0 <= ((1 + u) ^ (H + 1) - 1) * ut) by (apply Rmult_le_pos; lra). lra.
    - pose proof (format_lost H ltac:(lia)) as Q. destruct (Rle_or_lt (underflowed u eta H) 0); [pose proof underflow_pos; lra|].
      assert (0 <= underflowed u eta H * ut) by (apply Rmult_le_pos; lra). lra.
    - eapply Rle_trans; [|exact HabsV]. apply Rplus_le_compat_r, Rmult_le_compat_r; [apply l1_pos|]. apply format_power. lia.
  Qed.

  (* A whole run: no tanh leads beyond 1, and the bit is 1 where q, for the logistic function, exceeds 1/2. *)
  Definition machine_step (h : nat -> R) (x : column) (h' : nat -> R) : Prop := computes_step u eta ut N h x h' /\ forall k, Rabs (h' k) <= 1.
  Definition machine_says (h : nat -> R) (b : bool) : Prop :=
    exists o q, computed u eta (products (vals (nV N)) h) o /\ decides A o q /\ b = if Rlt_dec (1 / 2) q then true else false.
  Lemma machine_runs w : forall h bs, (forall k, Rabs (h k) <= 1) -> run _ machine_step machine_says h w bs -> run _ (pstep N A) (says N A) h w bs.
  Proof.
    induction w as [|x w IH]; intros h bs Lh Hr; inversion Hr as [|? ? h' b ? bs' [Hs Lh'] (o & q & Ho & Hq & Eb) Hr']; subst; [constructor|].
    econstructor; [exact (format_steps h x h' Lh Hs)|exact (format_says h' o q Lh' Ho Hq)|exact (IH h' bs' Lh' Hr')].
  Qed.
  Theorem machine_adds : adds N A -> forall a b bs, length a = length b ->
    run _ machine_step machine_says zero_state (combine a b ++ [zeros]) bs -> value bs = (value a + value b)%nat.
  Proof.
    intros Ha a b bs L Hr. apply (Ha a b bs L). apply machine_runs; [|exact Hr]. intros k. unfold zero_state. rewrite Rabs_R0. lra.
  Qed.
End Format.

(* Single precision as L4 and L17 take it: 2^-24 an operation, less than 2^-126 where something underflows or is flushed, tanh to 2^-21 of itself.
   So a certificate that covers it has to allow (H + 16) / 2^24 where zeros fade. Double precision, with a tanh exact to 10^-12 of itself, stays below 2^-30. *)
Lemma single_error H : (H <= 128)%nat -> (INR H + 4) * / 2 ^ 24 * (1 + / 2 ^ 21) + / 2 ^ 21 <= (INR H + 16) / 2 ^ 24.
Proof.
  intros L. assert (INR H <= 128) by (replace 128 with (INR 128) by (rewrite INR_IZR_INZ; reflexivity); now apply le_INR).
  replace (2 ^ 24) with 16777216 by ring. replace (2 ^ 21) with 2097152 by ring. lra.
Qed.
Lemma double_error H : (H <= 128)%nat -> (INR H + 4) * / 2 ^ 53 * (1 + / 10 ^ 12) + / 10 ^ 12 <= / 2 ^ 30.
Proof.
  intros L. assert (INR H <= 128) by (replace 128 with (INR 128) by (rewrite INR_IZR_INZ; reflexivity); now apply le_INR).
  replace (2 ^ 53) with 9007199254740992 by ring. replace (10 ^ 12) with 1000000000000 by ring. replace (2 ^ 30) with 1073741824 by ring. lra.
Qed.
Lemma nearest_single choice x : rounded (/ 2 ^ 24) (/ 2 ^ 126) x (fl (-149) 24 choice x).
Proof.
  destruct (nearest (-149) 24 choice x eq_refl) as [Q Z]. split; [|exact Z]. change (- (24))%Z with (- Z.of_nat 24)%Z in Q. rewrite pow2 in Q. rewrite <- (pow2 126).
  eapply Rle_trans; [exact Q|]. apply Rplus_le_compat_l, bpow_le. lia.
Qed.
Lemma flushed_single choice x : rounded (/ 2 ^ 24) (/ 2 ^ 126) x (flush (/ 2 ^ 126) (fl (-149) 24 choice x)).
Proof. rewrite <- (pow2 24), <- (pow2 126). exact (flushed (-149) 24 choice x eq_refl). Qed.
Lemma nearest_double choice x : rounded (/ 2 ^ 53) (/ 2 ^ 126) x (fl (-1074) 53 choice x).
Proof.
  destruct (nearest (-1074) 53 choice x eq_refl) as [Q Z]. split; [|exact Z]. change (- (53))%Z with (- Z.of_nat 53)%Z in Q. rewrite pow2 in Q. rewrite <- (pow2 126).
  eapply Rle_trans; [exact Q|]. apply Rplus_le_compat_l, bpow_le. lia.
Qed.

(* The theorem of a certificate that covers single precision is one about single precision; and one about doubles, which are more exact. *)
Definition within (N : net) (u ut d : R) : Prop := let g := (INR (length (nW N)) + 4) * u in
  (forall i, (i < length (nW N))%nat -> g * (l1 (row_of (nW N) i) + l1 (row_of (nU N) i)) + ut + underflow <= d) /\ g * l1 (vals (nV N)) + underflow <= d.
Theorem single_adds N d : (length (nW N) <= 128)%nat -> sized N -> length (nV N) = length (nW N) ->
  let e := (INR (length (nW N)) + 16) / 2 ^ 24 in let A := {| absolute := d; fading := Some e |} in
  within N (/ 2 ^ 24) (/ 2 ^ 21) d -> adds N A -> forall a b bs, length a = length b ->
  run _ (machine_step (/ 2 ^ 24) (/ 2 ^ 126) (/ 2 ^ 21) N) (machine_says (/ 2 ^ 24) (/ 2 ^ 126) N A) zero_state (combine a b ++ [zeros]) bs ->
  value bs = (value a + value b)%nat.
Proof.
  intros H128 HN HV e A [H1 H2] Ha a b bs L Hr. pose proof (Rinv_0_lt_compat (2 ^ 24) ltac:(lra)). pose proof (Rinv_0_lt_compat (2 ^ 126) ltac:(apply pow_lt; lra)).
  refine (machine_adds (/ 2 ^ 24) (/ 2 ^ 126) (/ 2 ^ 21) e N _ _ _ (single_error _ H128) H128 A HN HV eq_refl H1 H2 Ha a b bs L Hr); lra.
Qed.
Theorem double_adds N d : (length (nW N) <= 128)%nat -> sized N -> length (nV N) = length (nW N) ->
  let e := / 2 ^ 30 in let A := {| absolute := d; fading := Some e |} in
  within N (/ 2 ^ 53) (/ 10 ^ 12) d -> adds N A -> forall a b bs, length a = length b ->
  run _ (machine_step (/ 2 ^ 53) (/ 2 ^ 126) (/ 10 ^ 12) N) (machine_says (/ 2 ^ 53) (/ 2 ^ 126) N A) zero_state (combine a b ++ [zeros]) bs ->
  value bs = (value a + value b)%nat.
Proof.
  intros H128 HN HV e A [H1 H2] Ha a b bs L Hr. pose proof (Rinv_0_lt_compat (2 ^ 126) ltac:(apply pow_lt; lra)).
  refine (machine_adds (/ 2 ^ 53) (/ 2 ^ 126) (/ 10 ^ 12) e N _ _ _ (double_error _ H128) H128 A HN HV eq_refl H1 H2 Ha a b bs L Hr); lra.
Qed.

(* 1/(1 + e^-o) as computed, from an e^-o that errs by at most four units in the last place and is 1 for the least outputs, decides as [decides] asks
   (L4, L9). Another formula for the logistic function has to be looked at in the same way. *)
Section Logistic.
  Variables emin prec : Z.
  Variable choice : Z -> bool.
  Hypothesis Hprec : (4 <= prec)%Z.
  Hypothesis Hemin : (emin <= - prec - 2)%Z.
  Let rnd := fl emin prec choice.
  Let fexp := FLT_exp emin prec.
  Let u := bpow radix2 (- prec).
  Local Instance prec_pos : Prec_gt_0 prec. Proof. unfold Prec_gt_0. lia. Qed.

  Lemma u_range : 0 < u <= 1 / 16.
  Proof.
    split; [apply bpow_gt_0|]. apply Rle_trans with (bpow radix2 (-4)); [apply bpow_le; lia|]. simpl. lra.
  Qed.
  Lemma is_power e : (emin <= e)%Z -> generic_format radix2 fexp (bpow radix2 e).
  Proof. intros H. apply generic_format_bpow. unfold fexp, FLT_exp. lia. Qed.
  Lemma below_2 : generic_format radix2 fexp (2 - 2 * u).
  Proof.
    assert (E : pred radix2 fexp (bpow radix2 1) = 2 - 2 * u).
    { rewrite pred_bpow. unfold fexp, FLT_exp. replace (Z.max (1 - prec) emin) with (- prec + 1)%Z by lia. rewrite bpow_plus. simpl. fold u. lra. }
    rewrite <- E. apply generic_format_pred; [apply FLT_exp_valid; exact prec_pos|]. apply is_power. lia.
  Qed.
  Lemma above_half : generic_format radix2 fexp (1 / 2 + u) /\ pred radix2 fexp (1 / 2 + u) = 1 / 2.
  Proof.
    assert (V : Valid_exp fexp) by (apply FLT_exp_valid; exact prec_pos).
    assert (E : succ radix2 fexp (bpow radix2 (-1)) = 1 / 2 + u).
    { rewrite succ_eq_pos by apply bpow_ge_0. rewrite ulp_bpow. unfold fexp, FLT_exp. replace (Z.max (-1 + 1 - prec) emin) with (- prec)%Z by lia. fold u. simpl. lra. }
    rewrite <- E. pose proof (is_power (-1) ltac:(lia)) as G. split; [now apply generic_format_succ|]. rewrite pred_succ by assumption. simpl. lra.
  Qed.

  Variables o eo : R.            (* the output, and e^-o as computed *)
  Hypothesis exp_above : o <= 0 -> 1 <= eo.
  Hypothesis exp_tie : Rabs o <= tie -> eo = 1.
  Hypothesis exp_near : 0 < o -> 0 <= eo <= exp (- o) * (1 + 4 * u).
  Variable A : accuracy.
  Hypothesis decided : 16 * u <= absolute A.
  Theorem logistic_decides : decides A o (rnd (1 / rnd (1 + eo))).
  Proof.
    assert (V : Valid_exp fexp) by (apply FLT_exp_valid; exact prec_pos). pose proof u_range as Pu.
    assert (G2 : generic_format radix2 fexp 2) by (apply (is_power 1); lia).
    assert (Gh : generic_format radix2 fexp (1 / 2)) by (replace (1 / 2) with (bpow radix2 (-1)) by (simpl; lra); apply is_power; lia).
    split; [|split].
    - intros H. specialize (exp_above H). assert (2 <= rnd (1 + eo)) by (apply round_ge_generic; [exact V|apply valid_rnd_N|exact G2|lra]).
      apply round_le_generic; [exact V|apply valid_rnd_N|exact Gh|]. apply (Rmult_le_reg_r (rnd (1 + eo))); [lra|]. field_simplify; lra.
    - intros H. destruct (exp_near ltac:(lra)) as [P L].
      assert (E : exp (- o) <= 1 / (1 + 16 * u)).
      { rewrite exp_Ropp. unfold Rdiv. rewrite Rmult_1_l. apply Rinv_le_contravar; [lra|]. pose proof (exp_ineq1_le o). lra. }
      assert (L2 : eo <= 1 - 2 * u).
      { apply Rle_trans with (1 / (1 + 16 * u) * (1 + 4 * u)); [eapply Rle_trans; [exact L|apply Rmult_le_compat_r; lra]|].
        apply (Rmult_le_reg_r (1 + 16 * u)); [lra|]. field_simplify; [|lra]. nra. }
      assert (D : rnd (1 + eo) <= 2 - 2 * u) by (apply round_le_generic; [exact V|apply valid_rnd_N|apply below_2|lra]).
      assert (D1 : 1 <= rnd (1 + eo)) by (apply round_ge_generic; [exact V|apply valid_rnd_N|apply (is_power 0); lia|lra]).
      destruct above_half as [Ga Ea]. apply Rlt_le_trans with (1 / 2 + u); [lra|].
      apply round_N_ge_midp; [exact V|exact Ga|]. fold fexp. rewrite Ea. apply Rlt_le_trans with (1 / (2 - 2 * u)).
      + apply (Rmult_lt_reg_r (2 - 2 * u)); [lra|]. field_simplify; [|lra]. nra.
      + unfold Rdiv. rewrite !Rmult_1_l. apply Rinv_le_contravar; lra.
    - intros H. rewrite (exp_tie H). replace (1 + 1) with 2 by ring.
      assert (E : rnd 2 = 2) by (apply round_generic; [apply valid_rnd_N|exact G2]). rewrite E. apply round_generic; [apply valid_rnd_N|exact Gh].
  Qed.
End Logistic.
