import { availableParallelism } from "node:os"
import path from "node:path"
import { defineConfig } from "vitest/config"

const here = (name: string) => path.resolve(import.meta.dirname, name)

export default defineConfig({
  resolve: {
    alias: [
      { find: "server-only", replacement: here("tests/support/empty.ts") },
      { find: /^@\//, replacement: `${here(".")}/` },
    ],
  },
  test: {
    include: ["tests/**/*.test.{ts,tsx,mjs}"],
    exclude: ["tests/e2e/**", "tests/bench/**"],
    globalSetup: ["tests/support/postgres.ts"],
    setupFiles: ["tests/support/environment.ts"],
    pool: "forks",
    // Half of a test's time is PostgreSQL's, and some wait for processes: three at once are well where there are two cores.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    // Each file has a database of its own; what it imports is read once a worker.
    isolate: false,
    restoreMocks: true,
    // Only what hangs is ended by these: a busy machine is no reason to fail.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
