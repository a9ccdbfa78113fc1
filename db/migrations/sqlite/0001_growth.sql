CREATE TABLE `calendar_feeds` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_token` ON `calendar_feeds` (`token_hash`);--> statement-breakpoint
CREATE TABLE `review_grants` (
	`person_id` integer NOT NULL,
	`subject` text NOT NULL,
	`record_id` integer NOT NULL,
	`vendor_id` integer NOT NULL,
	`granted_by` integer,
	`granted_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`granted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_grants_once` ON `review_grants` (`person_id`,`subject`,`record_id`);--> statement-breakpoint
CREATE INDEX `review_grants_record` ON `review_grants` (`subject`,`record_id`);--> statement-breakpoint
CREATE TABLE `clause_requirements` (
	`id` integer PRIMARY KEY NOT NULL,
	`clause_id` integer NOT NULL,
	`service_id` integer,
	`market_id` integer,
	`from_data` text,
	`is_required` integer NOT NULL,
	`reason_en` text NOT NULL,
	`reason_zh` text NOT NULL,
	`source` text,
	`with_product` integer DEFAULT false NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`clause_id`) REFERENCES `clauses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`market_id`) REFERENCES `markets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `clause_requirements_clause` ON `clause_requirements` (`clause_id`);--> statement-breakpoint
