import { inflateRawSync } from "node:zlib"

/** However small the file: this much, unpacked, is no bomb; and never more than that. In bytes. */
const LEAST = 20_000_000
const MOST = 400_000_000
/** A spreadsheet's XML packs about twenty to one; a bomb a thousand to one. */
const TIMES = 60

type Entry = { method: number; packed: number; unpacked: number; at: number }

/** The entries of a zip file by its directory; null when it has none that can be read. */
function entriesOf(bytes: Buffer): Entry[] | null {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"))
  if (end < 0 || end + 22 > bytes.length) return null
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return null
    entries.push({
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** Whether an entry unpacks to no more than it says. */
function isHonest(bytes: Buffer, { method, packed, unpacked, at }: Entry) {
  if (method === 0) return packed === unpacked
  if (method !== 8 || at + 30 > bytes.length) return false
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  try {
    inflateRawSync(bytes.subarray(from, from + packed), { maxOutputLength: Math.max(1, unpacked) })
    return true
  } catch {
    return false
  }
}

/** Whether a zip file unpacks to what a spreadsheet of its size may be, without unpacking more than that. */
export function isModest(file: Uint8Array): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const entries = entriesOf(bytes)
  if (!entries) return false
  const most = Math.min(MOST, Math.max(LEAST, bytes.length * TIMES))
  const whole = entries.reduce((sum, { unpacked }) => sum + unpacked, 0)
  return whole <= most && entries.every((entry) => isHonest(bytes, entry))
}
