CREATE TABLE "shared_pathways" (
	"lio_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"steps" jsonb NOT NULL,
	CONSTRAINT "shared_pathways_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "need_steps" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"need_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"status" text NOT NULL,
	"words" text NOT NULL,
	"who" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"added_by" uuid,
	CONSTRAINT "need_steps_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "need_steps_status" CHECK ("need_steps"."status" in ('looking', 'working', 'waiting', 'partly'))
);
--> statement-breakpoint
CREATE TABLE "session_kinds_left_out" (
	"lio_id" uuid NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "session_kinds_left_out_lio_id_kind_pk" PRIMARY KEY("lio_id","kind"),
	CONSTRAINT "session_kinds_left_out_kind" CHECK ("session_kinds_left_out"."kind" in ('advice', 'phone', 'email', 'visit', 'meeting', 'training', 'outreach'))
);
--> statement-breakpoint
CREATE TABLE "session_types" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"function" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "session_types_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "session_types_kind" CHECK ("session_types"."kind" in ('advice', 'phone', 'email', 'visit', 'meeting', 'training', 'outreach')),
	CONSTRAINT "session_types_function" CHECK ("session_types"."function" in ('development', 'support', 'liaison', 'representation', 'partnership'))
);
--> statement-breakpoint
ALTER TABLE "pathways" ADD COLUMN "shared_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "type_id" uuid;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "shared_pathways" ADD CONSTRAINT "shared_pathways_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_steps" ADD CONSTRAINT "need_steps_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_steps" ADD CONSTRAINT "need_steps_lio_id_need_id_needs_lio_id_id_fk" FOREIGN KEY ("lio_id","need_id") REFERENCES "public"."needs"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_steps" ADD CONSTRAINT "need_steps_lio_id_added_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","added_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_kinds_left_out" ADD CONSTRAINT "session_kinds_left_out_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_types" ADD CONSTRAINT "session_types_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "need_steps_need" ON "need_steps" USING btree ("lio_id","need_id","on_day");--> statement-breakpoint
CREATE INDEX "need_steps_added_by" ON "need_steps" USING btree ("lio_id","added_by");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_lio_id_type_id_session_types_lio_id_id_fk" FOREIGN KEY ("lio_id","type_id") REFERENCES "public"."session_types"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_type" ON "sessions" USING btree ("lio_id","type_id");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_place" CHECK ("sessions"."place" in ('visit', 'ours', 'phone', 'online', 'event', 'other'));--> statement-breakpoint
ALTER TABLE "sessions" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "sessions" SET "place" = CASE "kind" WHEN 'phone' THEN 'phone' WHEN 'email' THEN 'online' ELSE 'visit' END WHERE "kind" in ('phone', 'email', 'visit');--> statement-breakpoint
ALTER TABLE "sessions" FORCE ROW LEVEL SECURITY;
