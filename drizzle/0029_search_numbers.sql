ALTER TABLE "search_entries" ADD COLUMN "numbers" text;--> statement-breakpoint
CREATE INDEX "search_entries_numbers" ON "search_entries" USING gin ("lio_id","kind","numbers" gin_trgm_ops);