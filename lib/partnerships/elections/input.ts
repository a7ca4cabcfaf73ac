import { z } from "zod"
import { keys, RULES_ASKED } from "@/db/vocabulary"
import { choices, dateMaybe, idMaybe, numberMaybe, ticked, wordsMaybe, wordsSaid } from "../../input"
import { say } from "../../words"

const day = (missing: string) =>
  dateMaybe().transform((value, ctx) => {
    if (value !== null) return value
    ctx.addIssue({ code: "custom", message: missing })
    return z.NEVER
  })

/** For how many days groups can nominate, if staff say nothing else. */
export const NOMINATION_DAYS = 21
/** For how many days staff check nominations then. */
export const CHECKING_DAYS = 7
/** For how many days groups vote. */
export const VOTING_DAYS = 14

const dates = {
  nominationsUntil: day(say("Enter the last day for nominations")),
  votingFrom: day(say("Enter the first day of voting")),
  votingUntil: day(say("Enter the last day of voting")),
}
const said = {
  title: wordsSaid(say("Enter what is decided, such as the name of the seat"), 200),
  seatIds: choices(z.uuid()),
  ruleAsked: z.enum(keys(RULES_ASKED), { error: say("Choose how groups vote") }),
  networkId: idMaybe(),
  memberMonths: numberMaybe(60),
  endorsements: numberMaybe(10),
  networkEndorses: ticked(),
  whoMayStand: wordsMaybe(2000),
  ...dates,
  rollOn: dateMaybe(),
  startsOn: dateMaybe(),
}
/** An election as staff plan it. */
export const planElectionInput = z.object({ boardId: z.uuid(), ...said })
export type PlanElection = z.output<typeof planElectionInput>
/** The same for one that isn’t announced yet. */
export const changeElectionInput = z.object({ id: z.uuid(), ...said })
export type ChangeElection = z.output<typeof changeElectionInput>

/** An election, by its id. */
export const electionIdInput = z.object({ id: z.uuid() })

/** New dates, where too few or nobody stood. */
export const extendInput = z.object({ id: z.uuid(), ...dates })
export type Extend = z.output<typeof extendInput>

/** Why an election is called off. */
export const callOffInput = z.object({ id: z.uuid(), reason: wordsSaid(say("Enter why"), 1000) })
export type CallOff = z.output<typeof callOffInput>
