import { leadTo } from "@/app/_http/answers"
import { formOf } from "@/app/_http/asked"
import { route } from "@/app/_http/route"
import { RuleBroken } from "@/lib/errors"
import { readOpportunities } from "@/lib/opportunities/importing/commands"
import { say } from "@/lib/words"

const page = ({ lio }: Record<string, string>) => `/${lio}/opportunities/sources`

/** Takes a release package in (server actions are too small for one), and leads back to what came of it. */
export const POST = route({
  back: page,
  // A file of 20 MB, and the form round it.
  most: 20 * 1024 * 1024 + 10_000,
  tooMuch: say("This file has more than 20 MB. Download the notices of fewer days."),
  uses: 60,
  input: async (requested) => {
    const file = (await formOf(requested)).get("file")
    if (!(file instanceof File) || file.size === 0) throw new RuleBroken(say("Choose a file first."))
    return new Uint8Array(await file.arrayBuffer())
  },
  work: readOpportunities,
  answer: ({ releases, opportunities, invalid }, { params }) =>
    leadTo(page(params), { read: `${releases} ${opportunities} ${invalid.length}` }),
})
