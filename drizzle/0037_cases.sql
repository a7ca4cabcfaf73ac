CREATE TABLE "case_notes" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"session_id" uuid,
	"audience" text NOT NULL,
	"on_day" date NOT NULL,
	"text" text NOT NULL,
	"by_person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "case_notes_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "case_notes_audience" CHECK ("case_notes"."audience" = 'case:' || "case_notes"."case_id")
);
--> statement-breakpoint
CREATE TABLE "case_groups" (
	"lio_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	CONSTRAINT "case_groups_lio_id_case_id_group_id_pk" PRIMARY KEY("lio_id","case_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "case_people" (
	"lio_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "case_people_lio_id_case_id_person_id_pk" PRIMARY KEY("lio_id","case_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"aim" text,
	"audience" text DEFAULT 'staff' NOT NULL,
	"opened_on" date NOT NULL,
	"opened_by" uuid NOT NULL,
	"closed_on" date,
	"outcome" text,
	"ending" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone,
	CONSTRAINT "cases_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "cases_outcome" CHECK ("cases"."outcome" in ('reached', 'partly', 'passed', 'stopped', 'none')),
	CONSTRAINT "cases_closed" CHECK (("cases"."closed_on" is null) = ("cases"."outcome" is null)),
	CONSTRAINT "cases_audience_is_own" CHECK ("cases"."audience" in ('staff', 'case:' || "cases"."id"))
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "case_id" uuid;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "case_id" uuid;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "audience" text DEFAULT 'staff' NOT NULL;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_lio_id_case_id_cases_lio_id_id_fk" FOREIGN KEY ("lio_id","case_id") REFERENCES "public"."cases"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_lio_id_session_id_sessions_lio_id_id_fk" FOREIGN KEY ("lio_id","session_id") REFERENCES "public"."sessions"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_lio_id_by_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","by_person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_groups" ADD CONSTRAINT "case_groups_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_groups" ADD CONSTRAINT "case_groups_lio_id_case_id_cases_lio_id_id_fk" FOREIGN KEY ("lio_id","case_id") REFERENCES "public"."cases"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_groups" ADD CONSTRAINT "case_groups_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_people" ADD CONSTRAINT "case_people_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_people" ADD CONSTRAINT "case_people_lio_id_case_id_cases_lio_id_id_fk" FOREIGN KEY ("lio_id","case_id") REFERENCES "public"."cases"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_people" ADD CONSTRAINT "case_people_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_lio_id_opened_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","opened_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_notes_case" ON "case_notes" USING btree ("lio_id","case_id","on_day");--> statement-breakpoint
CREATE INDEX "case_notes_session" ON "case_notes" USING btree ("lio_id","session_id");--> statement-breakpoint
CREATE INDEX "case_notes_by" ON "case_notes" USING btree ("lio_id","by_person_id");--> statement-breakpoint
CREATE INDEX "case_groups_group" ON "case_groups" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "case_people_person" ON "case_people" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "cases_audience" ON "cases" USING btree ("lio_id","audience","opened_on");--> statement-breakpoint
CREATE INDEX "cases_opened_by" ON "cases" USING btree ("lio_id","opened_by");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_lio_id_case_id_cases_lio_id_id_fk" FOREIGN KEY ("lio_id","case_id") REFERENCES "public"."cases"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_lio_id_case_id_cases_lio_id_id_fk" FOREIGN KEY ("lio_id","case_id") REFERENCES "public"."cases"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_case" ON "sessions" USING btree ("lio_id","case_id") WHERE case_id is not null;--> statement-breakpoint
CREATE INDEX "tasks_case" ON "tasks" USING btree ("lio_id","case_id") WHERE case_id is not null;