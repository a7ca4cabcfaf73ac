DROP INDEX "topics_network";--> statement-breakpoint
ALTER TABLE "networks" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "decided_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX "topics_network" ON "topics" USING btree ("lio_id","network_id",("pinned_at" is not null) desc,"last_post_at" desc);