CREATE TABLE "consultation_translations" (
	"lio_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"language" text NOT NULL,
	"texts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"offered_at" timestamp with time zone,
	"saved_at" timestamp with time zone NOT NULL,
	"saved_by" uuid,
	CONSTRAINT "consultation_translations_lio_id_consultation_id_language_pk" PRIMARY KEY("lio_id","consultation_id","language"),
	CONSTRAINT "consultation_translations_language" CHECK ("consultation_translations"."language" in ('cy', 'ar', 'bn', 'bg', 'fr', 'gu', 'ga', 'it', 'lt', 'pa', 'fa', 'pl', 'pt', 'ro', 'gd', 'so', 'es', 'ta', 'tr', 'uk', 'ur')),
	CONSTRAINT "consultation_translations_from_one" CHECK ("consultation_translations"."version" >= 1)
);
--> statement-breakpoint
ALTER TABLE "response_versions" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "consultation_translations" ADD CONSTRAINT "consultation_translations_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_translations" ADD CONSTRAINT "consultation_translations_lio_id_consultation_id_consultations_lio_id_id_fk" FOREIGN KEY ("lio_id","consultation_id") REFERENCES "public"."consultations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_translations" ADD CONSTRAINT "consultation_translations_lio_id_saved_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","saved_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consultation_translations_saved_by" ON "consultation_translations" USING btree ("lio_id","saved_by");--> statement-breakpoint
ALTER TABLE "response_versions" ADD CONSTRAINT "response_versions_language" CHECK ("response_versions"."language" in ('cy', 'ar', 'bn', 'bg', 'fr', 'gu', 'ga', 'it', 'lt', 'pa', 'fa', 'pl', 'pt', 'ro', 'gd', 'so', 'es', 'ta', 'tr', 'uk', 'ur'));