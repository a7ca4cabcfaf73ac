import { sendWaiting } from "@/lib/email/sending"

/** A worker of its own, for a test that kills it: sends what waits, by a clock that is so many minutes ahead. */
const ahead = Number(process.argv[2]) * 60_000
await sendWaiting("ribble", { clock: () => new Date(Date.now() + ahead) })
process.exit(0)
