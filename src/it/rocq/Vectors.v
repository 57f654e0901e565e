(* Vectors and matrices: rows are lists, vectors are functions from the index, so that no dimension is a side condition.
   Sums of products of intervals enclose those of the reals in them, and Cauchy and Schwarz bounds a form on the unit ball. *)
From Adder Require Export Base Program.
Open Scope R_scope.

Fixpoint sumsq n (x : nat -> R) : R := match n with O => 0 | S n => x 0%nat ^ 2 + sumsq n (fun k => x (S k)) end.
Fixpoint sq (l : list R) : R := match l with [] => 0 | a :: l => a ^ 2 + sq l end.
Fixpoint l1 (l : list R) : R := match l with [] => 0 | a :: l => Rabs a + l1 l end.

Lemma dot_ext l : forall x y, (forall k, x k = y k) -> dot l x = dot l y.
Proof. induction l as [|a l IH]; simpl; intros x y H; [easy|]. rewrite H. f_equal. now apply IH. Qed.
Lemma dot_plus l : forall x y, dot l (fun k => x k + y k) = dot l x + dot l y.
Proof. induction l as [|a l IH]; simpl; intros; [ring|]. rewrite (IH (fun k => x (S k)) (fun k => y (S k))). ring. Qed.
Lemma dot_scale l : forall a x, dot l (fun k => a * x k) = a * dot l x.
Proof. induction l as [|b l IH]; simpl; intros; [ring|]. rewrite (IH a (fun k => x (S k))). ring. Qed.
Lemma dot_app l m : forall x, dot (l ++ m) x = dot l x + dot m (fun k => x (length l + k)%nat).
Proof. induction l as [|b l IH]; simpl; intros; [now rewrite Rplus_0_l|]. rewrite IH. simpl. ring. Qed.
Lemma dot_repeat n : forall x, dot (repeat 0 n) x = 0.
Proof. induction n; simpl; intros; [easy|]. rewrite (IHn (fun k => x (S k))). ring. Qed.
Lemma sumsq_pos n : forall x, 0 <= sumsq n x.
Proof. induction n; simpl; intros; [lra|]. specialize (IHn (fun k => x (S k))). nra. Qed.
Lemma sq_pos l : 0 <= sq l.
Proof. induction l; simpl; [lra|nra]. Qed.
Lemma l1_pos l : 0 <= l1 l.
Proof. induction l; simpl; [lra|]. pose proof (Rabs_pos a). lra. Qed.

(* Cauchy and Schwarz *)
Lemma dot_sq l : forall x s, (forall n, sumsq n x <= s) -> dot l x ^ 2 <= sq l * s.
Proof.
  induction l as [|a l IH]; simpl; intros x s H.
  - specialize (H 0%nat). simpl in H. lra.
  - assert (Ht : forall n, sumsq n (fun k => x (S k)) <= s - x 0%nat ^ 2) by (intros n; specialize (H (S n)); simpl in *; lra).
    specialize (IH _ _ Ht). set (d := dot l _) in *. pose proof (Ht 0%nat) as H0. simpl in H0.
    set (b := x 0%nat) in *. pose proof (sq_pos l). set (q := sq l) in *. clearbody d b q.
    assert (P : 2 * a * b * d <= a ^ 2 * (s - b ^ 2) + q * b ^ 2).
    { assert (0 <= a ^ 2 * (s - b ^ 2) + q * b ^ 2) by nra.
      apply Rsqr_incr_0_var; trivial. unfold Rsqr.
      assert ((a * b) ^ 2 * d ^ 2 <= (a * b) ^ 2 * (q * (s - b ^ 2))) by (apply Rmult_le_compat_l; nra).
      pose proof (pow2_ge_0 (a ^ 2 * (s - b ^ 2) - q * b ^ 2)). nra. }
    nra.
Qed.
Lemma dot_norm l x : (forall n, sumsq n x <= 1) -> Rabs (dot l x) <= sqrt (sq l).
Proof. intros H. pose proof (dot_sq l x 1 H). rewrite <- sqrt_Rsqr_abs. apply sqrt_le_1_alt. unfold Rsqr. nra. Qed.
Lemma dot_l1 l : forall x b, (forall k, Rabs (x k) <= b) -> Rabs (dot l x) <= l1 l * b.
Proof.
  induction l as [|a l IH]; simpl; intros x b H; [rewrite Rabs_R0; lra|].
  specialize (IH (fun k => x (S k)) b (fun k => H (S k))). pose proof (Rabs_triang (a * x 0%nat) (dot l (fun k => x (S k)))).
  rewrite Rabs_mult in *. specialize (H 0%nat). pose proof (Rabs_pos a). nra.
Qed.

(* Rows of intervals *)
Notation rows := (Forall2 (Forall2 has)).
Fixpoint axpy (a : I) (l acc : list I) : list I :=
  match l, acc with
  | x :: l, y :: acc => iadd y (imul a x) :: axpy a l acc
  | [], acc => acc
  | l, [] => map (imul a) l
  end.
Fixpoint comb (w : list I) (r : list (list I)) : list I :=
  match w, r with a :: w, l :: r => axpy a l (comb w r) | _, _ => [] end.
