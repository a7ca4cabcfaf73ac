import { download } from "@/app/_http/answers"
import { route } from "@/app/_http/route"
import { readFile } from "@/lib/files/queries"

/** A file, to keep: always an attachment. */
export const GET = route({
  work: (ctx, _, { params }) => readFile(ctx, params.id ?? ""),
  answer: ({ bytes, name, type }) => download(new Uint8Array(bytes), { name, type, size: bytes.length }),
})
