CREATE TABLE "nomination_addresses" (
	"lio_id" uuid NOT NULL,
	"nomination_id" uuid NOT NULL,
	"email" text NOT NULL,
	CONSTRAINT "nomination_addresses_lio_id_nomination_id_pk" PRIMARY KEY("lio_id","nomination_id")
);
--> statement-breakpoint
ALTER TABLE "election_roll" ADD COLUMN "voted_told" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "election_roll" ADD COLUMN "disputed" text;--> statement-breakpoint
ALTER TABLE "nominations" ADD COLUMN "seat_id" uuid;--> statement-breakpoint
ALTER TABLE "nomination_addresses" ADD CONSTRAINT "nomination_addresses_lio_id_nomination_id_nominations_lio_id_id_fk" FOREIGN KEY ("lio_id","nomination_id") REFERENCES "public"."nominations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_lio_id_seat_id_seats_lio_id_id_fk" FOREIGN KEY ("lio_id","seat_id") REFERENCES "public"."seats"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "nominations_seat" ON "nominations" USING btree ("lio_id","seat_id");--> statement-breakpoint
-- Where somebody is written to stands apart from what members read of them; and whoever was elected or stands in has a seat.
ALTER TABLE "nominations" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "elections" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "election_seats" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "seat_terms" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "nomination_addresses" ("lio_id", "nomination_id", "email") SELECT "lio_id", "id", "email" FROM "nominations";--> statement-breakpoint
UPDATE "nominations" n SET "seat_id" = (
  SELECT t."seat_id" FROM "seat_terms" t JOIN "election_seats" x ON x."lio_id" = t."lio_id" AND x."seat_id" = t."seat_id"
  JOIN "elections" e ON e."lio_id" = x."lio_id" AND e."id" = x."election_id"
  WHERE x."lio_id" = n."lio_id" AND x."election_id" = n."election_id" AND t."person_id" = n."person_id"
    AND t."chosen_by" IN ('election', 'unopposed') AND t."created_at" >= e."closed_at"
  ORDER BY t."starts_on", t."id" LIMIT 1)
WHERE n."elected_as" IS NOT NULL OR n."runner_up";--> statement-breakpoint
ALTER TABLE "nominations" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "elections" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "election_seats" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "seat_terms" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "nominations" DROP COLUMN "email";--> statement-breakpoint
ALTER TABLE "election_roll" ADD CONSTRAINT "election_roll_disputed" CHECK ("election_roll"."disputed" is null or "election_roll"."voted_by" is not null);