import { z } from "zod"
import { keys, LIO_KINDS } from "@/db/vocabulary"
import { wordsSaid } from "../../input"
import { say } from "../../words"
import { slugInput } from "../input"

/** A name in the address made from an organisation's name: "Ribble Valley CVS" gives ribble-valley-cvs. */
const slugFrom = (name: string) =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/['’\p{M}]/gu, "")
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^[^a-z]+|-+$/g, "")

/** The first organisation of an installation and its first manager. An empty short name is made from the name. */
export const setUpInput = z
  .object({
    code: wordsSaid(say("Enter the set-up code"), 100).transform((code) =>
      code.toUpperCase().replace(/[^A-Z0-9]/g, ""),
    ),
    name: wordsSaid(say("Enter the name of your organisation")),
    slug: z.string().trim().toLowerCase().max(100).default(""),
    kind: z.enum(keys(LIO_KINDS), { error: say("Choose what kind of organisation you are") }),
    managerName: wordsSaid(say("Enter your name"), 100),
    email: wordsSaid(say("Enter your email address")),
  })
  .transform((typed, check) => {
    const slug = slugInput.safeParse(typed.slug || slugFrom(typed.name))
    if (slug.success) return { ...typed, slug: slug.data }
    const message = slug.error.issues[0]?.message ?? say("Choose another short name")
    check.addIssue({ code: "custom", path: ["slug"], message })
    return z.NEVER
  })
export type SetUp = z.output<typeof setUpInput>
