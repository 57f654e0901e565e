(* The theorem of a certificate: what [accepts] says yes to is right at every width, for every program that Program.v admits.
   Where the certificate has a tube, programs are also asked to be exact relative to the state where zeros fade; without one they are not. *)
From Adder Require Import NotVacuous Checker Cone Tube.
Open Scope R_scope.

(* A tube comes with the relative error that it allows. *)
Definition accepts (N : net) (C : certificate) (tolerance : float) (tube : option (tube_data * float)) : bool :=
  let delta := idiv (pt tolerance) itwo in
  match tube with
  | None => check N C delta (fun _ => false) []
  | Some (B, e) => match slices N B e 4 with None => false | Some ss => check N C delta (enters B 4) ss end
  end.
Definition asked (tolerance : float) (tube : option (tube_data * float)) : accuracy :=
  {| absolute := val tolerance / 2; fading := match tube with None => None | Some (_, e) => Some (val e) end |}.

Lemma half_ok tolerance : idiv (pt tolerance) itwo ∋ val tolerance / 2.
Proof. apply idiv_ok; [apply pt_ok|apply itwo_ok]. Qed.
Lemma adds_by_columns N A : (forall w bs, run _ (pstep N A) (says N A) zero_state w bs -> bs = adder false w) -> adds N A.
Proof.
  intros H a b bs L Hr. rewrite (H _ _ Hr). unfold zeros. rewrite adder_correct.
  assert (E : map fst (combine a b) = a /\ map snd (combine a b) = b).
  { clear - L. revert b L. induction a as [|x a IH]; intros [|y b] L; try discriminate; [now split|]. injection L as L. destruct (IH b L) as [E1 E2]. simpl. now rewrite E1, E2. }
  now destruct E as [-> ->].
Qed.

Theorem accepted N C tolerance tube : accepts N C tolerance tube = true -> adds N (asked tolerance tube).
Proof.
  intros H. apply adds_by_columns. set (A := asked tolerance tube). unfold accepts in H. cbv zeta in H.
  assert (M : forall contains ss, check N C (idiv (pt tolerance) itwo) contains ss = true -> metrics_ok N C = true).
  { intros contains ss E. unfold check in E. destruct (nonneg _); [|discriminate]. now destruct (metrics_ok N C). }
  destruct tube as [[B e]|].
  - destruct (slices N B e 4) as [ss|] eqn:Es; [|discriminate]. pose proof (M _ _ H) as Hm.
    apply (check_sound N C (idiv (pt tolerance) itwo) (enters B 4) ss (val tolerance / 2) (half_ok tolerance) (pstep N A) (says N A)) with (in_tube := in_tube N B e); trivial.
    + apply pstep_abs.
    + apply says_abs.
    + apply pstep_zero.
    + apply says_zero.
    + intros S h. apply enters_ok.
    + intros h Hh. destruct (slices_ok N B e 4 A eq_refl ss Es h Hh) as (S & z & Hin & HS & Hz). exists (S, z). now split.
  - pose proof (M _ _ H) as Hm.
    apply (check_sound N C (idiv (pt tolerance) itwo) (fun _ => false) [] (val tolerance / 2) (half_ok tolerance) (pstep N A) (says N A)) with (in_tube := fun _ => False); trivial.
    + apply pstep_abs.
    + apply says_abs.
    + apply pstep_zero.
    + apply says_zero.
    + discriminate.
    + intros h [].
Qed.
