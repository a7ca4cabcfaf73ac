// Loaded first in every child: ends it when the process that started it is gone.
import process from "node:process"

process.on("disconnect", () => {
  process.kill(process.pid, "SIGTERM")
  setTimeout(() => process.exit(1), 30_000).unref()
})
process.channel?.unref()
