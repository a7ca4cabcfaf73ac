import { download } from "@/app/_http/answers"
import { routePublic } from "@/app/_http/route"
import { NotFound } from "@/lib/errors"
import { readFile } from "@/lib/files/queries"
import { getOffered } from "@/lib/resources/queries"
import { say } from "@/lib/words"

/** A file of a public resource, for anybody: always an attachment. */
export const GET = routePublic({
  work: async (ctx, _, { params: { id = "", fileId = "" } }) => {
    const { files } = await getOffered(ctx, id)
    if (!files.some((file) => file.id === fileId)) throw new NotFound(say("There is no such file."))
    return readFile(ctx, fileId)
  },
  answer: ({ bytes, name, type }) => download(new Uint8Array(bytes), { name, type, size: bytes.length }),
})
