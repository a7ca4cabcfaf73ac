import { leadTo } from "@/app/_http/answers"
import { formOf } from "@/app/_http/asked"
import { routeOutside } from "@/app/_http/route"
import { RuleBroken, SignedOut } from "@/lib/errors"
import { readUpload } from "@/lib/files/reading/content"
import { addFileByLink, ensureTakesFile } from "@/lib/representations/officer/files/commands"
import { fileByLinkInput } from "@/lib/representations/officer/files/input"
import { byReplyLink } from "@/lib/representations/officer/queries"
import { say } from "@/lib/words"

/** The page of the link, at the ask that the form stands under. */
function pageOf({ lio = "" }: Record<string, string>, query: URLSearchParams, told = {}) {
  const [key, file] = [query.get("key") ?? "", query.get("file") ?? ""]
  return `/${lio}/representations/reply?${new URLSearchParams({ key, file, ...told })}`
}

/** Takes a file in from somebody at a body who holds its link: only that is asked before the file is read. */
export const POST = routeOutside(
  {
    back: pageOf,
    most: 11_000_000,
    tooMuch: say("This file has more than 10 MB. Choose a smaller one."),
  },
  async (requested) => {
    const { params, query } = requested
    const link = { lio: params.lio ?? "", key: query.get("key") ?? "" }
    try {
      await byReplyLink(link, ensureTakesFile)
      const { askId } = fileByLinkInput.parse({ askId: query.get("file") })
      const file = (await formOf(requested)).get("file")
      if (!(file instanceof File) || file.size === 0) throw new RuleBroken(say("Choose a file first."))
      const upload = await readUpload({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
      await byReplyLink(link, (ctx, paper) => addFileByLink(ctx, paper, { askId, upload }))
      return leadTo(pageOf(params, query, { told: "file" }))
    } catch (refusal) {
      // The page of the link says that it has expired; there is nothing to sign in to.
      if (refusal instanceof SignedOut) return leadTo(pageOf(params, query))
      throw refusal
    }
  },
)
