"use server"

import { z } from "zod"
import { submit, submitOutside } from "@/app/_http/submit"
import {
  addAsk,
  changeAsk,
  dropAsk,
  moveAsk,
  pinPassage,
  unpinPassage,
} from "@/lib/representations/asks/commands"
import { chaseReply } from "@/lib/representations/chasing/commands"
import { chaseInput } from "@/lib/representations/chasing/input"
import {
  acknowledgeRepresentation,
  changeRepresentation,
  startRepresentation,
} from "@/lib/representations/commands"
import {
  askInput,
  changeAskInput,
  changeRepresentationInput,
  closeRepresentationInput,
  moveAskInput,
  pinInput,
  publishInput,
  reopenInput,
  representationInput,
  withdrawInput,
} from "@/lib/representations/input"
import {
  acceptAcknowledgement,
  acceptProposal,
  acknowledgeByLink,
  answerByLink,
  refuseProposal,
} from "@/lib/representations/officer/commands"
import {
  acceptAcknowledgementInput,
  acceptInput,
  acknowledgeByLinkInput,
  answerByLinkInput,
  endLinkInput,
  refuseInput,
  replyLinkInput,
} from "@/lib/representations/officer/input"
import { endReplyLink, makeReplyLink } from "@/lib/representations/officer/links/commands"
import { byReplyLink } from "@/lib/representations/officer/queries"
import { closeOrTry, reopenRepresentation } from "@/lib/representations/outcomes/commands"
import { publishRepresentation, withdrawVersion } from "@/lib/representations/publishing/commands"
import { recordAskOutcome, recordReply } from "@/lib/representations/replies/commands"
import { askOutcomeInput, replyInput } from "@/lib/representations/replies/input"
import { addBodyComment } from "@/lib/representations/scorecard/commands"
import { bodyCommentInput } from "@/lib/representations/scorecard/input"
import { sendRepresentation } from "@/lib/representations/sending/commands"
import { sendInput } from "@/lib/representations/sending/input"
import { versionPath } from "@/lib/representations/versions/citing/words"
import { inWords, say, sayCount } from "@/lib/words"

const one = z.object({ id: z.uuid() })
const to = (lio: string, id: string, text: string) => ({
  to: `/${lio}/representations/${id}`,
  banner: { text },
})

/** A form that was only tried: it stays as it is typed. */
const stays = (lio: string, text: string) => ({
  ...{ to: "", stays: true as const },
  banner: { text, links: [{ label: say("See what it says"), href: `/${lio}/emails/test` }] },
})

/** Begins a representation. */
export const startForm = submit(
  "startRepresentation",
  representationInput,
  startRepresentation,
  ({ id }, { lio }) => to(lio, id, say("Saved. Now add what you ask for.")),
)
/** Changes what it says before its asks. */
export const changeForm = submit(
  "changeRepresentation",
  changeRepresentationInput,
  changeRepresentation,
  ({ id }, { lio }) => to(lio, id, say("Saved.")),
)
/** Freezes a version. */
export const publishForm = submit(
  "publishRepresentation",
  publishInput,
  publishRepresentation,
  ({ id, version }, { lio }) => ({
    to: `/${lio}/representations/${id}`,
    banner: {
      text: say("Version {version} is published and will not change.", { version }),
      links: [{ label: say("See it as everybody does"), href: versionPath(lio, id, version) }],
    },
  }),
)
/** Sends it, notes that it went, or first emails it to oneself. */
export const sentForm = submit(
  "sendRepresentation",
  sendInput,
  sendRepresentation,
  ({ id, tried, emailed }, { lio }) =>
    tried
      ? stays(lio, say("We’ve sent a test to {email}. Nobody else has been emailed.", { email: tried }))
      : to(
          lio,
          id,
          emailed
            ? say("It’s on its way to {emailed}. A reply is now awaited.", { emailed })
            : say("Marked as sent. A reply is now awaited."),
        ),
)
/** Notes that the body has it. */
export const acknowledgeForm = submit(
  "acknowledgeRepresentation",
  one,
  acknowledgeRepresentation,
  ({ id }, { lio }) => to(lio, id, say("Noted.")),
)
/** Ends it and tells every group that spoke, or sends oneself what they would get. */
export const closeForm = submit(
  "closeRepresentation",
  closeRepresentationInput,
  closeOrTry,
  ({ id, tried, done }, { lio }) =>
    tried
      ? stays(lio, say("We’ve emailed {email} what {group} would get. Nobody else has been told.", tried))
      : to(lio, id, done ? toldInWords(done) : say("Closed.")),
)
const toldInWords = ({ told, unreached }: { told: number; unreached: string[] }) =>
  `${sayCount(told, { one: "Closed. {count} group is told what came of it.", other: "Closed. {count} groups are told what came of it." })}${unreached.length > 0 ? ` ${say("Nobody can be emailed at {unreached}: please ring them.", { unreached: inWords(unreached) })}` : ""}`
/** Opens it again. */
export const reopenForm = submit(
  "reopenRepresentation",
  reopenInput,
  reopenRepresentation,
  ({ id }, { lio }) => to(lio, id, say("Reopened.")),
)
/** Takes a published version back. */
export const withdrawForm = submit(
  "withdrawVersion",
  withdrawInput,
  withdrawVersion,
  ({ id, version }, { lio }) => to(lio, id, say("Version {version} is withdrawn.", { version })),
)

