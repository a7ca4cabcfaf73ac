CREATE TABLE "duplicate_pairs" (
	"lio_id" uuid NOT NULL,
	"one_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"score" real NOT NULL,
	"reasons" jsonb NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"apart_at" timestamp with time zone,
	"apart_by" text,
	CONSTRAINT "duplicate_pairs_lio_id_one_id_other_id_pk" PRIMARY KEY("lio_id","one_id","other_id"),
	CONSTRAINT "duplicate_pairs_order" CHECK ("duplicate_pairs"."one_id" < "duplicate_pairs"."other_id")
);
--> statement-breakpoint
CREATE TABLE "merges" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kept_id" uuid NOT NULL,
	"gone_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"fields" jsonb NOT NULL,
	"moved" jsonb NOT NULL,
	"dropped" jsonb NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" text,
	CONSTRAINT "merges_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "bulk_change_groups" (
	"lio_id" uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"before" jsonb,
	CONSTRAINT "bulk_change_groups_lio_id_change_id_group_id_pk" PRIMARY KEY("lio_id","change_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "bulk_changes" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"what" text NOT NULL,
	"change" jsonb NOT NULL,
	"summary" text NOT NULL,
	"person_id" uuid,
	"made_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "bulk_changes_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "custom_fields" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"label" text NOT NULL,
	"hint" text,
	"kind" text NOT NULL,
	"options" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"for_groups" text DEFAULT 'nothing' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "custom_fields_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "custom_fields_kind" CHECK ("custom_fields"."kind" in ('text', 'long', 'number', 'money', 'date', 'yes_no', 'choice', 'choices'))
);
--> statement-breakpoint
CREATE TABLE "group_sizes" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"as_at" date NOT NULL,
	"sizes" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"saved_by" text NOT NULL,
	CONSTRAINT "group_sizes_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"headers_key" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"used_at" timestamp with time zone NOT NULL,
	CONSTRAINT "import_mappings_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"changes" jsonb NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	"accepted" jsonb,
	"note" text,
	CONSTRAINT "proposals_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "membership_chases" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"how" text NOT NULL,
	"note" text,
	"by_person_id" uuid,
	"to_person_id" uuid,
	CONSTRAINT "membership_chases_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "membership_chases_how" CHECK ("membership_chases"."how" in ('letter', 'email', 'phone', 'visit', 'post'))
);
--> statement-breakpoint
CREATE TABLE "membership_requests" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid,
	"type_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"said" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"person_id" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decision" text,
	"reason" text,
	"decided_by" text,
	"membership_id" uuid,
	CONSTRAINT "membership_requests_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "membership_requests_kind" CHECK ("membership_requests"."kind" in ('join', 'renewal')),
	CONSTRAINT "membership_requests_decision" CHECK ("membership_requests"."decision" in ('accepted', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "membership_types" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"about" text,
	"entitlements" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"standing" text DEFAULT 'member' NOT NULL,
	"period" text DEFAULT 'rolling' NOT NULL,
	"months" integer DEFAULT 12 NOT NULL,
	"year_starts" text,
	"grace_days" integer DEFAULT 30 NOT NULL,
	"fee_pence" integer,
	"open_to_join" boolean DEFAULT true NOT NULL,
	"renewal_days" integer DEFAULT 30 NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_types_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "membership_types_standing" CHECK ("membership_types"."standing" in ('member', 'affiliate')),
	CONSTRAINT "membership_types_period" CHECK ("membership_types"."period" in ('rolling', 'fixed', 'open')),
	CONSTRAINT "membership_types_months" CHECK ("membership_types"."months" between 1 and 120),
	CONSTRAINT "membership_types_fee" CHECK ("membership_types"."fee_pence" >= 0)
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"type_id" uuid NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"fee_pence" integer,
	"paid_on" date,
	"cancelled_on" date,
	"cancelled_reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "memberships_dates" CHECK ("memberships"."ends_on" >= "memberships"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "place_versions" (
	"version" text PRIMARY KEY NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	"rows" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "logos" (
	"lio_id" uuid NOT NULL,
	"kind" text DEFAULT 'logo' NOT NULL,
	"type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "logos_lio_id_kind_pk" PRIMARY KEY("lio_id","kind")
);
--> statement-breakpoint
CREATE TABLE "services" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"about" text,
	"for_whom" text,
	"cannot" text,
	"how" text,
	"cost" text,
	"counts" text,
	"position" integer DEFAULT 0 NOT NULL,
	"published_at" timestamp with time zone,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "services_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "services_counts" CHECK ("services"."counts" in ('development', 'support', 'liaison', 'representation', 'partnership'))
);
--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "place_version" text;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "stage_reason" text;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "stage_since" date;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "custom" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "confirmed_on" date;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "confirmed_by" text;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "confirm_asked_on" date;--> statement-breakpoint
ALTER TABLE "saved_views" ADD COLUMN "locked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "terms" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "progress" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "lios" ADD COLUMN "legal_form" text;--> statement-breakpoint
ALTER TABLE "lios" ADD COLUMN "charity_number" text;--> statement-breakpoint
ALTER TABLE "lios" ADD COLUMN "company_number" text;--> statement-breakpoint
ALTER TABLE "lios" ADD COLUMN "colour" text;--> statement-breakpoint
ALTER TABLE "lios" ADD COLUMN "approves" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "lios" ADD COLUMN "asks_yearly" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "duplicate_pairs" ADD CONSTRAINT "duplicate_pairs_lio_id_one_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","one_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_pairs" ADD CONSTRAINT "duplicate_pairs_lio_id_other_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","other_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_lio_id_kept_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","kept_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_lio_id_gone_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","gone_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_change_groups" ADD CONSTRAINT "bulk_change_groups_lio_id_change_id_bulk_changes_lio_id_id_fk" FOREIGN KEY ("lio_id","change_id") REFERENCES "public"."bulk_changes"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_change_groups" ADD CONSTRAINT "bulk_change_groups_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_changes" ADD CONSTRAINT "bulk_changes_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custom_fields" ADD CONSTRAINT "custom_fields_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_sizes" ADD CONSTRAINT "group_sizes_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_chases" ADD CONSTRAINT "membership_chases_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_chases" ADD CONSTRAINT "membership_chases_lio_id_membership_id_memberships_lio_id_id_fk" FOREIGN KEY ("lio_id","membership_id") REFERENCES "public"."memberships"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_chases" ADD CONSTRAINT "membership_chases_lio_id_by_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","by_person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_chases" ADD CONSTRAINT "membership_chases_lio_id_to_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","to_person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_requests" ADD CONSTRAINT "membership_requests_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_requests" ADD CONSTRAINT "membership_requests_lio_id_type_id_membership_types_lio_id_id_fk" FOREIGN KEY ("lio_id","type_id") REFERENCES "public"."membership_types"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_requests" ADD CONSTRAINT "membership_requests_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_requests" ADD CONSTRAINT "membership_requests_lio_id_membership_id_memberships_lio_id_id_fk" FOREIGN KEY ("lio_id","membership_id") REFERENCES "public"."memberships"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_types" ADD CONSTRAINT "membership_types_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_lio_id_type_id_membership_types_lio_id_id_fk" FOREIGN KEY ("lio_id","type_id") REFERENCES "public"."membership_types"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logos" ADD CONSTRAINT "logos_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "duplicate_pairs_other" ON "duplicate_pairs" USING btree ("lio_id","other_id");--> statement-breakpoint
CREATE INDEX "duplicate_pairs_score" ON "duplicate_pairs" USING btree ("lio_id","score");--> statement-breakpoint
CREATE INDEX "merges_kept" ON "merges" USING btree ("lio_id","kept_id","at");--> statement-breakpoint
CREATE INDEX "merges_gone" ON "merges" USING btree ("lio_id","gone_id");--> statement-breakpoint
CREATE INDEX "bulk_change_groups_group" ON "bulk_change_groups" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "bulk_changes_made" ON "bulk_changes" USING btree ("lio_id","made_at");--> statement-breakpoint
CREATE INDEX "custom_fields_position" ON "custom_fields" USING btree ("lio_id","position");--> statement-breakpoint
CREATE INDEX "group_sizes_group" ON "group_sizes" USING btree ("lio_id","group_id","as_at");--> statement-breakpoint
CREATE INDEX "import_mappings_headers" ON "import_mappings" USING btree ("lio_id","headers_key");--> statement-breakpoint
CREATE INDEX "proposals_waiting" ON "proposals" USING btree ("lio_id","decided_at","asked_at");--> statement-breakpoint
CREATE INDEX "proposals_group" ON "proposals" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "membership_chases_membership" ON "membership_chases" USING btree ("lio_id","membership_id","at");--> statement-breakpoint
CREATE INDEX "membership_chases_group" ON "membership_chases" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "membership_requests_waiting" ON "membership_requests" USING btree ("lio_id","decided_at","asked_at");--> statement-breakpoint
CREATE INDEX "membership_requests_group" ON "membership_requests" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "memberships_group" ON "memberships" USING btree ("lio_id","group_id","starts_on");--> statement-breakpoint
CREATE INDEX "memberships_ends" ON "memberships" USING btree ("lio_id","ends_on");--> statement-breakpoint
CREATE INDEX "services_position" ON "services" USING btree ("lio_id","position");--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_channel" CHECK ("people"."channel" in ('email', 'phone', 'text', 'post'));