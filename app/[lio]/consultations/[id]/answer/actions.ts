"use server"

import { submitByLink } from "@/app/_http/submit"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import { saveAnswer, tellLead } from "@/lib/consultations/answering/commands"
import {
  consentInput,
  ofGroupInput,
  openResponseInput,
  saveAnswerInput,
  signOffInput,
} from "@/lib/consultations/answering/input"
import { copyAnswer, declineToAnswer, signOffResponse } from "@/lib/consultations/signing/commands"
import { changeConsent } from "@/lib/consultations/signing/consent/commands"
import { giveVote, proposeStatement } from "@/lib/consultations/statements/commands"
import { proposeInput, voteInput } from "@/lib/consultations/statements/input"
import { removeComment, sayComment, setSigningRule } from "@/lib/consultations/together/commands"
import { commentInput, removeCommentInput, signingRuleInput } from "@/lib/consultations/together/input"
import { say, sayCount } from "@/lib/words"

/** Where one is led who comes back another time. */
function later(
  lio: string,
  { id, group, behalf, sent }: { id: string; group: string | null; behalf: boolean; sent: boolean },
) {
  if (!behalf) return { to: addressOf(lio, id, "saved", { group }) }
  return {
    to: addressOf(lio, id, "reach"),
    banner: {
      text: sent
        ? say("Saved, not sent: what was sent before counts.")
        : say("Saved. Nothing has been sent yet."),
    },
  }
}

export const saveAnswerForm = submitByLink("saveAnswer", saveAnswerInput, saveAnswer, (saved, { lio }) => {
  const { id, group, button, next, behalf, sent } = saved
  if (button === "later") return later(lio, { id, group, behalf, sent })
  const question = button === "next" ? next : null
  return { to: addressOf(lio, id, question ? "answer" : "check", { group, question }) }
})

/** One statement voted on; on to the next, or back to the list it was changed from. */
export const voteForm = submitByLink("giveVote", voteInput, giveVote, (saved, { lio, form }) => {
  const { id, group, number, button, next, behalf, sent } = saved
  if (button === "later") return later(lio, { id, group, behalf, sent })
  if (form.get("from") === "check")
    return { to: addressOf(lio, id, "answer", { group, question: number, from: "check" }) }
  return { to: addressOf(lio, id, next ? "answer" : "check", { group, question: next }) }
})

/** A statement of the group’s own put forward. */
export const proposeForm = submitByLink(
  "proposeStatement",
  proposeInput,
  proposeStatement,
  ({ id, group, number }, { lio }) => ({
    to: addressOf(lio, id, "answer", { group, question: number }),
    banner: { text: say("Thank you. We’ll read your statement before we show it to other groups.") },
  }),
)

export const tellLeadForm = submitByLink(
  "tellLead",
  openResponseInput,
  tellLead,
  ({ id, group, leads }, { lio }) => ({
    to: addressOf(lio, id, "check", { group }),
    banner: {
      text:
        leads === 1
          ? say("We have emailed the lead of your group. They will read the answers and send them.")
          : say(
              "We have emailed the {leads} leads of your group. One of them will read the answers and send them.",
              { leads },
            ),
    },
  }),
)

/** What was left out on sending, because its question isn’t asked any more. */
const leftOut = (dropped: number) =>
  dropped > 0
    ? sayCount(dropped, {
        one: "One earlier answer was left out, because its question isn’t for this group any more.",
        other:
          "{count} earlier answers were left out, because their questions aren’t for this group any more.",
      })
    : ""

export const signOffForm = submitByLink("signOffResponse", signOffInput, signOffResponse, (sent, { lio }) =>
  sent.behalf
    ? {
        to: addressOf(lio, sent.id, "reach"),
        banner: {
          text: [
            say("Entered. The reference is {reference}.", { reference: sent.reference }),
            leftOut(sent.dropped),
          ]
            .filter(Boolean)
            .join(" "),
        },
      }
    : sent.waits
      ? {
          to: addressOf(lio, sent.id, "check", { group: sent.group }),
          banner: {
            text: say(
              "You’ve signed. We’ve emailed the other leads, and your answers will be sent when one of them has signed too.",
            ),
          },
        }
      : {
          to: addressOf(lio, sent.id, "ours", { group: sent.group }),
          banner: {
            text: [
              say("Thank you. Your answers are sent. The reference is {reference}.", {
                reference: sent.reference,
              }),
              leftOut(sent.dropped),
            ]
              .filter(Boolean)
              .join(" "),
          },
        },
)

export const declineForm = submitByLink(
  "declineToAnswer",
  openResponseInput,
  declineToAnswer,
  ({ id, behalf }, { lio }) => ({
    to: addressOf(lio, id, behalf ? "reach" : ""),
    banner: {
      text: behalf
        ? say("Noted: nothing to say.")
        : say("Thank you for telling us. You can change your mind until it closes."),
    },
  }),
)

/** Says something to one’s colleagues about a question. */
export const commentForm = submitByLink(
  "sayComment",
  commentInput,
  sayComment,
  ({ id, group, question }, { lio }) => ({
    to: `${addressOf(lio, id, "answer", { group, question })}#comments`,
  }),
)

/** Takes a comment back. */
export const removeCommentForm = submitByLink(
  "removeComment",
  removeCommentInput,
  removeComment,
  ({ id, group, question }, { lio }) => ({
    to: `${addressOf(lio, id, "answer", { group, question })}#comments`,
  }),
)

/** Says whether two people sign. */
export const signingRuleForm = submitByLink(
  "setSigningRule",
  signingRuleInput,
  setSigningRule,
  ({ id, group, two }, { lio }) => ({
    to: addressOf(lio, id, "check", { group }),
    banner: {
      text: two
        ? say("From now on, two leads need to sign your group’s answers.")
        : say("From now on, only one lead needs to sign your group’s answers."),
    },
  }),
)

/** Sends what was sent to everybody who speaks for the group once more. */
export const copyForm = submitByLink(
  "copyAnswer",
  ofGroupInput,
  copyAnswer,
  ({ id, group, letters }, { lio }) => ({
    to: addressOf(lio, id, "ours", { group }),
    banner: {
      text: sayCount(letters, {
        one: "{count} copy is on the way.",
        other: "{count} copies are on the way.",
      }),
    },
  }),
)

/** Says whether the group's words may be quoted. */
export const consentForm = submitByLink(
  "changeConsent",
  consentInput,
  changeConsent,
  ({ id, group, quotes }, { lio }) => ({
    to: addressOf(lio, id, "ours", { group }),
    banner: {
      text:
        quotes === "public"
          ? say("Thank you. We may quote your words.")
          : quotes === "groups"
            ? say("Thank you. We’ll quote your words only to the groups that were asked.")
            : say("We don’t quote your words any more."),
    },
  }),
)
