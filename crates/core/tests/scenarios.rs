//! The rules, told as cases: each text in `scenarios/` is one test, named for the requirement it shows.

mod documents;
mod requirements;
mod runner;
mod walks;

macro_rules! scenarios {
    ($($name:ident => $file:literal),+ $(,)?) => {
        $(#[test]
        fn $name() -> Result<(), String> {
            runner::play($file).map(drop)
        })+

        /// Every text, in the order of this list.
        pub const FILES: &[&str] = &[$($file),+];

        /// Every text in the folder is played.
        #[test]
        fn no_scenario_is_left_out() -> Result<(), String> {
            let folder = std::fs::read_dir(runner::folder()).map_err(|error| error.to_string())?;
            for entry in folder {
                let name = entry.map_err(|error| error.to_string())?.file_name().to_string_lossy().into_owned();
                assert!(FILES.contains(&name.as_str()), "{name} stands in tests/scenarios and is not listed here");
            }
            Ok(())
        }
    };
}

scenarios! {
    r1_what_is_agreed_without_a_report_is_followed_up_as_what_a_report_recommends => "r01_reports_and_settlements.txt",
    r2_a_recommendation_rests_on_a_finding_of_injustice => "r02_rests_on_a_finding.txt",
    r2_where_the_office_may_recommend_on_fault_alone_a_finding_without_injustice_is_enough => "r02_lgsco_without_injustice.txt",
    r3_a_body_may_refuse_with_reasons_and_is_not_treated_as_having_complied => "r03_reasoned_refusal.txt",
    r5_an_obvious_solution_is_proposed_to_the_body => "r05_early_resolution.txt",
    r5_nothing_is_proposed_where_nothing_appears_wrong => "r05_without_a_wrong.txt",
    r6_once_the_body_agrees_the_case_closes_and_monitoring_stays_alive => "r06_agreed_and_closed.txt",
    r6_a_counter_proposal_is_negotiated_and_put_again => "r06_counter_proposal.txt",
    r7_evidence_is_required_and_followed_up_after_an_early_resolution => "r07_follow_up_after_early_resolution.txt",
    r8_an_investigation_may_end_by_discontinuance_on_agreed_action_and_evidence_is_required => "r08_report_or_discontinuance.txt",
    r9_comment_is_always_offered_to_both_before_a_final_decision => "r09_comment_always_offered.txt",
    r10_the_body_answers_each_action_and_its_timescale => "r10_answer_for_each_action.txt",
    r11_the_body_can_share_an_action_with_the_team_that_will_do_it => "r11_shared_with_teams.txt",
    r12_what_is_already_done_need_not_be_recommended => "r12_already_done.txt",
    r13_the_body_proposes_improvements_and_the_discussion_is_logged => "r13_improvements_talked_over.txt",
    r14_the_body_may_be_consulted_before_the_draft => "r14_contact_before_the_draft.txt",
    r15_agreement_must_arrive_within_the_time_set_for_each_party => "r15_within_the_deadline.txt",
    r16_agreement_leads_to_the_final_decision => "r16_agreement_leads_to_decision.txt",
    r17_evidence_dated_before_the_final_decision_warns_unless_early_action_was_agreed => "r17_not_before_the_decision.txt",
    r18_disagreement_needs_reasons => "r18_disagreement_has_reasons.txt",
    r19_reasons_and_comments_are_considered_before_the_decision => "r19_reasons_are_considered.txt",
    r20_a_substantial_change_wants_a_further_draft_and_skipping_it_a_reason => "r20_further_draft.txt",
    r20_beyond_the_usual_number_of_further_drafts_a_manager_is_asked => "r20_manager_sends_a_second_further_draft.txt",
    r21_where_the_body_still_disagrees_a_public_report_is_considered => "r21_public_report_considered.txt",
    r22_the_final_decision_goes_to_complainant_and_body => "r22_decision_to_both.txt",
    r23_the_decision_states_the_agreed_actions_and_by_when => "r23_states_actions_and_dates.txt",
    r24_the_date_is_for_telling_the_office => "r24_for_telling_the_office.txt",
    r24_nothing_goes_out_without_a_date => "r24_no_date_no_draft.txt",
    r25_evidence_is_given_for_each_action_separately => "r25_each_action_separately.txt",
    r26_a_bare_statement_never_satisfies => "r26_statement_never_satisfies.txt",
    r27_a_policy_change_wants_the_policy_and_its_approval => "r27_policy_and_its_approval.txt",
    r28_what_will_prove_it_is_specified_before_the_draft => "r28_evidence_specified.txt",
    r29_what_comes_by_mail_or_hand_is_filed_on_the_day_it_came => "r29_mail_is_evidence.txt",
    r30_a_later_date_is_asked_with_a_good_reason_and_the_caseworker_decides => "r30_extension.txt",
    r30_a_refused_request_leaves_the_date_and_the_chase => "r30_refused_extension.txt",
    r30_a_long_extension_is_for_a_manager => "r30_long_extension.txt",
    r31_the_ladder_goes_on_step_by_step_with_its_distance_after_downtime => "r31_ladder.txt",
    r31_anything_received_or_extended_silences_the_chase => "r31_anything_received.txt",
    r31_chases_can_be_stopped_for_the_office_a_body_and_a_case_and_unfiled_mail_holds_them => "r31_stops.txt",
    r31_a_bounced_chase_is_no_chase => "r31_bounced.txt",
    r31_one_message_chases_all_that_is_due_to_one_body => "r31_one_message.txt",
    r31_a_reminder_goes_before_the_date_or_not_at_all => "r31_reminder.txt",
    r32_evidence_on_each_recommendation_is_considered => "r32_review.txt",
    r33_once_all_is_met_both_are_told_that_the_matter_is_closed => "r33_both_are_told.txt",
    r35_unsatisfactory_evidence_is_explained_and_a_new_date_agreed => "r35_more_is_needed.txt",
    r35_a_new_date_never_takes_time_away => "r35_no_earlier_date.txt",
    r36_for_a_good_reason_the_caseworker_treats_it_as_met_and_tells_both => "r36_good_reason.txt",
    r37_what_is_not_done_without_good_reason_is_considered_for_a_special_report => "r37_special_report_considered.txt",
    r37_time_is_left_until_the_date_whatever_was_sent => "r37_evidence_before_the_date.txt",
    r39_the_guidance_on_remedies_is_considered_with_its_version => "r39_guidance_on_remedies.txt",
    r40_a_remedy_has_a_link_to_the_fault_a_sum_or_formula_and_a_date => "r40_sum_date_and_link.txt",
    r43_guidance_on_frozen_spending_is_looked_at_when_the_body_is_flagged => "r43_frozen_spending.txt",
    r44_a_date_gives_the_coordinator_one_task_that_moves_with_it => "r44_coordinators_tasks.txt",
    r31_chase_goes_once_for_each_date => "r31_chase_goes_once.txt",
    e1_when_the_complainant_dies_somebody_suitable_stands_in_and_nothing_closes_of_itself => "e01_death_and_succession.txt",
    e1_before_the_decision_nothing_goes_out_until_it_is_decided_what_becomes_of_the_case => "e01_death_before_the_decision.txt",
    e2_after_a_withdrawal_before_the_decision_the_case_goes_on_or_ends => "e02_withdrawal_before.txt",
    e2_after_the_decision_what_was_recommended_survives_a_withdrawal => "e02_withdrawal_after.txt",
    e2_a_withdrawn_early_resolution_cannot_be_settled_any_more => "e02_withdrawal_in_early_resolution.txt",
    e3_where_the_complainant_declines_the_offer_must_be_proved => "e03_complainant_declines.txt",
    e4_where_the_complainant_cannot_be_reached_the_offer_stays_open_on_proof_of_the_attempts => "e04_unreachable.txt",
    e5_a_part_payment_does_not_satisfy_and_an_overpayment_is_recorded => "e05_part_payment_and_overpayment.txt",
    e5_the_sum_paid_is_told_before_a_payment_is_met => "e05_sum_must_be_told.txt",
    e6_a_payment_is_set_off_only_where_the_recommendation_allows_it => "e06_set_off.txt",
    e7_where_the_body_offers_more_the_agreed_sum_is_recommended_and_the_original_kept => "e07_more_than_asked.txt",
    e11_several_bodies_each_with_its_own_clock_and_its_own_end => "e11_several_bodies.txt",
    e11_a_body_is_added_once_and_only_if_it_is_known_and_stands => "e11_bodies_are_known_once.txt",
    e12_several_teams_of_one_body_answer_under_one_date => "e12_several_teams.txt",
    e16_a_date_on_a_day_not_worked_moves_by_the_offices_rule_and_chases_wait_for_a_working_day => "e16_day_not_worked.txt",
    e17_a_disputed_receipt_is_ruled_on_by_a_manager_and_the_date_follows_the_ruling => "e17_receipt_disputed.txt",
    e17_a_later_date_that_was_agreed_is_not_taken_away_by_a_receipt => "e17_agreed_date_stands.txt",
    e18_a_date_granted_after_the_first_had_passed_gives_time_but_not_punctuality => "e18_late_extension.txt",
    e18_a_date_granted_before_the_first_passed_is_the_one_that_counts => "e18_granted_in_time.txt",
    e18_an_office_may_measure_lateness_against_the_original_date_always => "e18_original_rule.txt",
    e19_done_in_time_and_told_late_is_met_late => "e19_done_in_time_told_late.txt",
    e20_silence_at_draft_is_not_agreement_and_closes_the_alternative_route => "e20_draft_ignored.txt",
    e21_a_body_that_acts_before_the_decision_is_warned_and_the_action_may_count_as_already_done => "e21_acts_before_the_decision.txt",
    e22_a_refusal_after_agreement_is_marked_as_such => "e22_refusal_after_agreement.txt",
    e22_a_refusal_of_what_was_never_agreed_is_not_marked_so => "e22_refusal_without_agreement.txt",
    e23_what_proves_unachievable_is_ceased_or_replaced_by_a_manager => "e23_cease_and_supersede.txt",
    e23_replaced_and_done_is_complete => "e23_superseded_alone_is_no_failure.txt",
    e27_what_was_reopened_is_awaited_anew_and_old_evidence_does_not_meet_it_again => "e27_reopened.txt",
    e35_an_own_initiative_case_has_no_complainant_and_needs_none => "e35_own_initiative.txt",
    e36_a_recommendation_may_be_for_people_who_never_complained => "e36_for_others.txt",
    e37_already_implemented_still_wants_evidence => "e37_already_implemented.txt",
    e38_each_recommendation_of_one_decision_has_its_own_unit_of_time => "e38_units.txt",
    e39_a_date_that_waits_for_an_event_has_a_backstop => "e39_conditional_date.txt",
    i3_a_clock_from_receipt_runs_from_evidenced_receipt_only => "i03_receipt_anchored.txt",
    i4_an_extension_keeps_who_granted_it_why_and_both_dates => "i04_extension_record.txt",
    i7_an_outcome_that_changes_after_it_was_told_is_told_anew => "i07_restated_after_reopening.txt",
    r37_hywel_dda_201600223_up_to_the_duty_to_consider_a_special_report => "special_report_hywel_dda.txt",
    r37_powys_202001997_up_to_the_duty_to_consider_a_special_report => "special_report_powys.txt",
    r34_the_office_is_measured_and_the_body_is_not_held_up => "r34_slow_office.txt",
    i6_a_case_has_parts_for_the_office_alone => "i06_public_and_private.txt",
    e11_slips_of_the_pen_are_told_what_is_wrong => "slips_of_the_pen.txt",
}
