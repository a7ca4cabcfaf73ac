import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import type { Sql } from "postgres"
import { lios, people, staff } from "@/db/schema"
import { LEGAL_FORMS, LIO_KINDS } from "@/db/vocabulary"
import type { Ctx } from "../access/ctx"
import { sameAddress } from "../address"
import { post } from "../email/commands"
import { ensure, RuleBroken } from "../errors"
import { record } from "../journal/commands"
import { checkSeen } from "../seen"
import { endSessionsOf } from "../sign-in/commands"
import { say } from "../words"
import { type DescribeLio, type FoundLio, foundLioInput, type InviteStaff, profileSeen } from "./input"
import { mayRunLio } from "./policy"
import { getLio } from "./queries"
import { keepAManager } from "./staff/commands"

/** Makes an LIO with its first manager. Done by the operator, on the owner's connection: no person may. */
export async function foundLio(operator: Sql, input: FoundLio): Promise<{ id: string; slug: string }> {
  const lio = foundLioInput.parse(input)
  const email = sameAddress(lio.manager, "manager")
  const name = lio.managerName ?? email.split("@")[0] ?? email
  const [made] = await operator<{ id: string | null }[]>`
    select found_lio(${lio.slug}, ${lio.name}, ${lio.kind}, ${email}, ${name}, 'Command line', 'command') as id`
  if (!made?.id)
    throw new RuleBroken(
      say("There is an LIO called {lio} already. Choose another short name.", { lio: lio.slug }),
      "slug",
    )
  return { id: made.id, slug: lio.slug }
}

const DAYS = [
  say("Monday"),
  say("Tuesday"),
  say("Wednesday"),
  say("Thursday"),
  say("Friday"),
  say("Saturday"),
  say("Sunday"),
]
const LISTS: Record<string, Record<string, string>> = { kind: LIO_KINDS, legalForm: LEGAL_FORMS }

function profileInWords(field: string, value: unknown) {
  if (field === "digestWeekday") return DAYS[Number(value) - 1] ?? ""
  return LISTS[field]?.[String(value)] ?? String(value ?? "")
}

/** Changes what the LIO says of itself. */
export async function describeLio(ctx: Ctx, { seen, ...input }: DescribeLio) {
  ensure(mayRunLio(ctx.actor), say("Only a manager can change this."))
  await ctx.tx.select({ id: lios.id }).from(lios).where(eq(lios.id, ctx.lio.id)).for("update")
  const before = await getLio(ctx)
  const changed = (Object.keys(input) as (keyof typeof input)[]).filter(
    (field) => (before[field] ?? null) !== (input[field] ?? null),
  )
  if (changed.length === 0) return
  checkSeen(seen, profileSeen(before as Parameters<typeof profileSeen>[0]), input, profileInWords)
  await ctx.tx.update(lios).set(input).where(eq(lios.id, ctx.lio.id))
  await record(ctx, {
    what: "lio.described",
    subject: ["lio", ctx.lio.id],
    summary: say("Changed the LIO’s profile"),
    from: Object.fromEntries(changed.map((field) => [field, before[field]])),
    to: Object.fromEntries(changed.map((field) => [field, input[field]])),
  })
}

type Options = Partial<
  Pick<
    typeof lios.$inferInsert,
    "hasDirectory" | "approves" | "asksYearly" | "checklistAwayAt" | "papersSignedOff" | "scorecardPublic"
  >
>

/** Keeps what the LIO has switched on. Who may is settled before, and whoever calls writes it to the log. */
export async function setOptions(ctx: Ctx, options: Options) {
  await ctx.tx.update(lios).set(options).where(eq(lios.id, ctx.lio.id))
}

/** Gives somebody a level of staff; a person known already keeps their name. They get a letter. */
export async function inviteStaff(ctx: Ctx, input: InviteStaff) {
  ensure(mayRunLio(ctx.actor), say("Only a manager can invite staff."))
  const email = sameAddress(input.email)
  const [here] = await ctx.tx
    .select({ name: people.name })
    .from(staff)
    .innerJoin(people, eq(people.id, staff.personId))
    .where(and(eq(people.email, email), isNull(staff.endedAt)))
  if (here)
    throw new RuleBroken(
      say("{here} works here already. Choose their name in the list to change what they may do.", {
        here: here.name,
      }),
      "email",
    )
  const [person] = await ctx.tx
    .insert(people)
    .values({ lioId: ctx.lio.id, name: input.name, email, createdAt: ctx.now })
    .onConflictDoUpdate({ target: [people.lioId, people.email], set: { leftAt: null } })
    .returning({ id: people.id, name: people.name })
  if (!person) throw new RuleBroken(say("That address could not be kept. Check it and try again."), "email")
  await ctx.tx
    .insert(staff)
    .values({ lioId: ctx.lio.id, personId: person.id, level: input.level, startedAt: ctx.now })
    .onConflictDoUpdate({
      target: [staff.lioId, staff.personId],
      set: { level: input.level, startedAt: ctx.now, endedAt: null },
    })
  await record(ctx, {
    what: "staff.invited",
    subject: ["person", person.id],
    summary: say("Made {person} a {level}", { person: person.name, level: input.level }),
    to: { level: input.level },
  })
  await post(ctx, {
    letter: "staff-invitation",
    stream: "service",
    to: { personId: person.id },
    props: { level: input.level, url: `${process.env.APP_URL}/${ctx.lio.slug}/home` },
  })
  return person
}

/** Ends somebody's work here: their sessions end at once. The last manager cannot go. */
export async function endStaff(ctx: Ctx, input: { personId: string }) {
  ensure(mayRunLio(ctx.actor), say("Only a manager can do that."))
  await keepAManager(ctx, input.personId)
  const [ended] = await ctx.tx
    .update(staff)
    .set({ endedAt: ctx.now })
    .where(and(eq(staff.personId, input.personId), isNull(staff.endedAt)))
    .returning({ personId: staff.personId })
  if (!ended) throw new RuleBroken(say("They are not on the staff any more."))
  const [person] = await ctx.tx.select().from(people).where(eq(people.id, input.personId))
  await record(ctx, {
    what: "staff.ended",
    subject: ["person", input.personId],
    summary: say("{person} left the staff", { person: person?.name ?? "" }),
  })
  if (person?.email) await endSessionsOf(person.email)
}
