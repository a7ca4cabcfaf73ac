CREATE TABLE "health_check_questions" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"check_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"set_key" text NOT NULL,
	"set_name" text NOT NULL,
	"question" text NOT NULL,
	"hint" text,
	"guide" text,
	"answer" text,
	"answered_at" timestamp with time zone,
	"answered_by_id" uuid,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "health_check_questions_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "health_check_questions_answer" CHECK ("health_check_questions"."answer" in ('in_place', 'partly', 'not_yet', 'not_apply', 'unsure'))
);
--> statement-breakpoint
CREATE TABLE "health_check_steps" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"check_id" uuid NOT NULL,
	"question_id" uuid,
	"what" text NOT NULL,
	"who" text,
	"due_on" date,
	"done_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "health_check_steps_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "health_checks" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"earlier_id" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by_id" uuid,
	"started_at" timestamp with time zone,
	"handed_in_at" timestamp with time zone,
	"handed_in_by_id" uuid,
	"consented_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"consent_by_id" uuid,
	"recheck_on" date,
	CONSTRAINT "health_checks_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "health_checks_withdrawn" CHECK ("health_checks"."withdrawn_at" is null or "health_checks"."consented_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "question_sets" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"starter" text,
	"name" text NOT NULL,
	"questions" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone,
	"retired_at" timestamp with time zone,
	CONSTRAINT "question_sets_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
ALTER TABLE "health_check_questions" ADD CONSTRAINT "health_check_questions_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_check_questions" ADD CONSTRAINT "health_check_questions_lio_id_check_id_health_checks_lio_id_id_fk" FOREIGN KEY ("lio_id","check_id") REFERENCES "public"."health_checks"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_check_questions" ADD CONSTRAINT "health_check_questions_lio_id_answered_by_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","answered_by_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_check_steps" ADD CONSTRAINT "health_check_steps_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_check_steps" ADD CONSTRAINT "health_check_steps_lio_id_check_id_health_checks_lio_id_id_fk" FOREIGN KEY ("lio_id","check_id") REFERENCES "public"."health_checks"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_check_steps" ADD CONSTRAINT "health_check_steps_lio_id_question_id_health_check_questions_lio_id_id_fk" FOREIGN KEY ("lio_id","question_id") REFERENCES "public"."health_check_questions"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_checks" ADD CONSTRAINT "health_checks_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_checks" ADD CONSTRAINT "health_checks_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_checks" ADD CONSTRAINT "health_checks_lio_id_earlier_id_health_checks_lio_id_id_fk" FOREIGN KEY ("lio_id","earlier_id") REFERENCES "public"."health_checks"("lio_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_checks" ADD CONSTRAINT "health_checks_lio_id_asked_by_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","asked_by_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_checks" ADD CONSTRAINT "health_checks_lio_id_handed_in_by_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","handed_in_by_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_checks" ADD CONSTRAINT "health_checks_lio_id_consent_by_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","consent_by_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_sets" ADD CONSTRAINT "question_sets_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "health_check_questions_check" ON "health_check_questions" USING btree ("lio_id","check_id","position");--> statement-breakpoint
CREATE INDEX "health_check_questions_answered_by" ON "health_check_questions" USING btree ("lio_id","answered_by_id");--> statement-breakpoint
CREATE INDEX "health_check_steps_check" ON "health_check_steps" USING btree ("lio_id","check_id");--> statement-breakpoint
CREATE INDEX "health_check_steps_question" ON "health_check_steps" USING btree ("lio_id","question_id");--> statement-breakpoint
CREATE INDEX "health_checks_group" ON "health_checks" USING btree ("lio_id","group_id","asked_at");--> statement-breakpoint
CREATE INDEX "health_checks_earlier" ON "health_checks" USING btree ("lio_id","earlier_id");--> statement-breakpoint
CREATE INDEX "health_checks_asked_by" ON "health_checks" USING btree ("lio_id","asked_by_id");--> statement-breakpoint
CREATE INDEX "health_checks_handed_in_by" ON "health_checks" USING btree ("lio_id","handed_in_by_id");--> statement-breakpoint
CREATE INDEX "health_checks_consent_by" ON "health_checks" USING btree ("lio_id","consent_by_id");