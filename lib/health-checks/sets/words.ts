import type { Help, SetQuestion } from "@/db/schema"
import { say } from "../../words"

export type { Help, SetQuestion }
/** A set as it is offered: `key` is its name in the installation, or the id of a set of the LIO’s own. */
export type QuestionSet = { key: string; name: string; questions: SetQuestion[] }

const ask = (question: string, hint: string | null, guide: string | null): SetQuestion => ({
  question,
  hint,
  guide,
  ...{ resourceId: null, themeId: null, offersSession: true },
})

/** The sets that every LIO begins with. The guides are those that come with Trellis. */
export const STARTERS: QuestionSet[] = [
  {
    key: "governance",
    name: say("Governance basics"),
    questions: [
      ask(
        say("Do you have a written constitution or governing document?"),
        say("Signed and dated, and everybody on the committee has seen it."),
        "write-a-constitution",
      ),
      ask(
        say("Does your legal form still suit what you do?"),
        say("For example if you now employ people or rent premises."),
        "choose-a-legal-form",
      ),
      ask(
        say("Are there at least three people on the committee who aren’t related to each other?"),
        say("Usually a chair, a secretary and a treasurer."),
        "trustees-duties",
      ),
      ask(say("Does everybody on the committee know what they’re responsible for?"), null, "trustees-duties"),
      ask(
        say("Does the committee meet regularly, and are decisions written down?"),
        say("Short notes are enough, as long as they’re kept."),
        "trustees-duties",
      ),
      ask(say("Did you hold an annual general meeting in the last 15 months?"), null, "write-a-constitution"),
      ask(
        say("Do people say so when they have a personal interest in a decision?"),
        say("And stay out of that decision."),
        "trustees-duties",
      ),
      ask(
        say("Do you keep personal details safe, and only as long as you need them?"),
        say("Membership lists, email addresses, photographs."),
        "personal-data",
      ),
    ],
  },
  {
    key: "finance",
    name: say("Finance basics"),
    questions: [
      ask(say("Do you have a bank account in the group’s name?"), null, "open-a-bank-account"),
      ask(
        say("Do two people who aren’t related approve each payment?"),
        say("By signature, or in online banking."),
        "open-a-bank-account",
      ),
      ask(
        say("Is every payment in and out written down, with a receipt?"),
        say("A cash book or a spreadsheet is fine."),
        "trustees-duties",
      ),
      ask(say("Does the committee see the figures at every meeting?"), null, "trustees-duties"),
      ask(say("Do you agree a budget before each year begins?"), null, "first-funding-bid"),
      ask(
        say("Are your yearly accounts checked by somebody independent?"),
        say("Somebody who isn’t on the committee."),
        "trustees-duties",
      ),
      ask(say("Is some money put aside for when income falls?"), null, "first-funding-bid"),
      ask(
        say("Do you have the insurance you need?"),
        say("Usually public liability, and employers’ liability if anybody is paid."),
        "insurance",
      ),
    ],
  },
  {
    key: "safeguarding",
    name: say("Safeguarding"),
    questions: [
      ask(
        say("Do you have a written safeguarding policy?"),
        say("Reviewed by the committee in the last year."),
        "safeguarding",
      ),
      ask(say("Is there a named person anyone can go to with a concern?"), null, "safeguarding"),
      ask(
        say("Does everybody who helps know what to do if they’re worried about somebody?"),
        null,
        "safeguarding",
      ),
      ask(
        say("Are the right checks made before people work with children or adults at risk?"),
        say("DBS checks where the role needs one, and references."),
        "safeguarding",
      ),
      ask(say("Has somebody had safeguarding training in the last three years?"), null, "safeguarding"),
      ask(say("Do you think about risks before events and trips?"), null, "insurance"),
      ask(
        say("Are worries written down and kept where only the right people can see them?"),
        null,
        "personal-data",
      ),
    ],
  },
  {
    key: "volunteers",
    name: say("Volunteers"),
    questions: [
      ask(say("Is there a named person whom volunteers can turn to?"), null, "volunteers"),
      ask(say("Do new volunteers get a welcome and an introduction?"), null, "volunteers"),
      ask(
        say("Is it written down what each volunteer role involves?"),
        say("Half a page is enough."),
        "volunteers",
      ),
      ask(
        say("Are volunteers paid back what they spend?"),
        say("Fares, phone calls, materials."),
        "volunteers",
      ),
      ask(say("Are volunteers covered by your insurance?"), null, "insurance"),
      ask(say("Do you ask volunteers what they think, and thank them?"), null, "volunteers"),
      ask(say("Do you have enough volunteers for what you want to do?"), null, "volunteers"),
    ],
  },
]
