ALTER TABLE "consultation_results" ADD COLUMN "edition" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "consultation_results" DROP CONSTRAINT "consultation_results_lio_id_consultation_id_pk";--> statement-breakpoint
ALTER TABLE "consultation_results" ADD CONSTRAINT "consultation_results_lio_id_consultation_id_edition_pk" PRIMARY KEY("lio_id","consultation_id","edition");--> statement-breakpoint
ALTER TABLE "consultation_results" ADD COLUMN "document" jsonb;--> statement-breakpoint
ALTER TABLE "consultation_results" ADD COLUMN "change" text;--> statement-breakpoint
ALTER TABLE "consultation_results" ADD COLUMN "made_by" uuid;--> statement-breakpoint
ALTER TABLE "consultation_results" ADD COLUMN "published_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "consultation_results" ADD COLUMN "published_by" uuid;--> statement-breakpoint
ALTER TABLE "consultation_results" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "consultation_results" ADD COLUMN "withdrawn_by" uuid;--> statement-breakpoint
ALTER TABLE "consultation_results" ADD COLUMN "withdrawn_reason" text;--> statement-breakpoint
ALTER TABLE "consultation_results" ADD CONSTRAINT "consultation_results_lio_id_made_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","made_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_results" ADD CONSTRAINT "consultation_results_lio_id_published_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","published_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_results" ADD CONSTRAINT "consultation_results_lio_id_withdrawn_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","withdrawn_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consultation_results_made_by" ON "consultation_results" USING btree ("lio_id","made_by");--> statement-breakpoint
CREATE INDEX "consultation_results_published_by" ON "consultation_results" USING btree ("lio_id","published_by");--> statement-breakpoint
CREATE INDEX "consultation_results_withdrawn_by" ON "consultation_results" USING btree ("lio_id","withdrawn_by");--> statement-breakpoint
ALTER TABLE "consultation_results" ADD CONSTRAINT "consultation_results_from_one" CHECK ("consultation_results"."edition" >= 1);