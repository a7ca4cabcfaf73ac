ALTER TABLE "consultations" ADD COLUMN "fairness" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "closing_changes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "source_url" text;--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "source_closes_on" date;--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "source_answers" text;--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "stopped_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "stopped_reason" text;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_source_answers" CHECK ("consultations"."source_answers" in ('joint', 'separate'));