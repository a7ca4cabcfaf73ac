CREATE TABLE "made_documents" (
	"lio_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"form" text NOT NULL,
	"audience" text DEFAULT 'staff' NOT NULL,
	"waiting" jsonb,
	"bytes" "bytea",
	"problem" text,
	"asked_at" timestamp with time zone NOT NULL,
	"made_at" timestamp with time zone,
	CONSTRAINT "made_documents_lio_id_digest_form_pk" PRIMARY KEY("lio_id","digest","form")
);
--> statement-breakpoint
CREATE TABLE "guide_drafts" (
	"lio_id" uuid NOT NULL,
	"guide_id" uuid NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"nations" text[] NOT NULL,
	"body" text NOT NULL,
	"related" text[] DEFAULT '{}' NOT NULL,
	"stage" text DEFAULT 'draft' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"edited_at" timestamp with time zone NOT NULL,
	"edited_by" uuid,
	"checked_by" uuid,
	"checked_at" timestamp with time zone,
	CONSTRAINT "guide_drafts_lio_id_guide_id_pk" PRIMARY KEY("lio_id","guide_id"),
	CONSTRAINT "guide_drafts_stage" CHECK ("guide_drafts"."stage" in ('draft', 'to_check', 'checked'))
);
--> statement-breakpoint
CREATE TABLE "guide_remarks" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"useful" boolean NOT NULL,
	"why" text,
	"said_at" timestamp with time zone NOT NULL,
	CONSTRAINT "guide_remarks_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "guide_versions" (
	"lio_id" uuid NOT NULL,
	"guide_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"nations" text[] NOT NULL,
	"body" text NOT NULL,
	"related" text[] DEFAULT '{}' NOT NULL,
	"change" text NOT NULL,
	"written_by" text NOT NULL,
	"checked_by" text,
	"published_at" timestamp with time zone NOT NULL,
	"digest" text DEFAULT '' NOT NULL,
	CONSTRAINT "guide_versions_lio_id_guide_id_version_pk" PRIMARY KEY("lio_id","guide_id","version")
);
--> statement-breakpoint
CREATE TABLE "guides" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"version" integer,
	"owner_id" uuid,
	"checked_on" date,
	"review_on" date,
	"review_task_for" date,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "guides_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "guides_slug" UNIQUE("lio_id","slug")
);
--> statement-breakpoint
CREATE TABLE "hidden_guides" (
	"lio_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"hidden_at" timestamp with time zone NOT NULL,
	CONSTRAINT "hidden_guides_lio_id_slug_pk" PRIMARY KEY("lio_id","slug")
);
--> statement-breakpoint
CREATE TABLE "sent_guides" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"group_id" uuid NOT NULL,
	"session_id" uuid,
	"by_person_id" uuid,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sent_guides_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "shared_guides" (
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"nations" text[] NOT NULL,
	"body" text NOT NULL,
	"related" text[] DEFAULT '{}' NOT NULL,
	"checked_on" date NOT NULL,
	"review_on" date NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "shared_guides_slug_version_pk" PRIMARY KEY("slug","version")
);
--> statement-breakpoint
ALTER TABLE "made_documents" ADD CONSTRAINT "made_documents_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_drafts" ADD CONSTRAINT "guide_drafts_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_drafts" ADD CONSTRAINT "guide_drafts_lio_id_guide_id_guides_lio_id_id_fk" FOREIGN KEY ("lio_id","guide_id") REFERENCES "public"."guides"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_drafts" ADD CONSTRAINT "guide_drafts_lio_id_edited_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","edited_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_drafts" ADD CONSTRAINT "guide_drafts_lio_id_checked_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","checked_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_remarks" ADD CONSTRAINT "guide_remarks_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_versions" ADD CONSTRAINT "guide_versions_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_versions" ADD CONSTRAINT "guide_versions_lio_id_guide_id_guides_lio_id_id_fk" FOREIGN KEY ("lio_id","guide_id") REFERENCES "public"."guides"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guides" ADD CONSTRAINT "guides_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guides" ADD CONSTRAINT "guides_lio_id_owner_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","owner_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_guides" ADD CONSTRAINT "hidden_guides_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_guides" ADD CONSTRAINT "sent_guides_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_guides" ADD CONSTRAINT "sent_guides_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_guides" ADD CONSTRAINT "sent_guides_lio_id_session_id_sessions_lio_id_id_fk" FOREIGN KEY ("lio_id","session_id") REFERENCES "public"."sessions"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_guides" ADD CONSTRAINT "sent_guides_lio_id_by_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","by_person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "made_documents_made" ON "made_documents" USING btree ("lio_id","made_at");--> statement-breakpoint
CREATE INDEX "guide_drafts_edited_by" ON "guide_drafts" USING btree ("lio_id","edited_by");--> statement-breakpoint
CREATE INDEX "guide_drafts_checked_by" ON "guide_drafts" USING btree ("lio_id","checked_by");--> statement-breakpoint
CREATE INDEX "guide_remarks_slug" ON "guide_remarks" USING btree ("lio_id","slug","said_at");--> statement-breakpoint
CREATE INDEX "guides_owner" ON "guides" USING btree ("lio_id","owner_id");--> statement-breakpoint
CREATE INDEX "sent_guides_slug" ON "sent_guides" USING btree ("lio_id","slug");--> statement-breakpoint
CREATE INDEX "sent_guides_group" ON "sent_guides" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "sent_guides_session" ON "sent_guides" USING btree ("lio_id","session_id");--> statement-breakpoint
CREATE INDEX "sent_guides_by" ON "sent_guides" USING btree ("lio_id","by_person_id");