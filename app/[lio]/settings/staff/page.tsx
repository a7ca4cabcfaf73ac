import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { DataTable } from "@/app/_ui/data-table"
import { formatDate } from "@/app/_ui/date"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { LEVELS } from "@/db/vocabulary"
import { isStaff } from "@/lib/access/may"
import { ensure } from "@/lib/errors"
import { mayRunLio } from "@/lib/lios/policy"
import { listStaff } from "@/lib/lios/queries"
import { Frame } from "../../_parts/frame"
import { endStaffForm } from "../actions"

/** Who works here. */
export default async function Staff(props: PageProps) {
  const [frame, { staff, runs }] = await visit(props, async (ctx) => {
    ensure(isStaff(ctx.actor))
    return { staff: await listStaff(ctx), runs: mayRunLio(ctx.actor) }
  })
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title="Staff" at="settings">
      <BackLink href={`/${lio}/settings`}>Settings</BackLink>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <h1>Staff</h1>
        {runs ? <ButtonLink href={`/${lio}/settings/staff/new`}>Invite somebody</ButtonLink> : null}
      </div>
      <p>
        A manager may do everything. A worker keeps groups, sessions and consultations. A viewer, such as a
        trustee, reads.
      </p>
      <DataTable
        caption="Staff"
        captionHidden
        rows={staff}
        rowKey={(person) => person.personId}
        columns={[
          { key: "name", label: "Name", main: true, cell: (person) => person.name },
          { key: "email", label: "Email", cell: (person) => person.email },
          { key: "level", label: "Level", cell: (person) => LEVELS[person.level] },
          { key: "since", label: "Since", cell: (person) => formatDate(person.startedAt) },
          {
            key: "end",
            label: "",
            cell: (person) =>
              runs ? (
                <Form action={endStaffForm} lio={lio} submit="End" kind="plain" id={person.personId}>
                  <input type="hidden" name="personId" value={person.personId} />
                </Form>
              ) : null,
          },
        ]}
      />
    </Frame>
  )
}
