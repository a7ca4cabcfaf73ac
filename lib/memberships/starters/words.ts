import { say } from "../../words"

const USUAL = {
  period: "rolling",
  months: "12",
  graceDays: "30",
  renewalDays: "30",
  fee: "",
} as const

/** Kinds of membership that most LIOs have, to begin with: free, and not on the page to join until the LIO says so. */
export const STARTER_KINDS = [
  {
    ...USUAL,
    name: "Full member",
    about: say("For voluntary and community groups that work here."),
    entitlements: say("A vote at the annual meeting\nAdvice and training\nA place in our networks"),
    standing: "member",
  },
  {
    ...USUAL,
    name: "Associate member",
    about: say("For groups and people who support our work and don’t need a vote."),
    entitlements: say("Our newsletter\nA place at our events"),
    standing: "affiliate",
  },
  {
    ...USUAL,
    name: "Statutory associate",
    about: say("For councils, NHS bodies and other public bodies."),
    entitlements: say("Our newsletter\nA place at our events"),
    standing: "affiliate",
  },
] as const
