import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { NotAllowed, SignedOut } from "@/lib/errors"
import { turnBoard } from "@/lib/partnerships/commands"
import { askAgain } from "@/lib/partnerships/elections/asking/commands"
import { callOff, publishElection } from "@/lib/partnerships/elections/commands"
import { endWithoutVote, hindrance } from "@/lib/partnerships/elections/moving/commands"
import { agree, checkNomination, nominate } from "@/lib/partnerships/elections/nominations/commands"
import { byNomineeLink, listNominations } from "@/lib/partnerships/elections/nominations/queries"
import { getElection } from "@/lib/partnerships/elections/queries"
import { getResult } from "@/lib/partnerships/elections/results/queries"
import { changeSeat } from "@/lib/partnerships/seats/commands"
import { changeSeatInput } from "@/lib/partnerships/seats/input"
import { voting } from "./support/election"
import { world } from "./support/world"

const w = await world()
const v = voting(w)
type Voice = Awaited<ReturnType<typeof v.voices>>[number]
const [ann, ben] = (await v.voices(2, "Told")) as [Voice, Voice]
const announces = (id: string) => w.asWorker((ctx) => publishElection(ctx, { id }))
const nominationsOf = (id: string) => w.asViewer((ctx) => listNominations(ctx, id))
type Props = Record<string, unknown> & { words: string[]; url: string; seat?: string | null }
const lettersOf = async (letter: string, title: string) =>
  (
    await w.system((ctx) =>
      ctx.tx.execute<{ to: string; props: Props }>(
        sql`select to_email as to, props from letters where letter = ${letter} and props->>'title' = ${title} order by created_at`,
      ),
    )
  ).map(({ to, props }): Props & { to: string } => ({ ...props, to }))
const asksSomebody = (id: string, voice: Voice) =>
  v.takes(id, voice, (ctx, taker) =>
    nominate(ctx, taker, {
      ...{ groupId: voice.groupId, who: "other", statement: null },
      ...{ name: "Nora Newcomer", email: "nora@ribble.example" },
    }),
  )

describe("Emails about a vote", () => {
  it("say what the role is and how much time it takes, and how many groups must endorse", async () => {
    const { id, seatIds } = await v.plan("Told role", { endorsements: "1" })
    await w.asWorker((ctx) =>
      changeSeat(
        ctx,
        changeSeatInput.parse({
          ...{ id: seatIds[0], title: "Seat 1", termMonths: "36" },
          ...{ mandate: "Speak for groups on health.", time: "One day a month." },
        }),
      ),
    )
    await announces(id)
    const words = (await lettersOf("election-news", "Told role"))[0]?.words
    expect(words?.[0]).toBe("Speak for groups on health. Time: One day a month.")
    expect(words).toContain("Whoever stands needs one other group to endorse them.")
    const two = await v.plan("Told twice", { endorsements: "2" })
    await announces(two.id)
    const [letter] = await lettersOf("election-news", "Told twice")
    expect(letter?.words).toContain("Whoever stands needs 2 other groups to endorse them.")
  })

  it("lead to the vote that was called off: its page, or by the link where the board isn’t shown", async () => {
    const off = async (title: string, hide: boolean) => {
      const { id, boardId } = await v.plan(title)
      if (hide) await w.asWorker((ctx) => turnBoard(ctx, { id: boardId, to: "hidden" }))
      await announces(id)
      await w.asWorker((ctx) => callOff(ctx, { id, reason: "No more." }))
      const letters = (await lettersOf("election-news", title)).filter(({ news }) => news === "off")
      expect(letters.length).toBeGreaterThan(1)
      return { id, urls: letters.map(({ url }) => url) }
    }
    const shown = await off("Off and shown", false)
    expect(new Set(shown.urls)).toEqual(new Set([`/ribble/elections/${shown.id}`]))
    for (const url of (await off("Off and hidden", true)).urls)
      expect(url).toContain("/elections/take-part?key=")
  })

  it("say that a nomination is valid once, however often that is decided; another decision is told", async () => {
    const { id } = await v.plan("Checked once")
    await announces(id)
    await v.putUp(id, ann)
    const nomination = (await nominationsOf(id))[0]?.id ?? ""
    const decides = (verdict: "valid" | "refused", reason: string | null = null) =>
      w.asWorker((ctx) => checkNomination(ctx, { id: nomination, verdict, reason }))
    const told = async () =>
      (await lettersOf("election-checked", "Checked once")).map((one) => one.reason ?? "valid")
    expect((await decides("valid")).told).toBe(true)
    expect((await decides("valid")).told).toBe(false)
    expect(await told()).toEqual(["valid"])
    await decides("refused", "Elsewhere.")
    await decides("refused", "Elsewhere.")
    await decides("refused", "They live elsewhere.")
    await decides("valid")
    expect(await told()).toEqual(["valid", "Elsewhere.", "They live elsewhere.", "valid"])
  })
})

