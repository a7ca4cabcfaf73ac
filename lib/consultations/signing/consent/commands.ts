import "server-only"
import { and, eq, gt } from "drizzle-orm"
import { responses } from "@/db/schema"
import type { Ctx } from "../../../access/ctx"
import { ensure, found, RuleBroken } from "../../../errors"
import { record } from "../../../journal/commands"
import { say } from "../../../words"
import type { Consent } from "../../answering/input"
import { mayEnterFor, maySignOffFor } from "../../policy"
import { getConsultation } from "../../queries"
import { columnsOfQuotes, quotesOf } from "./words"

type Titled = { title: string }
const SAID = {
  public: (of: Titled) => say("May be quoted: “{title}”", of),
  groups: (of: Titled) => say("May be quoted to the groups that were asked: “{title}”", of),
  no: (of: Titled) => say("Took back that it may be quoted: “{title}”", of),
}

/**
 * A group says where its words may be quoted, also after closing: elsewhere they then stand on no page and in no version of
 * a paper. Its lead says so; staff may note that a group took it back, and for answers from paper also that it agreed.
 */
export async function changeConsent(ctx: Ctx, { id, group, quotes }: Consent) {
  const consultation = await getConsultation(ctx, id)
  const [response] = await ctx.tx
    .select()
    .from(responses)
    .where(and(eq(responses.consultationId, id), eq(responses.groupId, group), gt(responses.version, 0)))
    .for("update")
  const { id: responseId, onBehalf } = found(response)
  if (consultation.naming === "nobody")
    throw new RuleBroken(
      say(
        "These answers are anonymous. While it’s open, you can send them again and change whether we may quote you. Once it has closed, nobody can tell which words are yours.",
      ),
    )
  const staff = mayEnterFor(ctx.actor) && (quotes === "no" || onBehalf)
  ensure(
    maySignOffFor(ctx.actor, group) || staff,
    say("Only the lead of the group can say whether it may be quoted."),
  )
  await ctx.tx.update(responses).set(columnsOfQuotes(quotes)).where(eq(responses.id, responseId))
  await record(ctx, {
    what: "response.consent",
    subject: ["consultation", id],
    groupIds: [group],
    summary: SAID[quotes]({ title: consultation.title }),
    from: { quotes: response ? quotesOf(response) : null },
    to: { quotes },
  })
  return { id, group, quotes }
}
