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
ALTER TABLE "need_evidence" DROP CONSTRAINT "need_evidence_one";--> statement-breakpoint
ALTER TABLE "need_evidence" ADD COLUMN "enquiry_id" uuid;--> statement-breakpoint
ALTER TABLE "needs" ADD COLUMN "affected" text;--> statement-breakpoint
ALTER TABLE "needs" ADD COLUMN "strength" text;--> statement-breakpoint
ALTER TABLE "needs" ADD COLUMN "strength_why" text;--> statement-breakpoint
ALTER TABLE "needs" ADD COLUMN "ending" text;--> statement-breakpoint
ALTER TABLE "needs" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "needs" ADD COLUMN "public_words" text;--> statement-breakpoint
ALTER TABLE "needs" ADD COLUMN "shown_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "need_figures" ADD CONSTRAINT "need_figures_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_figures" ADD CONSTRAINT "need_figures_lio_id_need_id_needs_lio_id_id_fk" FOREIGN KEY ("lio_id","need_id") REFERENCES "public"."needs"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_figures" ADD CONSTRAINT "need_figures_lio_id_added_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","added_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_tellings" ADD CONSTRAINT "need_tellings_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_tellings" ADD CONSTRAINT "need_tellings_lio_id_need_id_needs_lio_id_id_fk" FOREIGN KEY ("lio_id","need_id") REFERENCES "public"."needs"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_tellings" ADD CONSTRAINT "need_tellings_lio_id_body_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","body_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "need_figures_need" ON "need_figures" USING btree ("lio_id","need_id");--> statement-breakpoint
CREATE INDEX "need_figures_added_by" ON "need_figures" USING btree ("lio_id","added_by");--> statement-breakpoint
CREATE INDEX "need_tellings_need" ON "need_tellings" USING btree ("lio_id","need_id","on_day");--> statement-breakpoint
CREATE INDEX "need_tellings_body" ON "need_tellings" USING btree ("lio_id","body_id");--> statement-breakpoint
ALTER TABLE "need_evidence" ADD CONSTRAINT "need_evidence_lio_id_enquiry_id_enquiries_lio_id_id_fk" FOREIGN KEY ("lio_id","enquiry_id") REFERENCES "public"."enquiries"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_lio_id_merged_into_id_needs_lio_id_id_fk" FOREIGN KEY ("lio_id","merged_into_id") REFERENCES "public"."needs"("lio_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "need_evidence_enquiry" ON "need_evidence" USING btree ("lio_id","enquiry_id");--> statement-breakpoint
CREATE INDEX "needs_merged_into" ON "needs" USING btree ("lio_id","merged_into_id");--> statement-breakpoint
ALTER TABLE "need_evidence" ADD CONSTRAINT "need_evidence_one" CHECK (num_nonnulls("need_evidence"."session_id", "need_evidence"."response_id", "need_evidence"."passage_id", "need_evidence"."topic_id", "need_evidence"."enquiry_id") = 1);--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_strength" CHECK ("needs"."strength" in ('weak', 'some', 'strong'));--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_ending" CHECK ("needs"."ending" in ('met', 'gone', 'dropped', 'merged'));--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_merged" CHECK (("needs"."ending" = 'merged') = ("needs"."merged_into_id" is not null));