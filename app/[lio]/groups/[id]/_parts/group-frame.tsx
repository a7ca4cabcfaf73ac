import type { ReactNode } from "react"
import { dialled } from "@/app/_ui/address"
import { ButtonLink } from "@/app/_ui/button-link"
import { formatDate, When } from "@/app/_ui/date"
import { ActionMenu } from "@/app/_ui/disclosure"
import { BackLink, Tabs } from "@/app/_ui/links"
import { Static } from "@/app/_ui/static"
import { Tag } from "@/app/_ui/tag"
import { SECTORS, STAGES } from "@/db/vocabulary"
import type { GroupHeader } from "@/lib/groups/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { MembershipTag } from "../../../memberships/_parts/membership-tag"
import { ContactCard, RailCards } from "./rail"

/** How each stage looks. */
const STAGE_TONES = {
  enquiry: "wait",
  forming: "wait",
  member: "good",
  affiliate: "note",
  not_member: "plain",
  closed: "problem",
} as const

type Tab = "timeline" | "details" | "people" | "said" | "membership" | "files" | "bidding"
type Props = {
  lio: string
  group: GroupHeader
  /** Which of the group's pages this is; none for a form. */
  tab?: Tab
  /** Staff who keep the list: they may record work with the group. */
  keeps: boolean
  /** Staff of any level; else a member looks at their own group. */
  staff: boolean
  now: Date
  children: ReactNode
}

/** Who a group is, over each of its pages, with the ways to its other pages. */
export function GroupFrame({ lio, group, tab, keeps, staff, now, children }: Props) {
  const at = `/${lio}/groups/${group.id}`
  const tabs: [Tab, string, string][] = [
    ["timeline", staff ? say("Activity") : say("Timeline"), at],
    ["details", say("Details"), `${at}/details`],
    ["people", say("People"), `${at}/people`],
    ["membership", say("Membership"), `${at}/membership`],
    ["files", staff ? say("Files and notes") : say("Files"), `${at}/files`],
    ["bidding", say("Bidding"), `${at}/bidding`],
    ["said", staff ? say("What they said") : say("What you said"), `${at}/said`],
  ]
  const { beside } = group
  const ways = (
    <Static>
      <Tabs
        label={say("This group")}
        tabs={tabs.map(([name, label, href]) => ({ label, href, current: name === tab }))}
      />
    </Static>
  )
  return (
    <>
      <Static>
        <header className="mb-4">
          <BackLink href={`/${lio}/groups`}>{staff ? say("Groups") : say("Your groups")}</BackLink>
          <div className="title-row">
            <h1>{group.name}</h1>
            {keeps ? <Acts lio={lio} group={group} at={at} /> : null}
          </div>
          <p className="mb-3 flex flex-wrap items-center gap-2">
            <Tag tone={STAGE_TONES[group.stage]}>{STAGES[group.stage]}</Tag>
            {group.sector === "voluntary" ? null : <Tag>{SECTORS[group.sector]}</Tag>}
            {group.membership ? (
              <a
                href={`${at}/membership`}
                className={`inline-flex items-center ${staff ? "min-h-6" : "min-h-11"}`}
              >
                <MembershipTag line={group.membership} />
              </a>
            ) : null}
            {group.needsDetailsSince ? (
              <a
                href={
                  keeps
                    ? `${at}/details?fill=1#missing`
                    : staff
                      ? `${at}/details`
                      : `${at}/edit?section=contact`
                }
              >
                <Tag tone="wait">{say("Needs details")}</Tag>
              </a>
            ) : null}
            {staff && group.sector === "statutory" ? (
              <a href={`/${lio}/representations/scorecard?body=${group.id}`}>{say("How they reply")}</a>
            ) : null}
            {group.closedOn ? (
              <span>
                {group.closedReason
                  ? say("Closed on {day}: {reason}", {
                      day: formatDate(group.closedOn),
                      reason: group.closedReason,
                    })
                  : say("Closed on {day}", { day: formatDate(group.closedOn) })}
              </span>
            ) : null}
          </p>
          {staff ? null : (
            <p>
              <a href={`/${lio}/health-checks`} className="inline-flex min-h-11 items-center">
                {say("Your health checks")}
              </a>
            </p>
          )}
          {beside ? null : (
            <dl className="m-0 grid gap-x-8 gap-y-2 sm:grid-cols-3">
              <Contact group={group} at={at} />
              <div>
                <dt className="font-semibold">{say("Last contact")}</dt>
                <dd className="m-0">
                  {group.lastContactOn ? <When at={group.lastContactOn} now={now} /> : say("None yet")}
                  {group.lastContactBy ? `, ${group.lastContactBy}` : ""}
                </dd>
              </div>
            </dl>
          )}
        </header>
      </Static>
      {beside ? (
        <div className="with-rail">
          <Static className="rail-first">
            <ContactCard {...{ lio, group, now, beside }} />
          </Static>
          <div className="rail-main">
            {ways}
            {children}
          </div>
          <Static className="rail-rest">
            <RailCards {...{ lio, group, now, beside, keeps }} />
          </Static>
        </div>
      ) : (
        <>
          {ways}
          {children}
        </>
      )}
    </>
  )
}

