import "server-only"
import { timingSafeEqual } from "node:crypto"
import { asSystem } from "../../access/doors"
import { networkOf, within } from "../../access/limits/commands"
import { sameAddress } from "../../address"
import { NotFound, RuleBroken } from "../../errors"
import { foundFirstLio, makeSignInLink, sendToConfirm } from "../../sign-in/commands"
import { hashed, hasNoMail } from "../../sign-in/queries"
import { say } from "../../words"
import type { SetUp } from "./input"
import { needsSetUp } from "./queries"

const TOO_MANY = new RuleBroken(
  say("That’s too many tries in a short time. Wait a quarter of an hour and try again."),
  "code",
)
const isCode = (code: string) =>
  timingSafeEqual(Buffer.from(hashed(code)), Buffer.from(process.env.SET_UP_CODE_HASH ?? hashed("")))

/**
 * Sets up an empty installation: whoever has the code that the start printed makes its first LIO and becomes its manager.
 * Gives the path of their first sign-in link, which doesn’t show that the address is right: where email is set up, a letter
 * to it does. NotFound once there is an LIO: the code opens nothing then.
 */
export async function setUpTrellis({ code, ...said }: SetUp, from: string): Promise<string> {
  if (!(await needsSetUp())) throw new NotFound(say("There is no such place."))
  await within(`set-up:${networkOf(from)}`, 10, TOO_MANY)
  if (!isCode(code))
    throw new RuleBroken(say("This isn’t the set-up code. Copy it from where Trellis was started."), "code")
  const email = sameAddress(said.email)
  const made = await foundFirstLio({ ...said, email, manager: said.managerName })
  if (!made)
    throw new RuleBroken(say("Somebody else has just set up this Trellis. Ask them to invite you as staff."))
  const link = await makeSignInLink(email, `/${said.slug}/settings/areas?first=1`, { confirms: false })
  if (!hasNoMail())
    await asSystem(said.slug, (ctx) => sendToConfirm(ctx, email, `/${said.slug}/settings/address`))
  const { pathname, search } = new URL(link?.url ?? "/sign-in", process.env.APP_URL)
  return pathname + search
}
