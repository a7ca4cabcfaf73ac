import "server-only"
import type { Ctx } from "../../access/ctx"
import { mayKeepEnquiries } from "../../enquiries/policy"
import { countEnquiries, listWaitingEnquiries } from "../../enquiries/queries"
import { ensure } from "../../errors"
import { mayDecide } from "../../groups/proposals/policy"
import { countProposals, listProposals } from "../../groups/proposals/queries"
import { listToCheck } from "../../guides/writing/queries"
import { readList } from "../../lists/input"
import { membershipList } from "../../memberships/list/filters"
import { countListed, listMemberships } from "../../memberships/list/queries"
import { mayKeepMemberships } from "../../memberships/policy"
import { countRequests, listRequests } from "../../memberships/requests/queries"
import { listForAnyone } from "../../tasks/queries"
import { say } from "../../words"
import { maySeeStaffHome } from "../policy"

const SHOWN = 5

/** What waits for somebody of the team to answer, the first few of each kind and how many there are. */
export async function getAnswers(ctx: Ctx) {
  ensure(maySeeStaffHome(ctx.actor), say("This page is for staff."))
  const owing = readList(membershipList, { show: "unpaid" })
  const [proposals, counted, requests, requested, unpaid, owed, forAnyone, enquiries, asked, guides] =
    await Promise.all([
      listProposals(ctx, SHOWN),
      countProposals(ctx),
      listRequests(ctx, SHOWN),
      countRequests(ctx),
      listMemberships(ctx, owing, SHOWN),
      countListed(ctx, owing),
      listForAnyone(ctx, SHOWN),
      listWaitingEnquiries(ctx, SHOWN),
      countEnquiries(ctx),
      listToCheck(ctx, SHOWN),
    ])
  return {
    enquiries,
    guides,
    proposals,
    requests,
    unpaid,
    forAnyone,
    counts: { enquiries: asked, proposals: counted.proposals, requests: requested, unpaid: owed },
    may: {
      decide: mayDecide(ctx.actor),
      keepEnquiries: mayKeepEnquiries(ctx.actor),
      keepMemberships: mayKeepMemberships(ctx.actor),
    },
  }
}
