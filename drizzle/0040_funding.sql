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
CREATE UNIQUE INDEX "published_grants_identifier" ON "published_grants" USING btree ("lio_id","identifier");