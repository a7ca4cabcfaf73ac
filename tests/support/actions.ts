import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { type Behind, behind } from "@/app/_http/submit"

const app = path.resolve(import.meta.dirname, "../../app")

const actionFiles = () =>
  (readdirSync(app, { recursive: true }) as string[])
    .filter((file) => file.endsWith("actions.ts"))
    .filter((file) => /^["']use server/.test(readFileSync(path.join(app, file), "utf8")))
    .sort()

/** Every server action of an LIO: the folder of its page, its name and what stands behind it. */
export async function listActions(): Promise<({ folder: string; name: string } & Behind)[]> {
  const files = actionFiles().filter((file) => file.startsWith("[lio]"))
  const lists = await Promise.all(
    files.map(async (file) => {
      const made = (await import(path.join(app, file))) as Record<string, Parameters<typeof behind>[0]>
      const folder = path.dirname(file).replace(/^\[lio\]\/?/, "")
      return Object.entries(made).flatMap(([name, action]) => {
        const what = behind(action)
        return what ? [{ folder, name, ...what }] : []
      })
    }),
  )
  return lists.flat()
}

/** The names of the actions outside any LIO, by file. */
export const listOutside = () =>
  actionFiles().flatMap((file) =>
    [...readFileSync(path.join(app, file), "utf8").matchAll(/^export const (\w+) = submitOutside\(/gm)].map(
      ([, name]) => `${file}: ${name}`,
    ),
  )