/** What staff do with a group from any of its pages. */
function Acts({ lio, group, at }: { lio: string; group: GroupHeader; at: string }) {
  return (
    <div className="flex flex-wrap items-start gap-2">
      <ActionMenu label={say("More")} about={group.name}>
        <a href={`/${lio}/tasks/new?group=${group.id}`}>{say("Add a task")}</a>
        <a href={`/${lio}/cases/new?group=${group.id}`}>{say("Open a case")}</a>
        <a href={`/${lio}/health-checks/new?group=${group.id}`}>{say("Start a health check")}</a>
        <a href={`/${lio}/funding/new?group=${group.id}`}>{say("Add a bid")}</a>
        <a href={`/${lio}/funding/searches/new?group=${group.id}`}>{say("Add what they need funding for")}</a>
        <a href={`${at}/files#note`}>{say("Add a note")}</a>
        <a href={`${at}/files#file`}>{say("Add a file")}</a>
        <a href={`${at}/add-person`}>{say("Add a person")}</a>
        <a href={`${at}/merge`}>{say("Merge with another group")}</a>
        {group.stage === "closed" ? (
          <a href={`${at}/edit?section=standing`}>{say("Open this group again")}</a>
        ) : (
          <a href={`${at}/close`}>{say("This group has closed")}</a>
        )}
        <a href={`/${lio}/groups/change?kind=remove&id=${group.id}`}>{say("Added by mistake? Remove it")}</a>
      </ActionMenu>
      <ButtonLink href={`/${lio}/sessions/new?group=${group.id}`}>
        {sayRich("Record a session<span> with {group}</span>", {
          group: group.name,
          span: (text) => <span className="sr-only">{text}</span>,
        })}
      </ButtonLink>
    </div>
  )
}

function Contact({ group, at }: { group: GroupHeader; at: string }) {
  const email = group.contactEmail ?? group.email
  const phone = group.contactPhone ?? group.phone
  return (
    <div>
      <dt className="font-semibold">{say("Main contact")}</dt>
      <dd className="m-0">
        {group.contactName ?? <a href={`${at}/people`}>{say("Nobody yet")}</a>}
        {phone || email ? (
          <span className="flex flex-wrap gap-x-5">
            {phone ? (
              <a className="inline-flex min-h-11 items-center" href={dialled(phone)}>
                {phone}
              </a>
            ) : null}
            {email ? (
              <a className="inline-flex min-h-11 min-w-0 items-center break-all" href={`mailto:${email}`}>
                {email}
              </a>
            ) : null}
          </span>
        ) : null}
      </dd>
    </div>
  )
}
