CREATE TABLE "letter_reports" (
	"lio_id" uuid NOT NULL,
	"event_id" text NOT NULL,
	"kind" text NOT NULL,
	"email" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "letter_reports_lio_id_event_id_pk" PRIMARY KEY("lio_id","event_id")
);
--> statement-breakpoint
DROP INDEX "letters_waiting";--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "envelope" jsonb;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "basis" jsonb;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "claimed_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "tried_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "repeated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "letter_reports" ADD CONSTRAINT "letter_reports_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letter_reports_email" ON "letter_reports" USING btree ("lio_id","email","at");--> statement-breakpoint
CREATE INDEX "letters_waiting" ON "letters" USING btree ("lio_id",(stream <> 'service'),"created_at","id") WHERE sent_at is null and skipped is null and failed_at is null and uncertain_at is null;