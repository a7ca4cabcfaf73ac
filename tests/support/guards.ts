import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import type { Ctx } from "@/lib/access/ctx"

const root = path.resolve(import.meta.dirname, "../..")

/** A place where a command refuses somebody: its file from the root, its line, and how it is called ("file: function"). */
export type Guard = { file: string; line: number; name: string }

/** Every guard of every command of lib. */
export const listGuards = (): Guard[] =>
  (readdirSync(path.join(root, "lib"), { recursive: true }) as string[])
    .filter((file) => file.endsWith("commands.ts"))
    .flatMap((inLib) => {
      const file = `lib/${inLib}`
      let within = ""
      return readFileSync(path.join(root, file), "utf8")
        .split("\n")
        .flatMap((text, at) => {
          within = /^(?:export )?(?:async )?(?:function|const) (\w+)/.exec(text)?.[1] ?? within
          return /\bensure\(|new NotAllowed\(/.test(text) && !text.startsWith("import")
            ? [{ file, line: at + 1, name: `${file}: ${within}` }]
            : []
        })
    })

/** Where a refusal was thrown, as "file:line" from the root; the guards themselves, not the words they throw. */
export function thrownAt(refusal: Error): string {
  const frames = (refusal.stack ?? "").split("\n").flatMap((frame) => {
    const at = frame.indexOf(`${root}/`)
    return at < 0 ? [] : [frame.slice(at + root.length + 1).replace(/:\d+\)?$/, "")]
  })
  return frames.find((frame) => !frame.startsWith("lib/errors.ts")) ?? ""
}

/** The commands that a file exports, to be asked for whatever they do. */
export async function commandsOf(file: string) {
  const made = (await import(path.join(root, file))) as Record<string, unknown>
  return Object.values(made).filter((one) => typeof one === "function") as ((
    ctx: Ctx,
    input: never,
  ) => Promise<unknown>)[]
}
