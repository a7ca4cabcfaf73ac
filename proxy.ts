import { type NextRequest, NextResponse } from "next/server"
import { LANGUAGE_COOKIE, ourCookie } from "./app/_http/cookies"
import { COLUMNS_COOKIE } from "./app/_ui/columns-cookie"

const YEAR = 365 * 86_400

/** The pages that an LIO may put into its own website: public, without forms, and the same whoever looks. */
const EMBEDDED = /^\/[a-z][a-z0-9-]*\/events\/embed(\/[0-9a-f-]{36})?$/

/** A consultation, whose pages are read in the language that was chosen on one of them. */
const CONSULTATION = /^\/[a-z][a-z0-9-]*\/consultations\/[0-9a-f-]{36}(?=\/|$)/

/**
 * Sets the content security policy with a fresh nonce, tells pages their own address, and has the browser keep the columns
 * that a list and the language that a consultation was asked for. It authorises nothing.
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64")
  const embedded = ["GET", "HEAD"].includes(request.method) && EMBEDDED.test(request.nextUrl.pathname)
  const development = process.env.NODE_ENV === "development"
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    ...(embedded
      ? ["form-action 'none'", "frame-ancestors *"]
      : ["form-action 'self'", "frame-ancestors 'none'"]),
  ].join("; ")
  const headers = new Headers(request.headers)
  headers.set("x-nonce", nonce)
  headers.set("content-security-policy", policy)
  headers.set("x-trellis-path", request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set("content-security-policy", policy)
  const { pathname, searchParams } = request.nextUrl
  if (request.method === "GET" && !embedded && searchParams.has("cols"))
    response.cookies.set(COLUMNS_COOKIE, searchParams.getAll("cols").join(","), {
      ...ourCookie(pathname),
      maxAge: YEAR,
    })
  const [consultation] = CONSULTATION.exec(pathname) ?? []
  const language = searchParams.get("lang")
  if (request.method === "GET" && consultation && language && /^[a-z]{2}$/.test(language))
    response.cookies.set(LANGUAGE_COOKIE, language, { ...ourCookie(consultation), maxAge: YEAR })
  return response
}

// Not for files: what is sent here is held in memory and cut at 10 MB, and what is sent from here has a policy of its own.
export const config = {
  matcher: [
    "/((?!_next/|api/|favicon|mark|[^/]+/groups/import/upload$|[^/]+/settings/logo$|[^/]+/files/upload$|[^/]+/consultations/[^/]+/answer/file(?:/[^/]+)?$|[^/]+/representations/reply/file$|[^/]+/files/[^/]+/(?:content|picture)$|.*\\.(?:svg|png|ico|txt|pdf|docx)$).*)",
  ],
}
