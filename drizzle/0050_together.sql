CREATE TABLE "answer_comments" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"words" text NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	CONSTRAINT "answer_comments_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "answering_now" (
	"lio_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "answering_now_lio_id_consultation_id_group_id_person_id_pk" PRIMARY KEY("lio_id","consultation_id","group_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "signing_rules" (
	"lio_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"two" boolean NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"set_by" uuid,
	CONSTRAINT "signing_rules_lio_id_group_id_pk" PRIMARY KEY("lio_id","group_id")
);
--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "opened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "first_signed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "first_signed_by" uuid;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "first_signed_state" text;--> statement-breakpoint
ALTER TABLE "answer_comments" ADD CONSTRAINT "answer_comments_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_comments" ADD CONSTRAINT "answer_comments_lio_id_consultation_id_consultations_lio_id_id_fk" FOREIGN KEY ("lio_id","consultation_id") REFERENCES "public"."consultations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_comments" ADD CONSTRAINT "answer_comments_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_comments" ADD CONSTRAINT "answer_comments_lio_id_question_id_questions_lio_id_id_fk" FOREIGN KEY ("lio_id","question_id") REFERENCES "public"."questions"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_comments" ADD CONSTRAINT "answer_comments_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answering_now" ADD CONSTRAINT "answering_now_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answering_now" ADD CONSTRAINT "answering_now_lio_id_consultation_id_consultations_lio_id_id_fk" FOREIGN KEY ("lio_id","consultation_id") REFERENCES "public"."consultations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answering_now" ADD CONSTRAINT "answering_now_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answering_now" ADD CONSTRAINT "answering_now_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answering_now" ADD CONSTRAINT "answering_now_lio_id_question_id_questions_lio_id_id_fk" FOREIGN KEY ("lio_id","question_id") REFERENCES "public"."questions"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_rules" ADD CONSTRAINT "signing_rules_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_rules" ADD CONSTRAINT "signing_rules_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_rules" ADD CONSTRAINT "signing_rules_lio_id_set_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","set_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_comments_consultation" ON "answer_comments" USING btree ("lio_id","consultation_id","group_id","question_id");--> statement-breakpoint
CREATE INDEX "answer_comments_group" ON "answer_comments" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "answer_comments_person" ON "answer_comments" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "answer_comments_question" ON "answer_comments" USING btree ("lio_id","question_id");--> statement-breakpoint
CREATE INDEX "answering_now_group" ON "answering_now" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "answering_now_person" ON "answering_now" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "answering_now_question" ON "answering_now" USING btree ("lio_id","question_id");--> statement-breakpoint
CREATE INDEX "signing_rules_set_by" ON "signing_rules" USING btree ("lio_id","set_by");--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_lio_id_first_signed_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","first_signed_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "responses_first_signed_by" ON "responses" USING btree ("lio_id","first_signed_by");