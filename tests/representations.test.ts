import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { letters, representations } from "@/db/schema"
import * as make from "@/db/seed/factories"
import { dropPassage, takePassage } from "@/lib/consultations/passages/commands"
import { listAnswersToRead, listCodes, listPassages } from "@/lib/consultations/passages/queries"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { addAsk, changeAsk, pinPassage } from "@/lib/representations/asks/commands"
import { changeRepresentation, startRepresentation } from "@/lib/representations/commands"
import { closeRepresentation } from "@/lib/representations/outcomes/commands"
import { getOutcome, listOutcomes } from "@/lib/representations/outcomes/queries"
import { publishRepresentation } from "@/lib/representations/publishing/commands"
import { getRepresentation, listRepresentations } from "@/lib/representations/queries"
import { recordAskOutcome, recordReply } from "@/lib/representations/replies/commands"
import { sendRepresentation } from "@/lib/representations/sending/commands"
import { getPublished } from "@/lib/representations/versions/queries"
import { world } from "./support/world"

const w = await world()
const WORDS = "The last bus goes at six. Eleven of our thirty members have stopped coming."

const asked = await w.system((ctx) =>
  make.answeredConsultation(ctx, {
    title: "Buses",
    bodyId: w.council.id,
    said: [
      { group: w.foodbank, text: WORDS },
      { group: w.choir, text: "Do not print this, but nobody comes from the moor.", quotable: false },
    ],
  }),
)
const [first, second] = asked.answers

const take = (over: Partial<Parameters<typeof takePassage>[1]> = {}) =>
  w.asWorker((ctx) =>
    takePassage(ctx, {
      consultationId: asked.id,
      responseId: first?.responseId ?? "",
      questionId: asked.questionId,
      quote: "Eleven of our thirty members have stopped coming.",
      codeIds: [],
      newCode: "Evenings",
      note: null,
      ...over,
    }),
  )
const start = (title = "Buses after six") =>
  w.asWorker((ctx) =>
    startRepresentation(ctx, {
      title,
      bodyId: w.council.id,
      addressee: null,
      consultationId: asked.id,
      introduction: "We ask.",
    }),
  )

/** A representation with one ask and both groups' words behind it, published and sent. */
async function sentOne() {
  const { id } = await start()
  const passage = await take()
  const quiet = await take({
    responseId: second?.responseId,
    quote: "nobody comes from the moor",
    newCode: null,
  })
  const ask = await w.asWorker((ctx) =>
    addAsk(ctx, { representationId: id, text: "Run one bus at half past eight.", why: null }),
  )
  await w.asWorker((ctx) => pinPassage(ctx, { askId: ask.id, passageId: passage.id }))
  await w.asWorker((ctx) => pinPassage(ctx, { askId: ask.id, passageId: quiet.id }))
  const { version } = await w.asWorker((ctx) => publishRepresentation(ctx, { id }))
  await w.asWorker((ctx) => sendRepresentation(ctx, { id, sentOn: null, replyDueOn: null }))
  return { id, ask, passage, version }
}

describe("A passage", () => {
  it("is taken from a signed-off answer, word for word, under a name", async () => {
    const { id } = await take()
    const passages = await w.asViewer((ctx) => listPassages(ctx, asked.id))
    expect(passages.find((one) => one.id === id)).toMatchObject({
      group: "Clitheroe Food Bank",
      codes: [{ name: "Evenings" }],
    })
    expect((await w.asViewer((ctx) => listCodes(ctx, asked.id)))[0]).toMatchObject({
      name: "Evenings",
      groups: 1,
    })
  })

  it("cannot say what the group did not", async () => {
    await expect(take({ quote: "Twelve of our thirty members" })).rejects.toThrow(RuleBroken)
  })

  it("is not for viewers to take, nor for members to see, nor for another LIO", async () => {
    const input = {
      consultationId: asked.id,
      responseId: first?.responseId ?? "",
      questionId: asked.questionId,
      quote: WORDS,
      codeIds: [],
      newCode: null,
      note: null,
    }
    await expect(w.asViewer((ctx) => takePassage(ctx, input))).rejects.toThrow(NotAllowed)
    await expect(w.asLead((ctx) => listPassages(ctx, asked.id))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => takePassage(ctx, input))).rejects.toThrow(NotFound)
    expect(await w.asOtherManager((ctx) => listAnswersToRead(ctx, asked.id))).toEqual([])
  })

  it("stays once it is evidence", async () => {
    const { passage } = await sentOne()
    await expect(w.asWorker((ctx) => dropPassage(ctx, { id: passage.id }))).rejects.toThrow(/evidence/)
  })
})

