import { leadTo } from "@/app/_http/answers"
import { formOf } from "@/app/_http/asked"
import { fromForm, withDates } from "@/app/_http/form-data"
import { route } from "@/app/_http/route"
import { toldAs } from "@/app/_http/told"
import { RuleBroken } from "@/lib/errors"
import { addFiles } from "@/lib/files/commands"
import { addFilesInput } from "@/lib/files/input"
import { type ReadFile, readUpload } from "@/lib/files/reading/content"
import { MOST_AT_ONCE } from "@/lib/files/reading/types"
import { inWords, say } from "@/lib/words"

/** The page of the form, as its address says it: a path of this LIO. */
function pageOf({ lio }: Record<string, string>, query: URLSearchParams) {
  const back = query.get("back") ?? ""
  return /^[a-z][a-z0-9/-]{1,120}$/.test(back) ? `/${lio}/${back}` : `/${lio}/home`
}

/** Each file read outside any transaction; the first that can’t be taken refuses all. */
async function readAll(chosen: File[]): Promise<ReadFile[]> {
  if (chosen.length === 0) throw new RuleBroken(say("Choose a file first."))
  if (chosen.length > MOST_AT_ONCE)
    throw new RuleBroken(say("Upload up to {mostAtOnce} files at a time.", { mostAtOnce: MOST_AT_ONCE }))
  const read: ReadFile[] = []
  for (const file of chosen)
    read.push(await readUpload({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))
  return read
}

/** Takes files in for a thing that its room opens for files, and leads back to its page. */
export const POST = route({
  back: pageOf,
  // Ten files, most of them small.
  most: 40_000_000,
  tooMuch: say("These files have more than 40 MB together. Upload them in two goes."),
  uses: 60,
  input: async (requested) => {
    const form = await formOf(requested)
    const parsed = addFilesInput.safeParse(withDates(fromForm(form), ""))
    if (!parsed.success)
      throw new RuleBroken(parsed.error.issues[0]?.message ?? say("This could not be read."))
    const chosen = form.getAll("file").filter((one): one is File => one instanceof File && one.size > 0)
    return { ...parsed.data, uploads: await readAll(chosen) }
  },
  work: addFiles,
  answer: ({ path, names }, { params }) =>
    leadTo(`/${params.lio}/${path}`, { uploaded: toldAs(inWords(names)) }),
})
