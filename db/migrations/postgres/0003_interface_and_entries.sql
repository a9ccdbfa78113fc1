CREATE TABLE "access_tokens" (
	"id" bigint PRIMARY KEY NOT NULL,
	"person_id" bigint NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"ending" text NOT NULL,
	"read_only" boolean NOT NULL,
	"created_at" text NOT NULL,
	"expires_at" text NOT NULL,
	"last_used_at" text,
	"last_address" text,
	"revoked_at" text
);
--> statement-breakpoint
CREATE TABLE "repeatable_requests" (
	"person_id" bigint NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"created_at" text NOT NULL,
	"status" integer,
	"answer" jsonb,
	CONSTRAINT "repeatable_requests_person_id_key_pk" PRIMARY KEY("person_id","key")
);
--> statement-breakpoint
CREATE TABLE "company_submissions" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"is_first" boolean NOT NULL,
	"mended" jsonb NOT NULL,
	"submitted_at" text NOT NULL,
	"submitted_by" bigint,
	"settled_at" text,
	"settled_by" bigint
);
--> statement-breakpoint
CREATE TABLE "manual_entries" (
	"id" bigint PRIMARY KEY NOT NULL,
	"contract_id" bigint NOT NULL,
	"vendor_id" bigint NOT NULL,
	"period" integer NOT NULL,
	"currency" text NOT NULL,
	"kind" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"reason" text NOT NULL,
	"evidence" text NOT NULL,
	"state" text NOT NULL,
	"proposed_by" bigint,
	"proposed_at" text NOT NULL,
	"decided_by" bigint,
	"decided_at" text,
	"remarks" text,
	"entry_id" bigint
);
--> statement-breakpoint
CREATE TABLE "vendor_imports" (
	"id" bigint PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"adds_codes" boolean NOT NULL,
	"state" text NOT NULL,
	"counts" jsonb,
	"faults" jsonb,
	"fault_count" integer DEFAULT 0 NOT NULL,
	"received_at" text NOT NULL,
	"received_by" bigint,
	"work_id" bigint NOT NULL,
	"finished_at" text
);
--> statement-breakpoint
DROP INDEX "reports_idempotency";--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "kpi_id" bigint;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "service_id" bigint;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "market_id" bigint;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "chased_for" text;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "chased_day" integer;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "actor_kind" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "notice_day" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "signed_later" text;--> statement-breakpoint
ALTER TABLE "markets" ADD COLUMN "reported_by" bigint;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "recorded_by" bigint;--> statement-breakpoint
ALTER TABLE "review_comments" ADD COLUMN "part" text DEFAULT 'shared' NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "draft_reminded_at" text;--> statement-breakpoint
ALTER TABLE "settlement_terms" ADD COLUMN "claim_count" text DEFAULT 'calendar_days' NOT NULL;--> statement-breakpoint
ALTER TABLE "settlement_terms" ADD COLUMN "dated" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "penalty_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "vendors" ADD COLUMN "graded_by" bigint;--> statement-breakpoint
ALTER TABLE "vendors" ADD COLUMN "put_up_by" bigint;--> statement-breakpoint
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repeatable_requests" ADD CONSTRAINT "repeatable_requests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_submissions" ADD CONSTRAINT "company_submissions_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manual_entries" ADD CONSTRAINT "manual_entries_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manual_entries" ADD CONSTRAINT "manual_entries_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manual_entries" ADD CONSTRAINT "manual_entries_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manual_entries" ADD CONSTRAINT "manual_entries_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manual_entries" ADD CONSTRAINT "manual_entries_entry_id_account_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."account_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "access_tokens_hash" ON "access_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "access_tokens_person" ON "access_tokens" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "access_tokens_created" ON "access_tokens" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "repeatable_requests_created" ON "repeatable_requests" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "company_submissions_vendor" ON "company_submissions" USING btree ("vendor_id","submitted_at");--> statement-breakpoint
CREATE INDEX "company_submissions_open" ON "company_submissions" USING btree ("settled_at","submitted_at");--> statement-breakpoint
CREATE INDEX "manual_entries_contract" ON "manual_entries" USING btree ("contract_id","proposed_at");--> statement-breakpoint
CREATE INDEX "manual_entries_vendor" ON "manual_entries" USING btree ("vendor_id");--> statement-breakpoint
CREATE INDEX "manual_entries_state" ON "manual_entries" USING btree ("state");--> statement-breakpoint
CREATE INDEX "vendor_imports_received" ON "vendor_imports" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "vendor_imports_hash" ON "vendor_imports" USING btree ("sha256");--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_kpi_id_kpis_id_fk" FOREIGN KEY ("kpi_id") REFERENCES "public"."kpis"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_market_id_markets_id_fk" FOREIGN KEY ("market_id") REFERENCES "public"."markets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_actor_kind" ON "audit_entries" USING btree ("actor_kind");--> statement-breakpoint
CREATE INDEX "work_vendor" ON "work" USING btree ("vendor_id","finished_at");--> statement-breakpoint
CREATE INDEX "screening_hits_score" ON "screening_hits" USING btree ("score","id");--> statement-breakpoint
CREATE INDEX "screening_hits_found" ON "screening_hits" USING btree ("found_at","id");--> statement-breakpoint
CREATE INDEX "settlement_terms_dated" ON "settlement_terms" USING btree ("dated");--> statement-breakpoint
CREATE INDEX "credit_periods_currency" ON "credit_periods" USING btree ("currency","contract_id");--> statement-breakpoint
CREATE INDEX "evaluations_current_period" ON "evaluations" USING btree ("period","term_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "offerings_relied" ON "offerings" USING btree ("service_id","market_id") WHERE share_percent is not null or standby_order is not null;--> statement-breakpoint
ALTER TABLE "reports" DROP COLUMN "idempotency_key";