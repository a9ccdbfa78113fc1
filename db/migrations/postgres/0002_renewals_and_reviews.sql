CREATE TABLE "reassessments" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"cause" text NOT NULL,
	"occasion" text NOT NULL,
	"due_on" text NOT NULL,
	"raised_at" text NOT NULL,
	"ended_at" text
);
--> statement-breakpoint
CREATE TABLE "review_comments" (
	"id" bigint PRIMARY KEY NOT NULL,
	"review_id" bigint NOT NULL,
	"section_id" text NOT NULL,
	"figure_id" text,
	"side" text NOT NULL,
	"internal" boolean NOT NULL,
	"person_id" bigint,
	"text" text NOT NULL,
	"written_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_decisions" (
	"id" bigint PRIMARY KEY NOT NULL,
	"review_id" bigint NOT NULL,
	"agenda" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"person_id" bigint,
	"decided_at" text NOT NULL,
	"withdrawn_at" text
);
--> statement-breakpoint
CREATE TABLE "review_items" (
	"id" bigint PRIMARY KEY NOT NULL,
	"review_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"side" text NOT NULL,
	"title" text NOT NULL,
	"details" text,
	"person_id" bigint,
	"written_at" text NOT NULL,
	"withdrawn_at" text
);
--> statement-breakpoint
CREATE TABLE "review_note_versions" (
	"id" bigint PRIMARY KEY NOT NULL,
	"note_id" bigint NOT NULL,
	"version" integer,
	"text" text NOT NULL,
	"person_id" bigint,
	"written_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_notes" (
	"id" bigint PRIMARY KEY NOT NULL,
	"review_id" bigint NOT NULL,
	"agenda" text NOT NULL,
	"text" text NOT NULL,
	"version" integer NOT NULL,
	"person_id" bigint,
	"written_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_ratings" (
	"id" bigint PRIMARY KEY NOT NULL,
	"review_id" bigint NOT NULL,
	"figure_id" text NOT NULL,
	"computed" text,
	"rating" text NOT NULL,
	"reason" text,
	"person_id" bigint,
	"decided_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_signatures" (
	"id" bigint PRIMARY KEY NOT NULL,
	"review_id" bigint NOT NULL,
	"side" text NOT NULL,
	"state" text NOT NULL,
	"person_id" bigint,
	"comment" text,
	"signed_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_moves" (
	"id" bigint PRIMARY KEY NOT NULL,
	"review_id" bigint NOT NULL,
	"from_at" text NOT NULL,
	"to_at" text NOT NULL,
	"reason" text NOT NULL,
	"person_id" bigint,
	"moved_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_packs" (
	"id" bigint PRIMARY KEY NOT NULL,
	"review_id" bigint NOT NULL,
	"part" text NOT NULL,
	"body" text NOT NULL,
	"sha256" text NOT NULL,
	"frozen_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"quarter" integer NOT NULL,
	"state" text NOT NULL,
	"owner_id" bigint,
	"meets_at" text NOT NULL,
	"minutes" integer NOT NULL,
	"time_zone" text NOT NULL,
	"place" text,
	"calendar_uid" text NOT NULL,
	"calendar_sequence" integer DEFAULT 0 NOT NULL,
	"invited_at" text,
	"frozen_at" text,
	"computed_rating" text,
	"opened_at" text,
	"held_at" text,
	"record_sent_at" text,
	"signed_at" text,
	"cancelled_at" text,
	"cancel_reason" text,
	"created_at" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "attachments" jsonb;--> statement-breakpoint
ALTER TABLE "risks" ADD COLUMN "shared" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "fee_open" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "standard_run_contracts" ADD COLUMN "amendment_id" bigint;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "holder" text;--> statement-breakpoint
ALTER TABLE "reassessments" ADD CONSTRAINT "reassessments_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_comments" ADD CONSTRAINT "review_comments_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_decisions" ADD CONSTRAINT "review_decisions_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_note_versions" ADD CONSTRAINT "review_note_versions_note_id_review_notes_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."review_notes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_notes" ADD CONSTRAINT "review_notes_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_ratings" ADD CONSTRAINT "review_ratings_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_signatures" ADD CONSTRAINT "review_signatures_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_moves" ADD CONSTRAINT "review_moves_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_packs" ADD CONSTRAINT "review_packs_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reassessments_vendor" ON "reassessments" USING btree ("vendor_id","ended_at");--> statement-breakpoint
CREATE INDEX "reassessments_open" ON "reassessments" USING btree ("ended_at","due_on");--> statement-breakpoint
CREATE INDEX "review_comments_review" ON "review_comments" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "review_decisions_review" ON "review_decisions" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "review_decisions_kind" ON "review_decisions" USING btree ("kind","decided_at");--> statement-breakpoint
CREATE INDEX "review_items_review" ON "review_items" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "review_note_versions_note" ON "review_note_versions" USING btree ("note_id");--> statement-breakpoint
CREATE UNIQUE INDEX "review_notes_item" ON "review_notes" USING btree ("review_id","agenda");--> statement-breakpoint
CREATE UNIQUE INDEX "review_ratings_figure" ON "review_ratings" USING btree ("review_id","figure_id");--> statement-breakpoint
CREATE UNIQUE INDEX "review_signatures_side" ON "review_signatures" USING btree ("review_id","side");--> statement-breakpoint
CREATE INDEX "review_moves_review" ON "review_moves" USING btree ("review_id");--> statement-breakpoint
CREATE UNIQUE INDEX "review_packs_part" ON "review_packs" USING btree ("review_id","part");--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_vendor_quarter" ON "reviews" USING btree ("vendor_id","quarter");--> statement-breakpoint
CREATE INDEX "reviews_meets" ON "reviews" USING btree ("state","meets_at");--> statement-breakpoint
CREATE INDEX "reviews_quarter" ON "reviews" USING btree ("quarter","state");--> statement-breakpoint
CREATE INDEX "documents_hash" ON "documents" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "uploads_hash" ON "uploads" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "breaches_kpi" ON "breaches" USING btree ("kpi_id","vendor_id");--> statement-breakpoint
CREATE INDEX "standard_run_contracts_amendment" ON "standard_run_contracts" USING btree ("amendment_id");--> statement-breakpoint
ALTER TABLE "contracts" DROP COLUMN "initial_months";--> statement-breakpoint
ALTER TABLE "job_runs" DROP COLUMN "heartbeat_at";--> statement-breakpoint
ALTER TABLE "work" DROP COLUMN "heartbeat_at";--> statement-breakpoint
ALTER TABLE "mails" DROP COLUMN "claimed_at";