import { leadTo } from "@/app/_http/answers"
import { formOf } from "@/app/_http/asked"
import { fromForm } from "@/app/_http/form-data"
import { route } from "@/app/_http/route"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import { saveFile } from "@/lib/consultations/answering/files/commands"
import { saveFileInput } from "@/lib/consultations/answering/files/input"
import { RuleBroken } from "@/lib/errors"
import { readUpload } from "@/lib/files/reading/content"
import { say } from "@/lib/words"

/** The page of the question, as the form’s address names it. */
const pageOf = ({ lio = "", id = "" }: Record<string, string>, query: URLSearchParams) =>
  addressOf(lio, id, "answer", {
    question: query.get("question"),
    group: query.get("group"),
    from: query.get("from"),
  })

/** Takes a file in as the answer to a question, and leads on as any answer does. */
export const POST = route({
  links: true,
  back: pageOf,
  most: 11_000_000,
  tooMuch: say("This file has more than 10 MB. Choose a smaller one."),
  uses: 60,
  input: async (requested) => {
    const form = await formOf(requested)
    const parsed = saveFileInput.safeParse({ ...fromForm(form), id: requested.params.id })
    if (!parsed.success)
      throw new RuleBroken(parsed.error.issues[0]?.message ?? say("This could not be read."))
    const chosen = form.get("file")
    const file = chosen instanceof File && chosen.size > 0 && parsed.data.button !== "remove" ? chosen : null
    const upload =
      file && (await readUpload({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))
    return { ...parsed.data, upload }
  },
  work: saveFile,
  answer: ({ id, group, button, next, behalf, number }, { params: { lio = "" }, query }) => {
    if (button === "later") return leadTo(addressOf(lio, id, behalf ? "reach" : "saved", { group }))
    if (button === "remove")
      return leadTo(addressOf(lio, id, "answer", { group, question: number, from: query.get("from") }))
    const question = button === "next" ? next : null
    return leadTo(addressOf(lio, id, question ? "answer" : "check", { group, question }))
  },
})
