/** A path of ours to go on to, with what to tell there (`problem`, `saved`) in its query. */
export const leadTo = (path: string, told: Record<string, string> = {}) => {
  const query = new URLSearchParams(told).toString()
  const [page = "", place] = path.split("#")
  const whole = query ? `${page}${page.includes("?") ? "&" : "?"}${query}` : page
  const location = place ? `${whole}#${place}` : whole
  return new Response(null, { status: 303, headers: { location } })
}

/** A line of text. */
export const text = (body: string, status = 200) =>
  new Response(body, { status, headers: { "content-type": "text/plain; charset=utf-8" } })

/** Data, for whoever fetches. */
export const json = (body: unknown, status = 200) => Response.json(body, { status })

/** As an attachment of this name: whole for browsers of today, in plain letters for others (RFC 6266). */
function attachment(name: string) {
  const plain = name.normalize("NFKD").replace(/[^\x20-\x7e]|["\\]/g, "_")
  const whole = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"${plain === name ? "" : `; filename*=UTF-8''${whole}`}`
}

/** A file to keep: its name, its type and, of a stream, its size in bytes. */
export const download = (
  body: BodyInit,
  { name, type, size }: { name: string; type: string; size?: number },
) =>
  new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": attachment(name),
      ...(size === undefined ? {} : { "content-length": String(size) }),
    },
  })

/** Part of a page (a picture, a style sheet). Kept for a year where the address changes with it, else for `seconds`. */
export const part = (
  body: BodyInit,
  { type, named, seconds }: { type: string; named: boolean; seconds: number },
) =>
  new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": "inline",
      "cache-control": named
        ? "public, max-age=31536000, immutable"
        : seconds
          ? `public, max-age=${seconds}`
          : "no-store",
    },
  })
