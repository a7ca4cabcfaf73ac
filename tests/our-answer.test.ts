import { describe, expect, it } from "vitest"
import { toDo } from "@/app/[lio]/home/_parts/to-do"
import { asGuest } from "@/lib/access/doors"
import { signLink } from "@/lib/access/links"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { getOurs } from "@/lib/consultations/answering/own/queries"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import { openConsultation } from "@/lib/consultations/invitations/commands"
import { listQuestions, listWaitingFor, listYours, signedOffAnswers } from "@/lib/consultations/queries"
import { addQuestion } from "@/lib/consultations/questions/commands"
import { answerLines } from "@/lib/consultations/results/columns"
import { getResults } from "@/lib/consultations/results/queries"
import { copyAnswer } from "@/lib/consultations/signing/commands"
import { answerInWords } from "@/lib/consultations/words"
import { NotAllowed, NotFound } from "@/lib/errors"
import { getMemberHome } from "@/lib/home/queries"
import { consulting } from "./support/consulting"

const { w, open, draft, asked, said, sign, asAisha, postedFor } = await consulting()
type Of = Awaited<ReturnType<typeof open>>
const ours = (of: { id: string }) => w.asMember((ctx) => getOurs(ctx, of.id, w.foodbank.id))
const theQuestion = (of: Of, at: number) => of.questions[at]?.id ?? ""

describe("An answer that was sent and then changed", async () => {
  const of = await open({ title: "Sent, then changed" })
  await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o1")))
  await w.asLead((ctx) => saveAnswer(ctx, said(of, 3, "The last bus.")))
  await w.asLead((ctx) => sign(ctx, of))
  const mine = async () => (await w.asLead(listYours)).find(({ id }) => id === of.id)
  const home = async () => {
    const things = await w.asLead(async (ctx) => toDo("ribble", await getMemberHome(ctx)))
    return things.find(({ title }) => title === of.title)
  }

  it("waits for nobody while nothing is unsent", async () => {
    expect(await mine()).toMatchObject({ changed: 0 })
    expect(await home()).toBeUndefined()
    expect((await ours(of)).ours).toMatchObject({
      unsent: [],
      sent: { version: 1, signedOffName: "Leila Lead" },
    })
  })

  it("says on home, in the list and on its own page what is not sent, and what counts", async () => {
    await w.asMember((ctx) => saveAnswer(ctx, said(of, 3, "The last two buses.", { version: 1 })))
    expect(await mine()).toMatchObject({ changed: 1 })
    expect(await home()).toMatchObject({
      about: expect.stringMatching(/1 answer changed since you sent it/),
      action: "Check it and send it",
    })
    const page = (await ours(of)).ours
    expect(page?.unsent.map(({ id }) => id)).toEqual([theQuestion(of, 3)])
    expect(page?.sent?.answers[theQuestion(of, 3)]).toEqual({ text: "The last bus." })
    expect(page?.answers.get(theQuestion(of, 3))).toMatchObject({ saver: "Mo Member" })
    const waiting = await w.system((ctx) => listWaitingFor(ctx, w.member.id))
    expect(waiting.find(({ title }) => title === of.title)).toMatchObject({ changed: 1 })
  })

  it("is settled when it is changed back, or sent again", async () => {
    await w.asMember((ctx) => saveAnswer(ctx, said(of, 3, "The last bus.", { version: 2 })))
    expect(await mine()).toMatchObject({ changed: 0 })
    await w.asMember((ctx) => saveAnswer(ctx, said(of, 3, "The last two buses.", { version: 3 })))
    await w.asLead((ctx) => sign(ctx, of))
    expect(await mine()).toMatchObject({ changed: 0 })
    expect((await ours(of)).ours?.versions.map(({ version }) => version)).toEqual([2, 1])
  })

  it("goes as a copy to everybody who speaks for the group", async () => {
    const before = (await postedFor(of.title)).length
    expect(await asAisha((ctx) => copyAnswer(ctx, { id: of.id, group: w.foodbank.id }))).toMatchObject({
      letters: 3,
    })
    const copies = (await postedFor(of.title)).slice(before)
    expect(copies.map(({ letter, toEmail }) => `${letter} ${toEmail}`).sort()).toEqual([
      "consultation-copy aisha@ribble.example",
      "consultation-copy lead@ribble.example",
      "consultation-copy member@ribble.example",
    ])
    await expect(w.asOutsider((ctx) => copyAnswer(ctx, { id: of.id, group: w.foodbank.id }))).rejects.toThrow(
      NotFound,
    )
  })

  it("can be read by the group for ever, by signing in and by its link, and by nobody else", async () => {
    await w.asWorker((ctx) => closeConsultation(ctx, { ...of, reason: "All have answered" }))
    for (const as of [w.asLead, w.asMember, asAisha]) {
      const { ours } = await as((ctx) => getOurs(ctx, of.id, w.foodbank.id))
      expect(ours).toMatchObject({
        open: false,
        versions: { length: 2 },
        response: { reference: expect.any(String) },
      })
    }
    const key = signLink({ purpose: "answer", lio: w.ribble.id, person: w.lead.id, about: of.id })
    const byLink = await asGuest("ribble", key, (ctx) => getOurs(ctx, of.id, w.foodbank.id))
    expect(byLink.ours?.versions).toHaveLength(2)
    expect(await asGuest("ribble", key, (ctx) => getResults(ctx, of.id))).toMatchObject({ answered: 1 })
    await expect(w.asOutsider((ctx) => getOurs(ctx, of.id, w.foodbank.id))).rejects.toThrow(NotFound)
    await expect(w.asWorker((ctx) => getOurs(ctx, of.id, w.foodbank.id))).rejects.toThrow(NotAllowed)
  })
})

