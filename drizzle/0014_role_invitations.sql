CREATE TABLE "role_invitations" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text,
	"role" text NOT NULL,
	"title" text,
	"speaks" text,
	"started_on" date,
	"main" boolean DEFAULT false NOT NULL,
	"by_person_id" uuid,
	"by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp with time zone,
	"accepted" boolean,
	CONSTRAINT "role_invitations_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "role_invitations_role" CHECK ("role_invitations"."role" in ('chair', 'treasurer', 'secretary', 'trustee', 'staff', 'volunteer', 'contact', 'representative')),
	CONSTRAINT "role_invitations_speaks" CHECK ("role_invitations"."speaks" in ('lead', 'member'))
);
--> statement-breakpoint
ALTER TABLE "role_invitations" ADD CONSTRAINT "role_invitations_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_invitations" ADD CONSTRAINT "role_invitations_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_invitations" ADD CONSTRAINT "role_invitations_lio_id_by_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","by_person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "role_invitations_group" ON "role_invitations" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "role_invitations_by" ON "role_invitations" USING btree ("lio_id","by_person_id");