import { saveFile } from "@/lib/consultations/answering/files/commands"
import { saveFileInput } from "@/lib/consultations/answering/files/input"
import { readAnswerFile } from "@/lib/consultations/answering/files/queries"
import { openResponse } from "@/lib/consultations/answering/queries"
import { planConsultation } from "@/lib/consultations/commands"
import { openConsultation } from "@/lib/consultations/invitations/commands"
import { listQuestions } from "@/lib/consultations/queries"
import { addQuestion } from "@/lib/consultations/questions/commands"
import { readUpload } from "@/lib/files/reading/content"
import { consulting } from "./consulting"

/** What the file is asked for with. */
export const TITLE = "Please send your latest accounts"
export const FILE = { kind: "file", title: TITLE, help: "As you sent them to the regulator" }
export const pdf = (name: string, more = name) =>
  readUpload({ name, bytes: Buffer.from(`%PDF-1.4\n${more}\ntrailer<</Root 1 0 R>>\n%%EOF`) })

/** The world of consultations with one that asks a question and for a file, and how the food bank sends its own. */
export async function sendingFiles() {
  const consulted = await consulting()
  const { w, planned, asked } = consulted
  const draft = (plan: Record<string, unknown> = {}, over: Record<string, unknown> = {}) =>
    w.asWorker(async (ctx) => {
      const { id } = await planConsultation(ctx, planned(plan))
      await addQuestion(ctx, asked(id))
      await addQuestion(ctx, asked(id, { ...FILE, ...over }))
      return { id, questions: await listQuestions(ctx, id) }
    })
  async function open(plan: Record<string, unknown> = {}, over: Record<string, unknown> = {}) {
    const made = await draft(plan, over)
    await w.asWorker((ctx) => openConsultation(ctx, { id: made.id, periodReason: null }))
    return made
  }
  type Of = Awaited<ReturnType<typeof open>>
  type Send = { as?: typeof w.asLead; version?: number; button?: string; at?: number; group?: string }

  async function send(
    of: Of,
    name: string | null,
    { as = w.asLead, version = 0, button = "next", at = 1, group = w.foodbank.id }: Send = {},
  ) {
    const upload = name ? await pdf(name) : null
    const input = saveFileInput.parse({
      ...{ id: of.id, group, questionId: of.questions[at]?.id, version, button },
    })
    return as((ctx) => saveFile(ctx, { ...input, upload }))
  }
  const draftFile = async (of: Of, at = 1) =>
    (await w.asLead((ctx) => openResponse(ctx, of.id, w.foodbank.id))).answers.get(of.questions[at]?.id ?? "")
      ?.value.file
  const read = (as: typeof w.asLead, of: Of, id = "") => as((ctx) => readAnswerFile(ctx, of.id, id))
  return { ...consulted, draft, open, send, draftFile, read }
}
