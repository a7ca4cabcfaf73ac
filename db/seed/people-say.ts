import { asPublic } from "@/lib/access/doors"
import { confirmForYourself, sayForYourself } from "@/lib/consultations/individuals/commands"
import { byIndividualLink } from "@/lib/consultations/individuals/queries"
import { type Asked, type Asking, pickedIn } from "./consultations"
import type { StoryAnswer } from "./story/answers"

type Says = StoryAnswer["says"]

const typedOf = (asked: Asked, asking: Asking, says: Says) =>
  Object.fromEntries(
    asking.questions.flatMap(({ key, kind }) => {
      const said = says[key]
      return said === undefined
        ? []
        : [[asked.questions.get(key) ?? "", { answer: pickedIn(kind, said) as string | string[] }]]
    }),
  )

/** People answer for themselves on a day, and confirm it with the link in their email. */
export async function peopleSay(lio: string, now: Date, asked: Asked, asking: Asking, all: readonly Says[]) {
  for (const [at, says] of all.entries()) {
    const said = typedOf(asked, asking, says)
    const email = `resident${at + 1}@aldervale.example`
    const { url } = await asPublic(
      lio,
      (ctx) => sayForYourself(ctx, { id: asked.id, email, company: "", said }),
      { now, patience: "save" },
    )
    const key = url.split("key=")[1] ?? ""
    await byIndividualLink({ lio, key }, (ctx, own) => confirmForYourself(ctx, own, said), now)
  }
}
