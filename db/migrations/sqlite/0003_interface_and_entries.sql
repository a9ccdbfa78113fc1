CREATE TABLE `access_tokens` (
	`id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`ending` text NOT NULL,
	`read_only` integer NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`last_used_at` text,
	`last_address` text,
	`revoked_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_tokens_hash` ON `access_tokens` (`token_hash`);--> statement-breakpoint
CREATE INDEX `access_tokens_person` ON `access_tokens` (`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `access_tokens_created` ON `access_tokens` (`created_at`);--> statement-breakpoint
CREATE TABLE `repeatable_requests` (
	`person_id` integer NOT NULL,
	`key` text NOT NULL,
	`body_hash` text NOT NULL,
	`created_at` text NOT NULL,
	`status` integer,
	`answer` text,
	PRIMARY KEY(`person_id`, `key`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `repeatable_requests_created` ON `repeatable_requests` (`created_at`);--> statement-breakpoint
CREATE TABLE `company_submissions` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`is_first` integer NOT NULL,
	`mended` text NOT NULL,
	`submitted_at` text NOT NULL,
	`submitted_by` integer,
	`settled_at` text,
	`settled_by` integer,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `company_submissions_vendor` ON `company_submissions` (`vendor_id`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `company_submissions_open` ON `company_submissions` (`settled_at`,`submitted_at`);--> statement-breakpoint
CREATE TABLE `manual_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`contract_id` integer NOT NULL,
	`vendor_id` integer NOT NULL,
	`period` integer NOT NULL,
	`currency` text NOT NULL,
	`kind` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`reason` text NOT NULL,
	`evidence` text NOT NULL,
	`state` text NOT NULL,
	`proposed_by` integer,
	`proposed_at` text NOT NULL,
	`decided_by` integer,
	`decided_at` text,
	`remarks` text,
	`entry_id` integer,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `account_entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `manual_entries_contract` ON `manual_entries` (`contract_id`,`proposed_at`);--> statement-breakpoint
CREATE INDEX `manual_entries_vendor` ON `manual_entries` (`vendor_id`);--> statement-breakpoint
CREATE INDEX `manual_entries_state` ON `manual_entries` (`state`);--> statement-breakpoint
CREATE TABLE `vendor_imports` (
	`id` integer PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`adds_codes` integer NOT NULL,
	`state` text NOT NULL,
	`counts` text,
	`faults` text,
	`fault_count` integer DEFAULT 0 NOT NULL,
	`received_at` text NOT NULL,
	`received_by` integer,
	`work_id` integer NOT NULL,
	`finished_at` text
);
--> statement-breakpoint
CREATE INDEX `vendor_imports_received` ON `vendor_imports` (`received_at`);--> statement-breakpoint
CREATE INDEX `vendor_imports_hash` ON `vendor_imports` (`sha256`);--> statement-breakpoint
DROP INDEX `reports_idempotency`;--> statement-breakpoint
ALTER TABLE `reports` DROP COLUMN `idempotency_key`;--> statement-breakpoint
ALTER TABLE `actions` ADD `kpi_id` integer REFERENCES kpis(id);--> statement-breakpoint
ALTER TABLE `actions` ADD `service_id` integer REFERENCES services(id);--> statement-breakpoint
ALTER TABLE `actions` ADD `market_id` integer REFERENCES markets(id);--> statement-breakpoint
ALTER TABLE `actions` ADD `chased_for` text;--> statement-breakpoint
ALTER TABLE `actions` ADD `chased_day` integer;--> statement-breakpoint
ALTER TABLE `audit_entries` ADD `actor_kind` text;--> statement-breakpoint
CREATE INDEX `audit_actor_kind` ON `audit_entries` (`actor_kind`);--> statement-breakpoint
ALTER TABLE `contracts` ADD `notice_day` text;--> statement-breakpoint
ALTER TABLE `contracts` ADD `signed_later` text;--> statement-breakpoint
ALTER TABLE `markets` ADD `reported_by` integer;--> statement-breakpoint
ALTER TABLE `assessments` ADD `recorded_by` integer;--> statement-breakpoint
ALTER TABLE `review_comments` ADD `part` text DEFAULT 'shared' NOT NULL;--> statement-breakpoint
ALTER TABLE `reviews` ADD `draft_reminded_at` text;--> statement-breakpoint
ALTER TABLE `settlement_terms` ADD `claim_count` text DEFAULT 'calendar_days' NOT NULL;--> statement-breakpoint
ALTER TABLE `settlement_terms` ADD `dated` integer DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX `settlement_terms_dated` ON `settlement_terms` (`dated`);--> statement-breakpoint
ALTER TABLE `statements` ADD `penalty_minor` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `vendors` ADD `graded_by` integer;--> statement-breakpoint
ALTER TABLE `vendors` ADD `put_up_by` integer;--> statement-breakpoint
CREATE INDEX `work_vendor` ON `work` (`vendor_id`,`finished_at`);--> statement-breakpoint
CREATE INDEX `screening_hits_score` ON `screening_hits` (`score`,`id`);--> statement-breakpoint
CREATE INDEX `screening_hits_found` ON `screening_hits` (`found_at`,`id`);--> statement-breakpoint
CREATE INDEX `credit_periods_currency` ON `credit_periods` (`currency`,`contract_id`);--> statement-breakpoint
CREATE INDEX `evaluations_current_period` ON `evaluations` (`period`,`term_id`) WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX `offerings_relied` ON `offerings` (`service_id`,`market_id`) WHERE share_percent is not null or standby_order is not null;