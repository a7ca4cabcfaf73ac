CREATE TABLE "question_blocks" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"questions" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "question_blocks_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
ALTER TABLE "question_blocks" ADD CONSTRAINT "question_blocks_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_blocks" ADD CONSTRAINT "question_blocks_lio_id_created_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","created_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "question_blocks_name" ON "question_blocks" USING btree ("lio_id","name");--> statement-breakpoint
CREATE INDEX "question_blocks_created_by" ON "question_blocks" USING btree ("lio_id","created_by");