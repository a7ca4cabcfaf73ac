ALTER TABLE "consultations" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "ready_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "ready_by" uuid;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_lio_id_ready_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","ready_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;