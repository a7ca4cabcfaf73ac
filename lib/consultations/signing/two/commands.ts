import "server-only"
import { eq } from "drizzle-orm"
import { people, responses } from "@/db/schema"
import { type Ctx, personOf } from "../../../access/ctx"
import { postAll } from "../../../email/commands"
import { RuleBroken } from "../../../errors"
import { record } from "../../../journal/commands"
import { say } from "../../../words"
import type { OpenResponse } from "../../answering/queries"
import { byReader, closingInWords } from "../../invitations/letters"
import { listSpokespeople } from "../../invitations/queries"
import type { Consultation } from "../../queries"
import { signsWithTwo } from "../../together/queries"
import type { Quotes } from "../consent/words"
import { stateToSign } from "./words"

/**
 * Where two people of a group sign: keeps the first signature and emails the other leads; with the second, gives the name of
 * the first. A change of any answer in between, or of where they may be quoted, needs both again. `held`: the response as
 * it stands, held until this is done. Staff who enter answers from paper sign for the group.
 */
export async function firstOfTwo(
  ctx: Ctx,
  consultation: Pick<Consultation, "id" | "title" | "closesAt">,
  answering: OpenResponse,
  { held, quotes }: { held: typeof responses.$inferSelect; quotes: Quotes },
): Promise<{ waits: boolean; name: string | null }> {
  const { behalf, group } = answering
  if (behalf || !(await signsWithTwo(ctx, group.id))) return { waits: false, name: null }
  const me = personOf(ctx.actor)
  if (!me)
    throw new RuleBroken(say("Two people in your group sign its answers, each using their own link."), "name")
  const state = stateToSign(answering, held.id, quotes)
  const valid = held.firstSignedState === state
  if (valid && held.firstSignedBy === me.personId)
    throw new RuleBroken(say("You’ve signed. Another lead in your group needs to sign too."))
  if (valid && held.firstSignedBy) {
    const [first] = await ctx.tx
      .select({ name: people.name })
      .from(people)
      .where(eq(people.id, held.firstSignedBy))
    return { waits: false, name: first?.name ?? null }
  }
  await ctx.tx
    .update(responses)
    .set({ firstSignedAt: ctx.now, firstSignedBy: me.personId, firstSignedState: state })
    .where(eq(responses.id, held.id))
  const others = (await listSpokespeople(ctx, [group.id], "service")).filter(
    ({ lead, personId }) => lead && personId && personId !== me.personId,
  )
  if (others.length === 0)
    throw new RuleBroken(
      say("Your group has no other lead we can email. Ask {lio} to add one.", { lio: ctx.lio.name }),
    )
  await postAll(
    ctx,
    byReader(ctx, others, consultation).map(({ to, basis, url }) => ({
      letter: "consultation-ready",
      stream: "service",
      to,
      basis,
      props: {
        title: consultation.title,
        group: group.name,
        by: me.name,
        closes: consultation.closesAt ? closingInWords(ctx, consultation.closesAt) : "",
        second: true,
        url,
      },
    })),
  )
  await record(ctx, {
    what: "response.first_signed",
    subject: ["consultation", consultation.id],
    groupIds: [group.id],
    summary: say("Signed as the first of two: “{title}”", { title: consultation.title }),
  })
  return { waits: true, name: null }
}
