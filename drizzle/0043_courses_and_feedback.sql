CREATE TABLE "feedback_questions" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"help" text,
	"setting" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"required" boolean DEFAULT false NOT NULL,
	CONSTRAINT "feedback_questions_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "feedback_questions_kind" CHECK ("feedback_questions"."kind" in ('text', 'single', 'multiple', 'scale'))
);
--> statement-breakpoint
ALTER TABLE "calendar_dates" DROP CONSTRAINT "calendar_dates_rule";--> statement-breakpoint
ALTER TABLE "event_feedback" DROP CONSTRAINT "event_feedback_useful";--> statement-breakpoint
ALTER TABLE "calendar_answers" ADD COLUMN "whole_id" uuid;--> statement-breakpoint
ALTER TABLE "calendar_dates" ADD COLUMN "whole" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "event_feedback" ADD COLUMN "answers" jsonb;--> statement-breakpoint
ALTER TABLE "feedback_questions" ADD CONSTRAINT "feedback_questions_lio_id_event_id_bookable_events_lio_id_id_fk" FOREIGN KEY ("lio_id","event_id") REFERENCES "public"."bookable_events"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "feedback_questions_event" ON "feedback_questions" USING btree ("lio_id","event_id","position");--> statement-breakpoint
ALTER TABLE "calendar_answers" ADD CONSTRAINT "calendar_answers_lio_id_whole_id_calendar_answers_lio_id_id_fk" FOREIGN KEY ("lio_id","whole_id") REFERENCES "public"."calendar_answers"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calendar_answers_whole" ON "calendar_answers" USING btree ("lio_id","whole_id");--> statement-breakpoint
ALTER TABLE "bookable_events" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "calendar_answers" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "calendar_occurrences" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "event_feedback" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "feedback_questions" ("lio_id", "event_id", "position", "kind", "title", "setting", "required") SELECT e."lio_id", e."id", q."position", q."kind", q."title", q."setting"::jsonb, q."position" = 1 FROM "bookable_events" e, (VALUES (1, 'single', 'How useful was it to you?', '{"options":[{"id":"o1","label":"Very useful"},{"id":"o2","label":"Useful"},{"id":"o3","label":"Fairly useful"},{"id":"o4","label":"Not very useful"},{"id":"o5","label":"Not useful at all"}]}'), (2, 'text', 'What will you do differently after it?', '{}'), (3, 'text', 'What could we do better?', '{}')) q("position", "kind", "title", "setting");--> statement-breakpoint
UPDATE "event_feedback" f SET "answers" = (SELECT jsonb_object_agg(q."id", CASE q."position" WHEN 1 THEN jsonb_build_object('choice', 'o' || (6 - f."useful")) WHEN 2 THEN jsonb_build_object('text', f."change") ELSE jsonb_build_object('text', f."better") END) FROM "calendar_answers" a JOIN "calendar_occurrences" o ON o."lio_id" = a."lio_id" AND o."id" = a."occurrence_id" JOIN "feedback_questions" q ON q."lio_id" = o."lio_id" AND q."event_id" = o."date_id" WHERE a."lio_id" = f."lio_id" AND a."id" = f."answer_id" AND (q."position" = 1 OR (q."position" = 2 AND f."change" IS NOT NULL) OR (q."position" = 3 AND f."better" IS NOT NULL)));--> statement-breakpoint
ALTER TABLE "event_feedback" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "calendar_occurrences" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "calendar_answers" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "bookable_events" FORCE ROW LEVEL SECURITY;
