import { leadTo } from "@/app/_http/answers"
import { formOf } from "@/app/_http/asked"
import { routeOutside } from "@/app/_http/route"
import { linkPath } from "@/app/[lio]/elections/_parts/paths"
import { RuleBroken, SignedOut } from "@/lib/errors"
import { readUpload } from "@/lib/files/reading/content"
import { byNomineeLink } from "@/lib/partnerships/elections/nominations/queries"
import { ensureTakesPicture, setPicture } from "@/lib/partnerships/elections/pictures/commands"
import { say } from "@/lib/words"

/** The page of the link. */
const pageOf = ({ lio = "" }: Record<string, string>, query: URLSearchParams, told = {}) =>
  linkPath(lio, "nominee", { key: query.get("key") ?? "", ...told })

/** Takes the picture of somebody who was put up and holds the link: only that is asked before it is read. */
export const POST = routeOutside(
  {
    back: pageOf,
    most: 11_000_000,
    tooMuch: say("This picture has more than 10 MB. Choose a smaller one."),
  },
  async (requested) => {
    const { params, query } = requested
    const link = { lio: params.lio ?? "", key: query.get("key") ?? "" }
    try {
      await byNomineeLink(link, ensureTakesPicture)
      const file = (await formOf(requested)).get("file")
      if (!(file instanceof File) || file.size === 0) throw new RuleBroken(say("Choose a picture first."))
      const upload = await readUpload({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
      await byNomineeLink(link, (ctx, nominee) => setPicture(ctx, nominee, upload))
      return leadTo(pageOf(params, query, { told: "picture" }))
    } catch (refusal) {
      // The page of the link says that it has expired; there is nothing to sign in to.
      if (refusal instanceof SignedOut) return leadTo(pageOf(params, query))
      throw refusal
    }
  },
)
