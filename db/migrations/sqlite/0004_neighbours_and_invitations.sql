CREATE TABLE `vendor_failures` (
	`vendor_id` integer NOT NULL,
	`kpi_id` integer NOT NULL,
	`first_period` integer NOT NULL,
	`last_period` integer NOT NULL,
	`failures` integer NOT NULL,
	PRIMARY KEY(`vendor_id`, `kpi_id`, `first_period`),
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`kpi_id`) REFERENCES `kpis`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `vendor_failures_worst` ON `vendor_failures` (`kpi_id`,`failures`,`vendor_id`,`first_period`,`last_period`);--> statement-breakpoint
DROP INDEX `evaluations_vendor_period`;--> statement-breakpoint
DROP INDEX `evaluations_kpi_period`;--> statement-breakpoint
DROP INDEX `evaluations_current_period`;--> statement-breakpoint
CREATE INDEX `evaluations_vendor_kpi` ON `evaluations` (`vendor_id`,`kpi_id`,`period`);--> statement-breakpoint
CREATE INDEX `evaluations_current_month` ON `evaluations` (`period`,`contract_id`,`term_id`) WHERE superseded_at is null;--> statement-breakpoint
DROP INDEX `readings_superseded_by`;--> statement-breakpoint
CREATE INDEX `readings_superseded_by` ON `readings` (`superseded_by`) WHERE superseded_by is not null;--> statement-breakpoint
ALTER TABLE `vendor_invitations` ADD `waits_since` text;--> statement-breakpoint
CREATE INDEX `vendor_invitations_waiting` ON `vendor_invitations` (`waits_since`);--> statement-breakpoint
CREATE INDEX `actions_kpi` ON `actions` (`kpi_id`,`vendor_id`);--> statement-breakpoint
CREATE INDEX `reports_created` ON `reports` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `vendors_code_capitals` ON `vendors` (upper(code));
--> statement-breakpoint
DROP TABLE `vendor_kpi_years`;
--> statement-breakpoint
DELETE FROM `kpi_months`;
--> statement-breakpoint
UPDATE `vendors` SET `put_up_by` = (
	SELECT `person_id` FROM `audit_entries`
	WHERE `entity` = 'vendor' AND `entity_id` = CAST(`vendors`.`id` AS text)
		AND (`action` = 'vendor.registered' OR (`action` = 'vendor.status_changed' AND json_extract(`after`, '$.status') = 'screening'))
	ORDER BY CASE WHEN `action` = 'vendor.registered' THEN 0 ELSE `sequence` END DESC
	LIMIT 1
) WHERE `put_up_by` IS NULL;
--> statement-breakpoint
UPDATE `review_comments` SET `part` = 'internal'
WHERE `internal` AND `section_id` IN ('risks', 'fallback', 'backtests', 'internal_notes');
--> statement-breakpoint
UPDATE `review_comments` SET `part` = 'internal'
WHERE `internal` AND `section_id` = 'satisfaction' AND `part` = 'shared' AND NOT EXISTS (
	SELECT 1 FROM `reviews` r
	INNER JOIN `review_packs` p ON p.`review_id` = r.`id` AND p.`part` = 'shared'
	INNER JOIN `assessments` a ON a.`vendor_id` = r.`vendor_id`
	INNER JOIN `scorings` s ON s.`id` = a.`scoring_id`
	WHERE r.`id` = `review_comments`.`review_id` AND s.`released_at` <= p.`frozen_at`
		AND (`review_comments`.`figure_id` IS NULL OR `review_comments`.`figure_id` = 'satisfaction/' || CAST(a.`id` AS text))
);
--> statement-breakpoint
UPDATE `review_comments` SET `part` = 'internal'
WHERE `internal` AND `section_id` = 'actions' AND `part` = 'shared' AND EXISTS (
	SELECT 1 FROM `reviews` r
	INNER JOIN `actions` a ON a.`vendor_id` = r.`vendor_id`
	WHERE r.`id` = `review_comments`.`review_id`
		AND `review_comments`.`figure_id` = 'actions/' || CAST(a.`id` AS text) || '/state'
		AND a.`origin` <> 'review' AND NOT (a.`side` = 'vendor' AND a.`origin` IN ('breach', 'assessment', 'agreement'))
);
--> statement-breakpoint
UPDATE `actions` SET
	`kpi_id` = (SELECT t.`kpi_id` FROM `cases` c INNER JOIN `sla_terms` t ON t.`id` = c.`term_id` WHERE c.`id` = `actions`.`origin_id`),
	`service_id` = (SELECT t.`service_id` FROM `cases` c INNER JOIN `sla_terms` t ON t.`id` = c.`term_id` WHERE c.`id` = `actions`.`origin_id`),
	`market_id` = (SELECT t.`market_id` FROM `cases` c INNER JOIN `sla_terms` t ON t.`id` = c.`term_id` WHERE c.`id` = `actions`.`origin_id`)
WHERE `origin` = 'breach' AND `kpi_id` IS NULL;
