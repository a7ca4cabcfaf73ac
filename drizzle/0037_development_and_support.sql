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
CREATE TABLE "enquiry_steps" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"enquiry_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"about" text,
	"guide" text,
	"helper_id" uuid,
	"due_on" date,
	"note" text,
	"done_on" date,
	CONSTRAINT "enquiry_steps_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "pathways" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"steps" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone,
	"retired_at" timestamp with time zone,
	CONSTRAINT "pathways_lio_id_id_pk" PRIMARY KEY("lio_id","id")
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
CREATE TABLE "bid_groups" (
	"lio_id" uuid NOT NULL,
	"bid_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	CONSTRAINT "bid_groups_lio_id_bid_id_group_id_pk" PRIMARY KEY("lio_id","bid_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "bids" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"funder_id" uuid NOT NULL,
	"title" text NOT NULL,
	"notes" text,
	"asked" bigint,
	"awarded" bigint,
	"paid" bigint,
	"opened_on" date NOT NULL,
	"preparing_on" date,
	"deadline_on" date,
	"sent_on" date,
	"decision_due_on" date,
	"decided_on" date,
	"withdrawn_on" date,
	"share" text,
	"proof" text,
	"task_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"added_by" uuid,
	"undone_at" timestamp with time zone,
	CONSTRAINT "bids_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "bids_share_word" CHECK ("bids"."share" in ('led', 'helped', 'signposted', 'none')),
	CONSTRAINT "bids_proof_word" CHECK ("bids"."proof" in ('reported', 'letter', 'matched')),
	CONSTRAINT "bids_sums" CHECK ("bids"."asked" >= 0 and "bids"."awarded" > 0 and "bids"."paid" >= 0),
	CONSTRAINT "bids_won_on_a_day" CHECK ("bids"."awarded" is null or "bids"."decided_on" is not null)
);
--> statement-breakpoint
CREATE TABLE "funder_terms" (
	"lio_id" uuid NOT NULL,
	"funder_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	CONSTRAINT "funder_terms_lio_id_funder_id_term_id_pk" PRIMARY KEY("lio_id","funder_id","term_id")
);
--> statement-breakpoint
CREATE TABLE "funders" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"org_id" text,
	"funds" text,
	"least_sum" bigint,
	"most_sum" bigint,
	"who_can_ask" text,
	"area" text,
	"website" text,
	"closes_on" date,
	"any_time" boolean DEFAULT false NOT NULL,
	"checked_on" date,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "funders_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "funding_search_terms" (
	"lio_id" uuid NOT NULL,
	"search_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	CONSTRAINT "funding_search_terms_lio_id_search_id_term_id_pk" PRIMARY KEY("lio_id","search_id","term_id")
);
--> statement-breakpoint
CREATE TABLE "funding_searches" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"what" text NOT NULL,
	"sum" bigint,
	"needed_by" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"opened_by" uuid,
	"closed_at" timestamp with time zone,
	CONSTRAINT "funding_searches_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "funding_searches_sum" CHECK ("funding_searches"."sum" > 0)
);
--> statement-breakpoint
CREATE TABLE "funding_tips" (
	"lio_id" uuid NOT NULL,
	"search_id" uuid NOT NULL,
	"funder_id" uuid NOT NULL,
	"emailed_at" timestamp with time zone,
	"tasked_at" timestamp with time zone,
	CONSTRAINT "funding_tips_lio_id_search_id_funder_id_pk" PRIMARY KEY("lio_id","search_id","funder_id")
);
--> statement-breakpoint
CREATE TABLE "grant_matches" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"grant_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"found_by" text NOT NULL,
	"because" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"refused_at" timestamp with time zone,
	"decided_by" uuid,
	"bid_id" uuid,
	CONSTRAINT "grant_matches_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "grant_matches_found_by" CHECK ("grant_matches"."found_by" in ('identifier', 'name')),
	CONSTRAINT "grant_matches_once_decided" CHECK ("grant_matches"."confirmed_at" is null or "grant_matches"."refused_at" is null),
	CONSTRAINT "grant_matches_bid_of_confirmed" CHECK (("grant_matches"."bid_id" is null) = ("grant_matches"."confirmed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "published_grants" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"identifier" text NOT NULL,
	"title" text NOT NULL,
	"recipient_name" text NOT NULL,
	"recipient_numbers" text[] DEFAULT '{}' NOT NULL,
	"recipient_postcode" text,
	"funder_name" text NOT NULL,
	"funder_key" text NOT NULL,
	"funder_org_id" text,
	"programme" text,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"awarded_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "published_grants_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "published_grants_sum" CHECK ("published_grants"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "need_figures" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"need_id" uuid NOT NULL,
	"words" text NOT NULL,
	"source" text NOT NULL,
	"website" text,
	"on_day" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"added_by" uuid,
	CONSTRAINT "need_figures_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "need_tellings" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"need_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"words" text NOT NULL,
	"reply" text,
	"replied_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "need_tellings_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "need_tellings_replied" CHECK (("need_tellings"."reply" is null) = ("need_tellings"."replied_on" is null))
);
--> statement-breakpoint
CREATE TABLE "session_enquiries" (
	"lio_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"enquiry_id" uuid NOT NULL,
	CONSTRAINT "session_enquiries_lio_id_session_id_enquiry_id_pk" PRIMARY KEY("lio_id","session_id","enquiry_id")
);
--> statement-breakpoint
ALTER TABLE "need_evidence" DROP CONSTRAINT "need_evidence_one";--> statement-breakpoint
ALTER TABLE "enquiries" ADD COLUMN "source" text DEFAULT 'page' NOT NULL;--> statement-breakpoint
ALTER TABLE "enquiries" ADD COLUMN "begun_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "enquiries" ADD COLUMN "touched_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "enquiries" ADD COLUMN "helper_id" uuid;--> statement-breakpoint
ALTER TABLE "enquiries" ADD COLUMN "group_id" uuid;--> statement-breakpoint
ALTER TABLE "enquiries" ADD COLUMN "became_on" date;--> statement-breakpoint
ALTER TABLE "enquiries" ADD COLUMN "ended_because" text;--> statement-breakpoint
ALTER TABLE "need_evidence" ADD COLUMN "enquiry_id" uuid;--> statement-breakpoint
ALTER TABLE "needs" ADD COLUMN "affected" text;--> statement-breakpoint
ALTER TABLE "needs" ADD COLUMN "strength" text;--> statement-breakpoint
ALTER TABLE "needs" ADD COLUMN "strength_why" text;--> statement-breakpoint
ALTER TABLE "needs" ADD COLUMN "ending" text;--> statement-breakpoint
ALTER TABLE "needs" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "needs" ADD COLUMN "public_words" text;--> statement-breakpoint
ALTER TABLE "needs" ADD COLUMN "shown_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "case_id" uuid;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "case_id" uuid;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "audience" text DEFAULT 'staff' NOT NULL;--> statement-breakpoint
ALTER TABLE "calendar_answers" ADD CONSTRAINT "calendar_answers_lio_id_occurrence_id_calendar_occurrences_lio_id_id_fk" FOREIGN KEY ("lio_id","occurrence_id") REFERENCES "public"."calendar_occurrences"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_answers" ADD CONSTRAINT "calendar_answers_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_answers" ADD CONSTRAINT "calendar_answers_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_answers" ADD CONSTRAINT "calendar_answers_lio_id_answered_by_id_calendar_answers_lio_id_id_fk" FOREIGN KEY ("lio_id","answered_by_id") REFERENCES "public"."calendar_answers"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_dates" ADD CONSTRAINT "calendar_dates_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_occurrences" ADD CONSTRAINT "calendar_occurrences_lio_id_date_id_calendar_dates_lio_id_id_fk" FOREIGN KEY ("lio_id","date_id") REFERENCES "public"."calendar_dates"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "enquiry_steps" ADD CONSTRAINT "enquiry_steps_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enquiry_steps" ADD CONSTRAINT "enquiry_steps_lio_id_enquiry_id_enquiries_lio_id_id_fk" FOREIGN KEY ("lio_id","enquiry_id") REFERENCES "public"."enquiries"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enquiry_steps" ADD CONSTRAINT "enquiry_steps_lio_id_helper_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","helper_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathways" ADD CONSTRAINT "pathways_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookable_events" ADD CONSTRAINT "bookable_events_lio_id_id_calendar_dates_lio_id_id_fk" FOREIGN KEY ("lio_id","id") REFERENCES "public"."calendar_dates"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookable_events" ADD CONSTRAINT "bookable_events_lio_id_added_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","added_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_needs" ADD CONSTRAINT "booking_needs_lio_id_answer_id_calendar_answers_lio_id_id_fk" FOREIGN KEY ("lio_id","answer_id") REFERENCES "public"."calendar_answers"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_feedback" ADD CONSTRAINT "event_feedback_lio_id_answer_id_calendar_answers_lio_id_id_fk" FOREIGN KEY ("lio_id","answer_id") REFERENCES "public"."calendar_answers"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid_groups" ADD CONSTRAINT "bid_groups_lio_id_bid_id_bids_lio_id_id_fk" FOREIGN KEY ("lio_id","bid_id") REFERENCES "public"."bids"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid_groups" ADD CONSTRAINT "bid_groups_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bids" ADD CONSTRAINT "bids_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bids" ADD CONSTRAINT "bids_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bids" ADD CONSTRAINT "bids_lio_id_funder_id_funders_lio_id_id_fk" FOREIGN KEY ("lio_id","funder_id") REFERENCES "public"."funders"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bids" ADD CONSTRAINT "bids_lio_id_task_id_tasks_lio_id_id_fk" FOREIGN KEY ("lio_id","task_id") REFERENCES "public"."tasks"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bids" ADD CONSTRAINT "bids_lio_id_added_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","added_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funder_terms" ADD CONSTRAINT "funder_terms_lio_id_funder_id_funders_lio_id_id_fk" FOREIGN KEY ("lio_id","funder_id") REFERENCES "public"."funders"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funder_terms" ADD CONSTRAINT "funder_terms_lio_id_term_id_terms_lio_id_id_fk" FOREIGN KEY ("lio_id","term_id") REFERENCES "public"."terms"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funders" ADD CONSTRAINT "funders_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_search_terms" ADD CONSTRAINT "funding_search_terms_lio_id_search_id_funding_searches_lio_id_id_fk" FOREIGN KEY ("lio_id","search_id") REFERENCES "public"."funding_searches"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_search_terms" ADD CONSTRAINT "funding_search_terms_lio_id_term_id_terms_lio_id_id_fk" FOREIGN KEY ("lio_id","term_id") REFERENCES "public"."terms"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_searches" ADD CONSTRAINT "funding_searches_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_searches" ADD CONSTRAINT "funding_searches_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_searches" ADD CONSTRAINT "funding_searches_lio_id_opened_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","opened_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_tips" ADD CONSTRAINT "funding_tips_lio_id_search_id_funding_searches_lio_id_id_fk" FOREIGN KEY ("lio_id","search_id") REFERENCES "public"."funding_searches"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_tips" ADD CONSTRAINT "funding_tips_lio_id_funder_id_funders_lio_id_id_fk" FOREIGN KEY ("lio_id","funder_id") REFERENCES "public"."funders"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_matches" ADD CONSTRAINT "grant_matches_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_matches" ADD CONSTRAINT "grant_matches_lio_id_grant_id_published_grants_lio_id_id_fk" FOREIGN KEY ("lio_id","grant_id") REFERENCES "public"."published_grants"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_matches" ADD CONSTRAINT "grant_matches_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_matches" ADD CONSTRAINT "grant_matches_lio_id_bid_id_bids_lio_id_id_fk" FOREIGN KEY ("lio_id","bid_id") REFERENCES "public"."bids"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_matches" ADD CONSTRAINT "grant_matches_lio_id_decided_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","decided_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_grants" ADD CONSTRAINT "published_grants_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_figures" ADD CONSTRAINT "need_figures_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_figures" ADD CONSTRAINT "need_figures_lio_id_need_id_needs_lio_id_id_fk" FOREIGN KEY ("lio_id","need_id") REFERENCES "public"."needs"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_figures" ADD CONSTRAINT "need_figures_lio_id_added_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","added_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_tellings" ADD CONSTRAINT "need_tellings_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_tellings" ADD CONSTRAINT "need_tellings_lio_id_need_id_needs_lio_id_id_fk" FOREIGN KEY ("lio_id","need_id") REFERENCES "public"."needs"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_tellings" ADD CONSTRAINT "need_tellings_lio_id_body_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","body_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_enquiries" ADD CONSTRAINT "session_enquiries_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_enquiries" ADD CONSTRAINT "session_enquiries_lio_id_session_id_sessions_lio_id_id_fk" FOREIGN KEY ("lio_id","session_id") REFERENCES "public"."sessions"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_enquiries" ADD CONSTRAINT "session_enquiries_lio_id_enquiry_id_enquiries_lio_id_id_fk" FOREIGN KEY ("lio_id","enquiry_id") REFERENCES "public"."enquiries"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calendar_answers_state" ON "calendar_answers" USING btree ("lio_id","occurrence_id","state","position");--> statement-breakpoint
CREATE INDEX "calendar_answers_offered" ON "calendar_answers" USING btree ("lio_id","offered_until");--> statement-breakpoint
CREATE INDEX "calendar_answers_person" ON "calendar_answers" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "calendar_answers_group" ON "calendar_answers" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "calendar_answers_answered_by" ON "calendar_answers" USING btree ("lio_id","answered_by_id");--> statement-breakpoint
CREATE INDEX "calendar_occurrences_starts" ON "calendar_occurrences" USING btree ("lio_id","starts_at");--> statement-breakpoint
CREATE INDEX "case_notes_case" ON "case_notes" USING btree ("lio_id","case_id","on_day");--> statement-breakpoint
CREATE INDEX "case_notes_session" ON "case_notes" USING btree ("lio_id","session_id");--> statement-breakpoint
CREATE INDEX "case_notes_by" ON "case_notes" USING btree ("lio_id","by_person_id");--> statement-breakpoint
CREATE INDEX "case_groups_group" ON "case_groups" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "case_people_person" ON "case_people" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "cases_audience" ON "cases" USING btree ("lio_id","audience","opened_on");--> statement-breakpoint
CREATE INDEX "cases_opened_by" ON "cases" USING btree ("lio_id","opened_by");--> statement-breakpoint
CREATE INDEX "enquiry_steps_enquiry" ON "enquiry_steps" USING btree ("lio_id","enquiry_id","position");--> statement-breakpoint
CREATE INDEX "enquiry_steps_helper" ON "enquiry_steps" USING btree ("lio_id","helper_id");--> statement-breakpoint
CREATE INDEX "bookable_events_added_by" ON "bookable_events" USING btree ("lio_id","added_by");--> statement-breakpoint
CREATE INDEX "bid_groups_group" ON "bid_groups" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "bids_group" ON "bids" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "bids_funder" ON "bids" USING btree ("lio_id","funder_id");--> statement-breakpoint
CREATE INDEX "bids_decided" ON "bids" USING btree ("lio_id","decided_on");--> statement-breakpoint
CREATE INDEX "bids_task" ON "bids" USING btree ("lio_id","task_id");--> statement-breakpoint
CREATE INDEX "bids_added_by" ON "bids" USING btree ("lio_id","added_by");--> statement-breakpoint
CREATE INDEX "funder_terms_term" ON "funder_terms" USING btree ("lio_id","term_id");--> statement-breakpoint
CREATE UNIQUE INDEX "funders_name_key" ON "funders" USING btree ("lio_id","name_key");--> statement-breakpoint
CREATE INDEX "funders_name" ON "funders" USING btree ("lio_id","name");--> statement-breakpoint
CREATE INDEX "funders_org_id" ON "funders" USING btree ("lio_id","org_id");--> statement-breakpoint
CREATE INDEX "funding_search_terms_term" ON "funding_search_terms" USING btree ("lio_id","term_id");--> statement-breakpoint
CREATE INDEX "funding_searches_group" ON "funding_searches" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "funding_searches_opened_by" ON "funding_searches" USING btree ("lio_id","opened_by");--> statement-breakpoint
CREATE INDEX "funding_tips_funder" ON "funding_tips" USING btree ("lio_id","funder_id");--> statement-breakpoint
CREATE UNIQUE INDEX "grant_matches_once" ON "grant_matches" USING btree ("lio_id","grant_id","group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "grant_matches_confirmed" ON "grant_matches" USING btree ("lio_id","grant_id") WHERE "grant_matches"."confirmed_at" is not null;--> statement-breakpoint
CREATE INDEX "grant_matches_group" ON "grant_matches" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "grant_matches_bid" ON "grant_matches" USING btree ("lio_id","bid_id");--> statement-breakpoint
CREATE INDEX "grant_matches_decided_by" ON "grant_matches" USING btree ("lio_id","decided_by");--> statement-breakpoint
CREATE UNIQUE INDEX "published_grants_identifier" ON "published_grants" USING btree ("lio_id","identifier");--> statement-breakpoint
CREATE INDEX "need_figures_need" ON "need_figures" USING btree ("lio_id","need_id");--> statement-breakpoint
CREATE INDEX "need_figures_added_by" ON "need_figures" USING btree ("lio_id","added_by");--> statement-breakpoint
CREATE INDEX "need_tellings_need" ON "need_tellings" USING btree ("lio_id","need_id","on_day");--> statement-breakpoint
CREATE INDEX "need_tellings_body" ON "need_tellings" USING btree ("lio_id","body_id");--> statement-breakpoint
CREATE INDEX "session_enquiries_enquiry" ON "session_enquiries" USING btree ("lio_id","enquiry_id");--> statement-breakpoint
ALTER TABLE "enquiries" ADD CONSTRAINT "enquiries_lio_id_helper_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","helper_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enquiries" ADD CONSTRAINT "enquiries_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_evidence" ADD CONSTRAINT "need_evidence_lio_id_enquiry_id_enquiries_lio_id_id_fk" FOREIGN KEY ("lio_id","enquiry_id") REFERENCES "public"."enquiries"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_lio_id_merged_into_id_needs_lio_id_id_fk" FOREIGN KEY ("lio_id","merged_into_id") REFERENCES "public"."needs"("lio_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_lio_id_case_id_cases_lio_id_id_fk" FOREIGN KEY ("lio_id","case_id") REFERENCES "public"."cases"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_lio_id_case_id_cases_lio_id_id_fk" FOREIGN KEY ("lio_id","case_id") REFERENCES "public"."cases"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "enquiries_helper" ON "enquiries" USING btree ("lio_id","helper_id");--> statement-breakpoint
CREATE INDEX "enquiries_group" ON "enquiries" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "need_evidence_enquiry" ON "need_evidence" USING btree ("lio_id","enquiry_id");--> statement-breakpoint
CREATE INDEX "needs_merged_into" ON "needs" USING btree ("lio_id","merged_into_id");--> statement-breakpoint
CREATE INDEX "sessions_case" ON "sessions" USING btree ("lio_id","case_id");--> statement-breakpoint
CREATE INDEX "tasks_case" ON "tasks" USING btree ("lio_id","case_id");--> statement-breakpoint
ALTER TABLE "enquiries" ADD CONSTRAINT "enquiries_source" CHECK ("enquiries"."source" in ('page', 'phone', 'email', 'visit', 'event', 'other'));--> statement-breakpoint
ALTER TABLE "enquiries" ADD CONSTRAINT "enquiries_became" CHECK (("enquiries"."group_id" is null) = ("enquiries"."became_on" is null));--> statement-breakpoint
ALTER TABLE "need_evidence" ADD CONSTRAINT "need_evidence_one" CHECK (num_nonnulls("need_evidence"."session_id", "need_evidence"."response_id", "need_evidence"."passage_id", "need_evidence"."topic_id", "need_evidence"."enquiry_id") = 1);--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_strength" CHECK ("needs"."strength" in ('weak', 'some', 'strong'));--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_ending" CHECK ("needs"."ending" in ('met', 'gone', 'dropped', 'merged'));--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_merged" CHECK (("needs"."ending" = 'merged') = ("needs"."merged_into_id" is not null));