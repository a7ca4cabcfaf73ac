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
CREATE TABLE "session_enquiries" (
	"lio_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"enquiry_id" uuid NOT NULL,
	CONSTRAINT "session_enquiries_lio_id_session_id_enquiry_id_pk" PRIMARY KEY("lio_id","session_id","enquiry_id")
);
--> statement-breakpoint
ALTER TABLE "enquiries" ADD COLUMN "source" text DEFAULT 'page' NOT NULL;--> statement-breakpoint
ALTER TABLE "enquiries" ADD COLUMN "begun_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "enquiries" ADD COLUMN "touched_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "enquiries" ADD COLUMN "helper_id" uuid;--> statement-breakpoint
ALTER TABLE "enquiries" ADD COLUMN "group_id" uuid;--> statement-breakpoint
ALTER TABLE "enquiries" ADD COLUMN "became_on" date;--> statement-breakpoint
ALTER TABLE "enquiries" ADD COLUMN "ended_because" text;--> statement-breakpoint
ALTER TABLE "enquiry_steps" ADD CONSTRAINT "enquiry_steps_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enquiry_steps" ADD CONSTRAINT "enquiry_steps_lio_id_enquiry_id_enquiries_lio_id_id_fk" FOREIGN KEY ("lio_id","enquiry_id") REFERENCES "public"."enquiries"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enquiry_steps" ADD CONSTRAINT "enquiry_steps_lio_id_helper_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","helper_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathways" ADD CONSTRAINT "pathways_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_enquiries" ADD CONSTRAINT "session_enquiries_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_enquiries" ADD CONSTRAINT "session_enquiries_lio_id_session_id_sessions_lio_id_id_fk" FOREIGN KEY ("lio_id","session_id") REFERENCES "public"."sessions"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_enquiries" ADD CONSTRAINT "session_enquiries_lio_id_enquiry_id_enquiries_lio_id_id_fk" FOREIGN KEY ("lio_id","enquiry_id") REFERENCES "public"."enquiries"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "enquiry_steps_enquiry" ON "enquiry_steps" USING btree ("lio_id","enquiry_id","position");--> statement-breakpoint
CREATE INDEX "enquiry_steps_helper" ON "enquiry_steps" USING btree ("lio_id","helper_id");--> statement-breakpoint
CREATE INDEX "session_enquiries_enquiry" ON "session_enquiries" USING btree ("lio_id","enquiry_id");--> statement-breakpoint
ALTER TABLE "enquiries" ADD CONSTRAINT "enquiries_lio_id_helper_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","helper_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enquiries" ADD CONSTRAINT "enquiries_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "enquiries_helper" ON "enquiries" USING btree ("lio_id","helper_id");--> statement-breakpoint
CREATE INDEX "enquiries_group" ON "enquiries" USING btree ("lio_id","group_id");--> statement-breakpoint
ALTER TABLE "enquiries" ADD CONSTRAINT "enquiries_source" CHECK ("enquiries"."source" in ('page', 'phone', 'email', 'visit', 'event', 'other'));--> statement-breakpoint
ALTER TABLE "enquiries" ADD CONSTRAINT "enquiries_became" CHECK (("enquiries"."group_id" is null) = ("enquiries"."became_on" is null));