ALTER TABLE "imports" ADD COLUMN "meanings" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "mapped_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD COLUMN "meanings" jsonb DEFAULT '{}'::jsonb NOT NULL;