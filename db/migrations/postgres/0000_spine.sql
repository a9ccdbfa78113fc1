CREATE TABLE "actions" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"origin" text NOT NULL,
	"origin_id" bigint NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"step" text,
	"title" text,
	"side" text NOT NULL,
	"owner_id" bigint,
	"owner_name" text,
	"due_on" text,
	"done_at" text,
	"cancelled_at" text,
	"created_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"sequence" bigserial PRIMARY KEY NOT NULL,
	"at" text NOT NULL,
	"person_id" bigint,
	"actor" text NOT NULL,
	"address" text,
	"action" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"vendor_id" bigint,
	"before" jsonb,
	"after" jsonb,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" bigint PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"role" text NOT NULL,
	"vendor_id" bigint,
	"reach_market_id" bigint,
	"locale" text DEFAULT 'en' NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"failed_sign_ins" integer DEFAULT 0 NOT NULL,
	"locked_until" text,
	"created_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" bigint NOT NULL,
	"created_at" text NOT NULL,
	"last_seen_at" text NOT NULL,
	"expires_at" text NOT NULL,
	"address" text,
	"agent" text
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" bigint NOT NULL,
	"created_at" text NOT NULL,
	"expires_at" text NOT NULL,
	"used_at" text
);
--> statement-breakpoint
CREATE TABLE "contract_fees" (
	"contract_id" bigint NOT NULL,
	"period" integer NOT NULL,
	"fee_minor" bigint NOT NULL,
	CONSTRAINT "contract_fees_contract_id_period_pk" PRIMARY KEY("contract_id","period")
);
--> statement-breakpoint
CREATE TABLE "contract_scopes" (
	"id" bigint PRIMARY KEY NOT NULL,
	"contract_id" bigint NOT NULL,
	"service_id" bigint NOT NULL,
	"market_id" bigint
);
--> statement-breakpoint
CREATE TABLE "contracts" (
	"id" bigint PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"vendor_id" bigint NOT NULL,
	"state" text NOT NULL,
	"starts_on" text NOT NULL,
	"ends_on" text,
	"terminated_on" text,
	"renewal" text DEFAULT 'none' NOT NULL,
	"notice_days" integer,
	"currency" text NOT NULL,
	"fee_minor" bigint,
	"credit_cap_percent" text,
	"credit_minimum_minor" bigint,
	"at_risk_percent" text,
	"points_table" jsonb,
	"report_due_day" integer,
	"report_due_business_day" integer,
	"grace_days" integer DEFAULT 0 NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"accepts_alone" boolean DEFAULT false NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"created_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sla_term_versions" (
	"id" bigint PRIMARY KEY NOT NULL,
	"term_id" bigint NOT NULL,
	"version" integer NOT NULL,
	"effective_from" text,
	"effective_to" text,
	"document" jsonb NOT NULL,
	"reason" text,
	"replaced_at" text,
	"created_at" text NOT NULL,
	"created_by" bigint
);
--> statement-breakpoint
CREATE TABLE "sla_terms" (
	"id" bigint PRIMARY KEY NOT NULL,
	"contract_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"kpi_id" bigint NOT NULL,
	"service_id" bigint,
	"market_id" bigint,
	"withdrawn_at" text
);
--> statement-breakpoint
CREATE TABLE "earlier_rankings" (
	"id" bigint PRIMARY KEY NOT NULL,
	"proposal_id" bigint NOT NULL,
	"as_of" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"replaced_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposal_causes" (
	"id" bigint PRIMARY KEY NOT NULL,
	"proposal_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"cause" jsonb NOT NULL,
	"breach_id" bigint,
	"contract_id" bigint,
	"risk_id" bigint,
	"person_id" bigint,
	"joined_on" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"service_id" bigint NOT NULL,
	"market_id" bigint,
	"market_key" bigint NOT NULL,
	"state" text NOT NULL,
	"as_of" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"candidate_count" integer NOT NULL,
	"leader_id" bigint,
	"leader_score" text,
	"created_at" text NOT NULL,
	"asked_by" bigint,
	"decided_at" text,
	"decided_by" bigint,
	"decision_reason" text
);
--> statement-breakpoint
CREATE TABLE "sourcing_gaps" (
	"id" bigint PRIMARY KEY NOT NULL,
	"proposal_id" bigint NOT NULL,
	"service_id" bigint NOT NULL,
	"market_id" bigint,
	"opened_on" text NOT NULL,
	"closed_on" text
);
--> statement-breakpoint
CREATE TABLE "switch_plans" (
	"id" bigint PRIMARY KEY NOT NULL,
	"proposal_id" bigint NOT NULL,
	"candidate_id" bigint NOT NULL,
	"share_percent" text NOT NULL,
	"state" text NOT NULL,
	"started_on" text NOT NULL,
	"finished_on" text,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "job_runs" (
	"id" bigint PRIMARY KEY NOT NULL,
	"job" text NOT NULL,
	"slot" text NOT NULL,
	"as_of" text NOT NULL,
	"origin" text NOT NULL,
	"person_id" bigint,
	"state" text NOT NULL,
	"started_at" text NOT NULL,
	"heartbeat_at" text NOT NULL,
	"finished_at" text,
	"milliseconds" integer,
	"counts" jsonb,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "work" (
	"id" bigint PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_id" bigint,
	"vendor_id" bigint,
	"input" jsonb NOT NULL,
	"state" text NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"result" jsonb,
	"error" text,
	"created_at" text NOT NULL,
	"heartbeat_at" text,
	"finished_at" text
);
--> statement-breakpoint
CREATE TABLE "header_mappings" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"fingerprint" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"changed_at" text NOT NULL,
	"changed_by" bigint
);
--> statement-breakpoint
CREATE TABLE "kpis" (
	"id" bigint PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	"unit" text NOT NULL,
	"better" text NOT NULL,
	"category" text NOT NULL,
	"min" text,
	"max" text,
	"sample_kpi_code" text,
	"aliases" jsonb NOT NULL,
	"formula" text
);
--> statement-breakpoint
CREATE TABLE "readings" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"report_id" bigint NOT NULL,
	"vendor_id" bigint NOT NULL,
	"kpi_id" bigint NOT NULL,
	"market_id" bigint,
	"service_id" bigint,
	"period" integer NOT NULL,
	"source" text NOT NULL,
	"value" text,
	"numerator" text,
	"denominator" text,
	"sample_size" text,
	"note" text,
	"sheet" text,
	"row" integer,
	"superseded_by" bigint
);
--> statement-breakpoint
CREATE TABLE "report_chases" (
	"id" bigint PRIMARY KEY NOT NULL,
	"contract_id" bigint NOT NULL,
	"period" integer NOT NULL,
	"step" text NOT NULL,
	"due_on" text NOT NULL,
	"sent_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_findings" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"report_id" bigint NOT NULL,
	"severity" text NOT NULL,
	"code" text NOT NULL,
	"sheet" text,
	"row" integer,
	"column" integer,
	"column_name" text,
	"period" integer,
	"kpi_code" text,
	"market_code" text,
	"service_code" text,
	"value" text,
	"params" jsonb,
	"comment" text,
	"commented_at" text,
	"commented_by" bigint
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"upload_id" bigint,
	"state" text NOT NULL,
	"source" text NOT NULL,
	"channel" text NOT NULL,
	"idempotency_key" text,
	"first_period" integer,
	"last_period" integer,
	"reading_count" integer DEFAULT 0 NOT NULL,
	"error_count" integer DEFAULT 0 NOT NULL,
	"warning_count" integer DEFAULT 0 NOT NULL,
	"omitted_count" integer DEFAULT 0 NOT NULL,
	"layout" jsonb,
	"comment" text,
	"created_at" text NOT NULL,
	"created_by" bigint,
	"submitted_at" text,
	"submitted_by" bigint,
	"decided_at" text,
	"decided_by" bigint,
	"decision_note" text
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"sha256" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"received_at" text NOT NULL,
	"received_by" bigint
);
--> statement-breakpoint
CREATE TABLE "markets" (
	"id" bigint PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	"level" text NOT NULL,
	"parent_id" bigint,
	"path" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" bigint PRIMARY KEY NOT NULL,
	"once_key" text,
	"to_address" text NOT NULL,
	"to_person_id" bigint,
	"locale" text NOT NULL,
	"template" text NOT NULL,
	"params" jsonb NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"vendor_id" bigint,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" text NOT NULL,
	"claimed_at" text,
	"sent_at" text,
	"last_error" text,
	"created_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"scorecard" text NOT NULL,
	"total" text NOT NULL,
	"result" text NOT NULL,
	"assessed_on" text NOT NULL,
	"valid_until" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exchange_rates" (
	"period" integer NOT NULL,
	"quote" text NOT NULL,
	"average" text NOT NULL,
	"days" integer NOT NULL,
	"month_end" text NOT NULL,
	"month_end_on" text NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "exchange_rates_quote_period_pk" PRIMARY KEY("quote","period")
);
--> statement-breakpoint
CREATE TABLE "risks" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"category" text NOT NULL,
	"title" text NOT NULL,
	"likelihood" integer NOT NULL,
	"impact" integer NOT NULL,
	"residual_likelihood" integer NOT NULL,
	"residual_impact" integer NOT NULL,
	"reviewed_on" text NOT NULL,
	"closed_at" text
);
--> statement-breakpoint
CREATE TABLE "breaches" (
	"id" bigint PRIMARY KEY NOT NULL,
	"term_id" bigint NOT NULL,
	"period" integer NOT NULL,
	"contract_id" bigint NOT NULL,
	"vendor_id" bigint NOT NULL,
	"kpi_id" bigint NOT NULL,
	"case_id" bigint NOT NULL,
	"evaluation_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"severity" text NOT NULL,
	"opened_on" text NOT NULL,
	"withdrawn_at" text
);
--> statement-breakpoint
CREATE TABLE "case_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"at" text NOT NULL,
	"person_id" bigint,
	"kind" text NOT NULL,
	"text" text,
	"details" jsonb,
	"internal" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" bigint PRIMARY KEY NOT NULL,
	"term_id" bigint NOT NULL,
	"contract_id" bigint NOT NULL,
	"vendor_id" bigint NOT NULL,
	"kpi_id" bigint NOT NULL,
	"state" text NOT NULL,
	"severity" text NOT NULL,
	"first_period" integer NOT NULL,
	"last_period" integer NOT NULL,
	"breach_count" integer NOT NULL,
	"opened_on" text NOT NULL,
	"acknowledged_at" text,
	"due_on" text,
	"closed_at" text
);
--> statement-breakpoint
CREATE TABLE "contract_evaluations" (
	"contract_id" bigint PRIMARY KEY NOT NULL,
	"stale" boolean NOT NULL,
	"evaluated_as_of" text,
	"next_change_on" text,
	"evaluated_at" text
);
--> statement-breakpoint
CREATE TABLE "credit_entries" (
	"id" bigint PRIMARY KEY NOT NULL,
	"contract_id" bigint NOT NULL,
	"period" integer NOT NULL,
	"kind" text NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"posted_at" text NOT NULL,
	"as_of" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credit_periods" (
	"contract_id" bigint NOT NULL,
	"vendor_id" bigint NOT NULL,
	"period" integer NOT NULL,
	"currency" text NOT NULL,
	"gross_minor" bigint NOT NULL,
	"capped_minor" bigint NOT NULL,
	"issued_minor" bigint NOT NULL,
	"returned_minor" bigint NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "credit_periods_contract_id_period_pk" PRIMARY KEY("contract_id","period")
);
--> statement-breakpoint
CREATE TABLE "evaluations" (
	"id" bigint PRIMARY KEY NOT NULL,
	"contract_id" bigint NOT NULL,
	"vendor_id" bigint NOT NULL,
	"term_id" bigint NOT NULL,
	"version_id" bigint NOT NULL,
	"kpi_id" bigint NOT NULL,
	"period" integer NOT NULL,
	"outcome" text NOT NULL,
	"kind" text,
	"reason" text,
	"severity" text,
	"measured" text,
	"shortfall" text,
	"sample_size" text,
	"run" integer NOT NULL,
	"points" text NOT NULL,
	"triggers" jsonb NOT NULL,
	"credit_minor" bigint NOT NULL,
	"capped_minor" bigint NOT NULL,
	"issued_minor" bigint NOT NULL,
	"working" jsonb NOT NULL,
	"evaluated_at" text NOT NULL,
	"as_of" text NOT NULL,
	"superseded_at" text
);
--> statement-breakpoint
CREATE TABLE "excusals" (
	"id" bigint PRIMARY KEY NOT NULL,
	"contract_id" bigint NOT NULL,
	"kpi_id" bigint NOT NULL,
	"first_period" integer NOT NULL,
	"last_period" integer NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"agreed_by" text NOT NULL,
	"created_at" text NOT NULL,
	"created_by" bigint,
	"revoked_at" text
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"number" text,
	"issued_on" text,
	"expires_on" text
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"side" text NOT NULL,
	"role" text NOT NULL,
	"level" integer,
	"name" text NOT NULL,
	"email" text,
	"phone" text
);
--> statement-breakpoint
CREATE TABLE "offerings" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"service_id" bigint NOT NULL,
	"market_id" bigint NOT NULL,
	"capacity" text,
	"carried" text,
	"share_percent" text,
	"unit_price" text,
	"currency" text,
	"lead_time_days" integer,
	"switch_days" integer,
	"standby_order" integer,
	"standby_signed_on" text,
	"switch_tested_on" text,
	"integrated_on" text,
	"demonstration" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "services" (
	"id" bigint PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	"required_certificates" jsonb NOT NULL,
	"recovery_days" integer,
	"owner_id" bigint
);
--> statement-breakpoint
CREATE TABLE "vendors" (
	"id" bigint PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"former_names" jsonb NOT NULL,
	"country" text,
	"parent_id" bigint,
	"status" text NOT NULL,
	"tier" text,
	"spend_score" integer,
	"criticality_score" integer,
	"data_access_score" integer,
	"replaceability_score" integer,
	"website" text,
	"note" text,
	"demonstration" boolean DEFAULT false NOT NULL,
	"created_at" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_reach_market_id_markets_id_fk" FOREIGN KEY ("reach_market_id") REFERENCES "public"."markets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_fees" ADD CONSTRAINT "contract_fees_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_scopes" ADD CONSTRAINT "contract_scopes_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_scopes" ADD CONSTRAINT "contract_scopes_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_scopes" ADD CONSTRAINT "contract_scopes_market_id_markets_id_fk" FOREIGN KEY ("market_id") REFERENCES "public"."markets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_term_versions" ADD CONSTRAINT "sla_term_versions_term_id_sla_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."sla_terms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_terms" ADD CONSTRAINT "sla_terms_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_terms" ADD CONSTRAINT "sla_terms_kpi_id_kpis_id_fk" FOREIGN KEY ("kpi_id") REFERENCES "public"."kpis"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_terms" ADD CONSTRAINT "sla_terms_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_terms" ADD CONSTRAINT "sla_terms_market_id_markets_id_fk" FOREIGN KEY ("market_id") REFERENCES "public"."markets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "earlier_rankings" ADD CONSTRAINT "earlier_rankings_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_causes" ADD CONSTRAINT "proposal_causes_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_market_id_markets_id_fk" FOREIGN KEY ("market_id") REFERENCES "public"."markets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sourcing_gaps" ADD CONSTRAINT "sourcing_gaps_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "switch_plans" ADD CONSTRAINT "switch_plans_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "switch_plans" ADD CONSTRAINT "switch_plans_candidate_id_vendors_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."vendors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "header_mappings" ADD CONSTRAINT "header_mappings_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_kpi_id_kpis_id_fk" FOREIGN KEY ("kpi_id") REFERENCES "public"."kpis"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_market_id_markets_id_fk" FOREIGN KEY ("market_id") REFERENCES "public"."markets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_findings" ADD CONSTRAINT "report_findings_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_upload_id_uploads_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."uploads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risks" ADD CONSTRAINT "risks_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breaches" ADD CONSTRAINT "breaches_term_id_sla_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."sla_terms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breaches" ADD CONSTRAINT "breaches_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breaches" ADD CONSTRAINT "breaches_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breaches" ADD CONSTRAINT "breaches_evaluation_id_evaluations_id_fk" FOREIGN KEY ("evaluation_id") REFERENCES "public"."evaluations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_term_id_sla_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."sla_terms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_evaluations" ADD CONSTRAINT "contract_evaluations_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_periods" ADD CONSTRAINT "credit_periods_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_term_id_sla_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."sla_terms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_version_id_sla_term_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."sla_term_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "excusals" ADD CONSTRAINT "excusals_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "excusals" ADD CONSTRAINT "excusals_kpi_id_kpis_id_fk" FOREIGN KEY ("kpi_id") REFERENCES "public"."kpis"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offerings" ADD CONSTRAINT "offerings_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offerings" ADD CONSTRAINT "offerings_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offerings" ADD CONSTRAINT "offerings_market_id_markets_id_fk" FOREIGN KEY ("market_id") REFERENCES "public"."markets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "actions_origin" ON "actions" USING btree ("origin","origin_id");--> statement-breakpoint
CREATE INDEX "actions_vendor" ON "actions" USING btree ("vendor_id");--> statement-breakpoint
CREATE INDEX "actions_due" ON "actions" USING btree ("done_at","due_on");--> statement-breakpoint
CREATE INDEX "audit_entity" ON "audit_entries" USING btree ("entity","entity_id");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit_entries" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_vendor" ON "audit_entries" USING btree ("vendor_id");--> statement-breakpoint
CREATE INDEX "audit_action" ON "audit_entries" USING btree ("action");--> statement-breakpoint
CREATE INDEX "audit_person" ON "audit_entries" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("email");--> statement-breakpoint
CREATE INDEX "people_vendor" ON "people" USING btree ("vendor_id");--> statement-breakpoint
CREATE INDEX "people_role" ON "people" USING btree ("role","active");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_links_person" ON "sign_in_links" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "contract_scopes_contract" ON "contract_scopes" USING btree ("contract_id");--> statement-breakpoint
CREATE INDEX "contract_scopes_service" ON "contract_scopes" USING btree ("service_id","market_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contracts_number" ON "contracts" USING btree ("number");--> statement-breakpoint
CREATE INDEX "contracts_vendor" ON "contracts" USING btree ("vendor_id");--> statement-breakpoint
CREATE INDEX "contracts_state_end" ON "contracts" USING btree ("state","ends_on");--> statement-breakpoint
CREATE UNIQUE INDEX "sla_term_versions_number" ON "sla_term_versions" USING btree ("term_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "sla_terms_position" ON "sla_terms" USING btree ("contract_id","position");--> statement-breakpoint
CREATE INDEX "sla_terms_kpi" ON "sla_terms" USING btree ("kpi_id","contract_id");--> statement-breakpoint
CREATE INDEX "earlier_rankings_proposal" ON "earlier_rankings" USING btree ("proposal_id","replaced_at");--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_causes_once" ON "proposal_causes" USING btree ("proposal_id","key");--> statement-breakpoint
CREATE INDEX "proposal_causes_key" ON "proposal_causes" USING btree ("key");--> statement-breakpoint
CREATE INDEX "proposal_causes_breach" ON "proposal_causes" USING btree ("breach_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_open" ON "proposals" USING btree ("vendor_id","service_id","market_key") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "proposals_state" ON "proposals" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "proposals_vendor" ON "proposals" USING btree ("vendor_id");--> statement-breakpoint
CREATE INDEX "sourcing_gaps_proposal" ON "sourcing_gaps" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "sourcing_gaps_service" ON "sourcing_gaps" USING btree ("service_id","closed_on");--> statement-breakpoint
CREATE INDEX "switch_plans_proposal" ON "switch_plans" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "switch_plans_candidate" ON "switch_plans" USING btree ("candidate_id");--> statement-breakpoint
CREATE UNIQUE INDEX "job_runs_slot" ON "job_runs" USING btree ("job","slot");--> statement-breakpoint
CREATE INDEX "job_runs_started" ON "job_runs" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "job_runs_job" ON "job_runs" USING btree ("job","started_at");--> statement-breakpoint
CREATE INDEX "work_state" ON "work" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "work_person" ON "work" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "header_mappings_fingerprint" ON "header_mappings" USING btree ("vendor_id","fingerprint");--> statement-breakpoint
CREATE UNIQUE INDEX "kpis_code" ON "kpis" USING btree ("code");--> statement-breakpoint
CREATE INDEX "readings_series" ON "readings" USING btree ("vendor_id","kpi_id","period");--> statement-breakpoint
CREATE INDEX "readings_report" ON "readings" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "readings_superseded_by" ON "readings" USING btree ("superseded_by");--> statement-breakpoint
CREATE UNIQUE INDEX "report_chases_once" ON "report_chases" USING btree ("contract_id","period","step","due_on");--> statement-breakpoint
CREATE INDEX "report_findings_report" ON "report_findings" USING btree ("report_id","id");--> statement-breakpoint
CREATE INDEX "reports_vendor_created" ON "reports" USING btree ("vendor_id","created_at");--> statement-breakpoint
CREATE INDEX "reports_state_submitted" ON "reports" USING btree ("state","submitted_at");--> statement-breakpoint
CREATE INDEX "reports_upload" ON "reports" USING btree ("upload_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_idempotency" ON "reports" USING btree ("vendor_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "uploads_vendor_hash" ON "uploads" USING btree ("vendor_id","sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "markets_code" ON "markets" USING btree ("code");--> statement-breakpoint
CREATE INDEX "markets_path" ON "markets" USING btree ("path");--> statement-breakpoint
CREATE INDEX "markets_parent" ON "markets" USING btree ("parent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mails_once" ON "mails" USING btree ("once_key");--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("state","next_attempt_at");--> statement-breakpoint
CREATE INDEX "mails_created" ON "mails" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "assessments_vendor" ON "assessments" USING btree ("vendor_id","assessed_on");--> statement-breakpoint
CREATE INDEX "risks_vendor" ON "risks" USING btree ("vendor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "breaches_once" ON "breaches" USING btree ("term_id","period");--> statement-breakpoint
CREATE INDEX "breaches_case" ON "breaches" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "breaches_vendor_period" ON "breaches" USING btree ("vendor_id","period");--> statement-breakpoint
CREATE INDEX "breaches_period" ON "breaches" USING btree ("period","severity");--> statement-breakpoint
CREATE INDEX "case_events_case" ON "case_events" USING btree ("case_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_open" ON "cases" USING btree ("term_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "cases_vendor" ON "cases" USING btree ("vendor_id","state");--> statement-breakpoint
CREATE INDEX "cases_state_due" ON "cases" USING btree ("state","due_on");--> statement-breakpoint
CREATE INDEX "contract_evaluations_due" ON "contract_evaluations" USING btree ("stale","next_change_on");--> statement-breakpoint
CREATE INDEX "credit_entries_contract" ON "credit_entries" USING btree ("contract_id","period");--> statement-breakpoint
CREATE INDEX "credit_periods_vendor" ON "credit_periods" USING btree ("vendor_id","period");--> statement-breakpoint
CREATE INDEX "credit_periods_period" ON "credit_periods" USING btree ("period");--> statement-breakpoint
CREATE UNIQUE INDEX "evaluations_current" ON "evaluations" USING btree ("term_id","period") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "evaluations_contract_period" ON "evaluations" USING btree ("contract_id","period");--> statement-breakpoint
CREATE INDEX "evaluations_vendor_period" ON "evaluations" USING btree ("vendor_id","period");--> statement-breakpoint
CREATE INDEX "evaluations_kpi_period" ON "evaluations" USING btree ("kpi_id","period");--> statement-breakpoint
CREATE INDEX "excusals_contract" ON "excusals" USING btree ("contract_id");--> statement-breakpoint
CREATE INDEX "certificates_vendor" ON "certificates" USING btree ("vendor_id");--> statement-breakpoint
CREATE INDEX "certificates_expiry" ON "certificates" USING btree ("expires_on");--> statement-breakpoint
CREATE INDEX "contacts_vendor" ON "contacts" USING btree ("vendor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "offerings_vendor_service_market" ON "offerings" USING btree ("vendor_id","service_id","market_id");--> statement-breakpoint
CREATE INDEX "offerings_service_market" ON "offerings" USING btree ("service_id","market_id","vendor_id");--> statement-breakpoint
CREATE INDEX "offerings_market" ON "offerings" USING btree ("market_id","vendor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "services_code" ON "services" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "vendors_code" ON "vendors" USING btree ("code");--> statement-breakpoint
CREATE INDEX "vendors_name" ON "vendors" USING btree ("name","code");--> statement-breakpoint
CREATE INDEX "vendors_status_name" ON "vendors" USING btree ("status","name","code");--> statement-breakpoint
CREATE INDEX "vendors_tier_name" ON "vendors" USING btree ("tier","name","code");--> statement-breakpoint
CREATE INDEX "vendors_country_name" ON "vendors" USING btree ("country","name","code");--> statement-breakpoint
CREATE INDEX "vendors_parent" ON "vendors" USING btree ("parent_id");