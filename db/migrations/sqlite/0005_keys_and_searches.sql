CREATE TABLE `subject_keys` (
	`id` integer PRIMARY KEY NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`master` text NOT NULL,
	`sealed_key` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `subject_keys_subject` ON `subject_keys` (`entity`,`entity_id`,`master`);--> statement-breakpoint
CREATE INDEX `subject_keys_master` ON `subject_keys` (`master`);--> statement-breakpoint
CREATE TABLE `kpi_month_count` (
	`id` integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE `people` ADD `erased_at` text;--> statement-breakpoint
ALTER TABLE `contract_evaluations` ADD `settled_through` integer;--> statement-breakpoint
CREATE INDEX `sign_in_links_expiry` ON `sign_in_links` (`expires_at`);--> statement-breakpoint
CREATE INDEX `mails_with_text` ON `mails` (`created_at`) WHERE body <> '';--> statement-breakpoint
CREATE INDEX `vendors_searched` ON `vendors` (lower(name || ' ' || code));