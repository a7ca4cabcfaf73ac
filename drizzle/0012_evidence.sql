CREATE TABLE "answer_revisions" (
	"lio_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"value" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"saved_by" uuid,
	CONSTRAINT "answer_revisions_lio_id_response_id_question_id_revision_pk" PRIMARY KEY("lio_id","response_id","question_id","revision")
);
--> statement-breakpoint
CREATE TABLE "consultation_results" (
	"lio_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"asked" integer NOT NULL,
	"answered" integer NOT NULL,
	"on_behalf" integer NOT NULL,
	"nothing" integer NOT NULL,
	"content" jsonb NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	"digest" text DEFAULT '' NOT NULL,
	CONSTRAINT "consultation_results_lio_id_consultation_id_pk" PRIMARY KEY("lio_id","consultation_id")
);
--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "parts_by" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "response_versions" ADD COLUMN "on_behalf" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "response_versions" ADD COLUMN "digest" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "loop_letters" ADD COLUMN "letters" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "representation_versions" ADD COLUMN "digest" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "representation_versions" ADD COLUMN "withdrawn_by" uuid;--> statement-breakpoint
ALTER TABLE "representation_versions" ADD COLUMN "withdrawn_reason" text;--> statement-breakpoint
ALTER TABLE "representations" ADD COLUMN "sent_version" integer;--> statement-breakpoint
ALTER TABLE "answer_revisions" ADD CONSTRAINT "answer_revisions_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_revisions" ADD CONSTRAINT "answer_revisions_lio_id_response_id_responses_lio_id_id_fk" FOREIGN KEY ("lio_id","response_id") REFERENCES "public"."responses"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_revisions" ADD CONSTRAINT "answer_revisions_lio_id_question_id_questions_lio_id_id_fk" FOREIGN KEY ("lio_id","question_id") REFERENCES "public"."questions"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_revisions" ADD CONSTRAINT "answer_revisions_lio_id_saved_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","saved_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_results" ADD CONSTRAINT "consultation_results_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_results" ADD CONSTRAINT "consultation_results_lio_id_consultation_id_consultations_lio_id_id_fk" FOREIGN KEY ("lio_id","consultation_id") REFERENCES "public"."consultations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representation_versions" ADD CONSTRAINT "representation_versions_lio_id_withdrawn_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","withdrawn_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_parts_by" CHECK ("consultations"."parts_by" in ('none', 'size', 'area', 'sector', 'every'));--> statement-breakpoint
-- What is there already gets its digest, its mark and its version. The owner is held by the walls, too, until they are put up again.
ALTER TABLE "response_versions" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "representation_versions" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "representations" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "consultations" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "responses" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "response_versions" SET "on_behalf" = true WHERE "signed_off_name" LIKE '%, for the group';--> statement-breakpoint
UPDATE "response_versions" SET "digest" = encode(sha256(convert_to(jsonb_build_array("response_id", "version", "answers", extract(epoch from "signed_off_at"), "signed_off_name", "on_behalf")::text, 'UTF8')), 'hex');--> statement-breakpoint
UPDATE "representation_versions" SET "digest" = encode(sha256(convert_to(jsonb_build_array("representation_id", "version", "content", extract(epoch from "published_at"))::text, 'UTF8')), 'hex');--> statement-breakpoint
UPDATE "representations" r SET "sent_version" = (SELECT coalesce(max(v."version") FILTER (WHERE v."published_at"::date <= r."sent_on"), min(v."version")) FROM "representation_versions" v WHERE v."lio_id" = r."lio_id" AND v."representation_id" = r."id") WHERE r."sent_on" IS NOT NULL;--> statement-breakpoint
UPDATE "consultations" SET "parts_by" = 'every' WHERE "named" AND "opened_at" IS NULL;
