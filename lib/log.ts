import path from "node:path"
import pino from "pino"

type Written = { write: (line: string) => unknown }
let out: Written = process.stdout

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** Long words of mixed letters and figures are tokens; an id says nothing to whoever reads it. */
const isToken = (word: string) =>
  !UUID.test(word) && /\d/.test(word) && /[a-z]/.test(word) && /[A-Z]/.test(word)

/**
 * A text without what is personal or opens a door: email addresses, tokens, what stands in the query of an address, and
 * the values and rows that a failed statement names.
 */
export const redacted = (text: string): string =>
  text
    .replace(/(\nparams:)[\s\S]*?(?=\n\s+at |$)/g, "$1 [values]")
    .replace(/(Key \([^)]*\)=)\(.*\)/g, "$1([values])")
    .replace(/(Failing row contains) \(.*\)/g, "$1 ([values])")
    .replace(/([?&][\w.[\]-]+=)[^&\s"')]+/g, "$1[value]")
    .replace(/[^\s@<>"'(),;:=]+@[^\s@<>"'(),;:=]+\.[^\s@<>"'(),;:=]+/g, "[address]")
    .replace(/[\w-]{24,}/g, (word) => (isToken(word) ? "[token]" : word))

type Told = { type: string; message: string; stack?: string; code?: string; cause?: Told }

/** What the log says of an error: its kind, words, place and code, and the same of its cause; nothing else that it carries. */
function errorOf(error: unknown): Told {
  if (!(error instanceof Error)) return { type: typeof error, message: redacted(String(error)) }
  const { code } = error as { code?: unknown }
  return {
    type: error.name,
    message: redacted(error.message),
    stack: error.stack && redacted(error.stack),
    code: typeof code === "string" ? code : undefined,
    cause: error.cause === undefined ? undefined : errorOf(error.cause),
  }
}

/** Fields whose value never stands in the log, whoever logs them. */
const HIDDEN = ["email", "address", "phone", "to", "token", "key", "cookie", "note", "about", "body", "text"]

/** The log of a process of ours, as lines of JSON on standard output. LOG_LEVEL says from which level on: "info" if not set. */
export const log = pino(
  {
    level: process.env.LOG_LEVEL ?? "info",
    timestamp: pino.stdTimeFunctions.isoTime,
    base: { pid: process.pid, name: path.parse(process.argv[1] ?? "").name },
    formatters: { level: (level) => ({ level }) },
    serializers: { err: errorOf },
    redact: { paths: [...HIDDEN, ...HIDDEN.map((field) => `*.${field}`)], censor: "[hidden]" },
    hooks: {
      logMethod(args, write) {
        const [first] = args as unknown[]
        const error = first instanceof Error ? first : (first as { err?: unknown } | undefined)?.err
        // pino would take the words of an error for the message, as they are.
        const whole = first instanceof Error ? [{ err: first }, ...args.slice(1)] : [...args]
        if (error instanceof Error && whole.length === 1) whole.push(error.message)
        write.apply(this, whole.map((one) => (typeof one === "string" ? redacted(one) : one)) as typeof args)
      },
    },
  },
  { write: (line) => out.write(line) },
)

/** Sends the log elsewhere: the command line keeps standard output for its result. */
export const logTo = (stream: Written) => {
  out = stream
}

const words = (parts: unknown[]) =>
  parts
    .map((one) => (typeof one === "string" ? one : one instanceof Error ? "" : JSON.stringify(one)))
    .join(" ")
    .trim()

/** Lets whatever libraries print, and what nobody caught, stand in the log as well. */
export function logEverything() {
  // What libraries tell of their start is not worth a line among those that matter.
  const levels = { log: "debug", info: "debug", warn: "warn", error: "error", debug: "debug" } as const
  for (const [method, level] of Object.entries(levels))
    console[method as keyof typeof levels] = (...parts: unknown[]) => {
      const err = parts.find((one) => one instanceof Error)
      log[level](err ? { err } : {}, words(parts) || "An error")
    }
  process.on("uncaughtException", (err) => {
    log.fatal({ err }, "Nobody caught this")
    process.exit(1)
  })
}
