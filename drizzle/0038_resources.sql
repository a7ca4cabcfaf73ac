CREATE TABLE "daily_letters" (
	"lio_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"day" date NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "daily_letters_lio_id_person_id_day_pk" PRIMARY KEY("lio_id","person_id","day")
);
--> statement-breakpoint
CREATE TABLE "resource_terms" (
	"lio_id" uuid NOT NULL,
	"resource_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	CONSTRAINT "resource_terms_lio_id_resource_id_term_id_pk" PRIMARY KEY("lio_id","resource_id","term_id")
);
--> statement-breakpoint
CREATE TABLE "resources" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"summary" text,
	"link" text,
	"owner_id" uuid,
	"checked_on" date,
	"review_on" date NOT NULL,
	"review_task_for" date,
	"open_to" text NOT NULL,
	"audience" text DEFAULT 'staff' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"added_by" uuid,
	"changed_at" timestamp with time zone,
	"retired_at" timestamp with time zone,
	"link_tried_at" timestamp with time zone,
	"link_failures" integer DEFAULT 0 NOT NULL,
	"words" text,
	"words_of" text,
	"unread_files" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "resources_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "resources_kind" CHECK ("resources"."kind" in ('template', 'policy', 'form', 'checklist', 'leaflet', 'recording', 'website', 'other')),
	CONSTRAINT "resources_open_to" CHECK ("resources"."open_to" in ('public', 'members', 'staff'))
);
--> statement-breakpoint
CREATE TABLE "sent_resources" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"resource_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"by_person_id" uuid,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sent_resources_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
ALTER TABLE "daily_letters" ADD CONSTRAINT "daily_letters_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_letters" ADD CONSTRAINT "daily_letters_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_terms" ADD CONSTRAINT "resource_terms_lio_id_resource_id_resources_lio_id_id_fk" FOREIGN KEY ("lio_id","resource_id") REFERENCES "public"."resources"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_terms" ADD CONSTRAINT "resource_terms_lio_id_term_id_terms_lio_id_id_fk" FOREIGN KEY ("lio_id","term_id") REFERENCES "public"."terms"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_lio_id_owner_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","owner_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_lio_id_added_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","added_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_resources" ADD CONSTRAINT "sent_resources_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_resources" ADD CONSTRAINT "sent_resources_lio_id_resource_id_resources_lio_id_id_fk" FOREIGN KEY ("lio_id","resource_id") REFERENCES "public"."resources"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_resources" ADD CONSTRAINT "sent_resources_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_resources" ADD CONSTRAINT "sent_resources_lio_id_by_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","by_person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "daily_letters_made" ON "daily_letters" USING btree ("lio_id","made_at");--> statement-breakpoint
CREATE INDEX "resource_terms_term" ON "resource_terms" USING btree ("lio_id","term_id");--> statement-breakpoint
CREATE INDEX "resources_title" ON "resources" USING btree ("lio_id","audience","title");--> statement-breakpoint
CREATE INDEX "resources_owner" ON "resources" USING btree ("lio_id","owner_id");--> statement-breakpoint
CREATE INDEX "resources_added_by" ON "resources" USING btree ("lio_id","added_by");--> statement-breakpoint
CREATE INDEX "sent_resources_resource" ON "sent_resources" USING btree ("lio_id","resource_id");--> statement-breakpoint
CREATE INDEX "sent_resources_group" ON "sent_resources" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "sent_resources_by" ON "sent_resources" USING btree ("lio_id","by_person_id");