DROP FUNCTION IF EXISTS hats_of_person() CASCADE;--> statement-breakpoint
DROP FUNCTION IF EXISTS hats_of_place() CASCADE;--> statement-breakpoint
DROP FUNCTION IF EXISTS refresh_hat(uuid, text);--> statement-breakpoint
DROP FUNCTION IF EXISTS hats_elsewhere();--> statement-breakpoint
ALTER TABLE "hats" RENAME TO "lio_access";--> statement-breakpoint
ALTER TABLE "lio_access" RENAME CONSTRAINT "hats_email_lio_id_pk" TO "lio_access_email_lio_id_pk";--> statement-breakpoint
ALTER TABLE "lio_access" RENAME CONSTRAINT "hats_lio_id_lios_id_fk" TO "lio_access_lio_id_lios_id_fk";--> statement-breakpoint
ALTER TABLE "lio_access" RENAME CONSTRAINT "hats_email_not_null" TO "lio_access_email_not_null";--> statement-breakpoint
ALTER TABLE "lio_access" RENAME CONSTRAINT "hats_lio_id_not_null" TO "lio_access_lio_id_not_null";
