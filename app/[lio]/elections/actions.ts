"use server"

import { cookies } from "next/headers"
import { ourCookie } from "@/app/_http/cookies"
import { submitOutside } from "@/app/_http/submit"
import { asPublic } from "@/lib/access/doors"
import { agree, endorse, nominate, withdraw } from "@/lib/partnerships/elections/nominations/commands"
import {
  agreeInput,
  endorseInput,
  nominateInput,
  withdrawByLinkInput,
} from "@/lib/partnerships/elections/nominations/input"
import { byNomineeLink } from "@/lib/partnerships/elections/nominations/queries"
import { wasCounted } from "@/lib/partnerships/elections/results/queries"
import { appeal, handOver } from "@/lib/partnerships/elections/roll/commands"
import { appealInput, handOverInput } from "@/lib/partnerships/elections/roll/input"
import { byElectionLink, linksUntil } from "@/lib/partnerships/elections/taking/queries"
import { castBallot } from "@/lib/partnerships/elections/voting/commands"
import { ballotInput, receiptInput } from "@/lib/partnerships/elections/voting/input"
import { linkPath, receiptCookie } from "./_parts/paths"

/** A group puts somebody up. */
export const nominateForm = submitOutside(nominateInput, async ({ lio, key, ...said }) => {
  const { asked } = await byElectionLink({ lio, key }, (ctx, taker) => nominate(ctx, taker, said))
  return linkPath(lio, "take-part", { key, told: asked ? "asked" : "stands" })
})

/** A group endorses somebody of another. */
export const endorseForm = submitOutside(endorseInput, async ({ lio, key, ...said }) => {
  await byElectionLink({ lio, key }, (ctx, taker) => endorse(ctx, taker, said))
  return linkPath(lio, "take-part", { key, told: "endorsed" })
})

/** A group that was left out says why it should be on the roll. */
export const appealForm = submitOutside(appealInput, async ({ lio, key, ...said }) => {
  await byElectionLink({ lio, key }, (ctx, taker) => appeal(ctx, taker, said))
  return linkPath(lio, "take-part", { key, told: "appealed" })
})

/** Somebody else votes for a group. */
export const handOverForm = submitOutside(handOverInput, async ({ lio, key, ...said }) => {
  await byElectionLink({ lio, key }, (ctx, taker) => handOver(ctx, taker, said))
  return linkPath(lio, "take-part", { key, told: "handed" })
})

/** Whoever was put up agrees to stand, or changes what they say to groups. */
export const agreeForm = submitOutside(agreeInput, async ({ lio, key, statement }) => {
  await byNomineeLink({ lio, key }, (ctx, nominee) => agree(ctx, nominee, { statement }))
  return linkPath(lio, "nominee", { key, told: "agreed" })
})

/** They withdraw. */
export const withdrawForm = submitOutside(withdrawByLinkInput, async ({ lio, key }) => {
  await byNomineeLink({ lio, key }, withdraw)
  return linkPath(lio, "nominee", { key, told: "withdrawn" })
})

/** Casts the ballot of a group, or changes it. Its receipt stays in a cookie of this phone and nowhere else. */
export const voteForm = submitOutside(ballotInput, async ({ lio, key, roll, code, made, ...filled }) => {
  const jar = await cookies()
  const kept = jar.get(receiptCookie(roll))?.value
  const { receipt, expires } = await byElectionLink({ lio, key }, async (ctx, taker) => ({
    ...(await castBallot(ctx, taker, { ...filled, rollId: roll, codes: [code, kept], made })),
    expires: linksUntil({ votingUntil: ctx.now }),
  }))
  jar.set(receiptCookie(roll), receipt, { ...ourCookie(`/${lio}/elections`), expires })
  return linkPath(lio, "vote", { key, roll, voted: "yes" })
})

/** Whether the ballot of a receipt was counted. */
export const receiptForm = submitOutside(receiptInput, async ({ lio, id, code }) => {
  const counted = await asPublic(lio, (ctx) => wasCounted(ctx, id, code))
  return `/${lio}/elections/${id}?receipt=${counted ? "counted" : "unknown"}#receipt`
})
