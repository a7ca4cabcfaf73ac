import { crc32, deflateRawSync } from "node:zlib"
import { writeXlsx } from "hucre/xlsx"
import { describe, expect, it } from "vitest"
import { RuleBroken } from "@/lib/errors"
import { readBook } from "@/lib/spreadsheet/read"
import { isModest } from "@/lib/spreadsheet/zip"

const workbook = async (cell: string) =>
  new Uint8Array(await writeXlsx({ sheets: [{ name: "Members", rows: [["Name"], [cell]] }] }))

/** A zip file of one entry that says of itself what it is told to. */
function zipOf(content: Buffer, says = content.length) {
  const packed = deflateRawSync(content)
  const fields = (signature: number, lead: number[]) => {
    const head = Buffer.alloc(26 + lead.length * 2)
    head.writeUInt32LE(signature, 0)
    for (const [n, value] of lead.entries()) head.writeUInt16LE(value, 4 + n * 2)
    const at = 4 + lead.length * 2
    head.writeUInt16LE(0, at)
    head.writeUInt16LE(8, at + 2)
    head.writeUInt32LE(0, at + 4)
    head.writeUInt32LE(crc32(content), at + 8)
    head.writeUInt32LE(packed.length, at + 12)
    head.writeUInt32LE(says, at + 16)
    head.writeUInt16LE(1, at + 20)
    return head
  }
  const local = Buffer.concat([fields(0x04034b50, [20]).subarray(0, 30), Buffer.from([0, 0]).subarray(0, 0)])
  const start = Buffer.concat([local.subarray(0, 28), Buffer.alloc(2), Buffer.from("a"), packed])
  const directory = Buffer.concat([
    fields(0x02014b50, [20, 20]).subarray(0, 30),
    Buffer.alloc(16),
    Buffer.from("a"),
  ])
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(start.length, 16)
  return Buffer.concat([start, directory, end])
}

describe("A workbook that is small and unpacks to a great deal", () => {
  it("is refused with a sentence, without unpacking it", async () => {
    const bomb = await workbook("x".repeat(60_000_000))
    expect(bomb.length).toBeLessThan(200_000)
    const before = process.memoryUsage().arrayBuffers
    await expect(readBook(bomb)).rejects.toThrow(RuleBroken)
    await expect(readBook(bomb)).rejects.toThrow("far larger than it seems")
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40_000_000)
  })

  it("is refused, too, when it lies about its size", () => {
    const content = Buffer.alloc(5_000_000, "x")
    expect(isModest(zipOf(content))).toBe(true)
    expect(isModest(zipOf(content, 1_000))).toBe(false)
    expect(isModest(Buffer.from("PK and nothing more"))).toBe(false)
  })

  it("with one cell longer than a spreadsheet can hold is refused with its row", async () => {
    await expect(readBook(await workbook("x".repeat(40_000)))).rejects.toThrow(
      "A cell in row 2 has more than 32,767",
    )
    const csv = new TextEncoder().encode(`Name\n"${"x".repeat(40_000)}"\n`)
    await expect(readBook(csv)).rejects.toThrow("A cell in row 2")
    expect((await readBook(await workbook("x".repeat(30_000))))[0]?.rows).toHaveLength(2)
  })
})
