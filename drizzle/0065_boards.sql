CREATE TABLE "board_bodies" (
	"lio_id" uuid NOT NULL,
	"board_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	CONSTRAINT "board_bodies_lio_id_board_id_body_id_pk" PRIMARY KEY("lio_id","board_id","body_id")
);
--> statement-breakpoint
CREATE TABLE "board_decision_needs" (
	"lio_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"need_id" uuid NOT NULL,
	CONSTRAINT "board_decision_needs_lio_id_decision_id_need_id_pk" PRIMARY KEY("lio_id","decision_id","need_id")
);
--> statement-breakpoint
CREATE TABLE "board_decision_themes" (
	"lio_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	CONSTRAINT "board_decision_themes_lio_id_decision_id_term_id_pk" PRIMARY KEY("lio_id","decision_id","term_id")
);
--> statement-breakpoint
CREATE TABLE "board_decisions" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"words" text NOT NULL,
	"audience" text DEFAULT 'staff' NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" uuid,
	CONSTRAINT "board_decisions_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "board_networks" (
	"lio_id" uuid NOT NULL,
	"board_id" uuid NOT NULL,
	"network_id" uuid NOT NULL,
	CONSTRAINT "board_networks_lio_id_board_id_network_id_pk" PRIMARY KEY("lio_id","board_id","network_id")
);
--> statement-breakpoint
CREATE TABLE "board_themes" (
	"lio_id" uuid NOT NULL,
	"board_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	CONSTRAINT "board_themes_lio_id_board_id_term_id_pk" PRIMARY KEY("lio_id","board_id","term_id")
);
--> statement-breakpoint
CREATE TABLE "boards" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"purpose" text,
	"terms" text,
	"website" text,
	"contact" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"shown_at" timestamp with time zone,
	"ended_on" date,
	"ended_reason" text,
	CONSTRAINT "boards_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "boards_ended" CHECK (("boards"."ended_on" is null) = ("boards"."ended_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "interest_declarations" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"term_id" uuid NOT NULL,
	"board_id" uuid NOT NULL,
	"words" text,
	"declared_on" date NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"entered_by" uuid,
	CONSTRAINT "interest_declarations_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "seat_terms" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"seat_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"group_id" uuid,
	"holds" text NOT NULL,
	"chosen_by" text NOT NULL,
	"chosen_note" text,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"ended_on" date,
	"ending" text,
	"ended_reason" text,
	"named_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "seat_terms_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "seat_terms_holds" CHECK ("seat_terms"."holds" in ('representative', 'substitute')),
	CONSTRAINT "seat_terms_chosen_by" CHECK ("seat_terms"."chosen_by" in ('election', 'unopposed', 'network', 'trustees', 'board', 'post')),
	CONSTRAINT "seat_terms_ending" CHECK ("seat_terms"."ending" in ('completed', 'stepped_down', 'left_group', 'recalled', 'board_ended')),
	CONSTRAINT "seat_terms_ended" CHECK (("seat_terms"."ended_on" is null) = ("seat_terms"."ending" is null)),
	CONSTRAINT "seat_terms_order" CHECK (coalesce("seat_terms"."ended_on", "seat_terms"."ends_on", "seat_terms"."starts_on") >= "seat_terms"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "seats" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"board_id" uuid NOT NULL,
	"title" text NOT NULL,
	"mandate" text,
	"role" text,
	"time_asked" text,
	"term_months" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_on" date,
	"ended_reason" text,
	CONSTRAINT "seats_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "seats_term_months" CHECK ("seats"."term_months" between 1 and 120),
	CONSTRAINT "seats_ended" CHECK (("seats"."ended_on" is null) = ("seats"."ended_reason" is null))
);
--> statement-breakpoint
ALTER TABLE "board_bodies" ADD CONSTRAINT "board_bodies_lio_id_board_id_boards_lio_id_id_fk" FOREIGN KEY ("lio_id","board_id") REFERENCES "public"."boards"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_bodies" ADD CONSTRAINT "board_bodies_lio_id_body_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","body_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_decision_needs" ADD CONSTRAINT "board_decision_needs_lio_id_decision_id_board_decisions_lio_id_id_fk" FOREIGN KEY ("lio_id","decision_id") REFERENCES "public"."board_decisions"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_decision_needs" ADD CONSTRAINT "board_decision_needs_lio_id_need_id_needs_lio_id_id_fk" FOREIGN KEY ("lio_id","need_id") REFERENCES "public"."needs"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_decision_themes" ADD CONSTRAINT "board_decision_themes_lio_id_decision_id_board_decisions_lio_id_id_fk" FOREIGN KEY ("lio_id","decision_id") REFERENCES "public"."board_decisions"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_decision_themes" ADD CONSTRAINT "board_decision_themes_lio_id_term_id_terms_lio_id_id_fk" FOREIGN KEY ("lio_id","term_id") REFERENCES "public"."terms"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_decisions" ADD CONSTRAINT "board_decisions_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_decisions" ADD CONSTRAINT "board_decisions_lio_id_board_id_boards_lio_id_id_fk" FOREIGN KEY ("lio_id","board_id") REFERENCES "public"."boards"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_decisions" ADD CONSTRAINT "board_decisions_lio_id_added_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","added_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_networks" ADD CONSTRAINT "board_networks_lio_id_board_id_boards_lio_id_id_fk" FOREIGN KEY ("lio_id","board_id") REFERENCES "public"."boards"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_networks" ADD CONSTRAINT "board_networks_lio_id_network_id_networks_lio_id_id_fk" FOREIGN KEY ("lio_id","network_id") REFERENCES "public"."networks"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_themes" ADD CONSTRAINT "board_themes_lio_id_board_id_boards_lio_id_id_fk" FOREIGN KEY ("lio_id","board_id") REFERENCES "public"."boards"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_themes" ADD CONSTRAINT "board_themes_lio_id_term_id_terms_lio_id_id_fk" FOREIGN KEY ("lio_id","term_id") REFERENCES "public"."terms"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boards" ADD CONSTRAINT "boards_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_declarations" ADD CONSTRAINT "interest_declarations_lio_id_term_id_seat_terms_lio_id_id_fk" FOREIGN KEY ("lio_id","term_id") REFERENCES "public"."seat_terms"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_declarations" ADD CONSTRAINT "interest_declarations_lio_id_board_id_boards_lio_id_id_fk" FOREIGN KEY ("lio_id","board_id") REFERENCES "public"."boards"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_declarations" ADD CONSTRAINT "interest_declarations_lio_id_entered_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","entered_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_terms" ADD CONSTRAINT "seat_terms_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_terms" ADD CONSTRAINT "seat_terms_lio_id_seat_id_seats_lio_id_id_fk" FOREIGN KEY ("lio_id","seat_id") REFERENCES "public"."seats"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_terms" ADD CONSTRAINT "seat_terms_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_terms" ADD CONSTRAINT "seat_terms_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_terms" ADD CONSTRAINT "seat_terms_lio_id_created_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","created_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_lio_id_board_id_boards_lio_id_id_fk" FOREIGN KEY ("lio_id","board_id") REFERENCES "public"."boards"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "board_bodies_body" ON "board_bodies" USING btree ("lio_id","body_id");--> statement-breakpoint
CREATE INDEX "board_decision_needs_need" ON "board_decision_needs" USING btree ("lio_id","need_id");--> statement-breakpoint
CREATE INDEX "board_decision_themes_term" ON "board_decision_themes" USING btree ("lio_id","term_id");--> statement-breakpoint
CREATE INDEX "board_decisions_board" ON "board_decisions" USING btree ("lio_id","board_id","on_day");--> statement-breakpoint
CREATE INDEX "board_decisions_added_by" ON "board_decisions" USING btree ("lio_id","added_by");--> statement-breakpoint
CREATE INDEX "board_networks_network" ON "board_networks" USING btree ("lio_id","network_id");--> statement-breakpoint
CREATE INDEX "board_themes_term" ON "board_themes" USING btree ("lio_id","term_id");--> statement-breakpoint
CREATE INDEX "interest_declarations_term" ON "interest_declarations" USING btree ("lio_id","term_id","declared_on");--> statement-breakpoint
CREATE INDEX "interest_declarations_board" ON "interest_declarations" USING btree ("lio_id","board_id");--> statement-breakpoint
CREATE INDEX "interest_declarations_entered_by" ON "interest_declarations" USING btree ("lio_id","entered_by");--> statement-breakpoint
CREATE INDEX "seat_terms_seat" ON "seat_terms" USING btree ("lio_id","seat_id","starts_on");--> statement-breakpoint
CREATE INDEX "seat_terms_person" ON "seat_terms" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "seat_terms_group" ON "seat_terms" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "seat_terms_created_by" ON "seat_terms" USING btree ("lio_id","created_by");--> statement-breakpoint
CREATE INDEX "seats_board" ON "seats" USING btree ("lio_id","board_id");