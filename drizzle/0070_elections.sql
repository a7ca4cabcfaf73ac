CREATE TABLE "ballot_boxes" (
	"lio_id" uuid NOT NULL,
	"election_id" uuid NOT NULL,
	"salt" text NOT NULL,
	"locked" "bytea" NOT NULL,
	CONSTRAINT "ballot_boxes_lio_id_election_id_pk" PRIMARY KEY("lio_id","election_id")
);
--> statement-breakpoint
CREATE TABLE "counted_ballots" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"election_id" uuid NOT NULL,
	"preferences" integer[] NOT NULL,
	CONSTRAINT "counted_ballots_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "counted_receipts" (
	"lio_id" uuid NOT NULL,
	"election_id" uuid NOT NULL,
	"mark" text NOT NULL,
	CONSTRAINT "counted_receipts_lio_id_election_id_mark_pk" PRIMARY KEY("lio_id","election_id","mark")
);
--> statement-breakpoint
CREATE TABLE "election_results" (
	"lio_id" uuid NOT NULL,
	"election_id" uuid NOT NULL,
	"on_roll" integer NOT NULL,
	"voted" integer NOT NULL,
	"on_paper" integer NOT NULL,
	"candidates" jsonb NOT NULL,
	"content" jsonb NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	"digest" text DEFAULT '' NOT NULL,
	CONSTRAINT "election_results_lio_id_election_id_pk" PRIMARY KEY("lio_id","election_id")
);
--> statement-breakpoint
CREATE TABLE "election_roll" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"election_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"left_out" text,
	"voter_id" uuid,
	"voter_email" text,
	"voted_by" text,
	CONSTRAINT "election_roll_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "election_roll_left_out" CHECK ("election_roll"."left_out" in ('not_member', 'affiliate', 'too_new')),
	CONSTRAINT "election_roll_voted_by" CHECK ("election_roll"."voted_by" in ('link', 'paper')),
	CONSTRAINT "election_roll_votes" CHECK ("election_roll"."voted_by" is null or "election_roll"."left_out" is null)
);
--> statement-breakpoint
CREATE TABLE "election_seats" (
	"lio_id" uuid NOT NULL,
	"election_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	CONSTRAINT "election_seats_lio_id_election_id_seat_id_pk" PRIMARY KEY("lio_id","election_id","seat_id")
);
--> statement-breakpoint
CREATE TABLE "elections" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"title" text NOT NULL,
	"places" integer NOT NULL,
	"rule_asked" text NOT NULL,
	"rule" text,
	"network_id" uuid,
	"member_months" integer NOT NULL,
	"endorsements" integer NOT NULL,
	"network_endorses" boolean NOT NULL,
	"who_may_stand" text,
	"nominations_until" timestamp with time zone NOT NULL,
	"roll_on" date NOT NULL,
	"voting_from" timestamp with time zone NOT NULL,
	"voting_until" timestamp with time zone NOT NULL,
	"starts_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"published_at" timestamp with time zone,
	"nominations_closed_at" timestamp with time zone,
	"roll_frozen_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"outcome" text,
	"shown_at" timestamp with time zone,
	"called_off_at" timestamp with time zone,
	"called_off_reason" text,
	"restarts" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "elections_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "elections_rule_asked" CHECK ("elections"."rule_asked" in ('usual', 'approval')),
	CONSTRAINT "elections_rule" CHECK ("elections"."rule" in ('plurality', 'irv', 'scottish-stv', 'approval')),
	CONSTRAINT "elections_outcome" CHECK ("elections"."outcome" in ('elected', 'unopposed', 'nobody')),
	CONSTRAINT "elections_places" CHECK ("elections"."places" between 1 and 20),
	CONSTRAINT "elections_months" CHECK ("elections"."member_months" between 0 and 60),
	CONSTRAINT "elections_endorsements" CHECK ("elections"."endorsements" between 0 and 10),
	CONSTRAINT "elections_dates" CHECK ("elections"."nominations_until" < "elections"."voting_from" and "elections"."voting_from" < "elections"."voting_until"),
	CONSTRAINT "elections_ended" CHECK (("elections"."closed_at" is null) = ("elections"."outcome" is null)),
	CONSTRAINT "elections_called_off" CHECK (("elections"."called_off_at" is null) = ("elections"."called_off_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "endorsements" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"nomination_id" uuid NOT NULL,
	"group_id" uuid,
	"network_id" uuid,
	"person_id" uuid,
	"endorsed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "endorsements_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "endorsements_of_one" CHECK (("endorsements"."group_id" is null) <> ("endorsements"."network_id" is null))
);
--> statement-breakpoint
CREATE TABLE "nominations" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"election_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"statement" text,
	"nominated_by" uuid,
	"nominated_at" timestamp with time zone NOT NULL,
	"agreed_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"valid_at" timestamp with time zone,
	"refused_reason" text,
	"checked_at" timestamp with time zone,
	"checked_by" uuid,
	"elected_as" integer,
	"runner_up" boolean DEFAULT false NOT NULL,
	CONSTRAINT "nominations_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "nominations_checked" CHECK ("nominations"."valid_at" is null or "nominations"."refused_reason" is null)
);
--> statement-breakpoint
CREATE TABLE "roll_appeals" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"roll_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"words" text NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone NOT NULL,
	"decision" text,
	"reason" text,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	CONSTRAINT "roll_appeals_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "roll_appeals_decision" CHECK ("roll_appeals"."decision" in ('upheld', 'dismissed')),
	CONSTRAINT "roll_appeals_decided" CHECK (("roll_appeals"."decision" is null) = ("roll_appeals"."reason" is null))
);
--> statement-breakpoint
ALTER TABLE "ballot_boxes" ADD CONSTRAINT "ballot_boxes_lio_id_election_id_elections_lio_id_id_fk" FOREIGN KEY ("lio_id","election_id") REFERENCES "public"."elections"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counted_ballots" ADD CONSTRAINT "counted_ballots_lio_id_election_id_elections_lio_id_id_fk" FOREIGN KEY ("lio_id","election_id") REFERENCES "public"."elections"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counted_receipts" ADD CONSTRAINT "counted_receipts_lio_id_election_id_elections_lio_id_id_fk" FOREIGN KEY ("lio_id","election_id") REFERENCES "public"."elections"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "election_results" ADD CONSTRAINT "election_results_lio_id_election_id_elections_lio_id_id_fk" FOREIGN KEY ("lio_id","election_id") REFERENCES "public"."elections"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "election_roll" ADD CONSTRAINT "election_roll_lio_id_election_id_elections_lio_id_id_fk" FOREIGN KEY ("lio_id","election_id") REFERENCES "public"."elections"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "election_roll" ADD CONSTRAINT "election_roll_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "election_roll" ADD CONSTRAINT "election_roll_lio_id_voter_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","voter_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "election_seats" ADD CONSTRAINT "election_seats_lio_id_election_id_elections_lio_id_id_fk" FOREIGN KEY ("lio_id","election_id") REFERENCES "public"."elections"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "election_seats" ADD CONSTRAINT "election_seats_lio_id_seat_id_seats_lio_id_id_fk" FOREIGN KEY ("lio_id","seat_id") REFERENCES "public"."seats"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "elections" ADD CONSTRAINT "elections_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "elections" ADD CONSTRAINT "elections_lio_id_board_id_boards_lio_id_id_fk" FOREIGN KEY ("lio_id","board_id") REFERENCES "public"."boards"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "elections" ADD CONSTRAINT "elections_lio_id_network_id_networks_lio_id_id_fk" FOREIGN KEY ("lio_id","network_id") REFERENCES "public"."networks"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "elections" ADD CONSTRAINT "elections_lio_id_created_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","created_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endorsements" ADD CONSTRAINT "endorsements_lio_id_nomination_id_nominations_lio_id_id_fk" FOREIGN KEY ("lio_id","nomination_id") REFERENCES "public"."nominations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endorsements" ADD CONSTRAINT "endorsements_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endorsements" ADD CONSTRAINT "endorsements_lio_id_network_id_networks_lio_id_id_fk" FOREIGN KEY ("lio_id","network_id") REFERENCES "public"."networks"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endorsements" ADD CONSTRAINT "endorsements_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_lio_id_election_id_elections_lio_id_id_fk" FOREIGN KEY ("lio_id","election_id") REFERENCES "public"."elections"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_lio_id_nominated_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","nominated_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_lio_id_checked_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","checked_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_appeals" ADD CONSTRAINT "roll_appeals_lio_id_roll_id_election_roll_lio_id_id_fk" FOREIGN KEY ("lio_id","roll_id") REFERENCES "public"."election_roll"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_appeals" ADD CONSTRAINT "roll_appeals_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_appeals" ADD CONSTRAINT "roll_appeals_lio_id_made_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","made_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_appeals" ADD CONSTRAINT "roll_appeals_lio_id_decided_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","decided_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "counted_ballots_election" ON "counted_ballots" USING btree ("lio_id","election_id");--> statement-breakpoint
CREATE INDEX "election_roll_election" ON "election_roll" USING btree ("lio_id","election_id");--> statement-breakpoint
CREATE INDEX "election_roll_group" ON "election_roll" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "election_roll_voter" ON "election_roll" USING btree ("lio_id","voter_id");--> statement-breakpoint
CREATE INDEX "election_seats_seat" ON "election_seats" USING btree ("lio_id","seat_id");--> statement-breakpoint
CREATE INDEX "elections_board" ON "elections" USING btree ("lio_id","board_id");--> statement-breakpoint
CREATE INDEX "elections_network" ON "elections" USING btree ("lio_id","network_id");--> statement-breakpoint
CREATE INDEX "elections_created_by" ON "elections" USING btree ("lio_id","created_by");--> statement-breakpoint
CREATE INDEX "endorsements_nomination" ON "endorsements" USING btree ("lio_id","nomination_id");--> statement-breakpoint
CREATE INDEX "endorsements_group" ON "endorsements" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "endorsements_network" ON "endorsements" USING btree ("lio_id","network_id");--> statement-breakpoint
CREATE INDEX "endorsements_person" ON "endorsements" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "nominations_election" ON "nominations" USING btree ("lio_id","election_id");--> statement-breakpoint
CREATE INDEX "nominations_group" ON "nominations" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "nominations_person" ON "nominations" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "nominations_nominated_by" ON "nominations" USING btree ("lio_id","nominated_by");--> statement-breakpoint
CREATE INDEX "nominations_checked_by" ON "nominations" USING btree ("lio_id","checked_by");--> statement-breakpoint
CREATE INDEX "roll_appeals_roll" ON "roll_appeals" USING btree ("lio_id","roll_id");--> statement-breakpoint
CREATE INDEX "roll_appeals_group" ON "roll_appeals" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "roll_appeals_made_by" ON "roll_appeals" USING btree ("lio_id","made_by");--> statement-breakpoint
CREATE INDEX "roll_appeals_decided_by" ON "roll_appeals" USING btree ("lio_id","decided_by");