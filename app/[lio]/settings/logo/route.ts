import { leadTo } from "@/app/_http/answers"
import { formOf } from "@/app/_http/asked"
import { route } from "@/app/_http/route"
import { keepLogo } from "@/lib/lios/look/commands"
import { LOGO_BYTES } from "@/lib/lios/look/input"
import { say } from "@/lib/words"

const page = ({ lio }: Record<string, string>) => `/${lio}/settings/look`

/** Takes a logo in, and leads back to the page with what became of it. */
export const POST = route({
  back: page,
  // More than any logo, less than would hurt: what is longer is not read.
  most: LOGO_BYTES * 20,
  tooMuch: say("This picture is far too big. Make it 200 KB or smaller and send it again."),
  uses: 60,
  input: async (requested) => {
    const file = (await formOf(requested)).get("logo")
    return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
  },
  work: keepLogo,
  answer: (_, { params }) => leadTo(page(params), { saved: "logo" }),
})
