import "server-only"
import { createHash } from "node:crypto"
import type { Ctx, Outside } from "@/lib/access/ctx"
import { asPublic, outside } from "@/lib/access/doors"
import { askForFile, findMade } from "@/lib/documents/making/commands"
import { digestOf, fileName, writeForm } from "@/lib/documents/making/write"
import { type Document, FORMS, type Form } from "@/lib/documents/model"
import { Unprintable } from "@/lib/documents/pdf/write"
import { found, RuleBroken, Unavailable } from "@/lib/errors"
import { say } from "@/lib/words"
import { download } from "./answers"
import type { Asked } from "./asked"
import { routeOutside } from "./route"

const LOOKS = 60
const PAUSE = 250
const FRESH = 300
/** Documents of the installation that were made, by what they say: a few, each of a few pages. */
const MOST = 40
const made = new Map<string, Buffer>()

/** The form of a file that an address asks for; NotFound for any other. */
export const formOf = ({ params }: Asked): Form => {
  const form = params.form ?? ""
  return Object.hasOwn(FORMS, form) ? (form as Form) : (found(null) as never)
}

const answer = (bytes: Buffer, document: Document, form: Form, tag: string) => {
  const file = download(new Uint8Array(bytes), {
    name: fileName(document, form),
    type: FORMS[form].type,
    size: bytes.length,
  })
  file.headers.set("cache-control", `public, max-age=${FRESH}`)
  file.headers.set("etag", tag)
  return file
}

const NOT_NOW = say("This file couldn’t be made just now. Try again in a minute.")
const NEVER = say("This can’t be made as a file. Read it on its page instead, and let us know about this.")

/** A published document of an LIO as a file to keep: made once for what it says, and by the worker where it is long. */
export const publicDocumentFile = (read: (ctx: Ctx, asked: Asked) => Promise<Document>) =>
  routeOutside({}, async (asked) => {
    const form = formOf(asked)
    const lio = asked.params.lio ?? ""
    const document = await asPublic(lio, (ctx) => read(ctx, asked))
    const first = await askForFile((work) => asPublic(lio, work, { patience: "save" }), {
      document,
      form,
      audience: "public",
    })
    const { digest } = first
    let bytes = first.bytes
    let failed = first.failed
    for (let look = 0; !bytes && !failed && look < LOOKS; look++) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
      const now = await asPublic(lio, (ctx) => findMade(ctx, { digest, form }))
      bytes = now?.bytes ?? null
      failed = now?.failed ?? false
    }
    if (failed) throw new RuleBroken(NEVER)
    if (!bytes) throw new Unavailable(NOT_NOW)
    return answer(bytes, document, form, `"${digest.slice(0, 32)}"`)
  })

/** The same for a document of the installation, which belongs to no LIO: kept in memory. */
export const sharedDocumentFile = (read: (ctx: Outside, asked: Asked) => Promise<Document>) =>
  routeOutside({}, async (asked) => {
    const form = formOf(asked)
    const document = await outside((ctx) => read(ctx, asked))
    const digest = digestOf(document)
    const key = `${digest}.${form}`
    const bytes = made.get(key) ?? (await writeForm(document, form))
    made.delete(key)
    made.set(key, bytes)
    for (const oldest of made.keys()) if (made.size > MOST) made.delete(oldest)
    return answer(bytes, document, form, `"${createHash("sha256").update(key).digest("hex").slice(0, 32)}"`)
  })

/** A short document that is for one person or group, as PDF unless asked otherwise: made when it is asked for, and kept nowhere. */
export async function madeForOne(document: Document, form: Form = "pdf") {
  const bytes = await writeForm(document, form).catch((trouble) => {
    if (trouble instanceof Unprintable) throw new RuleBroken(NEVER)
    throw trouble
  })
  return download(new Uint8Array(bytes), {
    name: fileName(document, form),
    type: FORMS[form].type,
    size: bytes.length,
  })
}
