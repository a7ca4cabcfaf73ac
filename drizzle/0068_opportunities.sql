CREATE TABLE "bidding_consents" (
	"lio_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"willing" boolean NOT NULL,
	"said_on" date NOT NULL,
	"said_by" text,
	"said_how" text NOT NULL,
	CONSTRAINT "bidding_consents_lio_id_group_id_pk" PRIMARY KEY("lio_id","group_id"),
	CONSTRAINT "bidding_consents_said_how" CHECK ("bidding_consents"."said_how" in ('page', 'form', 'email', 'phone', 'spoken', 'list'))
);
--> statement-breakpoint
CREATE TABLE "expressions_of_interest" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"how" text NOT NULL,
	"offer" text NOT NULL,
	"seen_by" text NOT NULL,
	"audience" text DEFAULT 'staff' NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	"said_by" uuid,
	"changed_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "expressions_of_interest_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "expressions_of_interest_how" CHECK ("expressions_of_interest"."how" in ('alone', 'lead', 'partner', 'either')),
	CONSTRAINT "expressions_of_interest_seen_by" CHECK ("expressions_of_interest"."seen_by" in ('staff', 'interested')),
	CONSTRAINT "expressions_of_interest_shown" CHECK ("expressions_of_interest"."audience" like 'group:%' or ("expressions_of_interest"."withdrawn_at" is null and "expressions_of_interest"."seen_by" = 'interested'))
);
--> statement-breakpoint
CREATE TABLE "opportunities" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"ocid" text,
	"source" text,
	"licence" text,
	"link" text,
	"title" text NOT NULL,
	"description" text,
	"stands" text NOT NULL,
	"buyer" text,
	"buyer_key" text,
	"buyer_id" uuid,
	"buyer_email" text,
	"value_least" bigint,
	"value_most" bigint,
	"currency" text,
	"awarded_to" text[] DEFAULT '{}' NOT NULL,
	"awarded_sum" bigint,
	"awarded_on" date,
	"vcse" boolean,
	"sme" boolean,
	"bought" text,
	"codes" text[] DEFAULT '{}' NOT NULL,
	"divisions" text[] DEFAULT '{}' NOT NULL,
	"place" text,
	"regions" text[] DEFAULT '{}' NOT NULL,
	"postcodes" text[] DEFAULT '{}' NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"days" integer,
	"closes_at" timestamp with time zone,
	"lots" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"documents" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"published_at" timestamp with time zone,
	"released_at" timestamp with time zone,
	"note" text,
	"noted_at" timestamp with time zone,
	"noted_by" uuid,
	"audience" text DEFAULT 'members' NOT NULL,
	"hidden_at" timestamp with time zone,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" uuid,
	"changed_at" timestamp with time zone,
	CONSTRAINT "opportunities_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "opportunities_stands_word" CHECK ("opportunities"."stands" in ('planned', 'open', 'closed', 'awarded', 'cancelled')),
	CONSTRAINT "opportunities_titled" CHECK (length(trim("opportunities"."title")) > 0),
	CONSTRAINT "opportunities_sums" CHECK ("opportunities"."value_least" >= 0 and "opportunities"."value_most" >= 0 and "opportunities"."awarded_sum" >= 0)
);
--> statement-breakpoint
CREATE TABLE "opportunity_alerts" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "opportunity_alerts_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "opportunity_areas" (
	"lio_id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	CONSTRAINT "opportunity_areas_lio_id_opportunity_id_area_id_pk" PRIMARY KEY("lio_id","opportunity_id","area_id")
);
--> statement-breakpoint
CREATE TABLE "opportunity_releases" (
	"lio_id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"release_id" text NOT NULL,
	"released_at" timestamp with time zone NOT NULL,
	"tags" text[] NOT NULL,
	"publisher" text,
	"licence" text,
	"digest" text NOT NULL,
	"content" jsonb NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "opportunity_releases_lio_id_opportunity_id_release_id_pk" PRIMARY KEY("lio_id","opportunity_id","release_id")
);
--> statement-breakpoint
CREATE TABLE "opportunity_sources" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" uuid,
	"tried_at" timestamp with time zone,
	"worked_at" timestamp with time zone,
	"trouble" text,
	"invalid" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "opportunity_sources_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
