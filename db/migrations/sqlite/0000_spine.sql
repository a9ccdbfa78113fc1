CREATE TABLE `actions` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`origin` text NOT NULL,
	`origin_id` integer NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`step` text,
	`title` text,
	`side` text NOT NULL,
	`owner_id` integer,
	`owner_name` text,
	`due_on` text,
	`done_at` text,
	`cancelled_at` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `actions_origin` ON `actions` (`origin`,`origin_id`);--> statement-breakpoint
CREATE INDEX `actions_vendor` ON `actions` (`vendor_id`);--> statement-breakpoint
CREATE INDEX `actions_due` ON `actions` (`done_at`,`due_on`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`person_id` integer,
	`actor` text NOT NULL,
	`address` text,
	`action` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`vendor_id` integer,
	`before` text,
	`after` text,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entity` ON `audit_entries` (`entity`,`entity_id`);--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit_entries` (`at`);--> statement-breakpoint
CREATE INDEX `audit_vendor` ON `audit_entries` (`vendor_id`);--> statement-breakpoint
CREATE INDEX `audit_action` ON `audit_entries` (`action`);--> statement-breakpoint
CREATE INDEX `audit_person` ON `audit_entries` (`person_id`);--> statement-breakpoint
CREATE TABLE `audit_head` (
	`id` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` integer PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`role` text NOT NULL,
	`vendor_id` integer,
	`reach_market_id` integer,
	`locale` text DEFAULT 'en' NOT NULL,
	`time_zone` text DEFAULT 'UTC' NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`failed_sign_ins` integer DEFAULT 0 NOT NULL,
	`locked_until` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reach_market_id`) REFERENCES `markets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE INDEX `people_vendor` ON `people` (`vendor_id`);--> statement-breakpoint
CREATE INDEX `people_role` ON `people` (`role`,`active`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`address` text,
	`agent` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`changed_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sign_in_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sign_in_links_person` ON `sign_in_links` (`person_id`);--> statement-breakpoint
CREATE TABLE `contract_fees` (
	`contract_id` integer NOT NULL,
	`period` integer NOT NULL,
	`fee_minor` integer NOT NULL,
	PRIMARY KEY(`contract_id`, `period`),
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `contract_scopes` (
	`id` integer PRIMARY KEY NOT NULL,
	`contract_id` integer NOT NULL,
	`service_id` integer NOT NULL,
	`market_id` integer,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`market_id`) REFERENCES `markets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contract_scopes_contract` ON `contract_scopes` (`contract_id`);--> statement-breakpoint
CREATE INDEX `contract_scopes_service` ON `contract_scopes` (`service_id`,`market_id`);--> statement-breakpoint
CREATE TABLE `contracts` (
	`id` integer PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`title` text NOT NULL,
	`vendor_id` integer NOT NULL,
	`state` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`terminated_on` text,
	`renewal` text DEFAULT 'none' NOT NULL,
	`notice_days` integer,
	`currency` text NOT NULL,
	`fee_minor` integer,
	`credit_cap_percent` text,
	`credit_minimum_minor` integer,
	`at_risk_percent` text,
	`points_table` text,
	`report_due_day` integer,
	`report_due_business_day` integer,
	`grace_days` integer DEFAULT 0 NOT NULL,
	`time_zone` text DEFAULT 'UTC' NOT NULL,
	`accepts_alone` integer DEFAULT false NOT NULL,
	`demonstration` integer DEFAULT false NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contracts_number` ON `contracts` (`number`);--> statement-breakpoint
CREATE INDEX `contracts_vendor` ON `contracts` (`vendor_id`);--> statement-breakpoint
CREATE INDEX `contracts_state_end` ON `contracts` (`state`,`ends_on`);--> statement-breakpoint
CREATE TABLE `sla_term_versions` (
	`id` integer PRIMARY KEY NOT NULL,
	`term_id` integer NOT NULL,
	`version` integer NOT NULL,
	`effective_from` text,
	`effective_to` text,
	`document` text NOT NULL,
	`reason` text,
	`replaced_at` text,
	`created_at` text NOT NULL,
	`created_by` integer,
	FOREIGN KEY (`term_id`) REFERENCES `sla_terms`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sla_term_versions_number` ON `sla_term_versions` (`term_id`,`version`);--> statement-breakpoint
CREATE TABLE `sla_terms` (
	`id` integer PRIMARY KEY NOT NULL,
	`contract_id` integer NOT NULL,
	`position` integer NOT NULL,
	`kpi_id` integer NOT NULL,
	`service_id` integer,
	`market_id` integer,
	`withdrawn_at` text,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`kpi_id`) REFERENCES `kpis`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`market_id`) REFERENCES `markets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sla_terms_position` ON `sla_terms` (`contract_id`,`position`);--> statement-breakpoint
CREATE INDEX `sla_terms_kpi` ON `sla_terms` (`kpi_id`,`contract_id`);--> statement-breakpoint
CREATE TABLE `earlier_rankings` (
	`id` integer PRIMARY KEY NOT NULL,
	`proposal_id` integer NOT NULL,
	`as_of` text NOT NULL,
	`snapshot` text NOT NULL,
	`replaced_at` text NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `earlier_rankings_proposal` ON `earlier_rankings` (`proposal_id`,`replaced_at`);--> statement-breakpoint
CREATE TABLE `proposal_causes` (
	`id` integer PRIMARY KEY NOT NULL,
	`proposal_id` integer NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`cause` text NOT NULL,
	`breach_id` integer,
	`contract_id` integer,
	`risk_id` integer,
	`person_id` integer,
	`joined_on` text NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `proposal_causes_once` ON `proposal_causes` (`proposal_id`,`key`);--> statement-breakpoint
CREATE INDEX `proposal_causes_key` ON `proposal_causes` (`key`);--> statement-breakpoint
CREATE INDEX `proposal_causes_breach` ON `proposal_causes` (`breach_id`);--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`service_id` integer NOT NULL,
	`market_id` integer,
	`market_key` integer NOT NULL,
	`state` text NOT NULL,
	`as_of` text NOT NULL,
	`snapshot` text NOT NULL,
	`candidate_count` integer NOT NULL,
	`leader_id` integer,
	`leader_score` text,
	`created_at` text NOT NULL,
	`asked_by` integer,
	`decided_at` text,
	`decided_by` integer,
	`decision_reason` text,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`market_id`) REFERENCES `markets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `proposals_open` ON `proposals` (`vendor_id`,`service_id`,`market_key`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `proposals_state` ON `proposals` (`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `proposals_vendor` ON `proposals` (`vendor_id`);--> statement-breakpoint
CREATE TABLE `sourcing_gaps` (
	`id` integer PRIMARY KEY NOT NULL,
	`proposal_id` integer NOT NULL,
	`service_id` integer NOT NULL,
	`market_id` integer,
	`opened_on` text NOT NULL,
	`closed_on` text,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sourcing_gaps_proposal` ON `sourcing_gaps` (`proposal_id`);--> statement-breakpoint
CREATE INDEX `sourcing_gaps_service` ON `sourcing_gaps` (`service_id`,`closed_on`);--> statement-breakpoint
CREATE TABLE `switch_plans` (
	`id` integer PRIMARY KEY NOT NULL,
	`proposal_id` integer NOT NULL,
	`candidate_id` integer NOT NULL,
	`share_percent` text NOT NULL,
	`state` text NOT NULL,
	`started_on` text NOT NULL,
	`finished_on` text,
	`reason` text,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`candidate_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `switch_plans_proposal` ON `switch_plans` (`proposal_id`);--> statement-breakpoint
CREATE INDEX `switch_plans_candidate` ON `switch_plans` (`candidate_id`);--> statement-breakpoint
CREATE TABLE `job_runs` (
	`id` integer PRIMARY KEY NOT NULL,
	`job` text NOT NULL,
	`slot` text NOT NULL,
	`as_of` text NOT NULL,
	`origin` text NOT NULL,
	`person_id` integer,
	`state` text NOT NULL,
	`started_at` text NOT NULL,
	`heartbeat_at` text NOT NULL,
	`finished_at` text,
	`milliseconds` integer,
	`counts` text,
	`error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `job_runs_slot` ON `job_runs` (`job`,`slot`);--> statement-breakpoint
CREATE INDEX `job_runs_started` ON `job_runs` (`started_at`);--> statement-breakpoint
CREATE INDEX `job_runs_job` ON `job_runs` (`job`,`started_at`);--> statement-breakpoint
CREATE TABLE `work` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` integer,
	`vendor_id` integer,
	`input` text NOT NULL,
	`state` text NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`total` integer,
	`result` text,
	`error` text,
	`created_at` text NOT NULL,
	`heartbeat_at` text,
	`finished_at` text
);
--> statement-breakpoint
CREATE INDEX `work_state` ON `work` (`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `work_person` ON `work` (`person_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `header_mappings` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`fingerprint` text NOT NULL,
	`mapping` text NOT NULL,
	`changed_at` text NOT NULL,
	`changed_by` integer,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `header_mappings_fingerprint` ON `header_mappings` (`vendor_id`,`fingerprint`);--> statement-breakpoint
CREATE TABLE `kpis` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name_en` text NOT NULL,
	`name_zh` text NOT NULL,
	`unit` text NOT NULL,
	`better` text NOT NULL,
	`category` text NOT NULL,
	`min` text,
	`max` text,
	`sample_kpi_code` text,
	`aliases` text NOT NULL,
	`formula` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `kpis_code` ON `kpis` (`code`);--> statement-breakpoint
CREATE TABLE `readings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`report_id` integer NOT NULL,
	`vendor_id` integer NOT NULL,
	`kpi_id` integer NOT NULL,
	`market_id` integer,
	`service_id` integer,
	`period` integer NOT NULL,
	`source` text NOT NULL,
	`value` text,
	`numerator` text,
	`denominator` text,
	`sample_size` text,
	`note` text,
	`sheet` text,
	`row` integer,
	`superseded_by` integer,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kpi_id`) REFERENCES `kpis`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`market_id`) REFERENCES `markets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `readings_series` ON `readings` (`vendor_id`,`kpi_id`,`period`);--> statement-breakpoint
CREATE INDEX `readings_report` ON `readings` (`report_id`);--> statement-breakpoint
CREATE INDEX `readings_superseded_by` ON `readings` (`superseded_by`);--> statement-breakpoint
CREATE TABLE `report_chases` (
	`id` integer PRIMARY KEY NOT NULL,
	`contract_id` integer NOT NULL,
	`period` integer NOT NULL,
	`step` text NOT NULL,
	`due_on` text NOT NULL,
	`sent_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `report_chases_once` ON `report_chases` (`contract_id`,`period`,`step`,`due_on`);--> statement-breakpoint
CREATE TABLE `report_findings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`report_id` integer NOT NULL,
	`severity` text NOT NULL,
	`code` text NOT NULL,
	`sheet` text,
	`row` integer,
	`column` integer,
	`column_name` text,
	`period` integer,
	`kpi_code` text,
	`market_code` text,
	`service_code` text,
	`value` text,
	`params` text,
	`comment` text,
	`commented_at` text,
	`commented_by` integer,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `report_findings_report` ON `report_findings` (`report_id`,`id`);--> statement-breakpoint
CREATE TABLE `reports` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`upload_id` integer,
	`state` text NOT NULL,
	`source` text NOT NULL,
	`channel` text NOT NULL,
	`idempotency_key` text,
	`first_period` integer,
	`last_period` integer,
	`reading_count` integer DEFAULT 0 NOT NULL,
	`error_count` integer DEFAULT 0 NOT NULL,
	`warning_count` integer DEFAULT 0 NOT NULL,
	`omitted_count` integer DEFAULT 0 NOT NULL,
	`layout` text,
	`comment` text,
	`created_at` text NOT NULL,
	`created_by` integer,
	`submitted_at` text,
	`submitted_by` integer,
	`decided_at` text,
	`decided_by` integer,
	`decision_note` text,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`upload_id`) REFERENCES `uploads`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reports_vendor_created` ON `reports` (`vendor_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `reports_state_submitted` ON `reports` (`state`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `reports_upload` ON `reports` (`upload_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `reports_idempotency` ON `reports` (`vendor_id`,`idempotency_key`);--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`sha256` text NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`received_at` text NOT NULL,
	`received_by` integer,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `uploads_vendor_hash` ON `uploads` (`vendor_id`,`sha256`);--> statement-breakpoint
CREATE TABLE `markets` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name_en` text NOT NULL,
	`name_zh` text NOT NULL,
	`level` text NOT NULL,
	`parent_id` integer,
	`path` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `markets_code` ON `markets` (`code`);--> statement-breakpoint
CREATE INDEX `markets_path` ON `markets` (`path`);--> statement-breakpoint
CREATE INDEX `markets_parent` ON `markets` (`parent_id`);--> statement-breakpoint
CREATE TABLE `mails` (
	`id` integer PRIMARY KEY NOT NULL,
	`once_key` text,
	`to_address` text NOT NULL,
	`to_person_id` integer,
	`locale` text NOT NULL,
	`template` text NOT NULL,
	`params` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`vendor_id` integer,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` text NOT NULL,
	`claimed_at` text,
	`sent_at` text,
	`last_error` text,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mails_once` ON `mails` (`once_key`);--> statement-breakpoint
CREATE INDEX `mails_due` ON `mails` (`state`,`next_attempt_at`);--> statement-breakpoint
CREATE INDEX `mails_created` ON `mails` (`created_at`);--> statement-breakpoint
CREATE TABLE `assessments` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`scorecard` text NOT NULL,
	`total` text NOT NULL,
	`result` text NOT NULL,
	`assessed_on` text NOT NULL,
	`valid_until` text NOT NULL,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `assessments_vendor` ON `assessments` (`vendor_id`,`assessed_on`);--> statement-breakpoint
CREATE TABLE `exchange_rates` (
	`period` integer NOT NULL,
	`quote` text NOT NULL,
	`average` text NOT NULL,
	`days` integer NOT NULL,
	`month_end` text NOT NULL,
	`month_end_on` text NOT NULL,
	`source` text NOT NULL,
	PRIMARY KEY(`quote`, `period`)
);
--> statement-breakpoint
CREATE TABLE `risks` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`category` text NOT NULL,
	`title` text NOT NULL,
	`likelihood` integer NOT NULL,
	`impact` integer NOT NULL,
	`residual_likelihood` integer NOT NULL,
	`residual_impact` integer NOT NULL,
	`reviewed_on` text NOT NULL,
	`closed_at` text,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `risks_vendor` ON `risks` (`vendor_id`);--> statement-breakpoint
CREATE TABLE `breaches` (
	`id` integer PRIMARY KEY NOT NULL,
	`term_id` integer NOT NULL,
	`period` integer NOT NULL,
	`contract_id` integer NOT NULL,
	`vendor_id` integer NOT NULL,
	`kpi_id` integer NOT NULL,
	`case_id` integer NOT NULL,
	`evaluation_id` integer NOT NULL,
	`kind` text NOT NULL,
	`severity` text NOT NULL,
	`opened_on` text NOT NULL,
	`withdrawn_at` text,
	FOREIGN KEY (`term_id`) REFERENCES `sla_terms`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`evaluation_id`) REFERENCES `evaluations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `breaches_once` ON `breaches` (`term_id`,`period`);--> statement-breakpoint
CREATE INDEX `breaches_case` ON `breaches` (`case_id`);--> statement-breakpoint
CREATE INDEX `breaches_vendor_period` ON `breaches` (`vendor_id`,`period`);--> statement-breakpoint
CREATE INDEX `breaches_period` ON `breaches` (`period`,`severity`);--> statement-breakpoint
CREATE TABLE `case_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`at` text NOT NULL,
	`person_id` integer,
	`kind` text NOT NULL,
	`text` text,
	`details` text,
	`internal` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_events_case` ON `case_events` (`case_id`,`at`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` integer PRIMARY KEY NOT NULL,
	`term_id` integer NOT NULL,
	`contract_id` integer NOT NULL,
	`vendor_id` integer NOT NULL,
	`kpi_id` integer NOT NULL,
	`state` text NOT NULL,
	`severity` text NOT NULL,
	`first_period` integer NOT NULL,
	`last_period` integer NOT NULL,
	`breach_count` integer NOT NULL,
	`opened_on` text NOT NULL,
	`acknowledged_at` text,
	`due_on` text,
	`closed_at` text,
	FOREIGN KEY (`term_id`) REFERENCES `sla_terms`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_open` ON `cases` (`term_id`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `cases_vendor` ON `cases` (`vendor_id`,`state`);--> statement-breakpoint
CREATE INDEX `cases_state_due` ON `cases` (`state`,`due_on`);--> statement-breakpoint
CREATE TABLE `contract_evaluations` (
	`contract_id` integer PRIMARY KEY NOT NULL,
	`stale` integer NOT NULL,
	`evaluated_as_of` text,
	`next_change_on` text,
	`evaluated_at` text,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `contract_evaluations_due` ON `contract_evaluations` (`stale`,`next_change_on`);--> statement-breakpoint
CREATE TABLE `credit_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`contract_id` integer NOT NULL,
	`period` integer NOT NULL,
	`kind` text NOT NULL,
	`currency` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`posted_at` text NOT NULL,
	`as_of` text NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `credit_entries_contract` ON `credit_entries` (`contract_id`,`period`);--> statement-breakpoint
CREATE TABLE `credit_periods` (
	`contract_id` integer NOT NULL,
	`vendor_id` integer NOT NULL,
	`period` integer NOT NULL,
	`currency` text NOT NULL,
	`gross_minor` integer NOT NULL,
	`capped_minor` integer NOT NULL,
	`issued_minor` integer NOT NULL,
	`returned_minor` integer NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`contract_id`, `period`),
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `credit_periods_vendor` ON `credit_periods` (`vendor_id`,`period`);--> statement-breakpoint
CREATE INDEX `credit_periods_period` ON `credit_periods` (`period`);--> statement-breakpoint
CREATE TABLE `evaluations` (
	`id` integer PRIMARY KEY NOT NULL,
	`contract_id` integer NOT NULL,
	`vendor_id` integer NOT NULL,
	`term_id` integer NOT NULL,
	`version_id` integer NOT NULL,
	`kpi_id` integer NOT NULL,
	`period` integer NOT NULL,
	`outcome` text NOT NULL,
	`kind` text,
	`reason` text,
	`severity` text,
	`measured` text,
	`shortfall` text,
	`sample_size` text,
	`run` integer NOT NULL,
	`points` text NOT NULL,
	`triggers` text NOT NULL,
	`credit_minor` integer NOT NULL,
	`capped_minor` integer NOT NULL,
	`issued_minor` integer NOT NULL,
	`working` text NOT NULL,
	`evaluated_at` text NOT NULL,
	`as_of` text NOT NULL,
	`superseded_at` text,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`term_id`) REFERENCES `sla_terms`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`version_id`) REFERENCES `sla_term_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evaluations_current` ON `evaluations` (`term_id`,`period`) WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX `evaluations_contract_period` ON `evaluations` (`contract_id`,`period`);--> statement-breakpoint
CREATE INDEX `evaluations_vendor_period` ON `evaluations` (`vendor_id`,`period`);--> statement-breakpoint
CREATE INDEX `evaluations_kpi_period` ON `evaluations` (`kpi_id`,`period`);--> statement-breakpoint
CREATE TABLE `excusals` (
	`id` integer PRIMARY KEY NOT NULL,
	`contract_id` integer NOT NULL,
	`kpi_id` integer NOT NULL,
	`first_period` integer NOT NULL,
	`last_period` integer NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`agreed_by` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` integer,
	`revoked_at` text,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`kpi_id`) REFERENCES `kpis`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `excusals_contract` ON `excusals` (`contract_id`);--> statement-breakpoint
CREATE TABLE `certificates` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`kind` text NOT NULL,
	`number` text,
	`issued_on` text,
	`expires_on` text,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `certificates_vendor` ON `certificates` (`vendor_id`);--> statement-breakpoint
CREATE INDEX `certificates_expiry` ON `certificates` (`expires_on`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`side` text NOT NULL,
	`role` text NOT NULL,
	`level` integer,
	`name` text NOT NULL,
	`email` text,
	`phone` text,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `contacts_vendor` ON `contacts` (`vendor_id`);--> statement-breakpoint
CREATE TABLE `offerings` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`service_id` integer NOT NULL,
	`market_id` integer NOT NULL,
	`capacity` text,
	`carried` text,
	`share_percent` text,
	`unit_price` text,
	`currency` text,
	`lead_time_days` integer,
	`switch_days` integer,
	`standby_order` integer,
	`standby_signed_on` text,
	`switch_tested_on` text,
	`integrated_on` text,
	`demonstration` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`market_id`) REFERENCES `markets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `offerings_vendor_service_market` ON `offerings` (`vendor_id`,`service_id`,`market_id`);--> statement-breakpoint
CREATE INDEX `offerings_service_market` ON `offerings` (`service_id`,`market_id`,`vendor_id`);--> statement-breakpoint
CREATE INDEX `offerings_market` ON `offerings` (`market_id`,`vendor_id`);--> statement-breakpoint
CREATE TABLE `services` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name_en` text NOT NULL,
	`name_zh` text NOT NULL,
	`required_certificates` text NOT NULL,
	`recovery_days` integer,
	`owner_id` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `services_code` ON `services` (`code`);--> statement-breakpoint
CREATE TABLE `vendors` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`former_names` text NOT NULL,
	`country` text,
	`parent_id` integer,
	`status` text NOT NULL,
	`tier` text,
	`spend_score` integer,
	`criticality_score` integer,
	`data_access_score` integer,
	`replaceability_score` integer,
	`website` text,
	`note` text,
	`demonstration` integer DEFAULT false NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `vendors_code` ON `vendors` (`code`);--> statement-breakpoint
CREATE INDEX `vendors_name` ON `vendors` (`name`,`code`);--> statement-breakpoint
CREATE INDEX `vendors_status_name` ON `vendors` (`status`,`name`,`code`);--> statement-breakpoint
CREATE INDEX `vendors_tier_name` ON `vendors` (`tier`,`name`,`code`);--> statement-breakpoint
CREATE INDEX `vendors_country_name` ON `vendors` (`country`,`name`,`code`);--> statement-breakpoint
CREATE INDEX `vendors_parent` ON `vendors` (`parent_id`);