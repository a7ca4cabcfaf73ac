import "server-only"
import { eq } from "drizzle-orm"
import { people } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import { ensure, RuleBroken } from "../errors"
import { record } from "../journal/commands"
import { getChange, stands } from "../journal/queries"
import { checkSeen } from "../seen"
import { say } from "../words"
import { type ChangePerson, type PersonFields, personSeen } from "./input"
import { mayChangeAddress, mayChangePerson, mayKeepPeople, maySeePeople } from "./policy"
import { getPerson } from "./queries"
import { writePerson } from "./records/commands"

async function ensureFree(ctx: Ctx, email: string | null, exceptId?: string) {
  if (!email) return
  const [holder] = await ctx.tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(eq(people.email, email))
  if (holder && holder.id !== exceptId) {
    throw new RuleBroken(
      say("{holder} has this email address. Each person needs an address of their own.", {
        holder: holder.name,
      }),
      "email",
    )
  }
}

/** Keeps a person who is in no group yet. An address that somebody has is refused, with who has it. */
export async function addPerson(ctx: Ctx, input: PersonFields): Promise<{ id: string; name: string }> {
  ensure(mayKeepPeople(ctx.actor), say("Only staff can add people."))
  await ensureFree(ctx, input.email)
  return writePerson(ctx, input)
}

const FIELDS = ["name", "email", "phone", "channel", "about"] as const
const LABELS = {
  name: "name",
  email: "email",
  phone: "phone",
  channel: say("best way to reach them"),
  about: "notes",
}

/** Changes what is kept of a person; each change is on the timelines of their groups. `change` undoes it; null when nothing was different. */
export async function changePerson(
  ctx: Ctx,
  input: ChangePerson,
): Promise<{ id: string; name: string; change: string | null }> {
  await ctx.tx.select({ id: people.id }).from(people).where(eq(people.id, input.id)).for("update")
  const before = await getPerson(ctx, input.id)
  ensure(mayChangePerson(ctx.actor, before), say("You may not change this person. Ask the staff to do it."))
  const editable = maySeePeople(ctx.actor) ? FIELDS : FIELDS.filter((field) => field !== "about")
  const changed = editable.filter((field) => before[field] !== input[field])
  if (changed.length === 0) return { id: before.id, name: before.name, change: null }
  checkSeen(
    input.seen,
    personSeen(before),
    maySeePeople(ctx.actor) ? input : { ...input, about: before.about },
  )
  if (changed.includes("email")) {
    ensure(
      mayChangeAddress(ctx.actor, before),
      before.onStaff
        ? say("Only a manager can change the email address of staff.")
        : say("Ask the staff to change an email address."),
    )
    await ensureFree(ctx, input.email, input.id)
  }
  const { id } = input
  await ctx.tx
    .update(people)
    .set(Object.fromEntries(changed.map((field) => [field, input[field]])))
    .where(eq(people.id, id))
  const change = await record(ctx, {
    what: "person.changed",
    subject: ["person", id],
    groupIds: before.groupIds,
    summary: say("Changed {changed} of {name}", {
      changed: changed.map((field) => LABELS[field]).join(", "),
      name: input.name,
    }),
    from: Object.fromEntries(changed.map((field) => [field, before[field]])),
    to: Object.fromEntries(changed.map((field) => [field, input[field]])),
  })
  return { id, name: input.name, change }
}

/** Undoes a change of a person, unless they were changed again since. `id` is the change's. */
export async function undoChange(ctx: Ctx, id: string) {
  ensure(mayKeepPeople(ctx.actor), say("Only workers and managers can undo this."))
  const { id: personId, from, to } = await getChange(ctx, id, ["person.changed"])
  const now = personSeen(await getPerson(ctx, personId))
  if (!stands(now, to))
    throw new RuleBroken(
      say("This person’s details have been changed again since, so they stay as they are."),
    )
  return changePerson(ctx, { ...now, ...from, id: personId })
}
