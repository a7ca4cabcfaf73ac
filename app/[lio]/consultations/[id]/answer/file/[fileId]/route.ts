import { download } from "@/app/_http/answers"
import { route } from "@/app/_http/route"
import { readAnswerFile } from "@/lib/consultations/answering/files/queries"

/** A file that a group sent, or is about to send, as an answer. */
export const GET = route({
  links: true,
  work: (ctx, _, { params: { id = "", fileId = "" } }) => readAnswerFile(ctx, id, fileId),
  answer: ({ bytes, name, type }) => download(new Uint8Array(bytes), { name, type, size: bytes.length }),
})
