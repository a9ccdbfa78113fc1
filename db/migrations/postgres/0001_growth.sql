CREATE TABLE "calendar_feeds" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_grants" (
	"person_id" bigint NOT NULL,
	"subject" text NOT NULL,
	"record_id" bigint NOT NULL,
	"vendor_id" bigint NOT NULL,
	"granted_by" bigint,
	"granted_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clause_requirements" (
	"id" bigint PRIMARY KEY NOT NULL,
	"clause_id" bigint NOT NULL,
	"service_id" bigint,
	"market_id" bigint,
	"from_data" text,
	"is_required" boolean NOT NULL,
	"reason_en" text NOT NULL,
	"reason_zh" text NOT NULL,
	"source" text,
	"with_product" boolean DEFAULT false NOT NULL,
	"created_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clause_texts" (
	"id" bigint PRIMARY KEY NOT NULL,
	"clause_id" bigint NOT NULL,
	"version" integer NOT NULL,
	"text_en" text NOT NULL,
	"text_zh" text NOT NULL,
	"reason" text,
	"created_at" text NOT NULL,
	"created_by" bigint
);
--> statement-breakpoint
CREATE TABLE "clauses" (
	"id" bigint PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"group" text NOT NULL,
	"position" integer NOT NULL,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	"protects_en" text NOT NULL,
	"protects_zh" text NOT NULL,
	"look_for_en" text NOT NULL,
	"look_for_zh" text NOT NULL,
	"with_product" boolean DEFAULT false NOT NULL,
	"created_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contract_clauses" (
	"id" bigint PRIMARY KEY NOT NULL,
	"contract_id" bigint NOT NULL,
	"clause_id" bigint NOT NULL,
	"state" text NOT NULL,
	"compared_with" integer,
	"place" text,
	"text" text,
	"reason" text,
	"checked_at" text NOT NULL,
	"checked_by" bigint
);
--> statement-breakpoint
CREATE TABLE "contract_data" (
	"contract_id" bigint PRIMARY KEY NOT NULL,
	"data_kind" text NOT NULL,
	"worked_on_in" jsonb NOT NULL,
	"mechanisms" jsonb NOT NULL,
	"changed_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "amendments" (
	"id" bigint PRIMARY KEY NOT NULL,
	"contract_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"effective_from" text,
	"reason" text,
	"changes" jsonb NOT NULL,
	"proposed_by" bigint,
	"proposed_by_name" text,
	"proposed_at" text,
	"decided_by" bigint,
	"decided_by_name" text,
	"decided_at" text,
	"remarks" text,
	"created_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contract_steps" (
	"sequence" bigserial PRIMARY KEY NOT NULL,
	"contract_id" bigint NOT NULL,
	"step" text NOT NULL,
	"person_id" bigint,
	"person_name" text NOT NULL,
	"role" text,
	"remarks" text,
	"at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contract_versions" (
	"id" bigint PRIMARY KEY NOT NULL,
	"contract_id" bigint NOT NULL,
	"version" integer NOT NULL,
	"effective_from" text NOT NULL,
	"document" jsonb NOT NULL,
	"amendment_id" bigint,
	"reason" text,
	"created_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contract_volumes" (
	"contract_id" bigint NOT NULL,
	"period" integer NOT NULL,
	"volume" text NOT NULL,
	CONSTRAINT "contract_volumes_contract_id_period_pk" PRIMARY KEY("contract_id","period")
);
--> statement-breakpoint
CREATE TABLE "check_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"check_id" bigint NOT NULL,
	"at" text NOT NULL,
	"kind" text NOT NULL,
	"person_id" bigint,
	"result" text,
	"text" text,
	"by_portal" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "check_evidence" (
	"id" bigint PRIMARY KEY NOT NULL,
	"check_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"url" text,
	"note" text,
	"added_by" bigint,
	"added_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "due_diligence_checks" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"result" text,
	"finding" text,
	"reviewer_id" bigint,
	"reviewed_on" text,
	"expires_on" text,
	"signed_off_by" bigint,
	"signed_off_at" text,
	"opened_at" text NOT NULL,
	"settled_at" text
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" bigint NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"language" text,
	"version" text,
	"expires_on" text,
	"internal" boolean NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"uploaded_side" text NOT NULL,
	"uploaded_by" bigint,
	"uploaded_at" text NOT NULL,
	"removed_at" text
);
--> statement-breakpoint
CREATE TABLE "vendor_identifiers" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"country" text,
	"standing" text DEFAULT 'held' NOT NULL,
	"entered_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "runners" (
	"id" bigint PRIMARY KEY NOT NULL,
	"seen_at" text NOT NULL,
	"alive_until" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"kind" text NOT NULL,
	"subject_id" bigint NOT NULL,
	"date" text NOT NULL,
	"days_before" integer NOT NULL,
	"reminded_at" text NOT NULL,
	CONSTRAINT "reminders_kind_subject_id_pk" PRIMARY KEY("kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "admissions" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"scoring_id" bigint,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"decided_at" text NOT NULL,
	"decided_by" bigint
);
--> statement-breakpoint
CREATE TABLE "scorecard_versions" (
	"id" bigint PRIMARY KEY NOT NULL,
	"scorecard_id" bigint NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"document" jsonb NOT NULL,
	"created_at" text NOT NULL,
	"created_by" bigint,
	"published_at" text,
	"published_by" bigint
);
--> statement-breakpoint
CREATE TABLE "scorecards" (
	"id" bigint PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"created_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scoring_answers" (
	"id" bigint PRIMARY KEY NOT NULL,
	"assessor_id" bigint NOT NULL,
	"criterion" text NOT NULL,
	"points" text,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "scoring_assessors" (
	"id" bigint PRIMARY KEY NOT NULL,
	"scoring_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"due_on" text NOT NULL,
	"submitted_at" text
);
--> statement-breakpoint
CREATE TABLE "scoring_remarks" (
	"id" bigint PRIMARY KEY NOT NULL,
	"scoring_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"at" text NOT NULL,
	"person_id" bigint,
	"ruling" text,
	"ruling_reason" text,
	"ruled_at" text,
	"ruled_by" bigint
);
--> statement-breakpoint
CREATE TABLE "scorings" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"version_id" bigint NOT NULL,
	"cause" text NOT NULL,
	"state" text NOT NULL,
	"due_on" text NOT NULL,
	"opened_at" text NOT NULL,
	"opened_by" bigint,
	"total" text,
	"result" text,
	"concluded_at" text,
	"concluded_by" bigint,
	"released_at" text,
	"released_by" bigint,
	"demonstration" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settlements" (
	"id" bigint PRIMARY KEY NOT NULL,
	"scoring_id" bigint NOT NULL,
	"criterion" text NOT NULL,
	"points" text NOT NULL,
	"reason" text NOT NULL,
	"settled_at" text NOT NULL,
	"settled_by" bigint
);
--> statement-breakpoint
CREATE TABLE "sanctions_entries" (
	"id" bigint PRIMARY KEY NOT NULL,
	"list_id" bigint NOT NULL,
	"source" text NOT NULL,
	"reference" text NOT NULL,
	"name" text NOT NULL,
	"aliases" jsonb NOT NULL,
	"kind" text NOT NULL,
	"countries" jsonb NOT NULL,
	"program" text
);
--> statement-breakpoint
CREATE TABLE "sanctions_keys" (
	"key" text NOT NULL,
	"entry_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sanctions_lists" (
	"id" bigint PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"listed_on" text NOT NULL,
	"state" text NOT NULL,
	"entry_count" integer NOT NULL,
	"sha256" text NOT NULL,
	"note" text,
	"loaded_at" text NOT NULL,
	"loaded_by" bigint
);
--> statement-breakpoint
CREATE TABLE "screening_hits" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"subject" text NOT NULL,
	"subject_name" text NOT NULL,
	"source" text NOT NULL,
	"reference" text NOT NULL,
	"entry" jsonb NOT NULL,
	"score" integer NOT NULL,
	"reasons" jsonb NOT NULL,
	"fingerprint" text NOT NULL,
	"state" text NOT NULL,
	"decided_by" bigint,
	"decided_at" text,
	"reason" text,
	"found_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "screenings" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"fingerprint" text NOT NULL,
	"screened_at" text NOT NULL,
	"hit_count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "questionnaire_answers" (
	"questionnaire_id" bigint NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"answered_at" text NOT NULL,
	"answered_by" bigint,
	CONSTRAINT "questionnaire_answers_questionnaire_id_question_pk" PRIMARY KEY("questionnaire_id","question")
);
--> statement-breakpoint
CREATE TABLE "questionnaires" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"version" integer NOT NULL,
	"started_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subcontractors" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"name" text NOT NULL,
	"work" text NOT NULL,
	"country" text NOT NULL,
	"data_access" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vendor_changes" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"record_id" bigint,
	"input" jsonb,
	"state" text NOT NULL,
	"proposed_at" text NOT NULL,
	"proposed_by" bigint,
	"decided_at" text,
	"decided_by" bigint,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "vendor_invitations" (
	"id" bigint PRIMARY KEY NOT NULL,
	"vendor_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"service_ids" jsonb NOT NULL,
	"invited_by" bigint,
	"invited_at" text NOT NULL,
	"sent_at" text NOT NULL,
	"expires_at" text NOT NULL,
	"accepted_at" text,
	"revoked_at" text
);
--> statement-breakpoint
CREATE TABLE "vendor_sections" (
	"vendor_id" bigint NOT NULL,
	"section" text NOT NULL,
	"nothing" boolean DEFAULT false NOT NULL,
	"remark" text,
	"returned_at" text,
	"returned_by" bigint,
	"answered_at" text,
	CONSTRAINT "vendor_sections_vendor_id_section_pk" PRIMARY KEY("vendor_id","section")
);
--> statement-breakpoint
CREATE TABLE "account_entries" (
	"id" bigint PRIMARY KEY NOT NULL,
	"contract_id" bigint NOT NULL,
	"vendor_id" bigint NOT NULL,
	"period" integer NOT NULL,
	"currency" text NOT NULL,
	"kind" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"source" text NOT NULL,
	"posted_at" text NOT NULL,
	"on_day" text NOT NULL,
	"person_id" bigint,
	"second_person_id" bigint,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "credit_balances" (
	"contract_id" bigint NOT NULL,
	"vendor_id" bigint NOT NULL,
	"period" integer NOT NULL,
	"currency" text NOT NULL,
	"contracted_minor" bigint NOT NULL,
	"claimed_minor" bigint NOT NULL,
	"accepted_minor" bigint NOT NULL,
	"applied_minor" bigint NOT NULL,
	"disputed_minor" bigint NOT NULL,
	"waived_minor" bigint NOT NULL,
	"expired_minor" bigint NOT NULL,
	"claim_until" text,
	CONSTRAINT "credit_balances_contract_id_period_pk" PRIMARY KEY("contract_id","period")
);
--> statement-breakpoint
CREATE TABLE "credit_moves" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"contract_id" bigint NOT NULL,
	"vendor_id" bigint NOT NULL,
	"period" integer NOT NULL,
	"currency" text NOT NULL,
	"move" text NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"at" text NOT NULL,
	"on_day" text NOT NULL,
	"person_id" bigint,
	"reason" text,
	"invoice_number" text
);
--> statement-breakpoint
CREATE TABLE "settlement_terms" (
	"contract_id" bigint PRIMARY KEY NOT NULL,
	"claim_days" integer,
	"claim_from" text NOT NULL,
	"bonus_percent" text,
	"changed_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statement_entries" (
	"entry_id" bigint PRIMARY KEY NOT NULL,
	"statement_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statement_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"statement_id" bigint NOT NULL,
	"at" text NOT NULL,
	"person_id" bigint,
	"kind" text NOT NULL,
	"text" text
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"id" bigint PRIMARY KEY NOT NULL,
	"contract_id" bigint NOT NULL,
	"vendor_id" bigint NOT NULL,
	"period" integer NOT NULL,
	"currency" text NOT NULL,
	"state" text NOT NULL,
	"fee_minor" bigint NOT NULL,
	"credit_minor" bigint NOT NULL,
	"bonus_minor" bigint NOT NULL,
	"correction_minor" bigint NOT NULL,
	"carried_minor" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"drafted_at" text NOT NULL,
	"sent_at" text,
	"agreed_at" text,
	"settled_at" text,
	"invoice_number" text
);
--> statement-breakpoint
CREATE TABLE "kpi_months" (
	"kpi_id" bigint NOT NULL,
	"period" integer NOT NULL,
	"outcome" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "kpi_months_kpi_id_period_outcome_pk" PRIMARY KEY("kpi_id","period","outcome")
);
--> statement-breakpoint
CREATE TABLE "vendor_kpi_years" (
	"vendor_id" bigint NOT NULL,
	"kpi_id" bigint NOT NULL,
	"until" integer NOT NULL,
	"failures" integer NOT NULL,
	CONSTRAINT "vendor_kpi_years_vendor_id_kpi_id_until_pk" PRIMARY KEY("vendor_id","kpi_id","until")
);
--> statement-breakpoint
CREATE TABLE "adopted_terms" (
	"adoption_id" bigint NOT NULL,
	"standard_term_id" bigint NOT NULL,
	"term_id" bigint NOT NULL,
	"version_id" bigint,
	CONSTRAINT "adopted_terms_adoption_id_standard_term_id_pk" PRIMARY KEY("adoption_id","standard_term_id")
);
--> statement-breakpoint
CREATE TABLE "adoptions" (
	"id" bigint PRIMARY KEY NOT NULL,
	"standard_id" bigint NOT NULL,
	"contract_id" bigint NOT NULL,
	"market_id" bigint NOT NULL,
	"since" text NOT NULL,
	"created_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standard_run_contracts" (
	"run_id" bigint NOT NULL,
	"contract_id" bigint NOT NULL,
	"state" text NOT NULL,
	"added" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"kept" integer DEFAULT 0 NOT NULL,
	"refusal" jsonb,
	CONSTRAINT "standard_run_contracts_run_id_contract_id_pk" PRIMARY KEY("run_id","contract_id")
);
--> statement-breakpoint
CREATE TABLE "standard_runs" (
	"id" bigint PRIMARY KEY NOT NULL,
	"standard_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"market_id" bigint NOT NULL,
	"effective_from" text NOT NULL,
	"existing" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" text NOT NULL,
	"created_by" bigint
);
--> statement-breakpoint
CREATE TABLE "standard_terms" (
	"id" bigint PRIMARY KEY NOT NULL,
	"standard_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"kpi_id" bigint NOT NULL,
	"service_id" bigint,
	"scope_market_id" bigint
);
--> statement-breakpoint
CREATE TABLE "standard_texts" (
	"id" bigint PRIMARY KEY NOT NULL,
	"term_id" bigint NOT NULL,
	"market_id" bigint NOT NULL,
	"version" integer NOT NULL,
	"effective_from" text NOT NULL,
	"document" jsonb,
	"reason" text NOT NULL,
	"created_at" text NOT NULL,
	"created_by" bigint
);
--> statement-breakpoint
CREATE TABLE "standards" (
	"id" bigint PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	"market_id" bigint NOT NULL,
	"source" text,
	"licence" text,
	"limits" jsonb NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"created_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" bigint PRIMARY KEY NOT NULL,
	"person_id" bigint NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"search" text NOT NULL,
	"created_at" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "done_by" bigint;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "cancel_reason" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "initial_months" integer;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "renewal_months" integer;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "notice_months" integer;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "vendor_notice_days" integer;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "vendor_notice_months" integer;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "our_entity" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "vendor_entity" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "scope_text" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "pricing" jsonb;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "payment_days" integer;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "payment_basis" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "calendar_country" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "governing_law" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "arbitration" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "liability_cap_minor" bigint;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "liability_cap_percent" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "data_role" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "prevailing_language" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "signed_on" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "total_value_minor" bigint;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "ocid" text;--> statement-breakpoint
ALTER TABLE "job_runs" ADD COLUMN "claimed_by" bigint;--> statement-breakpoint
ALTER TABLE "work" ADD COLUMN "claimed_by" bigint;--> statement-breakpoint
ALTER TABLE "work" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "staging_round" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "claimed_by" bigint;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "scoring_id" bigint;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_grants" ADD CONSTRAINT "review_grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_grants" ADD CONSTRAINT "review_grants_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_grants" ADD CONSTRAINT "review_grants_granted_by_people_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clause_requirements" ADD CONSTRAINT "clause_requirements_clause_id_clauses_id_fk" FOREIGN KEY ("clause_id") REFERENCES "public"."clauses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clause_requirements" ADD CONSTRAINT "clause_requirements_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clause_requirements" ADD CONSTRAINT "clause_requirements_market_id_markets_id_fk" FOREIGN KEY ("market_id") REFERENCES "public"."markets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clause_texts" ADD CONSTRAINT "clause_texts_clause_id_clauses_id_fk" FOREIGN KEY ("clause_id") REFERENCES "public"."clauses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_clauses" ADD CONSTRAINT "contract_clauses_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_clauses" ADD CONSTRAINT "contract_clauses_clause_id_clauses_id_fk" FOREIGN KEY ("clause_id") REFERENCES "public"."clauses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_data" ADD CONSTRAINT "contract_data_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_steps" ADD CONSTRAINT "contract_steps_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_versions" ADD CONSTRAINT "contract_versions_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_volumes" ADD CONSTRAINT "contract_volumes_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_events" ADD CONSTRAINT "check_events_check_id_due_diligence_checks_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."due_diligence_checks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_events" ADD CONSTRAINT "check_events_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_evidence" ADD CONSTRAINT "check_evidence_check_id_due_diligence_checks_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."due_diligence_checks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_evidence" ADD CONSTRAINT "check_evidence_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "due_diligence_checks" ADD CONSTRAINT "due_diligence_checks_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "due_diligence_checks" ADD CONSTRAINT "due_diligence_checks_reviewer_id_people_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "due_diligence_checks" ADD CONSTRAINT "due_diligence_checks_signed_off_by_people_id_fk" FOREIGN KEY ("signed_off_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendor_identifiers" ADD CONSTRAINT "vendor_identifiers_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "admissions" ADD CONSTRAINT "admissions_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorecard_versions" ADD CONSTRAINT "scorecard_versions_scorecard_id_scorecards_id_fk" FOREIGN KEY ("scorecard_id") REFERENCES "public"."scorecards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scoring_answers" ADD CONSTRAINT "scoring_answers_assessor_id_scoring_assessors_id_fk" FOREIGN KEY ("assessor_id") REFERENCES "public"."scoring_assessors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scoring_assessors" ADD CONSTRAINT "scoring_assessors_scoring_id_scorings_id_fk" FOREIGN KEY ("scoring_id") REFERENCES "public"."scorings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scoring_assessors" ADD CONSTRAINT "scoring_assessors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scoring_remarks" ADD CONSTRAINT "scoring_remarks_scoring_id_scorings_id_fk" FOREIGN KEY ("scoring_id") REFERENCES "public"."scorings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorings" ADD CONSTRAINT "scorings_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorings" ADD CONSTRAINT "scorings_version_id_scorecard_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."scorecard_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlements" ADD CONSTRAINT "settlements_scoring_id_scorings_id_fk" FOREIGN KEY ("scoring_id") REFERENCES "public"."scorings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sanctions_entries" ADD CONSTRAINT "sanctions_entries_list_id_sanctions_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."sanctions_lists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sanctions_keys" ADD CONSTRAINT "sanctions_keys_entry_id_sanctions_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."sanctions_entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sanctions_lists" ADD CONSTRAINT "sanctions_lists_loaded_by_people_id_fk" FOREIGN KEY ("loaded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_hits" ADD CONSTRAINT "screening_hits_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_hits" ADD CONSTRAINT "screening_hits_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screenings" ADD CONSTRAINT "screenings_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_answers" ADD CONSTRAINT "questionnaire_answers_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD CONSTRAINT "questionnaires_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subcontractors" ADD CONSTRAINT "subcontractors_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendor_changes" ADD CONSTRAINT "vendor_changes_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendor_invitations" ADD CONSTRAINT "vendor_invitations_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendor_invitations" ADD CONSTRAINT "vendor_invitations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendor_sections" ADD CONSTRAINT "vendor_sections_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_entries" ADD CONSTRAINT "account_entries_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_entries" ADD CONSTRAINT "account_entries_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_entries" ADD CONSTRAINT "account_entries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_entries" ADD CONSTRAINT "account_entries_second_person_id_people_id_fk" FOREIGN KEY ("second_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_balances" ADD CONSTRAINT "credit_balances_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_moves" ADD CONSTRAINT "credit_moves_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_moves" ADD CONSTRAINT "credit_moves_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_terms" ADD CONSTRAINT "settlement_terms_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_entries" ADD CONSTRAINT "statement_entries_entry_id_account_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."account_entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_entries" ADD CONSTRAINT "statement_entries_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_events" ADD CONSTRAINT "statement_events_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_events" ADD CONSTRAINT "statement_events_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kpi_months" ADD CONSTRAINT "kpi_months_kpi_id_kpis_id_fk" FOREIGN KEY ("kpi_id") REFERENCES "public"."kpis"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendor_kpi_years" ADD CONSTRAINT "vendor_kpi_years_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendor_kpi_years" ADD CONSTRAINT "vendor_kpi_years_kpi_id_kpis_id_fk" FOREIGN KEY ("kpi_id") REFERENCES "public"."kpis"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adopted_terms" ADD CONSTRAINT "adopted_terms_adoption_id_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."adoptions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adopted_terms" ADD CONSTRAINT "adopted_terms_standard_term_id_standard_terms_id_fk" FOREIGN KEY ("standard_term_id") REFERENCES "public"."standard_terms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adopted_terms" ADD CONSTRAINT "adopted_terms_term_id_sla_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."sla_terms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_standard_id_standards_id_fk" FOREIGN KEY ("standard_id") REFERENCES "public"."standards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_market_id_markets_id_fk" FOREIGN KEY ("market_id") REFERENCES "public"."markets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_run_contracts" ADD CONSTRAINT "standard_run_contracts_run_id_standard_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."standard_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_run_contracts" ADD CONSTRAINT "standard_run_contracts_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_runs" ADD CONSTRAINT "standard_runs_standard_id_standards_id_fk" FOREIGN KEY ("standard_id") REFERENCES "public"."standards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_runs" ADD CONSTRAINT "standard_runs_market_id_markets_id_fk" FOREIGN KEY ("market_id") REFERENCES "public"."markets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_terms" ADD CONSTRAINT "standard_terms_standard_id_standards_id_fk" FOREIGN KEY ("standard_id") REFERENCES "public"."standards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_terms" ADD CONSTRAINT "standard_terms_kpi_id_kpis_id_fk" FOREIGN KEY ("kpi_id") REFERENCES "public"."kpis"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_terms" ADD CONSTRAINT "standard_terms_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_terms" ADD CONSTRAINT "standard_terms_scope_market_id_markets_id_fk" FOREIGN KEY ("scope_market_id") REFERENCES "public"."markets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_texts" ADD CONSTRAINT "standard_texts_term_id_standard_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."standard_terms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_texts" ADD CONSTRAINT "standard_texts_market_id_markets_id_fk" FOREIGN KEY ("market_id") REFERENCES "public"."markets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standards" ADD CONSTRAINT "standards_market_id_markets_id_fk" FOREIGN KEY ("market_id") REFERENCES "public"."markets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_token" ON "calendar_feeds" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "review_grants_once" ON "review_grants" USING btree ("person_id","subject","record_id");--> statement-breakpoint
CREATE INDEX "review_grants_record" ON "review_grants" USING btree ("subject","record_id");--> statement-breakpoint
CREATE INDEX "clause_requirements_clause" ON "clause_requirements" USING btree ("clause_id");--> statement-breakpoint
CREATE UNIQUE INDEX "clause_texts_version" ON "clause_texts" USING btree ("clause_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "clauses_code" ON "clauses" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "contract_clauses_clause" ON "contract_clauses" USING btree ("contract_id","clause_id");--> statement-breakpoint
CREATE UNIQUE INDEX "amendments_number" ON "amendments" USING btree ("contract_id","number");--> statement-breakpoint
CREATE INDEX "contract_steps_contract" ON "contract_steps" USING btree ("contract_id","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "contract_versions_number" ON "contract_versions" USING btree ("contract_id","version");--> statement-breakpoint
CREATE INDEX "check_events_check" ON "check_events" USING btree ("check_id","id");--> statement-breakpoint
CREATE INDEX "check_evidence_check" ON "check_evidence" USING btree ("check_id");--> statement-breakpoint
CREATE UNIQUE INDEX "due_diligence_checks_vendor" ON "due_diligence_checks" USING btree ("vendor_id","kind");--> statement-breakpoint
CREATE INDEX "due_diligence_checks_state" ON "due_diligence_checks" USING btree ("state","expires_on");--> statement-breakpoint
CREATE INDEX "due_diligence_checks_reviewer" ON "due_diligence_checks" USING btree ("reviewer_id","state");--> statement-breakpoint
CREATE INDEX "due_diligence_checks_expiry" ON "due_diligence_checks" USING btree ("expires_on");--> statement-breakpoint
CREATE INDEX "documents_subject" ON "documents" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "documents_vendor" ON "documents" USING btree ("vendor_id");--> statement-breakpoint
CREATE INDEX "documents_expiry" ON "documents" USING btree ("expires_on");--> statement-breakpoint
CREATE UNIQUE INDEX "vendor_identifiers_held" ON "vendor_identifiers" USING btree ("kind","value") WHERE standing = 'held';--> statement-breakpoint
CREATE UNIQUE INDEX "vendor_identifiers_vendor" ON "vendor_identifiers" USING btree ("vendor_id","kind","value");--> statement-breakpoint
CREATE INDEX "vendor_identifiers_value" ON "vendor_identifiers" USING btree ("value");--> statement-breakpoint
CREATE INDEX "admissions_vendor" ON "admissions" USING btree ("vendor_id","decided_at");--> statement-breakpoint
CREATE UNIQUE INDEX "scorecard_versions_number" ON "scorecard_versions" USING btree ("scorecard_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "scorecards_code" ON "scorecards" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "scoring_answers_criterion" ON "scoring_answers" USING btree ("assessor_id","criterion");--> statement-breakpoint
CREATE UNIQUE INDEX "scoring_assessors_person" ON "scoring_assessors" USING btree ("scoring_id","person_id");--> statement-breakpoint
CREATE INDEX "scoring_assessors_due" ON "scoring_assessors" USING btree ("person_id","submitted_at");--> statement-breakpoint
CREATE INDEX "scoring_remarks_scoring" ON "scoring_remarks" USING btree ("scoring_id","at");--> statement-breakpoint
CREATE INDEX "scorings_vendor" ON "scorings" USING btree ("vendor_id","opened_at");--> statement-breakpoint
CREATE INDEX "scorings_state" ON "scorings" USING btree ("state","due_on");--> statement-breakpoint
CREATE INDEX "scorings_version" ON "scorings" USING btree ("version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "settlements_criterion" ON "settlements" USING btree ("scoring_id","criterion");--> statement-breakpoint
CREATE INDEX "sanctions_entries_list" ON "sanctions_entries" USING btree ("list_id","reference");--> statement-breakpoint
CREATE UNIQUE INDEX "sanctions_keys_key" ON "sanctions_keys" USING btree ("key","entry_id");--> statement-breakpoint
CREATE INDEX "sanctions_keys_entry" ON "sanctions_keys" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "sanctions_lists_state" ON "sanctions_lists" USING btree ("state","source");--> statement-breakpoint
CREATE INDEX "sanctions_lists_loaded" ON "sanctions_lists" USING btree ("loaded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "screening_hits_once" ON "screening_hits" USING btree ("vendor_id","source","reference","subject","subject_name");--> statement-breakpoint
CREATE INDEX "screening_hits_state" ON "screening_hits" USING btree ("state","score","found_at");--> statement-breakpoint
CREATE UNIQUE INDEX "screenings_vendor" ON "screenings" USING btree ("vendor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "questionnaires_vendor" ON "questionnaires" USING btree ("vendor_id");--> statement-breakpoint
CREATE INDEX "subcontractors_vendor" ON "subcontractors" USING btree ("vendor_id","name");--> statement-breakpoint
CREATE INDEX "subcontractors_name" ON "subcontractors" USING btree ("name");--> statement-breakpoint
CREATE INDEX "vendor_changes_vendor" ON "vendor_changes" USING btree ("vendor_id","state");--> statement-breakpoint
CREATE INDEX "vendor_changes_state" ON "vendor_changes" USING btree ("state","proposed_at");--> statement-breakpoint
CREATE INDEX "vendor_invitations_vendor" ON "vendor_invitations" USING btree ("vendor_id","invited_at");--> statement-breakpoint
CREATE UNIQUE INDEX "vendor_invitations_person" ON "vendor_invitations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "account_entries_contract" ON "account_entries" USING btree ("contract_id","period");--> statement-breakpoint
CREATE INDEX "account_entries_vendor" ON "account_entries" USING btree ("vendor_id","period");--> statement-breakpoint
CREATE INDEX "credit_balances_deadline" ON "credit_balances" USING btree ("claim_until");--> statement-breakpoint
CREATE INDEX "credit_moves_line" ON "credit_moves" USING btree ("contract_id","period");--> statement-breakpoint
CREATE INDEX "statement_entries_statement" ON "statement_entries" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "statement_events_statement" ON "statement_events" USING btree ("statement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "statements_month" ON "statements" USING btree ("contract_id","period");--> statement-breakpoint
CREATE INDEX "statements_vendor" ON "statements" USING btree ("vendor_id","period");--> statement-breakpoint
CREATE INDEX "statements_state" ON "statements" USING btree ("state","period");--> statement-breakpoint
CREATE INDEX "statements_period" ON "statements" USING btree ("period");--> statement-breakpoint
CREATE INDEX "vendor_kpi_years_worst" ON "vendor_kpi_years" USING btree ("kpi_id","until","failures");--> statement-breakpoint
CREATE UNIQUE INDEX "adoptions_contract" ON "adoptions" USING btree ("contract_id","standard_id");--> statement-breakpoint
CREATE INDEX "adoptions_standard" ON "adoptions" USING btree ("standard_id");--> statement-breakpoint
CREATE INDEX "standard_runs_standard" ON "standard_runs" USING btree ("standard_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "standard_terms_position" ON "standard_terms" USING btree ("standard_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "standard_texts_version" ON "standard_texts" USING btree ("term_id","market_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "standards_code" ON "standards" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" USING btree ("person_id","list","name");--> statement-breakpoint
CREATE INDEX "actions_owner" ON "actions" USING btree ("owner_id","done_at");--> statement-breakpoint
CREATE INDEX "breaches_standing" ON "breaches" USING btree ("withdrawn_at","kpi_id");--> statement-breakpoint
CREATE INDEX "credit_periods_state" ON "credit_periods" USING btree ("state","period");