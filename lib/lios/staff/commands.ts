import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { staff } from "@/db/schema"
import { LEVELS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { post } from "../../email/commands"
import { ensure, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { mayRunLio } from "../policy"
import type { ChangeLevel } from "./input"
import { getTeammate } from "./queries"

/** Refuses what would leave the LIO without a manager; two managers cannot lower each other at once. */
export async function keepAManager(ctx: Ctx, exceptId: string) {
  const managers = await ctx.tx
    .select({ personId: staff.personId })
    .from(staff)
    .where(and(eq(staff.level, "manager"), isNull(staff.endedAt)))
    .for("update")
  if (managers.every(({ personId }) => personId === exceptId))
    throw new RuleBroken(say("There must be a manager. Make somebody else a manager first."), "level")
}

/** Changes what one of the staff may do, from their next page on. */
export async function changeLevel(ctx: Ctx, { personId, level }: ChangeLevel): Promise<{ name: string }> {
  ensure(mayRunLio(ctx.actor), say("Only a manager can change what staff may do."))
  const before = await getTeammate(ctx, personId)
  if (before.level === level) return before
  if (before.level === "manager") await keepAManager(ctx, personId)
  await ctx.tx.update(staff).set({ level }).where(eq(staff.personId, personId))
  await record(ctx, {
    what: "staff.level",
    subject: ["person", personId],
    summary: say("Made {before} a {levels}", { before: before.name, levels: LEVELS[level].toLowerCase() }),
    from: { level: before.level },
    to: { level },
  })
  return before
}

/** Writes once more to somebody who was invited and has not been in. */
export async function inviteAgain(ctx: Ctx, { personId }: { personId: string }): Promise<{ name: string }> {
  ensure(mayRunLio(ctx.actor), say("Only a manager can invite staff."))
  const person = await getTeammate(ctx, personId)
  if (person.cameIn)
    throw new RuleBroken(
      say("{person} has signed in already and needs no invitation.", { person: person.name }),
    )
  await post(ctx, {
    letter: "staff-invitation",
    stream: "service",
    to: { personId },
    props: { level: person.level, url: `${process.env.APP_URL}/${ctx.lio.slug}/home` },
  })
  await record(ctx, {
    what: "staff.invited_again",
    subject: ["person", personId],
    summary: say("Invited {person} again", { person: person.name }),
  })
  return person
}
