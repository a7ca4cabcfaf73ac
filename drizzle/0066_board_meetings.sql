CREATE TABLE "board_meetings" (
	"lio_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"board_id" uuid NOT NULL,
	"agenda" text,
	"asked_at" timestamp with time zone,
	"report_asked_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" uuid,
	CONSTRAINT "board_meetings_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "board_promise_needs" (
	"lio_id" uuid NOT NULL,
	"promise_id" uuid NOT NULL,
	"need_id" uuid NOT NULL,
	CONSTRAINT "board_promise_needs_lio_id_promise_id_need_id_pk" PRIMARY KEY("lio_id","promise_id","need_id")
);
--> statement-breakpoint
CREATE TABLE "board_promises" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"meeting_id" uuid,
	"body_id" uuid NOT NULL,
	"words" text NOT NULL,
	"promised_by" text,
	"promised_on" date NOT NULL,
	"due_on" date,
	"reply_id" uuid,
	"ending" text,
	"outcome" text,
	"ended_on" date,
	"reminded_at" timestamp with time zone,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" uuid,
	CONSTRAINT "board_promises_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "board_promises_ending" CHECK ("board_promises"."ending" in ('kept', 'not_kept', 'changed')),
	CONSTRAINT "board_promises_ended" CHECK (num_nonnulls("board_promises"."ending", "board_promises"."outcome", "board_promises"."ended_on") in (0, 3) and ("board_promises"."ending" is null or "board_promises"."reply_id" is null))
);
--> statement-breakpoint
CREATE TABLE "meeting_asks" (
	"lio_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"ask_id" uuid NOT NULL,
	CONSTRAINT "meeting_asks_lio_id_meeting_id_ask_id_pk" PRIMARY KEY("lio_id","meeting_id","ask_id")
);
--> statement-breakpoint
CREATE TABLE "meeting_briefs" (
	"lio_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"board_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"gathered_at" timestamp with time zone NOT NULL,
	"words" text,
	"left_out" text[] DEFAULT '{}'::text[] NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	"sent_by" uuid,
	CONSTRAINT "meeting_briefs_lio_id_meeting_id_pk" PRIMARY KEY("lio_id","meeting_id")
);
--> statement-breakpoint
CREATE TABLE "meeting_reports" (
	"lio_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"board_id" uuid NOT NULL,
	"decided" text,
	"said" text,
	"promised" text,
	"needed" text,
	"saved_at" timestamp with time zone NOT NULL,
	"saved_by" uuid,
	"version" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	"sent_by" uuid,
	"given_back" text,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	"as_sent" jsonb,
	CONSTRAINT "meeting_reports_lio_id_meeting_id_pk" PRIMARY KEY("lio_id","meeting_id"),
	CONSTRAINT "meeting_reports_published_after" CHECK ("meeting_reports"."published_at" is null or "meeting_reports"."sent_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "raised_questions" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"board_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"words" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" uuid,
	"state" text DEFAULT 'waiting' NOT NULL,
	"reply" text,
	"replied_at" timestamp with time zone,
	"replied_by" uuid,
	CONSTRAINT "raised_questions_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "raised_questions_state" CHECK ("raised_questions"."state" in ('waiting', 'raised', 'answered', 'not_raised'))
);
--> statement-breakpoint
ALTER TABLE "calendar_dates" DROP CONSTRAINT "calendar_dates_kind";--> statement-breakpoint
ALTER TABLE "board_meetings" ADD CONSTRAINT "board_meetings_lio_id_id_calendar_dates_lio_id_id_fk" FOREIGN KEY ("lio_id","id") REFERENCES "public"."calendar_dates"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_meetings" ADD CONSTRAINT "board_meetings_lio_id_board_id_boards_lio_id_id_fk" FOREIGN KEY ("lio_id","board_id") REFERENCES "public"."boards"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_meetings" ADD CONSTRAINT "board_meetings_lio_id_added_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","added_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_promise_needs" ADD CONSTRAINT "board_promise_needs_lio_id_promise_id_board_promises_lio_id_id_fk" FOREIGN KEY ("lio_id","promise_id") REFERENCES "public"."board_promises"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_promise_needs" ADD CONSTRAINT "board_promise_needs_lio_id_need_id_needs_lio_id_id_fk" FOREIGN KEY ("lio_id","need_id") REFERENCES "public"."needs"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_promises" ADD CONSTRAINT "board_promises_lio_id_board_id_boards_lio_id_id_fk" FOREIGN KEY ("lio_id","board_id") REFERENCES "public"."boards"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_promises" ADD CONSTRAINT "board_promises_lio_id_meeting_id_board_meetings_lio_id_id_fk" FOREIGN KEY ("lio_id","meeting_id") REFERENCES "public"."board_meetings"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_promises" ADD CONSTRAINT "board_promises_lio_id_body_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","body_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_promises" ADD CONSTRAINT "board_promises_lio_id_reply_id_ask_replies_lio_id_id_fk" FOREIGN KEY ("lio_id","reply_id") REFERENCES "public"."ask_replies"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_promises" ADD CONSTRAINT "board_promises_lio_id_added_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","added_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_asks" ADD CONSTRAINT "meeting_asks_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_asks" ADD CONSTRAINT "meeting_asks_lio_id_meeting_id_board_meetings_lio_id_id_fk" FOREIGN KEY ("lio_id","meeting_id") REFERENCES "public"."board_meetings"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_asks" ADD CONSTRAINT "meeting_asks_lio_id_ask_id_asks_lio_id_id_fk" FOREIGN KEY ("lio_id","ask_id") REFERENCES "public"."asks"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_briefs" ADD CONSTRAINT "meeting_briefs_lio_id_meeting_id_board_meetings_lio_id_id_fk" FOREIGN KEY ("lio_id","meeting_id") REFERENCES "public"."board_meetings"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_briefs" ADD CONSTRAINT "meeting_briefs_lio_id_board_id_boards_lio_id_id_fk" FOREIGN KEY ("lio_id","board_id") REFERENCES "public"."boards"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_briefs" ADD CONSTRAINT "meeting_briefs_lio_id_sent_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","sent_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_reports" ADD CONSTRAINT "meeting_reports_lio_id_meeting_id_board_meetings_lio_id_id_fk" FOREIGN KEY ("lio_id","meeting_id") REFERENCES "public"."board_meetings"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_reports" ADD CONSTRAINT "meeting_reports_lio_id_board_id_boards_lio_id_id_fk" FOREIGN KEY ("lio_id","board_id") REFERENCES "public"."boards"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_reports" ADD CONSTRAINT "meeting_reports_lio_id_saved_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","saved_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_reports" ADD CONSTRAINT "meeting_reports_lio_id_sent_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","sent_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_reports" ADD CONSTRAINT "meeting_reports_lio_id_published_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","published_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "raised_questions" ADD CONSTRAINT "raised_questions_lio_id_meeting_id_board_meetings_lio_id_id_fk" FOREIGN KEY ("lio_id","meeting_id") REFERENCES "public"."board_meetings"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "raised_questions" ADD CONSTRAINT "raised_questions_lio_id_board_id_boards_lio_id_id_fk" FOREIGN KEY ("lio_id","board_id") REFERENCES "public"."boards"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "raised_questions" ADD CONSTRAINT "raised_questions_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "raised_questions" ADD CONSTRAINT "raised_questions_lio_id_asked_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","asked_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "raised_questions" ADD CONSTRAINT "raised_questions_lio_id_replied_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","replied_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "board_meetings_board" ON "board_meetings" USING btree ("lio_id","board_id");--> statement-breakpoint
CREATE INDEX "board_meetings_added_by" ON "board_meetings" USING btree ("lio_id","added_by");--> statement-breakpoint
CREATE INDEX "board_promise_needs_need" ON "board_promise_needs" USING btree ("lio_id","need_id");--> statement-breakpoint
CREATE INDEX "board_promises_board" ON "board_promises" USING btree ("lio_id","board_id","promised_on");--> statement-breakpoint
CREATE INDEX "board_promises_meeting" ON "board_promises" USING btree ("lio_id","meeting_id");--> statement-breakpoint
CREATE INDEX "board_promises_body" ON "board_promises" USING btree ("lio_id","body_id");--> statement-breakpoint
CREATE INDEX "board_promises_reply" ON "board_promises" USING btree ("lio_id","reply_id");--> statement-breakpoint
CREATE INDEX "board_promises_added_by" ON "board_promises" USING btree ("lio_id","added_by");--> statement-breakpoint
CREATE INDEX "meeting_asks_ask" ON "meeting_asks" USING btree ("lio_id","ask_id");--> statement-breakpoint
CREATE INDEX "meeting_briefs_board" ON "meeting_briefs" USING btree ("lio_id","board_id");--> statement-breakpoint
CREATE INDEX "meeting_briefs_sent_by" ON "meeting_briefs" USING btree ("lio_id","sent_by");--> statement-breakpoint
CREATE INDEX "meeting_reports_board" ON "meeting_reports" USING btree ("lio_id","board_id");--> statement-breakpoint
CREATE INDEX "meeting_reports_published" ON "meeting_reports" USING btree ("lio_id","published_at");--> statement-breakpoint
CREATE INDEX "meeting_reports_saved_by" ON "meeting_reports" USING btree ("lio_id","saved_by");--> statement-breakpoint
CREATE INDEX "meeting_reports_sent_by" ON "meeting_reports" USING btree ("lio_id","sent_by");--> statement-breakpoint
CREATE INDEX "meeting_reports_published_by" ON "meeting_reports" USING btree ("lio_id","published_by");--> statement-breakpoint
CREATE INDEX "raised_questions_meeting" ON "raised_questions" USING btree ("lio_id","meeting_id","asked_at");--> statement-breakpoint
CREATE INDEX "raised_questions_board" ON "raised_questions" USING btree ("lio_id","board_id");--> statement-breakpoint
CREATE INDEX "raised_questions_group" ON "raised_questions" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "raised_questions_asked_by" ON "raised_questions" USING btree ("lio_id","asked_by");--> statement-breakpoint
CREATE INDEX "raised_questions_replied_by" ON "raised_questions" USING btree ("lio_id","replied_by");--> statement-breakpoint
ALTER TABLE "calendar_dates" ADD CONSTRAINT "calendar_dates_kind" CHECK ("calendar_dates"."kind" in ('event', 'board'));