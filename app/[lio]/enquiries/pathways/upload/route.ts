import { leadTo } from "@/app/_http/answers"
import { formOf } from "@/app/_http/asked"
import { route } from "@/app/_http/route"
import { bringInPathway } from "@/lib/enquiries/pathways/commands"
import { PATHWAY_BYTES } from "@/lib/enquiries/pathways/input"
import { say } from "@/lib/words"

const page = ({ lio }: Record<string, string>) => `/${lio}/enquiries/pathways`

/** Takes a pathway in from its file, and leads to it. */
export const POST = route({
  back: page,
  most: PATHWAY_BYTES,
  tooMuch: say("This file is too big for a pathway."),
  uses: 60,
  input: async (requested) => {
    const file = (await formOf(requested)).get("file")
    return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
  },
  work: bringInPathway,
  answer: ({ id }, { params }) => leadTo(`${page(params)}/${id}`, { brought: "in" }),
})
