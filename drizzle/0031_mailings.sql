CREATE TABLE "mailing_groups" (
	"lio_id" uuid NOT NULL,
	"mailing_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	CONSTRAINT "mailing_groups_lio_id_mailing_id_group_id_pk" PRIMARY KEY("lio_id","mailing_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "mailings" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"subject" text NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"by_person_id" uuid,
	"sent_at" timestamp with time zone,
	CONSTRAINT "mailings_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
ALTER TABLE "mailing_groups" ADD CONSTRAINT "mailing_groups_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailing_groups" ADD CONSTRAINT "mailing_groups_lio_id_mailing_id_mailings_lio_id_id_fk" FOREIGN KEY ("lio_id","mailing_id") REFERENCES "public"."mailings"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailing_groups" ADD CONSTRAINT "mailing_groups_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_lio_id_by_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","by_person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mailing_groups_group" ON "mailing_groups" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "mailings_created" ON "mailings" USING btree ("lio_id","created_at");--> statement-breakpoint
CREATE INDEX "mailings_by" ON "mailings" USING btree ("lio_id","by_person_id");