CREATE TABLE "proposal_places" (
	"id" bigint PRIMARY KEY NOT NULL,
	"proposal_id" bigint NOT NULL,
	"market_id" bigint NOT NULL,
	"provided" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "proposal_places" ADD CONSTRAINT "proposal_places_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_places" ADD CONSTRAINT "proposal_places_market_id_markets_id_fk" FOREIGN KEY ("market_id") REFERENCES "public"."markets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_places_once" ON "proposal_places" USING btree ("proposal_id","market_id","provided");--> statement-breakpoint
CREATE INDEX "proposal_places_market" ON "proposal_places" USING btree ("market_id");