ALTER TABLE "consortium_bids" DROP CONSTRAINT "consortium_bids_decided";--> statement-breakpoint
ALTER TABLE "consortium_bids" ADD COLUMN "feedback" text;--> statement-breakpoint
ALTER TABLE "consortium_bids" ADD COLUMN "lesson" text;--> statement-breakpoint
ALTER TABLE "consortium_bids" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "consortium_bids" ADD COLUMN "told_by" uuid;--> statement-breakpoint
ALTER TABLE "consortium_groups" ADD COLUMN "removed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "consortium_terms" ADD COLUMN "id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "consortium_bids" ADD CONSTRAINT "consortium_bids_lio_id_told_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","told_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consortium_bids_told_by" ON "consortium_bids" USING btree ("lio_id","told_by");--> statement-breakpoint
CREATE UNIQUE INDEX "consortium_terms_id" ON "consortium_terms" USING btree ("lio_id","id");--> statement-breakpoint
ALTER TABLE "consortium_bids" ADD CONSTRAINT "consortium_bids_decided" CHECK (num_nonnulls("consortium_bids"."outcome", "consortium_bids"."decided_on") in (0, 2) and ("consortium_bids"."told_at" is null or "consortium_bids"."outcome" is not null) and ("consortium_bids"."bid_id" is null or ("consortium_bids"."outcome" = 'won' and "consortium_bids"."awarded" is not null)));--> statement-breakpoint
ALTER TABLE "consortium_groups" ADD CONSTRAINT "consortium_groups_removed" CHECK ("consortium_groups"."removed" = false or "consortium_groups"."left_at" is not null);--> statement-breakpoint
ALTER TABLE "consortium_terms" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "search_entries" ("lio_id", "kind", "id", "title", "folded", "words", "audience")
  SELECT t."lio_id", 'consortium', t."id", left(t."words", 120), replace(lower(unaccent(trim(left(t."words", 2000)))), '''', ''), to_tsvector('english', unaccent(t."words")), t."audience" FROM "consortium_terms" t;--> statement-breakpoint
ALTER TABLE "consortium_terms" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "consortium_decisions" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "search_entries" ("lio_id", "kind", "id", "title", "folded", "words", "audience")
  SELECT t."lio_id", 'consortium', t."id", left(t."words", 120), replace(lower(unaccent(trim(left(t."words", 2000)))), '''', ''), to_tsvector('english', unaccent(t."words")), t."audience" FROM "consortium_decisions" t;--> statement-breakpoint
ALTER TABLE "consortium_decisions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "consortium_tasks" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "search_entries" ("lio_id", "kind", "id", "title", "folded", "words", "audience")
  SELECT t."lio_id", 'consortium', t."id", left(t."what", 120), replace(lower(unaccent(trim(left(t."what", 2000)))), '''', ''), to_tsvector('english', unaccent(t."what")), t."audience" FROM "consortium_tasks" t;--> statement-breakpoint
ALTER TABLE "consortium_tasks" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "consortium_posts" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "search_entries" ("lio_id", "kind", "id", "title", "folded", "words", "audience")
  SELECT t."lio_id", 'consortium', t."id", left(t."words", 120), replace(lower(unaccent(trim(left(t."words", 2000)))), '''', ''), to_tsvector('english', unaccent(t."words")), t."audience" FROM "consortium_posts" t;--> statement-breakpoint
ALTER TABLE "consortium_posts" FORCE ROW LEVEL SECURITY;
