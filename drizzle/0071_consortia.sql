CREATE TABLE "consortia" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"formed_at" timestamp with time zone NOT NULL,
	"formed_by" uuid,
	"dissolved_at" timestamp with time zone,
	CONSTRAINT "consortia_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "consortium_agreements" (
	"lio_id" uuid NOT NULL,
	"consortium_id" uuid NOT NULL,
	"audience" text NOT NULL,
	"version" integer NOT NULL,
	"group_id" uuid NOT NULL,
	"agreed_at" timestamp with time zone NOT NULL,
	"agreed_by" uuid,
	CONSTRAINT "consortium_agreements_lio_id_consortium_id_version_group_id_pk" PRIMARY KEY("lio_id","consortium_id","version","group_id"),
	CONSTRAINT "consortium_agreements_audience" CHECK ("consortium_agreements"."audience" = 'consortium:' || "consortium_agreements"."consortium_id")
);
--> statement-breakpoint
CREATE TABLE "consortium_bids" (
	"lio_id" uuid NOT NULL,
	"consortium_id" uuid NOT NULL,
	"audience" text NOT NULL,
	"submitted_on" date NOT NULL,
	"went_to" text NOT NULL,
	"asked" bigint,
	"outcome" text,
	"decided_on" date,
	"awarded" bigint,
	"bid_id" uuid,
	CONSTRAINT "consortium_bids_lio_id_consortium_id_pk" PRIMARY KEY("lio_id","consortium_id"),
	CONSTRAINT "consortium_bids_audience" CHECK ("consortium_bids"."audience" = 'consortium:' || "consortium_bids"."consortium_id"),
	CONSTRAINT "consortium_bids_outcome" CHECK ("consortium_bids"."outcome" in ('won', 'lost', 'withdrawn')),
	CONSTRAINT "consortium_bids_decided" CHECK (num_nonnulls("consortium_bids"."outcome", "consortium_bids"."decided_on") in (0, 2) and ("consortium_bids"."bid_id" is null or ("consortium_bids"."outcome" = 'won' and "consortium_bids"."awarded" is not null)))
);
--> statement-breakpoint
CREATE TABLE "consortium_decisions" (
	"lio_id" uuid NOT NULL,
	"consortium_id" uuid NOT NULL,
	"audience" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"words" text NOT NULL,
	"decided_on" date NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	"noted_by" uuid,
	CONSTRAINT "consortium_decisions_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "consortium_decisions_audience" CHECK ("consortium_decisions"."audience" = 'consortium:' || "consortium_decisions"."consortium_id")
);
--> statement-breakpoint
CREATE TABLE "consortium_groups" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"consortium_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"asked_as" uuid NOT NULL,
	"leads" boolean DEFAULT false NOT NULL,
	"invited_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	"left_at" timestamp with time zone,
	CONSTRAINT "consortium_groups_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "consortium_groups_asked_first" CHECK ("consortium_groups"."accepted_at" is null or "consortium_groups"."invited_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "consortium_people" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"consortium_id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"group_id" uuid,
	"person_id" uuid NOT NULL,
	"named_at" timestamp with time zone NOT NULL,
	"named_by" uuid,
	"entered_at" timestamp with time zone,
	"entered_as" uuid,
	"left_at" timestamp with time zone,
	"recused" boolean DEFAULT false NOT NULL,
	"elsewhere_until" date,
	CONSTRAINT "consortium_people_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "consortium_people_entered" CHECK (num_nonnulls("consortium_people"."entered_at", "consortium_people"."entered_as") in (0, 2) and ("consortium_people"."recused" = false or "consortium_people"."left_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "consortium_posts" (
	"lio_id" uuid NOT NULL,
	"consortium_id" uuid NOT NULL,
	"audience" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"answers_id" uuid,
	"words" text NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	"said_by" uuid,
	CONSTRAINT "consortium_posts_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "consortium_posts_audience" CHECK ("consortium_posts"."audience" = 'consortium:' || "consortium_posts"."consortium_id")
);
--> statement-breakpoint
CREATE TABLE "consortium_tasks" (
	"lio_id" uuid NOT NULL,
	"consortium_id" uuid NOT NULL,
	"audience" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"what" text NOT NULL,
	"person_id" uuid NOT NULL,
	"due_on" date,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" uuid,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	CONSTRAINT "consortium_tasks_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "consortium_tasks_audience" CHECK ("consortium_tasks"."audience" = 'consortium:' || "consortium_tasks"."consortium_id")
);
--> statement-breakpoint
CREATE TABLE "consortium_terms" (
	"lio_id" uuid NOT NULL,
	"consortium_id" uuid NOT NULL,
	"audience" text NOT NULL,
	"version" integer NOT NULL,
	"words" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"proposed_by" uuid,
	CONSTRAINT "consortium_terms_lio_id_consortium_id_version_pk" PRIMARY KEY("lio_id","consortium_id","version"),
	CONSTRAINT "consortium_terms_audience" CHECK ("consortium_terms"."audience" = 'consortium:' || "consortium_terms"."consortium_id")
);
--> statement-breakpoint
ALTER TABLE "bid_groups" ADD COLUMN "part" bigint;--> statement-breakpoint
ALTER TABLE "consortia" ADD CONSTRAINT "consortia_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortia" ADD CONSTRAINT "consortia_lio_id_opportunity_id_opportunities_lio_id_id_fk" FOREIGN KEY ("lio_id","opportunity_id") REFERENCES "public"."opportunities"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortia" ADD CONSTRAINT "consortia_lio_id_formed_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","formed_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_agreements" ADD CONSTRAINT "consortium_agreements_lio_id_consortium_id_consortia_lio_id_id_fk" FOREIGN KEY ("lio_id","consortium_id") REFERENCES "public"."consortia"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_agreements" ADD CONSTRAINT "consortium_agreements_lio_id_consortium_id_version_consortium_terms_lio_id_consortium_id_version_fk" FOREIGN KEY ("lio_id","consortium_id","version") REFERENCES "public"."consortium_terms"("lio_id","consortium_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_agreements" ADD CONSTRAINT "consortium_agreements_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_agreements" ADD CONSTRAINT "consortium_agreements_lio_id_agreed_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","agreed_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_bids" ADD CONSTRAINT "consortium_bids_lio_id_consortium_id_consortia_lio_id_id_fk" FOREIGN KEY ("lio_id","consortium_id") REFERENCES "public"."consortia"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_bids" ADD CONSTRAINT "consortium_bids_lio_id_bid_id_bids_lio_id_id_fk" FOREIGN KEY ("lio_id","bid_id") REFERENCES "public"."bids"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_decisions" ADD CONSTRAINT "consortium_decisions_lio_id_consortium_id_consortia_lio_id_id_fk" FOREIGN KEY ("lio_id","consortium_id") REFERENCES "public"."consortia"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_decisions" ADD CONSTRAINT "consortium_decisions_lio_id_noted_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","noted_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_groups" ADD CONSTRAINT "consortium_groups_lio_id_consortium_id_consortia_lio_id_id_fk" FOREIGN KEY ("lio_id","consortium_id") REFERENCES "public"."consortia"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_groups" ADD CONSTRAINT "consortium_groups_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_people" ADD CONSTRAINT "consortium_people_lio_id_consortium_id_consortia_lio_id_id_fk" FOREIGN KEY ("lio_id","consortium_id") REFERENCES "public"."consortia"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_people" ADD CONSTRAINT "consortium_people_lio_id_opportunity_id_opportunities_lio_id_id_fk" FOREIGN KEY ("lio_id","opportunity_id") REFERENCES "public"."opportunities"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_people" ADD CONSTRAINT "consortium_people_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_people" ADD CONSTRAINT "consortium_people_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_people" ADD CONSTRAINT "consortium_people_lio_id_named_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","named_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_posts" ADD CONSTRAINT "consortium_posts_lio_id_consortium_id_consortia_lio_id_id_fk" FOREIGN KEY ("lio_id","consortium_id") REFERENCES "public"."consortia"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_posts" ADD CONSTRAINT "consortium_posts_lio_id_answers_id_consortium_posts_lio_id_id_fk" FOREIGN KEY ("lio_id","answers_id") REFERENCES "public"."consortium_posts"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_posts" ADD CONSTRAINT "consortium_posts_lio_id_said_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","said_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_tasks" ADD CONSTRAINT "consortium_tasks_lio_id_consortium_id_consortia_lio_id_id_fk" FOREIGN KEY ("lio_id","consortium_id") REFERENCES "public"."consortia"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_tasks" ADD CONSTRAINT "consortium_tasks_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_tasks" ADD CONSTRAINT "consortium_tasks_lio_id_added_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","added_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_tasks" ADD CONSTRAINT "consortium_tasks_lio_id_done_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","done_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_terms" ADD CONSTRAINT "consortium_terms_lio_id_consortium_id_consortia_lio_id_id_fk" FOREIGN KEY ("lio_id","consortium_id") REFERENCES "public"."consortia"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_terms" ADD CONSTRAINT "consortium_terms_lio_id_proposed_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","proposed_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consortia_opportunity" ON "consortia" USING btree ("lio_id","opportunity_id");--> statement-breakpoint
CREATE INDEX "consortia_formed_by" ON "consortia" USING btree ("lio_id","formed_by");--> statement-breakpoint
CREATE INDEX "consortium_agreements_group" ON "consortium_agreements" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "consortium_agreements_agreed_by" ON "consortium_agreements" USING btree ("lio_id","agreed_by");--> statement-breakpoint
CREATE INDEX "consortium_bids_bid" ON "consortium_bids" USING btree ("lio_id","bid_id");--> statement-breakpoint
CREATE INDEX "consortium_decisions_consortium" ON "consortium_decisions" USING btree ("lio_id","consortium_id");--> statement-breakpoint
CREATE INDEX "consortium_decisions_noted_by" ON "consortium_decisions" USING btree ("lio_id","noted_by");--> statement-breakpoint
CREATE UNIQUE INDEX "consortium_groups_once" ON "consortium_groups" USING btree ("lio_id","consortium_id","group_id");--> statement-breakpoint
CREATE INDEX "consortium_groups_group" ON "consortium_groups" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "consortium_people_once" ON "consortium_people" USING btree ("lio_id","consortium_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "consortium_people_in_one_room" ON "consortium_people" USING btree ("lio_id","opportunity_id","person_id") WHERE entered_at is not null and left_at is null;--> statement-breakpoint
CREATE INDEX "consortium_people_opportunity" ON "consortium_people" USING btree ("lio_id","opportunity_id");--> statement-breakpoint
CREATE INDEX "consortium_people_group" ON "consortium_people" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "consortium_people_person" ON "consortium_people" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "consortium_people_named_by" ON "consortium_people" USING btree ("lio_id","named_by");--> statement-breakpoint
CREATE INDEX "consortium_posts_consortium" ON "consortium_posts" USING btree ("lio_id","consortium_id");--> statement-breakpoint
CREATE INDEX "consortium_posts_answers" ON "consortium_posts" USING btree ("lio_id","answers_id");--> statement-breakpoint
CREATE INDEX "consortium_posts_said_by" ON "consortium_posts" USING btree ("lio_id","said_by");--> statement-breakpoint
CREATE INDEX "consortium_tasks_consortium" ON "consortium_tasks" USING btree ("lio_id","consortium_id");--> statement-breakpoint
CREATE INDEX "consortium_tasks_person" ON "consortium_tasks" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "consortium_tasks_added_by" ON "consortium_tasks" USING btree ("lio_id","added_by");--> statement-breakpoint
CREATE INDEX "consortium_tasks_done_by" ON "consortium_tasks" USING btree ("lio_id","done_by");--> statement-breakpoint
CREATE INDEX "consortium_terms_proposed_by" ON "consortium_terms" USING btree ("lio_id","proposed_by");--> statement-breakpoint
ALTER TABLE "bid_groups" ADD CONSTRAINT "bid_groups_part" CHECK ("bid_groups"."part" >= 0);