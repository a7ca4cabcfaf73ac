import { leadTo } from "@/app/_http/answers"
import { formOf } from "@/app/_http/asked"
import { route } from "@/app/_http/route"
import { RuleBroken } from "@/lib/errors"
import { takeFile } from "@/lib/imports/wizard/commands"
import { say } from "@/lib/words"

const page = ({ lio }: Record<string, string>) => `/${lio}/groups/import`

/** Takes a spreadsheet in (server actions are too small for one) and leads on to its columns, or back with what is wrong. */
export const POST = route({
  back: page,
  // A file of 20 MB, and the form round it.
  most: 20 * 1024 * 1024 + 10_000,
  tooMuch: say("This file has more than 20 MB. Split it in two, or leave out columns you don’t need."),
  uses: 60,
  input: async (requested) => {
    const file = (await formOf(requested)).get("file")
    if (!(file instanceof File) || file.size === 0) throw new RuleBroken(say("Choose a file first."))
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  },
  work: takeFile,
  answer: ({ id }, { params }) => leadTo(`${page(params)}/${id}/columns`),
})
