ALTER TABLE "accounts" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
UPDATE "accounts" SET "confirmed_at" = "email_verified";--> statement-breakpoint
ALTER TABLE "sign_in_tokens" ADD COLUMN "confirms" boolean DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX "letters_tested" ON "letters" USING btree ("lio_id","created_at") WHERE letter = 'test-email';
