import { crc32, deflateSync } from "node:zlib"

const SIZE = 128
type Rgba = [number, number, number, number]

const NOTHING: Rgba = [255, 255, 255, 0]
const SKY: Rgba = [232, 240, 246, 255]
const SUN: Rgba = [255, 200, 61, 255]
const FAR: Rgba = [107, 150, 160, 255]
const NEAR: Rgba = [27, 94, 122, 255]
const RIVER: Rgba = [255, 255, 255, 255]

/** What is at a point of the picture, both from 0 to 1: two hills over a river, with a sun, in a round. */
function at(x: number, y: number): Rgba {
  if (Math.hypot(x - 0.5, y - 0.5) > 0.49) return NOTHING
  const river = 0.5 + 0.1 * Math.sin(y * 11)
  if (y > 0.52 + 0.16 * Math.sin(x * 5.2 + 0.4)) {
    return y > 0.66 && Math.abs(x - river) < 0.02 + (y - 0.6) * 0.24 ? RIVER : NEAR
  }
  if (y > 0.48 - 0.18 * Math.sin(x * 6 + 0.2)) return FAR
  return Math.hypot(x - 0.68, y - 0.3) < 0.12 ? SUN : SKY
}

/** A point made of nine, so that edges are smooth. */
function smooth(column: number, row: number): number[] {
  const sum = [0, 0, 0, 0]
  for (let n = 0; n < 9; n++) {
    const [r, g, b, a] = at((column + (n % 3) / 3) / SIZE, (row + Math.floor(n / 3) / 3) / SIZE)
    for (const [part, value] of [r, g, b].entries()) sum[part] = (sum[part] ?? 0) + (value * a) / 255
    sum[3] = (sum[3] ?? 0) + a
  }
  const solid = (sum[3] ?? 0) / 255
  return [
    ...sum.slice(0, 3).map((value) => (solid ? Math.round(value / solid) : 255)),
    Math.round(solid * 28.33),
  ]
}

function chunk(name: string, data: Buffer): Buffer {
  const said = Buffer.concat([Buffer.from(name, "latin1"), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(said), 4)
  return Buffer.concat([frame.subarray(0, 4), said, frame.subarray(4)])
}

/** The logo of Aldervale CVS as a PNG, drawn here so that it is nobody else's. */
export function drawLogo(): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(SIZE, 0)
  head.writeUInt32BE(SIZE, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const rows = Array.from({ length: SIZE }, (_, row) =>
    Buffer.from([0, ...Array.from({ length: SIZE }, (_, column) => smooth(column, row)).flat()]),
  )
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.concat(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ])
}
