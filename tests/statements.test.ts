import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import * as make from "@/db/seed/factories"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { listPlaces } from "@/lib/consultations/answering/queries"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import { openConsultation } from "@/lib/consultations/invitations/commands"
import { listQuestions } from "@/lib/consultations/queries"
import { addQuestion, moveQuestion, removeQuestion } from "@/lib/consultations/questions/commands"
import { remindNow } from "@/lib/consultations/reminders/commands"
import { getResults } from "@/lib/consultations/results/queries"
import { addField, moveField } from "@/lib/fields/commands"
import { addFieldInput } from "@/lib/fields/input"
import { listFields } from "@/lib/fields/queries"
import { addFiles } from "@/lib/files/commands"
import { readUpload } from "@/lib/files/reading/content"
import { remindOfFiles } from "@/lib/files/reminding/commands"
import { tendMemberships } from "@/lib/memberships/renewal/commands"
import { closeRepresentation } from "@/lib/representations/outcomes/commands"
import { listOutcomesFor } from "@/lib/representations/outcomes/queries"
import { papers } from "./support/papers"
import { membersOf, sameForMany, statementsOf } from "./support/statements"

const p = await papers()
const { w } = p

/** So many more groups in the network that is asked, each with somebody who speaks for it. */
const grow = (many: number) =>
  w.system(async (ctx) => {
    const ids = (await membersOf(ctx, many)).map(({ id }) => id)
    await ctx.tx.execute(sql`
      insert into network_groups (lio_id, network_id, group_id, joined_at)
      select ${ctx.lio.id}, ${p.network}, id, now() from unnest(${sql.param(ids)}::uuid[]) id`)
    return ids
  })

async function answer(of: Awaited<ReturnType<typeof p.draft>>, groups: string[]) {
  for (const group of groups) {
    await w.asWorker((ctx) => saveAnswer(ctx, p.said(of, 0, "o1", { group })))
    await w.asWorker((ctx) => p.sign(ctx, of, group))
  }
}

/** A representation that all but needs closing, of a consultation that so many more groups answered. */
async function answered(groups: string[]) {
  const of = await p.heard()
  await answer(of, groups)
  return of
}

describe("However many groups there are, the statements stay as many", () => {
  it("when a consultation is opened, reminds, closes, and what came of it is told", async () => {
    const counts: Record<string, number[]> = { open: [], remind: [], close: [], tell: [] }
    const groups = await grow(4)
    for (const more of [0, 4]) {
      if (more > 0) groups.push(...(await grow(more)))
      const draft = await p.draft()
      const opening = { id: draft.id, periodReason: null }
      counts.open?.push(await statementsOf(() => w.asWorker((ctx) => openConsultation(ctx, opening))))
      counts.remind?.push(await statementsOf(() => w.asWorker((ctx) => remindNow(ctx, { id: draft.id }))))
      const of = await answered(groups)
      counts.close?.push(
        await statementsOf(() =>
          w.asWorker((ctx) => closeConsultation(ctx, { ...of, reason: "All have answered" })),
        ),
      )
      const one = await p.drafted(of)
      await p.publish(one.id)
      await p.send(one.id)
      await p.reply(one.ask)
      const input = {
        id: one.id,
        outcome: "A late bus on Mondays.",
        button: "close" as const,
        despite: undefined,
      }
      counts.tell?.push(await statementsOf(() => w.asWorker((ctx) => closeRepresentation(ctx, input))))
      const told = await w.asWorker((ctx) => listOutcomesFor(ctx, one.id))
      expect(told.length).toBe(groups.length + 2)
    }
    for (const [act, [some, twice]] of Object.entries(counts)) expect(twice, act).toBe(some)
  })

  it("when memberships are looked after", async () => {
    const counts: number[] = []
    for (const many of [3, 9]) {
      const ids = await grow(many)
      await w.system((ctx) =>
        ctx.tx.execute(sql`
          with kind as (
            insert into membership_types (lio_id, name, standing, period, months, grace_days, renewal_days, position)
            select ${ctx.lio.id}, 'Kind ' || ${many}::text, 'member', 'rolling', 12, 30, 60, 0 returning id)
          insert into memberships (lio_id, group_id, type_id, starts_on, ends_on, fee_pence, created_at)
          select ${ctx.lio.id}, g, kind.id, current_date - 340, current_date + 20, 1000, now()
          from kind, unnest(${sql.param(ids)}::uuid[]) g`),
      )
      counts.push(await statementsOf(() => tendMemberships("ribble", new Date())))
    }
    expect(counts[1]).toBe(counts[0])
  })

  it("when files run out", async () => {
    const counts: number[] = []
    for (const many of [2, 6]) {
      for (const onId of await grow(many)) {
        const uploads = [await readUpload({ name: "Cover.txt", bytes: Buffer.from(`Cover ${onId}`) })]
        await w.asWorker((ctx) =>
          addFiles(ctx, { onKind: "group", onId, kind: "insurance", runsUntil: "2040-05-20", uploads }),
        )
      }
      counts.push(
        await statementsOf(() => w.system(remindOfFiles, "ribble", new Date("2040-05-01T09:00:00Z"))),
      )
    }
    expect(counts[1]).toBe(counts[0])
  })
})

