"use server"

import { submit } from "@/app/_http/submit"
import {
  addFunder,
  changeFunder,
  checkFunder,
  restoreFunder,
  retireFunder,
} from "@/lib/funding/funders/commands"
import { addFunderInput, changeFunderInput, funderIdInput } from "@/lib/funding/funders/input"
import { say, sayCount } from "@/lib/words"

type Funder = { id: string; name: string }
const to =
  (words: (name: string) => string) =>
  ({ id, name }: Funder, { lio }: { lio: string }) => ({
    to: `/${lio}/funding/funders/${id}`,
    banner: { text: words(name) },
  })

/** Says how many groups look for what it funds. */
const listed =
  (words: (name: string) => string) =>
  ({ id, name, wanted }: Funder & { wanted: number }, { lio }: { lio: string }) => ({
    to: `/${lio}/funding/funders/${id}`,
    banner: {
      text:
        wanted === 0
          ? words(name)
          : `${words(name)} ${sayCount(wanted, {
              one: "{count} group is looking for something like this.",
              other: "{count} groups are looking for something like this.",
            })}`,
    },
  })

/** Lists a funder. */
export const addFunderForm = submit(
  "addFunder",
  addFunderInput,
  addFunder,
  listed((name) => say("Added: {name}.", { name })),
)
/** Changes what is said of it. */
export const changeFunderForm = submit(
  "changeFunder",
  changeFunderInput,
  changeFunder,
  listed((name) => say("Saved: {name}.", { name })),
)
/** All of it is still right. */
export const checkFunderForm = submit(
  "checkFunder",
  funderIdInput,
  checkFunder,
  to((name) => say("Checked today: {name}", { name })),
)
/** It gives nothing any more. */
export const retireFunderForm = submit(
  "retireFunder",
  funderIdInput,
  retireFunder,
  to((name) => say("{name} is off the list. Its bids keep its name.", { name })),
)
/** It gives again. */
export const restoreFunderForm = submit(
  "restoreFunder",
  funderIdInput,
  restoreFunder,
  to((name) => say("{name} is back on the list.", { name })),
)
