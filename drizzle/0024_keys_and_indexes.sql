DROP INDEX "files_removed_by";--> statement-breakpoint
CREATE INDEX "auth_providers_user" ON "auth_providers" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "answer_revisions_question" ON "answer_revisions" USING btree ("lio_id","question_id");--> statement-breakpoint
CREATE INDEX "answer_revisions_saved_by" ON "answer_revisions" USING btree ("lio_id","saved_by");--> statement-breakpoint
CREATE INDEX "answers_saved_by" ON "answers" USING btree ("lio_id","saved_by");--> statement-breakpoint
CREATE INDEX "consultations_body" ON "consultations" USING btree ("lio_id","body_id");--> statement-breakpoint
CREATE INDEX "consultations_created_by" ON "consultations" USING btree ("lio_id","created_by");--> statement-breakpoint
CREATE INDEX "consultations_network" ON "consultations" USING btree ("lio_id","network_id");--> statement-breakpoint
CREATE INDEX "response_versions_signed_off_by" ON "response_versions" USING btree ("lio_id","signed_off_by");--> statement-breakpoint
CREATE INDEX "responses_ready_by" ON "responses" USING btree ("lio_id","ready_by");--> statement-breakpoint
CREATE INDEX "responses_signed_off_by" ON "responses" USING btree ("lio_id","signed_off_by");--> statement-breakpoint
CREATE INDEX "responses_started_by" ON "responses" USING btree ("lio_id","started_by");--> statement-breakpoint
CREATE INDEX "people_apart_other" ON "people_apart" USING btree ("lio_id","other_id");--> statement-breakpoint
CREATE INDEX "person_merges_gone" ON "person_merges" USING btree ("lio_id","gone_id");--> statement-breakpoint
CREATE INDEX "digests_letter" ON "digests" USING btree ("lio_id","letter_id");--> statement-breakpoint
CREATE INDEX "groups_main_contact" ON "groups" USING btree ("lio_id","main_contact_id");--> statement-breakpoint
CREATE INDEX "terms_merged_into" ON "terms" USING btree ("lio_id","merged_into_id");--> statement-breakpoint
CREATE INDEX "import_rows_group" ON "import_rows" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "imports_person" ON "imports" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "submissions_person" ON "submissions" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "bulk_changes_person" ON "bulk_changes" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "proposals_person" ON "proposals" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "membership_chases_by_person" ON "membership_chases" USING btree ("lio_id","by_person_id");--> statement-breakpoint
CREATE INDEX "membership_chases_to_person" ON "membership_chases" USING btree ("lio_id","to_person_id");--> statement-breakpoint
CREATE INDEX "membership_requests_membership" ON "membership_requests" USING btree ("lio_id","membership_id");--> statement-breakpoint
CREATE INDEX "membership_requests_person" ON "membership_requests" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "membership_requests_type" ON "membership_requests" USING btree ("lio_id","type_id");--> statement-breakpoint
CREATE INDEX "memberships_type" ON "memberships" USING btree ("lio_id","type_id");--> statement-breakpoint
CREATE INDEX "need_evidence_added_by" ON "need_evidence" USING btree ("lio_id","added_by");--> statement-breakpoint
CREATE INDEX "needs_area" ON "needs" USING btree ("lio_id","area_id");--> statement-breakpoint
CREATE INDEX "needs_opened_by" ON "needs" USING btree ("lio_id","opened_by");--> statement-breakpoint
CREATE INDEX "needs_theme" ON "needs" USING btree ("lio_id","theme_id");--> statement-breakpoint
CREATE INDEX "mentions_group" ON "mentions" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "network_groups_asked_by" ON "network_groups" USING btree ("lio_id","asked_by");--> statement-breakpoint
CREATE INDEX "network_watches_person" ON "network_watches" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "posts_group" ON "posts" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "posts_person" ON "posts" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "posts_reply_to" ON "posts" USING btree ("lio_id","reply_to");--> statement-breakpoint
CREATE INDEX "topic_reads_person" ON "topic_reads" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "topics_group" ON "topics" USING btree ("lio_id","group_id");--> statement-breakpoint
CREATE INDEX "topics_person" ON "topics" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "passages_created_by" ON "passages" USING btree ("lio_id","created_by");--> statement-breakpoint
CREATE INDEX "passages_question" ON "passages" USING btree ("lio_id","question_id");--> statement-breakpoint
CREATE INDEX "people_merged_into" ON "people" USING btree ("lio_id","merged_into_id");--> statement-breakpoint
CREATE INDEX "representation_versions_published_by" ON "representation_versions" USING btree ("lio_id","published_by");--> statement-breakpoint
CREATE INDEX "representation_versions_withdrawn_by" ON "representation_versions" USING btree ("lio_id","withdrawn_by");--> statement-breakpoint
CREATE INDEX "representations_created_by" ON "representations" USING btree ("lio_id","created_by");--> statement-breakpoint
CREATE INDEX "session_people_person" ON "session_people" USING btree ("lio_id","person_id");--> statement-breakpoint
CREATE INDEX "tasks_created_by" ON "tasks" USING btree ("lio_id","created_by");--> statement-breakpoint
CREATE INDEX "tasks_done_by" ON "tasks" USING btree ("lio_id","done_by");--> statement-breakpoint
CREATE INDEX "files_removed_by" ON "files" USING btree ("lio_id","removed_by");--> statement-breakpoint
ALTER TABLE "bulk_changes" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "groups" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "imports" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "people" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "posts" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "saved_views" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "submissions" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "terms" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "groups" t SET "main_contact_id" = NULL WHERE "main_contact_id" IS NOT NULL AND NOT EXISTS (SELECT FROM "people" r WHERE r."lio_id" = t."lio_id" AND r."id" = t."main_contact_id");--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_main_contact_id_fk" FOREIGN KEY ("lio_id","main_contact_id") REFERENCES "people"("lio_id","id") ON DELETE SET NULL ("main_contact_id");--> statement-breakpoint
UPDATE "people" t SET "merged_into_id" = NULL WHERE "merged_into_id" IS NOT NULL AND NOT EXISTS (SELECT FROM "people" r WHERE r."lio_id" = t."lio_id" AND r."id" = t."merged_into_id");--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_merged_into_id_fk" FOREIGN KEY ("lio_id","merged_into_id") REFERENCES "people"("lio_id","id") ON DELETE SET NULL ("merged_into_id");--> statement-breakpoint
UPDATE "terms" t SET "merged_into_id" = NULL WHERE "merged_into_id" IS NOT NULL AND NOT EXISTS (SELECT FROM "terms" r WHERE r."lio_id" = t."lio_id" AND r."id" = t."merged_into_id");--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_merged_into_id_fk" FOREIGN KEY ("lio_id","merged_into_id") REFERENCES "terms"("lio_id","id") ON DELETE SET NULL ("merged_into_id");--> statement-breakpoint
UPDATE "posts" t SET "reply_to" = NULL WHERE "reply_to" IS NOT NULL AND NOT EXISTS (SELECT FROM "posts" r WHERE r."lio_id" = t."lio_id" AND r."id" = t."reply_to");--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_reply_to_fk" FOREIGN KEY ("lio_id","reply_to") REFERENCES "posts"("lio_id","id") ON DELETE SET NULL ("reply_to");--> statement-breakpoint
UPDATE "bulk_changes" t SET "person_id" = NULL WHERE "person_id" IS NOT NULL AND NOT EXISTS (SELECT FROM "people" r WHERE r."lio_id" = t."lio_id" AND r."id" = t."person_id");--> statement-breakpoint
ALTER TABLE "bulk_changes" ADD CONSTRAINT "bulk_changes_person_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "people"("lio_id","id") ON DELETE SET NULL ("person_id");--> statement-breakpoint
UPDATE "imports" t SET "person_id" = NULL WHERE "person_id" IS NOT NULL AND NOT EXISTS (SELECT FROM "people" r WHERE r."lio_id" = t."lio_id" AND r."id" = t."person_id");--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_person_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "people"("lio_id","id") ON DELETE SET NULL ("person_id");--> statement-breakpoint
UPDATE "saved_views" t SET "person_id" = NULL WHERE "person_id" IS NOT NULL AND NOT EXISTS (SELECT FROM "people" r WHERE r."lio_id" = t."lio_id" AND r."id" = t."person_id");--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_person_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "people"("lio_id","id") ON DELETE CASCADE;--> statement-breakpoint
UPDATE "submissions" t SET "person_id" = NULL WHERE "person_id" IS NOT NULL AND NOT EXISTS (SELECT FROM "people" r WHERE r."lio_id" = t."lio_id" AND r."id" = t."person_id");--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_person_id_fk" FOREIGN KEY ("lio_id","person_id") REFERENCES "people"("lio_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "bulk_changes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "groups" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "imports" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "people" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "posts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "saved_views" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "submissions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "terms" FORCE ROW LEVEL SECURITY;
