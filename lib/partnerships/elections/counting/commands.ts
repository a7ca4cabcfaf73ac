import "server-only"
import { eq, sql } from "drizzle-orm"
import { ballotBoxes, electionResults } from "@/db/schema"
import type { Ctx } from "../../../access/ctx"
import { count } from "../../../ballots/count"
import { shuffled } from "../../../consultations/sealed"
import { ensure, found } from "../../../errors"
import { record } from "../../../journal/commands"
import { inWords, say } from "../../../words"
import { listStanding } from "../nominations/queries"
import type { Election } from "../queries"
import { countVoted } from "../roll/queries"
import { settleElection } from "../seating/commands"
import { openBox } from "../voting/box"
import { candidatesOf, runnerUpIn, toCount } from "./words"

/**
 * Counts an election that is held and whose time is over: ballots become a list in no order, their receipts another, and the
 * box is gone with the salt of its key. All in one transaction, so that it happens once and whole.
 */
export async function countElection(ctx: Ctx, election: Election): Promise<void> {
  ensure(ctx.actor.kind === "system")
  const [box] = await ctx.tx.select().from(ballotBoxes).where(eq(ballotBoxes.electionId, election.id))
  const { salt, locked } = found(box)
  const cast = openBox(salt, election.id, locked).filter(({ mark }) => mark !== null)
  const { onRoll, voted, onPaper } = await countVoted(ctx, election.id)
  if (cast.length !== voted)
    throw new Error("The ballot box doesn’t hold as many ballots as the register says.")
  const ballots = shuffled(cast.map(({ preferences }) => preferences))
  // On paper nobody has a code: what stands for it in the box is drawn, and told like every other.
  const marks = shuffled(cast.map(({ mark }) => found(mark).toString("hex")))
  const candidates = candidatesOf(await listStanding(ctx, election.id))
  const content = count(
    toCount({ title: election.title, candidates, places: election.places, ballots }),
    found(election.rule),
  )
  await ctx.tx.execute(sql`
    insert into counted_ballots (lio_id, election_id, preferences)
    select ${ctx.lio.id}::uuid, ${election.id}::uuid, array(select jsonb_array_elements_text(b.value)::int)
    from jsonb_array_elements(${JSON.stringify(ballots)}::jsonb) with ordinality b order by b.ordinality`)
  await ctx.tx.execute(sql`
    insert into counted_receipts (lio_id, election_id, mark)
    select ${ctx.lio.id}::uuid, ${election.id}::uuid, m.value from jsonb_array_elements_text(${JSON.stringify(marks)}::jsonb) with ordinality m
    order by m.ordinality`)
  await ctx.tx.delete(ballotBoxes).where(eq(ballotBoxes.electionId, election.id))
  await ctx.tx.insert(electionResults).values({
    ...{ lioId: ctx.lio.id, electionId: election.id, onRoll, voted, onPaper },
    ...{ candidates, content, countedAt: ctx.now },
  })
  const idOf = (name: string | null) => candidates.find((one) => one.name === name)?.id ?? null
  await settleElection(ctx, election, {
    electedIds: content.elected.map((name) => found(idOf(name))),
    runnerUpId: idOf(runnerUpIn(content)),
    voted: true,
  })
  await record(ctx, {
    what: "election.counted",
    subject: ["election", election.id],
    summary: say("Counted “{title}”: {elected}. {voted} of {onRoll} groups voted.", {
      ...{ title: election.title, elected: inWords(content.elected), voted, onRoll },
    }),
  })
}
