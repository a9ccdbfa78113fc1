CREATE INDEX "mails_person" ON "mails" USING btree ("to_person_id");--> statement-breakpoint
CREATE INDEX "mails_address" ON "mails" USING btree (lower(to_address));--> statement-breakpoint
CREATE INDEX "contacts_address" ON "contacts" USING btree (lower(email));