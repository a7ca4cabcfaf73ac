import { RuleBroken } from "@/lib/errors"

/** Watches over work that must move on. */
export type Watch = {
  /** Something moved; `at` is what it is at, in words. */
  moved: (at?: string) => void
  /** Never answers; is refused with a sentence once nothing has moved for `ms`. */
  stalled: Promise<never>
  end: () => void
}

/** A watch that loses patience after `ms` without a move. */
export function watchFor(ms: number): Watch {
  let last = Date.now()
  let where = "the beginning"
  let timer: NodeJS.Timeout | undefined
  const stalled = new Promise<never>((_, refuse) => {
    timer = setInterval(
      () => {
        if (Date.now() - last <= ms) return
        clearInterval(timer)
        refuse(
          new RuleBroken(
            `The backup stood still for ${Math.round(ms / 1000)} seconds at ${where}, so it was ended and nothing was kept. ` +
              "Check that the disk has room and that nothing else holds the database, then try again.",
          ),
        )
      },
      Math.min(1_000, ms / 4),
    )
  })
  stalled.catch(() => {})
  return {
    moved: (at) => {
      last = Date.now()
      if (at) where = at
    },
    stalled,
    end: () => clearInterval(timer),
  }
}
