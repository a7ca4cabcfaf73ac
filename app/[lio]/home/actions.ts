"use server"

import { z } from "zod"
import { submit } from "@/app/_http/submit"
import { dismissChecklist } from "@/lib/home/starting/commands"
import { say } from "@/lib/words"

/** Takes the checklist off Today. */
export const dismissChecklistForm = submit(
  "dismissChecklist",
  z.object({}),
  dismissChecklist,
  (id, { lio }) => ({
    to: `/${lio}/home`,
    banner: {
      text: say("Dismissed the checklist. You can bring it back in Settings, under Getting started."),
      undo: { what: "checklist", id, back: `/${lio}/home` },
    },
  }),
)
