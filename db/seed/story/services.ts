import type { ServiceFields } from "@/lib/services/input"

/** What Aldervale CVS does for groups; the last one is not published yet. */
export const SERVICES: ServiceFields[] = [
  {
    name: "Help to start a group",
    about:
      "Two or three talks, in which we find out together what you want to do, who is with you, and which form suits you. You get a model constitution and a list of first steps.",
    forWhom: "Anybody who wants to begin something in Aldervale",
    cannot: "We do not fill in the registration for you, and we cannot say whether it will be accepted.",
    how: "Ring 01632 960 001 or drop in on a Tuesday morning.",
    cost: null,
    counts: "development",
  },
  {
    name: "Funding advice",
    about:
      "We look for funds that fit you, read your application before you send it, and say what is missing.",
    forWhom: "Members with an income of up to £200,000 a year",
    cannot: "We do not write applications, and we cannot read one in less than five working days.",
    how: "Send us the draft with the closing date.",
    cost: null,
    counts: "support",
  },
  {
    name: "Training for committees",
    about:
      "An evening each on the work of a treasurer, a chair and a secretary, on keeping people safe, and on money.",
    forWhom: "Trustees and committee members",
    cannot: "There are no certificates that a court or a regulator would ask for.",
    how: "See the dates in the digest and write to training@aldervale-cvs.example.",
    cost: "£10 a person for members, £25 for others",
    counts: "support",
  },
  {
    name: "Networks and forums",
    about: "Groups that do like things meet every quarter and talk here in between.",
    forWhom: "Every group in Aldervale",
    cannot: "What a network decides binds nobody who was not there.",
    how: "Choose a network here and ask to join.",
    cost: null,
    counts: "liaison",
  },
  {
    name: "A voice with the council and the NHS",
    about:
      "We ask what you see, put it together, bring it to the body that decides, and tell you what came of it.",
    forWhom: "Every group in Aldervale",
    cannot: "We do not take sides between parties, or speak for one group against another.",
    how: "Answer when we ask, or tell us at any time what you see.",
    cost: null,
    counts: "representation",
  },
  {
    name: "Payroll for small employers",
    about: "Wages, pension and the returns for up to five people, each month.",
    forWhom: "Members with one to five paid staff",
    cannot: "We give no advice on employment law.",
    how: "We begin in April. Tell us by the end of February.",
    cost: "£12 a payslip",
    counts: "support",
  },
]
