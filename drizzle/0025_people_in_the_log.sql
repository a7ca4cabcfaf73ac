CREATE TABLE "event_people" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"person_id" uuid,
	"email" text,
	CONSTRAINT "event_people_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "event_people_one" CHECK (num_nonnulls("event_people"."person_id", "event_people"."email") = 1)
);
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "event_people" ADD CONSTRAINT "event_people_lio_id_event_id_events_lio_id_id_fk" FOREIGN KEY ("lio_id","event_id") REFERENCES "public"."events"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_people_event" ON "event_people" USING btree ("lio_id","event_id");--> statement-breakpoint
CREATE INDEX "event_people_person" ON "event_people" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "event_people_email" ON "event_people" USING btree ("lio_id","email");--> statement-breakpoint
ALTER TABLE "events" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "people" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "roles" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "tasks" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "people_apart" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "event_people" ("lio_id", "event_id", "person_id") SELECT e."lio_id", e."id", e."actor_id" FROM "events" e WHERE e."what" = 'group.confirmed' AND e."actor_id" IS NOT NULL;--> statement-breakpoint
INSERT INTO "event_people" ("lio_id", "event_id", "person_id") SELECT DISTINCT e."lio_id", e."id", p."id" FROM "events" e JOIN "roles" r ON r."lio_id" = e."lio_id" AND r."group_id" = e."group_id" JOIN "people" p ON p."lio_id" = r."lio_id" AND p."id" = r."person_id" WHERE e."what" IN ('group.confirm_asked', 'group.confirm_reminded') AND strpos(e."summary", p."name") > 0;--> statement-breakpoint
INSERT INTO "event_people" ("lio_id", "event_id", "person_id") SELECT DISTINCT e."lio_id", e."id", (s."side"->>'mainContactId')::uuid FROM "events" e, LATERAL (VALUES (e."from"), (e."to")) s("side") WHERE e."group_id" IS NOT NULL AND s."side"->>'mainContactId' IS NOT NULL;--> statement-breakpoint
INSERT INTO "event_people" ("lio_id", "event_id", "person_id") SELECT DISTINCT e."lio_id", e."id", t."assignee_id" FROM "events" e JOIN "tasks" t ON t."lio_id" = e."lio_id" AND t."id" = e."subject_id" WHERE e."what" = 'task.added' AND t."assignee_id" IS NOT NULL;--> statement-breakpoint
INSERT INTO "event_people" ("lio_id", "event_id", "person_id") SELECT e."lio_id", e."id", a."other_id" FROM "events" e JOIN "people_apart" a ON a."lio_id" = e."lio_id" AND a."one_id" = e."subject_id" AND a."at" = e."at" WHERE e."what" = 'person.apart';--> statement-breakpoint
INSERT INTO "event_people" ("lio_id", "event_id", "email") SELECT e."lio_id", e."id", lower(e."to"->>'email') FROM "events" e WHERE e."what" IN ('role.invited', 'membership-request.made') AND e."to"->>'email' IS NOT NULL;--> statement-breakpoint
INSERT INTO "event_people" ("lio_id", "event_id", "email") SELECT e."lio_id", e."id", lower(substring(e."summary" from '[^[:space:]<>(),;:]+@[^[:space:]<>(),;:]+')) FROM "events" e WHERE e."what" IN ('sign-in-link.made', 'letter.sent-again', 'address.lifted', 'address.suppressed') AND e."summary" ~ '[^[:space:]<>(),;:]+@[^[:space:]<>(),;:]+';--> statement-breakpoint
ALTER TABLE "events" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "people" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "roles" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "tasks" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "people_apart" FORCE ROW LEVEL SECURITY;
