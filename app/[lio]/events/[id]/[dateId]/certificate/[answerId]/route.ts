import { madeForOne } from "@/app/_http/document-file"
import { route } from "@/app/_http/route"
import { readCertificate } from "@/lib/events/certificates/queries"

/** The certificate of somebody who came. For staff. */
export const GET = route({
  work: (ctx, _, { params: { answerId = "" } }) => readCertificate(ctx, answerId),
  answer: (document) => madeForOne(document),
})
