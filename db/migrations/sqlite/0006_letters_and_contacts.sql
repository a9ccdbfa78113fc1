CREATE INDEX `mails_person` ON `mails` (`to_person_id`);--> statement-breakpoint
CREATE INDEX `mails_address` ON `mails` (lower(to_address));--> statement-breakpoint
CREATE INDEX `contacts_address` ON `contacts` (lower(email));