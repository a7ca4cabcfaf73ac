CREATE TABLE "enquiries" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"about" text NOT NULL,
	"wanted" text,
	"place" text,
	"asked_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"done_by" text,
	"tasked" boolean DEFAULT false NOT NULL,
	CONSTRAINT "enquiries_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "open_data_files" (
	"name" text PRIMARY KEY NOT NULL,
	"digest" text NOT NULL,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "postcode_parts" (
	"code" text PRIMARY KEY NOT NULL,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"postcodes" integer NOT NULL,
	"known" integer NOT NULL,
	"districts" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "served_areas" (
	"lio_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"by" text NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "served_areas_lio_id_id_code_pk" PRIMARY KEY("lio_id","id","code")
);
--> statement-breakpoint
CREATE TABLE "support_sources" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"specialism" text,
	"area_codes" text[] DEFAULT '{}' NOT NULL,
	"can" text,
	"cannot" text,
	"phone" text,
	"email" text,
	"website" text,
	"opening_times" text,
	"checked_on" date,
	"published_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "support_sources_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "support_sources_kind" CHECK ("support_sources"."kind" in ('local_authority', 'volunteer_centre', 'youth', 'rural', 'specialist', 'faith', 'funder', 'other')),
	CONSTRAINT "support_sources_specialism" CHECK ("support_sources"."specialism" in ('lgbt', 'disabled', 'faith', 'minority', 'young', 'older', 'women', 'rural', 'health', 'arts', 'sport', 'environment'))
);
--> statement-breakpoint
ALTER TABLE "lios" ADD COLUMN "opening_times" text;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "lat" double precision;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "lon" double precision;--> statement-breakpoint
ALTER TABLE "enquiries" ADD CONSTRAINT "enquiries_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "served_areas" ADD CONSTRAINT "served_areas_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_sources" ADD CONSTRAINT "support_sources_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "enquiries_done" ON "enquiries" USING btree ("lio_id","done_at","asked_at");--> statement-breakpoint
CREATE INDEX "served_areas_code" ON "served_areas" USING btree ("code");--> statement-breakpoint
CREATE INDEX "support_sources_name" ON "support_sources" USING btree ("lio_id","name");--> statement-breakpoint
CREATE INDEX "postcodes_position" ON "postcodes" USING brin ("lat","lon") WITH (pages_per_range=8,autosummarize=true);