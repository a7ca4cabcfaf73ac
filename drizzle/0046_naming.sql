CREATE TABLE "unnamed_answers" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"value" jsonb NOT NULL,
	"quotable" boolean NOT NULL,
	CONSTRAINT "unnamed_answers_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "naming" text DEFAULT 'body' NOT NULL;--> statement-breakpoint
ALTER TABLE "consultations" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "consultations" SET "naming" = 'lio' WHERE not "named";--> statement-breakpoint
ALTER TABLE "consultations" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "seal_salt" text;--> statement-breakpoint
ALTER TABLE "unnamed_answers" ADD CONSTRAINT "unnamed_answers_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unnamed_answers" ADD CONSTRAINT "unnamed_answers_lio_id_consultation_id_consultations_lio_id_id_fk" FOREIGN KEY ("lio_id","consultation_id") REFERENCES "public"."consultations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unnamed_answers" ADD CONSTRAINT "unnamed_answers_lio_id_question_id_questions_lio_id_id_fk" FOREIGN KEY ("lio_id","question_id") REFERENCES "public"."questions"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "unnamed_answers_consultation" ON "unnamed_answers" USING btree ("lio_id","consultation_id");--> statement-breakpoint
CREATE INDEX "unnamed_answers_question" ON "unnamed_answers" USING btree ("lio_id","question_id");--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_naming" CHECK ("consultations"."naming" in ('body', 'lio', 'nobody'));