CREATE TABLE "body_comments" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"body_id" uuid NOT NULL,
	"words" text NOT NULL,
	"sender" text NOT NULL,
	"said_on" date NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"entered_by" uuid,
	CONSTRAINT "body_comments_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
ALTER TABLE "lios" ADD COLUMN "scorecard_public" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "body_comments" ADD CONSTRAINT "body_comments_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body_comments" ADD CONSTRAINT "body_comments_lio_id_body_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","body_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body_comments" ADD CONSTRAINT "body_comments_lio_id_entered_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","entered_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "body_comments_body" ON "body_comments" USING btree ("lio_id","body_id","entered_at");--> statement-breakpoint
CREATE INDEX "body_comments_entered_by" ON "body_comments" USING btree ("lio_id","entered_by");