describe("However many questions there are, the statements stay as many", () => {
  it("when one of a consultation is moved", async () => {
    const { id } = await p.draft()
    await sameForMany(async (many) => {
      const titles = Array.from({ length: many }, (_, at) => `Question ${many} ${at}`)
      for (const title of titles) await w.asWorker((ctx) => addQuestion(ctx, p.asked(id, { title })))
      const before = await w.asWorker((ctx) => listQuestions(ctx, id))
      // One that was removed leaves a gap, so that every place behind it changes.
      await w.asWorker((ctx) => removeQuestion(ctx, { id: before[0]?.id ?? "", consultationId: id }))
      return async () => {
        const last = before.at(-1)?.id ?? ""
        await w.asWorker((ctx) => moveQuestion(ctx, { id: last, consultationId: id, way: "up" }))
        const after = await w.asWorker((ctx) => listQuestions(ctx, id))
        expect(after.map(({ position }) => position)).toEqual(after.map((_, at) => at + 1))
        expect(after.at(-2)?.id).toBe(last)
      }
    })
  })

  it("when one about groups is moved", async () => {
    await sameForMany(async (many) => {
      const made: string[] = []
      for (const at of Array(many).keys()) {
        const said = addFieldInput.parse({ kind: "text", label: `Fact ${many} ${at}`, forGroups: "nothing" })
        made.push((await w.asManager((ctx) => addField(ctx, said))).id)
      }
      return async () => {
        const last = made.at(-1) ?? ""
        await w.asManager((ctx) => moveField(ctx, { id: last, way: "up" }))
        expect((await w.asManager((ctx) => listFields(ctx))).at(-2)?.id).toBe(last)
      }
    })
  })
})

describe("A page", () => {
  it("tells what a person's groups have answered with as many statements, however many they are", async () => {
    await sameForMany(async (many) => {
      const of = await p.draft()
      const groups = await grow(many)
      await w.asWorker((ctx) => openConsultation(ctx, { id: of.id, periodReason: null }))
      const email = `${crypto.randomUUID()}@ribble.example`
      const theirs = groups.map((id) => ({ id, name: "" }))
      await w.system((ctx) => make.speaker(ctx, { name: "Umi", email, groups: theirs, speaks: "lead" }))
      await answer(of, groups.slice(1))
      return async () => {
        const places = await w.as(email, (ctx) => listPlaces(ctx, of.id))
        expect(places.filter(({ signedOffAt }) => signedOffAt)).toHaveLength(many - 1)
        expect(places.map(({ answered }) => answered).sort()).toEqual([0, ...Array(many - 1).fill(1)])
      }
    })
  })

  it("shows the results of many questions with as many statements as of few", async () => {
    await sameForMany(async (many) => {
      const { id } = await p.draft()
      for (const at of Array(many).keys())
        await w.asWorker((ctx) =>
          addQuestion(ctx, p.asked(id, { kind: "text", title: `Tell us more ${at}` })),
        )
      await w.asWorker((ctx) => openConsultation(ctx, { id, periodReason: null }))
      const of = { id, questions: await w.asWorker((ctx) => listQuestions(ctx, id)) }
      for (const at of of.questions.keys())
        if (at > 2) await w.asLead((ctx) => saveAnswer(ctx, p.said(of, at, `Words ${at}`)))
      await w.asLead((ctx) => saveAnswer(ctx, p.said(of, 0, "o1")))
      await w.asLead((ctx) => p.sign(ctx, of))
      return async () => {
        const { questions } = await w.asWorker((ctx) => getResults(ctx, id))
        expect(questions.flatMap(({ written }) => written.map(({ text }) => text))).toEqual(
          of.questions.flatMap((_, at) => (at > 2 ? [`Words ${at}`] : [])),
        )
      }
    })
  })
})
