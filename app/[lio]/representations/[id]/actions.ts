"use server"

import { submit } from "@/app/_http/submit"
import { answerPartner, askPartner, dropPartner } from "@/lib/representations/joint/commands"
import { answerPartnerInput, askPartnerInput } from "@/lib/representations/joint/input"
import { addPin, dropPin } from "@/lib/representations/pins/commands"
import { addPinInput, pinIdInput } from "@/lib/representations/pins/input"
import { recordSignOff } from "@/lib/representations/signing/commands"
import { signOffInput } from "@/lib/representations/signing/input"
import { addPart, changePart, dropPart, movePart } from "@/lib/representations/text/commands"
import { addPartInput, changePartInput, movePartInput, partIdInput } from "@/lib/representations/text/input"
import { remark, settleRemark } from "@/lib/representations/together/commands"
import { remarkInput, settleInput } from "@/lib/representations/together/input"
import { say } from "@/lib/words"

const at = (lio: string, id: string, part?: string) =>
  `/${lio}/representations/${id}/text${part ? `?part=${part}#part` : ""}`

/** Adds a heading or a paragraph. */
export const addPartForm = submit("addPart", addPartInput, addPart, ({ id, representationId }, { lio }) => ({
  to: at(lio, representationId, id),
  banner: { text: say("Added.") },
}))
/** Rewords one. */
export const changePartForm = submit(
  "changePart",
  changePartInput,
  changePart,
  ({ id, representationId }, { lio }) => ({
    to: at(lio, representationId, id),
    banner: { text: say("Saved.") },
  }),
)
/** Moves one. */
export const movePartForm = submit(
  "movePart",
  movePartInput,
  movePart,
  ({ id, representationId }, { lio }) => ({
    to: at(lio, representationId, id),
  }),
)
/** Takes one out. */
export const dropPartForm = submit("dropPart", partIdInput, dropPart, ({ representationId }, { lio }) => ({
  to: at(lio, representationId),
  banner: { text: say("Removed. It stays in published versions.") },
}))

type Place = { representationId: string; partId?: string | null; askId?: string | null }
const pins = (lio: string, { representationId, partId, askId }: Place) =>
  `/${lio}/representations/${representationId}/pin?${partId ? `part=${partId}` : `ask=${askId}`}`

/** Pins something behind a paragraph or an ask. */
export const addPinForm = submit("addPin", addPinInput, addPin, (made, { lio }) => ({
  to: pins(lio, made),
  banner: { text: say("Pinned.") },
}))
/** Takes it off. */
export const dropPinForm = submit("dropPin", pinIdInput, dropPin, (gone, { lio }) => ({
  to: pins(lio, gone),
  banner: { text: say("Removed.") },
}))

const together = (lio: string, id: string) => `/${lio}/representations/${id}/together`
/** Says something of the paper, or suggests other words. */
export const remarkForm = submit("remarkOnPaper", remarkInput, remark, ({ representationId }, { lio }) => ({
  to: together(lio, representationId),
  banner: { text: say("Added. Whoever is writing the paper will see it here.") },
}))
/** Takes a suggestion over or declines it, or ticks a remark off. */
export const settleRemarkForm = submit(
  "settleRemark",
  settleInput,
  settleRemark,
  ({ representationId }, { lio }) => ({
    to: together(lio, representationId),
    banner: { text: say("Done.") },
  }),
)
/** Notes who signed off the paper. */
export const signPaperForm = submit("recordSignOff", signOffInput, recordSignOff, ({ id }, { lio }) => ({
  to: `/${lio}/representations/${id}/publish`,
  banner: {
    text: say("The sign-off has been noted. If the words change, the paper needs signing off again."),
  },
}))

const paper = (lio: string, id: string) => `/${lio}/representations/${id}#joint`
/** Asks another LIO to stand behind the paper. */
export const askPartnerForm = submit("askPartner", askPartnerInput, askPartner, ({ id, name }, { lio }) => ({
  to: paper(lio, id),
  banner: {
    text: say("You’ve asked {name}. They’ll find the published version under Representations.", { name }),
  },
}))
/** Stops asking one. */
export const dropPartnerForm = submit("dropPartner", askPartnerInput, dropPartner, ({ id }, { lio }) => ({
  to: paper(lio, id),
  banner: { text: say("You’ve stopped asking them.") },
}))
/** Answers another LIO. */
export const answerPartnerForm = submit(
  "answerPartner",
  answerPartnerInput,
  answerPartner,
  ({ agrees, title }, { lio }) => ({
    to: `/${lio}/representations`,
    banner: {
      text: agrees
        ? say("Your organisation’s name is now on “{title}”.", { title })
        : say("Your organisation’s name isn’t on “{title}”.", { title }),
    },
  }),
)
