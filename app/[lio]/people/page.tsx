import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { DataTable } from "@/app/_ui/data-table"
import { EmptyState } from "@/app/_ui/empty-state"
import { ExportMenu } from "@/app/_ui/export-links"
import { Filters } from "@/app/_ui/filters"
import { Pagination } from "@/app/_ui/pagination"
import { pageIn } from "@/lib/input"
import { peopleFilter } from "@/lib/people/input"
import { mayKeepPeople } from "@/lib/people/policy"
import { listPeople, PEOPLE_PAGE } from "@/lib/people/queries"
import { plural } from "@/lib/words"
import { Frame } from "../_parts/frame"
import { GroupTabs } from "../_parts/group-tabs"

export default async function People(props: PageProps) {
  const [frame, { rows, total, loosely, q, page, left, query, keeps }] = await visit(
    props,
    async (ctx, query) => {
      const { q, left } = peopleFilter(query)
      const page = pageIn(query.page)
      return {
        ...(await listPeople(ctx, { q, page, left })),
        q,
        page,
        left,
        query,
        keeps: mayKeepPeople(ctx.actor),
      }
    },
  )
  const lio = frame.lio.slug
  const path = `/${lio}/people`
  const place = { path, query }
  return (
    <Frame {...frame} title="People" at="groups">
      <h1>People</h1>
      <GroupTabs lio={lio} current="people" />
      <Filters
        place={place}
        count={plural(total, "person", "people")}
        fields={[
          { kind: "text", name: "q", label: "Name or email", type: "search", hint: "A part is enough." },
          { kind: "tick", name: "left", label: "Those who have left" },
        ]}
        active={[
          ...(q ? [{ name: "q", label: `“${q}”` }] : []),
          ...(left ? [{ name: "left", label: "Have left" }] : []),
        ]}
        actions={
          <>
            {total > 0 ? <ExportMenu place={place} /> : null}
            {keeps ? <ButtonLink href={`${path}/new`}>Add a person</ButtonLink> : null}
          </>
        }
      />
      <p>
        <a href={`${path}/duplicates`}>People who may be listed twice</a>
      </p>
      {loosely && total > 0 ? <p>No name has “{q}” in it. These are the nearest.</p> : null}
      {rows.length > 0 ? (
        <>
          <DataTable
            plain
            caption="People"
            captionHidden
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              { key: "name", label: "Name", cell: (row) => <a href={`${path}/${row.id}`}>{row.name}</a> },
              { key: "groups", label: "Groups", cell: (row) => row.groups },
              { key: "email", label: "Email", cell: (row) => row.email },
              { key: "phone", label: "Phone", cell: (row) => row.phone },
            ]}
          />
          <Pagination place={place} page={page} perPage={PEOPLE_PAGE} total={total} />
        </>
      ) : (
        <EmptyState title={q ? "Nobody found" : left ? "Nobody has left" : "Nobody yet"}>
          {q
            ? "Try a shorter part of the name."
            : left
              ? "When somebody moves away, say so on their page. They stand here then, with all they did."
              : "The people of your groups stand here. Add them on the page of their group."}
        </EmptyState>
      )}
    </Frame>
  )
}
