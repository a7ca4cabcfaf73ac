ALTER TABLE "paper_pins" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "ask_passages" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "ask_passages" ("lio_id", "ask_id", "passage_id")
  SELECT "lio_id", "ask_id", "passage_id" FROM "paper_pins" WHERE "ask_id" IS NOT NULL AND "passage_id" IS NOT NULL ON CONFLICT DO NOTHING;--> statement-breakpoint
DELETE FROM "paper_pins" WHERE "ask_id" IS NOT NULL AND "passage_id" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "ask_passages" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "paper_pins" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "paper_pins" ADD CONSTRAINT "paper_pins_passage_at_part" CHECK ("paper_pins"."passage_id" is null or "paper_pins"."part_id" is not null);