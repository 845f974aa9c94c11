//! The rules, told as cases: each text in `scenarios/` is one test, named for the requirement it shows.

mod runner;

macro_rules! scenarios {
    ($($name:ident => $file:literal),+ $(,)?) => {
        $(#[test]
        fn $name() -> Result<(), String> {
            runner::play($file)
        })+

        /// Every text in the folder is played.
        #[test]
        fn no_scenario_is_left_out() -> Result<(), String> {
            let listed = [$($file),+];
            let folder = std::fs::read_dir(runner::folder()).map_err(|error| error.to_string())?;
            for entry in folder {
                let name = entry.map_err(|error| error.to_string())?.file_name().to_string_lossy().into_owned();
                assert!(listed.contains(&name.as_str()), "{name} stands in tests/scenarios and is not listed here");
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
}
