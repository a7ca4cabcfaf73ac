ALTER TABLE "search_entries" ADD COLUMN "numbers" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "repeats" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "repeats_from" date;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "follows_id" uuid;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "handed_by" uuid;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "handed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_lio_id_handed_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","handed_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_lio_id_follows_id_tasks_lio_id_id_fk" FOREIGN KEY ("lio_id","follows_id") REFERENCES "public"."tasks"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_entries_numbers" ON "search_entries" USING gin ("lio_id","kind","numbers" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "tasks_handed_by" ON "tasks" USING btree ("lio_id","handed_by");--> statement-breakpoint
CREATE INDEX "tasks_follows" ON "tasks" USING btree ("lio_id","follows_id");--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_repeats" CHECK ("tasks"."repeats" in ('week', 'fortnight', 'month', 'quarter', 'year'));--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_repeats_from" CHECK (("tasks"."repeats" is null) = ("tasks"."repeats_from" is null));