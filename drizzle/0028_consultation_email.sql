ALTER TABLE "consultations" ADD COLUMN "email_subject" text;--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "email_words" text;