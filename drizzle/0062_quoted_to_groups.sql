ALTER TABLE "responses" ADD COLUMN "quotable_to_groups" boolean;--> statement-breakpoint
-- Whoever agreed so far agreed to both.
ALTER TABLE "responses" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "responses" SET "quotable_to_groups" = "quotable";--> statement-breakpoint
ALTER TABLE "responses" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_quotable" CHECK ("responses"."quotable" is not true or "responses"."quotable_to_groups" is true);
