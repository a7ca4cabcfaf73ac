"use server"

import { z } from "zod"
import { submit } from "@/app/_http/submit"
import { askToConfirm, correctAddress } from "@/lib/people/own-address/commands"
import { correctAddressInput } from "@/lib/people/own-address/input"
import { say } from "@/lib/words"

/** Writes to one's own address, to confirm it. */
export const askToConfirmForm = submit("askToConfirm", z.object({}), askToConfirm, ({ email }, { lio }) => ({
  to: `/${lio}/settings/address`,
  banner: { text: say("We’re emailing {email}. It can take a minute or two.", { email }) },
}))

/** Puts one's own address right. */
export const correctAddressForm = submit(
  "correctAddress",
  correctAddressInput,
  correctAddress,
  ({ email, sent }, { lio }) => ({
    to: `/${lio}/settings/address`,
    banner: {
      text: sent
        ? say("Your address is {email} now. We’re emailing it, so that you can confirm it.", { email })
        : say("Your address is {email} now.", { email }),
    },
  }),
)
