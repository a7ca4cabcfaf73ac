"use server"

import { submit } from "@/app/_http/submit"
import {
  confirmGuide,
  giveGuide,
  hideGuide,
  restoreGuide,
  retireGuide,
  showGuide,
} from "@/lib/guides/commands"
import {
  changeGuideInput,
  confirmGuideInput,
  draftInput,
  guideFields,
  guideInput,
  guideOwnerInput,
  publishGuideInput,
  sendGuideInput,
} from "@/lib/guides/input"
import {
  changeGuide,
  checkGuide,
  discardGuide,
  publishGuide,
  replaceGuide,
  sendForCheck,
  startGuide,
} from "@/lib/guides/writing/commands"
import { sendGuide } from "@/lib/mailings/guides/commands"
import { say, sayCount } from "@/lib/words"

const all = (lio: string) => `/${lio}/guides/manage`
const one = (lio: string, slug: string) => `${all(lio)}/${slug}`

/** Begins a guide of the LIO's own. */
export const startGuideForm = submit("startGuide", guideFields, startGuide, ({ slug }, { lio }) => ({
  to: one(lio, slug),
  banner: { text: say("Saved as a draft. Only staff can see it.") },
}))
/** Begins one in place of the installation's. */
export const replaceGuideForm = submit("replaceGuide", guideInput, replaceGuide, ({ slug }, { lio }) => ({
  to: `${one(lio, slug)}/edit`,
  banner: {
    text: say("This is your own copy now. The one that came with Trellis is shown until you publish yours."),
  },
}))
/** Keeps what is being written. */
export const changeGuideForm = submit(
  "changeGuide",
  changeGuideInput,
  changeGuide,
  ({ slug, changed }, { lio }) => ({
    to: one(lio, slug),
    banner: {
      text: changed
        ? say("Saved as a draft. Only staff can see it.")
        : say("Nothing was different, so nothing changed"),
    },
  }),
)
/** Asks for it to be checked. */
export const sendForCheckForm = submit("sendForCheck", draftInput, sendForCheck, ({ slug }, { lio }) => ({
  to: one(lio, slug),
  banner: { text: say("Your colleagues can now see that it’s waiting to be checked.") },
}))
/** Says that it is right. */
export const checkGuideForm = submit("checkGuide", draftInput, checkGuide, ({ slug }, { lio }) => ({
  to: one(lio, slug),
  banner: { text: say("Checked. It can be published now.") },
}))
/** Publishes it. */
export const publishGuideForm = submit(
  "publishGuide",
  publishGuideInput,
  publishGuide,
  ({ slug, title }, { lio }) => ({
    to: one(lio, slug),
    banner: { text: say("“{title}” is on your public pages now", { title }) },
  }),
)
/** Throws away what was written since the last version. */
export const discardGuideForm = submit(
  "discardGuide",
  draftInput,
  discardGuide,
  ({ title, gone }, { lio, form }) => ({
    to: gone ? all(lio) : one(lio, String(form.get("slug"))),
    banner: {
      text: gone
        ? say("Discarded “{title}”", { title })
        : say("Discarded the changes to “{title}”", { title }),
    },
  }),
)
/** Says that a guide is still right. */
export const confirmGuideForm = submit(
  "confirmGuide",
  confirmGuideInput,
  confirmGuide,
  ({ slug }, { lio }) => ({
    to: one(lio, slug),
    banner: { text: say("Readers can now see that it was checked today.") },
  }),
)
/** Says who looks after a guide. */
export const giveGuideForm = submit("giveGuide", guideOwnerInput, giveGuide, ({ slug }, { lio }) => ({
  to: one(lio, slug),
  banner: { text: say("Saved") },
}))
/** Takes an own guide off the pages. */
export const retireGuideForm = submit("retireGuide", guideInput, retireGuide, ({ title }, { lio }) => ({
  to: all(lio),
  banner: { text: say("“{title}” is retired. You can restore it from its page.", { title }) },
}))
/** Puts it back. */
export const restoreGuideForm = submit("restoreGuide", guideInput, restoreGuide, ({ title }, { lio }) => ({
  to: all(lio),
  banner: { text: say("“{title}” is back", { title }) },
}))
/** Takes a guide of the installation off the pages. */
export const hideGuideForm = submit("hideGuide", guideInput, hideGuide, ({ title }, { lio }) => ({
  to: all(lio),
  banner: { text: say("“{title}” isn’t on your pages any more", { title }) },
}))
/** Shows it again. */
export const showGuideForm = submit("showGuide", guideInput, showGuide, ({ title }, { lio }) => ({
  to: all(lio),
  banner: { text: say("“{title}” is on your pages again", { title }) },
}))
/** Sends a guide to groups by email. */
export const sendGuideForm = submit("sendGuide", sendGuideInput, sendGuide, ({ slug, people }, { lio }) => ({
  to: one(lio, slug),
  banner: {
    text: sayCount(people, { one: "Sent to {count} person", other: "Sent to {count} people" }),
  },
}))
