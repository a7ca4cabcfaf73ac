import type { Ctx } from "@/lib/access/ctx"
import { openConsultation } from "@/lib/consultations/invitations/commands"
import { addLanguage, translate } from "@/lib/consultations/languages/commands"
import { languageInput, translateInput } from "@/lib/consultations/languages/input"
import { getLanguage } from "@/lib/consultations/languages/queries"
import { fieldOf } from "@/lib/consultations/languages/words"
import type { Question } from "@/lib/consultations/queries"

type As = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>
type Draft = { id: string; questions: Question[] }

/** How a worker writes a consultation in another language. */
export const translating = (asWorker: As) => {
  const welsh = (id: string) => languageInput.parse({ id, language: "cy" })
  /** Every text with “cy: ” before its English, as the form sends them. */
  const everything = (of: { id: string }) =>
    asWorker(async (ctx) => {
      const { texts } = await getLanguage(ctx, of.id, "cy")
      return Object.fromEntries(texts.map((text) => [fieldOf(text), `cy: ${text.english}`]))
    })
  const write = (of: { id: string }, says: Record<string, string>, over: Record<string, unknown> = {}) =>
    asWorker((ctx) => translate(ctx, translateInput.parse({ ...welsh(of.id), ...says, ...over })))
  return {
    welsh,
    everything,
    write,
    read: (of: { id: string }) => asWorker((ctx) => getLanguage(ctx, of.id, "cy")),
    /** A consultation with Welsh begun, or whole. */
    inWelsh: async <D extends Draft>(of: D, { whole = false } = {}) => {
      await asWorker((ctx) => addLanguage(ctx, welsh(of.id)))
      if (whole) await write(of, await everything(of))
      return of
    },
    open: (of: { id: string }) => asWorker((ctx) => openConsultation(ctx, { id: of.id, periodReason: null })),
    fieldAt: (of: Draft, at: number, part = "title") => fieldOf({ thing: of.questions[at]?.id ?? "", part }),
  }
}
