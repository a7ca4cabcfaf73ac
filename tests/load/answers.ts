import { setTimeout as pause } from "node:timers/promises"
import { trellis } from "../bench/command"
import { cookieOf, openDatabase } from "../e2e/support/place"
import { browser, isSo, within } from "./browser"
import type { Measured } from "./long"

/** So many groups a minute answer so many questions by the link in their invitation. */
const [GROUPS_A_MINUTE, QUESTIONS] = [100, 5]
const MANAGER = "manager@voices-lio.example"

/** How much of the whole time somebody sits over their answers at the most: they begin evenly over the rest. */
const SITTING = 0.15

/** Groups with a lead each, and a consultation that asks them all; its id. */
async function ask(title: string, groups: number) {
  const { asPerson, asSystem } = await import("@/lib/access/doors")
  const make = await import("@/db/seed/factories")
  const { planConsultation } = await import("@/lib/consultations/commands")
  const { planInput } = await import("@/lib/consultations/input")
  const { openConsultation } = await import("@/lib/consultations/invitations/commands")
  const { addQuestion } = await import("@/lib/consultations/questions/commands")
  const { addQuestionInput } = await import("@/lib/consultations/questions/input")
  await asSystem("voices", async (ctx) => {
    for (let at = 0; at < groups; at++) {
      const group = await make.group(ctx, { name: `Answering ${at}`, stage: "member" })
      await make.speaker(ctx, {
        ...{ name: `Lead ${at}`, email: `lead${at}@voices.example`, groups: [group] },
        speaks: "lead",
      })
    }
  })
  const closesOn = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10)
  return asPerson("voices", { email: MANAGER }, async (ctx) => {
    const { id } = await planConsultation(ctx, planInput.parse({ title, closesOn }))
    for (let at = 0; at < QUESTIONS; at++)
      await addQuestion(
        ctx,
        addQuestionInput.parse(
          at % 2 === 0
            ? { consultationId: id, kind: "single", title: `Question ${at}`, options: "Yes\nNo\nPerhaps" }
            : { consultationId: id, kind: "text", title: `Question ${at}` },
        ),
      )
    await openConsultation(ctx, { id, periodReason: null })
    return id
  })
}

/**
 * 500 answers a minute over HTTP, a question a page with scripts off, by the links of the invitations, while staff read the results
 * every second. The doors' addresses stand in the environment already.
 */
export async function measureAnswers(base: string, minutes: number): Promise<Measured[]> {
  await trellis(
    ...["lio", "create", "--slug", "voices", "--name", "Voices CVS", "--kind", "cvs", "--manager", MANAGER],
  )
  const groups = GROUPS_A_MINUTE * minutes
  const id = await ask("What do you say?", groups)
  const sql = openDatabase()
  const read = <T extends object>(query: string, ...values: string[]) =>
    sql.begin(async (tx) => {
      await tx`select set_config('app.lio_id', (select id::text from lios where slug = 'voices'), true), set_config('app.audiences', '{*}', true)`
      return tx.unsafe<T[]>(query, values)
    })
  const links = await read<{ url: string; to: string }>(
    "select props->>'url' as url, to_email as to from letters where letter = 'consultation-invitation' and to_email like 'lead%'",
  )
  const staff = await cookieOf(base, MANAGER)
  const reading: number[] = []
  let over = false
  const watching = (async () => {
    while (!over) {
      const asked = performance.now()
      const answer = await fetch(`${base}/voices/consultations/${id}/results`, {
        headers: { cookie: staff },
      })
      await answer.text()
      if (answer.status !== 200) throw new Error(`The results answered ${answer.status}`)
      reading.push(performance.now() - asked)
      await pause(1000)
    }
  })()
  const [pages, saves, sends]: [number[], number[], number[]] = [[], [], []]
  const span = minutes * 60_000
  await Promise.all(
    links.map(async ({ url, to }, nth) => {
      const each = (span * SITTING) / (QUESTIONS + 2)
      await pause((nth / links.length) * span * (1 - SITTING))
      const visit = browser(base, nth)
      let at = (await visit(url, /name="key"/, {})).to
      for (let question = 0; question < QUESTIONS; question++) {
        await pause(Math.random() * each)
        const here = at.replace(/(\?|&)question=\d+/, "")
        const path = `${here}${here.includes("?") ? "&" : "?"}question=${question + 1}`
        const answer = question % 2 === 0 ? `o${(nth % 3) + 1}` : `${to} to ${question}`
        const saved = await visit(path, /name="questionId"[\s\S]*name="answer"/, { answer, button: "next" })
        pages.push(saved.page)
        saves.push(saved.form)
        at = saved.to.replace("/check", "/answer")
      }
      await pause(Math.random() * each)
      const sent = await visit(at.replace("/answer", "/check"), /name="seen"/, { quotes: "public" })
      sends.push(sent.form)
    }),
  )
  over = true
  await watching
  const [kept] = await read<{ answers: number; sent: number; own: number }>(
    `select count(*)::int as answers, (select count(*)::int from responses where consultation_id = $1 and version = 1) as sent,
       count(*) filter (where a.value->>'text' like p.email || ' to %')::int as own
     from answers a join responses r on r.id = a.response_id join people p on p.id = r.started_by where r.consultation_id = $1`,
    id,
  )
  await sql.end()
  const said = `${groups * QUESTIONS} answers in ${minutes} minutes`
  const texts = groups * Math.floor(QUESTIONS / 2)
  return [
    within(`${said}: to save one`, saves, 300),
    within(`${said}: to open a question`, pages, 300),
    within(`${said}: to send them`, sends, 300),
    within(`${said}: to read the results meanwhile`, reading, 300),
    isSo(
      `${said}: kept`,
      String(kept?.answers),
      String(groups * QUESTIONS),
      kept?.answers === groups * QUESTIONS,
    ),
    isSo(`${said}: sent`, String(kept?.sent), String(groups), kept?.sent === groups),
    isSo(
      `${said}: written answers are those of who wrote them`,
      String(kept?.own),
      String(texts),
      kept?.own === texts,
    ),
  ]
}