const onAsk = (lio: string, representationId: string, askId: string, at = "") =>
  `/${lio}/representations/${representationId}?ask=${askId}${at}`

/** Adds an ask. */
export const addAskForm = submit("addAsk", askInput, addAsk, ({ id, representationId, number }, { lio }) => ({
  to: onAsk(lio, representationId, id),
  banner: { text: say("Added ask {number}. Now pin the words it’s based on.", { number }) },
}))
/** Says an ask better. */
export const changeAskForm = submit(
  "changeAsk",
  changeAskInput,
  async (ctx, input) => ({ ...(await changeAsk(ctx, input)), id: input.id }),
  ({ representationId, id }, { lio }) => ({
    to: onAsk(lio, representationId, id),
    banner: { text: say("Saved.") },
  }),
)
/** Moves an ask. */
export const moveAskForm = submit(
  "moveAsk",
  moveAskInput,
  moveAsk,
  ({ id, representationId, number }, { lio }) => ({
    to: onAsk(lio, representationId, id),
    banner: { text: say("It’s ask {number} now", { number }) },
  }),
)
/** Takes an ask out. */
export const dropAskForm = submit("dropAsk", one, dropAsk, ({ representationId }, { lio }) =>
  to(lio, representationId, say("The ask is removed.")),
)
/** Pins evidence. */
export const pinForm = submit(
  "pinPassage",
  pinInput,
  async (ctx, input) => ({ ...(await pinPassage(ctx, input)), ...input }),
  ({ representationId, askId }, { lio }) => ({ to: onAsk(lio, representationId, askId, "#evidence") }),
)
/** Takes evidence off. */
export const unpinForm = submit(
  "unpinPassage",
  pinInput,
  async (ctx, input) => ({ ...(await unpinPassage(ctx, input)), ...input }),
  ({ representationId, askId }, { lio }) => ({ to: onAsk(lio, representationId, askId, "#evidence") }),
)
/** Enters a reply. */
export const replyForm = submit("recordReply", replyInput, recordReply, ({ representationId }, { lio }) =>
  to(lio, representationId, say("The reply is entered.")),
)
/** Enters what then happened. */
export const askOutcomeForm = submit(
  "recordAskOutcome",
  askOutcomeInput,
  recordAskOutcome,
  ({ representationId }, { lio }) => to(lio, representationId, say("Saved.")),
)
/** Reminds the body by email, or first oneself. */
export const chaseForm = submit("chaseReply", chaseInput, chaseReply, ({ id, tried, to: who }, { lio }) =>
  tried
    ? stays(
        lio,
        say("We’ve sent a test of the reminder to {email}. Nobody else has been emailed.", { email: tried }),
      )
    : to(lio, id, say("The reminder to {who} is on its way.", { who: who ?? "" })),
)
/** Makes a link by which somebody at the body can answer. */
export const makeLinkForm = submit("makeReplyLink", replyLinkInput, makeReplyLink, ({ id }, { lio }) => ({
  to: `/${lio}/representations/${id}#sent-to`,
  banner: { text: say("The link is ready. Copy it from below and send it to them.") },
}))
/** Ends such a link. */
export const endLinkForm = submit(
  "endReplyLink",
  endLinkInput,
  endReplyLink,
  ({ representationId }, { lio }) => to(lio, representationId, say("The link has been turned off.")),
)
/** Files what the body entered. */
export const acceptProposalForm = submit(
  "acceptProposal",
  acceptInput,
  acceptProposal,
  ({ representationId }, { lio }) => to(lio, representationId, say("The reply has been recorded.")),
)
/** Notes that the body has the paper, as it said. */
export const acceptAcknowledgementForm = submit(
  "acceptAcknowledgement",
  acceptAcknowledgementInput,
  acceptAcknowledgement,
  ({ representationId }, { lio }) => to(lio, representationId, say("Noted.")),
)
/** Doesn’t file what the body entered. */
export const refuseProposalForm = submit(
  "refuseProposal",
  refuseInput,
  refuseProposal,
  ({ representationId }, { lio }) =>
    to(lio, representationId, say("It won’t be recorded. They can read why.")),
)

const atLink = (lio: string, key: string, more: Record<string, string>) =>
  `/${lio}/representations/reply?${new URLSearchParams({ key, ...more })}`
/** Somebody at the body says that it has the paper. */
export const acknowledgeByLinkForm = submitOutside(acknowledgeByLinkInput, async ({ lio, key, sender }) => {
  await byReplyLink({ lio, key }, (ctx, paper) => acknowledgeByLink(ctx, paper, sender))
  return atLink(lio, key, { told: "having" })
})
/** Somebody at the body answers an ask. */
export const answerByLinkForm = submitOutside(answerByLinkInput, async ({ lio, key, ...said }) => {
  await byReplyLink({ lio, key }, (ctx, paper) => answerByLink(ctx, paper, said))
  return atLink(lio, key, { told: "answer" })
})

/** Keeps what a body says of its figures. */
export const bodyCommentForm = submit(
  "addBodyComment",
  bodyCommentInput,
  addBodyComment,
  ({ bodyId }, { lio }) => ({
    to: `/${lio}/representations/scorecard?body=${bodyId}`,
    banner: { text: say("What they say is now shown beside their figures.") },
  }),
)
