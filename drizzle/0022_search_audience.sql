ALTER TABLE "search_entries" ADD COLUMN "audience" text DEFAULT 'staff' NOT NULL;--> statement-breakpoint
ALTER TABLE "topics" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "consultations" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "search_entries" SET "audience" = "kind" || ':' || "id" WHERE "kind" IN ('group', 'network');--> statement-breakpoint
UPDATE "search_entries" e SET "audience" = 'network:' || t."network_id" FROM "topics" t WHERE e."kind" = 'topic' AND t."lio_id" = e."lio_id" AND t."id" = e."id";--> statement-breakpoint
UPDATE "search_entries" e SET "audience" = 'consultation:' || c."id" FROM "consultations" c WHERE e."kind" = 'consultation' AND c."lio_id" = e."lio_id" AND c."id" = e."id" AND c."opened_at" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "topics" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "consultations" FORCE ROW LEVEL SECURITY;
