(* The checker: it follows every word of columns from every ball, and from every slice of a tube, until each has led back.
   What it accepts is right, for every program whose steps and outputs are within delta and that keeps the tube it is told of. *)
From Adder Require Export Induction Reduce Halves.
Open Scope R_scope.

Record certificate := {
  metric : nat -> list (list float) * list (list float);   (* T and a guess of its inverse, by tag *)
  balls : nat -> list (float * list float);                (* radius and centre, by tag *)
  most_steps : nat; halvings : nat }.
Definition tagOf (carry : bool) (x : column) : nat := 4 * Nat.b2n carry + Nat.b2n (fst x) + 2 * Nat.b2n (snd x).

(* L9 *)
Definition bit_ok (N : net) (delta : I) (S : set) (b : bool) : bool :=
  let f := affine' (prepare' S) (nV N) in let o := iadd (pt (ez f)) (sym (spread' f)) in
  if b then positive (isub o (iadd delta delta)) else positive (isub (ineg o) delta).
Lemma bit_ok_ok N delta d S b h o : delta ∋ d -> In S h -> bit_ok N delta S b = true -> Rabs (o - output N h) <= d ->
  if b then o > d else o <= 0.
Proof.
  intros Hd (xi & eta & beta & Hx & He & Hb & Hh) H Lo. unfold bit_ok in H.
  pose proof (spread'_ok _ xi eta _ Hx He (affine'_ok S xi eta beta h (nV N) Hx He Hb Hh)) as Hy. unfold output in Lo.
  set (y := dot (vals (nV N)) h) in *. unfold Rabs in Lo. destruct b.
  - pose proof (positive_ok _ _ H (isub_ok _ _ _ _ Hy (iadd_ok _ _ _ _ Hd Hd))). destruct (Rcase_abs (o - y)); lra.
  - pose proof (positive_ok _ _ H (isub_ok _ _ _ _ (ineg_ok _ _ Hy) Hd)). destruct (Rcase_abs (o - y)); lra.
Qed.

(* Which ball to try, and which way to cut: guesses, trusted by nobody *)
Definition apart (fs : list fform) (tc : list I) : float :=
  PrimFloat.sqrt (fold_right (fun q s => let d := PrimFloat.sub (ez (fst q)) (mid (snd q)) in PrimFloat.add (PrimFloat.mul d d) s) PrimFloat.zero (combine fs tc)).
Definition roomiest {A} (fs : list fform) (l : list ((float * A) * list I)) : option ((float * A) * list I) :=
  snd (fold_right (fun b best => let room := PrimFloat.sub (fst (fst b)) (apart fs (snd b)) in
                                 if PrimFloat.ltb (fst best) room then (room, Some b) else best) (PrimFloat.zero, None) l).
Definition longest (a : list (list float)) : list float :=
  let g := fgram a in
  let unit v := let n := PrimFloat.sqrt (fdot v v) in map (fun x => PrimFloat.div x n) v in
  Nat.iter 16 (fun v => unit (map (fun r => fdot r v) g)) (map (fun r => fabs1 r) g).
Lemma roomiest_in {A} fs (l : list ((float * A) * list I)) b : roomiest fs l = Some b -> List.In b l.
Proof.
  unfold roomiest. generalize PrimFloat.zero. intros z. induction l as [|a l IH]; simpl; [discriminate|].
  destruct (PrimFloat.ltb _ _); simpl; [intros E; left; congruence|right; now apply IH].
Qed.

Section Check.
  Variable N : net.
  Variable C : certificate.
  Variable delta : I.
  Variable contains : set -> bool.               (* in the tube; asked for tag 0 only *)
  Variable slices : list (set * bool).           (* of the tube; true: column 00 is dealt with *)
  Definition columns : list column := [(false, false); (true, false); (false, true); (true, true)].

  (* Each ball with T c, computed once *)
  Definition prepared := list ((float * list float) * list I).
  Definition table : list prepared :=
    map (fun tag => map (fun b => (b, image (fst (metric C tag)) (snd b))) (balls C tag)) (seq 0 8).
  Fixpoint held (tab : list prepared) (n : nat) (tag : nat) (S : set) : bool :=
    if (if (tag =? 0)%nat then contains S else false) then true else
    let fs := forms (fst (metric C tag)) S in
    if match roomiest fs (nth tag tab []) with None => false | Some b => within 4 fs (snd b) (fst (fst b)) end then true else
    match n with
    | O => false
    | Datatypes.S n => match halve (longest (map ea fs)) S with
        | None => false
        | Some (S1, S2) => if held tab n tag S1 then held tab n tag S2 else false end
    end.
  Definition full (S : set) : bool := (Nat.max 128 (4 * length (nW N)) <? length (hd [] (sg S)))%nat.
  (* The next set, its order reduced where it has too many generators *)
  Definition follow (x : column) (tag : nat) (S : set) : option set :=
    match step N delta (fst x) (snd x) S with
    | None => None
    | Some S' => if full S' then reduce (fst (metric C tag)) (snd (metric C tag)) S' else Some S' end.
  (* Returns how many steps are left of [budget]; None if one of the words leads nowhere. *)
  Fixpoint expand (tab : list prepared) (depth : nat) (xs : list column) (budget : nat) (c : bool) (S : set) : option nat :=
    match depth with
    | O => None
    | Datatypes.S depth => (fix all (xs : list column) (budget : nat) : option nat :=
        match xs, budget with
        | [], _ => Some budget
        | _, O => None
        | x :: xs, Datatypes.S budget =>
            let c' := carryOf c x in let tag := tagOf c' x in
            match follow x tag S with
            | None => None
            | Some S' => if bit_ok N delta S' (bitOf c x) then
                if held tab (halvings C) tag S' then all xs budget else
                match expand tab depth columns budget c' S' with None => None | Some budget => all xs budget end
              else None
            end
        end) xs budget
    end.
  Definition followed_from (tab : list prepared) (xs : list column) (c : bool) (S : set) : bool :=
    match expand tab 40 xs (most_steps C) c S with None => false | Some _ => true end.
  Definition nothing : set := {| sc := []; sm := []; sg := []; sb := PrimFloat.zero |}.
  Definition starts (tab : list prepared) : bool := forallb (fun x : column => match step N delta (fst x) (snd x) nothing with
        | None => false
        | Some S' => if bit_ok N delta S' (bitOf false x) then held tab (halvings C) (tagOf (carryOf false x) x) S' else false end) (tl columns).
  Definition follows (tab : list prepared) (cx : bool * column) : bool :=
    let tag := tagOf (fst cx) (snd cx) in let T := fst (metric C tag) in let X := snd (metric C tag) in
    forallb (fun b => match ball T X (snd b) (fst b) with
      | None => false | Some s => followed_from tab columns (fst cx) s end) (balls C tag).
  Definition slices_follow (tab : list prepared) : bool :=
    forallb (fun s : set * bool => followed_from tab (if snd s then tl columns else columns) false (fst s)) slices.
  (* X is nearly the inverse of T, for every tag; tags 3 and 4 do not occur and have no balls. *)
  Definition metrics_ok : bool := forallb (fun tag =>
      if ((tag =? 3) || (tag =? 4))%nat then (length (balls C tag) =? 0)%nat else
      if inverse (fst (metric C tag)) (snd (metric C tag)) then (length (fst (metric C tag)) =? length (nW N))%nat else false) (seq 0 8).
  Definition check : bool :=
    let tab := table in
    if nonneg delta then if metrics_ok then if starts tab then if slices_follow tab then forallb (follows tab) (list_prod [false; true] columns)
    else false else false else false else false.

  Variable d : R.
  Hypothesis Hd : delta ∋ d.
  Variable pstep : (nat -> R) -> column -> (nat -> R) -> Prop.
  Variable says : (nat -> R) -> bool -> Prop.
  Hypothesis program_steps : forall h x h', pstep h x h' -> steps_to N d h (bits (fst x) (snd x)) h'.
  Hypothesis program_says : forall h b, says h b -> exists o, Rabs (o - output N h) <= d /\ (o <= 0 -> b = false) /\ (o > d -> b = true).
  Hypothesis program_stays : forall h', pstep zero_state zeros h' -> h' = zero_state.
  Hypothesis program_says_0 : forall b, says zero_state b -> b = false.
  Variable in_tube : (nat -> R) -> Prop.
  Let beyond (h : nat -> R) := forall k, (length (nW N) <= k)%nat -> h k = 0.
  Hypothesis contains_ok : forall S h, contains S = true -> In S h -> beyond h -> in_tube h.
  Hypothesis slices_ok : forall h, in_tube h -> exists s, List.In s slices /\ In (fst s) h
    /\ (snd s = true -> forall h', pstep h zeros h' -> in_tube h' /\ forall b, says h' b -> b = false).

  Let K (c : bool) (h : nat -> R) : Prop := beyond h /\
    ((exists x b, List.In b (balls C (tagOf c x)) /\ in_ball (fst (metric C (tagOf c x))) (fst b) (snd b) h) \/ (c = false /\ in_tube h)).

  Lemma columns_all x : List.In x columns.
  Proof. destruct x as [[] []]; simpl; tauto. Qed.
  Lemma tag_small c x : (tagOf c x < 8)%nat.
  Proof. destruct c, x as [[] []]; unfold tagOf; simpl; lia. Qed.
  Lemma table_nth tag : (tag < 8)%nat -> nth tag table [] = map (fun b => (b, image (fst (metric C tag)) (snd b))) (balls C tag).
  Proof. intros H. do 8 (destruct tag; [reflexivity|]). lia. Qed.
  Lemma says_right S c h x b : In S h -> bit_ok N delta S (bitOf c x) = true -> says h b -> b = bitOf c x.
  Proof.
    intros HS H Hs. destruct (program_says h b Hs) as (o & Lo & Z & P). pose proof (bit_ok_ok _ _ _ _ _ _ _ Hd HS H Lo) as B.
    destruct (bitOf c x); auto.
  Qed.
  Lemma held_ok n c x : forall S h, held table n (tagOf c x) S = true -> In S h -> beyond h -> K c h.
  Proof.
    pose proof (tag_small c x) as Ht.
    induction n as [|n IH]; intros S h H HS Hout; cbn [held] in H;
      (destruct (if (tagOf c x =? 0)%nat then contains S else false) eqn:Et;
       [destruct (tagOf c x =? 0)%nat eqn:E0; [|discriminate]; split; [exact Hout|]; right; apply Nat.eqb_eq in E0;
        split; [destruct c; [unfold tagOf in E0; simpl in E0; lia|reflexivity]|exact (contains_ok _ _ Et HS Hout)]|]);
      (set (fs := forms _ S) in *; destruct (match roomiest _ _ with None => false | Some _ => _ end) eqn:Eb;
       [destruct (roomiest _ _) as [b|] eqn:Er in Eb; [|discriminate]; apply roomiest_in in Er; rewrite (table_nth _ Ht) in Er;
        apply in_map_iff in Er; destruct Er as (b' & <- & Hb); split; [exact Hout|]; left; exists x, b'; split; [exact Hb|];
        exact (within_ok 4 _ S h _ _ HS Eb)|]); [discriminate|].
    destruct (halve _ S) as [[S1 S2]|] eqn:Eh; [|discriminate]. destruct (held table n _ S1) eqn:E1; [|discriminate].
    destruct (halve_ok _ _ _ _ _ Eh HS) as [H1|H2]; [exact (IH S1 h E1 H1 Hout)|exact (IH S2 h H H2 Hout)].
  Qed.
  Hypothesis metrics : metrics_ok = true.
  Lemma metric_ok tag : (tag < 8)%nat -> tag <> 3%nat -> tag <> 4%nat ->
    inverse (fst (metric C tag)) (snd (metric C tag)) = true /\ length (fst (metric C tag)) = length (nW N).
  Proof.
    intros H N3 N4. pose proof metrics as M. unfold metrics_ok in M. rewrite forallb_forall in M. specialize (M tag ltac:(apply in_seq; lia)).
    apply Nat.eqb_neq in N3, N4. rewrite N3, N4 in M. cbn [orb] in M. destruct (inverse _ _); [|discriminate]. now apply Nat.eqb_eq in M.
  Qed.
  Lemma ball_tag tag b : (tag < 8)%nat -> List.In b (balls C tag) -> tag <> 3%nat /\ tag <> 4%nat.
  Proof.
    intros H Hb. pose proof metrics as M. unfold metrics_ok in M. rewrite forallb_forall in M. specialize (M tag ltac:(apply in_seq; lia)).
    split; intros ->; cbn [Nat.eqb orb] in M; destruct (balls C _); [destruct Hb|discriminate|destruct Hb|discriminate].
  Qed.
  Lemma follow_ok c x S S' h h' : follow x (tagOf (carryOf c x) x) S = Some S' -> In S h -> pstep h x h' -> In S' h' /\ beyond h'.
  Proof.
    intros E HS Hp. pose proof (program_steps _ _ _ Hp) as Hst. split; [|exact (proj2 Hst)]. unfold follow in E.
    destruct (step _ _ _ _ S) as [S1|] eqn:E1; [|discriminate]. pose proof (step_ok N delta d _ _ S S1 h h' Hd HS E1 Hst) as H1.
    destruct (full S1); [|congruence]. refine (reduce_ok _ _ _ _ _ (proj1 (metric_ok _ (tag_small _ x) _ _)) H1 E); destruct c, x as [[] []]; discriminate.
  Qed.

  (* What [expand] has done for one set and some columns *)
  Let goes (c : bool) (S : (nat -> R) -> Prop) (x : column) := exists S' : (nat -> R) -> Prop,
    (forall h h', S h -> pstep h x h' -> S' h') /\ (forall h b, S' h -> says h b -> b = bitOf c x)
    /\ ((forall h, S' h -> K (carryOf c x) h) \/ followed _ pstep says K (carryOf c x) S').
  Lemma expand_ok : forall depth xs budget c S left, expand table depth xs budget c S = Some left -> forall x, List.In x xs -> goes c (In S) x.
  Proof.
    induction depth as [|depth IH]; intros xs budget c S left H; [discriminate|]. cbn [expand] in H. revert budget H.
    induction xs as [|y xs IHxs]; intros budget H x Hin; [destruct Hin|]. destruct budget as [|budget]; [discriminate|].
    destruct (follow y _ S) as [S'|] eqn:Ef; [|discriminate]. destruct (bit_ok _ _ _ _) eqn:Eb; [|discriminate].
    assert (Now : (forall h, In S' h /\ beyond h -> K (carryOf c y) h) \/ followed _ pstep says K (carryOf c y) (fun h => In S' h /\ beyond h) -> goes c (In S) y).
    { intros A. exists (fun h => In S' h /\ beyond h). split; [|split; [|exact A]].
      - intros h h' HS Hp. exact (follow_ok c y S S' h h' Ef HS Hp).
      - intros h b [HS _] Hs. exact (says_right S' c h y b HS Eb Hs). }
    destruct (held _ _ _ S') eqn:Eh.
    - destruct Hin as [<- | Hin]; [|exact (IHxs _ H x Hin)]. apply Now. left. intros h [HS Hout]. exact (held_ok _ _ _ _ _ Eh HS Hout).
    - destruct (expand table depth columns budget _ S') as [budget'|] eqn:Ee; [|discriminate].
      destruct Hin as [<- | Hin]; [|exact (IHxs _ H x Hin)]. apply Now. right. constructor. intros x.
      destruct (IH _ _ _ _ _ Ee x (columns_all x)) as (Q & Q1 & Q2 & Q3). exists Q. split; [|split; [exact Q2|exact Q3]].
      intros h h' [HS _]. now apply Q1.
  Qed.

  Theorem check_sound : check = true -> forall w bs, run _ pstep says zero_state w bs -> bs = adder false w.
  Proof.
    unfold check. destruct (nonneg delta) eqn:Pd; [|discriminate]. rewrite metrics. destruct (starts table) eqn:Hs; [|discriminate].
    destruct (slices_follow table) eqn:Hsl; [|discriminate]. intros Hf. pose proof (nonneg_ok _ _ Pd Hd) as Pd'.
    apply (every_bit_is_right _ _ _ _) with (K := K).
    - exact program_stays.
    - exact program_says_0.
    - intros c h [Hout [(x & b & Hb & Hh) | [-> Ht]]].
      + rewrite forallb_forall in Hf. specialize (Hf (c, x)).
        assert (Hin : List.In (c, x) (list_prod [false; true] columns)) by (clear; apply in_prod; [destruct c; simpl; tauto|apply columns_all]).
        specialize (Hf Hin). unfold follows in Hf. cbn [fst snd] in Hf. rewrite forallb_forall in Hf. specialize (Hf b Hb).
        destruct (ball _ _ _ _) as [S|] eqn:Eb; [|discriminate]. unfold followed_from in Hf. destruct (expand _ _ _ _ _ _) eqn:Ee; [|discriminate].
        destruct (ball_tag _ _ (tag_small c x) Hb) as [N3 N4]. destruct (metric_ok _ (tag_small c x) N3 N4) as [HI HL].
        exists (In S). split; [|constructor; intros y; exact (expand_ok _ _ _ _ _ _ Ee y (columns_all y))].
        apply (ball_ok _ _ _ _ _ _ HI Eb Hh). rewrite HL. exact Hout.
      + destruct (slices_ok h Ht) as ([s z] & Hin & HS & Hz). unfold slices_follow in Hsl. rewrite forallb_forall in Hsl. specialize (Hsl _ Hin). cbn [fst snd] in *.
        unfold followed_from in Hsl. destruct (expand _ _ _ _ _ _) eqn:Ee in Hsl; [|discriminate].
        exists (fun g => g = h). split; [reflexivity|]. constructor. intros y.
        destruct (z && match y with (false, false) => true | _ => false end) eqn:Ez.
        * rewrite andb_true_iff in Ez. destruct Ez as [-> Ey]. destruct y as [[] []]; try discriminate.
          exists (fun h' => beyond h' /\ in_tube h' /\ forall b, says h' b -> b = false). split; [|split].
          -- intros g g' -> Hp. destruct (Hz eq_refl g' Hp) as [T1 T2]. split; [exact (proj2 (program_steps _ _ _ Hp))|]. now split.
          -- intros g b (_ & _ & Hb). now apply Hb.
          -- left. intros g (Og & Tg & _). split; [exact Og|]. right. split; [reflexivity|exact Tg].
        * destruct (expand_ok _ _ _ _ _ _ Ee y) as (Q & Q1 & Q2 & Q3).
          { clear - Ez. destruct z; [|apply columns_all]. destruct y as [[] []]; try discriminate Ez; simpl; tauto. }
          exists Q. split; [|split; [exact Q2|exact Q3]]. intros g g' ->. now apply Q1.
    - intros x h' Hx Hp. pose proof (program_steps _ _ _ Hp) as Hst. unfold starts in Hs. rewrite forallb_forall in Hs.
      assert (Hin : List.In x (tl columns)) by (clear - Hx; destruct x as [[] []]; simpl; try tauto; now destruct Hx).
      specialize (Hs x Hin). destruct (step _ _ _ _ _) as [S'|] eqn:Es; [|discriminate]. destruct (bit_ok _ _ _ _) eqn:Hb; [|discriminate].
      assert (I0 : In nothing zero_state).
      { exists (fun _ => 0), (fun _ => 0), (fun _ => 0). split; [intros n; induction n; simpl; [lra|]; rewrite Rmult_0_l, Rplus_0_l; exact IHn|].
        split; [intros k; rewrite Rabs_R0; lra|]. split; [intros k; rewrite Rabs_R0; unfold nothing; simpl sb; rewrite val_0; lra|].
        intros k. unfold at_, zero_state. simpl. destruct k; simpl; ring. }
      pose proof (step_ok N delta d _ _ _ _ _ _ Hd I0 Es Hst) as Hin'. split.
      + intros b Hsay. exact (says_right _ false _ _ _ Hin' Hb Hsay).
      + exact (held_ok _ _ _ _ _ Hs Hin' (proj2 Hst)).
  Qed.
End Check.
