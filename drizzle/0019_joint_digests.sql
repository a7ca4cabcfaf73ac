ALTER TABLE "letters" ADD COLUMN "part" jsonb;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "carries" jsonb;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "goes_with" jsonb;--> statement-breakpoint
CREATE INDEX "letters_going_with" ON "letters" USING btree ("lio_id","next_try_at") WHERE goes_with is not null and sent_at is null;