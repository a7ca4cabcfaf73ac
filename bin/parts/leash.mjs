// Loaded first in every child: ends it when the process that started it is gone. Its own children are its own business.
import process from "node:process"

if (process.env.TRELLIS_PARENT === String(process.ppid)) {
  process.on("disconnect", () => {
    process.kill(process.pid, "SIGTERM")
    setTimeout(() => process.exit(1), 30_000).unref()
  })
  process.channel?.unref()
}
