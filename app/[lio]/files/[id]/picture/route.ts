import { part } from "@/app/_http/answers"
import { route } from "@/app/_http/route"
import { readFile } from "@/lib/files/queries"

/** The small picture of a picture, drawn by us. */
export const GET = route({
  work: (ctx, _, { params }) => readFile(ctx, params.id ?? "", { small: true }),
  answer: ({ bytes, type }) => part(new Uint8Array(bytes), { type, named: false, seconds: 0 }),
})
