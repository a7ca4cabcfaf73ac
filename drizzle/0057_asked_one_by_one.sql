CREATE TABLE "also_asked" (
	"lio_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	CONSTRAINT "also_asked_lio_id_consultation_id_group_id_pk" PRIMARY KEY("lio_id","consultation_id","group_id")
);
--> statement-breakpoint
ALTER TABLE "also_asked" ADD CONSTRAINT "also_asked_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "also_asked" ADD CONSTRAINT "also_asked_lio_id_consultation_id_consultations_lio_id_id_fk" FOREIGN KEY ("lio_id","consultation_id") REFERENCES "public"."consultations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "also_asked" ADD CONSTRAINT "also_asked_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "also_asked_group" ON "also_asked" USING btree ("lio_id","group_id");