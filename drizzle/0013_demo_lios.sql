ALTER TABLE "lios" ADD COLUMN "demo" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "lios" SET "demo" = true WHERE ("slug" = 'demo' AND "email" = 'hello@aldervale-cvs.example')
  OR ("slug" = 'other' AND EXISTS (SELECT FROM "hats" h WHERE h."lio_id" = "lios"."id" AND h."email" = 'manager@other.example'));
