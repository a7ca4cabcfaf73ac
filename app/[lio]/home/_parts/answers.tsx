import type { ReactNode } from "react"
import { Form } from "@/app/_ui/form"
import type { StaffHome } from "@/lib/home/queries"
import { dayOf, formatMoney, formatShortDate, say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { EnquiryRow } from "../../enquiries/_parts/enquiry-row"
import { ProposalRow } from "../../groups/proposals/_parts/proposal-row"
import { RequestRow } from "../../memberships/_parts/request-row"
import { payMembershipForm } from "../../memberships/actions"
import { TaskList } from "../../tasks/_parts/task-list"

type Props = { lio: string; home: StaffHome }

/** What waits for an answer, and is answered right here. */
export function Answers({ lio, home }: Props) {
  const { answers, now } = home
  const { enquiries, guides, proposals, requests, unpaid, forAnyone, counts, may } = answers
  const back = `/${lio}/home`
  const quiet =
    guides.length +
      enquiries.length +
      proposals.length +
      requests.length +
      unpaid.length +
      forAnyone.length ===
    0
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{say("Waiting for an answer")}</h2>
      {quiet ? <p>{say("You’re up to date. Nobody is waiting for an answer.")}</p> : null}
      {forAnyone.length > 0 ? (
        <Kind title={say("For anyone on the team")}>
          <TaskList
            {...{ lio, now, back }}
            tasks={forAnyone}
            keeps={home.keeps}
            colleagues={home.colleagues}
            id="for-anyone"
          />
        </Kind>
      ) : null}
      {guides.length > 0 ? (
        <Kind title={say("Guides to check")}>
          <ul className="act-list">
            {guides.map(({ slug, title, writer }) => (
              <li key={slug} className="act-row">
                <a href={`/${lio}/guides/manage/${slug}`}>{title}</a>
                {writer ? <span className="text-soft"> {say("by {writer}", { writer })}</span> : null}
              </li>
            ))}
          </ul>
        </Kind>
      ) : null}
      {enquiries.length > 0 ? (
        <Kind
          title={say("Enquiries")}
          all={counts.enquiries > enquiries.length}
          href={`/${lio}/enquiries`}
          count={counts.enquiries}
        >
          <ul className="act-list">
            {enquiries.map((one) => (
              <EnquiryRow key={one.id} {...{ lio, now, back }} enquiry={one} keeps={may.keepEnquiries} />
            ))}
          </ul>
        </Kind>
      ) : null}
      {proposals.length > 0 ? (
        <Kind
          title={say("Suggested changes")}
          all={counts.proposals > proposals.length}
          href={`/${lio}/groups/proposals`}
          count={counts.proposals}
        >
          <ul className="act-list">
            {proposals.map((one) => (
              <ProposalRow key={one.id} {...{ lio, now, back }} proposal={one} decides={may.decide} />
            ))}
          </ul>
        </Kind>
      ) : null}
      {requests.length > 0 ? (
        <Kind
          title={say("Requests to join or renew")}
          all={counts.requests > requests.length}
          href={`/${lio}/memberships?show=requests`}
          count={counts.requests}
        >
          <ul className="act-list">
            {requests.map((one) => (
              <RequestRow key={one.id} {...{ lio, now, back }} request={one} decides={may.keepMemberships} />
            ))}
          </ul>
        </Kind>
      ) : null}
      {unpaid.length > 0 ? (
        <Kind
          title={say("Fees not paid yet")}
          all={counts.unpaid > unpaid.length}
          href={`/${lio}/memberships?show=unpaid`}
          count={counts.unpaid}
        >
          <ul className="act-list">
            {unpaid.map((one) => (
              <Fee key={one.groupId} {...{ lio, back, now }} fee={one} pays={may.keepMemberships} />
            ))}
          </ul>
        </Kind>
      ) : null}
    </section>
  )
}

type KindProps = { title: string; all?: boolean; href?: string; count?: number; children: ReactNode }

function Kind({ title, all, href, count = 0, children }: KindProps) {
  return (
    <>
      <h3 className="mt-4 mb-1 text-base">
        {title}
        {count > 0 ? <span className="font-normal text-soft"> ({count})</span> : null}
      </h3>
      {children}
      {all ? (
        <p>
          <a href={href}>
            {sayRich("See all {number}{title}", {
              number: count,
              title: <span className="sr-only">: {title}</span>,
            })}
          </a>
        </p>
      ) : null}
    </>
  )
}

type FeeProps = {
  lio: string
  fee: StaffHome["answers"]["unpaid"][number]
  pays: boolean
  back: string
  now: Date
}

/** A group that owes: the latest fee is marked as paid today, several are looked at first. */
function Fee({ lio, fee: { groupId, group, owed }, pays, back, now }: FeeProps) {
  const [latest] = owed
  const sum = owed.reduce((total, { feePence }) => total + feePence, 0)
  const page = `/${lio}/groups/${groupId}/membership`
  return (
    <li className="act-row">
      <div className="act-words">
        <a href={page} className="font-semibold">
          {group}
        </a>{" "}
        <span className="text-soft">
          {[
            owed.length > 1
              ? sayCount(
                  owed.length,
                  { one: "{sum} for {count} period", other: "{sum} for {count} periods" },
                  { sum: formatMoney(sum) },
                )
              : formatMoney(sum),
            ...(latest?.startsOn ? [say("from {day}", { day: formatShortDate(latest.startsOn) })] : []),
          ].join(", ")}
        </span>
      </div>
      {pays && latest && owed.length === 1 ? (
        <div className="acts no-print">
          <Form
            action={payMembershipForm}
            lio={lio}
            id={`paid-${latest.id}`}
            kind="secondary"
            submit={sayRich("Paid today{group}", { group: <span className="sr-only">: {group}</span> })}
          >
            <input type="hidden" name="groupId" value={groupId} />
            <input type="hidden" name="id" value={latest.id} />
            <input type="hidden" name="paidOn" value={dayOf(now)} />
            <input type="hidden" name="back" value={back} />
          </Form>
          <a href={page} className="inline-flex min-h-9 items-center">
            {sayRich("On another day{group}", { group: <span className="sr-only">: {group}</span> })}
          </a>
        </div>
      ) : null}
      {pays && owed.length > 1 ? (
        <div className="acts no-print">
          <a href={page} className="inline-flex min-h-9 items-center">
            {sayRich("Choose which was paid{group}", { group: <span className="sr-only">: {group}</span> })}
          </a>
        </div>
      ) : null}
    </li>
  )
}
