ALTER TABLE "sent_guides" ALTER COLUMN "group_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "sent_resources" ALTER COLUMN "group_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "sent_resources" ADD COLUMN "session_id" uuid;--> statement-breakpoint
ALTER TABLE "sent_resources" ADD CONSTRAINT "sent_resources_lio_id_session_id_sessions_lio_id_id_fk" FOREIGN KEY ("lio_id","session_id") REFERENCES "public"."sessions"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sent_resources_session" ON "sent_resources" USING btree ("lio_id","session_id");--> statement-breakpoint
ALTER TABLE "sent_guides" ADD CONSTRAINT "sent_guides_where" CHECK (num_nonnulls("sent_guides"."group_id", "sent_guides"."session_id") > 0);--> statement-breakpoint
ALTER TABLE "sent_resources" ADD CONSTRAINT "sent_resources_where" CHECK (num_nonnulls("sent_resources"."group_id", "sent_resources"."session_id") > 0);