ALTER TABLE "answer_revisions" ADD COLUMN "audience" text DEFAULT 'staff' NOT NULL;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "audience" text DEFAULT 'staff' NOT NULL;--> statement-breakpoint
ALTER TABLE "response_versions" ADD COLUMN "audience" text DEFAULT 'staff' NOT NULL;--> statement-breakpoint
ALTER TABLE "terms" ADD COLUMN "shown_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "audience" text DEFAULT 'staff' NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "audience" text DEFAULT 'staff' NOT NULL;--> statement-breakpoint
ALTER TABLE "events" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "posts" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "answers" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "answer_revisions" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "response_versions" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "topics" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "responses" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "events" SET "audience" = 'group:' || "group_id" WHERE "group_id" IS NOT NULL AND "what" IN ('ask.added', 'ask.changed', 'ask.dropped', 'ask.outcome', 'ask.replied', 'consultation.changed', 'consultation.closed', 'consultation.extended', 'consultation.finished', 'consultation.opened', 'consultation.planned', 'consultation.question_added', 'consultation.question_changed', 'consultation.question_moved', 'consultation.question_removed', 'consultation.removed', 'group.added', 'group.changed', 'group.closed', 'group.confirm_asked', 'group.confirm_reminded', 'group.confirmed', 'group.imported', 'group.merged', 'group.placed', 'group.proposal_decided', 'group.proposal_withdrawn', 'group.proposed', 'group.removed', 'group.restored', 'group.sizes', 'group.unmerged', 'invitation.declined', 'invitation.reminded', 'membership.accepted', 'membership.asked', 'membership.begun', 'membership.changed', 'membership.ended', 'membership.paid', 'membership.refused', 'membership.renewed', 'membership.taken_back', 'network.asked', 'network.changed', 'network.closed', 'network.joined', 'network.left', 'network.opened', 'network.reopened', 'network.turned_away', 'network.unasked', 'person.added', 'person.came_back', 'person.changed', 'person.left', 'post.edited', 'post.hidden', 'post.reported', 'post.shown', 'post.written', 'representation.acknowledged', 'representation.changed', 'representation.closed', 'representation.published', 'representation.reopened', 'representation.sent', 'representation.started', 'representation.withdrawn', 'response.begun', 'response.consent', 'response.signed_off', 'role.declined', 'role.ended', 'role.given', 'role.invitation_withdrawn', 'role.invited', 'role.speaking', 'topic.closed', 'topic.concluded', 'topic.pinned', 'topic.reopened', 'topic.started', 'topic.unpinned');--> statement-breakpoint
UPDATE "posts" SET "audience" = 'network:' || t."network_id" FROM "topics" t WHERE t."lio_id" = "posts"."lio_id" AND t."id" = "posts"."topic_id";--> statement-breakpoint
UPDATE "answers" SET "audience" = 'group:' || r."group_id" FROM "responses" r WHERE r."lio_id" = "answers"."lio_id" AND r."id" = "answers"."response_id";--> statement-breakpoint
UPDATE "answer_revisions" SET "audience" = 'group:' || r."group_id" FROM "responses" r WHERE r."lio_id" = "answer_revisions"."lio_id" AND r."id" = "answer_revisions"."response_id";--> statement-breakpoint
UPDATE "response_versions" SET "audience" = 'group:' || r."group_id" FROM "responses" r WHERE r."lio_id" = "response_versions"."lio_id" AND r."id" = "response_versions"."response_id";--> statement-breakpoint
ALTER TABLE "events" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "posts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "answers" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "answer_revisions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "response_versions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "topics" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "responses" FORCE ROW LEVEL SECURITY;
