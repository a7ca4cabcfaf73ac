import {
  consultations,
  groups,
  invitations,
  people,
  questions,
  responses,
  responseVersions,
  roles,
  staff as staffTable,
} from "@/db/schema"
import type { LEVELS, ROLES } from "@/db/vocabulary"
import type { Ctx } from "@/lib/access/ctx"
import { nameKey } from "@/lib/groups/names"

type Made = { id: string; name: string }

/** A person of the LIO's staff. */
export async function staff(
  ctx: Ctx,
  of: { name: string; email: string; level: keyof typeof LEVELS },
): Promise<Made> {
  const made = await person(ctx, of)
  await ctx.tx
    .insert(staffTable)
    .values({ lioId: ctx.lio.id, personId: made.id, level: of.level, startedAt: ctx.now })
  return made
}

/** A person known to the LIO. */
export async function person(
  ctx: Ctx,
  of: { name: string; email?: string | null; phone?: string | null },
): Promise<Made> {
  const [made] = await ctx.tx
    .insert(people)
    .values({
      lioId: ctx.lio.id,
      name: of.name,
      email: of.email ?? null,
      phone: of.phone ?? null,
      createdAt: ctx.now,
    })
    .returning({ id: people.id, name: people.name })
  if (!made) throw new Error("No person was made.")
  return made
}

/** A group, with whatever is said of it and nothing else. */
export async function group(
  ctx: Ctx,
  of: { name: string } & Partial<typeof groups.$inferInsert>,
): Promise<Made> {
  const [made] = await ctx.tx
    .insert(groups)
    .values({ ...of, lioId: ctx.lio.id, nameKey: nameKey(of.name), createdAt: ctx.now })
    .returning({ id: groups.id, name: groups.name })
  if (!made) throw new Error("No group was made.")
  return made
}

/** A person who may speak for groups. */
export async function speaker(
  ctx: Ctx,
  of: {
    name: string
    email: string
    phone?: string
    groups: Made[]
    speaks: "lead" | "member"
    role?: keyof typeof ROLES
  },
): Promise<Made> {
  const made = await person(ctx, of)
  await ctx.tx.insert(roles).values(
    of.groups.map((place) => ({
      lioId: ctx.lio.id,
      personId: made.id,
      groupId: place.id,
      role: of.role ?? ("trustee" as const),
      speaks: of.speaks,
      createdAt: ctx.now,
    })),
  )
  return made
}

/** A consultation with one written question, answered and signed off by groups: what the second half of the thread begins with. */
export async function answeredConsultation(
  ctx: Ctx,
  of: {
    title: string
    said: { group: Made; text: string; quotable?: boolean }[]
    bodyId?: string
    named?: boolean
  },
) {
  const [consultation] = await ctx.tx
    .insert(consultations)
    .values({
      lioId: ctx.lio.id,
      title: of.title,
      bodyId: of.bodyId ?? null,
      naming: (of.named ?? true) ? "body" : "lio",
      partsBy: (of.named ?? true) ? "every" : "none",
      openedAt: ctx.now,
      closedAt: ctx.now,
    })
    .returning({ id: consultations.id })
  const consultationId = consultation?.id ?? ""
  const [question] = await ctx.tx
    .insert(questions)
    .values({ lioId: ctx.lio.id, consultationId, position: 1, kind: "text", title: "What do you see?" })
    .returning({ id: questions.id })
  const questionId = question?.id ?? ""
  const answers: { responseId: string; group: Made; text: string }[] = []
  for (const { group, text, quotable } of of.said) {
    await ctx.tx
      .insert(invitations)
      .values({ lioId: ctx.lio.id, consultationId, groupId: group.id, invitedAt: ctx.now })
    const [response] = await ctx.tx
      .insert(responses)
      .values({
        lioId: ctx.lio.id,
        consultationId,
        groupId: group.id,
        reference: `T-${answers.length + 1}`,
        startedAt: ctx.now,
        signedOffAt: ctx.now,
        version: 1,
        quotable: quotable ?? true,
        quotableToGroups: quotable ?? true,
      })
      .returning({ id: responses.id })
    const responseId = response?.id ?? ""
    await ctx.tx.insert(responseVersions).values({
      lioId: ctx.lio.id,
      responseId,
      version: 1,
      answers: { [questionId]: { text } },
      signedOffAt: ctx.now,
      signedOffName: "Somebody",
    })
    answers.push({ responseId, group, text })
  }
  return { id: consultationId, questionId, answers }
}
