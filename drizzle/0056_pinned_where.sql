ALTER TABLE "paper_pins" ADD COLUMN "representation_id" uuid;--> statement-breakpoint
ALTER TABLE "paper_pins" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "paper_parts" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "asks" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "paper_pins" n SET "representation_id" = coalesce(
  (SELECT a."representation_id" FROM "asks" a WHERE a."lio_id" = n."lio_id" AND a."id" = n."ask_id"),
  (SELECT t."representation_id" FROM "paper_parts" t WHERE t."lio_id" = n."lio_id" AND t."id" = n."part_id"));--> statement-breakpoint
ALTER TABLE "asks" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "paper_parts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "paper_pins" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "paper_pins" ALTER COLUMN "representation_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "paper_pins" ADD CONSTRAINT "paper_pins_lio_id_representation_id_representations_lio_id_id_fk" FOREIGN KEY ("lio_id","representation_id") REFERENCES "public"."representations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "paper_pins_of" ON "paper_pins" USING btree ("lio_id","representation_id");