CREATE TABLE "event_terms" (
	"lio_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	CONSTRAINT "event_terms_lio_id_event_id_term_id_pk" PRIMARY KEY("lio_id","event_id","term_id")
);
--> statement-breakpoint
CREATE TABLE "health_check_answers" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"check_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_person_id" uuid,
	CONSTRAINT "health_check_answers_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "health_check_answers_answer" CHECK ("health_check_answers"."answer" in ('in_place', 'partly', 'not_yet', 'not_apply', 'unsure'))
);
--> statement-breakpoint
ALTER TABLE "need_evidence" DROP CONSTRAINT "need_evidence_one";--> statement-breakpoint
ALTER TABLE "sent_guides" ALTER COLUMN "group_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "sent_resources" ALTER COLUMN "group_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "health_check_questions" ADD COLUMN "resource_id" uuid;--> statement-breakpoint
ALTER TABLE "health_check_questions" ADD COLUMN "theme_id" uuid;--> statement-breakpoint
ALTER TABLE "health_check_questions" ADD COLUMN "offers_session" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "health_check_questions" ADD COLUMN "session_asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "health_check_questions" ADD COLUMN "session_asked_by_id" uuid;--> statement-breakpoint
ALTER TABLE "health_checks" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "need_evidence" ADD COLUMN "health_question_id" uuid;--> statement-breakpoint
ALTER TABLE "need_evidence" ADD COLUMN "health_step_id" uuid;--> statement-breakpoint
ALTER TABLE "need_evidence" ADD COLUMN "search_id" uuid;--> statement-breakpoint
ALTER TABLE "sent_resources" ADD COLUMN "session_id" uuid;--> statement-breakpoint
ALTER TABLE "event_terms" ADD CONSTRAINT "event_terms_lio_id_event_id_calendar_dates_lio_id_id_fk" FOREIGN KEY ("lio_id","event_id") REFERENCES "public"."calendar_dates"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_terms" ADD CONSTRAINT "event_terms_lio_id_term_id_terms_lio_id_id_fk" FOREIGN KEY ("lio_id","term_id") REFERENCES "public"."terms"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_check_answers" ADD CONSTRAINT "health_check_answers_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_check_answers" ADD CONSTRAINT "health_check_answers_lio_id_check_id_health_checks_lio_id_id_fk" FOREIGN KEY ("lio_id","check_id") REFERENCES "public"."health_checks"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_check_answers" ADD CONSTRAINT "health_check_answers_lio_id_question_id_health_check_questions_lio_id_id_fk" FOREIGN KEY ("lio_id","question_id") REFERENCES "public"."health_check_questions"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_check_answers" ADD CONSTRAINT "health_check_answers_lio_id_by_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","by_person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_terms_term" ON "event_terms" USING btree ("lio_id","term_id");--> statement-breakpoint
CREATE INDEX "health_check_answers_check" ON "health_check_answers" USING btree ("lio_id","check_id");--> statement-breakpoint
CREATE INDEX "health_check_answers_question" ON "health_check_answers" USING btree ("lio_id","question_id","at");--> statement-breakpoint
CREATE INDEX "health_check_answers_by" ON "health_check_answers" USING btree ("lio_id","by_person_id");--> statement-breakpoint
ALTER TABLE "health_check_questions" ADD CONSTRAINT "health_check_questions_lio_id_session_asked_by_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","session_asked_by_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_check_questions" ADD CONSTRAINT "health_check_questions_lio_id_resource_id_resources_lio_id_id_fk" FOREIGN KEY ("lio_id","resource_id") REFERENCES "public"."resources"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_check_questions" ADD CONSTRAINT "health_check_questions_lio_id_theme_id_terms_lio_id_id_fk" FOREIGN KEY ("lio_id","theme_id") REFERENCES "public"."terms"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_evidence" ADD CONSTRAINT "need_evidence_lio_id_health_question_id_health_check_questions_lio_id_id_fk" FOREIGN KEY ("lio_id","health_question_id") REFERENCES "public"."health_check_questions"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_evidence" ADD CONSTRAINT "need_evidence_lio_id_health_step_id_health_check_steps_lio_id_id_fk" FOREIGN KEY ("lio_id","health_step_id") REFERENCES "public"."health_check_steps"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_evidence" ADD CONSTRAINT "need_evidence_lio_id_search_id_funding_searches_lio_id_id_fk" FOREIGN KEY ("lio_id","search_id") REFERENCES "public"."funding_searches"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_resources" ADD CONSTRAINT "sent_resources_lio_id_session_id_sessions_lio_id_id_fk" FOREIGN KEY ("lio_id","session_id") REFERENCES "public"."sessions"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "health_check_questions_session_by" ON "health_check_questions" USING btree ("lio_id","session_asked_by_id");--> statement-breakpoint
CREATE INDEX "health_check_questions_resource" ON "health_check_questions" USING btree ("lio_id","resource_id");--> statement-breakpoint
CREATE INDEX "health_check_questions_theme" ON "health_check_questions" USING btree ("lio_id","theme_id");--> statement-breakpoint
CREATE INDEX "need_evidence_health_question" ON "need_evidence" USING btree ("lio_id","health_question_id");--> statement-breakpoint
CREATE INDEX "need_evidence_health_step" ON "need_evidence" USING btree ("lio_id","health_step_id");--> statement-breakpoint
CREATE INDEX "need_evidence_search" ON "need_evidence" USING btree ("lio_id","search_id");--> statement-breakpoint
CREATE INDEX "sent_resources_session" ON "sent_resources" USING btree ("lio_id","session_id");--> statement-breakpoint
ALTER TABLE "sent_guides" ADD CONSTRAINT "sent_guides_where" CHECK (num_nonnulls("sent_guides"."group_id", "sent_guides"."session_id") > 0);--> statement-breakpoint
ALTER TABLE "need_evidence" ADD CONSTRAINT "need_evidence_one" CHECK (num_nonnulls("need_evidence"."session_id", "need_evidence"."response_id", "need_evidence"."passage_id", "need_evidence"."topic_id", "need_evidence"."enquiry_id", "need_evidence"."health_question_id", "need_evidence"."health_step_id", "need_evidence"."search_id") = 1);--> statement-breakpoint
ALTER TABLE "sent_resources" ADD CONSTRAINT "sent_resources_where" CHECK (num_nonnulls("sent_resources"."group_id", "sent_resources"."session_id") > 0);--> statement-breakpoint
ALTER TABLE "health_check_questions" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "health_check_answers" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "health_check_answers" ("lio_id", "check_id", "question_id", "answer", "at", "by_person_id")
SELECT "lio_id", "check_id", "id", "answer", coalesce("answered_at", now()), "answered_by_id" FROM "health_check_questions" WHERE "answer" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "health_check_questions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "health_check_answers" FORCE ROW LEVEL SECURITY;
