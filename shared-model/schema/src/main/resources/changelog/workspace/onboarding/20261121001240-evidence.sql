--liquibase formatted sql
--changeset kreiskonzept:onboarding-evidence
-- What proves an answer, by kind as JSON: the address of a file or page; committee, date and number of a resolution.
ALTER TABLE onboarding_answer ADD COLUMN evidence text NOT NULL DEFAULT '{}';
ALTER TABLE onboarding_answer_change ADD COLUMN evidence text NOT NULL DEFAULT '{}';