describe("A representation", () => {
  it("goes to a statutory body only", async () => {
    const input = {
      title: "To a group",
      bodyId: w.foodbank.id,
      addressee: null,
      consultationId: null,
      introduction: null,
    }
    await expect(w.asWorker((ctx) => startRepresentation(ctx, input))).rejects.toThrow(/statutory/)
    await expect(w.asViewer((ctx) => startRepresentation(ctx, input))).rejects.toThrow(NotAllowed)
    await expect(w.asLead((ctx) => listRepresentations(ctx))).rejects.toThrow(NotAllowed)
  })

  it("needs an ask to be published, and a published version to be sent", async () => {
    const { id } = await start()
    await expect(w.asWorker((ctx) => publishRepresentation(ctx, { id }))).rejects.toThrow(/Add an ask/)
    await expect(
      w.asWorker((ctx) => sendRepresentation(ctx, { id, sentOn: null, replyDueOn: null })),
    ).rejects.toThrow(/Publish/)
  })

  it("keeps a published version as it was, and prints only those who agreed to be quoted", async () => {
    const { id, version } = await sentOne()
    await w.asWorker((ctx) =>
      changeRepresentation(ctx, {
        id,
        title: "Another title",
        bodyId: w.council.id,
        addressee: null,
        consultationId: asked.id,
        introduction: "Changed.",
      }),
    )
    const { content } = await w.asPublic((ctx) => getPublished(ctx, id, version))
    expect(content).toMatchObject({
      title: "Buses after six",
      introduction: "We ask.",
      consultation: { asked: 2, answered: 2 },
    })
    expect(content?.asks[0]?.groups).toBe(2)
    expect(content?.asks[0]?.evidence).toEqual([
      {
        passageId: expect.any(String),
        quote: "Eleven of our thirty members have stopped coming.",
        by: "Clitheroe Food Bank",
        question: expect.any(String),
        on: expect.any(String),
      },
    ])
    expect(JSON.stringify(content)).not.toContain("moor")
    await expect(w.asPublic((ctx) => getPublished(ctx, id, version + 1))).rejects.toThrow(NotFound)
  })

  it("leaves its asks alone once it is sent, also when it goes again", async () => {
    const { id, ask } = await sentOne()
    await w.asWorker((ctx) => sendRepresentation(ctx, { id, sentOn: null, replyDueOn: null }))
    await expect(
      w.asWorker((ctx) => changeAsk(ctx, { id: ask.id, text: "Something else", why: null })),
    ).rejects.toThrow(/has been sent/)
  })

  it("is answered when each of its asks is", async () => {
    const { id, ask } = await sentOne()
    const early = { id: ask.id, reply: "accepted" as const, replyText: "Yes.", repliedOn: "2020-01-01" }
    await expect(w.asWorker((ctx) => recordReply(ctx, early))).rejects.toThrow(/before it was sent/)
    await w.asWorker((ctx) => recordReply(ctx, { ...early, repliedOn: null }))
    expect((await w.asViewer((ctx) => getRepresentation(ctx, id))).stage).toBe("replied")
  })
})

describe("Closing the loop", () => {
  it("cannot happen while an ask has no word, nor before it was sent", async () => {
    const { id } = await start()
    await expect(w.asWorker((ctx) => closeRepresentation(ctx, { id, outcome: "Nothing." }))).rejects.toThrow(
      /not been sent/,
    )
    const sent = await sentOne()
    await expect(
      w.asWorker((ctx) => closeRepresentation(ctx, { id: sent.id, outcome: "Nothing." })),
    ).rejects.toThrow(/no reply yet/)
  })

  it("tells every group that spoke, each with its own words, once", async () => {
    const { id, ask } = await sentOne()
    await w.asWorker((ctx) =>
      recordReply(ctx, { id: ask.id, reply: "partly", replyText: "On Mondays.", repliedOn: null }),
    )
    await w.asWorker((ctx) =>
      recordAskOutcome(ctx, { id: ask.id, outcome: "It runs since May.", outcomeOn: null }),
    )
    const closed = await w.asWorker((ctx) => closeRepresentation(ctx, { id, outcome: "One bus on Mondays." }))
    expect(closed.told).toBe(2)
    const sent = await w.system((ctx) =>
      ctx.tx.select().from(letters).where(eq(letters.letter, "representation-outcome")),
    )
    expect(sent.map((letter) => letter.toEmail).sort()).toEqual([
      "lead@ribble.example",
      "member@ribble.example",
    ])
    const toFoodbank = sent.find((letter) => letter.toEmail === "lead@ribble.example")
    expect(JSON.stringify(toFoodbank?.props)).toContain("Eleven of our thirty members")
    expect(JSON.stringify(toFoodbank?.props)).not.toContain("moor")
    await expect(w.asWorker((ctx) => closeRepresentation(ctx, { id, outcome: "Again." }))).rejects.toThrow(
      /closed/,
    )
  })

  it("shows each group its own part, and nobody another's", async () => {
    const [closed] = await w.system((ctx) =>
      ctx.tx.select().from(representations).where(eq(representations.outcome, "One bus on Mondays.")),
    )
    const id = closed?.id ?? ""
    const [mine] = await w.asLead((ctx) => listOutcomes(ctx))
    expect(mine).toMatchObject({
      group: "Clitheroe Food Bank",
      body: "Ribble Borough Council",
      outcome: "One bus on Mondays.",
    })
    expect(mine?.asks[0]).toMatchObject({
      reply: "partly",
      outcome: "It runs since May.",
      yours: ["Eleven of our thirty members have stopped coming."],
    })
    expect(await w.asMember((ctx) => listOutcomes(ctx))).toHaveLength(2)
    expect(await w.asOutsider((ctx) => listOutcomes(ctx))).toEqual([])
    await expect(w.asOutsider((ctx) => getOutcome(ctx, id, w.foodbank.id))).rejects.toThrow(NotAllowed)
    expect(await w.asOtherManager((ctx) => listRepresentations(ctx))).toEqual([])
    await expect(w.asOtherManager((ctx) => getRepresentation(ctx, id))).rejects.toThrow(NotFound)
  })
})