describe("Two who change the same answer", () => {
  const conflict = async (title: string) => {
    const of = await open({ title })
    await asAisha((ctx) => saveAnswer(ctx, said(of, 3, "Hers.")))
    const late = (keep: string, version = 1) =>
      w.asLead((ctx) => saveAnswer(ctx, said(of, 3, "His.", { keep, version })))
    await expect(late("mine", 0)).rejects.toMatchObject({ theirs: { answer: "Hers.", version: "1" } })
    return { of, late }
  }
  const words = async (of: Of) => {
    const page = (await ours(of)).ours
    return {
      now: page?.answers.get(theQuestion(of, 3))?.value.text,
      earlier: page?.earlier.map(({ value, saver }) => `${value.text} ${saver}`),
    }
  }

  it("keep mine: the other’s words are among the earlier ones", async () => {
    const { of, late } = await conflict("Keep mine")
    await late("mine")
    expect(await words(of)).toEqual({ now: "His.", earlier: ["Hers. Aisha Two"] })
  })

  it("keep theirs: mine are among the earlier ones", async () => {
    const { of, late } = await conflict("Keep theirs")
    await late("theirs")
    expect(await words(of)).toEqual({ now: "Hers.", earlier: ["His. Leila Lead", "Hers. Aisha Two"] })
  })

  it("put both together, and lose neither", async () => {
    const { of, late } = await conflict("Both")
    await late("both")
    expect((await words(of)).now).toBe("Hers.\n\nHis.")
  })

  it("ticks are put together, single choices are not", async () => {
    const of = await open({ title: "Ticks" })
    await asAisha((ctx) => saveAnswer(ctx, said(of, 1, ["o1"])))
    await asAisha((ctx) => saveAnswer(ctx, said(of, 0, "o1")))
    await w.asLead((ctx) => saveAnswer(ctx, said(of, 1, ["o2"], { keep: "both", version: 1 })))
    const page = (await ours(of)).ours
    expect(page?.answers.get(theQuestion(of, 1))?.value).toEqual({ choices: ["o1", "o2"] })
    const both = w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o2", { keep: "both", version: 1 })))
    await expect(both).rejects.toThrow(/cannot be put together/)
  })
})

describe("Options that are not like the others", async () => {
  const { id } = await draft({ title: "None and other" })
  await w.asWorker((ctx) =>
    addQuestion(
      ctx,
      asked(id, {
        kind: "multiple",
        title: "Which?",
        options: "Bus\nTrain\nOther, please say\nNone of these",
      }),
    ),
  )
  await w.asWorker((ctx) => openConsultation(ctx, { id, periodReason: null }))
  const questions = await w.asWorker((ctx) => listQuestions(ctx, id))
  const last = questions.at(-1)
  const pick = (answer: string[], says?: string) =>
    w.asLead((ctx) =>
      saveAnswer(ctx, said({ id, questions } as Of, questions.length - 1, answer, { says, version: 9 })),
    )

  it("“None of these” goes with no other", async () => {
    await expect(pick(["o1", "o4"])).rejects.toThrow(/“None of these”, but not both/)
    await expect(pick(["o4"])).resolves.toMatchObject({ id })
  })

  it("“Other, please say” needs its words, keeps them, and shows them in the results", async () => {
    const save = (answer: string[], says: string | undefined, version: number) =>
      w.asLead((ctx) =>
        saveAnswer(ctx, said({ id, questions } as Of, questions.length - 1, answer, { says, version })),
      )
    await expect(save(["o1", "o3"], undefined, 1)).rejects.toMatchObject({ field: "says" })
    await expect(save(["o1"], "By boat", 1)).rejects.toMatchObject({ field: "answer" })
    await save(["o1", "o3"], "By boat", 1)
    const page = (await ours({ id })).ours
    expect(last && answerInWords(last, page?.answers.get(last.id)?.value)).toBe(
      "Bus and Other, please say: By boat",
    )
    await w.asLead((ctx) => saveAnswer(ctx, said({ id, questions } as Of, 0, "o1")))
    await w.asLead((ctx) => sign(ctx, { id }))
    const results = await w.asWorker((ctx) => getResults(ctx, id))
    expect(results.questions.at(-1)?.written).toMatchObject([{ text: "By boat", by: "Clitheroe Food Bank" }])
  })

  it("come out of the file as they are counted: one column an option, and the words in one of their own", async () => {
    const [results, answers] = await w.asWorker(
      async (ctx) =>
        [
          await getResults(ctx, id),
          answerLines(await listQuestions(ctx, id), await signedOffAnswers(ctx, id)),
        ] as const,
    )
    const [heads = [], ...lines] = answers
    const column = (head: string) => lines.map((line) => line[heads.indexOf(head)])
    const number = questions.length
    for (const question of results.questions.filter(({ kind }) => kind === "multiple")) {
      for (const { label, count } of question.options) {
        const said = column(`${question.number}. ${question.title}: ${label}`)
        expect(
          said.filter((cell) => cell === "yes"),
          label,
        ).toHaveLength(count)
      }
    }
    expect(column(`${number}. Which?: in their words`)).toEqual(["By boat"])
    expect(column(`${number}. Which?: Other, please say`)).toEqual(["yes"])
  })
})
