import { execFile } from "node:child_process"
import { readFileSync } from "node:fs"
import path from "node:path"
import { promisify } from "node:util"
import postgres from "postgres"

const root = path.resolve(import.meta.dirname, "../../..")
const data = process.env.TRELLIS_TEST_DATA ?? path.join(root, ".data")

/** The database of the Trellis under test, as its owner, for looking things up. */
export function openDatabase() {
  const secrets = JSON.parse(readFileSync(path.join(data, "secrets.json"), "utf8")) as {
    OWNER_PASSWORD: string
  }
  const port = readFileSync(path.join(data, "postgres.port"), "utf8").trim()
  return postgres(`postgres://trellis_owner:${secrets.OWNER_PASSWORD}@127.0.0.1:${port}/trellis`, {
    max: 1,
    onnotice: () => {},
  })
}

const signedIn = new Map<string, string>()

async function stillOpens(base: string, cookie: string | undefined) {
  if (!cookie) return false
  const { status } = await fetch(`${base}/account`, { headers: { cookie }, redirect: "manual" })
  return status === 200
}

/** The session cookie of somebody who pressed a link made on the command line, now or for an earlier test. */
export async function cookieOf(base: string, email: string): Promise<string> {
  const key = `${base} ${email}`
  const earlier = signedIn.get(key)
  if (earlier && (await stillOpens(base, earlier))) return earlier
  const fresh = await signIn(base, email)
  signedIn.set(key, fresh)
  return fresh
}

async function signIn(base: string, email: string): Promise<string> {
  // Only somebody's newest link works, and another worker may just have asked for one.
  const session = (await pressLink(base, email)) ?? (await pressLink(base, email))
  if (!session) throw new Error(`${email} could not sign in.`)
  return session
}

async function pressLink(base: string, email: string) {
  // Waiting without blocking: a blocked process does not see that the server let a kept connection go.
  const { stdout: printed } = await promisify(execFile)(
    process.execPath,
    [path.join(root, "bin/trellis"), "sign-in-link", "--email", email, "--json"],
    { env: { ...process.env, DATA_DIR: data } },
  )
  const link = new URL((JSON.parse(printed) as { url: string }).url)
  const callback = new URL("/api/auth/callback/email", base)
  callback.search = new URLSearchParams({
    token: link.searchParams.get("token") ?? "",
    email: link.searchParams.get("email") ?? "",
    callbackUrl: "/where",
  }).toString()
  const answer = await fetch(callback, { redirect: "manual" })
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0])
  return cookies.find((cookie) => cookie?.startsWith("trellis-session="))
}
