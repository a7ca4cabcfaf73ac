"use server"

import { submit } from "@/app/_http/submit"
import { addBid, changeBid } from "@/lib/funding/bids/commands"
import {
  addBidInput,
  bidIdInput,
  changeBidInput,
  decideBidInput,
  payBidInput,
  sendBidInput,
  withdrawBidInput,
} from "@/lib/funding/bids/input"
import {
  decideBid,
  payBid,
  prepareBid,
  reopenBid,
  sendBid,
  withdrawBid,
} from "@/lib/funding/bids/steps/commands"
import { say } from "@/lib/words"
import { moved } from "./_parts/moved"

/** Notes a bid. */
export const addBidForm = submit("addBid", addBidInput, addBid, ({ id, title }, { lio }) => ({
  to: `/${lio}/funding/${id}`,
  banner: {
    text: say("Added: {title}", { title }),
    undo: { what: "bid" as const, id },
    links: [{ label: say("Add another bid"), href: `/${lio}/funding/new` }],
  },
}))
/** Says a bid better. */
export const changeBidForm = submit("changeBid", changeBidInput, changeBid, moved(say("Saved.")))
/** The group has begun to write it. */
export const prepareBidForm = submit(
  "prepareBid",
  bidIdInput,
  prepareBid,
  moved(say("Marked as being prepared.")),
)
/** It is with the funder. */
export const sendBidForm = submit("sendBid", sendBidInput, sendBid, moved(say("Marked as sent.")))
/** What the funder decided. */
export const decideBidForm = submit(
  "decideBid",
  decideBidInput,
  decideBid,
  moved(say("The decision is recorded.")),
)
/** The group doesn't want it any more. */
export const withdrawBidForm = submit(
  "withdrawBid",
  withdrawBidInput,
  withdrawBid,
  moved(say("Marked as withdrawn.")),
)
/** Opens it again. */
export const reopenBidForm = submit("reopenBid", bidIdInput, reopenBid, moved(say("The bid is open again.")))
/** How much has been paid. */
export const payBidForm = submit("payBid", payBidInput, payBid, moved(say("Saved what has been paid.")))
