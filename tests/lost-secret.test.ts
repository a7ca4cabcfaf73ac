import { sql } from "drizzle-orm"
import { afterEach, describe, expect, it } from "vitest"
import { asPerson } from "@/lib/access/doors"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { closeConsultation, closeOverdue } from "@/lib/consultations/closing/commands"
import { getConsultation } from "@/lib/consultations/queries"
import { readFrozen } from "@/lib/consultations/results/queries"
import { stopConsultation } from "@/lib/consultations/stopping/commands"
import { consulting, inDays } from "./support/consulting"
import { silentGroups } from "./support/silent-groups"

const consulted = await consulting()
const { w, open, said } = consulted
const { more, answer } = await silentGroups(consulted)
const nobody = { naming: "nobody", partsBy: "sector" }
type Open = Awaited<ReturnType<typeof open>>

describe("Where the server has lost the secret", () => {
  const late = inDays(91)
  const secret = process.env.SEAL_SECRET
  afterEach(() => {
    process.env.SEAL_SECRET = secret
  })
  const standing = (of: Open) =>
    w.system(async (ctx) => ({
      sent: [
        ...(await ctx.tx.execute(
          sql`select v.answers, c.seal_salt, c.closed_at from response_versions v join responses r on r.id = v.response_id
            join consultations c on c.id = r.consultation_id where c.id = ${of.id}::uuid order by v.response_id`,
        )),
      ],
      drafts: await ctx.tx.execute(
        sql`select a.value from answers a join responses r on r.id = a.response_id where r.consultation_id = ${of.id}::uuid order by a.response_id, a.question_id`,
      ),
    }))

  it("nothing is closed, saved over or lost: by hand, on its day, or by a group; and the others still close", async () => {
    const of = await open({ title: "Another machine", ...nobody })
    for (const at of [0, 1, 2, 3, 4]) await answer(of, at, "o1", `Kept ${at}`)
    const before = await standing(of)
    const other = await open({ title: "Beside it" })
    const early = await open({ title: "From before there was a proof", ...nobody })
    await answer(early, 0, "o1", "Kept as well")
    await w.system((ctx) =>
      ctx.tx.execute(
        sql`update consultations set seal_salt = split_part(seal_salt, '.', 1) where id = ${early.id}::uuid`,
      ),
    )
    process.env.SEAL_SECRET = "the secret of another machine"
    const byHand = (which: { id: string }) =>
      w.asWorker((ctx) => closeConsultation(ctx, { ...which, reason: "All have answered" }))
    await expect(byHand(of)).rejects.toThrow(/Nothing is lost/)
    await expect(byHand(early)).rejects.toThrow(/Nothing is lost/)
    const { id: group, email = "" } = more[0] ?? { id: "" }
    for (const which of [of, early])
      await expect(
        w.as(email, (ctx) => saveAnswer(ctx, said(which, 3, "Written over", { group, version: 1 }))),
      ).rejects.toThrow(/Nothing is lost/)
    await w.system(closeOverdue, "ribble", late)
    expect(await standing(of)).toEqual(before)
    expect(await w.system((ctx) => readFrozen(ctx, of.id))).toBeNull()
    expect(await w.system((ctx) => readFrozen(ctx, other.id))).not.toBeNull()

    // With the secret back it closes as ever, and as of its day; without it there is only stopping.
    const worker = { email: "worker@ribble.example" }
    await asPerson("ribble", worker, (ctx) => stopConsultation(ctx, { id: early.id, reason: "Lost" }), {
      now: late,
    })
    process.env.SEAL_SECRET = secret
    await asPerson(
      "ribble",
      worker,
      (ctx) => closeConsultation(ctx, { ...of, reason: "All have answered" }),
      { now: late },
    )
    const { content } = (await w.system((ctx) => readFrozen(ctx, of.id))) ?? { content: null }
    expect(content?.questions[0]?.options[0]?.count).toBe(5)
    const { closedAt, closesAt } = await w.asWorker((ctx) => getConsultation(ctx, of.id))
    expect(closedAt).toEqual(closesAt)
  })
})
