CREATE TABLE "examples" (
	"lio_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"row_id" uuid NOT NULL,
	CONSTRAINT "examples_lio_id_kind_row_id_pk" PRIMARY KEY("lio_id","kind","row_id")
);
--> statement-breakpoint
ALTER TABLE "lios" ADD COLUMN "checklist_away_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "examples" ADD CONSTRAINT "examples_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;