"use server"

import { submitByLink } from "@/app/_http/submit"
import { addressOf } from "@/app/[lio]/consultations/_parts/where"
import { saveAnswer, tellLead } from "@/lib/consultations/answering/commands"
import { saveAnswerInput, seatInput, signOffInput } from "@/lib/consultations/answering/input"
import { declineToAnswer, signOffResponse } from "@/lib/consultations/signing/commands"

export const saveAnswerForm = submitByLink("saveAnswer", saveAnswerInput, saveAnswer, (saved, { lio }) => {
  const { id, group, then, next, behalf } = saved
  if (then === "later" && behalf) {
    return { to: addressOf(lio, id, "reach"), banner: { text: "Saved. Nothing has been sent yet." } }
  }
  if (then === "later") return { to: addressOf(lio, id, "saved", { group }) }
  const question = then === "next" ? next : null
  return { to: addressOf(lio, id, question ? "answer" : "check", { group, question }) }
})

export const tellLeadForm = submitByLink(
  "tellLead",
  seatInput,
  tellLead,
  ({ id, group, leads }, { lio }) => ({
    to: addressOf(lio, id, "check", { group }),
    banner: {
      text:
        leads === 1
          ? "We have emailed the lead of your group. They will read the answers and send them."
          : `We have emailed the ${leads} leads of your group. One of them will read the answers and send them.`,
    },
  }),
)

export const signOffForm = submitByLink("signOffResponse", signOffInput, signOffResponse, (sent, { lio }) =>
  sent.behalf
    ? {
        to: addressOf(lio, sent.id, "reach"),
        banner: { text: `Entered. The reference is ${sent.reference}.` },
      }
    : { to: addressOf(lio, sent.id, "sent", { group: sent.group }) },
)

export const declineForm = submitByLink(
  "declineToAnswer",
  seatInput,
  declineToAnswer,
  ({ id, behalf }, { lio }) => ({
    to: addressOf(lio, id, behalf ? "reach" : ""),
    banner: {
      text: behalf
        ? "Noted: nothing to say."
        : "Thank you for telling us. You can change your mind until it closes.",
    },
  }),
)
