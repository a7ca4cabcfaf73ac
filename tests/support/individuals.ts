import { sql } from "drizzle-orm"
import { individualPath } from "@/lib/access/links"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import type { EditionDocument } from "@/lib/consultations/editions/document"
import { askPeople, confirmForYourself } from "@/lib/consultations/individuals/commands"
import { confirmByLinkInput, sayForYourselfForm } from "@/lib/consultations/individuals/input"
import { sayFrom } from "@/lib/consultations/individuals/public/commands"
import { byIndividualLink } from "@/lib/consultations/individuals/queries"
import type { Question } from "@/lib/consultations/queries"
import { readFrozen } from "@/lib/consultations/results/queries"
import { consulting, inDays } from "./consulting"

type Of = { id: string; questions: Question[] }
/** The fields of each question's way to answer, by its place. */
type Said = Record<string, unknown>[]

/** Consultations that people may answer for themselves, and how they do by the public page and the link in their email. */
export async function answeringForYourself() {
  const house = await consulting()
  const { w, open } = house
  const allow = (id: string, individuals = true) => w.asWorker((ctx) => askPeople(ctx, { id, individuals }))
  const openToPeople = async (over: Record<string, unknown> = {}) => {
    const of = await open(over)
    await allow(of.id)
    return of
  }

  /** What somebody types into the form: to each question, by its place, the fields of its way to answer. */
  const typed = ({ questions }: Of, said: Said) =>
    Object.fromEntries(
      said.flatMap((fields, at) =>
        Object.entries(fields).map(([name, value]) => [`${name}-${questions[at]?.id}`, value]),
      ),
    )
  let places = 0
  const say = (of: Of, email: string, said: Said, over: Record<string, unknown> = {}) => {
    const { lio, ...input } = sayForYourselfForm.parse({
      ...{ lio: "ribble", id: of.id, email },
      ...typed(of, said),
      ...over,
    })
    return sayFrom(lio, input, `10.${places++ % 250}.0.1`)
  }
  const rowOf = (of: Of, email: string) =>
    w.system(async (ctx) => {
      const [row] = await ctx.tx.execute<{ id: string; answers: object | null }>(
        sql`select id, answers from individual_answers where consultation_id = ${of.id} and email = ${email}`,
      )
      return row
    })
  const keyOf = async (of: Of, email: string) =>
    individualPath(w.ribble, (await rowOf(of, email))?.id ?? crypto.randomUUID(), inDays(200)).split(
      "key=",
    )[1] ?? ""
  const confirm = async (of: Of, email: string, said: Said) => {
    const input = confirmByLinkInput.parse({ lio: "ribble", key: await keyOf(of, email), ...typed(of, said) })
    return byIndividualLink(input, (ctx, own) => confirmForYourself(ctx, own, input.said))
  }
  const both = async (of: Of, email: string, said: Said) => {
    await say(of, email, said)
    await confirm(of, email, said)
  }
  const close = (id: string) =>
    w.asWorker((ctx) => closeConsultation(ctx, { id, reason: "All have answered." }))
  const documentOf = async (id: string) =>
    (await w.system((ctx) => readFrozen(ctx, id)))?.document as EditionDocument
  return { ...house, ...{ allow, openToPeople, say, rowOf, keyOf, both, confirm, close, documentOf } }
}
