CREATE TABLE `reassessments` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`cause` text NOT NULL,
	`occasion` text NOT NULL,
	`due_on` text NOT NULL,
	`raised_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reassessments_vendor` ON `reassessments` (`vendor_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `reassessments_open` ON `reassessments` (`ended_at`,`due_on`);--> statement-breakpoint
CREATE TABLE `review_comments` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`section_id` text NOT NULL,
	`figure_id` text,
	`side` text NOT NULL,
	`internal` integer NOT NULL,
	`person_id` integer,
	`text` text NOT NULL,
	`written_at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `review_comments_review` ON `review_comments` (`review_id`);--> statement-breakpoint
CREATE TABLE `review_decisions` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`agenda` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`person_id` integer,
	`decided_at` text NOT NULL,
	`withdrawn_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `review_decisions_review` ON `review_decisions` (`review_id`);--> statement-breakpoint
CREATE INDEX `review_decisions_kind` ON `review_decisions` (`kind`,`decided_at`);--> statement-breakpoint
CREATE TABLE `review_items` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`kind` text NOT NULL,
	`side` text NOT NULL,
	`title` text NOT NULL,
	`details` text,
	`person_id` integer,
	`written_at` text NOT NULL,
	`withdrawn_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `review_items_review` ON `review_items` (`review_id`);--> statement-breakpoint
CREATE TABLE `review_note_versions` (
	`id` integer PRIMARY KEY NOT NULL,
	`note_id` integer NOT NULL,
	`version` integer,
	`text` text NOT NULL,
	`person_id` integer,
	`written_at` text NOT NULL,
	FOREIGN KEY (`note_id`) REFERENCES `review_notes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `review_note_versions_note` ON `review_note_versions` (`note_id`);--> statement-breakpoint
CREATE TABLE `review_notes` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`agenda` text NOT NULL,
	`text` text NOT NULL,
	`version` integer NOT NULL,
	`person_id` integer,
	`written_at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_notes_item` ON `review_notes` (`review_id`,`agenda`);--> statement-breakpoint
CREATE TABLE `review_ratings` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`figure_id` text NOT NULL,
	`computed` text,
	`rating` text NOT NULL,
	`reason` text,
	`person_id` integer,
	`decided_at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_ratings_figure` ON `review_ratings` (`review_id`,`figure_id`);--> statement-breakpoint
CREATE TABLE `review_signatures` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`side` text NOT NULL,
	`state` text NOT NULL,
	`person_id` integer,
	`comment` text,
	`signed_at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_signatures_side` ON `review_signatures` (`review_id`,`side`);--> statement-breakpoint
CREATE TABLE `review_moves` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`from_at` text NOT NULL,
	`to_at` text NOT NULL,
	`reason` text NOT NULL,
	`person_id` integer,
	`moved_at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `review_moves_review` ON `review_moves` (`review_id`);--> statement-breakpoint
CREATE TABLE `review_packs` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`part` text NOT NULL,
	`body` text NOT NULL,
	`sha256` text NOT NULL,
	`frozen_at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_packs_part` ON `review_packs` (`review_id`,`part`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` integer PRIMARY KEY NOT NULL,
	`vendor_id` integer NOT NULL,
	`quarter` integer NOT NULL,
	`state` text NOT NULL,
	`owner_id` integer,
	`meets_at` text NOT NULL,
	`minutes` integer NOT NULL,
	`time_zone` text NOT NULL,
	`place` text,
	`calendar_uid` text NOT NULL,
	`calendar_sequence` integer DEFAULT 0 NOT NULL,
	`invited_at` text,
	`frozen_at` text,
	`computed_rating` text,
	`opened_at` text,
	`held_at` text,
	`record_sent_at` text,
	`signed_at` text,
	`cancelled_at` text,
	`cancel_reason` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_vendor_quarter` ON `reviews` (`vendor_id`,`quarter`);--> statement-breakpoint
CREATE INDEX `reviews_meets` ON `reviews` (`state`,`meets_at`);--> statement-breakpoint
CREATE INDEX `reviews_quarter` ON `reviews` (`quarter`,`state`);--> statement-breakpoint
ALTER TABLE `mails` ADD `attachments` text;--> statement-breakpoint
ALTER TABLE `mails` DROP COLUMN `claimed_at`;--> statement-breakpoint
ALTER TABLE `risks` ADD `shared` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `statements` ADD `fee_open` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `standard_run_contracts` ADD `amendment_id` integer;--> statement-breakpoint
CREATE INDEX `standard_run_contracts_amendment` ON `standard_run_contracts` (`amendment_id`);--> statement-breakpoint
ALTER TABLE `certificates` ADD `holder` text;--> statement-breakpoint
CREATE INDEX `documents_hash` ON `documents` (`sha256`);--> statement-breakpoint
CREATE INDEX `uploads_hash` ON `uploads` (`sha256`);--> statement-breakpoint
CREATE INDEX `breaches_kpi` ON `breaches` (`kpi_id`,`vendor_id`);--> statement-breakpoint
ALTER TABLE `contracts` DROP COLUMN `initial_months`;--> statement-breakpoint
ALTER TABLE `job_runs` DROP COLUMN `heartbeat_at`;--> statement-breakpoint
ALTER TABLE `work` DROP COLUMN `heartbeat_at`;