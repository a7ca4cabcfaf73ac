CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text,
	"email" text NOT NULL,
	"email_verified" timestamp with time zone,
	"image" text,
	CONSTRAINT "accounts_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth_providers" (
	"user_id" uuid NOT NULL,
	"type" text NOT NULL,
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"refresh_token" text,
	"access_token" text,
	"expires_at" integer,
	"token_type" text,
	"scope" text,
	"id_token" text,
	"session_state" text,
	CONSTRAINT "auth_providers_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "auth_sessions" (
	"session_token" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"device" text
);
--> statement-breakpoint
CREATE TABLE "hats" (
	"email" text NOT NULL,
	"lio_id" uuid NOT NULL,
	CONSTRAINT "hats_email_lio_id_pk" PRIMARY KEY("email","lio_id")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_tokens" (
	"identifier" text NOT NULL,
	"token" text NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_in_tokens_identifier_token_pk" PRIMARY KEY("identifier","token")
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"lio_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"value" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"saved_by" uuid,
	CONSTRAINT "answers_lio_id_response_id_question_id_pk" PRIMARY KEY("lio_id","response_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "codes" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "codes_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "consultations" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"about" text,
	"body_id" uuid,
	"network_id" uuid,
	"view_query" text,
	"minutes" integer DEFAULT 10 NOT NULL,
	"named" boolean DEFAULT true NOT NULL,
	"period_reason" text,
	"closes_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"outcome" text,
	"finished_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "consultations_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"lio_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"reminded_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	CONSTRAINT "invitations_lio_id_consultation_id_group_id_pk" PRIMARY KEY("lio_id","consultation_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "passage_codes" (
	"lio_id" uuid NOT NULL,
	"passage_id" uuid NOT NULL,
	"code_id" uuid NOT NULL,
	CONSTRAINT "passage_codes_lio_id_passage_id_code_id_pk" PRIMARY KEY("lio_id","passage_id","code_id")
);
--> statement-breakpoint
CREATE TABLE "passages" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"response_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"question_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"quote" text NOT NULL,
	"note" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "passages_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"help" text,
	"setting" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"required" boolean DEFAULT false NOT NULL,
	CONSTRAINT "questions_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "questions_kind" CHECK ("questions"."kind" in ('text', 'single', 'multiple', 'scale'))
);
--> statement-breakpoint
CREATE TABLE "response_versions" (
	"lio_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"answers" jsonb NOT NULL,
	"signed_off_at" timestamp with time zone NOT NULL,
	"signed_off_by" uuid,
	"signed_off_name" text NOT NULL,
	CONSTRAINT "response_versions_lio_id_response_id_version_pk" PRIMARY KEY("lio_id","response_id","version"),
	CONSTRAINT "response_versions_from_one" CHECK ("response_versions"."version" >= 1)
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" uuid,
	"on_behalf" boolean DEFAULT false NOT NULL,
	"quotable" boolean,
	"signed_off_at" timestamp with time zone,
	"signed_off_by" uuid,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "responses_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "digests" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"period" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"letter_id" uuid,
	"skipped" text,
	CONSTRAINT "digests_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"letter" text NOT NULL,
	"stream" text NOT NULL,
	"person_id" uuid,
	"to_email" text NOT NULL,
	"to_name" text,
	"props" jsonb,
	"subject" text,
	"html" text,
	"text" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"frozen_at" timestamp with time zone,
	"batch_id" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"provider_id" text,
	"uncertain_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"last_error" text,
	"skipped" text,
	CONSTRAINT "letters_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "preferences" (
	"lio_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"digest" text DEFAULT 'weekly' NOT NULL,
	"stopped" text[] DEFAULT '{}'::text[] NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "preferences_lio_id_person_id_pk" PRIMARY KEY("lio_id","person_id"),
	CONSTRAINT "preferences_digest" CHECK ("preferences"."digest" in ('daily', 'weekly', 'monthly', 'never'))
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"lio_id" uuid NOT NULL,
	"email" text NOT NULL,
	"reason" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "suppressions_lio_id_email_pk" PRIMARY KEY("lio_id","email")
);
--> statement-breakpoint
CREATE TABLE "areas" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"code" text,
	"name" text NOT NULL,
	CONSTRAINT "areas_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "areas_kind" CHECK ("areas"."kind" in ('district', 'ward', 'neighbourhood'))
);
--> statement-breakpoint
CREATE TABLE "group_areas" (
	"lio_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	CONSTRAINT "group_areas_lio_id_group_id_area_id_pk" PRIMARY KEY("lio_id","group_id","area_id")
);
--> statement-breakpoint
CREATE TABLE "group_identifiers" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"register" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "group_identifiers_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "group_identifiers_register" CHECK ("group_identifiers"."register" in ('GB-CHC', 'GB-SC', 'GB-NIC', 'GB-COH', 'GB-MPR', 'GB-CASC', 'local'))
);
--> statement-breakpoint
CREATE TABLE "group_terms" (
	"lio_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	CONSTRAINT "group_terms_lio_id_group_id_term_id_pk" PRIMARY KEY("lio_id","group_id","term_id")
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"also_known_as" text,
	"stage" text DEFAULT 'not_member' NOT NULL,
	"sector" text DEFAULT 'voluntary' NOT NULL,
	"legal_form" text,
	"about" text,
	"email" text,
	"phone" text,
	"second_phone" text,
	"website" text,
	"address" text,
	"postcode" text,
	"ward_code" text,
	"district_code" text,
	"place_resolved_at" timestamp with time zone,
	"income_band" text,
	"income" bigint,
	"staff_full_time" integer,
	"staff_part_time" integer,
	"trustees" integer,
	"volunteers" integer,
	"volunteer_hours" integer,
	"beneficiaries" integer,
	"local_beneficiaries" integer,
	"sizes_as_at" date,
	"faith_based" boolean,
	"directory_consent" boolean,
	"main_contact_id" uuid,
	"registered_on" date,
	"joined_on" date,
	"closed_on" date,
	"closed_reason" text,
	"needs_details_since" timestamp with time zone,
	"last_contact_on" date,
	"last_contact_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "groups_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "groups_stage_word" CHECK ("groups"."stage" in ('enquiry', 'forming', 'member', 'affiliate', 'not_member', 'closed')),
	CONSTRAINT "groups_sector_word" CHECK ("groups"."sector" in ('voluntary', 'statutory', 'private', 'education', 'residents')),
	CONSTRAINT "groups_legal_form_word" CHECK ("groups"."legal_form" in ('unincorporated', 'trust', 'cio', 'company', 'cic', 'society', 'casc', 'statutory', 'other')),
	CONSTRAINT "groups_income_band_word" CHECK ("groups"."income_band" in ('none', 'to_5k', 'to_10k', 'to_25k', 'to_50k', 'to_200k', 'to_500k', 'to_1m', 'to_5m', 'over_5m')),
	CONSTRAINT "groups_name_said" CHECK (length(trim("groups"."name")) > 0)
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"person_id" uuid,
	"shared_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_views_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "terms" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "terms_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "terms_list_word" CHECK ("terms"."list" in ('theme', 'client_group', 'service', 'tag'))
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"lio_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"verdict" text,
	"problems" jsonb,
	"group_id" uuid,
	"matched_by" text,
	"decision" text,
	"before" jsonb,
	CONSTRAINT "import_rows_lio_id_import_id_row_pk" PRIMARY KEY("lio_id","import_id","row")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"file_name" text NOT NULL,
	"person_id" uuid,
	"mapping" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"headers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"checked_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	"failed_with" text,
	CONSTRAINT "imports_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"lio_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"form" text NOT NULL,
	"values" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "drafts_lio_id_person_id_form_pk" PRIMARY KEY("lio_id","person_id","form")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"what" text NOT NULL,
	"summary" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid,
	"group_id" uuid,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"via" text NOT NULL,
	"from" jsonb,
	"to" jsonb,
	CONSTRAINT "events_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"lio_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"person_id" uuid,
	"action" text NOT NULL,
	"result" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "submissions_lio_id_key_pk" PRIMARY KEY("lio_id","key")
);
--> statement-breakpoint
CREATE TABLE "lios" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"about" text,
	"email" text,
	"phone" text,
	"website" text,
	"address" text,
	"timezone" text DEFAULT 'Europe/London' NOT NULL,
	"digest_weekday" integer DEFAULT 2 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "lios_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "need_asks" (
	"lio_id" uuid NOT NULL,
	"need_id" uuid NOT NULL,
	"ask_id" uuid NOT NULL,
	CONSTRAINT "need_asks_lio_id_need_id_ask_id_pk" PRIMARY KEY("lio_id","need_id","ask_id")
);
--> statement-breakpoint
CREATE TABLE "need_evidence" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"need_id" uuid NOT NULL,
	"session_id" uuid,
	"response_id" uuid,
	"passage_id" uuid,
	"topic_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"added_by" uuid,
	CONSTRAINT "need_evidence_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "need_evidence_one" CHECK (num_nonnulls("need_evidence"."session_id", "need_evidence"."response_id", "need_evidence"."passage_id", "need_evidence"."topic_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "need_groups" (
	"lio_id" uuid NOT NULL,
	"need_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	CONSTRAINT "need_groups_lio_id_need_id_group_id_pk" PRIMARY KEY("lio_id","need_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "needs" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"about" text,
	"area_id" uuid,
	"theme_id" uuid,
	"response" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"opened_by" uuid,
	"closed_at" timestamp with time zone,
	"closed_reason" text,
	CONSTRAINT "needs_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "mentions" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"post_id" uuid NOT NULL,
	"person_id" uuid,
	"group_id" uuid,
	CONSTRAINT "mentions_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "network_groups" (
	"lio_id" uuid NOT NULL,
	"network_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"asked_at" timestamp with time zone,
	"asked_by" uuid,
	"joined_at" timestamp with time zone,
	"left_at" timestamp with time zone,
	CONSTRAINT "network_groups_lio_id_network_id_group_id_pk" PRIMARY KEY("lio_id","network_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "network_watches" (
	"lio_id" uuid NOT NULL,
	"network_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"level" text NOT NULL,
	CONSTRAINT "network_watches_lio_id_network_id_person_id_pk" PRIMARY KEY("lio_id","network_id","person_id"),
	CONSTRAINT "network_watches_level" CHECK ("network_watches"."level" in ('all', 'new', 'mentions', 'mute'))
);
--> statement-breakpoint
CREATE TABLE "networks" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"about" text,
	"by_request" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "networks_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"topic_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"group_id" uuid,
	"body" text NOT NULL,
	"reply_to" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	"hidden_at" timestamp with time zone,
	"hidden_reason" text,
	CONSTRAINT "posts_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "topic_reads" (
	"lio_id" uuid NOT NULL,
	"topic_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"read_at" timestamp with time zone,
	"level" text,
	CONSTRAINT "topic_reads_lio_id_topic_id_person_id_pk" PRIMARY KEY("lio_id","topic_id","person_id"),
	CONSTRAINT "topic_reads_level" CHECK ("topic_reads"."level" in ('all', 'new', 'mentions', 'mute'))
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"network_id" uuid NOT NULL,
	"title" text NOT NULL,
	"person_id" uuid NOT NULL,
	"group_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_post_at" timestamp with time zone NOT NULL,
	"posts" integer DEFAULT 1 NOT NULL,
	"pinned_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"summary" text,
	"decision" text,
	CONSTRAINT "topics_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"about" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"left_at" timestamp with time zone,
	CONSTRAINT "people_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "people_email_lower" CHECK ("people"."email" = lower("people"."email"))
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"role" text NOT NULL,
	"title" text,
	"speaks" text,
	"started_on" date,
	"ended_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "roles_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "roles_role" CHECK ("roles"."role" in ('chair', 'treasurer', 'secretary', 'trustee', 'staff', 'volunteer', 'contact', 'representative')),
	CONSTRAINT "roles_speaks" CHECK ("roles"."speaks" in ('lead', 'member'))
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"lio_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"level" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "staff_lio_id_person_id_pk" PRIMARY KEY("lio_id","person_id"),
	CONSTRAINT "staff_level" CHECK ("staff"."level" in ('manager', 'worker', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "places" (
	"code" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"district_code" text,
	"outline" jsonb
);
--> statement-breakpoint
CREATE TABLE "postcodes" (
	"postcode" text PRIMARY KEY NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"ward_code" text,
	"district_code" text
);
--> statement-breakpoint
CREATE TABLE "ask_passages" (
	"lio_id" uuid NOT NULL,
	"ask_id" uuid NOT NULL,
	"passage_id" uuid NOT NULL,
	CONSTRAINT "ask_passages_lio_id_ask_id_passage_id_pk" PRIMARY KEY("lio_id","ask_id","passage_id")
);
--> statement-breakpoint
CREATE TABLE "asks" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"representation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"why" text,
	"reply" text,
	"reply_text" text,
	"replied_on" date,
	"outcome" text,
	"outcome_on" date,
	CONSTRAINT "asks_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "asks_reply" CHECK ("asks"."reply" in ('accepted', 'partly', 'rejected', 'no_reply'))
);
--> statement-breakpoint
CREATE TABLE "loop_letters" (
	"lio_id" uuid NOT NULL,
	"representation_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	CONSTRAINT "loop_letters_lio_id_representation_id_group_id_pk" PRIMARY KEY("lio_id","representation_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "representation_versions" (
	"lio_id" uuid NOT NULL,
	"representation_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "representation_versions_lio_id_representation_id_version_pk" PRIMARY KEY("lio_id","representation_id","version")
);
--> statement-breakpoint
CREATE TABLE "representations" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"body_id" uuid NOT NULL,
	"addressee" text,
	"consultation_id" uuid,
	"introduction" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"sent_on" date,
	"reply_due_on" date,
	"acknowledged_on" date,
	"replied_on" date,
	"outcome" text,
	"closed_at" timestamp with time zone,
	CONSTRAINT "representations_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "search_entries" (
	"lio_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"folded" text NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "search_entries_lio_id_kind_id_pk" PRIMARY KEY("lio_id","kind","id")
);
--> statement-breakpoint
CREATE TABLE "session_groups" (
	"lio_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	CONSTRAINT "session_groups_lio_id_session_id_group_id_pk" PRIMARY KEY("lio_id","session_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "session_people" (
	"lio_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "session_people_lio_id_session_id_person_id_pk" PRIMARY KEY("lio_id","session_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"on" date NOT NULL,
	"minutes" integer DEFAULT 30 NOT NULL,
	"kind" text DEFAULT 'advice' NOT NULL,
	"function" text DEFAULT 'support' NOT NULL,
	"note" text NOT NULL,
	"by_person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	CONSTRAINT "sessions_lio_id_id_pk" PRIMARY KEY("lio_id","id"),
	CONSTRAINT "sessions_kind" CHECK ("sessions"."kind" in ('advice', 'phone', 'email', 'visit', 'meeting', 'training', 'outreach')),
	CONSTRAINT "sessions_function" CHECK ("sessions"."function" in ('development', 'support', 'liaison', 'representation', 'partnership')),
	CONSTRAINT "sessions_minutes" CHECK ("sessions"."minutes" between 0 and 1440)
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"lio_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"what" text NOT NULL,
	"group_id" uuid,
	"session_id" uuid,
	"assignee_id" uuid,
	"due_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	"dropped_at" timestamp with time zone,
	CONSTRAINT "tasks_lio_id_id_pk" PRIMARY KEY("lio_id","id")
);
--> statement-breakpoint
CREATE TABLE "worker_heartbeats" (
	"name" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "auth_providers" ADD CONSTRAINT "auth_providers_user_id_accounts_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_sessions" ADD CONSTRAINT "auth_sessions_user_id_accounts_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hats" ADD CONSTRAINT "hats_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_lio_id_response_id_responses_lio_id_id_fk" FOREIGN KEY ("lio_id","response_id") REFERENCES "public"."responses"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_lio_id_question_id_questions_lio_id_id_fk" FOREIGN KEY ("lio_id","question_id") REFERENCES "public"."questions"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_lio_id_saved_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","saved_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codes" ADD CONSTRAINT "codes_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codes" ADD CONSTRAINT "codes_lio_id_consultation_id_consultations_lio_id_id_fk" FOREIGN KEY ("lio_id","consultation_id") REFERENCES "public"."consultations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_lio_id_body_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","body_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_lio_id_network_id_networks_lio_id_id_fk" FOREIGN KEY ("lio_id","network_id") REFERENCES "public"."networks"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_lio_id_created_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","created_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_lio_id_consultation_id_consultations_lio_id_id_fk" FOREIGN KEY ("lio_id","consultation_id") REFERENCES "public"."consultations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_codes" ADD CONSTRAINT "passage_codes_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_codes" ADD CONSTRAINT "passage_codes_lio_id_passage_id_passages_lio_id_id_fk" FOREIGN KEY ("lio_id","passage_id") REFERENCES "public"."passages"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_codes" ADD CONSTRAINT "passage_codes_lio_id_code_id_codes_lio_id_id_fk" FOREIGN KEY ("lio_id","code_id") REFERENCES "public"."codes"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_lio_id_response_id_responses_lio_id_id_fk" FOREIGN KEY ("lio_id","response_id") REFERENCES "public"."responses"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_lio_id_question_id_questions_lio_id_id_fk" FOREIGN KEY ("lio_id","question_id") REFERENCES "public"."questions"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_lio_id_created_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","created_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_lio_id_consultation_id_consultations_lio_id_id_fk" FOREIGN KEY ("lio_id","consultation_id") REFERENCES "public"."consultations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_versions" ADD CONSTRAINT "response_versions_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_versions" ADD CONSTRAINT "response_versions_lio_id_response_id_responses_lio_id_id_fk" FOREIGN KEY ("lio_id","response_id") REFERENCES "public"."responses"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_versions" ADD CONSTRAINT "response_versions_lio_id_signed_off_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","signed_off_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_lio_id_consultation_id_consultations_lio_id_id_fk" FOREIGN KEY ("lio_id","consultation_id") REFERENCES "public"."consultations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_lio_id_started_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","started_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_lio_id_signed_off_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","signed_off_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_lio_id_letter_id_letters_lio_id_id_fk" FOREIGN KEY ("lio_id","letter_id") REFERENCES "public"."letters"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preferences" ADD CONSTRAINT "preferences_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preferences" ADD CONSTRAINT "preferences_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "areas" ADD CONSTRAINT "areas_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_areas" ADD CONSTRAINT "group_areas_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_areas" ADD CONSTRAINT "group_areas_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_areas" ADD CONSTRAINT "group_areas_lio_id_area_id_areas_lio_id_id_fk" FOREIGN KEY ("lio_id","area_id") REFERENCES "public"."areas"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_identifiers" ADD CONSTRAINT "group_identifiers_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_identifiers" ADD CONSTRAINT "group_identifiers_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_terms" ADD CONSTRAINT "group_terms_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_terms" ADD CONSTRAINT "group_terms_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_terms" ADD CONSTRAINT "group_terms_lio_id_term_id_terms_lio_id_id_fk" FOREIGN KEY ("lio_id","term_id") REFERENCES "public"."terms"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_lio_id_import_id_imports_lio_id_id_fk" FOREIGN KEY ("lio_id","import_id") REFERENCES "public"."imports"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_asks" ADD CONSTRAINT "need_asks_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_asks" ADD CONSTRAINT "need_asks_lio_id_need_id_needs_lio_id_id_fk" FOREIGN KEY ("lio_id","need_id") REFERENCES "public"."needs"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_asks" ADD CONSTRAINT "need_asks_lio_id_ask_id_asks_lio_id_id_fk" FOREIGN KEY ("lio_id","ask_id") REFERENCES "public"."asks"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_evidence" ADD CONSTRAINT "need_evidence_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_evidence" ADD CONSTRAINT "need_evidence_lio_id_need_id_needs_lio_id_id_fk" FOREIGN KEY ("lio_id","need_id") REFERENCES "public"."needs"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_evidence" ADD CONSTRAINT "need_evidence_lio_id_session_id_sessions_lio_id_id_fk" FOREIGN KEY ("lio_id","session_id") REFERENCES "public"."sessions"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_evidence" ADD CONSTRAINT "need_evidence_lio_id_response_id_responses_lio_id_id_fk" FOREIGN KEY ("lio_id","response_id") REFERENCES "public"."responses"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_evidence" ADD CONSTRAINT "need_evidence_lio_id_passage_id_passages_lio_id_id_fk" FOREIGN KEY ("lio_id","passage_id") REFERENCES "public"."passages"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_evidence" ADD CONSTRAINT "need_evidence_lio_id_topic_id_topics_lio_id_id_fk" FOREIGN KEY ("lio_id","topic_id") REFERENCES "public"."topics"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_evidence" ADD CONSTRAINT "need_evidence_lio_id_added_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","added_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_groups" ADD CONSTRAINT "need_groups_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_groups" ADD CONSTRAINT "need_groups_lio_id_need_id_needs_lio_id_id_fk" FOREIGN KEY ("lio_id","need_id") REFERENCES "public"."needs"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_groups" ADD CONSTRAINT "need_groups_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_lio_id_area_id_areas_lio_id_id_fk" FOREIGN KEY ("lio_id","area_id") REFERENCES "public"."areas"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_lio_id_theme_id_terms_lio_id_id_fk" FOREIGN KEY ("lio_id","theme_id") REFERENCES "public"."terms"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_lio_id_opened_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","opened_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_lio_id_post_id_posts_lio_id_id_fk" FOREIGN KEY ("lio_id","post_id") REFERENCES "public"."posts"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_groups" ADD CONSTRAINT "network_groups_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_groups" ADD CONSTRAINT "network_groups_lio_id_network_id_networks_lio_id_id_fk" FOREIGN KEY ("lio_id","network_id") REFERENCES "public"."networks"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_groups" ADD CONSTRAINT "network_groups_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_groups" ADD CONSTRAINT "network_groups_lio_id_asked_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","asked_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_watches" ADD CONSTRAINT "network_watches_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_watches" ADD CONSTRAINT "network_watches_lio_id_network_id_networks_lio_id_id_fk" FOREIGN KEY ("lio_id","network_id") REFERENCES "public"."networks"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_watches" ADD CONSTRAINT "network_watches_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "networks" ADD CONSTRAINT "networks_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_lio_id_topic_id_topics_lio_id_id_fk" FOREIGN KEY ("lio_id","topic_id") REFERENCES "public"."topics"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_reads" ADD CONSTRAINT "topic_reads_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_reads" ADD CONSTRAINT "topic_reads_lio_id_topic_id_topics_lio_id_id_fk" FOREIGN KEY ("lio_id","topic_id") REFERENCES "public"."topics"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_reads" ADD CONSTRAINT "topic_reads_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_lio_id_network_id_networks_lio_id_id_fk" FOREIGN KEY ("lio_id","network_id") REFERENCES "public"."networks"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask_passages" ADD CONSTRAINT "ask_passages_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask_passages" ADD CONSTRAINT "ask_passages_lio_id_ask_id_asks_lio_id_id_fk" FOREIGN KEY ("lio_id","ask_id") REFERENCES "public"."asks"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask_passages" ADD CONSTRAINT "ask_passages_lio_id_passage_id_passages_lio_id_id_fk" FOREIGN KEY ("lio_id","passage_id") REFERENCES "public"."passages"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_lio_id_representation_id_representations_lio_id_id_fk" FOREIGN KEY ("lio_id","representation_id") REFERENCES "public"."representations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "loop_letters" ADD CONSTRAINT "loop_letters_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "loop_letters" ADD CONSTRAINT "loop_letters_lio_id_representation_id_representations_lio_id_id_fk" FOREIGN KEY ("lio_id","representation_id") REFERENCES "public"."representations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "loop_letters" ADD CONSTRAINT "loop_letters_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representation_versions" ADD CONSTRAINT "representation_versions_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representation_versions" ADD CONSTRAINT "representation_versions_lio_id_representation_id_representations_lio_id_id_fk" FOREIGN KEY ("lio_id","representation_id") REFERENCES "public"."representations"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representation_versions" ADD CONSTRAINT "representation_versions_lio_id_published_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","published_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representations" ADD CONSTRAINT "representations_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representations" ADD CONSTRAINT "representations_lio_id_body_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","body_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representations" ADD CONSTRAINT "representations_lio_id_consultation_id_consultations_lio_id_id_fk" FOREIGN KEY ("lio_id","consultation_id") REFERENCES "public"."consultations"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representations" ADD CONSTRAINT "representations_lio_id_created_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","created_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_groups" ADD CONSTRAINT "session_groups_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_groups" ADD CONSTRAINT "session_groups_lio_id_session_id_sessions_lio_id_id_fk" FOREIGN KEY ("lio_id","session_id") REFERENCES "public"."sessions"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_groups" ADD CONSTRAINT "session_groups_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_people" ADD CONSTRAINT "session_people_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_people" ADD CONSTRAINT "session_people_lio_id_session_id_sessions_lio_id_id_fk" FOREIGN KEY ("lio_id","session_id") REFERENCES "public"."sessions"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_people" ADD CONSTRAINT "session_people_lio_id_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_lio_id_by_person_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","by_person_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_lio_id_lios_id_fk" FOREIGN KEY ("lio_id") REFERENCES "public"."lios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_lio_id_group_id_groups_lio_id_id_fk" FOREIGN KEY ("lio_id","group_id") REFERENCES "public"."groups"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_lio_id_session_id_sessions_lio_id_id_fk" FOREIGN KEY ("lio_id","session_id") REFERENCES "public"."sessions"("lio_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_lio_id_assignee_id_people_lio_id_id_fk" FOREIGN KEY ("lio_id","assignee_id") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_lio_id_created_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","created_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_lio_id_done_by_people_lio_id_id_fk" FOREIGN KEY ("lio_id","done_by") REFERENCES "public"."people"("lio_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "auth_sessions_user" ON "auth_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "answers_question" ON "answers" USING btree ("lio_id","question_id");--> statement-breakpoint
CREATE UNIQUE INDEX "codes_name" ON "codes" USING btree ("lio_id","consultation_id","name");--> statement-breakpoint
CREATE INDEX "consultations_closes" ON "consultations" USING btree ("lio_id","closes_at");--> statement-breakpoint
CREATE INDEX "invitations_group" ON "invitations" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "passage_codes_code" ON "passage_codes" USING btree ("lio_id","code_id");--> statement-breakpoint
CREATE INDEX "passages_response" ON "passages" USING btree ("lio_id","response_id");--> statement-breakpoint
CREATE INDEX "passages_group" ON "passages" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "questions_consultation" ON "questions" USING btree ("lio_id","consultation_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "responses_one_a_group" ON "responses" USING btree ("lio_id","consultation_id","group_id");--> statement-breakpoint
CREATE INDEX "responses_group" ON "responses" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "digests_once" ON "digests" USING btree ("lio_id","person_id","period");--> statement-breakpoint
CREATE INDEX "letters_waiting" ON "letters" USING btree ("lio_id","next_try_at") WHERE sent_at is null and skipped is null and failed_at is null and uncertain_at is null;--> statement-breakpoint
CREATE INDEX "letters_created" ON "letters" USING btree ("lio_id","created_at");--> statement-breakpoint
CREATE INDEX "letters_person" ON "letters" USING btree ("lio_id","person_id","created_at");--> statement-breakpoint
CREATE INDEX "letters_batch" ON "letters" USING btree ("lio_id","batch_id");--> statement-breakpoint
CREATE INDEX "areas_code" ON "areas" USING btree ("lio_id","code");--> statement-breakpoint
CREATE INDEX "group_areas_area" ON "group_areas" USING btree ("lio_id","area_id","group_id");--> statement-breakpoint
CREATE INDEX "group_identifiers_group" ON "group_identifiers" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "group_identifiers_value" ON "group_identifiers" USING btree ("lio_id","register","value");--> statement-breakpoint
CREATE INDEX "group_terms_term" ON "group_terms" USING btree ("lio_id","term_id","group_id");--> statement-breakpoint
CREATE INDEX "groups_name" ON "groups" USING btree ("lio_id","name","id");--> statement-breakpoint
CREATE INDEX "groups_stage" ON "groups" USING btree ("lio_id","stage","name","id");--> statement-breakpoint
CREATE INDEX "groups_district" ON "groups" USING btree ("lio_id","district_code","name","id");--> statement-breakpoint
CREATE INDEX "groups_ward" ON "groups" USING btree ("lio_id","ward_code");--> statement-breakpoint
CREATE INDEX "groups_name_key" ON "groups" USING btree ("lio_id","name_key");--> statement-breakpoint
CREATE INDEX "groups_postcode" ON "groups" USING btree ("lio_id","postcode");--> statement-breakpoint
CREATE INDEX "groups_email" ON "groups" USING btree ("lio_id","email");--> statement-breakpoint
CREATE INDEX "groups_last_contact" ON "groups" USING btree ("lio_id","last_contact_on");--> statement-breakpoint
CREATE INDEX "saved_views_person" ON "saved_views" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "terms_list" ON "terms" USING btree ("lio_id","list","name");--> statement-breakpoint
CREATE INDEX "import_rows_verdict" ON "import_rows" USING btree ("lio_id","import_id","verdict","row");--> statement-breakpoint
CREATE INDEX "imports_created" ON "imports" USING btree ("lio_id","created_at");--> statement-breakpoint
CREATE INDEX "events_group" ON "events" USING btree ("lio_id","group_id","at","id");--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("lio_id","subject_kind","subject_id","at");--> statement-breakpoint
CREATE INDEX "events_at" ON "events" USING btree ("lio_id","at");--> statement-breakpoint
CREATE INDEX "submissions_created" ON "submissions" USING btree ("lio_id","created_at");--> statement-breakpoint
CREATE INDEX "need_asks_ask" ON "need_asks" USING btree ("lio_id","ask_id");--> statement-breakpoint
CREATE INDEX "need_evidence_need" ON "need_evidence" USING btree ("lio_id","need_id");--> statement-breakpoint
CREATE INDEX "need_evidence_session" ON "need_evidence" USING btree ("lio_id","session_id");--> statement-breakpoint
CREATE INDEX "need_evidence_response" ON "need_evidence" USING btree ("lio_id","response_id");--> statement-breakpoint
CREATE INDEX "need_evidence_passage" ON "need_evidence" USING btree ("lio_id","passage_id");--> statement-breakpoint
CREATE INDEX "need_evidence_topic" ON "need_evidence" USING btree ("lio_id","topic_id");--> statement-breakpoint
CREATE INDEX "need_groups_group" ON "need_groups" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "needs_opened" ON "needs" USING btree ("lio_id","created_at");--> statement-breakpoint
CREATE INDEX "mentions_person" ON "mentions" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "mentions_post" ON "mentions" USING btree ("lio_id","post_id");--> statement-breakpoint
CREATE INDEX "network_groups_group" ON "network_groups" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "networks_name" ON "networks" USING btree ("lio_id","name");--> statement-breakpoint
CREATE INDEX "posts_topic" ON "posts" USING btree ("lio_id","topic_id","created_at","id");--> statement-breakpoint
CREATE INDEX "topics_network" ON "topics" USING btree ("lio_id","network_id","last_post_at");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("lio_id","email");--> statement-breakpoint
CREATE INDEX "people_name" ON "people" USING btree ("lio_id","name");--> statement-breakpoint
CREATE INDEX "roles_person" ON "roles" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "roles_group" ON "roles" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "places_district" ON "places" USING btree ("district_code");--> statement-breakpoint
CREATE INDEX "ask_passages_passage" ON "ask_passages" USING btree ("lio_id","passage_id");--> statement-breakpoint
CREATE INDEX "asks_representation" ON "asks" USING btree ("lio_id","representation_id","position");--> statement-breakpoint
CREATE INDEX "loop_letters_group" ON "loop_letters" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "representations_body" ON "representations" USING btree ("lio_id","body_id");--> statement-breakpoint
CREATE INDEX "representations_consultation" ON "representations" USING btree ("lio_id","consultation_id");--> statement-breakpoint
CREATE INDEX "search_entries_folded" ON "search_entries" USING gin ("lio_id","kind","folded" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "search_entries_words" ON "search_entries" USING gin ("lio_id","kind","words");--> statement-breakpoint
CREATE INDEX "session_groups_group" ON "session_groups" USING btree ("lio_id","group_id","session_id");--> statement-breakpoint
CREATE INDEX "sessions_on" ON "sessions" USING btree ("lio_id","on","id");--> statement-breakpoint
CREATE INDEX "sessions_by" ON "sessions" USING btree ("lio_id","by_person_id","on");--> statement-breakpoint
CREATE INDEX "tasks_assignee" ON "tasks" USING btree ("lio_id","assignee_id","done_at","due_on");--> statement-breakpoint
CREATE INDEX "tasks_group" ON "tasks" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "tasks_session" ON "tasks" USING btree ("lio_id","session_id");