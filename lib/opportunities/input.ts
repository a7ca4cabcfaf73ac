import { z } from "zod"
import { CPV_DIVISIONS, keys, OPPORTUNITY_STANDS } from "@/db/vocabulary"
import { CLOSING_TIMES } from "../consultations/period"
import { sumMaybe } from "../funding/input"
import { addressMaybe, choiceMaybe, choices, dateMaybe, websiteMaybe, wordsMaybe, wordsSaid } from "../input"
import { say } from "../words"

const said = {
  title: wordsSaid(say("Enter what it’s called"), 300),
  buyer: wordsSaid(say("Enter who wants it done"), 300),
  buyerEmail: addressMaybe(),
  description: wordsMaybe(20_000),
  link: websiteMaybe(),
  stands: z.enum(keys(OPPORTUNITY_STANDS), { error: say("Choose where it stands") }),
  valueMost: sumMaybe(),
  closesOn: dateMaybe(),
  closesTime: z.enum(CLOSING_TIMES, { error: say("Choose a time") }).default("12:00"),
  startsOn: dateMaybe(),
  endsOn: dateMaybe(),
  vcse: choiceMaybe(["yes", "no"]),
  division: choiceMaybe(keys(CPV_DIVISIONS)),
  areaIds: choices(z.uuid()),
}
const runsForward = ({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) =>
  !startsOn || !endsOn || startsOn <= endsOn
const TURNED = { path: ["endsOn"], message: say("It can’t end before it starts") }

/** An opportunity that came some other way than in published notices. */
export const addOpportunityInput = z.object(said).refine(runsForward, TURNED)
export type AddOpportunity = z.output<typeof addOpportunityInput>

/** The same said better; `seen` is when it had last been changed as the page was opened, "" for never. */
export const changeOpportunityInput = z
  .object({ ...said, id: z.uuid(), seen: z.string().max(40).default("") })
  .refine(runsForward, TURNED)
export type ChangeOpportunity = z.output<typeof changeOpportunityInput>

/** One of them. */
export const opportunityIdInput = z.object({ id: z.uuid() })

/** What we think of it; nothing takes the note away. */
export const noteOpportunityInput = z.object({ id: z.uuid(), note: wordsMaybe(3000) })
export type NoteOpportunity = z.output<typeof noteOpportunityInput>
