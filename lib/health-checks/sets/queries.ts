import "server-only"
import { asc } from "drizzle-orm"
import { questionSets } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { say } from "../../words"
import { maySeeChecks } from "../policy"
import { type Help, type QuestionSet, STARTERS } from "./words"

/** What a question of a set says where nothing is said; sets that were saved before there was more than a guide don’t say it. */
const SAID_NOTHING: Help = { guide: null, resourceId: null, themeId: null, offersSession: false }

/** A set, and when it was last saved here; "" when it is as it came. */
export type KeptSet = QuestionSet & { seen: string; offered: boolean }

/** All sets, those that aren’t offered any more as well: those of the installation, as the LIO has them, and its own by name. */
export async function listAllSets(ctx: Ctx): Promise<KeptSet[]> {
  ensure(
    maySeeChecks(ctx.actor) || ctx.actor.kind === "system",
    say("Only staff can see the sets of questions."),
  )
  const rows = await ctx.tx
    .select()
    .from(questionSets)
    .orderBy(asc(questionSets.name), asc(questionSets.createdAt))
  const kept = rows.map(({ id, starter, name, questions, changedAt, createdAt, retiredAt }) => ({
    ...{ key: starter ?? id, name },
    questions: questions.map((question) => ({ ...SAID_NOTHING, ...question })),
    seen: (changedAt ?? createdAt).toISOString(),
    offered: retiredAt === null,
  }))
  const changed = new Map(kept.map((set) => [set.key, set]))
  const starters = STARTERS.map((set) => changed.get(set.key) ?? { ...set, seen: "", offered: true })
  return [...starters, ...kept.filter(({ key }) => !STARTERS.some((set) => set.key === key))]
}

/** The sets that groups can be asked. */
export const listSets = async (ctx: Ctx) => (await listAllSets(ctx)).filter(({ offered }) => offered)

/** One set. NotFound. */
export const getSet = async (ctx: Ctx, key: string) =>
  found((await listAllSets(ctx)).find((set) => set.key === key))