ALTER TABLE "bidding_consents" ADD CONSTRAINT "bidding_consents_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expressions_of_interest" ADD CONSTRAINT "expressions_of_interest_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expressions_of_interest" ADD CONSTRAINT "expressions_of_interest_lio_id_opportunity_id_opportunities_lio_id_id_fk" FOREIGN KEY ("lio_id","opportunity_id") REFERENCES "public"."opportunities"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expressions_of_interest" ADD CONSTRAINT "expressions_of_interest_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expressions_of_interest" ADD CONSTRAINT "expressions_of_interest_lio_id_said_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","said_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_lio_id_buyer_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","buyer_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_lio_id_noted_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","noted_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_lio_id_added_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","added_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_alerts" ADD CONSTRAINT "opportunity_alerts_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_alerts" ADD CONSTRAINT "opportunity_alerts_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_areas" ADD CONSTRAINT "opportunity_areas_lio_id_opportunity_id_opportunities_lio_id_id_fk" FOREIGN KEY ("lio_id","opportunity_id") REFERENCES "public"."opportunities"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_areas" ADD CONSTRAINT "opportunity_areas_lio_id_area_id_areas_lio_id_id_fk" FOREIGN KEY ("lio_id","area_id") REFERENCES "public"."areas"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_releases" ADD CONSTRAINT "opportunity_releases_lio_id_opportunity_id_opportunities_lio_id_id_fk" FOREIGN KEY ("lio_id","opportunity_id") REFERENCES "public"."opportunities"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_sources" ADD CONSTRAINT "opportunity_sources_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_sources" ADD CONSTRAINT "opportunity_sources_lio_id_added_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","added_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "expressions_of_interest_once" ON "expressions_of_interest" USING btree ("lio_id","opportunity_id","group_id");--> statement-breakpoint
CREATE INDEX "expressions_of_interest_group" ON "expressions_of_interest" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "expressions_of_interest_said_by" ON "expressions_of_interest" USING btree ("lio_id","said_by");--> statement-breakpoint
CREATE UNIQUE INDEX "opportunities_ocid" ON "opportunities" USING btree ("lio_id","ocid");--> statement-breakpoint
CREATE INDEX "opportunities_closes" ON "opportunities" USING btree ("lio_id","stands","closes_at");--> statement-breakpoint
CREATE INDEX "opportunities_released" ON "opportunities" USING btree ("lio_id","released_at");--> statement-breakpoint
CREATE INDEX "opportunities_added" ON "opportunities" USING btree ("lio_id","added_at");--> statement-breakpoint
CREATE INDEX "opportunities_buyer" ON "opportunities" USING btree ("lio_id","buyer_id");--> statement-breakpoint
CREATE INDEX "opportunities_buyer_key" ON "opportunities" USING btree ("lio_id","buyer_key");--> statement-breakpoint
CREATE INDEX "opportunities_noted_by" ON "opportunities" USING btree ("lio_id","noted_by");--> statement-breakpoint
CREATE INDEX "opportunities_added_by" ON "opportunities" USING btree ("lio_id","added_by");--> statement-breakpoint
CREATE UNIQUE INDEX "opportunity_alerts_once" ON "opportunity_alerts" USING btree ("lio_id","person_id","query");--> statement-breakpoint
CREATE INDEX "opportunity_areas_area" ON "opportunity_areas" USING btree ("lio_id","area_id");--> statement-breakpoint
CREATE UNIQUE INDEX "opportunity_sources_address" ON "opportunity_sources" USING btree ("lio_id","address");--> statement-breakpoint
CREATE INDEX "opportunity_sources_added_by" ON "opportunity_sources" USING btree ("lio_id","added_by");