/** Addresses that take files: their bodies are not held here but passed on as they come, and counted. `open`: also of whoever isn’t signed in but holds a link. */
export const UPLOADS = [
  { path: /^\/[a-z][a-z0-9-]*\/groups\/import\/upload$/, most: 21_000_000 },
  { path: /^\/[a-z][a-z0-9-]*\/funding\/matches\/upload$/, most: 21_000_000 },
  { path: /^\/[a-z][a-z0-9-]*\/settings\/logo$/, most: 6_000_000 },
  { path: /^\/[a-z][a-z0-9-]*\/files\/upload$/, most: 40_000_000 },
  { path: /^\/[a-z][a-z0-9-]*\/consultations\/[0-9a-f-]{36}\/answer\/file$/, most: 11_000_000 },
  { path: /^\/[a-z][a-z0-9-]*\/representations\/reply\/file$/, most: 11_000_000, open: true },
]
/** The most that any other form may send, in bytes: signed in, and signed out. */
export const MOST = 1_000_000
export const MOST_SIGNED_OUT = 250_000

/** Said of a body that is longer than it may be. */
export class TooMuch extends Error {}

/** A whole body of at most `most` bytes, however it is sent; throws TooMuch as soon as it is more. */
export async function readBody(req, most) {
  if (Number(req.headers["content-length"] ?? 0) > most) throw new TooMuch()
  const chunks = []
  let size = 0
  for await (const chunk of req) {
    size += chunk.length
    if (size > most) throw new TooMuch()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Counts a body that is passed on, and calls `over` once when it is more than `most` bytes. */
export function countBody(req, most, over) {
  let size = 0
  const { push } = req
  req.push = (chunk, encoding) => {
    size += chunk?.length ?? 0
    if (size <= most) return push.call(req, chunk, encoding)
    req.push = () => false
    over()
    return false
  }
}

/** Whether a form can be read at all; anything but a multipart form can. */
export async function isReadable(body, type = "") {
  if (!/^multipart\/form-data/i.test(type)) return true
  try {
    await new Response(body, { headers: { "content-type": type } }).formData()
    return true
  } catch {
    return false
  }
}
