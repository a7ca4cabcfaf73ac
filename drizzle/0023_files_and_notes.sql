CREATE TABLE "file_contents" (
	"lio_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"size" integer NOT NULL,
	"type" text NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "file_contents_lio_id_digest_pk" PRIMARY KEY("lio_id","digest")
);
--> statement-breakpoint
CREATE TABLE "file_pieces" (
	"lio_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"number" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "file_pieces_lio_id_digest_number_pk" PRIMARY KEY("lio_id","digest","number")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"on_kind" text NOT NULL,
	"on_id" uuid NOT NULL,
	"group_id" uuid,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"runs_until" date,
	"reminded_at" timestamp with time zone,
	"digest" text NOT NULL,
	"small_digest" text,
	"audience" text DEFAULT 'staff' NOT NULL,
	"added_by" uuid,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	CONSTRAINT "files_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "files_kind" CHECK ("files"."kind" in ('constitution', 'insurance', 'safeguarding', 'policy', 'accounts', 'minutes', 'letter', 'picture', 'other')),
	CONSTRAINT "files_group_is_what_it_is_on" CHECK (on_kind <> 'group' or group_id is not null)
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"text" text NOT NULL,
	"by_person_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "notes_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
ALTER TABLE "file_contents" ADD CONSTRAINT "file_contents_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_lio_id_added_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","added_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_lio_id_removed_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","removed_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_lio_id_by_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","by_person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_on" ON "files" USING btree ("lio_id","on_kind","on_id");--> statement-breakpoint
CREATE INDEX "files_group" ON "files" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "files_digest" ON "files" USING btree ("lio_id","digest");--> statement-breakpoint
CREATE INDEX "files_small_digest" ON "files" USING btree ("lio_id","small_digest") WHERE small_digest is not null;--> statement-breakpoint
CREATE INDEX "files_runs_until" ON "files" USING btree ("lio_id","runs_until") WHERE runs_until is not null and removed_at is null;--> statement-breakpoint
CREATE INDEX "files_added_by" ON "files" USING btree ("lio_id","added_by");--> statement-breakpoint
CREATE INDEX "files_removed_by" ON "files" USING btree ("lio_id","removed_by") WHERE removed_by is not null;--> statement-breakpoint
CREATE INDEX "notes_group" ON "notes" USING btree ("lio_id","group_id","on_day");--> statement-breakpoint
CREATE INDEX "notes_by" ON "notes" USING btree ("lio_id","by_person_id");