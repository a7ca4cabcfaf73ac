ALTER TABLE "imports" ADD COLUMN "book_id" uuid;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "sheet" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "header_row" integer;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "first_row" integer;--> statement-breakpoint
CREATE INDEX "imports_book" ON "imports" USING btree ("lio_id","book_id");