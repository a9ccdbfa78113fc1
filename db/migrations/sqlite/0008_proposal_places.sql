CREATE TABLE `proposal_places` (
	`id` integer PRIMARY KEY NOT NULL,
	`proposal_id` integer NOT NULL,
	`market_id` integer NOT NULL,
	`provided` integer NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`market_id`) REFERENCES `markets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `proposal_places_once` ON `proposal_places` (`proposal_id`,`market_id`,`provided`);--> statement-breakpoint
CREATE INDEX `proposal_places_market` ON `proposal_places` (`market_id`);