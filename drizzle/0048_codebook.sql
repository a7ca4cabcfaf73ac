CREATE TABLE "coding_codes" (
	"lio_id" uuid NOT NULL,
	"passage_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"code_id" uuid NOT NULL,
	CONSTRAINT "coding_codes_lio_id_passage_id_person_id_code_id_pk" PRIMARY KEY("lio_id","passage_id","person_id","code_id")
);
--> statement-breakpoint
CREATE TABLE "codings" (
	"lio_id" uuid NOT NULL,
	"passage_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"coded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "codings_lio_id_passage_id_person_id_pk" PRIMARY KEY("lio_id","passage_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "codes" ADD COLUMN "definition" text;--> statement-breakpoint
ALTER TABLE "codes" ADD COLUMN "otherwise_id" uuid;--> statement-breakpoint
ALTER TABLE "passage_codes" ADD COLUMN "coded_by" uuid;--> statement-breakpoint
ALTER TABLE "passage_codes" ADD COLUMN "coded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "coding_codes" ADD CONSTRAINT "coding_codes_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coding_codes" ADD CONSTRAINT "coding_codes_lio_id_passage_id_passages_lio_id_id_fk" FOREIGN KEY ("lio_id","passage_id") REFERENCES "public"."passages"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coding_codes" ADD CONSTRAINT "coding_codes_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coding_codes" ADD CONSTRAINT "coding_codes_lio_id_code_id_codes_lio_id_id_fk" FOREIGN KEY ("lio_id","code_id") REFERENCES "public"."codes"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codings" ADD CONSTRAINT "codings_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codings" ADD CONSTRAINT "codings_lio_id_passage_id_passages_lio_id_id_fk" FOREIGN KEY ("lio_id","passage_id") REFERENCES "public"."passages"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codings" ADD CONSTRAINT "codings_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "coding_codes_code" ON "coding_codes" USING btree ("lio_id","code_id");--> statement-breakpoint
CREATE INDEX "coding_codes_person" ON "coding_codes" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "codings_person" ON "codings" USING btree ("lio_id","person_id");--> statement-breakpoint
ALTER TABLE "codes" ADD CONSTRAINT "codes_lio_id_otherwise_id_codes_lio_id_id_fk" FOREIGN KEY ("lio_id","otherwise_id") REFERENCES "public"."codes"("lio_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_codes" ADD CONSTRAINT "passage_codes_lio_id_coded_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","coded_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "codes_otherwise" ON "codes" USING btree ("lio_id","otherwise_id");--> statement-breakpoint
CREATE INDEX "passage_codes_coded_by" ON "passage_codes" USING btree ("lio_id","coded_by");