Fixpoint idot (w c : list I) : I :=
  match w, c with a :: w, x :: c => iadd (idot w c) (imul a x) | _, _ => iz end.
Definition isumsq (l : list I) : I := fold_right (fun a s => iadd (isqr a) s) iz l.
Definition isumabs (l : list I) : I := fold_right (fun a s => iadd (iabs a) s) iz l.

Lemma isumsq_ok l r : Forall2 has l r -> isumsq l ∋ sq r.
Proof. induction 1; simpl; [apply iz_ok|]. apply iadd_ok; trivial. now apply isqr_ok. Qed.
Lemma isumabs_ok l r : Forall2 has l r -> isumabs l ∋ l1 r.
Proof. induction 1; simpl; [apply iz_ok|]. apply iadd_ok; trivial. now apply iabs_ok. Qed.
Lemma scale_ok a x l r : a ∋ x -> Forall2 has l r ->
  Forall2 has (map (imul a) l) (map (Rmult x) r) /\ forall v, dot (map (Rmult x) r) v = x * dot r v.
Proof.
  intros Ha H. split.
  - induction H; simpl; constructor; trivial. now apply imul_ok.
  - clear H. induction r as [|b r IH]; simpl; intros; [ring|]. rewrite IH. ring.
Qed.
Lemma axpy_ok a x l lr : a ∋ x -> Forall2 has l lr -> forall acc ar, Forall2 has acc ar ->
  exists r, Forall2 has (axpy a l acc) r /\ forall v, dot r v = x * dot lr v + dot ar v.
Proof.
  intros Ha. induction 1 as [|y yr l lr Hy Hl IH]; intros acc ar H.
  - exists ar. destruct acc; simpl; (split; [assumption|intros; ring]).
  - destruct H as [|z zr acc ar Hz Hacc].
    + destruct (scale_ok a x (y :: l) (yr :: lr) Ha) as [A B]; [now constructor|].
      exists (map (Rmult x) (yr :: lr)). split; [exact A|]. intros. rewrite B. simpl. ring.
    + destruct (IH _ _ Hacc) as (r & Hr & E). exists (zr + x * yr :: r). split.
      * simpl. constructor; trivial. apply iadd_ok; trivial. now apply imul_ok.
      * intros v. simpl. rewrite E. ring.
Qed.
Lemma comb_ok w wr : Forall2 has w wr -> forall m mr, rows m mr ->
  exists r, Forall2 has (comb w m) r /\ forall v, dot r v = dot wr (fun k => dot (nth k mr []) v).
Proof.
  induction 1 as [|a x w wr Ha Hw IH]; intros m mr Hm.
  - exists []. split; [constructor|easy].
  - destruct Hm as [|l lr m mr Hl Hm].
    + exists []. split; [constructor|]. intros. simpl. rewrite (dot_ext wr _ (fun k => 0 * 0)).
      * rewrite dot_scale. ring.
      * intros. simpl. ring.
    + destruct (IH _ _ Hm) as (r & Hr & E). destruct (axpy_ok a x l lr Ha Hl _ _ Hr) as (r' & Hr' & E').
      exists r'. split; [exact Hr'|]. intros. rewrite E', E. reflexivity.
Qed.
Lemma idot_ok w wr : Forall2 has w wr -> forall c cr, Forall2 has c cr -> idot w c ∋ dot wr (fun k => nth k cr 0).
Proof.
  induction 1 as [|a x w wr Ha Hw IH]; intros c cr Hc; simpl; [apply iz_ok|].
  destruct Hc as [|y yr c cr Hy Hc].
  - rewrite (dot_ext wr _ (fun k => 0 * 0)) by (intros; simpl; ring). rewrite dot_scale.
    simpl. rewrite Rmult_0_r, Rmult_0_l, Rplus_0_l. apply iz_ok.
  - simpl. rewrite Rplus_comm. apply iadd_ok; [now apply IH | now apply imul_ok].
Qed.

Definition pts := map pt.
Lemma pts_ok l : Forall2 has (pts l) (vals l).
Proof. induction l; simpl; constructor; trivial. apply pt_ok. Qed.
Lemma ptss_ok l : rows (map pts l) (map vals l).
Proof. induction l; simpl; constructor; trivial. apply pts_ok. Qed.

Definition unit2 (xi : nat -> R) := forall n, sumsq n xi <= 1.
Definition box (b : R) (eta : nat -> R) := forall k, Rabs (eta k) <= b.
Lemma unit2_box xi : unit2 xi -> box 1 xi.
Proof.
  intros H k. assert (G : forall k xi s, (forall n, sumsq n xi <= s) -> xi k ^ 2 <= s).
  { clear. induction k; intros xi s H.
    - specialize (H 1%nat). simpl in *. lra.
    - apply (IHk (fun k => xi (S k))). intros n. specialize (H (S n)). simpl in *. nra. }
  specialize (G k xi 1 H). apply Rsqr_incr_0_var; [|lra]. unfold Rsqr. rewrite <- Rabs_mult. rewrite Rabs_pos_eq; nra.
Qed.
