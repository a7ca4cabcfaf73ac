import { sql } from "drizzle-orm"
import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { readBlt } from "@/lib/ballots/blt"
import { count } from "@/lib/ballots/count"
import { NotFound } from "@/lib/errors"
import { readUpload } from "@/lib/files/reading/content"
import { publishElection } from "@/lib/partnerships/elections/commands"
import {
  byNomineeLink,
  listNominations,
  listStanding,
} from "@/lib/partnerships/elections/nominations/queries"
import { setPicture } from "@/lib/partnerships/elections/pictures/commands"
import { readPicture } from "@/lib/partnerships/elections/pictures/queries"
import { getElection } from "@/lib/partnerships/elections/queries"
import { showResult } from "@/lib/partnerships/elections/results/commands"
import { getBlt, getResult, wasCounted } from "@/lib/partnerships/elections/results/queries"
import { confirmSubstitute } from "@/lib/partnerships/elections/seating/commands"
import { getSeat } from "@/lib/partnerships/seats/queries"
import { voting } from "./support/election"
import { world } from "./support/world"

const w = await world()
const v = voting(w)
const voices = await v.voices(7)
const [ann, ben, cat] = voices as [(typeof voices)[0], (typeof voices)[0], (typeof voices)[0]]

const standingIn = async (id: string) =>
  (await w.asViewer((ctx) => listStanding(ctx, id))).map((one) => one.id)

describe("An election", () => {
  it("goes from a vacancy over nominations, roll and vote to a term", async () => {
    const { id, seatIds } = await v.opened("Health seat", [ann, ben, cat])
    expect(await w.asViewer((ctx) => getElection(ctx, id))).toMatchObject({ state: "voting", rule: "irv" })
    const standing = await w.asViewer((ctx) => listStanding(ctx, id))
    const of = (voice: typeof ann) => standing.find(({ groupId }) => groupId === voice.groupId)?.id ?? ""
    const orders = [[ann], [ann, ben], [ben, ann], [cat, ann], [ann, cat], [ben]]
    const receipts: string[] = []
    for (const [at, order] of orders.entries())
      receipts.push((await v.vote(id, voices[at] as typeof ann, { order: order.map(of) })).receipt)
    await v.vote(id, voices[6] as typeof ann, { blank: true })
    await v.move(id, 43)
    const election = await w.asViewer((ctx) => getElection(ctx, id))
    expect(election).toMatchObject({ state: "ended", outcome: "elected" })
    expect(election.closedAt, "it closes on its day, however late it is counted").toEqual(
      election.votingUntil,
    )
    const result = await w.asViewer((ctx) => getResult(ctx, id))
    expect(result).toMatchObject({ onRoll: 10, voted: 7, blank: 1, count: { elected: [ann.name] } })
    const { terms } = await w.asViewer((ctx) => getSeat(ctx, seatIds[0] ?? ""))
    expect(terms).toMatchObject([{ name: ann.name, chosenBy: "election", holds: "representative" }])
    expect(await w.asPublic((ctx) => getResult(ctx, id)), "nobody is told before those who stood").toBeNull()
    await w.asWorker((ctx) => showResult(ctx, { id }))
    const { blt } = await w.asPublic((ctx) => getBlt(ctx, id))
    expect(count(readBlt(blt), "irv")).toEqual(result?.count)
    expect(await w.asPublic((ctx) => wasCounted(ctx, id, receipts[2] ?? ""))).toBe(true)
    expect(await w.asPublic((ctx) => wasCounted(ctx, id, "AAAA-BBBB-CCCC-DDDD-EEEE"))).toBe(false)
    expect(await w.asWorker((ctx) => confirmSubstitute(ctx, { id, seatId: null }))).toMatchObject({
      name: ben.name,
    })
    expect(await standingIn(id)).toHaveLength(3)
  })
})

describe("A picture", () => {
  const drawn = (ending: "png" | "txt") =>
    ending === "png"
      ? sharp({ create: { width: 900, height: 600, channels: 3, background: "#1d6b43" } })
          .png()
          .toBuffer()
      : Promise.resolve(Buffer.from("Not a picture"))
  const sends = async (id: string, ending: "png" | "txt" = "png") => {
    const upload = await readUpload({ name: `me.${ending}`, bytes: new Uint8Array(await drawn(ending)) })
    return byNomineeLink({ lio: "ribble", key: v.nomineeKey(id) }, (ctx, nominee) =>
      setPicture(ctx, nominee, upload),
    )
  }

  it("is of whoever was put up, drawn anew, and shown once they stand", async () => {
    const { id } = await v.plan("Pictured seat")
    await w.asWorker((ctx) => publishElection(ctx, { id }))
    await v.putUp(id, ann)
    const nomination = (await w.asViewer((ctx) => listNominations(ctx, id)))[0]?.id ?? ""
    await sends(nomination)
    await sends(nomination)
    await expect(sends(nomination, "txt")).rejects.toThrow("Choose a picture")
    const kept = await w.system((ctx) =>
      ctx.tx.execute(sql`select 1 from files where on_id = ${nomination}::uuid and removed_at is null`),
    )
    expect(kept, "in the place of the one before").toHaveLength(1)
    const shown = () => w.asPublic((ctx) => readPicture(ctx, id, nomination))
    await expect(shown()).rejects.toThrow(NotFound)
    await v.checkAll(id)
    await expect(shown(), "nominations are still open").rejects.toThrow(NotFound)
    await v.move(id, 22)
    expect((await shown()).type).toBe("image/jpeg")
    await expect(sends(nomination)).rejects.toThrow("closed")
  })
})
