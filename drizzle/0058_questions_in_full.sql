CREATE TABLE "question_changes" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"was" jsonb NOT NULL,
	"now" jsonb NOT NULL,
	"reason" text NOT NULL,
	"answered" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" uuid,
	"told_at" timestamp with time zone,
	CONSTRAINT "question_changes_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "question_changes_from_two" CHECK ("question_changes"."version" >= 2)
);
--> statement-breakpoint
ALTER TABLE "questions" DROP CONSTRAINT "questions_kind";--> statement-breakpoint
ALTER TABLE "question_changes" ADD CONSTRAINT "question_changes_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_changes" ADD CONSTRAINT "question_changes_lio_id_consultation_id_consultations_lio_id_id_fk" FOREIGN KEY ("lio_id","consultation_id") REFERENCES "public"."consultations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_changes" ADD CONSTRAINT "question_changes_lio_id_question_id_questions_lio_id_id_fk" FOREIGN KEY ("lio_id","question_id") REFERENCES "public"."questions"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_changes" ADD CONSTRAINT "question_changes_lio_id_changed_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","changed_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "question_changes_version" ON "question_changes" USING btree ("lio_id","consultation_id","version");--> statement-breakpoint
CREATE INDEX "question_changes_question" ON "question_changes" USING btree ("lio_id","question_id");--> statement-breakpoint
CREATE INDEX "question_changes_changed_by" ON "question_changes" USING btree ("lio_id","changed_by");--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_kind" CHECK ("questions"."kind" in ('text', 'single', 'multiple', 'scale', 'number', 'ranking', 'matrix', 'statements'));