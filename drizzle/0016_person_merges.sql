CREATE TABLE "people_apart" (
	"lio_id" uuid NOT NULL,
	"one_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "people_apart_lio_id_one_id_other_id_pk" PRIMARY KEY("lio_id","one_id","other_id")
);
--> statement-breakpoint
CREATE TABLE "person_merges" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kept_id" uuid NOT NULL,
	"gone_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"fields" jsonb NOT NULL,
	"gone" jsonb NOT NULL,
	"moved" jsonb NOT NULL,
	"dropped" jsonb NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" text,
	CONSTRAINT "person_merges_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "people_apart" ADD CONSTRAINT "people_apart_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_apart" ADD CONSTRAINT "people_apart_lio_id_one_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","one_id") REFERENCES "public"."people"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_apart" ADD CONSTRAINT "people_apart_lio_id_other_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","other_id") REFERENCES "public"."people"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_merges" ADD CONSTRAINT "person_merges_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_merges" ADD CONSTRAINT "person_merges_lio_id_kept_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","kept_id") REFERENCES "public"."people"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_merges" ADD CONSTRAINT "person_merges_lio_id_gone_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","gone_id") REFERENCES "public"."people"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_merges_kept" ON "person_merges" USING btree ("lio_id","kept_id","at");