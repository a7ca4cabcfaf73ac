import { inWords } from "@/lib/words"

type Invitation = {
  lio: string
  groups: string[]
  body: string | null
  minutes: number
  closes: string
  lead: boolean
}

/** The sentences of an invitation, for the email and for the page that shows it before it goes. */
export function invitationInWords({ lio, groups, body, minutes, closes, lead }: Invitation) {
  return {
    asks: `${lio} would like to know what ${inWords(groups)} ${groups.length > 1 ? "have" : "has"} to say.${
      body ? ` It’s about plans of ${body}.` : ""
    }`,
    howLong: `It takes about ${minutes} minutes and is open until ${closes}. You don’t need a password: the button knows you, so please don’t pass this email on.`,
    button: "Answer for your group",
    together: lead
      ? "Others in your group can write it with you. You send the answers when they’re right."
      : "You can write the answers with others in your group. Its lead sends them.",
  }
}
