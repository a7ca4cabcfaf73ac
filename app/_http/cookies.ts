/** The cookie that holds the session token. */
export const SESSION_COOKIE = "trellis-session"
/** In which language the questions of a consultation are read; its path is the consultation’s. */
export const LANGUAGE_COOKIE = "trellis-language"

/** How each cookie of ours is kept: for our pages only, and on an https address never sent without it. */
export const ourCookie = (path: string) => ({
  httpOnly: true,
  sameSite: "lax" as const,
  secure: process.env.APP_URL?.startsWith("https://") ?? false,
  path,
})