describe("Somebody who was put up and never said yes", () => {
  it("keeps nobody waiting once nominations have closed", async () => {
    const { id } = await v.plan("Never said yes")
    await announces(id)
    await v.putUp(id, ann)
    await asksSomebody(id, ben)
    await v.move(id, 22)
    const hinders = () => w.asWorker(async (ctx) => hindrance(ctx, await getElection(ctx, id)))
    expect(await hinders()).toBe("1 nomination isn’t checked yet.")
    const own = (await nominationsOf(id)).find((one) => one.groupId === ann.groupId)?.id ?? ""
    await w.asWorker((ctx) => checkNomination(ctx, { id: own, verdict: "valid", reason: null }))
    expect(await hinders()).toContain("nothing to vote on")
    expect(await w.asWorker((ctx) => endWithoutVote(ctx, { id }))).toMatchObject({ outcome: "unopposed" })
  })
})

describe("Somebody whose address was wrong", () => {
  it("is written to at another: the first link opens nothing from then on, the second does", async () => {
    const title = "Mistyped seat"
    const { id } = await v.plan(title, { endorsements: "1" })
    await announces(id)
    await asksSomebody(id, ann)
    const asked = { id: (await nominationsOf(id))[0]?.id ?? "", email: "nora.newcomer@ribble.example" }
    await expect(w.asViewer((ctx) => askAgain(ctx, asked))).rejects.toThrow(NotAllowed)
    await w.asWorker((ctx) => askAgain(ctx, asked))
    const [second, ...others] = await nominationsOf(id)
    expect(others).toEqual([])
    expect(second).toMatchObject({ name: "Nora Newcomer", email: asked.email, agreed: false })
    const letter = (await lettersOf("election-nominee", title)).at(-1)
    expect(letter?.to).toBe(asked.email)
    expect(letter?.words.join(" ")).toMatch(
      /Please tell us by .* needs one other group to endorse them\. .* groups vote from /,
    )
    const agrees = (nominationId: string) =>
      byNomineeLink({ lio: "ribble", key: v.nomineeKey(nominationId) }, (ctx, nominee) =>
        agree(ctx, nominee, { statement: "I will." }),
      )
    await expect(agrees(asked.id)).rejects.toThrow(SignedOut)
    await agrees(second?.id ?? "")
    await expect(w.asWorker((ctx) => askAgain(ctx, { ...asked, id: second?.id ?? "" }))).rejects.toThrow(
      "Nora Newcomer has answered already",
    )
    expect(await nominationsOf(id), "nothing half-done").toMatchObject([{ id: second?.id, agreed: true }])
  })
})

describe("A result", () => {
  it("is told to whoever stood a day before anybody else hears of it, however late it was counted", async () => {
    const { id } = await v.opened("Counted late", [ann, ben], { rule: "plurality" })
    const [first] = await nominationsOf(id)
    await v.vote(id, ann, { order: [first?.id ?? ""], rule: "choice" })
    await v.move(id, 50)
    const told = async () => (await w.asPublic((ctx) => getResult(ctx, id))) !== null
    const letters = await lettersOf("election-outcome", "Counted late")
    expect(
      letters.map(({ seat }) => seat),
      "which seat, for whoever is elected",
    ).toEqual(expect.arrayContaining([null, "Seat 1"]))
    expect(await told(), "counted a week after it closed").toBe(false)
    await v.move(id, 50.9)
    expect(await told()).toBe(false)
    await v.move(id, 51)
    expect(await told()).toBe(true)
  })
})
