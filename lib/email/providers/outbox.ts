import { chmod, mkdir, rename, writeFile } from "node:fs/promises"
import path from "node:path"
import { say } from "../../words"
import { composeMessage } from "./message"
import type { Frozen, Provider } from "./provider"

/** Puts letters into a folder, one file each. A letter's file has one name, so a second try writes over the first. */
export function outboxProvider(): Provider {
  const folder = path.join(process.env.DATA_DIR ?? ".data", "outbox")
  async function put(letter: Frozen) {
    const time = letter.frozenAt.toISOString().replace(/[:.]/g, "-")
    const file = path.join(folder, `${time}-${letter.id}.eml`)
    await writeFile(`${file}.part`, await composeMessage(letter), { mode: 0o600 })
    await rename(`${file}.part`, file)
  }
  return {
    size: 200,
    repeatable: true,
    oneSpoilsAll: false,
    async send(_batchId, letters, settle) {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await chmod(folder, 0o700) // also where an earlier version made it
        await Promise.all(letters.map(put))
      } catch (error) {
        const why = say("The outbox folder could not be written: {message}", {
          message: (error as Error).message,
        })
        await settle(letters.map(({ id }) => [id, { kind: "later", why }]))
        return { why }
      }
      await settle(letters.map(({ id }) => [id, { kind: "sent" }]))
      return null
    },
    close() {},
  }
}
