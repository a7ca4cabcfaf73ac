ALTER TABLE "group_areas" DROP CONSTRAINT "group_areas_lio_id_lios_id_fk";
--> statement-breakpoint
ALTER TABLE "group_identifiers" DROP CONSTRAINT "group_identifiers_lio_id_lios_id_fk";
--> statement-breakpoint
ALTER TABLE "group_terms" DROP CONSTRAINT "group_terms_lio_id_lios_id_fk";
