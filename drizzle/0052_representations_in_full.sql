CREATE TABLE "joint_papers" (
	"lio_id" uuid NOT NULL,
	"representation_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"partner" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"agreed_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	CONSTRAINT "joint_papers_lio_id_representation_id_version_partner_pk" PRIMARY KEY("lio_id","representation_id","version","partner")
);
--> statement-breakpoint
CREATE TABLE "paper_consents" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"leader" text NOT NULL,
	"paper_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"agreed_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	"answered_by" uuid,
	CONSTRAINT "paper_consents_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "paper_partners" (
	"lio_id" uuid NOT NULL,
	"representation_id" uuid NOT NULL,
	"partner" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" uuid,
	CONSTRAINT "paper_partners_lio_id_representation_id_partner_pk" PRIMARY KEY("lio_id","representation_id","partner")
);
--> statement-breakpoint
CREATE TABLE "paper_remarks" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"representation_id" uuid NOT NULL,
	"ask_id" uuid,
	"part_id" uuid,
	"about" text,
	"text" text,
	"rewording" text,
	"made_at" timestamp with time zone NOT NULL,
	"made_by" uuid,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	"accepted" boolean,
	CONSTRAINT "paper_remarks_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "paper_remarks_says" CHECK (num_nonnulls("paper_remarks"."text", "paper_remarks"."rewording") > 0),
	CONSTRAINT "paper_remarks_where" CHECK (num_nonnulls("paper_remarks"."ask_id", "paper_remarks"."part_id") < 2)
);
--> statement-breakpoint
CREATE TABLE "paper_sign_offs" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"representation_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"who" text NOT NULL,
	"on_day" date NOT NULL,
	"minute" text,
	"entered_at" timestamp with time zone NOT NULL,
	"entered_by" uuid,
	CONSTRAINT "paper_sign_offs_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "paper_parts" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"representation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "paper_parts_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "paper_parts_kind" CHECK ("paper_parts"."kind" in ('heading', 'paragraph'))
);
--> statement-breakpoint
CREATE TABLE "paper_pins" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"ask_id" uuid,
	"part_id" uuid,
	"sentence" text,
	"kind" text NOT NULL,
	"passage_id" uuid,
	"question_id" uuid,
	"need_id" uuid,
	"topic_id" uuid,
	"session_kind" text,
	"from_day" date,
	"until_day" date,
	"title" text,
	"figure" text,
	"source" text,
	"on_day" date,
	"website" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "paper_pins_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "paper_pins_kind" CHECK ("paper_pins"."kind" in ('passage', 'question', 'need', 'sessions', 'topic', 'figure')),
	CONSTRAINT "paper_pins_session_kind" CHECK ("paper_pins"."session_kind" in ('advice', 'phone', 'email', 'visit', 'meeting', 'training', 'outreach')),
	CONSTRAINT "paper_pins_where" CHECK (num_nonnulls("paper_pins"."ask_id", "paper_pins"."part_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "proposed_replies" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"link_id" uuid NOT NULL,
	"ask_id" uuid,
	"reply" text NOT NULL,
	"words" text,
	"reason" text,
	"promised_by" text,
	"promised_for" date,
	"sender" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"reply_id" uuid,
	"refused_reason" text,
	CONSTRAINT "proposed_replies_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "proposed_replies_reply_kind" CHECK ("proposed_replies"."reply" in ('acknowledged', 'accepted', 'partly', 'promised', 'answered', 'rejected', 'no_reply'))
);
--> statement-breakpoint
CREATE TABLE "reply_links" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"representation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"made_by" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "reply_links_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "representation_sends" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"representation_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"how" text,
	"to_name" text,
	"to_email" text,
	"copies" text[] DEFAULT '{}'::text[] NOT NULL,
	"words" text,
	"sent_on" date NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"entered_by" uuid,
	CONSTRAINT "representation_sends_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "representation_sends_how" CHECK ("representation_sends"."how" in ('trellis', 'email', 'post', 'by_hand'))
);
--> statement-breakpoint
CREATE TABLE "ask_outcomes" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"ask_id" uuid NOT NULL,
	"promise_id" uuid,
	"ending" text,
	"outcome" text NOT NULL,
	"outcome_on" date NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"entered_by" uuid,
	CONSTRAINT "ask_outcomes_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "ask_outcomes_ending" CHECK ("ask_outcomes"."ending" in ('kept', 'not_kept', 'changed'))
);
--> statement-breakpoint
CREATE TABLE "ask_replies" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"ask_id" uuid NOT NULL,
	"reply" text NOT NULL,
	"words" text,
	"reason" text,
	"replied_on" date,
	"sender" text,
	"promised_by" text,
	"promised_for" date,
	"file_id" uuid,
	"entered_at" timestamp with time zone NOT NULL,
	"entered_by" uuid,
	CONSTRAINT "ask_replies_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "ask_replies_reply" CHECK ("ask_replies"."reply" in ('acknowledged', 'accepted', 'partly', 'promised', 'answered', 'rejected', 'no_reply'))
);
--> statement-breakpoint
CREATE TABLE "outcome_needs" (
	"lio_id" uuid NOT NULL,
	"outcome_id" uuid NOT NULL,
	"need_id" uuid NOT NULL,
	CONSTRAINT "outcome_needs_lio_id_outcome_id_need_id_pk" PRIMARY KEY("lio_id","outcome_id","need_id")
);
--> statement-breakpoint
CREATE TABLE "representation_chasers" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"representation_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"to_name" text,
	"to_email" text NOT NULL,
	"words" text,
	"sent_at" timestamp with time zone NOT NULL,
	"sent_by" uuid,
	CONSTRAINT "representation_chasers_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "quote_redactions" (
	"lio_id" uuid NOT NULL,
	"representation_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"passage_id" uuid NOT NULL,
	"redacted_at" timestamp with time zone NOT NULL,
	"restored_at" timestamp with time zone,
	CONSTRAINT "quote_redactions_lio_id_representation_id_version_passage_id_pk" PRIMARY KEY("lio_id","representation_id","version","passage_id")
);
--> statement-breakpoint
ALTER TABLE "asks" DROP CONSTRAINT "asks_reply";--> statement-breakpoint
ALTER TABLE "lios" ADD COLUMN "papers_signed_off" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "asks" ADD COLUMN "by_whom" text;--> statement-breakpoint
ALTER TABLE "asks" ADD COLUMN "with_what" text;--> statement-breakpoint
ALTER TABLE "asks" ADD COLUMN "by_when" text;--> statement-breakpoint
ALTER TABLE "asks" ADD COLUMN "acknowledged_on" date;--> statement-breakpoint
ALTER TABLE "joint_papers" ADD CONSTRAINT "joint_papers_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_papers" ADD CONSTRAINT "joint_papers_lio_id_representation_id_representations_lio_id_id_fk" FOREIGN KEY ("lio_id","representation_id") REFERENCES "public"."representations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_consents" ADD CONSTRAINT "paper_consents_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_consents" ADD CONSTRAINT "paper_consents_lio_id_answered_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","answered_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_partners" ADD CONSTRAINT "paper_partners_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_partners" ADD CONSTRAINT "paper_partners_lio_id_representation_id_representations_lio_id_id_fk" FOREIGN KEY ("lio_id","representation_id") REFERENCES "public"."representations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_partners" ADD CONSTRAINT "paper_partners_lio_id_asked_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","asked_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_remarks" ADD CONSTRAINT "paper_remarks_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_remarks" ADD CONSTRAINT "paper_remarks_lio_id_representation_id_representations_lio_id_id_fk" FOREIGN KEY ("lio_id","representation_id") REFERENCES "public"."representations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_remarks" ADD CONSTRAINT "paper_remarks_lio_id_ask_id_asks_lio_id_id_fk" FOREIGN KEY ("lio_id","ask_id") REFERENCES "public"."asks"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_remarks" ADD CONSTRAINT "paper_remarks_lio_id_part_id_paper_parts_lio_id_id_fk" FOREIGN KEY ("lio_id","part_id") REFERENCES "public"."paper_parts"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_remarks" ADD CONSTRAINT "paper_remarks_lio_id_made_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","made_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_remarks" ADD CONSTRAINT "paper_remarks_lio_id_settled_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","settled_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_sign_offs" ADD CONSTRAINT "paper_sign_offs_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_sign_offs" ADD CONSTRAINT "paper_sign_offs_lio_id_representation_id_representations_lio_id_id_fk" FOREIGN KEY ("lio_id","representation_id") REFERENCES "public"."representations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_sign_offs" ADD CONSTRAINT "paper_sign_offs_lio_id_entered_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","entered_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_parts" ADD CONSTRAINT "paper_parts_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_parts" ADD CONSTRAINT "paper_parts_lio_id_representation_id_representations_lio_id_id_fk" FOREIGN KEY ("lio_id","representation_id") REFERENCES "public"."representations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_pins" ADD CONSTRAINT "paper_pins_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_pins" ADD CONSTRAINT "paper_pins_lio_id_ask_id_asks_lio_id_id_fk" FOREIGN KEY ("lio_id","ask_id") REFERENCES "public"."asks"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_pins" ADD CONSTRAINT "paper_pins_lio_id_part_id_paper_parts_lio_id_id_fk" FOREIGN KEY ("lio_id","part_id") REFERENCES "public"."paper_parts"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_pins" ADD CONSTRAINT "paper_pins_lio_id_passage_id_passages_lio_id_id_fk" FOREIGN KEY ("lio_id","passage_id") REFERENCES "public"."passages"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_pins" ADD CONSTRAINT "paper_pins_lio_id_question_id_questions_lio_id_id_fk" FOREIGN KEY ("lio_id","question_id") REFERENCES "public"."questions"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_pins" ADD CONSTRAINT "paper_pins_lio_id_need_id_needs_lio_id_id_fk" FOREIGN KEY ("lio_id","need_id") REFERENCES "public"."needs"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_pins" ADD CONSTRAINT "paper_pins_lio_id_topic_id_topics_lio_id_id_fk" FOREIGN KEY ("lio_id","topic_id") REFERENCES "public"."topics"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_pins" ADD CONSTRAINT "paper_pins_lio_id_created_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","created_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposed_replies" ADD CONSTRAINT "proposed_replies_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposed_replies" ADD CONSTRAINT "proposed_replies_lio_id_link_id_reply_links_lio_id_id_fk" FOREIGN KEY ("lio_id","link_id") REFERENCES "public"."reply_links"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposed_replies" ADD CONSTRAINT "proposed_replies_lio_id_ask_id_asks_lio_id_id_fk" FOREIGN KEY ("lio_id","ask_id") REFERENCES "public"."asks"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposed_replies" ADD CONSTRAINT "proposed_replies_lio_id_reply_id_ask_replies_lio_id_id_fk" FOREIGN KEY ("lio_id","reply_id") REFERENCES "public"."ask_replies"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposed_replies" ADD CONSTRAINT "proposed_replies_lio_id_decided_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","decided_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_links" ADD CONSTRAINT "reply_links_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_links" ADD CONSTRAINT "reply_links_lio_id_representation_id_representations_lio_id_id_fk" FOREIGN KEY ("lio_id","representation_id") REFERENCES "public"."representations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_links" ADD CONSTRAINT "reply_links_lio_id_made_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","made_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_links" ADD CONSTRAINT "reply_links_lio_id_ended_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","ended_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representation_sends" ADD CONSTRAINT "representation_sends_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representation_sends" ADD CONSTRAINT "representation_sends_lio_id_representation_id_representations_lio_id_id_fk" FOREIGN KEY ("lio_id","representation_id") REFERENCES "public"."representations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representation_sends" ADD CONSTRAINT "representation_sends_lio_id_entered_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","entered_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask_outcomes" ADD CONSTRAINT "ask_outcomes_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask_outcomes" ADD CONSTRAINT "ask_outcomes_lio_id_ask_id_asks_lio_id_id_fk" FOREIGN KEY ("lio_id","ask_id") REFERENCES "public"."asks"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask_outcomes" ADD CONSTRAINT "ask_outcomes_lio_id_promise_id_ask_replies_lio_id_id_fk" FOREIGN KEY ("lio_id","promise_id") REFERENCES "public"."ask_replies"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask_outcomes" ADD CONSTRAINT "ask_outcomes_lio_id_entered_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","entered_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask_replies" ADD CONSTRAINT "ask_replies_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask_replies" ADD CONSTRAINT "ask_replies_lio_id_ask_id_asks_lio_id_id_fk" FOREIGN KEY ("lio_id","ask_id") REFERENCES "public"."asks"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask_replies" ADD CONSTRAINT "ask_replies_lio_id_file_id_files_lio_id_id_fk" FOREIGN KEY ("lio_id","file_id") REFERENCES "public"."files"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask_replies" ADD CONSTRAINT "ask_replies_lio_id_entered_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","entered_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_needs" ADD CONSTRAINT "outcome_needs_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_needs" ADD CONSTRAINT "outcome_needs_lio_id_outcome_id_ask_outcomes_lio_id_id_fk" FOREIGN KEY ("lio_id","outcome_id") REFERENCES "public"."ask_outcomes"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_needs" ADD CONSTRAINT "outcome_needs_lio_id_need_id_needs_lio_id_id_fk" FOREIGN KEY ("lio_id","need_id") REFERENCES "public"."needs"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representation_chasers" ADD CONSTRAINT "representation_chasers_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representation_chasers" ADD CONSTRAINT "representation_chasers_lio_id_representation_id_representations_lio_id_id_fk" FOREIGN KEY ("lio_id","representation_id") REFERENCES "public"."representations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representation_chasers" ADD CONSTRAINT "representation_chasers_lio_id_sent_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","sent_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_redactions" ADD CONSTRAINT "quote_redactions_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_redactions" ADD CONSTRAINT "quote_redactions_lio_id_representation_id_representations_lio_id_id_fk" FOREIGN KEY ("lio_id","representation_id") REFERENCES "public"."representations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_redactions" ADD CONSTRAINT "quote_redactions_lio_id_passage_id_passages_lio_id_id_fk" FOREIGN KEY ("lio_id","passage_id") REFERENCES "public"."passages"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "paper_consents_once" ON "paper_consents" USING btree ("lio_id","leader","paper_id","version");--> statement-breakpoint
CREATE INDEX "paper_consents_answered_by" ON "paper_consents" USING btree ("lio_id","answered_by");--> statement-breakpoint
CREATE INDEX "paper_partners_asked_by" ON "paper_partners" USING btree ("lio_id","asked_by");--> statement-breakpoint
CREATE INDEX "paper_remarks_of" ON "paper_remarks" USING btree ("lio_id","representation_id");--> statement-breakpoint
CREATE INDEX "paper_remarks_ask" ON "paper_remarks" USING btree ("lio_id","ask_id");--> statement-breakpoint
CREATE INDEX "paper_remarks_part" ON "paper_remarks" USING btree ("lio_id","part_id");--> statement-breakpoint
CREATE INDEX "paper_remarks_made_by" ON "paper_remarks" USING btree ("lio_id","made_by");--> statement-breakpoint
CREATE INDEX "paper_remarks_settled_by" ON "paper_remarks" USING btree ("lio_id","settled_by");--> statement-breakpoint
CREATE INDEX "paper_sign_offs_of" ON "paper_sign_offs" USING btree ("lio_id","representation_id","digest");--> statement-breakpoint
CREATE INDEX "paper_sign_offs_entered_by" ON "paper_sign_offs" USING btree ("lio_id","entered_by");--> statement-breakpoint
CREATE INDEX "paper_parts_of" ON "paper_parts" USING btree ("lio_id","representation_id","position");--> statement-breakpoint
CREATE INDEX "paper_pins_ask" ON "paper_pins" USING btree ("lio_id","ask_id");--> statement-breakpoint
CREATE INDEX "paper_pins_part" ON "paper_pins" USING btree ("lio_id","part_id");--> statement-breakpoint
CREATE INDEX "paper_pins_passage" ON "paper_pins" USING btree ("lio_id","passage_id");--> statement-breakpoint
CREATE INDEX "paper_pins_question" ON "paper_pins" USING btree ("lio_id","question_id");--> statement-breakpoint
CREATE INDEX "paper_pins_need" ON "paper_pins" USING btree ("lio_id","need_id");--> statement-breakpoint
CREATE INDEX "paper_pins_topic" ON "paper_pins" USING btree ("lio_id","topic_id");--> statement-breakpoint
CREATE INDEX "paper_pins_created_by" ON "paper_pins" USING btree ("lio_id","created_by");--> statement-breakpoint
CREATE INDEX "proposed_replies_link" ON "proposed_replies" USING btree ("lio_id","link_id");--> statement-breakpoint
CREATE INDEX "proposed_replies_ask" ON "proposed_replies" USING btree ("lio_id","ask_id");--> statement-breakpoint
CREATE INDEX "proposed_replies_reply" ON "proposed_replies" USING btree ("lio_id","reply_id");--> statement-breakpoint
CREATE INDEX "proposed_replies_decided_by" ON "proposed_replies" USING btree ("lio_id","decided_by");--> statement-breakpoint
CREATE UNIQUE INDEX "proposed_replies_open" ON "proposed_replies" USING btree ("lio_id","link_id",coalesce(ask_id, '00000000-0000-0000-0000-000000000000'::uuid)) WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX "reply_links_of" ON "reply_links" USING btree ("lio_id","representation_id");--> statement-breakpoint
CREATE INDEX "reply_links_made_by" ON "reply_links" USING btree ("lio_id","made_by");--> statement-breakpoint
CREATE INDEX "reply_links_ended_by" ON "reply_links" USING btree ("lio_id","ended_by");--> statement-breakpoint
CREATE INDEX "representation_sends_of" ON "representation_sends" USING btree ("lio_id","representation_id");--> statement-breakpoint
CREATE INDEX "representation_sends_entered_by" ON "representation_sends" USING btree ("lio_id","entered_by");--> statement-breakpoint
CREATE INDEX "ask_outcomes_ask" ON "ask_outcomes" USING btree ("lio_id","ask_id","entered_at");--> statement-breakpoint
CREATE INDEX "ask_outcomes_promise" ON "ask_outcomes" USING btree ("lio_id","promise_id");--> statement-breakpoint
CREATE INDEX "ask_outcomes_entered_by" ON "ask_outcomes" USING btree ("lio_id","entered_by");--> statement-breakpoint
CREATE INDEX "ask_replies_ask" ON "ask_replies" USING btree ("lio_id","ask_id","entered_at");--> statement-breakpoint
CREATE INDEX "ask_replies_file" ON "ask_replies" USING btree ("lio_id","file_id");--> statement-breakpoint
CREATE INDEX "ask_replies_entered_by" ON "ask_replies" USING btree ("lio_id","entered_by");--> statement-breakpoint
CREATE INDEX "outcome_needs_need" ON "outcome_needs" USING btree ("lio_id","need_id");--> statement-breakpoint
CREATE UNIQUE INDEX "representation_chasers_day" ON "representation_chasers" USING btree ("lio_id","representation_id","on_day");--> statement-breakpoint
CREATE INDEX "representation_chasers_sent_by" ON "representation_chasers" USING btree ("lio_id","sent_by");--> statement-breakpoint
CREATE INDEX "quote_redactions_passage" ON "quote_redactions" USING btree ("lio_id","passage_id");--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_reply" CHECK ("asks"."reply" in ('accepted', 'partly', 'promised', 'answered', 'rejected', 'no_reply'));--> statement-breakpoint
ALTER TABLE "asks" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "ask_replies" ("lio_id", "ask_id", "reply", "words", "replied_on", "entered_at") SELECT a."lio_id", a."id", a."reply", a."reply_text", a."replied_on", coalesce(a."replied_on"::timestamptz, now()) FROM "asks" a WHERE a."reply" IS NOT NULL;--> statement-breakpoint
INSERT INTO "ask_outcomes" ("lio_id", "ask_id", "outcome", "outcome_on", "entered_at") SELECT a."lio_id", a."id", a."outcome", coalesce(a."outcome_on", now()::date), coalesce(a."outcome_on"::timestamptz, now()) FROM "asks" a WHERE a."outcome" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "asks" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "representations" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "representation_sends" ("lio_id", "representation_id", "version", "sent_on", "entered_at") SELECT r."lio_id", r."id", coalesce(r."sent_version", 1), r."sent_on", r."sent_on"::timestamptz FROM "representations" r WHERE r."sent_on" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "representations" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "passages" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "responses" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "events" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "representation_versions" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "quote_redactions" ("lio_id", "representation_id", "version", "passage_id", "redacted_at") SELECT v."lio_id", v."representation_id", v."version", p."id", coalesce((SELECT max(e."at") FROM "events" e WHERE e."lio_id" = p."lio_id" AND e."what" = 'response.consent' AND e."group_id" = p."group_id" AND e."subject_id" = r."consultation_id"), now()) FROM "passages" p JOIN "responses" r ON r."lio_id" = p."lio_id" AND r."id" = p."response_id" AND r."quotable" IS NOT TRUE JOIN "representation_versions" v ON v."lio_id" = p."lio_id" AND jsonb_path_exists(v."content", '$.**.passageId ? (@ == $id)', jsonb_build_object('id', p."id"::text));--> statement-breakpoint
ALTER TABLE "representation_versions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "events" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "responses" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "passages" FORCE ROW LEVEL SECURITY;
