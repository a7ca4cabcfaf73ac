ALTER TABLE "membership_chases" ADD COLUMN "step" text;--> statement-breakpoint
ALTER TABLE "membership_types" ADD COLUMN "renews_at_once" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "membership_chases_once" ON "membership_chases" USING btree ("lio_id","membership_id","step","to_person_id") WHERE "membership_chases"."step" is not null;--> statement-breakpoint
ALTER TABLE "membership_chases" ADD CONSTRAINT "membership_chases_step" CHECK ("membership_chases"."step" in ('before', 'grace'));