ALTER TABLE "groups" ADD COLUMN "directory_said_on" date;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "directory_said_by" text;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "directory_said_how" text;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "directory_shows" text[];--> statement-breakpoint
ALTER TABLE "lios" ADD COLUMN "has_directory" boolean DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX "groups_directory" ON "groups" USING btree ("lio_id","name","id") WHERE "groups"."directory_consent" and "groups"."removed_at" is null and "groups"."stage" <> 'closed';--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_directory_said_how_word" CHECK ("groups"."directory_said_how" in ('page', 'form', 'email', 'phone', 'spoken', 'list'));