CREATE TABLE `clause_texts` (
	`id` integer PRIMARY KEY NOT NULL,
	`clause_id` integer NOT NULL,
	`version` integer NOT NULL,
	`text_en` text NOT NULL,
	`text_zh` text NOT NULL,
	`reason` text,
	`created_at` text NOT NULL,
	`created_by` integer,
	FOREIGN KEY (`clause_id`) REFERENCES `clauses`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `clause_texts_version` ON `clause_texts` (`clause_id`,`version`);--> statement-breakpoint
CREATE TABLE `clauses` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`group` text NOT NULL,
	`position` integer NOT NULL,
	`name_en` text NOT NULL,
	`name_zh` text NOT NULL,
	`protects_en` text NOT NULL,
	`protects_zh` text NOT NULL,
	`look_for_en` text NOT NULL,
	`look_for_zh` text NOT NULL,
	`with_product` integer DEFAULT false NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `clauses_code` ON `clauses` (`code`);--> statement-breakpoint
CREATE TABLE `contract_clauses` (
	`id` integer PRIMARY KEY NOT NULL,
	`contract_id` integer NOT NULL,
	`clause_id` integer NOT NULL,
	`state` text NOT NULL,
	`compared_with` integer,
	`place` text,
	`text` text,
	`reason` text,
	`checked_at` text NOT NULL,
	`checked_by` integer,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`clause_id`) REFERENCES `clauses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_clauses_clause` ON `contract_clauses` (`contract_id`,`clause_id`);--> statement-breakpoint
CREATE TABLE `contract_data` (
	`contract_id` integer PRIMARY KEY NOT NULL,
	`data_kind` text NOT NULL,
	`worked_on_in` text NOT NULL,
	`mechanisms` text NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `amendments` (
	`id` integer PRIMARY KEY NOT NULL,
	`contract_id` integer NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`effective_from` text,
	`reason` text,
	`changes` text NOT NULL,
	`proposed_by` integer,
	`proposed_by_name` text,
	`proposed_at` text,
	`decided_by` integer,
	`decided_by_name` text,
	`decided_at` text,
	`remarks` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `amendments_number` ON `amendments` (`contract_id`,`number`);--> statement-breakpoint
CREATE TABLE `contract_steps` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`contract_id` integer NOT NULL,
	`step` text NOT NULL,
	`person_id` integer,
	`person_name` text NOT NULL,
	`role` text,
	`remarks` text,
	`at` text NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `contract_steps_contract` ON `contract_steps` (`contract_id`,`sequence`);--> statement-breakpoint
CREATE TABLE `contract_versions` (
	`id` integer PRIMARY KEY NOT NULL,
	`contract_id` integer NOT NULL,
	`version` integer NOT NULL,
	`effective_from` text NOT NULL,
	`document` text NOT NULL,
	`amendment_id` integer,
	`reason` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_versions_number` ON `contract_versions` (`contract_id`,`version`);--> statement-breakpoint
CREATE TABLE `contract_volumes` (
	`contract_id` integer NOT NULL,
	`period` integer NOT NULL,
	`volume` text NOT NULL,
	PRIMARY KEY(`contract_id`, `period`),
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `check_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`check_id` integer NOT NULL,
	`at` text NOT NULL,
	`kind` text NOT NULL,
	`person_id` integer,
	`result` text,
	`text` text,
	`by_portal` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`check_id`) REFERENCES `due_diligence_checks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `check_events_check` ON `check_events` (`check_id`,`id`);--> statement-breakpoint
CREATE TABLE `check_evidence` (
	`id` integer PRIMARY KEY NOT NULL,
	`check_id` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`url` text,
	`note` text,
	`added_by` integer,
	`added_at` text NOT NULL,
	FOREIGN KEY (`check_id`) REFERENCES `due_diligence_checks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`added_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `check_evidence_check` ON `check_evidence` (`check_id`);--> statement-breakpoint
CREATE TABLE `due_diligence_checks` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`result` text,
	`finding` text,
	`reviewer_id` integer,
	`reviewed_on` text,
	`expires_on` text,
	`signed_off_by` integer,
	`signed_off_at` text,
	`opened_at` text NOT NULL,
	`settled_at` text,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reviewer_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_off_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `due_diligence_checks_vendor` ON `due_diligence_checks` (`vendor_id`,`kind`);--> statement-breakpoint
CREATE INDEX `due_diligence_checks_state` ON `due_diligence_checks` (`state`,`expires_on`);--> statement-breakpoint
CREATE INDEX `due_diligence_checks_reviewer` ON `due_diligence_checks` (`reviewer_id`,`state`);--> statement-breakpoint
CREATE INDEX `due_diligence_checks_expiry` ON `due_diligence_checks` (`expires_on`);--> statement-breakpoint
CREATE TABLE `documents` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` integer NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`language` text,
	`version` text,
	`expires_on` text,
	`internal` integer NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`uploaded_side` text NOT NULL,
	`uploaded_by` integer,
	`uploaded_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `documents_subject` ON `documents` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `documents_vendor` ON `documents` (`vendor_id`);--> statement-breakpoint
CREATE INDEX `documents_expiry` ON `documents` (`expires_on`);--> statement-breakpoint
CREATE TABLE `vendor_identifiers` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`country` text,
	`standing` text DEFAULT 'held' NOT NULL,
	`entered_at` text NOT NULL,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `vendor_identifiers_held` ON `vendor_identifiers` (`kind`,`value`) WHERE standing = 'held';--> statement-breakpoint
CREATE UNIQUE INDEX `vendor_identifiers_vendor` ON `vendor_identifiers` (`vendor_id`,`kind`,`value`);--> statement-breakpoint
CREATE INDEX `vendor_identifiers_value` ON `vendor_identifiers` (`value`);--> statement-breakpoint
CREATE TABLE `runners` (
	`id` integer PRIMARY KEY NOT NULL,
	`seen_at` text NOT NULL,
	`alive_until` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `reminders` (
	`kind` text NOT NULL,
	`subject_id` integer NOT NULL,
	`date` text NOT NULL,
	`days_before` integer NOT NULL,
	`reminded_at` text NOT NULL,
	PRIMARY KEY(`kind`, `subject_id`)
);
--> statement-breakpoint
CREATE TABLE `admissions` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`scoring_id` integer,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`decided_at` text NOT NULL,
	`decided_by` integer,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `admissions_vendor` ON `admissions` (`vendor_id`,`decided_at`);--> statement-breakpoint
CREATE TABLE `scorecard_versions` (
	`id` integer PRIMARY KEY NOT NULL,
	`scorecard_id` integer NOT NULL,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`document` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` integer,
	`published_at` text,
	`published_by` integer,
	FOREIGN KEY (`scorecard_id`) REFERENCES `scorecards`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scorecard_versions_number` ON `scorecard_versions` (`scorecard_id`,`version`);--> statement-breakpoint
CREATE TABLE `scorecards` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scorecards_code` ON `scorecards` (`code`);--> statement-breakpoint
CREATE TABLE `scoring_answers` (
	`id` integer PRIMARY KEY NOT NULL,
	`assessor_id` integer NOT NULL,
	`criterion` text NOT NULL,
	`points` text,
	`note` text,
	FOREIGN KEY (`assessor_id`) REFERENCES `scoring_assessors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scoring_answers_criterion` ON `scoring_answers` (`assessor_id`,`criterion`);--> statement-breakpoint
CREATE TABLE `scoring_assessors` (
	`id` integer PRIMARY KEY NOT NULL,
	`scoring_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`due_on` text NOT NULL,
	`submitted_at` text,
	FOREIGN KEY (`scoring_id`) REFERENCES `scorings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scoring_assessors_person` ON `scoring_assessors` (`scoring_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `scoring_assessors_due` ON `scoring_assessors` (`person_id`,`submitted_at`);--> statement-breakpoint
CREATE TABLE `scoring_remarks` (
	`id` integer PRIMARY KEY NOT NULL,
	`scoring_id` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`at` text NOT NULL,
	`person_id` integer,
	`ruling` text,
	`ruling_reason` text,
	`ruled_at` text,
	`ruled_by` integer,
	FOREIGN KEY (`scoring_id`) REFERENCES `scorings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `scoring_remarks_scoring` ON `scoring_remarks` (`scoring_id`,`at`);--> statement-breakpoint
CREATE TABLE `scorings` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`version_id` integer NOT NULL,
	`cause` text NOT NULL,
	`state` text NOT NULL,
	`due_on` text NOT NULL,
	`opened_at` text NOT NULL,
	`opened_by` integer,
	`total` text,
	`result` text,
	`concluded_at` text,
	`concluded_by` integer,
	`released_at` text,
	`released_by` integer,
	`demonstration` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`version_id`) REFERENCES `scorecard_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `scorings_vendor` ON `scorings` (`vendor_id`,`opened_at`);--> statement-breakpoint
CREATE INDEX `scorings_state` ON `scorings` (`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `scorings_version` ON `scorings` (`version_id`);--> statement-breakpoint
CREATE TABLE `settlements` (
	`id` integer PRIMARY KEY NOT NULL,
	`scoring_id` integer NOT NULL,
	`criterion` text NOT NULL,
	`points` text NOT NULL,
	`reason` text NOT NULL,
	`settled_at` text NOT NULL,
	`settled_by` integer,
	FOREIGN KEY (`scoring_id`) REFERENCES `scorings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `settlements_criterion` ON `settlements` (`scoring_id`,`criterion`);--> statement-breakpoint
CREATE TABLE `sanctions_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`list_id` integer NOT NULL,
	`source` text NOT NULL,
	`reference` text NOT NULL,
	`name` text NOT NULL,
	`aliases` text NOT NULL,
	`kind` text NOT NULL,
	`countries` text NOT NULL,
	`program` text,
	FOREIGN KEY (`list_id`) REFERENCES `sanctions_lists`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sanctions_entries_list` ON `sanctions_entries` (`list_id`,`reference`);--> statement-breakpoint
CREATE TABLE `sanctions_keys` (
	`key` text NOT NULL,
	`entry_id` integer NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `sanctions_entries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sanctions_keys_key` ON `sanctions_keys` (`key`,`entry_id`);--> statement-breakpoint
CREATE INDEX `sanctions_keys_entry` ON `sanctions_keys` (`entry_id`);--> statement-breakpoint
CREATE TABLE `sanctions_lists` (
	`id` integer PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`listed_on` text NOT NULL,
	`state` text NOT NULL,
	`entry_count` integer NOT NULL,
	`sha256` text NOT NULL,
	`note` text,
	`loaded_at` text NOT NULL,
	`loaded_by` integer,
	FOREIGN KEY (`loaded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sanctions_lists_state` ON `sanctions_lists` (`state`,`source`);--> statement-breakpoint
CREATE INDEX `sanctions_lists_loaded` ON `sanctions_lists` (`loaded_at`);--> statement-breakpoint
CREATE TABLE `screening_hits` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`subject` text NOT NULL,
	`subject_name` text NOT NULL,
	`source` text NOT NULL,
	`reference` text NOT NULL,
	`entry` text NOT NULL,
	`score` integer NOT NULL,
	`reasons` text NOT NULL,
	`fingerprint` text NOT NULL,
	`state` text NOT NULL,
	`decided_by` integer,
	`decided_at` text,
	`reason` text,
	`found_at` text NOT NULL,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `screening_hits_once` ON `screening_hits` (`vendor_id`,`source`,`reference`,`subject`,`subject_name`);--> statement-breakpoint
CREATE INDEX `screening_hits_state` ON `screening_hits` (`state`,`score`,`found_at`);--> statement-breakpoint
CREATE TABLE `screenings` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`fingerprint` text NOT NULL,
	`screened_at` text NOT NULL,
	`hit_count` integer NOT NULL,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `screenings_vendor` ON `screenings` (`vendor_id`);--> statement-breakpoint
CREATE TABLE `questionnaire_answers` (
	`questionnaire_id` integer NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`answered_at` text NOT NULL,
	`answered_by` integer,
	PRIMARY KEY(`questionnaire_id`, `question`),
	FOREIGN KEY (`questionnaire_id`) REFERENCES `questionnaires`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `questionnaires` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`version` integer NOT NULL,
	`started_at` text NOT NULL,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `questionnaires_vendor` ON `questionnaires` (`vendor_id`);--> statement-breakpoint
CREATE TABLE `subcontractors` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`name` text NOT NULL,
	`work` text NOT NULL,
	`country` text NOT NULL,
	`data_access` text NOT NULL,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `subcontractors_vendor` ON `subcontractors` (`vendor_id`,`name`);--> statement-breakpoint
CREATE INDEX `subcontractors_name` ON `subcontractors` (`name`);--> statement-breakpoint
CREATE TABLE `vendor_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`kind` text NOT NULL,
	`record_id` integer,
	`input` text,
	`state` text NOT NULL,
	`proposed_at` text NOT NULL,
	`proposed_by` integer,
	`decided_at` text,
	`decided_by` integer,
	`reason` text,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `vendor_changes_vendor` ON `vendor_changes` (`vendor_id`,`state`);--> statement-breakpoint
CREATE INDEX `vendor_changes_state` ON `vendor_changes` (`state`,`proposed_at`);--> statement-breakpoint
CREATE TABLE `vendor_invitations` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`service_ids` text NOT NULL,
	`invited_by` integer,
	`invited_at` text NOT NULL,
	`sent_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`accepted_at` text,
	`revoked_at` text,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `vendor_invitations_vendor` ON `vendor_invitations` (`vendor_id`,`invited_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `vendor_invitations_person` ON `vendor_invitations` (`person_id`);--> statement-breakpoint
CREATE TABLE `vendor_sections` (
	`vendor_id` integer NOT NULL,
	`section` text NOT NULL,
	`nothing` integer DEFAULT false NOT NULL,
	`remark` text,
	`returned_at` text,
	`returned_by` integer,
	`answered_at` text,
	PRIMARY KEY(`vendor_id`, `section`),
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `account_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`contract_id` integer NOT NULL,
	`vendor_id` integer NOT NULL,
	`period` integer NOT NULL,
	`currency` text NOT NULL,
	`kind` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`source` text NOT NULL,
	`posted_at` text NOT NULL,
	`on_day` text NOT NULL,
	`person_id` integer,
	`second_person_id` integer,
	`reason` text,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `account_entries_contract` ON `account_entries` (`contract_id`,`period`);--> statement-breakpoint
CREATE INDEX `account_entries_vendor` ON `account_entries` (`vendor_id`,`period`);--> statement-breakpoint
CREATE TABLE `credit_balances` (
	`contract_id` integer NOT NULL,
	`vendor_id` integer NOT NULL,
	`period` integer NOT NULL,
	`currency` text NOT NULL,
	`contracted_minor` integer NOT NULL,
	`claimed_minor` integer NOT NULL,
	`accepted_minor` integer NOT NULL,
	`applied_minor` integer NOT NULL,
	`disputed_minor` integer NOT NULL,
	`waived_minor` integer NOT NULL,
	`expired_minor` integer NOT NULL,
	`claim_until` text,
	PRIMARY KEY(`contract_id`, `period`),
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `credit_balances_deadline` ON `credit_balances` (`claim_until`);--> statement-breakpoint
CREATE TABLE `credit_moves` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`contract_id` integer NOT NULL,
	`vendor_id` integer NOT NULL,
	`period` integer NOT NULL,
	`currency` text NOT NULL,
	`move` text NOT NULL,
	`from_state` text NOT NULL,
	`to_state` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`at` text NOT NULL,
	`on_day` text NOT NULL,
	`person_id` integer,
	`reason` text,
	`invoice_number` text,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `credit_moves_line` ON `credit_moves` (`contract_id`,`period`);--> statement-breakpoint
CREATE TABLE `settlement_terms` (
	`contract_id` integer PRIMARY KEY NOT NULL,
	`claim_days` integer,
	`claim_from` text NOT NULL,
	`bonus_percent` text,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `statement_entries` (
	`entry_id` integer PRIMARY KEY NOT NULL,
	`statement_id` integer NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `account_entries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `statement_entries_statement` ON `statement_entries` (`statement_id`);--> statement-breakpoint
CREATE TABLE `statement_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`statement_id` integer NOT NULL,
	`at` text NOT NULL,
	`person_id` integer,
	`kind` text NOT NULL,
	`text` text,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `statement_events_statement` ON `statement_events` (`statement_id`);--> statement-breakpoint
CREATE TABLE `statements` (
	`id` integer PRIMARY KEY NOT NULL,
	`contract_id` integer NOT NULL,
	`vendor_id` integer NOT NULL,
	`period` integer NOT NULL,
	`currency` text NOT NULL,
	`state` text NOT NULL,
	`fee_minor` integer NOT NULL,
	`credit_minor` integer NOT NULL,
	`bonus_minor` integer NOT NULL,
	`correction_minor` integer NOT NULL,
	`carried_minor` integer NOT NULL,
	`total_minor` integer NOT NULL,
	`drafted_at` text NOT NULL,
	`sent_at` text,
	`agreed_at` text,
	`settled_at` text,
	`invoice_number` text,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `statements_month` ON `statements` (`contract_id`,`period`);--> statement-breakpoint
CREATE INDEX `statements_vendor` ON `statements` (`vendor_id`,`period`);--> statement-breakpoint
CREATE INDEX `statements_state` ON `statements` (`state`,`period`);--> statement-breakpoint
CREATE INDEX `statements_period` ON `statements` (`period`);--> statement-breakpoint
CREATE TABLE `kpi_months` (
	`kpi_id` integer NOT NULL,
	`period` integer NOT NULL,
	`outcome` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`kpi_id`, `period`, `outcome`),
	FOREIGN KEY (`kpi_id`) REFERENCES `kpis`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `vendor_kpi_years` (
	`vendor_id` integer NOT NULL,
	`kpi_id` integer NOT NULL,
	`until` integer NOT NULL,
	`failures` integer NOT NULL,
	PRIMARY KEY(`vendor_id`, `kpi_id`, `until`),
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`kpi_id`) REFERENCES `kpis`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `vendor_kpi_years_worst` ON `vendor_kpi_years` (`kpi_id`,`until`,`failures`);--> statement-breakpoint
CREATE TABLE `adopted_terms` (
	`adoption_id` integer NOT NULL,
	`standard_term_id` integer NOT NULL,
	`term_id` integer NOT NULL,
	`version_id` integer,
	PRIMARY KEY(`adoption_id`, `standard_term_id`),
	FOREIGN KEY (`adoption_id`) REFERENCES `adoptions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`standard_term_id`) REFERENCES `standard_terms`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`term_id`) REFERENCES `sla_terms`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `adoptions` (
	`id` integer PRIMARY KEY NOT NULL,
	`standard_id` integer NOT NULL,
	`contract_id` integer NOT NULL,
	`market_id` integer NOT NULL,
	`since` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`standard_id`) REFERENCES `standards`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`market_id`) REFERENCES `markets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `adoptions_contract` ON `adoptions` (`contract_id`,`standard_id`);--> statement-breakpoint
CREATE INDEX `adoptions_standard` ON `adoptions` (`standard_id`);--> statement-breakpoint
CREATE TABLE `standard_run_contracts` (
	`run_id` integer NOT NULL,
	`contract_id` integer NOT NULL,
	`state` text NOT NULL,
	`added` integer DEFAULT 0 NOT NULL,
	`changed` integer DEFAULT 0 NOT NULL,
	`kept` integer DEFAULT 0 NOT NULL,
	`refusal` text,
	PRIMARY KEY(`run_id`, `contract_id`),
	FOREIGN KEY (`run_id`) REFERENCES `standard_runs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `standard_runs` (
	`id` integer PRIMARY KEY NOT NULL,
	`standard_id` integer NOT NULL,
	`kind` text NOT NULL,
	`market_id` integer NOT NULL,
	`effective_from` text NOT NULL,
	`existing` text NOT NULL,
	`reason` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` integer,
	FOREIGN KEY (`standard_id`) REFERENCES `standards`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`market_id`) REFERENCES `markets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `standard_runs_standard` ON `standard_runs` (`standard_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `standard_terms` (
	`id` integer PRIMARY KEY NOT NULL,
	`standard_id` integer NOT NULL,
	`position` integer NOT NULL,
	`kpi_id` integer NOT NULL,
	`service_id` integer,
	`scope_market_id` integer,
	FOREIGN KEY (`standard_id`) REFERENCES `standards`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`kpi_id`) REFERENCES `kpis`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scope_market_id`) REFERENCES `markets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `standard_terms_position` ON `standard_terms` (`standard_id`,`position`);--> statement-breakpoint
CREATE TABLE `standard_texts` (
	`id` integer PRIMARY KEY NOT NULL,
	`term_id` integer NOT NULL,
	`market_id` integer NOT NULL,
	`version` integer NOT NULL,
	`effective_from` text NOT NULL,
	`document` text,
	`reason` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` integer,
	FOREIGN KEY (`term_id`) REFERENCES `standard_terms`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`market_id`) REFERENCES `markets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `standard_texts_version` ON `standard_texts` (`term_id`,`market_id`,`version`);--> statement-breakpoint
CREATE TABLE `standards` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name_en` text NOT NULL,
	`name_zh` text NOT NULL,
	`market_id` integer NOT NULL,
	`source` text,
	`licence` text,
	`limits` text NOT NULL,
	`demonstration` integer DEFAULT false NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`market_id`) REFERENCES `markets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `standards_code` ON `standards` (`code`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`list` text NOT NULL,
	`name` text NOT NULL,
	`search` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_name` ON `saved_views` (`person_id`,`list`,`name`);--> statement-breakpoint
ALTER TABLE `actions` ADD `done_by` integer;--> statement-breakpoint
ALTER TABLE `actions` ADD `cancel_reason` text;--> statement-breakpoint
CREATE INDEX `actions_owner` ON `actions` (`owner_id`,`done_at`);--> statement-breakpoint
ALTER TABLE `contracts` ADD `initial_months` integer;--> statement-breakpoint
ALTER TABLE `contracts` ADD `renewal_months` integer;--> statement-breakpoint
ALTER TABLE `contracts` ADD `notice_months` integer;--> statement-breakpoint
ALTER TABLE `contracts` ADD `vendor_notice_days` integer;--> statement-breakpoint
ALTER TABLE `contracts` ADD `vendor_notice_months` integer;--> statement-breakpoint
ALTER TABLE `contracts` ADD `our_entity` text;--> statement-breakpoint
ALTER TABLE `contracts` ADD `vendor_entity` text;--> statement-breakpoint
ALTER TABLE `contracts` ADD `scope_text` text;--> statement-breakpoint
ALTER TABLE `contracts` ADD `pricing` text;--> statement-breakpoint
ALTER TABLE `contracts` ADD `payment_days` integer;--> statement-breakpoint
ALTER TABLE `contracts` ADD `payment_basis` text;--> statement-breakpoint
ALTER TABLE `contracts` ADD `calendar_country` text;--> statement-breakpoint
ALTER TABLE `contracts` ADD `governing_law` text;--> statement-breakpoint
ALTER TABLE `contracts` ADD `arbitration` text;--> statement-breakpoint
ALTER TABLE `contracts` ADD `liability_cap_minor` integer;--> statement-breakpoint
ALTER TABLE `contracts` ADD `liability_cap_percent` text;--> statement-breakpoint
ALTER TABLE `contracts` ADD `data_role` text;--> statement-breakpoint
ALTER TABLE `contracts` ADD `prevailing_language` text;--> statement-breakpoint
ALTER TABLE `contracts` ADD `signed_on` text;--> statement-breakpoint
ALTER TABLE `contracts` ADD `total_value_minor` integer;--> statement-breakpoint
ALTER TABLE `contracts` ADD `ocid` text;--> statement-breakpoint
ALTER TABLE `job_runs` ADD `claimed_by` integer;--> statement-breakpoint
ALTER TABLE `work` ADD `claimed_by` integer;--> statement-breakpoint
ALTER TABLE `work` ADD `attempts` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `staging_round` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `mails` ADD `claimed_by` integer;--> statement-breakpoint
ALTER TABLE `assessments` ADD `scoring_id` integer;--> statement-breakpoint
CREATE INDEX `breaches_standing` ON `breaches` (`withdrawn_at`,`kpi_id`);--> statement-breakpoint
CREATE INDEX `credit_periods_state` ON `credit_periods` (`state`,`period`);