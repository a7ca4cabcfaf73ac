ALTER TABLE "responses" ADD COLUMN "counted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "responses" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "consultation_results" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "responses" r SET "counted" = true WHERE r."version" > 0
  AND EXISTS (SELECT FROM "consultation_results" f WHERE f."lio_id" = r."lio_id" AND f."consultation_id" = r."consultation_id");--> statement-breakpoint
ALTER TABLE "consultation_results" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "responses" FORCE ROW LEVEL SECURITY;
