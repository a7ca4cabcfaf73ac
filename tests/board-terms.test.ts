import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { addSeat, changeTerm, startTerm } from "@/lib/partnerships/seats/commands"
import { addSeatInput, startTermInput } from "@/lib/partnerships/seats/input"
import { getSeat } from "@/lib/partnerships/seats/queries"
import { boarding } from "./support/boards"

const { w, worker, boardWith } = await boarding()

describe("A term", () => {
  it("is refused where its days can’t be meant, when it begins and when it is changed", async () => {
    const { boardId } = await boardWith("Long Board", 20)
    const seat = await worker((ctx) => addSeat(ctx, addSeatInput.parse({ boardId, title: "Second seat" })))
    const starts = (days: Record<string, string>) =>
      worker((ctx) =>
        startTerm(
          ctx,
          startTermInput.parse({
            ...{ seatId: seat.id, groupIds: w.choir.id, name: "Rita Rep", email: "rita@ribble.example" },
            ...{ holds: "representative", chosenBy: "network", ...days },
          }),
        ),
      )
    const far = { message: "Check the year: this is more than 20 years ahead.", field: "endsOn" }
    await expect(starts({ endsOn: "9999-01-01" })).rejects.toMatchObject(far)
    await expect(starts({ endsOn: "2046-06-02" })).rejects.toMatchObject(far)
    await expect(starts({ endsOn: "2026-05-31" })).rejects.toMatchObject({
      ...{ message: "The end of the term must be after its first day.", field: "endsOn" },
    })
    await expect(starts({ startsOn: "9999-01-01" })).rejects.toMatchObject({ ...far, field: "startsOn" })
    await starts({ endsOn: "2046-06-01" })
    const { terms } = await worker((ctx) => getSeat(ctx, seat.id))
    const changes = (endsOn: string) =>
      worker((ctx) => changeTerm(ctx, { id: terms[0]?.termId ?? "", endsOn, named: true }))
    await expect(changes("9999-01-01")).rejects.toMatchObject(far)
    await w.system((ctx) =>
      ctx.tx.execute(sql`update seat_terms set ends_on = '9999-01-01' where seat_id = ${seat.id}::uuid`),
    )
    await changes("9999-01-01")
  })
})
