import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { eq, sql } from "drizzle-orm"
import { command } from "@/bin/commands/import-groups"
import { groups } from "@/db/schema"
import type { OnDuplicate } from "@/lib/imports/input"
import type { Result } from "@/lib/imports/result"
import { confirmImport, decideDoubt, runImport, takeFile } from "@/lib/imports/wizard/commands"
import { checkImport, getImport } from "@/lib/imports/wizard/queries"
import type { world } from "./world"

type World = Awaited<ReturnType<typeof world>>
type Content = string | Uint8Array
type Said = Omit<Result, "problems"> & { problems: Result["problems"] }

/** Brings lists in by both ways, in the first LIO of a world by the wizard and in the second by the command line. */
export function bringing(w: World) {
  const folder = mkdtempSync(path.join(tmpdir(), "bringing-"))
  const wizard = async (name: string, content: Content, decision: OnDuplicate = "skip"): Promise<Said> => {
    const bytes = typeof content === "string" ? Buffer.from(content) : content
    const { id } = await w.asWorker((ctx) => takeFile(ctx, { name, bytes }))
    if (decision !== "skip") await w.asWorker((ctx) => decideDoubt(ctx, { id, row: null, decision }))
    const { problems } = await w.asWorker((ctx) => checkImport(ctx, id))
    await w.asWorker((ctx) => confirmImport(ctx, { id }))
    await w.system((ctx) => runImport(ctx, id))
    const { counts } = await w.asWorker((ctx) => getImport(ctx, id))
    return { ...(counts as Omit<Result, "problems">), problems }
  }
  const line = async (name: string, content: Content, decision: OnDuplicate = "skip"): Promise<Said> => {
    const at = path.join(folder, name)
    writeFileSync(at, content)
    return (await command.run({
      options: { lio: "other", "on-duplicate": decision },
      flags: new Set(),
      rest: [at],
    })) as Said
  }
  /** A group as it stands, with its people; the main contact first. */
  const group = async (name: string, lio: string) =>
    w.system(async (ctx) => {
      const [row] = await ctx.tx.select().from(groups).where(eq(groups.name, name))
      const people = await ctx.tx.execute<{
        name: string
        email: string | null
        phone: string | null
        role: string
      }>(sql`
        select p.name, p.email, p.phone, r.role from roles r join people p on p.id = r.person_id join groups g on g.id = r.group_id
        where g.name = ${name} and g.removed_at is null order by (g.main_contact_id = p.id) desc nulls last, r.role, p.name`)
      return row ? { ...row, people: [...people] } : null
    }, lio)
  return {
    group,
    /** The two ways with the LIO that each fills. */
    ways: [
      { way: "the wizard", bring: wizard, lio: "ribble" },
      { way: "the command line", bring: line, lio: "other" },
    ],
  }
}

/** What was said of a row, in one line each. */
export const told = ({ problems }: Said, row?: number) =>
  problems
    .filter((one) => row === undefined || one.row === row)
    .map((one) => `${one.row} ${one.column}: ${one.problem}`)

/** A small input that went wrong once, where the folder of shared files stands beside the project. */
export const caseFile = (name: string) =>
  readFileSync(path.resolve(process.env.TRELLIS_SAMPLE_DATA ?? "../shared/data", "../cases", name))
