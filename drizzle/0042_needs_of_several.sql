CREATE TABLE "need_areas" (
	"lio_id" uuid NOT NULL,
	"need_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	CONSTRAINT "need_areas_lio_id_need_id_area_id_pk" PRIMARY KEY("lio_id","need_id","area_id")
);
--> statement-breakpoint
CREATE TABLE "need_themes" (
	"lio_id" uuid NOT NULL,
	"need_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	CONSTRAINT "need_themes_lio_id_need_id_term_id_pk" PRIMARY KEY("lio_id","need_id","term_id")
);
--> statement-breakpoint
ALTER TABLE "needs" DROP CONSTRAINT "needs_lio_id_area_id_areas_lio_id_id_fk";
--> statement-breakpoint
ALTER TABLE "needs" DROP CONSTRAINT "needs_lio_id_theme_id_terms_lio_id_id_fk";
--> statement-breakpoint
DROP INDEX "needs_area";--> statement-breakpoint
DROP INDEX "needs_theme";--> statement-breakpoint
ALTER TABLE "need_areas" ADD CONSTRAINT "need_areas_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_areas" ADD CONSTRAINT "need_areas_lio_id_need_id_needs_lio_id_id_fk" FOREIGN KEY ("lio_id","need_id") REFERENCES "public"."needs"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_areas" ADD CONSTRAINT "need_areas_lio_id_area_id_areas_lio_id_id_fk" FOREIGN KEY ("lio_id","area_id") REFERENCES "public"."areas"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_themes" ADD CONSTRAINT "need_themes_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_themes" ADD CONSTRAINT "need_themes_lio_id_need_id_needs_lio_id_id_fk" FOREIGN KEY ("lio_id","need_id") REFERENCES "public"."needs"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_themes" ADD CONSTRAINT "need_themes_lio_id_term_id_terms_lio_id_id_fk" FOREIGN KEY ("lio_id","term_id") REFERENCES "public"."terms"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "need_areas_area" ON "need_areas" USING btree ("lio_id","area_id");--> statement-breakpoint
CREATE INDEX "need_themes_term" ON "need_themes" USING btree ("lio_id","term_id");--> statement-breakpoint
ALTER TABLE "needs" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "need_areas" ("lio_id", "need_id", "area_id") SELECT "lio_id", "id", "area_id" FROM "needs" WHERE "area_id" IS NOT NULL;--> statement-breakpoint
INSERT INTO "need_themes" ("lio_id", "need_id", "term_id") SELECT "lio_id", "id", "theme_id" FROM "needs" WHERE "theme_id" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "needs" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "needs" DROP COLUMN "area_id";--> statement-breakpoint
ALTER TABLE "needs" DROP COLUMN "theme_id";