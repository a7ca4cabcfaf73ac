/** How emails leave: kept in a folder on this computer, by a mail server, or by Resend. Never a password. */
export type Way = { by: "folder" } | { by: "smtp"; host: string } | { by: "resend" }

/** The way out that EMAIL_URL names, in words. */
export function wayOut(url = process.env.EMAIL_URL || "outbox:"): Way {
  if (url.startsWith("outbox:")) return { by: "folder" }
  if (url.startsWith("resend://")) return { by: "resend" }
  return { by: "smtp", host: URL.parse(url)?.host ?? "" }
}

/** Where our own letters and Message-IDs come from. */
export const ourHost = () => new URL(process.env.APP_URL ?? "http://localhost").hostname

/** Words without line breaks, as headers need them. */
export const oneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, " ").trim()

/** From whom the letters of an LIO come. */
export function sentFrom(lio: { name: string }) {
  const set = process.env.EMAIL_FROM || `trellis@${ourHost()}`
  const name = oneLine(lio.name).replace(/["\\]/g, "\\$&")
  return set.includes("<") ? set : `"${name}" <${set}>`
}
