import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { Pagination } from "@/app/_ui/pagination"
import { Tag } from "@/app/_ui/tag"
import { WorkList } from "@/app/_ui/work-list"
import { pageIn } from "@/lib/input"
import { listMailings, PAGE_SIZE } from "@/lib/mailings/queries"
import { formatMoment, say, sayCount } from "@/lib/words"
import { Frame } from "../_parts/frame"

/** What staff wrote to groups: drafts first, then the newest. */
export default async function Emails(props: PageProps) {
  const [frame, { rows, total, page }] = await visit(props, async (ctx, query) => {
    const page = pageIn(query.page)
    return { ...(await listMailings(ctx, page)), page }
  })
  const lio = frame.lio.slug
  const path = `/${lio}/emails`
  return (
    <Frame {...frame} title={say("Emails to groups")} at="emails">
      <div className="title-row">
        <h1>{say("Emails to groups")}</h1>
        <p className="m-0 flex flex-wrap items-center gap-x-5 gap-y-2">
          <a href={`/${lio}/settings/outbox`}>{say("Every email sent")}</a>
          <ButtonLink href={`/${lio}/groups`}>{say("Choose groups to email")}</ButtonLink>
        </p>
      </div>
      {total === 0 ? (
        <EmptyState title={say("No emails to groups yet")}>
          {say(
            "Tick groups in your list and press “Email them”. What you wrote is kept here, with who it went to.",
          )}
        </EmptyState>
      ) : (
        <>
          <WorkList
            plain
            caption={say("Emails to groups")}
            captionHidden
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "subject",
                label: say("Subject"),
                main: true,
                share: 5,
                cell: (row) => <a href={`${path}/${row.id}`}>{row.subject}</a>,
              },
              {
                key: "groups",
                label: say("To"),
                cell: (row) => sayCount(row.groups, { one: "{count} group", other: "{count} groups" }),
              },
              {
                key: "sent",
                label: say("Sent"),
                share: 3,
                cell: (row) =>
                  row.sentAt ? formatMoment(row.sentAt) : <Tag tone="wait">{say("Not sent yet")}</Tag>,
              },
              { key: "by", label: say("By"), cell: (row) => row.by },
            ]}
          />
          <Pagination place={{ path, query: {} }} page={page} perPage={PAGE_SIZE} total={total} />
        </>
      )}
    </Frame>
  )
}
