CREATE TABLE "individual_answers" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"email" text,
	"typed" jsonb NOT NULL,
	"answers" jsonb,
	"typed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "individual_answers_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "individuals" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "individual_answers" ADD CONSTRAINT "individual_answers_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "individual_answers" ADD CONSTRAINT "individual_answers_lio_id_consultation_id_consultations_lio_id_id_fk" FOREIGN KEY ("lio_id","consultation_id") REFERENCES "public"."consultations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "individual_answers_once" ON "individual_answers" USING btree ("lio_id","consultation_id","email");--> statement-breakpoint
CREATE INDEX "individual_answers_of" ON "individual_answers" USING btree ("lio_id","consultation_id");