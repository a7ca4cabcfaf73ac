CREATE TABLE "proposed_statements" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"question_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"body" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"proposed_by" uuid,
	"judged_at" timestamp with time zone,
	"judged_by" uuid,
	"reason" text,
	CONSTRAINT "proposed_statements_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "proposed_statements_judged" CHECK ("proposed_statements"."reason" is null or "proposed_statements"."judged_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "questions" DROP CONSTRAINT "questions_kind";--> statement-breakpoint
ALTER TABLE "proposed_statements" ADD CONSTRAINT "proposed_statements_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposed_statements" ADD CONSTRAINT "proposed_statements_lio_id_question_id_questions_lio_id_id_fk" FOREIGN KEY ("lio_id","question_id") REFERENCES "public"."questions"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposed_statements" ADD CONSTRAINT "proposed_statements_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposed_statements" ADD CONSTRAINT "proposed_statements_lio_id_proposed_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","proposed_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposed_statements" ADD CONSTRAINT "proposed_statements_lio_id_judged_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","judged_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proposed_statements_question" ON "proposed_statements" USING btree ("lio_id","question_id");--> statement-breakpoint
CREATE INDEX "proposed_statements_group" ON "proposed_statements" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "proposed_statements_proposed_by" ON "proposed_statements" USING btree ("lio_id","proposed_by");--> statement-breakpoint
CREATE INDEX "proposed_statements_judged_by" ON "proposed_statements" USING btree ("lio_id","judged_by");--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_kind" CHECK ("questions"."kind" in ('text', 'single', 'multiple', 'scale', 'statements'));