CREATE TABLE "calendar_answers" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"occurrence_id" uuid NOT NULL,
	"person_id" uuid,
	"group_id" uuid,
	"name" text NOT NULL,
	"email" text,
	"group_name" text,
	"answered_by_id" uuid,
	"state" text NOT NULL,
	"position" integer NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"offered_until" timestamp with time zone,
	"came_at" timestamp with time zone,
	"missed_at" timestamp with time zone,
	CONSTRAINT "calendar_answers_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "calendar_answers_position" UNIQUE("lio_id","occurrence_id","position"),
	CONSTRAINT "calendar_answers_state_word" CHECK ("calendar_answers"."state" in ('yes', 'perhaps', 'no', 'waiting', 'offered', 'lapsed')),
	CONSTRAINT "calendar_answers_offer" CHECK (("calendar_answers"."state" = 'offered') = ("calendar_answers"."offered_until" is not null)),
	CONSTRAINT "calendar_answers_came" CHECK ("calendar_answers"."came_at" is null or "calendar_answers"."missed_at" is null)
);
--> statement-breakpoint
CREATE TABLE "calendar_dates" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"audience" text DEFAULT 'staff' NOT NULL,
	"title" text NOT NULL,
	"about" text,
	"on_day" date NOT NULL,
	"at_time" text,
	"minutes" integer NOT NULL,
	"zone" text NOT NULL,
	"place" text,
	"online_link" text,
	"capacity" integer,
	"rule" text,
	"sequence" integer DEFAULT 0 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	"cancelled_reason" text,
	CONSTRAINT "calendar_dates_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "calendar_dates_kind" CHECK ("calendar_dates"."kind" in ('event')),
	CONSTRAINT "calendar_dates_at" CHECK ("calendar_dates"."at_time" ~ '^([01]\d|2[0-3]):[0-5]\d$'),
	CONSTRAINT "calendar_dates_minutes" CHECK ("calendar_dates"."minutes" between 1 and 43200),
	CONSTRAINT "calendar_dates_capacity" CHECK ("calendar_dates"."capacity" between 1 and 100000),
	CONSTRAINT "calendar_dates_rule" CHECK ("calendar_dates"."rule" is null or "calendar_dates"."at_time" is not null)
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"lio_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_feeds_lio_id_person_id_pk" PRIMARY KEY("lio_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "calendar_occurrences" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"date_id" uuid NOT NULL,
	"rule_day" date NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"place" text,
	"moved_at" timestamp with time zone,
	"sequence" integer DEFAULT 0 NOT NULL,
	"cancelled_at" timestamp with time zone,
	"cancelled_reason" text,
	"reminded_at" timestamp with time zone,
	"followed_up_at" timestamp with time zone,
	CONSTRAINT "calendar_occurrences_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "calendar_occurrences_day" UNIQUE("lio_id","date_id","rule_day"),
	CONSTRAINT "calendar_occurrences_ends" CHECK ("calendar_occurrences"."ends_at" > "calendar_occurrences"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "bookable_events" (
	"lio_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"price" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"added_by" uuid,
	"open_to" text NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "bookable_events_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "bookable_events_open_to" CHECK ("bookable_events"."open_to" in ('public', 'staff'))
);
--> statement-breakpoint
CREATE TABLE "booking_needs" (
	"lio_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"access" text,
	"food" text,
	CONSTRAINT "booking_needs_lio_id_answer_id_pk" PRIMARY KEY("lio_id","answer_id")
);
--> statement-breakpoint
CREATE TABLE "event_feedback" (
	"lio_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"useful" integer NOT NULL,
	"change" text,
	"better" text,
	"said_at" timestamp with time zone NOT NULL,
	CONSTRAINT "event_feedback_lio_id_answer_id_pk" PRIMARY KEY("lio_id","answer_id"),
	CONSTRAINT "event_feedback_useful" CHECK ("event_feedback"."useful" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "calendar_answers" ADD CONSTRAINT "calendar_answers_lio_id_occurrence_id_calendar_occurrences_lio_id_id_fk" FOREIGN KEY ("lio_id","occurrence_id") REFERENCES "public"."calendar_occurrences"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_answers" ADD CONSTRAINT "calendar_answers_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_answers" ADD CONSTRAINT "calendar_answers_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_answers" ADD CONSTRAINT "calendar_answers_lio_id_answered_by_id_calendar_answers_lio_id_id_fk" FOREIGN KEY ("lio_id","answered_by_id") REFERENCES "public"."calendar_answers"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_dates" ADD CONSTRAINT "calendar_dates_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_occurrences" ADD CONSTRAINT "calendar_occurrences_lio_id_date_id_calendar_dates_lio_id_id_fk" FOREIGN KEY ("lio_id","date_id") REFERENCES "public"."calendar_dates"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookable_events" ADD CONSTRAINT "bookable_events_lio_id_id_calendar_dates_lio_id_id_fk" FOREIGN KEY ("lio_id","id") REFERENCES "public"."calendar_dates"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookable_events" ADD CONSTRAINT "bookable_events_lio_id_added_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","added_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_needs" ADD CONSTRAINT "booking_needs_lio_id_answer_id_calendar_answers_lio_id_id_fk" FOREIGN KEY ("lio_id","answer_id") REFERENCES "public"."calendar_answers"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_feedback" ADD CONSTRAINT "event_feedback_lio_id_answer_id_calendar_answers_lio_id_id_fk" FOREIGN KEY ("lio_id","answer_id") REFERENCES "public"."calendar_answers"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calendar_answers_state" ON "calendar_answers" USING btree ("lio_id","occurrence_id","state","position");--> statement-breakpoint
CREATE INDEX "calendar_answers_offered" ON "calendar_answers" USING btree ("lio_id","offered_until");--> statement-breakpoint
CREATE INDEX "calendar_answers_person" ON "calendar_answers" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "calendar_answers_group" ON "calendar_answers" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "calendar_answers_answered_by" ON "calendar_answers" USING btree ("lio_id","answered_by_id");--> statement-breakpoint
CREATE INDEX "calendar_occurrences_starts" ON "calendar_occurrences" USING btree ("lio_id","starts_at");--> statement-breakpoint
CREATE INDEX "bookable_events_added_by" ON "bookable_events" USING btree ("lio_id","added_by");