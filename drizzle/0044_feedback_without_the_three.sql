ALTER TABLE "event_feedback" ALTER COLUMN "answers" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "event_feedback" DROP COLUMN "useful";--> statement-breakpoint
ALTER TABLE "event_feedback" DROP COLUMN "change";--> statement-breakpoint
ALTER TABLE "event_feedback" DROP COLUMN "better";