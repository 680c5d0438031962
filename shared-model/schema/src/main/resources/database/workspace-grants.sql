-- What the role of a county may do with its tables, and what their owner may not; every table stands in exactly one of the lists (a test checks it).
-- {role} is replaced by the checked role name; runs as kk_owner with search_path on the workspace.
GRANT SELECT, INSERT, UPDATE, DELETE ON concept_chapter, concept_topic TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON
  directory_organisation, directory_spelling, concept_measure_detail, concept_measure_body, concept_measure_cost
  TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON monitoring_setting, monitoring_scope, monitoring_evidence TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON monitoring_round, monitoring_asked, monitoring_link, monitoring_reply TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON monitoring_narrative, publication_setting TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON
  identity_account, identity_second_factor, identity_recovery_code, identity_remembered_device, identity_setting, identity_session, identity_ticket, identity_subject, identity_notice, home_digest, participation_conference, participation_suggestion, mail_outbox, concept, concept_version, concept_section, concept_goal,
  concept_measure, concept_goal_measure, concept_text_block, concept_lineage, concept_editor, concept_smart, concept_profile,
  concept_profile_name, concept_retrospect, concept_bin, concept_writing, concept_not_double, importing_upload, importing_taken,
  monitoring_light,
  situation_series, situation_reading, situation_indicator, situation_figure, situation_figure_value
  TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON workflow_process, workflow_step, workflow_template, workflow_reminder, home_calendar_link TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON participation_comment_round, participation_invitee, participation_contribution TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON onboarding_answer, onboarding_stakeholder, onboarding_contact, onboarding_created, onboarding_checklist TO {role};
GRANT SELECT, INSERT, UPDATE ON catalogue_choice TO {role};
-- The end of the chain moves on and never goes.
GRANT SELECT, INSERT, UPDATE ON audit_head TO {role};
-- The owner, which the console can become, cannot change by mistake or by injection what was written: only who grants it back on purpose.
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM kk_owner;
-- Append-only: what is written here stays.
GRANT SELECT, INSERT ON audit_entry, monitoring_assessment, monitoring_stand, monitoring_override, concept_version_step, concept_field_change TO {role};
GRANT SELECT, INSERT ON onboarding_answer_change, workflow_step_change TO {role};
GRANT SELECT, INSERT ON publication_release TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON committee, committee_seat_rule, committee_rule_organisation, committee_person, committee_term TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON meeting, meeting_item, meeting_participant, meeting_template, meeting_remark TO {role};
-- Minutes stay as they went out and as they were approved.
GRANT SELECT, INSERT ON meeting_minutes TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON resolution_paper, resolution_part, resolution_point, resolution_consultation, resolution_decision, resolution_measure TO {role};
-- What was sent with a paper stays as it was sent, and a result that was wrong stays beside what corrects it.
GRANT SELECT, INSERT ON resolution_attachment, resolution_correction TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON oparl_setting, oparl_committee, oparl_object, oparl_reference TO {role};
